import { diallable } from '@tongxing/rules';
import {
  Card,
  CardList,
  Empty,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  Select,
  shortDay,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { ServicePointFragment, ServicePointsQuery } from '../../../gql/generated.js';

/** 就业服务点: what is near, when it is open, how to get in, whom to call. */
export function ServicePointsPage(props: {
  frame: Frame;
  filter: FormState;
  towns: ServicePointsQuery['towns'];
  /** null: no town was chosen */
  townName: string | null;
  total: number;
  points: readonly ServicePointFragment[];
  /** of the county, beside those of a town */
  county: readonly ServicePointFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { townName, points, county } = props;
  return (
    <Page frame={props.frame} title="就业服务点" readable>
      <p>求职登记、推荐岗位、申请补贴，可以就近去办。</p>
      <FilterForm action="/service-points" label="选乡镇">
        <Select
          form={props.filter}
          name="town"
          label="在哪个乡镇"
          empty="全部"
          choices={props.towns.map(({ code, name }) => ({ value: code, text: name }))}
        />
      </FilterForm>
      <h2>
        {townName ? `${townName}有` : '一共'} {props.total} 个
      </h2>
      {points.length === 0 ? (
        <Empty text="这里还没有登记服务点。可以打 12385 问。">
          <p>
            <a class="phone" href="tel:12385">
              打 12385
            </a>
          </p>
          {townName && (
            <LinkButton href="/service-points" kind="second">
              看全部服务点
            </LinkButton>
          )}
        </Empty>
      ) : (
        <Points points={points} />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
      {county.length > 0 && (
        <>
          <h2>县里的服务点</h2>
          <Points points={county} />
        </>
      )}
    </Page>
  );
}

const Points = ({ points }: { points: readonly ServicePointFragment[] }): VNode => (
  <CardList>
    {points.map((point) => (
      <Point key={point.id} point={point} />
    ))}
  </CardList>
);

function Point({ point }: { point: ServicePointFragment }): VNode {
  const text = (key: string): string => point.fields.find((field) => field.key === key)?.text ?? '';
  const phone = text('phone');
  return (
    <Card level={3} title={point.name}>
      <p>
        {point.categoryText}，{point.divisionName}
      </p>
      <Facts
        rows={[
          ['地址', text('address')],
          ['时间', text('hours')],
          ['办什么', text('services')],
          ['无障碍', text('access') || '还没有填，可以打电话问'],
          ['还服务', point.serves.join('、')],
          ['开到', point.closedOn && `${shortDay(point.closedOn)}，以后不在这里办`],
        ]}
      />
      <a class="phone" href={`tel:${diallable(phone)}`} aria-label={`打电话给${point.name}：${phone}`}>
        打电话 {phone}
      </a>
    </Card>
  );
}

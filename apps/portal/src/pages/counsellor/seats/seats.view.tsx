import { DECLINE_REASONS } from '@tongxing/rules';
import {
  Actions,
  Button,
  Card,
  CardList,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Radios,
  Select,
  shortDay,
  Textarea,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { SeatRowFragment } from '../../../gql/generated.js';
import { postText } from '../../office/seats/seats.view.js';

const MAX_REASON = 200;
/** How many tries the page has boxes for. */
export const TRIES = [1, 2, 3] as const;
const REASONS = Object.entries(DECLINE_REASONS).map(([value, text]) => ({ value, text }));
const SAID = [
  { value: 'VISIT', text: '上门时说的' },
  { value: 'IN_PERSON', text: '来办公室当面说的' },
  { value: 'PHONE', text: '电话里说的' },
  { value: 'PAPER', text: '写在纸上的' },
];
const TRIED = [
  { value: 'VISIT', text: '上门' },
  { value: 'PHONE', text: '打电话' },
  { value: 'NEIGHBOUR', text: '托家人或邻居带话' },
];

/** 上门问名额: who did not answer in time, the most urgent first. */
export function SeatVisitsPage(props: { frame: Frame; rows: readonly SeatRowFragment[] }): VNode {
  return (
    <Page frame={props.frame} title="上门问名额" crumbs={[{ href: '/desk', text: '今天要做的' }]}>
      <p>分到了公益性岗位，到期没有答复的人。没答复不算拒绝，要上门问一问。</p>
      {props.rows.length === 0 ? (
        <Empty text="现在没有要上门问的。">
          <LinkButton href="/desk">回到今天要做的</LinkButton>
        </Empty>
      ) : (
        <>
          <h2>{props.rows.length} 个人</h2>
          <CardList>
            {props.rows.map((row) => (
              <Card
                key={row.id}
                level={3}
                href={`/desk/seats/${row.id}`}
                title={row.personName}
                tag={{ text: `${shortDay(row.visitDueOn ?? row.lastDay)}前`, tone: 'warn' }}
              >
                <p>
                  {row.divisionName}，岗位「{postText(row)}」
                </p>
                <p>{shortDay(row.lastDay)}到期，没有答复。</p>
              </Card>
            ))}
          </CardList>
        </>
      )}
    </Page>
  );
}

/** 记答复: what the person said, or that nobody was found. */
export function SeatAnswerPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  seat: SeatRowFragment;
  list: string;
  here: string;
  crumbs: readonly { href: string; text: string }[];
}): VNode {
  const { form, seat } = props;
  const visited = seat.visitDueOn !== null;
  return (
    <Page
      frame={props.frame}
      title="记答复"
      service={seat.personName}
      wrong={form.problems.length > 0}
      crumbs={[...props.crumbs]}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['岗位', seat.title],
          ['单位', seat.employerName],
          ['住在', seat.divisionName],
          ['答复到', dayText(seat.lastDay)],
          ['办到哪里', seat.standText],
        ]}
      />
      <PostForm action={props.here} csrf={props.csrf} once={props.once}>
        <Radios
          form={form}
          name="came"
          label="结果"
          choices={[
            { value: 'yes', text: '本人答应去' },
            { value: 'no', text: '本人不去' },
            ...(visited ? [{ value: 'none', text: '没有找到人' }] : []),
          ]}
        />
        <Radios form={form} name="way" label="答复了的：本人是怎么说的" choices={SAID} optional />
        <Radios form={form} name="reason" label="不去的：原因是什么" choices={REASONS} optional />
        <Textarea form={form} name="reasonText" label="本人还说了什么" limit={MAX_REASON} optional />
        {visited && (
          <>
            <h2>没有找到人，填哪几天找过</h2>
            <p>至少上门一次。只记哪天、怎么找的，别写看到了什么。</p>
            {TRIES.map((at) => (
              <div class="cols" key={at}>
                <DateInput form={form} name={`on-${at}`} label={`第 ${at} 次是哪天`} optional />
                <Select form={form} name={`how-${at}`} label={`第 ${at} 次怎么找的`} choices={TRIED} />
              </div>
            ))}
          </>
        )}
        <Actions>
          <Button>记下</Button>
          <LinkButton href={props.list} kind="second">
            返回
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

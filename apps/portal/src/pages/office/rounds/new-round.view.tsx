import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  DateInput,
  Empty,
  ErrorSummary,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  PostForm,
  Select,
  shortDay,
  TextInput,
} from '@tongxing/ui';
import type { NewRoundQuery } from '../../../gql/generated.js';
import { TIERS } from './rounds.form.js';
import { RESERVED_FOR, STATUSES } from './rounds.words.js';

type Candidate = NewRoundQuery['roundCandidates']['edges'][number]['node'];

const LIST = '/office/rounds';

interface Props {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  filter: Readonly<Record<string, string>>;
  places: NewRoundQuery['roundPlaces'];
  total: number;
  candidates: readonly Candidate[];
}

const textOf = (form: FormState, name: string): string => {
  const value = form.values[name];
  return typeof value === 'string' ? value : '';
};
const listOf = (form: FormState, name: string): readonly string[] => {
  const value = form.values[name];
  return typeof value === 'string' ? [value] : (value ?? []);
};

/** 公告一轮分配: which posts, who stands first and why, which days, which public value. */
export function NewRoundPage(props: Props): VNode {
  const { form, places } = props;
  const choices = places.map(({ code, divisionName }) => ({ value: code, text: divisionName }));
  return (
    <Page
      frame={props.frame}
      title="公告一轮岗位分配"
      service="岗位分配"
      wrong={form.problems.length > 0}
      crumbs={[
        { href: '/office', text: '工作台' },
        { href: LIST, text: '岗位分配' },
      ]}
    >
      <ErrorSummary form={form} />
      <h2>先找岗位</h2>
      <FilterForm action={`${LIST}/new`} label="找岗位">
        <Select
          form={{ values: props.filter, problems: [] }}
          name="place"
          label="岗位在哪里"
          choices={choices}
          empty="全部"
        />
        <TextInput
          form={{ values: props.filter, problems: [] }}
          name="text"
          label="岗位或单位名称"
          optional
          width="w20"
        />
      </FilterForm>
      {props.candidates.length === 0 ? (
        <Empty text="没有正在招人的公益性岗位。">
          <p>请换一个地方找，或先发布公益性岗位。</p>
        </Empty>
      ) : (
        <PostForm action={`${LIST}/new`} csrf={props.csrf} once={props.once} hidden={props.filter}>
          <h2>这一轮</h2>
          <TextInput form={form} name="title" label="叫什么" hint="例如 2026年第一轮" maxLength={80} />
          <Select form={form} name="divisionCode" label="住在哪里的人参加" choices={choices} />
          <Posts {...props} />
          <h2>优先顺序</h2>
          <p>前一档的人先分，同一档看摇到的号。都不选，只看号。</p>
          {TIERS.map((tier) => (
            <div class="cols" key={tier}>
              <Select form={form} name={`tier-${tier}`} label={`第 ${tier} 档`} choices={STATUSES} empty="不设" />
              <TextInput form={form} name={`basis-${tier}`} label={`第 ${tier} 档的依据`} optional maxLength={200} />
            </div>
          ))}
          <Checkboxes
            form={form}
            name="localFirst"
            label="本地优先"
            optional
            choices={[{ value: 'yes', text: '同一档里，岗位所在乡镇的人在前' }]}
          />
          <TextInput form={form} name="localBasis" label="本地优先的依据" optional maxLength={200} />
          <h2>预留名额</h2>
          <p>预留的名额先给这种身份的人，没有人要再给别人。</p>
          <Select form={form} name="reserveStatus" label="留给谁" choices={RESERVED_FOR} empty="不预留" />
          <TextInput form={form} name="reserveBasis" label="预留的依据" optional maxLength={200} />
          <TextInput
            form={form}
            name="floorShare"
            label="按比例预留"
            hint="例如 1/10。填了，系统把名额分到各岗位"
            optional
            width="w10"
          />
          <TextInput form={form} name="floorSeats" label="比例的总名额" optional mode="numeric" width="w4" />
          <DateInput form={form} name="countedOn" label="总名额是哪一天数的" optional />
          <h2>日程</h2>
          <DateInput form={form} name="frozenOn" label="冻结名册" />
          <DateInput form={form} name="drawnOn" label="摇号" hint="要在冻结以后" />
          <DateInput form={form} name="choicesUntil" label="志愿截止（这一天也算）" hint="要在摇号以后" />
          <DateInput form={form} name="contractsFrom" label="开始签合同" />
          <h2>摇号用的公开数值</h2>
          <p>请写一个以后才公布、谁也改不了的数。</p>
          <TextInput
            form={form}
            name="source"
            label="用哪个公开数值"
            hint="例如 双色球第26140期开奖号码"
            maxLength={200}
          />
          <TextInput form={form} name="fallback" label="没有它时用哪个" hint="例如 下一期开奖号码" maxLength={200} />
          <Actions>
            <Button>公告这一轮</Button>
            <LinkButton href={LIST} kind="second">
              返回
            </LinkButton>
          </Actions>
        </PostForm>
      )}
    </Page>
  );
}

function Posts({ form, candidates, total }: Props): VNode {
  const chosen = listOf(form, 'posts');
  const number = (name: string, label: string, standing: string): VNode => (
    <input
      id={name}
      name={name}
      class="w4"
      inputMode="numeric"
      maxLength={4}
      aria-label={label}
      aria-invalid={form.problems.some(({ field }) => field === name) ? 'true' : undefined}
      value={form.values[name] === undefined ? standing : textOf(form, name)}
    />
  );
  const more = total > candidates.length ? `，这里是前 ${candidates.length} 个，请用上面的条件找其余的` : '';
  const problem = form.problems.find(({ field }) => field === 'posts');
  return (
    <div id="posts" tabIndex={-1} class={problem ? 'field wrong' : 'field'}>
      <h2>岗位</h2>
      <p>
        找到 {total} 个正在招人的公益性岗位{more}。
      </p>
      {problem && <p class="problem">{problem.message}</p>}
      <DataTable
        caption="选要分配的岗位"
        rows={candidates}
        rowId={({ id }) => `post-${id}`}
        columns={[
          {
            title: '选',
            wide: true,
            cell: ({ id, title, takenBy }) =>
              takenBy === null ? (
                <span class="choice">
                  <input type="checkbox" id={`choose-${id}`} name="posts" value={id} checked={chosen.includes(id)} />
                  <label for={`choose-${id}`}>{title}</label>
                </span>
              ) : (
                title
              ),
          },
          { title: '单位', wide: true, cell: ({ employerName }) => employerName },
          { title: '地点', wide: true, cell: ({ divisionName }) => divisionName },
          { title: '截止', whole: true, cell: ({ closesOn }) => shortDay(closesOn) },
          {
            title: '名额',
            cell: ({ id, title, openings, takenBy }) =>
              takenBy === null ? number(`seats-${id}`, `${title}的名额`, String(openings)) : '—',
          },
          {
            title: '其中预留',
            cell: ({ id, title, takenBy }) =>
              takenBy === null ? number(`reserve-${id}`, `${title}预留几个`, '') : `在「${takenBy}」里`,
          },
        ]}
      />
    </div>
  );
}

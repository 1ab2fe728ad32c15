import { ABILITY_CODES } from '@tongxing/rules';
import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  FilterForm,
  freshForm,
  type FormState,
  type Frame,
  LinkButton,
  MoneyInput,
  Notice,
  Page,
  Pager,
  PostForm,
  Select,
  shortDay,
  Textarea,
  TextInput,
  type Tone,
  wageText,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  NewWelfareProposalQuery,
  TownWelfareQuery,
  WelfareProposalRowFragment,
  WelfareProposalTextFragment,
} from '../../../gql/generated.js';
import { dayParts } from '../../../http/form.js';
import { taskName } from '../../employer/posts/posts.form.js';
import { Demand } from '../../employer/posts/post-step.view.js';
import { kindText, WELFARE_KIND_CHOICES } from '../../welfare/welfare.words.js';

const HOME = { href: '/desk/welfare', text: '公益性岗位' };
const LIST = { href: '/desk/welfare/proposals', text: '申报' };
const MAX_REASON = 500;
const MAX_UNITS = 100;
const PLAIN_FEN = /\.00$/;

type Post = TownWelfareQuery['welfarePosts']['edges'][number]['node'];
type Proposal = WelfareProposalTextFragment;

/** The town's posts, each with its sheet. */
export function TownWelfarePage(props: {
  frame: Frame;
  total: number;
  posts: readonly Post[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="公益性岗位">
      <p>这里填考勤，也可以申报新的岗位。</p>
      <Actions>
        <LinkButton href="/desk/welfare/proposals/new">申报一个岗位</LinkButton>
        <LinkButton href="/desk/welfare/proposals" kind="second">
          看报过的
        </LinkButton>
      </Actions>
      <h2>本地的岗位 {props.total} 个</h2>
      {props.posts.length === 0 ? (
        <Empty text="还没有公益性岗位。可以申报一个。" />
      ) : (
        <DataTable
          caption="公益性岗位"
          rows={props.posts}
          rowId={({ id }) => `p-${id}`}
          columns={[
            { title: '岗位', cell: (post) => <a href={`/desk/welfare/posts/${post.id}/attendance`}>{post.title}</a> },
            { title: '乡镇', cell: ({ townName }) => townName },
            { title: '单位', cell: ({ employerName }) => employerName, wide: true },
            { title: '在岗', cell: ({ placed }) => placed, number: true },
            { title: '还招', cell: ({ openings }) => openings, number: true },
          ]}
        />
      )}
      <Pager label="岗位分页" next={props.next} first={props.first} />
    </Page>
  );
}

const TONES: Readonly<Record<string, Tone>> = { PROPOSED: 'warn', RETURNED: 'err', APPROVED: 'ok' };

/** Proposals of the region; the town's desk and the office share the list. */
export function ProposalsPage(props: {
  frame: Frame;
  /** where one of them is opened */
  base: string;
  crumb: { href: string; text: string };
  total: number;
  rows: readonly WelfareProposalRowFragment[];
  next?: string;
  first?: string;
  children?: VNode;
}): VNode {
  return (
    <Page frame={props.frame} title="岗位申报" crumbs={[props.crumb]}>
      {props.children}
      <h2>一共 {props.total} 份，新的在前</h2>
      {props.rows.length === 0 ? (
        <Empty text="还没有申报。">
          <LinkButton href="/desk/welfare/proposals/new">申报一个岗位</LinkButton>
        </Empty>
      ) : (
        <CardList>
          {props.rows.map((row) => (
            <Card
              key={row.id}
              level={3}
              href={`${props.base}/${row.id}`}
              title={row.title}
              tag={{ text: row.stateText, tone: TONES[row.state] ?? 'plain' }}
            >
              <p>
                {row.divisionName}，{row.employerName}，{row.seats} 人
              </p>
              <p class="muted">{shortDay(row.proposedOn)}报</p>
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="申报分页" next={props.next} first={props.first} />
    </Page>
  );
}

/** What was asked for, and what became of it. */
export function ProposalFacts({ proposal }: { proposal: Proposal }): VNode {
  return (
    <Facts
      rows={[
        ['状态', proposal.stateText],
        ['用人单位', proposal.employerName],
        ['工作地点', proposal.divisionName],
        ['类别', kindText(proposal.welfareKind)],
        ['人数', `${proposal.seats} 人`],
        ['工资', wageText(proposal.monthlyWageYuan.low, proposal.monthlyWageYuan.high)],
        ['每周工时', proposal.weeklyHours === null ? '' : `${proposal.weeklyHours} 小时`],
        ['做什么', proposal.description ?? ''],
        ['这个活要求', proposal.duties.length > 0 ? proposal.duties.join('；') : '没有体力、视听上的要求'],
        ['便利', proposal.provisions.join('、')],
        ['截止日期', dayText(proposal.closesOn)],
        ['为什么要设', <span class="lines">{proposal.reason}</span>],
        ['谁报的', `${proposal.proposedBy}，${shortDay(proposal.proposedOn)}`],
        ['谁办的', proposal.decidedOn ? `${proposal.decidedBy ?? ''}，${shortDay(proposal.decidedOn)}` : ''],
        ['资金来源', proposal.fundSource ?? ''],
        ['文件号', proposal.fundDocument ?? ''],
      ]}
    />
  );
}

/** One that cannot be changed now. */
export function TownProposalPage({ frame, proposal }: { frame: Frame; proposal: Proposal }): VNode {
  return (
    <Page frame={frame} title={proposal.title} service="岗位申报" crumbs={[HOME, LIST]}>
      <ProposalFacts proposal={proposal} />
    </Page>
  );
}

/** What stands, as the boxes want it. */
export function proposalValues(proposal: Proposal): FormState['values'] {
  return {
    employerId: proposal.employerId,
    title: proposal.title,
    description: proposal.description ?? '',
    welfareKind: proposal.welfareKind ?? '',
    openings: String(proposal.seats),
    workDivisionCode: proposal.workDivisionCode,
    wageLowYuan: proposal.monthlyWageYuan.low.replace(PLAIN_FEN, ''),
    wageHighYuan: proposal.monthlyWageYuan.high.replace(PLAIN_FEN, ''),
    weeklyHours: proposal.weeklyHours === null ? '' : String(proposal.weeklyHours),
    nightShift: proposal.nightShift === null ? '' : proposal.nightShift ? 'yes' : 'no',
    provisions: proposal.provisions.join('、'),
    ...Object.fromEntries(
      proposal.demands.flatMap(({ item, level, task }) => [
        [item, String(level)],
        [taskName(item), task ?? ''],
      ]),
    ),
    ...dayParts('closesOn', proposal.closesOn),
    reason: proposal.reason,
  };
}

/** 申报: a new one, or one that was returned. */
export function ProposalFormPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  units: NewWelfareProposalQuery['welfareUnits'];
  places: NewWelfareProposalQuery['welfarePlaces'];
  search: string;
  proposal?: Proposal;
}): VNode {
  const { form, proposal } = props;
  const action = proposal ? `${LIST.href}/${proposal.id}` : `${LIST.href}/new`;
  const version = typeof form.values.version === 'string' ? form.values.version : String(proposal?.version ?? '');
  return (
    <Page
      frame={props.frame}
      title={proposal ? proposal.title : '申报公益性岗位'}
      service="岗位申报"
      crumbs={[HOME, LIST]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      {proposal?.returnReason && (
        <Notice tone="warn" title="退回了">
          <p>{proposal.returnReason}</p>
        </Notice>
      )}
      {!proposal && props.units.length >= MAX_UNITS && (
        <FilterForm action={action} label="找单位">
          <TextInput
            form={freshForm({ text: props.search })}
            name="text"
            label="单位名称里的字"
            width="w10"
            maxLength={20}
          />
        </FilterForm>
      )}
      <PostForm action={action} csrf={props.csrf} once={props.once} hidden={proposal ? { version } : {}}>
        <h2>岗位</h2>
        <Select
          form={form}
          name="employerId"
          label="用人单位"
          empty="请选"
          choices={props.units.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <TextInput form={form} name="title" label="岗位名称" width="w20" maxLength={60} />
        <Select
          form={form}
          name="welfareKind"
          label="类别"
          empty="不在这几类里"
          choices={WELFARE_KIND_CHOICES}
          optional
        />
        <TextInput form={form} name="openings" label="设几个" mode="numeric" width="w4" maxLength={5} suffix="人" />
        <Textarea
          form={form}
          name="description"
          label="做什么"
          hint="只写要做的事。不写年龄、性别、身体条件。最多 500 字"
          limit={500}
          optional
        />
        <h2>地点、工资、时间</h2>
        <Select
          form={form}
          name="workDivisionCode"
          label="工作地点"
          empty="请选"
          choices={props.places.map(({ code, divisionName }) => ({ value: code, text: divisionName }))}
        />
        <MoneyInput form={form} name="wageLowYuan" label="月薪下限" />
        <MoneyInput form={form} name="wageHighYuan" label="月薪上限" />
        <TextInput
          form={form}
          name="weeklyHours"
          label="每周工时"
          mode="decimal"
          width="w4"
          maxLength={5}
          suffix="小时"
          optional
        />
        <Select
          form={form}
          name="nightShift"
          label="夜班"
          empty="没有说明"
          choices={[
            { value: 'no', text: '没有夜班' },
            { value: 'yes', text: '有夜班' },
          ]}
          optional
        />
        <DateInput form={form} name="closesOn" label="截止日期" hint="最后一天可以报名的日子" />
        <h2>这个活要求什么</h2>
        <p>每一项选这个活真正要用到的。2 级以上请写是哪件事。</p>
        {ABILITY_CODES.map((item) => (
          <Demand form={form} item={item} key={item} />
        ))}
        <TextInput
          form={form}
          name="provisions"
          label="便利"
          hint="几样用顿号分开，比如坡道电梯、可提供文字沟通"
          optional
        />
        <h2>为什么要设</h2>
        <Textarea form={form} name="reason" label="为什么要设" limit={MAX_REASON} rows={5} />
        <Button>{proposal ? '改好再报' : '报给残联'}</Button>
      </PostForm>
    </Page>
  );
}

import {
  Actions,
  Button,
  Checkboxes,
  DataTable,
  DateInput,
  dayText,
  Empty,
  ErrorSummary,
  Facts,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  Select,
  shortDay,
  StatusTag,
  SubNav,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  OfficeWelfareQuery,
  WelfarePersonQuery,
  WelfarePersonRowFragment,
  WelfarePostRowFragment,
  WelfareProposalTextFragment,
} from '../../../gql/generated.js';
import { ProposalFacts } from '../../counsellor/welfare/welfare-desk.view.js';
import { FUND_CHOICES, kindText } from '../../welfare/welfare.words.js';

type Share = OfficeWelfareQuery['welfareShare'];
type Person = WelfarePersonQuery['welfarePerson'];
const HOME = { href: '/office/welfare', text: '公益性岗位' };
const MAX_BASIS = 300;
const REOPEN = [{ value: 'yes', text: '空出来的岗位再招人' }];

const AlertTag = ({ alert }: { alert: number | null }): VNode | null =>
  alert === null ? null : <StatusTag text={`${alert} 天内到期`} tone={alert <= 30 ? 'err' : 'warn'} />;

/** The share in one sentence, the table behind it, and whose term ends. */
export function OfficeWelfarePage(props: {
  frame: Frame;
  share: Share;
  waiting: number;
  alerts: readonly WelfarePersonRowFragment[];
  alertCount: number;
  next?: string;
  first?: string;
}): VNode {
  const { share } = props;
  const query = (row: Share['rows'][number]): string =>
    `?town=${row.divisionCode}&kind=${encodeURIComponent(row.welfareKind)}&day=${share.day}`;
  return (
    <Page frame={props.frame} title="公益性岗位" crumbs={[{ href: '/office', text: '工作台' }]}>
      <Actions>
        <LinkButton href="/office/welfare/proposals">审批申报（{props.waiting} 份）</LinkButton>
        <LinkButton href="/office/welfare/posts" kind="second">
          看全部岗位
        </LinkButton>
        <LinkButton href="/office/welfare/people" kind="second">
          看在岗的人
        </LinkButton>
        <LinkButton href="/office/welfare/members" kind="second">
          看残疾人家庭成员
        </LinkButton>
      </Actions>
      <h2>残疾人占几成</h2>
      <ShareSentence share={share} />
      <p class="muted">
        {dayText(share.day)}。{share.dayBasis}
      </p>
      {share.unreported > 0 && <p>有 {share.unreported} 个岗位没登记在用人数，只算了名册上的人。</p>}
      {share.rows.length === 0 ? (
        <Empty text="这一天没有在用的公益性岗位。先登记谁在岗。" />
      ) : (
        <DataTable
          caption="按乡镇和类别"
          rows={share.rows}
          rowId={(row) => `s-${row.divisionCode}-${row.welfareKind}`}
          columns={[
            { title: '乡镇', cell: ({ townName }) => townName },
            { title: '类别', cell: (row) => row.kindText },
            {
              title: '在用岗位',
              cell: (row) => (
                <a
                  href={`/office/welfare/posts${query(row)}`}
                  aria-label={`${row.townName}${row.kindText}在用岗位 ${row.inUse} 个`}
                >
                  {row.inUse} 个
                </a>
              ),
              number: true,
            },
            {
              title: '残疾人',
              cell: (row) => (
                <a
                  href={`/office/welfare/people${query(row)}`}
                  aria-label={`${row.townName}${row.kindText}残疾人 ${row.disabled} 人`}
                >
                  {row.disabled} 人
                </a>
              ),
              number: true,
            },
          ]}
        />
      )}
      <h2>90 天内到期的 {props.alertCount} 人</h2>
      {props.alerts.length === 0 ? (
        <p>现在没有快到期的。</p>
      ) : (
        <People rows={props.alerts} caption="快到期的，早的在前" />
      )}
      <Pager label="快到期分页" next={props.next} first={props.first} />
    </Page>
  );
}

function ShareSentence({ share }: { share: Share }): VNode {
  if (share.shareText === null) return <p>没有在用的岗位，算不出份额。</p>;
  const figures = `在用 ${share.inUse} 个，残疾人 ${share.disabled} 人，占 ${share.shareText}。`;
  if (share.minimumText === null) return <p>{figures}最低份额没有录入，不判断。</p>;
  if (share.unreported > 0)
    return (
      <p>
        {figures}在用人数没登记全，先不判断够不够 {share.minimumText}。
      </p>
    );
  return (
    <Notice tone={share.meets ? 'ok' : 'warn'}>
      <p>{figures}</p>
      <p>
        规定至少 {share.minimumText}，{share.meets ? '达到了' : `还差 ${share.missing} 人`}。
      </p>
      <p class="small muted">依据：{share.minimumSource}</p>
    </Notice>
  );
}

const countedText = ({ counted, isMember }: Pick<WelfarePersonRowFragment, 'counted' | 'isMember'>): string => {
  if (isMember) return '家庭成员，不计';
  return counted ? '计入' : '证件失效，不计';
};

function People({ rows, caption }: { rows: readonly WelfarePersonRowFragment[]; caption: string }): VNode {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowId={({ id }) => `w-${id}`}
      columns={[
        { title: '姓名', cell: ({ id, name }) => <a href={`/office/welfare/people/${id}`}>{name}</a> },
        { title: '村', cell: ({ divisionName }) => divisionName },
        { title: '岗位', cell: ({ postTitle }) => postTitle },
        { title: '干了', cell: ({ served }) => served, whole: true },
        {
          title: '期限',
          cell: ({ termEndsOn, alert }) => (
            <>
              {termEndsOn ?? '没有录入'} <AlertTag alert={alert} />
            </>
          ),
        },
        { title: '计入份额', cell: countedText },
      ]}
    />
  );
}

/** The list behind the seats in use. */
export function OfficePostsPage(props: {
  frame: Frame;
  total: number;
  posts: readonly WelfarePostRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="公益性岗位名单" crumbs={[HOME]}>
      <h2>一共 {props.total} 个，新的在前</h2>
      {props.posts.length === 0 ? (
        <Empty text="没有公益性岗位。乡镇可以申报。" />
      ) : (
        <DataTable
          caption="公益性岗位"
          rows={props.posts}
          rowId={({ id }) => `p-${id}`}
          columns={[
            { title: '岗位', cell: ({ id, title }) => <a href={`/office/welfare/posts/${id}`}>{title}</a> },
            { title: '乡镇', cell: ({ townName }) => townName },
            { title: '类别', cell: (post) => kindText(post.kindText) },
            { title: '单位', cell: ({ employerName }) => employerName, wide: true },
            { title: '在用', cell: ({ inUse }) => inUse, number: true },
            { title: '残疾人', cell: ({ disabled }) => disabled, number: true },
            { title: '还招', cell: ({ openings }) => openings, number: true },
          ]}
        />
      )}
      <Pager label="岗位分页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One post: who is there, and how many seats are in use. */
export function OfficePostPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  post: WelfarePostRowFragment;
}): VNode {
  const { post, form } = props;
  return (
    <Page
      frame={props.frame}
      title={post.title}
      service="公益性岗位"
      crumbs={[HOME, { href: '/office/welfare/posts', text: '岗位名单' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['单位', post.employerName],
          ['乡镇', post.townName],
          ['类别', kindText(post.kindText)],
          ['在用', `${post.inUse} 个`],
          [
            '名册上在岗',
            `${post.placed} 人，计入份额 ${post.disabled} 人${post.members > 0 ? `，家庭成员 ${post.members} 人不计` : ''}`,
          ],
          ['还招', `${post.openings} 人`],
          [
            '登记过',
            post.reportedOn ? `${post.reportedOn} 有 ${post.reported} 个在用：${post.source ?? ''}` : '没有登记过',
          ],
        ]}
      />
      <Actions>
        <LinkButton href={`/office/welfare/people?post=${post.id}`} kind="second">
          看在岗的人
        </LinkButton>
        <LinkButton href={`/office/welfare/posts/${post.id}/attendance`} kind="second">
          看考勤
        </LinkButton>
      </Actions>
      <h2>登记在用人数</h2>
      <p>不管是不是残疾人，都算在用。</p>
      <PostForm action={`/office/welfare/posts/${post.id}`} csrf={props.csrf}>
        <TextInput form={form} name="inUse" label="有几个人在用" mode="numeric" width="w4" maxLength={5} suffix="人" />
        <DateInput form={form} name="onDay" label="哪一天" />
        <TextInput form={form} name="source" label="依据" hint="比如：人社局 11 月花名册" maxLength={200} />
        <Button>登记</Button>
      </PostForm>
    </Page>
  );
}

/** The list behind the people. */
export function OfficePeoplePage(props: {
  frame: Frame;
  total: number;
  people: readonly WelfarePersonRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="在岗的人" crumbs={[HOME]}>
      <h2>一共 {props.total} 人，先来的在前</h2>
      {props.people.length === 0 ? (
        <Empty text="没有人在岗。可以看别的乡镇或日子。" />
      ) : (
        <People rows={props.people} caption="在公益性岗位上的人" />
      )}
      <Pager label="名单分页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One person: the term with its reasons, and the way out. */
export function OfficePersonPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  person: Person;
}): VNode {
  const { person, form } = props;
  const here = `/office/welfare/people/${person.id}`;
  const waiting = person.exits.find(({ state }) => state === 'NOTICED');
  return (
    <Page
      frame={props.frame}
      title={person.name}
      service="公益性岗位"
      crumbs={[HOME, { href: '/office/welfare/people', text: '在岗的人' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <Facts
        rows={[
          ['住在', person.divisionName],
          [
            '岗位',
            <a class="phone" href={`/office/welfare/posts/${person.postId}`}>
              {person.postTitle}
            </a>,
          ],
          ['上岗', dayText(person.startedOn)],
          ['离岗', person.endedOn ? `${dayText(person.endedOn)}，${person.endReason ?? ''}` : ''],
          ['干了', person.served],
          ['期限', person.termEndsOn ? dayText(person.termEndsOn) : '没有录入'],
          ['计入份额', countedText(person)],
        ]}
      />
      <h2>期限怎么算的</h2>
      <ul>
        {person.termReasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {person.exits.length > 0 && (
        <>
          <h2>退出</h2>
          {person.exits.map((exit) => (
            <section key={exit.id}>
              <h3>{exit.reasonText}</h3>
              <Facts
                rows={[
                  ['状态', exit.stateText],
                  ['依据', exit.basis],
                  ['告知', shortDay(exit.noticedOn)],
                  ['说明到', exit.answerBy ? shortDay(exit.answerBy) : ''],
                  ['本人的说明', exit.answer ?? ''],
                  ['决定', exit.decision ? `${exit.decision}（${shortDay(exit.decidedOn ?? '')}）` : ''],
                ]}
              />
            </section>
          ))}
        </>
      )}
      {waiting && !waiting.mayDecide && <p>要由另一位干部决定。</p>}
      {waiting?.mayDecide && (
        <>
          <h2>决定</h2>
          <p>没有本人的说明，要等过了说明的日子。</p>
          <PostForm
            action={here}
            csrf={props.csrf}
            once={props.once}
            hidden={{ exit: waiting.id, version: String(waiting.version) }}
          >
            <Radios
              form={form}
              name="outcome"
              label="怎么决定"
              choices={[
                { value: 'END', text: '退出岗位' },
                { value: 'DROP', text: '留在岗位上' },
              ]}
            />
            <Textarea form={form} name="answer" label="本人说了什么" limit={500} optional />
            <Textarea form={form} name="decision" label="为什么这样决定" limit={MAX_BASIS} />
            <DateInput form={form} name="lastDay" label="最后一天" hint="退出岗位的才填" optional />
            <Checkboxes form={form} name="reopen" label="岗位" choices={REOPEN} optional />
            <Button name="do" value="decide">
              提交决定
            </Button>
          </PostForm>
        </>
      )}
      {!waiting && !person.endedOn && (
        <>
          <h2>办退出</h2>
          <p>材料不实、不到岗、拒绝安排的，先告知本人。过了说明的日子，由另一位干部决定。</p>
          <PostForm action={here} csrf={props.csrf} once={props.once}>
            <Select
              form={form}
              name="reason"
              label="原因"
              empty="请选"
              choices={person.reasons.map(({ code, text, hearing }) => ({
                value: code,
                text: hearing ? `${text}（先告知）` : text,
              }))}
            />
            <Textarea form={form} name="basis" label="依据" limit={MAX_BASIS} />
            <DateInput form={form} name="lastDay" label="最后一天" hint="先告知的不填" optional />
            <DateInput form={form} name="answerBy" label="说明到哪一天" hint="先告知的才填" optional />
            <Checkboxes form={form} name="reopen" label="岗位" choices={REOPEN} optional />
            <Button name="do" value="begin">
              办退出
            </Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}

export const ProposalFilter = ({ all }: { all: boolean }): VNode => (
  <SubNav
    label="看哪些"
    links={[
      { href: '/office/welfare/proposals', text: '等审批的', current: !all },
      { href: '/office/welfare/proposals?state=all', text: '全部', current: all },
    ]}
  />
);

/** A proposal, and the decision. */
export function OfficeProposalPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  proposal: WelfareProposalTextFragment;
}): VNode {
  const { proposal, form } = props;
  const action = `/office/welfare/proposals/${proposal.id}`;
  const hidden = { version: String(proposal.version) };
  return (
    <Page
      frame={props.frame}
      title={proposal.title}
      service="岗位申报"
      crumbs={[HOME, { href: '/office/welfare/proposals', text: '岗位申报' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <ProposalFacts proposal={proposal} />
      {proposal.returnReason && <p>退回的原因：{proposal.returnReason}</p>}
      {proposal.state === 'PROPOSED' && !proposal.mayDecide && <p>这是您自己报的，要由另一位干部审批。</p>}
      {proposal.mayDecide && (
        <PostForm action={action} csrf={props.csrf} once={props.once} hidden={hidden}>
          <h2>批准</h2>
          <p>批准以后岗位就发布了，可以放进分配轮次。</p>
          <Select form={form} name="fundSource" label="资金来源" empty="请选" choices={FUND_CHOICES} />
          <TextInput form={form} name="fundDocument" label="文件号" width="w20" maxLength={80} />
          <Button name="do" value="approve">
            批准并发布
          </Button>
          <h2>退回</h2>
          <Textarea form={form} name="reason" label="要改什么" limit={MAX_BASIS} optional />
          <Button name="do" value="return" kind="second">
            退回给乡镇
          </Button>
        </PostForm>
      )}
    </Page>
  );
}

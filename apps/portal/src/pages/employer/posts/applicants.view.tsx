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
  momentText,
  MoneyInput,
  Notice,
  Page,
  Pager,
  PostForm,
  Radios,
  shortDay,
  StatusTag,
  TextInput,
  type Tone,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { ApplicantQuery, ApplicantRowFragment } from '../../../gql/generated.js';
import { CONTACT_WAYS, INTERVIEW_WAYS, isMove, type Move, MOVES, REASONS } from './applicants.words.js';

type One = ApplicantQuery['applicant'];

const TONES: Readonly<Record<string, Tone>> = { NEW: 'warn', ACCEPTED: 'ok', ONBOARD: 'ok' };
const POSTS = { href: '/org/posts', text: '岗位' };
const hrefOf = (id: string): string => `/org/applications/${id}`;
const nameOf = ({ name, reference }: Pick<ApplicantRowFragment, 'name' | 'reference'>): string =>
  name ?? `应聘人 ${reference}`;
/** What the post asks for is answered; what the rules left open is not. */
const meetsText = (meets: boolean): string => (meets ? '符合岗位的要求' : '还没有评估');

/** 应聘的人: before somebody agrees there is a reference. */
export function ApplicantsPage(props: {
  frame: Frame;
  post: { id: string; title: string };
  total: number;
  rows: readonly ApplicantRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  const { post } = props;
  const edit = `/org/posts/${post.id}`;
  return (
    <Page frame={props.frame} title="应聘的人" service={post.title} crumbs={[POSTS, { href: edit, text: post.title }]}>
      {props.rows.length === 0 ? (
        <Empty text="还没有人应聘。把要求写得准，合适的人更多。">
          <LinkButton href={`${edit}/people`}>看哪些要求挡住了人</LinkButton>
        </Empty>
      ) : (
        <>
          <p>一共 {props.total} 人，新的在前。本人同意以后，才看得到姓名和电话。</p>
          <CardList>
            {props.rows.map((row) => (
              <Card
                key={row.id}
                href={hrefOf(row.id)}
                title={nameOf(row)}
                tag={{ text: row.stateText, tone: TONES[row.state] ?? 'plain' }}
              >
                <p>
                  {shortDay(row.appliedOn)}
                  {row.referred ? '，残联推荐的' : '，自己申请的'}，{meetsText(row.meets)}
                </p>
              </Card>
            ))}
          </CardList>
        </>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

const crumbsOf = ({ post }: One) => [
  POSTS,
  { href: `/org/posts/${post.id}`, text: post.title },
  { href: `/org/posts/${post.id}/applicants`, text: '应聘的人' },
];

/** One of them, and what can be done next. */
export function ApplicantPage(props: { frame: Frame; csrf: string; form: FormState; one: One }): VNode {
  const { one, form } = props;
  const moves = one.moves.filter(isMove);
  return (
    <Page
      frame={props.frame}
      title={nameOf(one)}
      service="应聘的人"
      wrong={form.problems.length > 0}
      crumbs={crumbsOf(one)}
    >
      <ErrorSummary form={form} />
      <p>
        <StatusTag text={one.stateText} tone={TONES[one.state] ?? 'plain'} />
      </p>
      {!one.released && moves.length > 0 && (
        <Notice>
          <p>本人还没有同意让您看到姓名和电话。</p>
          <p>同意以后，您会收到消息，再约面试。</p>
        </Notice>
      )}
      <Facts
        rows={[
          ['岗位', one.post.title],
          ['编号', one.reference],
          ['怎么来的', one.referred ? '残联推荐的' : '自己申请的'],
          ['日期', dayText(one.appliedOn)],
          ['岗位的要求', meetsText(one.meets)],
          ['电话', one.contactPhone],
          ['怎么联系', one.contactWay && (CONTACT_WAYS[one.contactWay] ?? one.contactWay)],
          ['需要的便利', one.needs.join('、')],
          ['和他一起来的', one.comingAlong.join('、')],
          ['本人的话', one.note && <span class="lines">{one.note}</span>],
          ['面试', one.interview && `${momentText(one.interview.at)}，${one.interview.place}，${one.interview.way}`],
          ['月薪', one.offer && `${one.offer.monthlyWageYuan}元`],
          ['哪天上岗', one.offer && dayText(one.offer.startsOn)],
          ['哪天前答复', one.offer && dayText(one.offer.replyBy)],
          ['本人答应', one.offer?.acceptedOn && dayText(one.offer.acceptedOn)],
          ['不录用的原因', one.refuseReason],
        ]}
      />
      {moves.length > 0 && (
        <>
          <h2>下一步</h2>
          <PostForm action={hrefOf(one.id)} csrf={props.csrf}>
            <Radios
              form={form}
              name="to"
              label="怎么办"
              choices={moves.map((move) => ({
                value: move,
                text: move === one.state ? MOVES[move].again : MOVES[move].text,
              }))}
            />
            <Button>下一步</Button>
          </PostForm>
        </>
      )}
    </Page>
  );
}

/** The page of one move: what has to be said with it. */
export function MovePage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  move: Move;
  one: One;
}): VNode {
  const { one, form, move } = props;
  const version = typeof form.values.version === 'string' ? form.values.version : String(one.version);
  return (
    <Page
      frame={props.frame}
      title={MOVES[move].text}
      service={nameOf(one)}
      wrong={form.problems.length > 0}
      crumbs={[...crumbsOf(one), { href: hrefOf(one.id), text: nameOf(one) }]}
    >
      <ErrorSummary form={form} />
      <PostForm
        action={`${hrefOf(one.id)}/${MOVES[move].path}`}
        csrf={props.csrf}
        once={props.once}
        hidden={{ version }}
      >
        {move === 'INTERVIEW' && (
          <>
            <DateInput form={form} name="on" label="哪天面试" />
            <TextInput form={form} name="at" label="几点" hint="24 小时制，比如 09:30" width="w4" maxLength={5} />
            <TextInput
              form={form}
              name="place"
              label="地点"
              hint="打电话的，写「打电话」"
              width="w20"
              maxLength={100}
            />
            <Radios form={form} name="way" label="怎么面试" choices={INTERVIEW_WAYS} />
          </>
        )}
        {move === 'OFFERED' && (
          <>
            <MoneyInput form={form} name="wageYuan" label="月薪" />
            <DateInput form={form} name="startsOn" label="哪天上岗" />
            <DateInput form={form} name="replyBy" label="请本人哪天前答复" />
          </>
        )}
        {move === 'ONBOARD' && (
          <DateInput
            form={form}
            name="startedOn"
            label="第一天上班是哪天"
            hint="今天或以前。登记后，岗位少一个名额。"
          />
        )}
        {move === 'REFUSED' && (
          <Radios
            form={form}
            name="reason"
            label="为什么不录用"
            hint="不能因为残疾、年龄、性别不录用。"
            choices={REASONS}
          />
        )}
        <Actions>
          <Button kind={move === 'REFUSED' ? 'danger' : 'first'}>{MOVES[move].text}</Button>
          <LinkButton href={hrefOf(one.id)} kind="second">
            先不办
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Card,
  CardList,
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
  shortDay,
  StatusTag,
  TextInput,
} from '@tongxing/ui';
import type { MyRoundResultQuery, MyRoundsQuery, MySeatViewFragment } from '../../../gql/generated.js';
import { CutOffTable, PostTable, TierTable } from '../../rounds/rounds.parts.js';
import { rangeText, seatsText, stateTag, untilText } from '../../rounds/rounds.words.js';
import { SeatSection } from './seat.view.js';
import { isFitting, rankName, type Round, type RoundPost } from './rounds.form.js';

type Row = MyRoundsQuery['allocationRounds']['edges'][number]['node'];
type Mine = NonNullable<Round['mine']>;
type Result = MyRoundResultQuery['myAllocationResult'];

const LIST = '/me/rounds';
const CRUMBS = [{ href: LIST, text: '岗位分配' }];

/** What a round is to whoever looks, in a sentence. */
function partLine({ state, mine, drawnOn, choicesUntil, publishedOn }: Row): string {
  if (mine === null) {
    if (state === 'ANNOUNCED') return '名册还没有定。合条件的人会自动列入。';
    return state === 'PUBLISHED' && publishedOn ? `${shortDay(publishedOn)}公布。您不在名册上。` : '您不在名册上。';
  }
  if (state === 'PUBLISHED') {
    if (mine.seat !== null) return mine.seat;
    if (mine.place !== null) return `您分配到「${mine.place}」。`;
    return mine.listed > 0 ? '您没有分配到岗位。可以看为什么。' : '您没有填志愿。';
  }
  const number = mine.number === null ? `您在名册上，${shortDay(drawnOn)}摇号。` : `您是 ${mine.number} 号。`;
  const listed = mine.listed > 0 ? `填了 ${mine.listed} 个志愿。` : '还没有填志愿。';
  if (mine.open) return `${number}${listed}${shortDay(choicesUntil)}截止。`;
  return mine.number === null ? number : `${number}${mine.listed > 0 ? listed : '没有填志愿。'}等公布结果。`;
}

/** 岗位分配: rounds that one is in, or may be in. */
export function MyRoundsPage(props: { frame: Frame; rows: readonly Row[]; next?: string; first?: string }): VNode {
  return (
    <Page frame={props.frame} title="岗位分配">
      <p>公益性岗位想去的人多，就按顺序和摇号分。</p>
      {props.rows.length === 0 ? (
        <Empty text="您那里现在没有岗位分配。">
          <Actions>
            <LinkButton href="/me/jobs">看推荐岗位</LinkButton>
          </Actions>
        </Empty>
      ) : (
        <CardList>
          {props.rows.map((row) => (
            <Card key={row.id} href={`${LIST}/${row.id}`} title={row.title} tag={stateTag(row)}>
              <p>
                {row.divisionName}，{rangeText(row.posts, row.seats)}
              </p>
              <p>{partLine(row)}</p>
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One round: the own number first, then the own list or the own result, then how it goes. */
export function MyRoundPage(props: {
  frame: Frame;
  round: Round;
  result: Result | null;
  seat: MySeatViewFragment | null;
}): VNode {
  const { round, result, seat } = props;
  const { mine } = round;
  return (
    <Page frame={props.frame} title={round.title} service="岗位分配" crumbs={CRUMBS} readable>
      <p>
        <StatusTag {...stateTag(round)} />
      </p>
      {mine === null ? <NotListed round={round} /> : <Number round={round} mine={mine} />}
      {seat !== null && <SeatSection roundId={round.id} seat={seat} />}
      {result !== null && <Outcome result={result} first={seat !== null} />}
      {mine !== null && result === null && <List round={round} mine={mine} />}
      <h2>日程</h2>
      <Facts
        rows={[
          ['冻结名册', `${dayText(round.frozenOn)}起`],
          ['摇号', `${dayText(round.drawnOn)}起`],
          ['填志愿', `到${dayText(round.choicesUntil)}为止`],
          ['签合同', `${dayText(round.contractsFrom)}起`],
        ]}
      />
      <h2>谁在前面</h2>
      <TierTable tiers={round.tiers} />
      <h2>岗位</h2>
      {round.state === 'PUBLISHED' ? <CutOffTable posts={round.posts} /> : <PostTable posts={round.posts} />}
      {round.state === 'PUBLISHED' && (
        <Actions>
          <LinkButton href={`/rounds/${round.id}${mine ? `?ticket=${mine.ticket}` : ''}`} kind="second">
            看公开的结果
          </LinkButton>
          {mine && (
            <LinkButton href={`${LIST}/${round.id}/mine`} kind="second" download>
              下载我的核对文件
            </LinkButton>
          )}
        </Actions>
      )}
    </Page>
  );
}

const NotListed = ({ round }: { round: Round }): VNode => (
  <Notice>
    <p>
      {round.state === 'ANNOUNCED'
        ? `${dayText(round.frozenOn)}定名册。想就业、没有工作、同意推荐岗位的人会列入。`
        : '您不在这一轮的名册上，不能填志愿。'}
    </p>
    <p>
      有疑问请<a href="/help">联系残联</a>。
    </p>
  </Notice>
);

function Number({ round, mine }: { round: Round; mine: Mine }): VNode {
  if (mine.number === null)
    return (
      <Notice>
        <p>您在名册上。{dayText(round.drawnOn)}起摇号，摇到的号会发消息给您。</p>
        <p>您的票号是 {mine.ticket}，请记下来。</p>
      </Notice>
    );
  return (
    <Notice tone="ok" title={`您摇到 ${mine.number} 号`}>
      <p>一共 {round.entrants} 个号，号小的在前。先看优先档，同一档才看号。</p>
      <p>
        名册上记的：{mine.statusTexts.join('、')}。票号 {mine.ticket}。
      </p>
    </Notice>
  );
}

function List({ round, mine }: { round: Round; mine: Mine }): VNode | null {
  if (mine.number === null) return null;
  const { choices, listHash, open } = mine;
  return (
    <>
      <h2>我的志愿</h2>
      {choices.length === 0 ? (
        <p>{listHash === null ? '还没有填志愿。' : '您说过这一轮不参加。'}</p>
      ) : (
        <ol>
          {choices.map(({ postId, title }) => (
            <li key={postId}>{title}</li>
          ))}
        </ol>
      )}
      {listHash !== null && (
        <p class="small">
          回执 <span class="code">{listHash}</span>
        </p>
      )}
      {open ? (
        <>
          <p>{untilText(round.choicesUntil)}，填了还可以改。填几个都行，填得多不吃亏。</p>
          <Actions>
            <LinkButton href={`${LIST}/${round.id}/choices`}>{listHash === null ? '填志愿' : '改志愿'}</LinkButton>
          </Actions>
        </>
      ) : (
        <p>志愿已经截止，等公布结果。公布了会发消息给您。</p>
      )}
    </>
  );
}

/** @param first seats went on since: what is told here is the first result */
function Outcome({ result, first }: { result: Result; first: boolean }): VNode {
  const placed = result.title !== null;
  return (
    <>
      {first && <h2>公布的结果</h2>}
      <Notice tone={placed ? 'ok' : 'plain'} title={placed ? `您分配到「${result.title}」` : '您没有分配到岗位'}>
        {placed ? (
          <p>
            是您的第 {result.choice} 志愿，{result.kind === 'RESERVED' ? '预留的名额' : '普通名额'}。
          </p>
        ) : (
          <p>不影响您申请别的岗位，也不算拒绝。</p>
        )}
      </Notice>
      <h2>为什么</h2>
      <ol>
        {result.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </>
  );
}

/** 填志愿: a number a post. No dragging: it works by keyboard, by ear and without script. */
export function ChoicesPage(props: { frame: Frame; csrf: string; form: FormState; round: Round }): VNode {
  const { form, round } = props;
  const mine = round.mine as Mine;
  const posts = round.posts.map((post, index) => ({ post, index }));
  const fitting = posts.filter(({ post }) => isFitting(post));
  return (
    <Page
      frame={props.frame}
      title="填志愿"
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={[...CRUMBS, { href: `${LIST}/${round.id}`, text: round.title }]}
    >
      <ErrorSummary form={form} />
      <p>
        您是 <strong>{mine.number} 号</strong>，一共 {round.entrants} 个号。
      </p>
      <p>最想去的填 1，第二想去的填 2。不想去的空着。</p>
      <p>照真心想的填就好。排得前后，不影响别人在您前面还是后面。</p>
      {fitting.length === 0 ? (
        <Empty text="这一轮里没有合适您的岗位。">
          <p>还缺资料的岗位，先评估了就可能能填。</p>
        </Empty>
      ) : (
        <PostForm action={`${LIST}/${round.id}/choices`} csrf={props.csrf}>
          <CardList>
            {fitting.map(({ post, index }) => (
              <Card key={post.postId} title={post.title} tag={{ text: fitText(post), tone: 'ok' }}>
                <p>
                  {post.employerName}，{post.divisionName}
                </p>
                <p>
                  {seatsText(post)}。<a href={`/jobs/${post.postId}`}>看「{post.title}」做什么</a>
                </p>
                <TextInput
                  form={form}
                  name={rankName(index)}
                  label={`「${post.title}」排第几`}
                  optional
                  mode="numeric"
                  autocomplete="off"
                  width="w4"
                  maxLength={3}
                />
              </Card>
            ))}
          </CardList>
          <Actions>
            <Button>下一步，核对</Button>
            <Button kind="second" name="do" value="none">
              不参加这一轮
            </Button>
          </Actions>
        </PostForm>
      )}
      <Others posts={round.posts} />
    </Page>
  );
}

const fitText = ({ answer }: RoundPost): string => (answer === 'FITS_WITH' ? '有帮助就合适' : '合适');

/** What cannot be listed, and what to do about it. */
function Others({ posts }: { posts: readonly RoundPost[] }): VNode | null {
  const [unknown, unfit] = [
    posts.filter(({ answer }) => answer === 'UNKNOWN'),
    posts.filter(({ answer }) => answer === 'NO'),
  ];
  if (unknown.length + unfit.length === 0) return null;
  const links = (list: readonly RoundPost[]): VNode => (
    <ul>
      {list.map(({ postId, title }) => (
        <li key={postId}>
          <a class="phone" href={`/me/jobs/${postId}`}>
            {title}：看原因
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {unknown.length > 0 && (
        <>
          <h2>还缺资料，先评估才能填</h2>
          <p>请联系就业辅导员评估，评估以后再来填。</p>
          {links(unknown)}
        </>
      )}
      {unfit.length > 0 && (
        <>
          <h2>现在不合适，不能填</h2>
          {links(unfit)}
        </>
      )}
    </>
  );
}

/** 核对: the list read back, each line with buttons to move it. */
export function CheckPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  round: Round;
  order: readonly number[];
}): VNode {
  const { round, order, form } = props;
  const here = `${LIST}/${round.id}`;
  return (
    <Page
      frame={props.frame}
      title="核对志愿"
      service={round.title}
      wrong={form.problems.length > 0}
      crumbs={[...CRUMBS, { href: here, text: round.title }, { href: `${here}/choices`, text: '填志愿' }]}
      readable
    >
      <ErrorSummary form={form} />
      {order.length === 0 ? (
        <p>您一个岗位也没有填。提交以后，这一轮不参加。</p>
      ) : (
        <>
          <p>还没有提交。请看顺序对不对。</p>
          <PostForm action={`${here}/check`} csrf={props.csrf}>
            <ol>
              {order.map((place, at) => (
                <li key={place}>
                  <Line title={round.posts[place]?.title ?? ''} at={at} last={order.length - 1} />
                </li>
              ))}
            </ol>
          </PostForm>
        </>
      )}
      <PostForm action={`${here}/check`} csrf={props.csrf} once={props.once}>
        <Actions>
          <Button>{order.length === 0 ? '提交，不参加' : `提交这 ${order.length} 个志愿`}</Button>
          <LinkButton href={`${here}/choices`} kind="second">
            返回去改
          </LinkButton>
        </Actions>
      </PostForm>
    </Page>
  );
}

function Line({ title, at, last }: { title: string; at: number; last: number }): VNode {
  const press = (what: string, text: string): VNode => (
    <Button kind="second" name="move" value={`${what}-${at}`}>
      {text}
      <span class="vh">「{title}」</span>
    </Button>
  );
  return (
    <>
      <strong>
        第{at + 1}志愿 {title}
      </strong>
      <div class="acts">
        {at > 0 && press('up', '上移')}
        {at < last && press('down', '下移')}
        {press('out', '去掉')}
      </div>
    </>
  );
}

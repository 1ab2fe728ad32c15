import {
  Actions,
  Button,
  Card,
  CardList,
  DataTable,
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
  StatusTag,
  SubNav,
  Textarea,
  TextInput,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type {
  PairedPostRowFragment,
  PostPairsQuery,
  SharedPostRowFragment,
  SharedPostsQuery,
  StalePostsQuery,
} from '../../../gql/generated.js';

export const SHARED = '/office/posts/shared';
export const DUPLICATES = '/office/posts/duplicates';
export const STALE = '/office/posts/stale';
const DESK = { href: '/office', text: '工作台' };
const LONGEST_REASON = 200;

interface Paged {
  next?: string;
  first?: string;
}

/** The three lists, one from another. */
const Lists = ({ current }: { current: string }): VNode => (
  <SubNav
    label="岗位的几张表"
    links={[
      { href: SHARED, text: '共享岗位', current: current === SHARED },
      { href: DUPLICATES, text: '像同一个的', current: current === DUPLICATES },
      { href: STALE, text: '待确认的', current: current === STALE },
    ]}
  />
);

const Wrong = ({ text }: { text: string | undefined }): VNode | null =>
  text === undefined ? null : (
    <Notice tone="err" focus>
      <p>{text}</p>
    </Notice>
  );

/** 共享岗位: from whom, what came, what is not shown here. */
export function SharedPostsPage(
  props: {
    frame: Frame;
    csrf: string;
    form: FormState;
    offices: SharedPostsQuery['sourceOffices'];
    total: number;
    posts: readonly SharedPostRowFragment[];
  } & Paged,
): VNode {
  const { form, offices, posts } = props;
  return (
    <Page frame={props.frame} title="共享岗位" crumbs={[DESK]} wrong={form.problems.length > 0}>
      <ErrorSummary form={form} />
      <Lists current={SHARED} />
      <p>别的残联的岗位，按来源编号认。内容由来源机构改，这里只能隐藏。</p>
      <Actions>
        <LinkButton href="/office/rosters/shared-posts">导入一份数据</LinkButton>
        <LinkButton href="/open/posts" kind="second">
          看字段和合并规则
        </LinkButton>
      </Actions>
      <h2>来源机构 {offices.length} 个</h2>
      {offices.length === 0 ? (
        <Empty text="还没有来源机构。先在下面登记一个，再导入它的数据。" />
      ) : (
        <DataTable
          caption="来源机构"
          rows={offices}
          rowId={({ id }) => `o-${id}`}
          columns={[
            { title: '机构', cell: ({ name }) => name },
            { title: '区划', cell: ({ divisionName }) => divisionName },
            { title: '电话', cell: ({ phone }) => phone ?? '没有填' },
            { title: '在招', cell: ({ shown }) => shown, number: true },
            { title: '最近一份', cell: deliveryText, wide: true },
          ]}
        />
      )}
      <h2 id="office">登记来源机构</h2>
      <p>同一个区划再登记一次，就改名称和电话。</p>
      <PostForm action={`${SHARED}/offices`} csrf={props.csrf}>
        <TextInput
          form={form}
          name="divisionCode"
          label="区划代码"
          hint="所在县的 6 位代码"
          mode="numeric"
          width="w10"
          maxLength={12}
        />
        <TextInput form={form} name="name" label="机构名称" width="w20" maxLength={60} />
        <TextInput
          form={form}
          name="phone"
          label="机构电话"
          hint="公开的座机，求职的人打这个电话报名"
          width="w10"
          maxLength={20}
          optional
        />
        <Button>登记</Button>
      </PostForm>
      <h2>共享来的岗位 {props.total} 个</h2>
      {posts.length === 0 ? (
        <Empty text="还没有共享来的岗位。" />
      ) : (
        <CardList>
          {posts.map((post) => (
            <Card key={post.id} level={3} title={post.title} tag={{ text: post.stateText }}>
              <p>
                {post.employerName}，来自{post.officeName}
              </p>
              {!post.demandsStated && <p>来源没有写要求，推荐时只能说还要了解。</p>}
              <p class="muted">{dayText(post.closesOn)}截止</p>
              {post.hiddenReason === null ? (
                <p>
                  <a class="phone" href={`${SHARED}/${post.id}/hide`}>
                    不在本县显示：{post.title}
                  </a>
                </p>
              ) : (
                <>
                  <p>隐藏的原因：{post.hiddenReason}</p>
                  <PostForm action={`${SHARED}/${post.id}/show`} csrf={props.csrf}>
                    <Button kind="second">恢复显示：{post.title}</Button>
                  </PostForm>
                </>
              )}
            </Card>
          ))}
        </CardList>
      )}
      <Pager label="岗位分页" next={props.next} first={props.first} />
    </Page>
  );
}

function deliveryText({ deliveredOn, deliveredPosts, wholeOn }: SharedPostsQuery['sourceOffices'][number]): string {
  if (deliveredOn === null) return '还没有导入';
  const whole = wholeOn === deliveredOn ? '收齐了' : '没有收齐，不在里面的岗位没有撤下';
  return `${dayText(deliveredOn)}，${deliveredPosts ?? 0} 个，${whole}`;
}

/** Why a shared post is not shown here. */
export function HidePostPage(props: {
  frame: Frame;
  csrf: string;
  form: FormState;
  post: SharedPostRowFragment;
}): VNode {
  const { form, post } = props;
  return (
    <Page
      frame={props.frame}
      title={`不显示：${post.title}`}
      service="共享岗位"
      crumbs={[{ href: SHARED, text: '共享岗位' }]}
      wrong={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      <p>
        {post.employerName}，来自{post.officeName}。隐藏以后来源再改，也不显示；可以随时恢复。
      </p>
      <PostForm action={`${SHARED}/${post.id}/hide`} csrf={props.csrf}>
        <Textarea form={form} name="reason" label="为什么不显示" limit={LONGEST_REASON} />
        <Button>不在本县显示</Button>
      </PostForm>
    </Page>
  );
}

/** 待确认的岗位: asked, not answered. */
export function StalePostsPage(
  props: {
    frame: Frame;
    csrf: string;
    /** what stood in the way of the button that was pressed */
    problem: string | undefined;
    rule: StalePostsQuery['freshnessRule'];
    total: number;
    posts: readonly StaleRow[];
  } & Paged,
): VNode {
  return (
    <Page frame={props.frame} title="待确认的岗位" crumbs={[DESK]}>
      <Wrong text={props.problem} />
      <Lists current={STALE} />
      <RuleText {...props.rule} />
      <h2>一共 {props.total} 个，问得早的在前</h2>
      {props.posts.length === 0 ? (
        <Empty text="没有等着确认的岗位。" />
      ) : (
        <CardList>
          {props.posts.map((post) => (
            <StaleCard key={post.id} post={post} action={`${STALE}/${post.id}/confirm`} csrf={props.csrf} />
          ))}
        </CardList>
      )}
      <Pager label="岗位分页" next={props.next} first={props.first} />
    </Page>
  );
}

export type StaleRow = StalePostsQuery['stalePosts']['edges'][number]['node'];

/** One post that waits for a word, with the button that says it. */
export function StaleCard({ post, action, csrf }: { post: StaleRow; action: string; csrf: string }): VNode {
  const paused = post.state === 'PAUSED';
  return (
    <Card
      level={3}
      title={post.title}
      tag={paused ? { text: '暂停了', tone: 'err' } : { text: '等确认', tone: 'warn' }}
    >
      <p>{post.employerName}</p>
      <p>
        最近一次确认 {dayText(post.lastWordOn)}，{dayText(post.askedOn)}问的。
        {paused && '求职的人现在看不到。'}
        {post.pausesOn && `${dayText(post.pausesOn)}还不答就暂停。`}
      </p>
      {post.officeName === null ? (
        <PostForm action={action} csrf={csrf}>
          <Button kind="second">仍在招：{post.title}</Button>
        </PostForm>
      ) : (
        <p>来自{post.officeName}，导入它新的数据就是确认。</p>
      )}
    </Card>
  );
}

function RuleText({ askDays, pauseDays }: StalePostsQuery['freshnessRule']): VNode {
  if (askDays === null)
    return (
      <Notice tone="warn">
        <p>
          没有设定岗位多少天要确认一次，所以不问，也不过期。要设定，请到
          <a href="/office/rules">参数</a>录入「岗位多少天确认一次」。
        </p>
      </Notice>
    );
  return (
    <p>
      发布或确认满 {askDays} 天就问单位。
      {pauseDays === null ? '没有设定问了多少天不答就暂停，所以不暂停。' : `问了 ${pauseDays} 天不答，就先不推荐。`}
    </p>
  );
}

type Pair = PostPairsQuery['postPairs']['edges'][number]['node'];

/** 像同一个的岗位: two and two, for an officer's word. */
export function DuplicatesPage(
  props: {
    frame: Frame;
    csrf: string;
    problem: string | undefined;
    decided: boolean;
    total: number;
    pairs: readonly Pair[];
  } & Paged,
): VNode {
  const { decided, pairs } = props;
  return (
    <Page frame={props.frame} title="像同一个的岗位" crumbs={[DESK]}>
      <Wrong text={props.problem} />
      <Lists current={DUPLICATES} />
      <p>每天夜里找一遍。系统只提醒，不合并；是不是同一个由您定，定了可以撤回。</p>
      <SubNav
        label="定了没有"
        links={[
          { href: DUPLICATES, text: '没有定的', current: !decided },
          { href: `${DUPLICATES}?decided=yes`, text: '定了的', current: decided },
        ]}
      />
      <h2>
        {decided ? '定了的' : '没有定的'} {props.total} 对
      </h2>
      {pairs.length === 0 ? (
        <Empty text={decided ? '还没有定过。' : '没有像同一个的岗位。'} />
      ) : (
        <CardList>
          {pairs.map((pair) => (
            <PairCard key={pair.id} pair={pair} csrf={props.csrf} />
          ))}
        </CardList>
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

function PairCard({ pair, csrf }: { pair: Pair; csrf: string }): VNode {
  const { id, one, other, keptId } = pair;
  const action = `${DUPLICATES}/${id}`;
  return (
    <Card level={3} title={`${one.title}，${other.title}`}>
      <p>{pair.reasons.join('；')}。</p>
      <Sides post={one} name="第一个" />
      <Sides post={other} name="第二个" />
      {pair.state === 'FOUND' ? (
        <Actions>
          <PostForm action={action} csrf={csrf} hidden={{ keepId: one.id }}>
            <Button kind="second">是同一个，留第一个</Button>
          </PostForm>
          <PostForm action={action} csrf={csrf} hidden={{ keepId: other.id }}>
            <Button kind="second">是同一个，留第二个</Button>
          </PostForm>
          <PostForm action={action} csrf={csrf}>
            <Button kind="second">不是同一个</Button>
          </PostForm>
        </Actions>
      ) : (
        <>
          <p>
            <StatusTag text={keptId === null ? '不是同一个' : `是同一个，留了第${keptId === one.id ? '一' : '二'}个`} />{' '}
            {pair.decidedOn && dayText(pair.decidedOn)}
          </p>
          <PostForm action={`${action}/reopen`} csrf={csrf}>
            <Button kind="second">撤回：{one.title}</Button>
          </PostForm>
        </>
      )}
    </Card>
  );
}

const Sides = ({ post, name }: { post: PairedPostRowFragment; name: string }): VNode => (
  <Facts
    rows={[
      [name, post.title],
      ['单位', post.employerName],
      ['地点', post.divisionName],
      ['工资', post.wage],
      ['发布', dayText(post.publishedOn)],
      ['来自', post.officeName ?? '本机构'],
    ]}
  />
);

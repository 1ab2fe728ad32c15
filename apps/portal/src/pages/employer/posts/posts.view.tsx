import {
  Actions,
  CardList,
  DataTable,
  dayText,
  Empty,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  StatusTag,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { OrgPostsQuery, PostEditFragment, PostPeopleQuery } from '../../../gql/generated.js';
import { StaleCard, type StaleRow } from '../../office/posts-sharing/sharing.view.js';

type Row = OrgPostsQuery['employerPosts']['edges'][number]['node'];

const CRUMB = { href: '/org/posts', text: '岗位' };

/** The state of a post as a tag. */
export function stateOf({ state, takesApplications }: Pick<Row, 'state' | 'takesApplications'>): VNode {
  if (state === 'PAUSED') return <StatusTag text="暂停，等确认" tone="err" />;
  if (state === 'DRAFT') return <StatusTag text="草稿" tone="warn" />;
  if (state === 'CLOSED') return <StatusTag text="已撤下" />;
  return takesApplications ? <StatusTag text="在招" tone="ok" /> : <StatusTag text="已截止" />;
}

/** 岗位: everything that the employer wrote or brought in. */
export function PostsPage(props: {
  frame: Frame;
  csrf: string;
  /** a post was begun and is not kept yet */
  begun: boolean;
  /** asked whether they are still offered */
  stale: { total: number; posts: readonly StaleRow[] };
  problem?: string | undefined;
  total: number;
  posts: readonly Row[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="岗位" crumbs={[{ href: '/org', text: '单位首页' }]}>
      {props.problem && (
        <Notice tone="err" focus>
          <p>{props.problem}</p>
        </Notice>
      )}
      {props.begun && (
        <Notice>
          <p>
            您有一个没写完的岗位。
            <a class="phone" href="/org/posts/new/1">
              接着写
            </a>
          </p>
        </Notice>
      )}
      {props.stale.posts.length > 0 && (
        <section id="stale">
          <h2>请确认还招不招：{props.stale.total} 个</h2>
          <CardList>
            {props.stale.posts.map((post) => (
              <StaleCard key={post.id} post={post} action={`/org/posts/${post.id}/confirm`} csrf={props.csrf} />
            ))}
          </CardList>
          <p>不招了，请点下面的名称，再按撤下。</p>
        </section>
      )}
      {props.posts.length === 0 ? (
        <Empty text="还没有岗位。写一个，附近求职的人就能看到。">
          <LinkButton href="/org/posts/new/1">写一个岗位</LinkButton>
        </Empty>
      ) : (
        <>
          <p>一共 {props.total} 个。点名称可以改、发布、撤下。</p>
          <Actions>
            <LinkButton href="/org/posts/new/1">写一个岗位</LinkButton>
            <LinkButton href="/org/refusals" kind="second">
              看拒绝推荐的告知
            </LinkButton>
          </Actions>
          <DataTable
            caption="本单位的岗位"
            rows={props.posts}
            rowId={(post) => `p-${post.id}`}
            columns={[
              {
                title: '名称',
                cell: (post) =>
                  post.originName === null ? (
                    <a href={`/org/posts/${post.id}`}>{post.title}</a>
                  ) : (
                    `${post.title}（${post.originName}残联共享）`
                  ),
              },
              { title: '状态', cell: stateOf },
              { title: '招几人', cell: (post) => post.openings, number: true },
              { title: '截止', cell: (post) => dayText(post.closesOn), whole: true },
              {
                title: '应聘',
                cell: (post) =>
                  post.state !== 'DRAFT' && (
                    <a href={`/org/posts/${post.id}/applicants`} aria-label={`看应聘的人：${post.title}`}>
                      看应聘的人
                    </a>
                  ),
              },
            ]}
          />
          <Pager
            label="岗位分页"
            {...(props.next ? { next: props.next } : {})}
            {...(props.first ? { first: props.first } : {})}
          />
        </>
      )}
    </Page>
  );
}

/** 哪些要求挡住了人. */
export function PostPeoplePage(props: {
  frame: Frame;
  post: PostEditFragment;
  lint: PostPeopleQuery['lintPost'];
}): VNode {
  const { post, lint } = props;
  const edit = `/org/posts/${post.id}`;
  return (
    <Page
      frame={props.frame}
      title="哪些要求挡住了人"
      service={post.title}
      crumbs={[CRUMB, { href: edit, text: post.title }]}
    >
      <p>
        本县在找工作的人有{lint.seekers.text}，这个岗位现在合适的有{lint.fits.text}。
        {!lint.exact && '人数按 5 人一档说，不说到个人。'}
      </p>
      {lint.demands.length === 0 ? (
        <p>这个岗位没有体力、视听上的要求，没有挡住谁。</p>
      ) : (
        lint.demands.map((demand) => (
          <section key={demand.item}>
            <h2>
              {demand.word}：{demand.asks}
            </h2>
            <p>
              评估过、够不上的{demand.below.text}；去掉这一条就合适的{demand.onlyThis.text}；还没评估的
              {demand.unknown.text}。
            </p>
            {demand.suggestions.length > 0 && (
              <ul>
                {demand.suggestions.map(({ says, gain }) => (
                  <li key={says}>
                    {says}：{lint.exact ? '' : '至少'}多 {gain.atLeast} 人能做
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))
      )}
      <Actions>
        <LinkButton href={edit}>回去改岗位</LinkButton>
      </Actions>
    </Page>
  );
}

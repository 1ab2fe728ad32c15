import type { VNode } from 'preact';
import {
  Actions,
  answerWord,
  CardList,
  dayText,
  Empty,
  Facts,
  type Frame,
  JobCard,
  LinkButton,
  Notice,
  Page,
  Pager,
  postKinds,
  shortDay,
  StatusTag,
  wageText,
  WhyBox,
} from '@tongxing/ui';
import type {
  FindingFragment,
  MatchedPostsQuery,
  MatchExplanationQuery,
  OpeningsFragment,
} from '../../../gql/generated.js';
import { ApplyThere, employerText } from '../../public/jobs/origin.view.js';
import { OpeningsSection } from './openings.view.js';

type Match = MatchedPostsQuery['matchedPosts']['edges'][number]['node'];
type Why = MatchExplanationQuery['matchExplanation'];
type Post = NonNullable<MatchExplanationQuery['publicPost']>;

const SHOWN_REASONS = 2;
/** What applies to every person is no reason for this one: 2 to 4 good ones, at most 2 to mind. */
const MOST_REASONS = 4;
const MOST_CAUTIONS = 2;

/** 推荐岗位: five cards, the reasons in one line, all of them behind a native disclosure. */
export function MatchedPage(props: {
  frame: Frame;
  /** the list may miss what changed a moment ago */
  late: boolean;
  total: number;
  matches: readonly Match[];
  filterHref: string;
  filtered: boolean;
  openings: OpeningsFragment | null;
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="给您推荐的岗位">
      <Actions>
        <LinkButton href={props.filterHref} kind="second">
          {props.filtered ? '改筛选' : '筛选'}
        </LinkButton>
        {props.filtered && (
          <LinkButton href="/me/jobs" kind="second">
            看全部推荐
          </LinkButton>
        )}
      </Actions>
      {props.late && (
        <Notice tone="warn">
          <p>名单不是最新的。请过一会儿再看，或看全部岗位。</p>
        </Notice>
      )}
      <p>
        一共 {props.total} 个，这里是 {props.matches.length} 个，合适的在前。
      </p>
      {props.matches.length === 0 && (
        <Empty
          text={
            props.filtered
              ? '这样筛选，没有岗位。可以放宽一些。'
              : '现在没有合适的岗位。可以看全部岗位，或请辅导员帮您看看。'
          }
        >
          <Actions>
            <LinkButton href="/jobs">看全部岗位</LinkButton>
            <LinkButton href="/help" kind="second">
              找人帮忙
            </LinkButton>
          </Actions>
        </Empty>
      )}
      <CardList>
        {props.matches.map((match) => (
          <MatchCard match={match} key={match.post.id} />
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
      {props.openings && <OpeningsSection openings={props.openings} />}
    </Page>
  );
}

function MatchCard({ match }: { match: Match }): VNode {
  const { post } = match;
  const short = match.reasons.slice(0, SHOWN_REASONS);
  return (
    <JobCard
      href={`/me/jobs/${post.id}`}
      title={post.title}
      employer={employerText(post)}
      place={post.divisionName}
      wage={wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)}
      closes={`${shortDay(post.closesOn)}截止`}
    >
      <p class="why">
        <strong>{answerWord(match.answer, match.score)}</strong>
        {short.length > 0 && `：${short.join('')}`}
      </p>
      {match.dismissed && (
        <p>
          {match.dismissed.changed ? '以前说过不合适，现在条件变了' : '您说过不合适'}：{match.dismissed.reasonText}
        </p>
      )}
      {match.reasons.length + match.cautions.length > SHOWN_REASONS && (
        <details>
          <summary>看全部原因：{post.title}</summary>
          <ul>
            {match.reasons.map((reason) => (
              <li class="yes" key={reason}>
                {reason}
              </li>
            ))}
            {match.cautions.map((caution) => (
              <li class="mind" key={caution}>
                {caution}
              </li>
            ))}
          </ul>
        </details>
      )}
      <a class="phone" href={`/me/jobs/${post.id}/no`}>
        {match.dismissed && !match.dismissed.changed ? '看能不能撤回' : '不合适'}：{post.title}
      </a>
    </JobCard>
  );
}

/** One post: what it is, why it fits or does not, what would change that, and the way to apply. */
export function WhyPage({ frame, post, why }: { frame: Frame; post: Post; why: Why }): VNode {
  const fits = why.answer === 'FITS' || why.answer === 'FITS_WITH';
  // What stands in its own list below is not said twice.
  const said = new Set(why.whyNot.map(({ message }) => message));
  return (
    <Page
      frame={frame}
      title={post.title}
      service="推荐岗位"
      crumbs={[{ href: '/me/jobs', text: '返回推荐岗位' }]}
      readable
    >
      <p>
        {post.employerName} <StatusTag text={postKinds[post.kind] ?? post.kind} />
      </p>
      <Facts
        rows={[
          ['工资', wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)],
          ['地点', post.divisionName],
          ['时间', post.weeklyHours ? `每周${post.weeklyHours}小时` : ''],
          ['招聘', `${post.openings}人`],
          ['截止', dayText(post.closesOn)],
        ]}
      />
      <WhyBox
        title={fits ? '为什么推荐给您' : '为什么没有推荐给您'}
        answer={answerWord(why.answer, why.score)}
        reasons={why.reasons.slice(0, MOST_REASONS)}
        cautions={why.cautions.filter((caution) => !said.has(caution)).slice(0, MOST_CAUTIONS)}
      />
      {why.whyNot.length > 0 && (
        <>
          <h2>{why.answer === 'UNKNOWN' ? '还不知道的' : '不合适的地方'}</h2>
          <ul class="plain">
            {why.whyNot.map((reason) => (
              <li class={why.answer === 'NO' ? 'no' : 'mind'} key={reason.rule}>
                {reason.message}
                {reason.basis && <span class="hint">（{reason.basis}）</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {why.changes.length > 0 && (
        <>
          <h2>怎样就合适了</h2>
          <ul>
            {why.changes.map((change) => (
              <li key={change.moves.join()}>{change.moves.join('，再')}</li>
            ))}
          </ul>
        </>
      )}
      <h2>单位的无障碍条件</h2>
      {post.provisions.length === 0 ? <p>单位还没有填。您可以打电话问。</p> : <p>{post.provisions.join('、')}</p>}
      <Actions>
        {fits && post.origin?.applyHere !== false && (
          <LinkButton href={`/me/jobs/${post.id}/apply/1`}>申请这个岗位</LinkButton>
        )}
        {fits && post.origin?.applyHere === false && <ApplyThere origin={post.origin} />}
        <LinkButton href="/help" kind="second">
          请辅导员帮我问
        </LinkButton>
        <LinkButton href={`/me/jobs/${post.id}/no`} kind="second">
          这个不合适
        </LinkButton>
      </Actions>
      <p>
        <a class="phone" href={`/me/jobs/${post.id}/why`}>
          看全部理由，可以打印
        </a>
      </p>
      <Findings findings={[...why.whyNot, ...why.why]} />
    </Page>
  );
}

/** Each rule with what it compared: what the post needs, what is known of the person. */
function Findings({ findings }: { findings: readonly FindingFragment[] }): VNode | null {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>逐条看怎么比的</summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.rule}>
            {finding.message}
            {(finding.needed || finding.has) && (
              <div class="hint">
                {finding.needed && `岗位：${finding.needed}`}
                {finding.needed && finding.has && '。'}
                {finding.has && `您：${finding.has}`}
              </div>
            )}
            {finding.basis && <div class="hint">依据：{finding.basis}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}

import type { VNode } from 'preact';
import {
  answerWord,
  CardList,
  type Frame,
  JobCard,
  LinkButton,
  Page,
  shortDay,
  StatusTag,
  wageText,
} from '@tongxing/ui';
import type { ApplicationRowFragment, MeQuery } from '../../../gql/generated.js';
import { employerText } from '../../public/jobs/origin.view.js';

type Round = MeQuery['allocationRounds']['edges'][number]['node'];
type Match = MeQuery['matchedPosts']['edges'][number]['node'];

/** 我的事: what is under way first, then the best posts. */
export function MePage(props: {
  frame: Frame;
  applications: readonly ApplicationRowFragment[];
  benefits: MeQuery['myBenefits'];
  rounds: readonly Round[];
  matches: readonly Match[];
  matchCount: number;
  /** why there is no list; null: there is one */
  withheld: string | null;
}): VNode {
  const open = props.rounds.filter(({ mine }) => mine?.open);
  const nothing = props.applications.length + props.benefits.length + open.length === 0;
  return (
    <Page frame={props.frame} title={props.frame.acting ? `${props.frame.acting.name}的事` : '我的事'}>
      <h2>正在办的</h2>
      {nothing ? (
        <p>现在没有在办的事。可以从下面的岗位开始。</p>
      ) : (
        <ul class="tasks">
          {open.map(({ id, title, mine }) => (
            <li key={id}>
              <a href={`/me/rounds/${id}`}>{title}</a>
              <StatusTag
                text={`${mine?.number} 号，${mine?.listed ? '填了志愿' : '还没填志愿'}`}
                tone={mine?.listed ? 'ok' : 'warn'}
              />
            </li>
          ))}
          {props.applications.map((row) => (
            <li key={row.id}>
              <a href="/me/applications">应聘 {row.post.title}</a>
              <StatusTag text={row.stateText} />
            </li>
          ))}
          {props.benefits.map((benefit) => (
            <li key={benefit.id}>
              <a href={`/me/grants/${benefit.id}`}>{benefit.schemeName}</a>
              <StatusTag text={benefit.stateText} />
            </li>
          ))}
        </ul>
      )}
      <h2>给您推荐的岗位</h2>
      {props.withheld !== null ? (
        <Withheld declined={props.withheld === 'DECLINED'} />
      ) : (
        props.matches.length === 0 && <p>现在没有合适的岗位。辅导员会继续帮您找。</p>
      )}
      <CardList>
        {props.matches.map(({ post, answer, score }) => (
          <JobCard
            key={post.id}
            level={3}
            href={`/me/jobs/${post.id}`}
            title={post.title}
            employer={employerText(post)}
            place={post.divisionName}
            wage={wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)}
            closes={`${shortDay(post.closesOn)}截止`}
          >
            <p>
              <StatusTag text={answerWord(answer, score)} tone="ok" />
            </p>
          </JobCard>
        ))}
      </CardList>
      <div class="acts">
        {props.matchCount > props.matches.length && (
          <LinkButton href="/me/jobs">看全部 {props.matchCount} 个推荐</LinkButton>
        )}
        <LinkButton href="/me/grants" kind="second">
          查能领的补贴
        </LinkButton>
        <LinkButton href="/me/support" kind="second">
          面试、培训要人帮忙
        </LinkButton>
        <LinkButton href="/service-points" kind="second">
          找就业服务点
        </LinkButton>
        {!props.frame.acting && (
          <LinkButton href="/me/helpers" kind="second">
            帮我办事的人
          </LinkButton>
        )}
      </div>
    </Page>
  );
}

/** Nobody has asked, or the answer was no: the page that asks is one press away. */
const Withheld = ({ declined }: { declined: boolean }): VNode => (
  <>
    <p>{declined ? '您没有要推荐岗位，可以自己看全部岗位。' : '给您排岗位要用到您的资料，先问您同不同意。'}</p>
    <div class="acts">
      <LinkButton href={declined ? '/jobs' : '/me/jobs'}>{declined ? '看全部岗位' : '看看要问什么'}</LinkButton>
    </div>
  </>
);

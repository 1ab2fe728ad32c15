import {
  Actions,
  answerWord,
  Card,
  CardList,
  Empty,
  type Frame,
  LinkButton,
  Page,
  Pager,
  wageText,
} from '@tongxing/ui';
import type { VNode } from 'preact';
import type { OpeningsFragment, PersonMatchesQuery } from '../../../gql/generated.js';
import type { PersonPlace } from './person.pages.js';
import { OpeningsSection } from '../../seeker/jobs/openings.view.js';

/** What can be done next for the person. */
export const CaseNext = ({ personId, place }: { personId: string; place: PersonPlace }): VNode => (
  <Actions>
    <LinkButton href={`${place.base}/refer`}>选一个岗位推荐</LinkButton>
    {!place.office && (
      <>
        <LinkButton href={`/desk/people/${personId}/profile`} kind="second">
          去做能力评估
        </LinkButton>
        <LinkButton href={`/desk/visits/new?person=${personId}`} kind="second">
          记一次走访
        </LinkButton>
      </>
    )}
  </Actions>
);

/** 推荐岗位 of one person, and those of which something is still to be found out, the fewest open questions first. */
export function CaseJobsPage(props: {
  frame: Frame;
  place: PersonPlace;
  personId: string;
  name: string;
  fitting: PersonMatchesQuery['fitting'];
  unknown: PersonMatchesQuery['unknown'];
  openings: OpeningsFragment;
  next?: string;
  first?: string;
}): VNode {
  const { personId, place, fitting, unknown } = props;
  const whyOf = (postId: string): string => `${place.base}/jobs/${postId}/why`;
  return (
    <Page frame={props.frame} title="推荐岗位" service={props.name} crumbs={place.crumbs(props.name)}>
      <h2>合适的 {fitting.totalCount} 个</h2>
      {fitting.edges.length === 0 && <Empty text="现在没有合适的岗位。看下面怎样多一些。" />}
      <CardList>
        {fitting.edges.map(({ node: { post, answer, score, reasons } }) => (
          <Card
            key={post.id}
            level={3}
            href={whyOf(post.id)}
            title={post.title}
            tag={{ text: answerWord(answer, score), tone: 'ok' }}
          >
            <p>
              {post.employerName}，{post.divisionName}，{wageText(post.monthlyWageYuan.low, post.monthlyWageYuan.high)}
            </p>
            <p>{reasons.slice(0, 2).join('')}</p>
          </Card>
        ))}
      </CardList>
      <Pager label="翻页" next={props.next} first={props.first} />
      <h2>还缺资料的 {unknown.totalCount} 个</h2>
      {unknown.edges.length === 0 ? <p>没有要先问清的。</p> : <p>要问的最少的在前。</p>}
      <CardList>
        {unknown.edges.map(({ node: { post, toAssess } }) => (
          <Card key={post.id} level={3} href={whyOf(post.id)} title={post.title}>
            <p>
              {post.employerName}，{post.divisionName}
            </p>
            <ul>
              {toAssess.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Card>
        ))}
      </CardList>
      <OpeningsSection openings={props.openings} own={false} />
      <CaseNext personId={personId} place={place} />
    </Page>
  );
}

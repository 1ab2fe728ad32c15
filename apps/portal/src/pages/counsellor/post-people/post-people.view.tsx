import {
  Actions,
  answerWord,
  Button,
  Card,
  CardList,
  Empty,
  ErrorSummary,
  type FormState,
  type Frame,
  LinkButton,
  Notice,
  Page,
  Pager,
  PostForm,
  shortDay,
} from '@tongxing/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { CandidateAsksQuery, ListedPersonTextFragment, PeopleForPostQuery } from '../../../gql/generated.js';

/** Where the viewer reaches somebody: in the own caseload, or in the office; undefined: nowhere. */
function fileOf({ personId, mine }: ListedPersonTextFragment, office: boolean): string | undefined {
  if (mine) return `/desk/people/${personId}`;
  return office ? `/office/people/${personId}/consents` : undefined;
}

/** 谁合适这个岗位: who fits, best first; who lacks an assessment or a fact stands in a list of their own. */
export function PeopleForPostPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  id: string;
  /** null: not open any more */
  post: PeopleForPostQuery['publicPost'];
  unknown: boolean;
  list: PeopleForPostQuery['shortlist'];
  office: boolean;
  /** the viewer may bring people to posts */
  refers: boolean;
  next?: string;
  first?: string;
}): VNode {
  const { post, list, unknown } = props;
  const here = `/desk/posts/${props.id}/people`;
  const people = list.edges.map(({ node }) => node);
  return (
    <Page
      frame={props.frame}
      title={unknown ? '还说不清合不合适的人' : '谁合适这个岗位'}
      service={post?.title ?? '岗位'}
      crumbs={[{ href: '/jobs', text: '全部岗位' }, ...(post ? [{ href: `/jobs/${props.id}`, text: post.title }] : [])]}
      wrong={props.form.problems.length > 0}
    >
      <ErrorSummary form={props.form} />
      {list.asOf.late && (
        <Notice tone="warn">
          <p>名单不是最新的，请过一会儿再看。</p>
        </Notice>
      )}
      {!list.open || post === null ? (
        <Empty text="这个岗位现在没在招，没有名单。">
          <LinkButton href="/jobs">看全部岗位</LinkButton>
        </Empty>
      ) : (
        <>
          <p>
            {post.employerName}的{post.title}。您的区划里{unknown ? '还说不清的' : '合适的'}有 {list.totalCount} 人。
          </p>
          <p>只有在找工作、没有说不要推荐的人。</p>
          {people.length > 0 && (
            <p>
              <a class="phone" href={unknown ? here : `${here}?list=unknown`}>
                {unknown ? '看合适的人' : '看还缺评估、缺资料的人'}
              </a>
            </p>
          )}
          {people.length === 0 ? (
            <Empty text={unknown ? '没有还说不清的人。' : '现在没有合适的人。先看看谁只缺一次评估，评估了也许就合适。'}>
              <LinkButton href={unknown ? here : `${here}?list=unknown`}>
                {unknown ? '看合适的人' : '看还缺评估、缺资料的人'}
              </LinkButton>
            </Empty>
          ) : (
            <CardList>
              {people.map((person) => (
                <PersonCard person={person} office={props.office} key={person.personId}>
                  {props.refers && !unknown && fileOf(person, props.office) && person.runningText === null && (
                    <PostForm
                      action={here}
                      csrf={props.csrf}
                      once={`${props.once}-${person.personId.slice(-12)}`}
                      hidden={{ person: person.personId }}
                    >
                      <Button kind="second">推荐给{person.name}</Button>
                    </PostForm>
                  )}
                </PersonCard>
              ))}
            </CardList>
          )}
          <Pager label="翻页" next={props.next} first={props.first} />
        </>
      )}
    </Page>
  );
}

function PersonCard(props: { person: ListedPersonTextFragment; office: boolean; children: ComponentChildren }): VNode {
  const { person, office } = props;
  const href = fileOf(person, office);
  const said = person.toAssess.length > 0 ? person.toAssess : person.reasons;
  return (
    <Card
      level={2}
      title={person.name}
      tag={{ text: answerWord(person.answer, person.score) }}
      {...(href === undefined ? {} : { href })}
    >
      <p>
        {person.divisionName}，{person.birthYear}年生
      </p>
      {person.toAssess.length > 0 && <p>先要弄清的：</p>}
      <ul>
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {person.toAssess.length === 0 &&
          person.cautions.map((text) => (
            <li class="mind" key={text}>
              {text}
            </li>
          ))}
      </ul>
      {person.candidateRef && <p>单位名单上的代号：{person.candidateRef}</p>}
      {person.runningText && <p>这个岗位：{person.runningText}</p>}
      {props.children}
      {href === undefined && <p class="small muted">不归您负责，请找本人的辅导员。</p>}
    </Card>
  );
}

/** 单位想问的人 */
export function AsksPage(props: {
  frame: Frame;
  csrf: string;
  once: string;
  form: FormState;
  office: boolean;
  rows: CandidateAsksQuery['candidateAsks'];
}): VNode {
  const { rows, office } = props;
  const here = office ? '/office/asks' : '/desk/asks';
  return (
    <Page
      frame={props.frame}
      title="单位想问的人"
      crumbs={[office ? { href: '/office', text: '工作台' } : { href: '/desk', text: '今天要做的' }]}
      wrong={props.form.problems.length > 0}
    >
      <ErrorSummary form={props.form} />
      <p>单位只看到代号，不知道是谁。请先问本人想不想去，想去再推荐。不想去，单位不会知道。</p>
      <h2>一共 {rows.length} 位，先问的在前</h2>
      {rows.length === 0 ? (
        <Empty text="现在没有单位想问的人。">
          <LinkButton href={office ? '/office/applicants' : '/desk/referrals'}>看推荐</LinkButton>
        </Empty>
      ) : (
        <CardList>
          {rows.map((row) => (
            <Card
              key={row.id}
              level={3}
              href={office ? `/office/people/${row.personId}/consents` : `/desk/people/${row.personId}`}
              title={`${row.personName}：${row.post.title}`}
            >
              <p>
                {row.personPlace}。{row.post.employerName}，{shortDay(row.askedOn)}问的
              </p>
              <PostForm
                action={here}
                csrf={props.csrf}
                once={`${props.once}-${row.id.slice(-12)}`}
                hidden={{ id: row.id, version: String(row.version), person: row.personId, post: row.post.id }}
              >
                <Actions>
                  <Button name="do" value="refer">
                    问过{row.personName}，推荐
                  </Button>
                  <Button name="do" value="drop" kind="second">
                    {row.personName}不去，不推荐
                  </Button>
                </Actions>
              </PostForm>
            </Card>
          ))}
        </CardList>
      )}
    </Page>
  );
}

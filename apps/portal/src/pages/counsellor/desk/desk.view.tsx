import type { VNode } from 'preact';
import {
  Actions,
  Card,
  CardList,
  DataTable,
  dayText,
  Empty,
  Facts,
  FilterForm,
  type FormState,
  type Frame,
  LinkButton,
  Page,
  Pager,
  shortDay,
  TextInput,
} from '@tongxing/ui';
import type { CaseRowFragment, PersonCaseQuery } from '../../../gql/generated.js';
import { RevealLink } from '../../reveal/reveal.link.js';
import { METS } from '../visit/visit.words.js';

type PersonFile = PersonCaseQuery['personCase'];

const visitHref = (personId: string): string => `/desk/visits/new?person=${personId}`;

/** 今天要做的: by due day, the overdue first. Same names are told apart by place, birth year and masked number. */
export function DeskPage(props: { frame: Frame; total: number; people: readonly CaseRowFragment[] }): VNode {
  return (
    <Page frame={props.frame} title="今天要做的">
      <p>您负责 {props.total} 个人。下面是先要见的。</p>
      {props.people.length === 0 && <Empty text="都见过了。可以看看全部名单。" />}
      <CardList>
        {props.people.map((person) => (
          <Card
            key={person.personId}
            href={`/desk/people/${person.personId}`}
            title={person.name}
            tag={{
              text: person.overdue ? '已过期' : person.dueOn ? `${shortDay(person.dueOn)}前` : '没定日子',
              tone: person.overdue ? 'err' : 'plain',
            }}
          >
            <p>
              {person.divisionName}，{person.birthYear}年生，{person.reason}
            </p>
            <a class="phone" href={visitHref(person.personId)}>
              记走访：{person.name}
            </a>
          </Card>
        ))}
      </CardList>
      <Actions>
        <LinkButton href="/desk/people">看全部名单</LinkButton>
        <LinkButton href="/desk/employers" kind="second">
          还差人的单位
        </LinkButton>
        <LinkButton href="/desk/support" kind="second">
          安排要人帮忙的
        </LinkButton>
        <LinkButton href="/desk/referrals" kind="second">
          看我的推荐
        </LinkButton>
        <LinkButton href="/desk/seats" kind="second">
          上门问名额
        </LinkButton>
        <LinkButton href="/office/registers/service-points" kind="second">
          看就业服务点
        </LinkButton>
        <LinkButton href="/desk/asks" kind="second">
          单位想问的人
        </LinkButton>
      </Actions>
    </Page>
  );
}

/** 一人一档: the whole caseload with a search. */
export function PeoplePage(props: {
  frame: Frame;
  filter: FormState;
  total: number;
  people: readonly CaseRowFragment[];
  next?: string;
  first?: string;
}): VNode {
  return (
    <Page frame={props.frame} title="一人一档">
      <FilterForm action="/desk/people" label="找人">
        <TextInput form={props.filter} name="text" label="姓名、拼音或村名" width="w10" maxLength={20} />
      </FilterForm>
      <h2>找到 {props.total} 人</h2>
      {props.people.length === 0 ? (
        <Empty text="没有找到。请换一个词。" />
      ) : (
        <DataTable
          caption="名单"
          rows={props.people}
          rowId={(person) => `p-${person.personId}`}
          columns={[
            { title: '姓名', cell: (person) => <a href={`/desk/people/${person.personId}`}>{person.name}</a> },
            { title: '村', cell: (person) => person.divisionName },
            { title: '出生', cell: (person) => `${person.birthYear}年` },
            { title: '证号', cell: (person) => person.maskedCertificate },
            { title: '上次走访', cell: (person) => (person.lastVisitOn ? shortDay(person.lastVisitOn) : '没走访') },
            { title: '走访', cell: (person) => <a href={visitHref(person.personId)}>记走访</a> },
          ]}
        />
      )}
      <Pager label="翻页" next={props.next} first={props.first} />
    </Page>
  );
}

/** One person's file: what is known, the visits, the applications. */
export function PersonPage({ frame, person }: { frame: Frame; person: PersonFile }): VNode {
  const of = { subject: person.personId, back: `/desk/people/${person.personId}` };
  return (
    <Page frame={frame} title={person.name} service="一人一档" crumbs={[{ href: '/desk/people', text: '一人一档' }]}>
      <Facts
        rows={[
          ['住在', person.divisionName],
          ['出生', `${person.birthYear}年`],
          [
            '手机',
            person.maskedPhone && (
              <>
                {person.maskedPhone} <RevealLink {...of} field="casePhone" what="手机号" />
              </>
            ),
          ],
          [
            '证号',
            <>
              {person.maskedCertificate} <RevealLink {...of} field="caseCertificate" what="残疾人证号" />{' '}
              <RevealLink {...of} field="caseIdNumber" what="身份证号" />
            </>,
          ],
          ['就业状况', person.employment],
          ['想不想工作', person.wantsWork === null ? '没问过' : person.wantsWork ? '想' : '不想'],
          ['会做的', person.skills.join('、') || '没填'],
          ['需要的帮助', person.accessNeeds.join('、') || '没说过'],
        ]}
      />
      <Actions>
        <LinkButton href={visitHref(person.personId)}>记一次走访</LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/refer`} kind="second">
          推荐岗位
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/support`} kind="second">
          替他要人帮忙
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/helpers`} kind="second">
          代办登记
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/consents`} kind="second">
          同意了什么
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/jobs`} kind="second">
          看合适的岗位
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/profile`} kind="second">
          能力评估
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/licences`} kind="second">
          证照
        </LinkButton>
        <LinkButton href={`/desk/people/${person.personId}/placement`} kind="second">
          登记上岗
        </LinkButton>
      </Actions>
      <h2>走访</h2>
      {person.visits.length === 0 && <p>还没有走访。</p>}
      <CardList>
        {person.visits.map((visit) => (
          <Card key={visit.id} level={3} title={dayText(visit.visitedOn)} tag={{ text: METS[visit.met] ?? visit.met }}>
            {visit.needs.length > 0 && <p>需要：{visit.needs.join('、')}</p>}
            {visit.nextStep && (
              <p>
                下一步：{visit.nextStep}
                {visit.nextOn && `，${shortDay(visit.nextOn)}前`}
              </p>
            )}
            {visit.note && <p>{visit.note}</p>}
            <p class="small muted">{visit.recordedBy}记</p>
          </Card>
        ))}
      </CardList>
      <h2>上岗</h2>
      {person.placements.length === 0 ? (
        <p>还没有上岗。</p>
      ) : (
        <ul>
          {person.placements.map((one) => (
            <li key={one.id}>
              <a href={`/desk/placements/${one.id}`}>{one.title}</a>，{one.employerName}，{dayText(one.startedOn)}起
              {one.endedOn ? `，${dayText(one.endedOn)}离岗` : '，还在岗'}
            </li>
          ))}
        </ul>
      )}
      <h2>应聘</h2>
      {person.applications.length === 0 ? (
        <p>还没有应聘。</p>
      ) : (
        <ul>
          {person.applications.map((application) => (
            <li key={application.id}>
              {application.post.title}：{application.stateText}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

import { Actions, type Frame, LinkButton, type NavLink, Page } from '@tongxing/ui';
import type { VNode } from 'preact';
import { ApiError } from '../../../gql/api-error.js';
import { personConsentsDocument, type PersonConsentsQuery } from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import type { Visit } from '../../../http/visit.js';
import { DESK, OFFICE } from '../../consents/consents.place.js';
import { saidText } from '../../consents/consents.view.js';

const NOT_FOUND = 404;

/** Where the pages about somebody's posts hang: under the file at the desk, under the search in the office. */
export interface PersonPlace {
  office: boolean;
  /** the pages of the person */
  base: string;
  /** where one goes back to */
  home: string;
  consents: string;
  crumbs: (name: string) => readonly NavLink[];
}

export function personPlace(visit: Visit): PersonPlace {
  const [id, office] = [visit.param('id'), visit.request.path.startsWith('/office/')];
  const place = office ? OFFICE : DESK;
  const base = `/${office ? 'office' : 'desk'}/people/${id}`;
  const consents = place.consents(id);
  return { office, base, home: office ? consents : base, consents, crumbs: (name) => place.crumbs(id, name) };
}

/** Who wants no recommendations, and who is somebody else's, get a page that says what can be done. */
export async function aboutPerson(visit: Visit, work: (place: PersonPlace) => Promise<Answer>): Promise<Answer> {
  const place = personPlace(visit);
  try {
    return await work(place);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'CONSENT_DECLINED') {
      const { viewer, personConsents } = await visit.ask(personConsentsDocument, { personId: visit.param('id') });
      return page(DeclinedPage({ frame: visit.frame(viewer), place, person: personConsents }));
    }
    if (error.code !== 'NOT_FOUND') throw error;
    const viewer = await visit.viewer();
    return page(NotOursPage({ frame: visit.frame(viewer), place }), { status: NOT_FOUND });
  }
}

/** 本人没有同意推荐岗位: when that was said, and what is still possible. */
function DeclinedPage(props: {
  frame: Frame;
  place: PersonPlace;
  person: PersonConsentsQuery['personConsents'];
}): VNode {
  const { place, person } = props;
  const matching = person.purposes.find(({ purpose }) => purpose === 'MATCHING');
  return (
    <Page frame={props.frame} title="本人不要推荐岗位" service={person.name} crumbs={place.crumbs(person.name)}>
      <p>
        {person.name}没有同意推荐岗位，系统不给他排，也不能推荐他去。
        {matching?.newest && `${saidText(matching.newest)}。`}
      </p>
      <h2>还能做的</h2>
      <ul>
        <li>把岗位念给本人听。想去的，由本人自己申请，不受影响。</li>
        <li>本人改了主意，当面、电话里或在纸上说了同意，记下来就能推荐。</li>
        <li>本人也可以自己在「我的资料」里同意。</li>
      </ul>
      <Actions>
        <LinkButton href="/jobs">看全部岗位</LinkButton>
        <LinkButton href={`${place.consents}/MATCHING`} kind="second">
          记本人说的同意
        </LinkButton>
        <LinkButton href={place.home} kind="second">
          回到他的档案
        </LinkButton>
      </Actions>
    </Page>
  );
}

/** Somebody who is not on the own list looks like somebody who is not there. */
function NotOursPage({ frame, place }: { frame: Frame; place: PersonPlace }): VNode {
  return (
    <Page frame={frame} title={place.office ? '没有找到这个人' : '这个人不在您的名单里'} wrong>
      <p>
        {place.office
          ? '本区划没有这个人，或者资料已经删除。'
          : '推荐岗位由负责这个人的就业辅导员办。可能是分给了别人，或者资料已经删除。'}
      </p>
      <Actions>
        {place.office ? (
          <LinkButton href="/office/people">按证件号找人</LinkButton>
        ) : (
          <>
            <LinkButton href="/desk/people">看我的名单</LinkButton>
            <LinkButton href="/jobs" kind="second">
              看全部岗位
            </LinkButton>
          </>
        )}
      </Actions>
      {!place.office && <p>该归您负责的，请县残联的干部把他分给您。</p>}
    </Page>
  );
}

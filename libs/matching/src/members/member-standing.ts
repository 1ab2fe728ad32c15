import type { ConsentService, PeopleService, Person } from '@tongxing/people';
import {
  type IsoDate,
  type Law,
  type MemberLack,
  memberLacks,
  type MembersLaw,
  MEMBERS_PARAMETER,
  type MemberFacts,
  sourceOf,
} from '@tongxing/rules';
import { personOf } from '../match-facts.js';
import type { DayLaws } from '../feed-index.js';
import type { PersonFacts } from '../match-people.js';

/** What the dated rows of a place say about members on a day. */
export function membersLawOn(law: Law, day: IsoDate): MembersLaw {
  const found = law.find(MEMBERS_PARAMETER, day);
  return found === undefined ? null : { mayStand: found.row.value === 'yes', source: sourceOf(found) };
}

export const holdersOf = (people: readonly Person[] | undefined): MemberFacts['holders'] =>
  (people ?? []).map(({ state, certificateExpiresOn }) => ({ active: state === 'ACTIVE', certificateExpiresOn }));

/** What keeps each of these members, who have a record, from standing today; in a few queries however many. */
export async function lacksOf(
  members: readonly PersonFacts[],
  { people, consents }: { people: PeopleService; consents: ConsentService },
  laws: DayLaws,
  day: IsoDate,
): Promise<Map<string, MemberLack[]>> {
  const ids = members.map(({ id }) => id);
  const consented = await consents.answers(ids, 'MATCHING');
  const homeOf = new Map((await people.byIds(ids)).map(({ id, householdId }) => [id, householdId]));
  const holders = await people.holdersIn([...homeOf.values()].filter((id) => id !== null));
  return new Map(
    members.map((facts) => {
      const { law, match } = laws.of(facts.divisionCode);
      const { birthOn, workingAgeUntil } = personOf(facts, law, day);
      const lacks = memberLacks(
        {
          hasOwnRecord: facts.state !== 'MEMBER',
          birthOn,
          workingAgeUntil,
          unemployed: facts.employmentStatus === 'UNEMPLOYED',
          wantsWork: facts.wantsWork,
          consent: consented.get(facts.id) ?? null,
          holders: holdersOf(holders.get(homeOf.get(facts.id) ?? '')),
        },
        membersLawOn(law, day),
        match,
        day,
      );
      return [facts.id, lacks] as const;
    }),
  );
}

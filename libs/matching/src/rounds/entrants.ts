import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { PostService } from '@tongxing/employers';
import { ConsentService, type HouseholdView, PeopleService } from '@tongxing/people';
import { DomainError } from '@tongxing/platform';
import {
  answerOf,
  HARD_RULES,
  HOUSEHOLD_MEMBER,
  type HardRuleId,
  type IsoDate,
  isFit,
  isNearRetirement,
  judge,
  type Law,
  MATCH_PARAMETERS,
  memberAnswer,
  MEMBERS_PARAMETER,
  type MatchPerson,
  type MatchPost,
  NEAR_RETIREMENT_YEARS,
  type TierStep,
  type WorkingAge,
  zeroEmployment,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { personOf, postOf } from '../match-facts.js';
import type { DayLaws } from '../feed-index.js';
import { MatchIndex } from '../match-index.js';
import { lacksOf } from '../members/member-standing.js';
import { MatchPeople, type PersonFacts } from '../match-people.js';
import { RoundEntrant } from './round.entity.js';

/** Statuses that the register can answer for. Long unemployed waits until it can. */
export const ROSTER_STATUSES: Readonly<Record<string, string>> = {
  ZERO_EMPLOYMENT: '零就业家庭',
  NEAR_RETIREMENT: '临近退休',
  DISABLED: '残疾人',
  HOUSEHOLD_MEMBER: '残疾人家庭成员',
};
/** The parameters without which nobody holds a status, and what they are called. */
const RESTS_ON: Readonly<Record<string, readonly [code: string, qualifier: string, words: string][]>> = {
  ZERO_EMPLOYMENT: [
    [MATCH_PARAMETERS.ageBounds, 'MALE', '劳动年龄'],
    [MATCH_PARAMETERS.ageBounds, 'FEMALE', '劳动年龄'],
  ],
  NEAR_RETIREMENT: [
    [MATCH_PARAMETERS.ageBounds, 'MALE', '劳动年龄'],
    [MATCH_PARAMETERS.ageBounds, 'FEMALE', '劳动年龄'],
    [NEAR_RETIREMENT_YEARS, '', '距退休几年以内优先'],
  ],
  HOUSEHOLD_MEMBER: [[MEMBERS_PARAMETER, '', '残疾人家庭成员可以排在残疾人之后']],
};

/** True where a round puts household members on its roster, in its last tier. */
const takesMembers = (tiers: readonly TierStep[]): boolean => tiers.some(({ status }) => status === HOUSEHOLD_MEMBER);

const BATCH = 500;
/** Who counts as 就业困难人员, with no bar, no other such post and some of the term left. */
const RECOGNISED: readonly HardRuleId[] = ['H-TARGET', 'H-REFUSED', 'H-ONEPOST', 'H-TERM'];
const RECOGNITION = HARD_RULES.filter(({ id }) => RECOGNISED.includes(id));
/** What these rules read of a post. */
const WELFARE = { kind: 'PUBLIC_WELFARE' } as MatchPost;

/** Somebody who belongs on a roster today. */
export interface Candidate {
  facts: PersonFacts;
  person: MatchPerson;
  statuses: string[];
  divisionCode: string;
}

/** A ticket that says nothing of its owner. */
export const newTicket = (): string => `T${randomBytes(8).toString('hex').toUpperCase()}`;

/**
 * Who may take part in a round: recognised 就业困难人员 of the region who look for work, want to be matched and may hold such a post.
 *
 * @source rulebook.md §5, Eligibility
 */
@Injectable()
export class Entrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly facts: MatchPeople,
    private readonly consents: ConsentService,
    private readonly posts: PostService,
    private readonly index: MatchIndex,
  ) {}

  /**
   * In the order of their registration. Household members too, where the tiers name them: after everybody else in whatever order they registered.
   *
   * @throws DomainError LEGAL_BASIS_MISSING where no act says who is recognised
   */
  async of(divisionCode: string, tiers: readonly TierStep[] = []): Promise<Candidate[]> {
    const { laws, asOf } = await this.index.upToDate();
    if (laws.of(divisionCode).match.targetByStatus === null)
      throw new DomainError('LEGAL_BASIS_MISSING', '还没有录入谁算就业困难人员的依据，不能定名册。', {
        hint: '请在参数里按文件录入「残疾人直接认定为就业困难人员」，再办。',
      });
    const found: Candidate[] = [];
    const divisionScope = Policy.divisionScope({ divisionCode } as SignedIn);
    for (let afterId = ''; ; ) {
      const batch = await this.facts.facts({ afterId, limit: BATCH, divisionScope });
      found.push(...(await this.recognised(batch, laws, asOf.day)));
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) break;
      afterId = last.id;
    }
    if (takesMembers(tiers)) found.push(...(await this.members(divisionScope, laws, asOf.day)));
    const waits = ({ facts }: Candidate): string => `${facts.registeredAt.toISOString()}|${facts.id}`;
    return found.sort((one, other) => (waits(one) < waits(other) ? -1 : 1));
  }

  /**
   * A tier or reserve for a status that nobody can hold is a mistake of whoever announces it.
   *
   * @throws DomainError LEGAL_BASIS_MISSING where a parameter that a status rests on is not entered for the place
   */
  async requireLawFor(divisionCode: string, statuses: readonly string[]): Promise<void> {
    const { laws, asOf } = await this.index.upToDate();
    const { law } = laws.of(divisionCode);
    for (const status of new Set(statuses))
      for (const [code, qualifier, words] of RESTS_ON[status] ?? [])
        if (law.find(code, asOf.day, qualifier ? { qualifier } : {}) === undefined)
          throw new DomainError(
            'LEGAL_BASIS_MISSING',
            `还没有录入「${words}」，没法认定谁是${ROSTER_STATUSES[status]}。`,
            {
              field: 'tiers',
              hint: '请先在参数里按文件录入，再公告。',
            },
          );
  }

  /**
   * {@link of}, without those who are on another running roster.
   *
   * @throws DomainError LEGAL_BASIS_MISSING; ROSTER_EMPTY where nobody is left
   */
  async free(divisionCode: string, tiers: readonly TierStep[]): Promise<Candidate[]> {
    const candidates = await this.of(divisionCode, tiers);
    const taken = await this.taken(candidates.map(({ facts }) => facts.id));
    const free = candidates.filter(({ facts }) => !taken.has(facts.id));
    if (free.length === 0)
      throw new DomainError('ROSTER_EMPTY', '没有可以列入名册的人。', {
        hint: '列入名册的是本区划想就业、未就业并同意推荐岗位的人。',
      });
    return free;
  }

  /** What each of them would list today: the posts that fit, the best first. For the simulation, when nobody has chosen yet. */
  async likelyLists(candidates: readonly Candidate[], postIds: readonly string[]): Promise<string[][]> {
    const { laws, asOf } = await this.index.upToDate();
    const posts = (await this.posts.byIds(postIds)).map(postOf);
    return candidates.map(({ person, statuses }) =>
      posts
        .map((post) => {
          const facts = [person, post, asOf.day, laws.of(post.divisionCode).match] as const;
          // A member's wishes are not known: posts that fit stand in the order of their ids.
          return statuses.includes(HOUSEHOLD_MEMBER)
            ? { id: post.id, answer: memberAnswer(...facts), score: 0 }
            : { id: post.id, ...judge(...facts) };
        })
        .filter(({ answer }) => isFit(answer))
        .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
        .map(({ id }) => id),
    );
  }

  /** Household members who have a record and may stand. They hold no other status: else one could stand before a disabled person. */
  private async members(divisionScope: string, laws: DayLaws, day: IsoDate): Promise<Candidate[]> {
    const ids = await this.people.memberIds(divisionScope);
    const found: Candidate[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = await this.facts.facts({ ids: ids.slice(at, at + BATCH), evenWithheld: true });
      const lacks = await lacksOf(batch, { people: this.people, consents: this.consents }, laws, day);
      for (const facts of batch) {
        const { law, match } = laws.of(facts.divisionCode);
        const person = personOf(facts, law, day);
        // A bar, another such post or a term that is used up keep a member off as they keep everybody off.
        const stands = RECOGNITION.every(
          (rule) => rule.id === 'H-TARGET' || answerOf(rule, person, WELFARE, day, match) === 'FITS',
        );
        if (!stands || lacks.get(facts.id)?.length !== 0) continue;
        found.push({ facts, person, statuses: [HOUSEHOLD_MEMBER], divisionCode: person.divisionCode });
      }
    }
    return found;
  }

  /** Those who are on another running roster already. */
  private async taken(personIds: readonly string[]): Promise<Set<string>> {
    const taken = new Set<string>();
    for (let at = 0; at < personIds.length; at += BATCH) {
      const where = { personId: In(personIds.slice(at, at + BATCH)), live: 1 };
      const rows = await this.unitOfWork.manager.find(RoundEntrant, { select: { id: true, personId: true }, where });
      for (const { personId } of rows) if (personId !== null) taken.add(personId);
    }
    return taken;
  }

  private async recognised(batch: readonly PersonFacts[], laws: DayLaws, day: IsoDate): Promise<Candidate[]> {
    const ids = batch.map(({ id }) => id);
    const consented = await this.consents.answers(ids, 'MATCHING');
    const able = batch.flatMap((facts) => {
      const { law, match } = laws.of(facts.divisionCode);
      const person = personOf(facts, law, day);
      const belongs = person.active && consented.get(facts.id) === true;
      return belongs && RECOGNITION.every((rule) => answerOf(rule, person, WELFARE, day, match) === 'FITS')
        ? [{ facts, person, law }]
        : [];
    });
    const households = await this.people.householdsOf(able.map(({ facts }) => facts.id));
    return able.map(({ facts, person, law }) => ({
      facts,
      person,
      statuses: statusesOf(person, households.get(facts.id), law, day),
      divisionCode: person.divisionCode,
    }));
  }
}

/** Of somebody who holds a certificate; a household counts only where everybody in it is known. */
function statusesOf(
  { workingAgeUntil }: MatchPerson,
  household: HouseholdView | undefined,
  law: Law,
  day: IsoDate,
): string[] {
  const age = workingAgeOn(law, day);
  const years = law.find(NEAR_RETIREMENT_YEARS, day)?.row.value;
  const near = isNearRetirement(workingAgeUntil, years === undefined ? null : Number(years), day);
  const zero = household !== undefined && age !== undefined && zeroEmployment(household, day, age).result === 'YES';
  return ['DISABLED', ...(near ? ['NEAR_RETIREMENT'] : []), ...(zero ? ['ZERO_EMPLOYMENT'] : [])];
}

/** Null where the age table is not entered: nothing is recognised without it. */
function workingAgeOn(law: Law, day: IsoDate): WorkingAge | undefined {
  const bounds = (sex: 'MALE' | 'FEMALE') =>
    law.find(MATCH_PARAMETERS.ageBounds, day, { qualifier: sex })?.row.value.split('..').map(Number);
  const [men, women] = [bounds('MALE'), bounds('FEMALE')];
  if (men === undefined || women === undefined) return undefined;
  // The table names the last full year that is in; the rule the first that is out.
  return { from: men[0] as number, until: { MALE: (men[1] as number) + 1, FEMALE: (women[1] as number) + 1 } };
}

import { Injectable } from '@nestjs/common';
import { blindColumns, blindOf, ByBlind, insertRows, UnitOfWork, whereBlind } from '@tongxing/database';
import { type Blind, CryptoProvider, newId } from '@tongxing/platform';
import { type IsoDate, normaliseCode, type PersonLicences } from '@tongxing/rules';
import { Brackets, In, IsNull, Like, MoreThan, Not } from 'typeorm';
import { PersonLicence } from './licences/licence.entity.js';
import { OwnSection } from './own/own.entity.js';
import { LICENCES } from './own/own.words.js';
import { FunctionalProfile, Household, HouseholdMember, Person } from './person.entity.js';
import type { EmploymentStatus } from './person.words.js';
import {
  blindId,
  blindPhone,
  blindVeteran,
  openMember,
  openPerson,
  type PersonSecrets,
  sealPerson,
} from './person.secrets.js';

const MAX_AT_ONE_PHONE = 20;
/** Longer than any number of a certificate. */
const MAX_NUMBER = 40;
const INDEX_CHUNK = 500;

/** Where money for a person goes. */
export interface Payee {
  name: string;
  account: string;
}

/** One member of a household as rules and desks see it. */
export interface HouseholdMemberView {
  /** set for a certificate holder */
  personId?: string;
  name: string;
  sex: Person['sex'];
  birthOn: IsoDate;
  relation: string | null;
  employmentStatus: Person['employmentStatus'];
  wantsWork: boolean | null;
  /** holds a certificate that is not cancelled */
  isHolder: boolean;
}

export interface HouseholdView {
  id: string;
  number: string;
  countyCode: string;
  /** false: only members with a certificate are known */
  membersKnown: boolean;
  members: HouseholdMemberView[];
}

/** What the match engine may know of a person: no name, no category, no grade. */
export interface MatchFacts {
  id: string;
  sex: Person['sex'];
  birthOn: IsoDate;
  divisionCode: string;
  residenceDivisionCode: string | null;
  state: Person['state'];
  certificateExpiresOn: IsoDate | null;
  employmentStatus: Person['employmentStatus'];
  wantsWork: boolean | null;
  skills: string[];
  education: string | null;
  wantedWageFen: number | null;
  wantedKinds: string[];
  commuteKm: number | null;
  accessNeeds: string[];
  registeredAt: Date;
  /** holds a 残疾军人证 */
  veteran: boolean;
  /** null: nobody asked, and nothing is known */
  licences: PersonLicences | null;
  /** the newest assessment; null: never assessed */
  profile: {
    levels: Record<string, number>;
    assessedOn: IsoDate;
    validUntil: IsoDate | null;
    ownAids: string[];
  } | null;
}

/**
 * Which people {@link PeopleService.matchFacts} gives: the next ones after an id, or these. Whoever said no to being matched, was deleted, or is
 * a household member is left out: an index built from it drops them by itself. `evenWithheld` gives them too, to a caller that asks what they said.
 */
export type MatchRange =
  | { afterId: string; limit: number; divisionScope?: string }
  | { ids: readonly string[]; evenWithheld?: true };

/** The newest answer to MATCHING is no. */
const SAID_NO = `EXISTS (SELECT 1 FROM consent said WHERE said.personId = person.id AND said.purpose = 'MATCHING' AND said.given = 0
  AND NOT EXISTS (SELECT 1 FROM consent later WHERE later.personId = said.personId AND later.purpose = said.purpose AND later.serial > said.serial))`;

const MATCH_COLUMNS = [
  'id',
  'sex',
  'birthOn',
  'divisionCode',
  'residenceDivisionCode',
  'state',
  'certificateExpiresOn',
  'employmentStatus',
  'wantsWork',
  'skills',
  'education',
  'wantedWageFen',
  'wantedKinds',
  'commuteKm',
  'accessNeeds',
  'registeredAt',
] as const satisfies readonly (keyof Person)[];

/** Certificate holders and their households. Secrets open here only; callers decide what a viewer may see of them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  byId(id: string): Promise<Person | null> {
    return this.unitOfWork.manager.findOneBy(Person, { id });
  }

  async byIds(ids: readonly string[]): Promise<Person[]> {
    return ids.length === 0 ? [] : this.unitOfWork.manager.findBy(Person, { id: In([...new Set(ids)]) });
  }

  /** 11 digits by person; who has none is left out. */
  async phonesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const phones = (await this.byIds(ids)).map((person) => [person.id, this.secretsOf(person).phone] as const);
    return new Map(phones.flatMap(([id, phone]) => (phone ? [[id, phone] as const] : [])));
  }

  /** A certificate holder; a household member is none. */
  async findByIdNumber(idNumber: string): Promise<Person | null> {
    const person = await this.findAnybody(idNumber);
    return person?.state === 'MEMBER' ? null : person;
  }

  private async findAnybody(idNumber: string): Promise<Person | null> {
    return (await this.byIdBlinds([blindId(this.crypto, normaliseCode(idNumber))]))[0] ?? null;
  }

  /** People with this phone, 11 digits; a family may share one. */
  byPhone(phone: string): Promise<Person[]> {
    return this.unitOfWork.manager.find(Person, {
      where: whereBlind<Person>('phoneBlind', [blindPhone(this.crypto, phone)], { state: Not('MEMBER') }),
      order: { id: 'ASC' },
      take: MAX_AT_ONE_PHONE,
    });
  }

  /** Indexes phones of rows that stood before there was an index; may be cut off and run again. @returns how many rows */
  async indexPhones(): Promise<number> {
    let done = 0;
    const unindexed = { phoneBlind: IsNull(), phoneBlind2: IsNull() };
    for (;;) {
      const rows = await this.unitOfWork.manager.find(Person, { where: unindexed, take: INDEX_CHUNK });
      if (rows.length === 0) return done;
      await this.unitOfWork.run(async () => {
        for (const row of rows) {
          const columns = blindColumns('phoneBlind', blindPhone(this.crypto, this.secretsOf(row).phone));
          await this.unitOfWork.manager.update(Person, { id: row.id, ...unindexed }, columns);
        }
      });
      done += rows.length;
    }
  }

  /** @returns people by ID number; missing ones are not in the map */
  async findByIdNumbers(idNumbers: readonly string[]): Promise<Map<string, Person>> {
    const blinds = idNumbers.map((number) => [blindId(this.crypto, number), number] as const);
    const numberOf = ByBlind.of(blinds);
    const people = (await this.byIdBlinds(blinds.map(([blind]) => blind))).filter(({ state }) => state !== 'MEMBER');
    return new Map(people.map((person) => [numberOf.get(blindOf(person, 'idBlind')) as string, person]));
  }

  private async byIdBlinds(blinds: readonly Blind[]): Promise<Person[]> {
    return blinds.length === 0 ? [] : this.unitOfWork.manager.findBy(Person, whereBlind<Person>('idBlind', blinds));
  }

  /** @param certificate number of a 残疾人证 (with or without its reissue mark) or of a 残疾军人证 */
  async findByCertificate(certificate: string): Promise<Person | null> {
    const text = normaliseCode(certificate);
    const twenty = /^(\d{17}[\dX]\d{2})(?:B\d{1,2})?$/.exec(text)?.[1];
    if (twenty === undefined)
      return this.unitOfWork.manager.findOneBy(
        Person,
        whereBlind<Person>('veteranBlind', [blindVeteran(this.crypto, text) as Blind]),
      );
    const person = await this.findByIdNumber(twenty.slice(0, 18));
    return person !== null && this.secretsOf(person).certificate === twenty ? person : null;
  }

  /** Household members with a record too. @param number of an ID card (18 digits), a 残疾人证 or a 残疾军人证, as typed */
  async findByNumber(number: string): Promise<Person | null> {
    const text = normaliseCode(number);
    if (text === '' || text.length > MAX_NUMBER) return null;
    return /^\d{17}[\dX]$/.test(text) ? this.findAnybody(text) : this.findByCertificate(text);
  }

  /** Opens what is sealed of a person. */
  secretsOf(person: { id: string; secrets: string }): PersonSecrets {
    return openPerson(this.crypto, person);
  }

  /** The account that money for this person goes to; null where none was given. */
  async payeeOf(personId: string): Promise<Payee | null> {
    const person = await this.byId(personId);
    if (person === null) return null;
    const { accountName, accountNumber } = this.secretsOf(person);
    if (accountNumber === undefined) return null;
    return { name: accountName ?? person.name, account: accountNumber };
  }

  /** The household of a person with everybody known in it; null where the person is in none. */
  async householdOf(personId: string): Promise<HouseholdView | null> {
    const person = await this.byId(personId);
    if (person?.householdId) return (await this.households([person.householdId])).get(person.householdId) ?? null;
    if (person === null) return null;
    const { manager } = this.unitOfWork;
    const member = await manager.findOneBy(
      HouseholdMember,
      whereBlind<HouseholdMember>('idBlind', [blindOf(person, 'idBlind')]),
    );
    return member === null ? null : ((await this.households([member.householdId])).get(member.householdId) ?? null);
  }

  /** {@link householdOf} of many, in a few queries; who is in none is left out. */
  async householdsOf(ids: readonly string[]): Promise<Map<string, HouseholdView>> {
    const people = await this.byIds(ids);
    const without = people.filter(({ householdId }) => householdId === null);
    const blinds = without.map((person) => blindOf(person, 'idBlind'));
    const { manager } = this.unitOfWork;
    const where = whereBlind<HouseholdMember>('idBlind', blinds);
    const members = without.length === 0 ? [] : await manager.find(HouseholdMember, { where, order: { id: 'DESC' } });
    const memberOf = ByBlind.of(members.map((member) => [blindOf(member, 'idBlind'), member.householdId]));
    const idOf = (person: Person): string | undefined => person.householdId ?? memberOf.get(blindOf(person, 'idBlind'));
    const views = await this.households(people.flatMap((person) => idOf(person) ?? []));
    return new Map(
      people.flatMap((person) => {
        const view = views.get(idOf(person) ?? '');
        return view === undefined ? [] : [[person.id, view] as const];
      }),
    );
  }

  /**
   * Everybody with a record who lives with the holder of this ID number, themselves too; the holder need not have a record.
   *
   * @param idBlind see {@link Person.idBlind}
   * @returns person ids
   */
  async familyByIdBlind(idBlind: Blind): Promise<string[]> {
    const { manager } = this.unitOfWork;
    const person = (await this.byIdBlinds([idBlind]))[0] ?? null;
    const memberships = await manager.findBy(HouseholdMember, whereBlind<HouseholdMember>('idBlind', [idBlind]));
    const householdIds = memberships.map(({ householdId }) => householdId);
    if (person?.householdId) householdIds.push(person.householdId);
    const households = [...(await this.households(householdIds)).values()];
    const members = households.flatMap((household) => household.members.flatMap((member) => member.personId ?? []));
    return [...new Set([...(person ? [person.id] : []), ...members])];
  }

  /** Households by id, in five queries however many. */
  async households(ids: readonly string[]): Promise<Map<string, HouseholdView>> {
    if (ids.length === 0) return new Map();
    const { manager } = this.unitOfWork;
    const unique = [...new Set(ids)];
    const [households, members, holders] = [
      await manager.findBy(Household, { id: In(unique) }),
      await manager.findBy(HouseholdMember, { householdId: In(unique) }),
      await manager.findBy(Person, { householdId: In(unique) }),
    ];
    const known = ByBlind.of(holders.map((holder) => [blindOf(holder, 'idBlind'), holder]));
    const others = members.map((member) => blindOf(member, 'idBlind')).filter((blind) => !known.has(blind));
    const more = await this.byIdBlinds(others);
    const personOf = ByBlind.of([...holders, ...more].map((person) => [blindOf(person, 'idBlind'), person]));
    const views = new Map<string, HouseholdView>();
    for (const { id, number, countyCode, membersKnownOn } of households)
      views.set(id, { id, number, countyCode, membersKnown: membersKnownOn !== null, members: [] });
    for (const member of members) {
      const person = personOf.get(blindOf(member, 'idBlind'));
      // A holder who was recorded in another household by the roster of people belongs there.
      if (person?.householdId && person.householdId !== member.householdId) continue;
      views.get(member.householdId)?.members.push(memberView(person ?? member, member.relation, person));
      personOf.delete(blindOf(person ?? member, 'idBlind'));
    }
    for (const person of holders) {
      if (person.householdId !== null && personOf.has(blindOf(person, 'idBlind')))
        views.get(person.householdId)?.members.push(memberView(person, person.relation, person));
    }
    return views;
  }

  /** The newest assessment of a person; the caller looks whether it is still valid. */
  async profileOf(personId: string): Promise<FunctionalProfile | null> {
    return this.unitOfWork.manager.findOne(FunctionalProfile, { where: { personId }, order: { assessedOn: 'DESC' } });
  }

  /** A plain projection for the match index, in id order; two queries. */
  async matchFacts(range: MatchRange): Promise<MatchFacts[]> {
    const { manager } = this.unitOfWork;
    if ('ids' in range && range.ids.length === 0) return [];
    const query = manager
      .createQueryBuilder(Person, 'person')
      .select([...MATCH_COLUMNS, 'veteranBlind', 'veteranBlind2'].map((column) => `person.${column}`))
      .orderBy('person.id');
    if ('ids' in range) query.where({ id: In([...range.ids]) });
    else {
      query.where({ id: MoreThan(range.afterId) }).limit(range.limit);
      if (range.divisionScope) query.andWhere('person.divisionCode LIKE :scope', { scope: `${range.divisionScope}%` });
    }
    if (!('ids' in range && range.evenWithheld))
      query.andWhere(`person.state NOT IN ('ERASED', 'MEMBER') AND NOT ${SAID_NO}`);
    const people = await query.getMany();
    const ids = people.map((person) => person.id);
    const profiles = await this.newestProfiles(ids);
    const licences = await this.licencesOf(ids);
    return people.map((person) => {
      const profile = profiles.get(person.id);
      const facts = Object.fromEntries(MATCH_COLUMNS.map((column) => [column, person[column]]));
      const own = facts as unknown as Omit<MatchFacts, 'profile' | 'veteran' | 'licences'>;
      return {
        ...own,
        veteran: blindOf(person, 'veteranBlind').some((blind) => blind !== null),
        licences: licences.get(person.id) ?? null,
        profile: profile ?? null,
      };
    });
  }

  /** 就业状况 after somebody begins or ends work, in the caller's unit of work; the caller tells the change feed. */
  async setEmployment(personId: string, employmentStatus: EmploymentStatus): Promise<void> {
    await this.unitOfWork.manager.update(Person, { id: personId }, { employmentStatus });
  }

  /** How many people {@link matchFacts} leaves out because they said no. */
  async withheldFromMatching(): Promise<number> {
    return this.unitOfWork.manager
      .createQueryBuilder(Person, 'person')
      .where(`person.state NOT IN ('ERASED', 'MEMBER') AND ${SAID_NO}`)
      .getCount();
  }

  /**
   * How many certificate holders live in each division of a region, born between two days. Counted, never listed: nobody can be told from it.
   *
   * @param divisionScope prefix of the codes of where they live
   * @param born          both days included, by sex
   */
  async countByDivision(
    divisionScope: string,
    born: Readonly<Record<Person['sex'], { from: IsoDate; to: IsoDate }>>,
  ): Promise<Map<string, number>> {
    const lives = 'COALESCE(person.residenceDivisionCode, person.divisionCode)';
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(Person, 'person')
      .select(lives, 'division')
      .addSelect('COUNT(*)', 'count')
      .where("person.state = 'ACTIVE'")
      .andWhere(`${lives} LIKE :scope`, { scope: `${divisionScope}%` })
      .andWhere(
        "((person.sex = 'MALE' AND person.birthOn BETWEEN :maleFrom AND :maleTo) OR (person.sex = 'FEMALE' AND person.birthOn BETWEEN :femaleFrom AND :femaleTo))",
        {
          maleFrom: born.MALE.from,
          maleTo: born.MALE.to,
          femaleFrom: born.FEMALE.from,
          femaleTo: born.FEMALE.to,
        },
      )
      .groupBy(lives)
      .getRawMany<{ division: string; count: string | number }>();
    return new Map(rows.map(({ division, count }) => [division, Number(count)]));
  }

  /** Ids of a region's people in id order. @param divisionScope prefix; empty: all */
  async idsInRegion(divisionScope: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(Person, 'person')
      .select('person.id', 'id')
      .where('person.divisionCode LIKE :scope', { scope: `${divisionScope}%` })
      .andWhere("person.state <> 'MEMBER'")
      .orderBy('person.id')
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** Ids of a region's household members with a record, in id order. @param divisionScope prefix; empty: all */
  async memberIds(divisionScope: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(Person, {
      select: { id: true },
      where: { state: 'MEMBER', divisionCode: Like(`${divisionScope}%`) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id }) => id);
  }

  /** Certificate holders of households, in the order of their registration. */
  async holdersIn(householdIds: readonly string[]): Promise<Map<string, Person[]>> {
    const views = [...(await this.households(householdIds)).values()];
    const idsOf = ({ members }: HouseholdView): string[] =>
      members.flatMap(({ personId, isHolder }) => (isHolder && personId ? [personId] : []));
    const people = new Map((await this.byIds(views.flatMap(idsOf))).map((person) => [person.id, person]));
    const since = ({ registeredAt, id }: Person): string => `${registeredAt.toISOString()}|${id}`;
    return new Map(
      views.map((view) => [
        view.id,
        idsOf(view)
          .map((id) => people.get(id) as Person)
          .toSorted((one, other) => (since(one) < since(other) ? -1 : 1)),
      ]),
    );
  }

  /**
   * Lines of household lists in a region that name somebody of unknown or no work who wants to work, in id order.
   *
   * @param divisionScope prefix of where a holder of the household is registered; empty: all
   */
  async seekingMembers(
    divisionScope: string,
    { first, after }: { first: number; after?: string },
  ): Promise<{ rows: HouseholdMember[]; total: number }> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(HouseholdMember, 'member')
      .where("member.wantsWork = 1 AND member.employmentStatus = 'UNEMPLOYED'")
      .andWhere(
        new Brackets((known) => known.where('member.idBlind IS NOT NULL').orWhere('member.idBlind2 IS NOT NULL')),
      )
      .andWhere(
        "EXISTS (SELECT 1 FROM person holder WHERE holder.householdId = member.householdId AND holder.state = 'ACTIVE' AND holder.divisionCode LIKE :scope)",
        { scope: `${divisionScope}%` },
      );
    const total = await query.getCount();
    if (after !== undefined) query.andWhere('member.id > :after', { after });
    const rows = await query.orderBy('member.id').limit(first).getMany();
    return { rows, total };
  }

  /** A line of a household's list, where a holder of the household is registered in the region; null elsewhere. */
  async memberById(id: string, divisionScope: string): Promise<HouseholdMember | null> {
    const member = await this.unitOfWork.manager.findOneBy(HouseholdMember, { id });
    if (member === null || blindOf(member, 'idBlind').every((blind) => blind === null)) return null;
    const holders = (await this.holdersIn([member.householdId])).get(member.householdId) ?? [];
    return holders.some(({ divisionCode }) => divisionCode.startsWith(divisionScope)) ? member : null;
  }

  /** The records of people on household lists, by the line's id; who has none is left out. */
  async recordsOf(members: readonly HouseholdMember[]): Promise<Map<string, Person>> {
    const people = await this.byIdBlinds(members.map((member) => blindOf(member, 'idBlind')));
    const byBlind = ByBlind.of(people.map((person) => [blindOf(person, 'idBlind'), person] as const));
    return new Map(
      members.flatMap((member) => {
        const person = byBlind.get(blindOf(member, 'idBlind'));
        return person === undefined ? [] : [[member.id, person] as const];
      }),
    );
  }

  /**
   * Gives a household member a record, where the holder lives, in the caller's unit of work. It holds what the household's list holds.
   *
   * @returns its id
   */
  async enterMember(member: HouseholdMember, holder: Person, now: Date): Promise<string> {
    const id = newId();
    const { idNumber } = openMember(this.crypto, member);
    await insertRows(this.unitOfWork.manager, Person, [
      {
        id,
        name: member.name,
        sex: member.sex,
        birthOn: member.birthOn,
        divisionCode: holder.divisionCode,
        residenceDivisionCode: holder.residenceDivisionCode,
        state: 'MEMBER',
        stateOn: null,
        certificateExpiresOn: null,
        employmentStatus: member.employmentStatus,
        wantsWork: member.wantsWork,
        skills: [],
        education: null,
        wantedWageFen: null,
        wantedKinds: [],
        commuteKm: null,
        accessNeeds: [],
        graduatedFrom: null,
        graduatedOn: null,
        residence: null,
        welfare: null,
        householdId: member.householdId,
        relation: member.relation,
        secrets: sealPerson(this.crypto, id, { idNumber }),
        ...blindColumns('idBlind', blindId(this.crypto, idNumber)),
        ...blindColumns('veteranBlind', blindVeteran(this.crypto, undefined)),
        ...blindColumns('phoneBlind', blindPhone(this.crypto, undefined)),
        registeredAt: now,
        version: 1,
      },
    ]);
    return id;
  }

  /** The record of a member who is on the list of another household by now, in the caller's unit of work. */
  async moveMember(personId: string, { householdId, relation }: HouseholdMember, holder: Person): Promise<void> {
    const { divisionCode, residenceDivisionCode } = holder;
    const set = { householdId, relation, divisionCode, residenceDivisionCode };
    await this.unitOfWork.manager.update(Person, { id: personId, state: 'MEMBER' }, set);
  }

  /** Who was not asked and has none is left out. */
  private async licencesOf(ids: readonly string[]): Promise<Map<string, PersonLicences>> {
    const found = new Map<string, { all: boolean; held: PersonLicences['held'][number][] }>();
    if (ids.length === 0) return found;
    const { manager } = this.unitOfWork;
    for (const { personId } of await manager.findBy(OwnSection, { personId: In([...ids]), section: LICENCES }))
      found.set(personId, { all: true, held: [] });
    const rows = await manager.find(PersonLicence, {
      select: { id: true, personId: true, kind: true, validUntil: true, seenAt: true },
      where: { personId: In([...ids]) },
      order: { kind: 'ASC' },
    });
    for (const { personId, kind, validUntil, seenAt } of rows) {
      const licences = found.get(personId) ?? { all: false, held: [] };
      licences.held.push({ kind, until: validUntil, seen: seenAt !== null });
      found.set(personId, licences);
    }
    return found;
  }

  private async newestProfiles(ids: readonly string[]): Promise<Map<string, NonNullable<MatchFacts['profile']>>> {
    if (ids.length === 0) return new Map();
    const rows = await this.unitOfWork.manager.find(FunctionalProfile, {
      where: { personId: In([...ids]) },
      order: { assessedOn: 'ASC' },
    });
    return new Map(
      rows.map(({ personId, levels, assessedOn, validUntil, ownAids }) => [
        personId,
        { levels, assessedOn, validUntil, ownAids },
      ]),
    );
  }
}

type Described = Pick<HouseholdMemberView, 'name' | 'sex' | 'birthOn' | 'employmentStatus' | 'wantsWork'>;

function memberView(described: Described, relation: string | null, person: Person | undefined): HouseholdMemberView {
  const { name, sex, birthOn, employmentStatus, wantsWork } = described;
  return {
    ...(person === undefined ? {} : { personId: person.id }),
    name,
    sex,
    birthOn,
    relation,
    employmentStatus,
    wantsWork,
    isHolder: person !== undefined && person.state === 'ACTIVE',
  };
}

import { Injectable } from '@nestjs/common';
import { type Account, AccountService, Divisions, Policy, type RevealedThing, type SignedIn } from '@tongxing/access';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { JobApplicationService, PlacementDesk } from '@tongxing/matching';
import { OwnProfileService, PeopleService, Person, type PersonSecrets, whoIs } from '@tongxing/people';
import {
  Clock,
  cursorOf,
  DomainError,
  maskCertificate,
  maskPhone,
  newId,
  notFound,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { Brackets, In, type SelectQueryBuilder } from 'typeorm';
import { CaseAssignment } from './campaign.entity.js';
import type { CaseloadItemNode, CaseloadPageNode, PersonCaseNode } from './campaign.types.js';
import { CASE_REASONS, type CaseReason, employmentWord, SITUATIONS } from './campaign.words.js';
import { isPinyin, placeName, soundsLike } from './case-names.js';
import { VisitService } from './visit.service.js';

/** After every day, so that people without one stand last. */
const NO_DAY = '9999-12-31';
const DUE = `COALESCE(assigned.dueOn, '${NO_DAY}')`;
/** Villages whose name holds the text that was typed. */
const MAX_PLACES = 200;
const MAX_ASSIGNED = 500;

interface CaseRow {
  id: string;
  personId: string;
  name: string;
  secrets: string;
  birthOn: string;
  divisionCode: string;
  residenceDivisionCode: string | null;
  dueOn: IsoDate | null;
  due: string;
  reason: CaseReason;
  lastVisitOn: string | null;
}

/** Who is put into whose caseload. */
export interface NewCases {
  /** the counsellor's account */
  counsellorId: string;
  personIds: readonly string[];
  /** day by which a person is to be seen first; by position in `personIds` */
  dueOn(index: number): IsoDate | null;
}

const signedIn = ({ id, displayName, roles, divisionCode }: Account): SignedIn => ({
  id,
  displayName,
  roles,
  divisionCode,
});

const literally = (text: string): string => text.replace(/[!%_]/g, (character) => `!${character}`);

/** 我负责的人: a counsellor sees his own caseload and nothing beside it. */
@Injectable()
export class CaseloadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly accounts: AccountService,
    private readonly divisions: Divisions,
    private readonly visits: VisitService,
    private readonly applications: JobApplicationService,
    private readonly placements: PlacementDesk,
    private readonly profiles: OwnProfileService,
  ) {}

  /** The viewer's people: the earliest due day first, those without a day last. @param text name, pinyin or place */
  async page(viewer: SignedIn, { first, after }: PageArgs, text?: string | null): Promise<CaseloadPageNode> {
    const query = this.mine(viewer);
    const wanted = text?.trim() ?? '';
    if (wanted !== '') await this.narrow(query, wanted);
    const totalCount = await query.clone().getCount();
    if (after !== undefined && after !== null) {
      const [due, id] = readCursor(after, 2);
      query.andWhere(`(${DUE} > :due OR (${DUE} = :due AND assigned.id > :id))`, { due, id });
    }
    const rows = await query
      .select('assigned.id', 'id')
      .addSelect('assigned.personId', 'personId')
      .addSelect('assigned.dueOn', 'dueOn')
      .addSelect(DUE, 'due')
      .addSelect('assigned.reason', 'reason')
      .addSelect('assigned.lastVisitOn', 'lastVisitOn')
      .addSelect('person.name', 'name')
      .addSelect('person.secrets', 'secrets')
      .addSelect('person.birthOn', 'birthOn')
      .addSelect('person.divisionCode', 'divisionCode')
      .addSelect('person.residenceDivisionCode', 'residenceDivisionCode')
      .orderBy('due')
      .addOrderBy('assigned.id')
      .limit(first + 1)
      .getRawMany<CaseRow>();
    const today = this.clock.today();
    return pageOf(
      rows,
      first,
      totalCount,
      (row) => cursorOf(row.due, row.id),
      (row) => this.item(row, today),
    );
  }

  /** True while the person is in the counsellor's caseload. */
  holds(counsellorId: string, personId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(CaseAssignment, { personId, counsellorId, live: 1 });
  }

  /** @throws DomainError NOT_FOUND for anybody outside the viewer's caseload */
  async personCase(viewer: SignedIn, personId: string): Promise<PersonCaseNode> {
    const { assigned, person } = await this.own(viewer, personId);
    const visits = await this.visits.ofPerson(personId);
    const applications = await this.applications.ofPerson(personId);
    const placements = await this.placements.ofPerson(personId);
    const situation = visits.find((visit) => visit.situation !== null)?.situation as
      | keyof typeof SITUATIONS
      | undefined;
    const told = visits.find((visit) => visit.wantsWork !== null)?.wantsWork;
    const { phone } = this.people.secretsOf(person);
    return {
      personId,
      ...this.described(person),
      employment: situation === undefined ? employmentWord(person.employmentStatus) : SITUATIONS[situation],
      wantsWork: told ?? person.wantsWork,
      maskedPhone: phone === undefined ? null : maskPhone(phone),
      skills: person.skills,
      accessNeeds: await this.profiles.neededBy(personId),
      dueOn: assigned.dueOn,
      reason: CASE_REASONS[assigned.reason],
      visits,
      applications: applications.map(({ id, title, stateText }) => ({ id, post: { title }, stateText })),
      placements,
    };
  }

  /** What is sealed of somebody in the viewer's caseload. @throws DomainError NOT_FOUND for anybody else */
  async secretsOf(viewer: SignedIn, personId: string): Promise<RevealedThing<PersonSecrets>> {
    const { person } = await this.own(viewer, personId);
    const whose = whoIs(person, placeName(this.divisions, person.residenceDivisionCode ?? person.divisionCode));
    return { thing: this.people.secretsOf(person), whose, divisionCode: person.divisionCode };
  }

  /**
   * Puts people into a counsellor's caseload. Somebody who is in one already stays there.
   *
   * @returns how many were put in
   * @throws DomainError VALIDATION for an account that is no counsellor, or a person outside his region
   */
  assign({ counsellorId, personIds, dueOn }: NewCases): Promise<number> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const account = await this.accounts.byId(counsellorId);
      const counsellor = account === null || account.disabled ? null : signedIn(account);
      if (counsellor === null || !Policy.can(counsellor, 'visit.record'))
        throw new DomainError('VALIDATION', '这个账号不是就业辅导员。', { field: 'counsellorId' });
      const today = this.clock.today();
      let count = 0;
      for (let from = 0; from < personIds.length; from += MAX_ASSIGNED) {
        const ids = personIds.slice(from, from + MAX_ASSIGNED);
        const people = new Map((await this.people.byIds(ids)).map((person) => [person.id, person]));
        const taken = new Set(
          (await manager.findBy(CaseAssignment, { personId: In([...ids]), live: 1 })).map((row) => row.personId),
        );
        const rows = ids.flatMap((personId, index) => {
          const person = people.get(personId);
          if (person === undefined || !Policy.covers(counsellor, person.divisionCode))
            throw new DomainError('VALIDATION', '有人不在这个辅导员负责的区划里。', { field: 'personIds' });
          if (taken.has(personId)) return [];
          taken.add(personId);
          return {
            id: newId(),
            personId,
            counsellorId,
            divisionCode: person.divisionCode,
            reason: 'NEW' as const,
            assignedOn: today,
            dueOn: dueOn(from + index),
            lastVisitOn: null,
            endedOn: null,
            live: 1 as const,
          };
        });
        await insertRows(manager, CaseAssignment, rows);
        count += rows.length;
      }
      return count;
    });
  }

  private async own(viewer: SignedIn, personId: string): Promise<{ assigned: CaseAssignment; person: Person }> {
    const { manager } = this.unitOfWork;
    const assigned = await manager.findOneBy(CaseAssignment, { personId, counsellorId: viewer.id, live: 1 });
    const person = assigned && (await this.people.byId(personId));
    if (assigned === null || person === null) throw notFound('这个人');
    Policy.requireCovers(viewer, assigned.divisionCode, '这个人');
    return { assigned, person };
  }

  /** Accounts of the staff in whose caseload somebody is now. */
  async workersOf(personId: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.findBy(CaseAssignment, { personId, live: 1 });
    return rows.map(({ counsellorId }) => counsellorId);
  }

  /** People in whose case somebody is now. */
  async heldBy(counsellorId: string): Promise<string[]> {
    const rows = await this.unitOfWork.manager.find(CaseAssignment, {
      select: { personId: true },
      where: { counsellorId, live: 1 },
    });
    return rows.map(({ personId }) => personId);
  }

  private mine(viewer: SignedIn): SelectQueryBuilder<CaseAssignment> {
    return this.unitOfWork.manager
      .createQueryBuilder(CaseAssignment, 'assigned')
      .innerJoin(Person, 'person', 'person.id = assigned.personId')
      .where('assigned.counsellorId = :viewer AND assigned.live = 1', { viewer: viewer.id })
      .andWhere('assigned.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` })
      .andWhere("person.state = 'ACTIVE'");
  }

  private async narrow(query: SelectQueryBuilder<CaseAssignment>, text: string): Promise<void> {
    if (isPinyin(text)) {
      // Names of one caseload only: a few hundred, which no index on pinyin would make faster.
      const names = await query
        .clone()
        .select('assigned.id', 'id')
        .addSelect('person.name', 'name')
        .getRawMany<{ id: string; name: string }>();
      const ids = names.filter(({ name }) => soundsLike(name, text)).map(({ id }) => id);
      query.andWhere(ids.length === 0 ? '1 = 0' : { id: In(ids) });
      return;
    }
    const places = await this.placesIn(query, text);
    query.andWhere(
      new Brackets((where) => {
        where.where("person.name LIKE :text ESCAPE '!'", { text: `%${literally(text)}%` });
        if (places.length > 0)
          where.orWhere('COALESCE(person.residenceDivisionCode, person.divisionCode) IN (:...places)', { places });
      }),
    );
  }

  private async placesIn(query: SelectQueryBuilder<CaseAssignment>, text: string): Promise<string[]> {
    const codes = await query
      .clone()
      .select('DISTINCT COALESCE(person.residenceDivisionCode, person.divisionCode)', 'code')
      .getRawMany<{ code: string }>();
    return codes
      .map(({ code }) => code)
      .filter((code) => placeName(this.divisions, code).includes(text))
      .slice(0, MAX_PLACES);
  }

  private item(row: CaseRow, today: IsoDate): CaseloadItemNode {
    return {
      personId: row.personId,
      ...this.described({ ...row, id: row.personId }),
      dueOn: row.dueOn,
      overdue: row.dueOn !== null && row.dueOn < today,
      reason: CASE_REASONS[row.reason],
      lastVisitOn: row.lastVisitOn,
    };
  }

  private described(
    person: Pick<Person, 'id' | 'name' | 'secrets' | 'divisionCode' | 'residenceDivisionCode'> & { birthOn: string },
  ): Pick<PersonCaseNode, 'name' | 'maskedCertificate' | 'birthYear' | 'divisionName'> {
    const { certificate, idNumber } = this.people.secretsOf(person);
    return {
      name: person.name,
      maskedCertificate: maskCertificate(certificate ?? idNumber),
      birthYear: Number(person.birthOn.slice(0, 4)),
      divisionName: placeName(this.divisions, person.residenceDivisionCode ?? person.divisionCode),
    };
  }
}

import { blindColumns, blindOf, ByBlind, insertRows, UnitOfWork, whereBlind } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type Blind, type CryptoProvider, newId } from '@tongxing/platform';
import type { IsoDate, Sex } from '@tongxing/rules';
import { type FindOptionsWhere, In, IsNull, Like, Not } from 'typeorm';
import { Household, HouseholdMember, Person } from './person.entity.js';
import { blindId, type HouseholdNumber, householdNumberOf, sealMember } from './person.secrets.js';
import { type EmploymentStatus, MEMBER_STATUSES, RELATIONS } from './person.words.js';

/** A row of the 家庭成员 list. */
export interface MemberRow {
  householdNumber: string;
  name: string;
  idNumber: string;
  relation: string;
  employmentStatus: EmploymentStatus;
  wantsWork: boolean;
}

const COLUMNS: readonly ColumnSpec[] = [
  {
    key: 'householdNumber',
    header: '户号',
    type: 'text',
    required: true,
    maxLength: 40,
    holdsNumbers: true,
    sample: 'H000001',
  },
  { key: 'name', header: '姓名', type: 'text', required: true, maxLength: 40, sample: '李示例' },
  { key: 'idNumber', header: '身份证号', type: 'id', required: true, sample: '360734198506150023' },
  {
    key: 'relation',
    header: '与户主关系',
    type: 'choice',
    required: true,
    choices: RELATIONS,
    open: true,
    maxLength: 32,
    sample: '配偶',
  },
  {
    key: 'employmentStatus',
    header: '就业状况',
    type: 'choice',
    required: true,
    choices: MEMBER_STATUSES,
    sample: '未就业',
  },
  { key: 'wantsWork', header: '求职意愿', type: 'flag', sample: '否' },
];

type MemberFacts = Pick<HouseholdMember, 'name' | 'sex' | 'birthOn' | 'relation' | 'employmentStatus' | 'wantsWork'>;

interface Found {
  household: Household;
  existing: HouseholdMember | undefined;
  idNumber: string;
  facts: MemberFacts;
}

type Row = ImportRow<MemberRow>;

const COUNTY_DIGITS = 6;

const FACTS = ['name', 'sex', 'birthOn', 'relation', 'employmentStatus', 'wantsWork'] as const;

/**
 * 家庭成员: who else lives in a household, with or without a certificate. Households come from the roster of people, so a list of members
 * comes after it. A household that is named here counts as known with all its members from then on.
 */
export class HouseholdMembersKind implements ImportKind<MemberRow> {
  readonly kind = 'household-members';
  readonly title = '家庭成员';
  readonly action = 'people.import';
  readonly templateVersion = 1;
  readonly columns = COLUMNS;
  readonly sameThing = '同一人';
  readonly keyColumn = 'idNumber' as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<MemberRow>): string | null {
    return values.idNumber ?? null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    const households = await this.households(rows, context);
    for (const row of rows) {
      if (!row.values.householdNumber) continue;
      const found = households.get(this.numberOf(row).number) ?? [];
      if (found.length === 0)
        row.report('UNKNOWN_PERSON', 'householdNumber', {
          message: '系统里没有这个户号',
          hint: '先导入这一户的持证残疾人名册，并填上户号',
        });
      else if (found.length > 1)
        row.report('UNKNOWN_PERSON', 'householdNumber', {
          message: '几个县都有这个户号',
          hint: '请由各县残联分别导入',
        });
    }
    await this.reportStrangers(rows, context);
    const good = rows.filter((row) => !row.wrong);
    const standing = await this.standing(good, households);
    for (const row of good)
      this.compare(row, (households.get(this.numberOf(row).number) as Household[])[0] as Household, standing);
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<HouseholdMember, 'version'>[] = [];
    const households = new Set<string>();
    for (const row of rows) {
      const { household, existing, idNumber, facts } = row.found as Found;
      households.add(household.id);
      if (existing === undefined) {
        const id = newId();
        const secrets = sealMember(this.crypto, id, idNumber);
        const blind = blindColumns('idBlind', blindId(this.crypto, idNumber));
        fresh.push({ id, householdId: household.id, ...facts, ...blind, secrets });
      } else await manager.update(HouseholdMember, { id: existing.id }, facts);
    }
    await insertRows(manager, HouseholdMember, fresh);
    await this.tellMembers(rows);
    const ids = [...households];
    await manager.update(Household, { id: In(ids), membersKnownOn: IsNull() }, { membersKnownOn: context.today });
    // What a household is decides where its holders stand in a match.
    const holders = await manager.find(Person, { select: { id: true }, where: { householdId: In(ids) } });
    for (const { id } of holders) this.unitOfWork.changed('person', id);
  }

  /** Who stands for public-welfare posts as a member works, and wants to work, as the newest list says. */
  private async tellMembers(rows: readonly Row[]): Promise<void> {
    const { manager } = this.unitOfWork;
    const factsOf = ByBlind.of(
      rows.map(({ found }) => [blindId(this.crypto, (found as Found).idNumber), (found as Found).facts] as const),
    );
    const blinds = rows.map(({ found }) => blindId(this.crypto, (found as Found).idNumber));
    if (blinds.length === 0) return;
    const standing = await manager.findBy(Person, whereBlind<Person>('idBlind', blinds, { state: 'MEMBER' }));
    for (const person of standing) {
      const { employmentStatus, wantsWork } = factsOf.get(blindOf(person, 'idBlind')) as MemberFacts;
      await manager.update(Person, { id: person.id }, { employmentStatus, wantsWork });
    }
  }

  private numberOf({ values }: Row): HouseholdNumber {
    return householdNumberOf(this.crypto, values.householdNumber ?? '');
  }

  /** Holders who are registered outside the uploader's region look as if they were unknown: whoever they are, they are not brought in here. */
  private async reportStrangers(rows: readonly Row[], { divisionScope }: ImportContext): Promise<void> {
    if (divisionScope === '') return;
    const blinds = rows.flatMap((row) => (row.values.idNumber ? [blindId(this.crypto, row.values.idNumber)] : []));
    if (blinds.length === 0) return;
    const strangers = await this.unitOfWork.manager.find(Person, {
      select: { id: true, idBlind: true, idBlind2: true },
      where: whereBlind<Person>('idBlind', blinds, { divisionCode: Not(Like(`${divisionScope}%`)) }),
    });
    const outside = ByBlind.of(strangers.map((person) => [blindOf(person, 'idBlind'), person]));
    for (const row of rows) {
      const { idNumber } = row.values;
      if (idNumber && outside.has(blindId(this.crypto, idNumber))) row.report('UNKNOWN_PERSON', 'idNumber');
    }
  }

  /** Households by number that lie in the uploader's region: those of its county, in a township or village those with a holder there. */
  private async households(rows: readonly Row[], context: ImportContext): Promise<Map<string, Household[]>> {
    const numbered = rows.filter(({ values }) => values.householdNumber);
    const numbers = [...new Map(numbered.map((row) => [this.numberOf(row).number, this.numberOf(row)])).values()];
    const byNumber = new Map<string, Household[]>();
    if (numbers.length === 0) return byNumber;
    const county = context.divisionScope.slice(0, COUNTY_DIGITS);
    const inCounty: FindOptionsWhere<Household> = county === '' ? {} : { countyCode: Like(`${county}%`) };
    const plain = numbers.filter(({ blind }) => blind === null).map(({ number }) => number);
    const found = await this.unitOfWork.manager.findBy(Household, [
      { ...inCounty, number: In(plain) },
      ...whereBlind<Household>(
        'numberBlind',
        numbers.flatMap(({ blind }) => (blind === null ? [] : [blind])),
        inCounty,
      ),
    ]);
    const mine = await this.insideOf(found, context.divisionScope);
    const nameOf = new Map(plain.map((number) => [number, number]));
    const hidden = numbers.filter(({ blind }) => blind !== null);
    const hiddenOf = ByBlind.of(hidden.map(({ blind, number }) => [blind as Blind, number] as const));
    for (const household of mine) {
      const number = hiddenOf.get(blindOf(household, 'numberBlind')) ?? nameOf.get(household.number);
      if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), household]);
    }
    return byNumber;
  }

  private async insideOf(households: Household[], divisionScope: string): Promise<Household[]> {
    if (divisionScope.length <= COUNTY_DIGITS || households.length === 0) return households;
    const holders = await this.unitOfWork.manager.find(Person, {
      select: { id: true, householdId: true },
      where: { householdId: In(households.map(({ id }) => id)), divisionCode: Like(`${divisionScope}%`) },
    });
    const inside = new Set(holders.map((holder) => holder.householdId));
    return households.filter(({ id }) => inside.has(id));
  }

  private async standing(
    rows: readonly Row[],
    households: ReadonlyMap<string, readonly Household[]>,
  ): Promise<Map<string, ByBlind<HouseholdMember>>> {
    if (rows.length === 0) return new Map();
    const ids = rows.flatMap((row) => households.get(this.numberOf(row).number)?.[0]?.id ?? []);
    const members = await this.unitOfWork.manager.findBy(HouseholdMember, { householdId: In([...new Set(ids)]) });
    const byHousehold = new Map<string, ByBlind<HouseholdMember>>();
    for (const member of members) {
      const some = byHousehold.get(member.householdId) ?? new ByBlind<HouseholdMember>();
      some.set(blindOf(member, 'idBlind'), member);
      byHousehold.set(member.householdId, some);
    }
    return byHousehold;
  }

  private compare(row: Row, household: Household, standing: ReadonlyMap<string, ByBlind<HouseholdMember>>): void {
    const { values } = row;
    const idNumber = values.idNumber as string;
    const existing = standing.get(household.id)?.get(blindId(this.crypto, idNumber));
    const facts: MemberFacts = {
      name: values.name as string,
      sex: (Number(idNumber[16]) % 2 === 1 ? 'MALE' : 'FEMALE') satisfies Sex,
      birthOn: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` as IsoDate,
      relation: values.relation as string,
      employmentStatus: values.employmentStatus as EmploymentStatus,
      wantsWork: values.wantsWork === undefined ? (existing?.wantsWork ?? null) : values.wantsWork,
    };
    row.found = { household, existing, idNumber, facts } satisfies Found;
    if (existing === undefined) row.outcome = 'NEW';
    else row.outcome = FACTS.every((key) => facts[key] === existing[key]) ? 'UNCHANGED' : 'CHANGED';
  }
}

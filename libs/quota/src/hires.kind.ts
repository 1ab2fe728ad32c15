import type { Divisions } from '@tongxing/access';
import { blindColumns, blindOf, ByBlind, insertRows, type UnitOfWork, whereBlind } from '@tongxing/database';
import { type Employer, employersOfRows, kept, same } from '@tongxing/employers';
import type { ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import type { ParameterService } from '@tongxing/parameters';
import { blindId, type PeopleService, Person } from '@tongxing/people';
import { type Blind, type CryptoProvider, newId } from '@tongxing/platform';
import { type IsoDate, Law, type ParameterRow, UsedLaw, yearOf } from '@tongxing/rules';
import { In, Not } from 'typeorm';
import { type HireSecrets, openHire, sealHire } from './hire.secrets.js';
import { checkAlone, HIRE_COLUMNS, type HiresRow, INSURANCE_KEYS, wageKey } from './hires.columns.js';
import { reportCounting, reportOverlap } from './hires.warnings.js';
import { CountedHire } from './quota.entity.js';
import { MONTHS } from './quota.words.js';
import { keyOfReturn, reportClosed, reportFuture, returnsOf } from './returns-of-rows.js';

/** Columns of the table that a row decides. */
export type DeclaredHire = Omit<
  CountedHire,
  'id' | 'employerId' | 'year' | 'secrets' | 'idBlind' | 'idBlind2' | 'declaredAt' | 'version'
>;

interface Found {
  employerId: string;
  existing: CountedHire | undefined;
  facts: DeclaredHire;
  secrets: HireSecrets;
}

type Row = ImportRow<HiresRow>;

const LAW_MEMO = 'quota.rows';
const CLAIMS_MEMO = 'quota.claims';

/** 残疾职工: the disabled people an employer declares for a year, one row a person. */
export class HiresKind implements ImportKind<HiresRow> {
  readonly kind = 'hires';
  readonly title = '残疾职工';
  readonly action = 'quota.import';
  readonly templateVersion = 1;
  readonly columns = HIRE_COLUMNS;
  readonly sameThing = '同一人';
  readonly keyColumn = 'idNumber' as const;
  private readonly served: ReadonlySet<string>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
    divisions: Divisions,
  ) {
    this.served = new Set(divisions.served().map(({ code }) => code.slice(0, 6)));
  }

  keyOf({ creditCode, year, idNumber }: RowValues<HiresRow>): string | null {
    return creditCode && year && idNumber ? `${creditCode}|${year}|${idNumber}` : null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const row of rows) {
      reportFuture(row, yearOf(context.today));
      checkAlone(row);
    }
    const employers = await employersOfRows(manager, rows, context);
    const returns = await returnsOf(manager, rows, employers);
    const blinds = new Map(
      rows.flatMap((row) => {
        const { idNumber } = row.values;
        return idNumber ? [[row, blindId(this.crypto, idNumber)] as const] : [];
      }),
    );
    const people = await this.peopleOf([...blinds.values()]);
    const declared = await this.declaredOf(rows, blinds);
    const law = await context.memo(LAW_MEMO, () => this.parameters.rows());
    const claims = context.memo(CLAIMS_MEMO, () => new Map<string, Map<string, number[]>>());
    const lawOf = lawsOf(law);
    for (const row of rows) {
      const { creditCode, year, idNumber } = row.values;
      const employer = creditCode ? employers.get(creditCode) : undefined;
      const blind = blinds.get(row);
      const registered = blind === undefined ? undefined : people.get(blind);
      const person = registered !== undefined && this.mayKnow(row, registered, context) ? registered : undefined;
      if (blind !== undefined) this.reportPerson(row, person, context);
      if (employer === undefined || !year || !idNumber) continue;
      reportClosed(row, returns.get(keyOfReturn(employer.id, year)));
      const same = declared.get(`${year}|${idNumber}`) ?? [];
      const ofOthers = person === undefined && context.employerId !== undefined ? [] : same;
      reportCounting(row, context.today, lawOf(employer.divisionCode));
      reportOverlap(row, employer.id, idNumber, ofOthers, claims);
      if (!row.wrong) this.compare(row, employer, person, same);
    }
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<CountedHire, 'version'>[] = [];
    for (const row of rows) {
      const { employerId, existing, facts, secrets } = row.found as Found;
      const id = existing?.id ?? newId();
      const blind = blindColumns('idBlind', blindId(this.crypto, secrets.idNumber));
      const values = { ...facts, secrets: sealHire(this.crypto, id, secrets), ...blind };
      if (existing !== undefined) await manager.update(CountedHire, { id }, values);
      else fresh.push({ id, employerId, year: row.values.year as number, ...values, declaredAt: context.now });
    }
    await insertRows(manager, CountedHire, fresh);
    // Its year is another one now, and that of whoever else declares the same person.
    for (const row of rows) this.unitOfWork.changed('employer', (row.found as Found).employerId);
  }

  private async peopleOf(blinds: readonly Blind[]): Promise<ByBlind<Person>> {
    if (blinds.length === 0) return new ByBlind();
    const people = await this.unitOfWork.manager.find(Person, {
      select: {
        id: true,
        idBlind: true,
        idBlind2: true,
        secrets: true,
        state: true,
        stateOn: true,
        certificateExpiresOn: true,
      },
      // A household member holds no certificate: as for a stranger, what the declaration shows counts.
      where: whereBlind<Person>('idBlind', blinds, { state: Not('MEMBER') }),
    });
    return ByBlind.of(people.map((person) => [blindOf(person, 'idBlind'), person]));
  }

  /** What is declared of these people in these years, at whatever employer, by `year|ID number`. */
  private async declaredOf(rows: readonly Row[], blinds: ReadonlyMap<Row, Blind>): Promise<Map<string, CountedHire[]>> {
    const years = new Set(rows.flatMap((row) => row.values.year ?? []));
    const byPerson = new Map<string, CountedHire[]>();
    if (blinds.size === 0 || years.size === 0) return byPerson;
    const hires = await this.unitOfWork.manager.findBy(
      CountedHire,
      whereBlind<CountedHire>('idBlind', [...blinds.values()], { year: In([...years]) }),
    );
    const numberOf = ByBlind.of([...blinds].map(([row, blind]) => [blind, row.values.idNumber as string] as const));
    for (const hire of hires) {
      const key = `${hire.year}|${numberOf.get(blindOf(hire, 'idBlind'))}`;
      byPerson.set(key, [...(byPerson.get(key) ?? []), hire]);
    }
    return byPerson;
  }

  /**
   * A clerk learns of a person only what the certificate shows that lies before them: with any other number somebody of the roster looks like
   * somebody unknown, or the upload would tell of every ID number whether its owner is disabled.
   */
  private mayKnow(row: Row, registered: Person, context: ImportContext): boolean {
    if (context.employerId === undefined) return true;
    const { certificate, veteran } = row.values;
    const theirs = this.people.secretsOf(registered);
    if (certificate && theirs.certificate !== undefined) return certificate.slice(0, 20) === theirs.certificate;
    return Boolean(veteran) && veteran === theirs.veteran;
  }

  /** Is the person in the roster, with this certificate? Somebody certified elsewhere need not be: cross-region hires count (条例 art. 8). */
  private reportPerson(row: Row, person: Person | undefined, { today, employerId }: ImportContext): void {
    const { idNumber, certificate } = row.values;
    const column = certificate ? 'certificate' : 'veteran';
    if (person === undefined) {
      const isClerk = employerId !== undefined;
      if (this.served.has((idNumber as string).slice(0, 6)))
        row.report(
          'UNKNOWN_PERSON',
          column,
          isClerk ? { message: '证件号和本地名册对不上', hint: '请对照证件核对两个号码；都没有错，请联系县残联' } : {},
        );
      else if (isClerk)
        row.report('UNKNOWN_PERSON', column, {
          severity: 'warning',
          message: '证件号和本地名册对不上',
          hint: '外地发证的可以导入，审核时核对证件',
        });
      else
        row.report('UNKNOWN_PERSON', column, {
          severity: 'warning',
          message: '本地名册里没有这个人',
          hint: '外地发证的可以导入，审核时核对证件',
        });
      return;
    }
    const registered = this.people.secretsOf(person).certificate;
    const isTheirs = certificate?.slice(0, 18) === idNumber;
    if (certificate && isTheirs && registered !== undefined && certificate.slice(0, 20) !== registered)
      row.report('ID_CERT_MISMATCH', 'certificate', {
        message: '和名册里登记的残疾人证号不一样',
        hint: '请对照证件；换过证的，先请县残联更新名册',
      });
    if (person.state !== 'ACTIVE')
      row.report('CERT_EXPIRED', column, {
        message: '名册里这个证件已经注销',
        hint: '仍可导入；证件无效的月份不计入',
      });
    else if (person.certificateExpiresOn !== null && person.certificateExpiresOn < today)
      row.report('CERT_EXPIRED', column);
  }

  private compare(row: Row, employer: Employer, person: Person | undefined, declared: readonly CountedHire[]): void {
    const { values } = row;
    const existing = declared.find((hire) => hire.employerId === employer.id);
    const before = existing === undefined ? undefined : openHire(this.crypto, existing);
    const facts = factsOf(values, employer, person, existing);
    const secrets = secretsOf(values, before);
    row.found = { employerId: employer.id, existing, facts, secrets } satisfies Found;
    if (existing === undefined || before === undefined) row.outcome = 'NEW';
    else {
      const unchanged =
        (Object.keys(facts) as (keyof DeclaredHire)[]).every((key) => same(facts[key], existing[key])) &&
        same(secrets, before);
      row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
    }
  }
}

/** The law of a division, made once for a chunk. */
function lawsOf(rows: readonly ParameterRow[]): (divisionCode: string) => UsedLaw {
  const laws = new Map<string, UsedLaw>();
  return (divisionCode) => {
    const county = divisionCode.slice(0, 6);
    const law = laws.get(county) ?? new UsedLaw(new Law(rows, county));
    laws.set(county, law);
    return law;
  };
}

function factsOf(
  values: RowValues<HiresRow>,
  employer: Employer,
  person: Person | undefined,
  existing: CountedHire | undefined,
): DeclaredHire {
  const idNumber = values.idNumber as string;
  const form = values.form as CountedHire['form'];
  const dispatched = form === 'DISPATCH';
  const dispatcherCode = dispatched ? kept(values.dispatcherCode, existing?.dispatcherCode, null) : null;
  // 98号: without an agreement the dispatching unit counts.
  const countedSide = dispatched ? (kept(values.countedSide, existing?.countedSide, null) ?? 'DISPATCHER') : null;
  const isDispatcher = dispatcherCode === employer.creditCode;
  return {
    personId: person?.id ?? null,
    name: values.name as string,
    sex: Number(idNumber[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
    birthOn: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` as IsoDate,
    form,
    dispatcherCode,
    countedSide,
    countedHere: !dispatched || (countedSide === 'DISPATCHER') === isDispatcher,
    contractFrom: values.contractFrom as IsoDate,
    contractTo: kept(values.contractTo, existing?.contractTo, null),
    monthlyWageFen: MONTHS.map((month) => kept(values[wageKey(month)], existing?.monthlyWageFen[month - 1], null)),
    insuranceMonths: Object.fromEntries(
      INSURANCE_KEYS.map(([insurance, key]) => [
        insurance,
        kept(values[key], existing?.insuranceMonths[insurance] as number[] | undefined, []) ?? [],
      ]),
    ),
  };
}

function secretsOf(values: RowValues<HiresRow>, before: HireSecrets | undefined): HireSecrets {
  const secrets: HireSecrets = { idNumber: values.idNumber as string };
  // Without the reissue mark: it says nothing of class or grade.
  const written = values.certificate === null ? null : values.certificate?.slice(0, 20);
  const certificate = kept(written, before?.certificate, null);
  const veteran = kept(values.veteran, before?.veteran, null);
  const veteranGrade = kept(values.veteranGrade, before?.veteranGrade, null);
  if (certificate !== null) secrets.certificate = certificate;
  if (veteran !== null) secrets.veteran = veteran;
  if (veteran !== null && veteranGrade !== null) secrets.veteranGrade = veteranGrade;
  return secrets;
}

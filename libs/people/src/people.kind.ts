import { blindColumns, blindOf, ByBlind, idsByBlind, insertRows, UnitOfWork } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type Blind, type CryptoProvider, newId } from '@tongxing/platform';
import { type IsoDate, readVeteranCertificate, type Sex } from '@tongxing/rules';
import { In } from 'typeorm';
import { countyOf, householdsById, openHouseholds } from './households.js';
import { type Household, Person } from './person.entity.js';
import {
  blindId,
  blindPhone,
  blindVeteran,
  type HouseholdNumber,
  householdNumberOf,
  isNumbered,
  openPerson,
  type PersonSecrets,
  sealPerson,
} from './person.secrets.js';
import {
  EDUCATIONS,
  type EmploymentStatus,
  EMPLOYMENT_STATUSES,
  PERSON_STATES,
  type PersonState,
  POST_KINDS,
  RELATIONS,
  RESIDENCE_KINDS,
  WELFARE_CLASSES,
} from './person.words.js';

/** A row of the 持证残疾人名册. */
export interface PeopleRow {
  name: string;
  certificate: string;
  veteran: string;
  idNumber: string;
  certificateExpiresOn: IsoDate;
  division: string;
  residenceDivision: string;
  phone: string;
  householdNumber: string;
  relation: string;
  residence: string;
  education: string;
  welfare: string;
  employmentStatus: EmploymentStatus;
  wantsWork: boolean;
  skills: string[];
  wantedWageFen: number;
  wantedKinds: string[];
  commuteKm: number;
  accessNeeds: string[];
  accountName: string;
  accountNumber: string;
  graduatedFrom: string;
  graduatedOn: IsoDate;
  state: PersonState;
  stateOn: IsoDate;
}

const MAX_WAGE_FEN = 10_000_000;
const MAX_COMMUTE_KM = 500;
const CODE_LENGTH = 32;

const column = <K extends keyof PeopleRow>(
  key: K,
  header: string,
  type: ColumnSpec['type'],
  sample: string,
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({ key, header, type, sample, ...more });

const COLUMNS: readonly ColumnSpec[] = [
  column('name', '姓名', 'text', '张示例', { required: true, maxLength: 40 }),
  column('certificate', '残疾人证号', 'certificate', '64032419900101001443', {
    oneOf: 'certificate',
    note: '20 位，补证可带 B1。没有残疾人证而有残疾军人证的，填下一列。',
  }),
  column('veteran', '残疾军人证号', 'text', '', { oneOf: 'certificate', maxLength: 40, holdsNumbers: true }),
  column('idNumber', '身份证号', 'id', '640324199001010014', {
    note: '有残疾人证的可以不填；只有残疾军人证的必须填。',
  }),
  column('certificateExpiresOn', '证件有效期至', 'day', '2030-12-31'),
  column('division', '户籍区划', 'division', '640324100000', {
    required: true,
    township: true,
    note: '填到乡镇、街道或村。',
  }),
  column('residenceDivision', '居住区划', 'division', '640324100000', { anywhere: true }),
  column('phone', '联系电话', 'phone', '13800000000'),
  column('householdNumber', '户号', 'text', 'H000001', { maxLength: 40, holdsNumbers: true }),
  column('relation', '与户主关系', 'choice', '户主', { choices: RELATIONS, open: true, maxLength: CODE_LENGTH }),
  column('residence', '户口性质', 'choice', '农业', { choices: RESIDENCE_KINDS }),
  column('education', '文化程度', 'choice', '初中', { choices: EDUCATIONS, open: true, maxLength: CODE_LENGTH }),
  column('welfare', '低保类别', 'choice', '无', { choices: WELFARE_CLASSES, open: true, maxLength: CODE_LENGTH }),
  column('employmentStatus', '就业状况', 'choice', '未就业', { required: true, choices: EMPLOYMENT_STATUSES }),
  column('wantsWork', '求职意愿', 'flag', '是'),
  column('skills', '技能', 'list', '缝纫、养殖'),
  column('wantedWageFen', '期望月薪', 'yuan', '2500', { min: 0, max: MAX_WAGE_FEN }),
  column('wantedKinds', '期望岗位类型', 'list', '公益性岗位', { choices: POST_KINDS, open: true }),
  column('commuteKm', '通勤上限公里', 'integer', '10', { min: 0, max: MAX_COMMUTE_KM }),
  column('accessNeeds', '需要的便利', 'list', '无障碍卫生间'),
  column('accountName', '银行户名', 'text', '张示例', { maxLength: 40 }),
  column('accountNumber', '银行账号', 'account', '6217000000000000004'),
  column('graduatedFrom', '毕业院校', 'text', '', { maxLength: 80 }),
  column('graduatedOn', '毕业日期', 'day', ''),
  column('state', '状态', 'choice', '正常', { choices: PERSON_STATES, note: '不填就是正常。' }),
  column('stateOn', '状态日期', 'day', ''),
];

/** Columns of the table that a row decides, as they are to stand. */
type PersonFacts = Omit<
  Person,
  | 'id'
  | 'secrets'
  | 'idBlind'
  | 'idBlind2'
  | 'veteranBlind'
  | 'veteranBlind2'
  | 'householdId'
  | 'registeredAt'
  | 'version'
>;

interface Found {
  existing: Person | undefined;
  /** the whole row as it is to stand; household and sealed text are put in when it is written */
  person: Person;
  secrets: PersonSecrets;
  /** undefined: as it stands */
  householdNumber: HouseholdNumber | null | undefined;
}

type Row = ImportRow<PeopleRow>;

const sexOf = (idNumber: string): Sex => (Number(idNumber[16]) % 2 === 1 ? 'MALE' : 'FEMALE');
const birthOf = (idNumber: string): IsoDate =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` as IsoDate;

/** The value of the file where it has the column, else what stands, else a default. */
const kept = <T>(value: T | null | undefined, standing: T | null | undefined, otherwise: T | null): T | null =>
  value === undefined ? (standing === undefined ? otherwise : standing) : value;

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

const same = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? sameList(one, other) : one === other;

/** 持证残疾人名册: certificate holders, on a 残疾人证 or on a 残疾军人证 alone. One row a person, recognised by the ID number. */
export class PeopleKind implements ImportKind<PeopleRow> {
  readonly kind = 'people';
  readonly title = '持证残疾人名册';
  readonly action = 'people.import';
  readonly templateVersion = 1;
  readonly columns = COLUMNS;
  readonly sameThing = '同一人';
  readonly keyColumn = 'certificate' as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<PeopleRow>): string | null {
    return values.certificate?.slice(0, 18) ?? values.idNumber ?? null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    for (const row of rows) this.checkAlone(row, context);
    const good = rows.filter((row) => !row.wrong);
    const blinds = good.map((row) => blindId(this.crypto, this.keyOf(row.values) as string));
    const people = await this.standing(blinds);
    const standing = ByBlind.of(people.map((person) => [blindOf(person, 'idBlind'), person]));
    const households = await this.households(people);
    for (const [index, row] of good.entries())
      this.compare(row, standing.get(blinds[index] as Blind), households, context);
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const found = rows.map((row) => row.found as Found);
    const households = await openHouseholds(
      manager,
      this.crypto,
      found.flatMap(({ householdNumber, person }) =>
        householdNumber ? [{ countyCode: countyOf(person.divisionCode), ...householdNumber }] : [],
      ),
    );
    const fresh: Person[] = [];
    for (const { existing, person, secrets, householdNumber } of found) {
      if (householdNumber !== undefined) {
        const county = countyOf(person.divisionCode);
        person.householdId = householdNumber === null ? null : households.idOf(county, householdNumber.number);
      }
      person.secrets = sealPerson(this.crypto, person.id, secrets);
      Object.assign(person, blindsOf(this.crypto, secrets));
      if (existing === undefined) {
        person.registeredAt = context.now;
        fresh.push(person);
      } else {
        const { id, registeredAt: _since, version: _version, ...changed } = person;
        await manager.update(Person, { id }, changed);
      }
      this.unitOfWork.changed('person', person.id);
    }
    await insertRows(manager, Person, fresh);
  }

  /** What a row says by itself. */
  private checkAlone(row: Row, context: ImportContext): void {
    const { values } = row;
    if (values.veteran) {
      const read = readVeteranCertificate(values.veteran);
      if (read.ok) values.veteran = read.value;
      else if (read.code === 'CERT_LENGTH')
        row.report('CERT_LENGTH', 'veteran', { message: '残疾军人证号应为 4 到 30 个字符', hint: '请对照证件' });
      else row.report(read.code, 'veteran', { hint: '残疾军人证号只有字母、数字、军、字、第、号和短横' });
    }
    if (values.certificate && values.idNumber && values.certificate.slice(0, 18) !== values.idNumber)
      row.report('ID_CERT_MISMATCH', 'idNumber');
    const numberSeen = row.problems.some(({ column }) => column === '残疾人证号' || column === '身份证号');
    if (this.keyOf(values) === null && !numberSeen)
      row.report('REQUIRED', 'idNumber', { hint: '只有残疾军人证的，要填身份证号' });
    if (values.certificateExpiresOn && values.certificateExpiresOn < context.today)
      row.report('CERT_EXPIRED', 'certificateExpiresOn');
    if (values.stateOn && values.stateOn > context.today)
      row.report('DATE_ORDER', 'stateOn', {
        message: '状态日期在今天以后',
        hint: '请核对日期；还没有到的，到时再导入',
      });
    const idNumber = this.keyOf(values);
    if (idNumber === null) return;
    const birthOn = birthOf(idNumber);
    for (const key of ['graduatedOn', 'stateOn'] as const) {
      const day = values[key];
      if (day && day < birthOn) row.report('DATE_ORDER', key, { message: '早于出生日期', hint: '请核对日期和证件号' });
    }
  }

  private async standing(blinds: readonly Blind[]): Promise<Person[]> {
    const { manager } = this.unitOfWork;
    // In a first import nobody stands: looking for keys alone costs a third of looking for rows.
    const ids = await idsByBlind(manager, Person, 'idBlind', blinds);
    return ids.length === 0 ? [] : manager.findBy(Person, { id: In(ids) });
  }

  private async households(people: readonly Person[]): Promise<Map<string, Household>> {
    const ids = [...new Set(people.flatMap((person) => person.householdId ?? []))];
    return householdsById(this.unitOfWork.manager, ids);
  }

  private compare(
    row: Row,
    existing: Person | undefined,
    households: ReadonlyMap<string, Household>,
    context: ImportContext,
  ): void {
    if (existing !== undefined && !existing.divisionCode.startsWith(context.divisionScope)) {
      row.report('DIVISION_UNKNOWN', 'division', {
        message: '这个人登记在别的地区',
        hint: '请先由原登记地办理转出',
      });
      return;
    }
    const idNumber = this.keyOf(row.values) as string;
    const before = existing === undefined ? undefined : openPerson(this.crypto, existing);
    const person = this.person(row.values, idNumber, existing);
    const secrets = this.secrets(row.values, idNumber, before);
    const { householdNumber: written } = row.values;
    const householdNumber = written
      ? householdNumberOf(this.crypto, written)
      : written === undefined
        ? undefined
        : null;
    row.found = { existing, person, secrets, householdNumber } satisfies Found;
    if (existing === undefined || before === undefined) row.outcome = 'NEW';
    else {
      const household = existing.householdId === null ? undefined : households.get(existing.householdId);
      const sameHousehold =
        householdNumber === undefined ||
        (householdNumber === null ? household === undefined : household && isNumbered(household, householdNumber));
      const unchanged =
        sameHousehold &&
        FACT_KEYS.every((key) => same(person[key], existing[key])) &&
        SECRET_KEYS.every((key) => secrets[key] === before[key]);
      row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
    }
  }

  /** The row as it is to stand, in one object of one shape: a long import makes one a person. */
  private person(values: RowValues<PeopleRow>, idNumber: string, standing: Person | undefined): Person {
    return {
      id: standing?.id ?? newId(),
      idBlind: null,
      idBlind2: null,
      veteranBlind: null,
      veteranBlind2: null,
      phoneBlind: null,
      phoneBlind2: null,
      householdId: standing?.householdId ?? null,
      secrets: '',
      registeredAt: standing?.registeredAt ?? NOT_YET,
      version: standing?.version ?? 1,
      name: values.name as string,
      sex: sexOf(idNumber),
      birthOn: birthOf(idNumber),
      divisionCode: values.division as string,
      residenceDivisionCode: kept(values.residenceDivision, standing?.residenceDivisionCode, null),
      // Who stood as a household member has a certificate now, and is a holder like any other.
      state: kept(values.state, standing?.state === 'MEMBER' ? 'ACTIVE' : standing?.state, 'ACTIVE') ?? 'ACTIVE',
      stateOn: kept(values.stateOn, standing?.stateOn, null),
      certificateExpiresOn: kept(values.certificateExpiresOn, standing?.certificateExpiresOn, null),
      employmentStatus: values.employmentStatus as EmploymentStatus,
      wantsWork: kept(values.wantsWork, standing?.wantsWork, null),
      skills: kept(values.skills, standing?.skills, []) ?? [],
      education: kept(values.education, standing?.education, null),
      wantedWageFen: kept(values.wantedWageFen, standing?.wantedWageFen, null),
      wantedKinds: kept(values.wantedKinds, standing?.wantedKinds, []) ?? [],
      commuteKm: kept(values.commuteKm, standing?.commuteKm, null),
      accessNeeds: kept(values.accessNeeds, standing?.accessNeeds, []) ?? [],
      graduatedFrom: kept(values.graduatedFrom, standing?.graduatedFrom, null),
      graduatedOn: kept(values.graduatedOn, standing?.graduatedOn, null),
      residence: kept(values.residence, standing?.residence, null),
      welfare: kept(values.welfare, standing?.welfare, null),
      relation: kept(values.relation, standing?.relation, null),
    };
  }

  private secrets(values: RowValues<PeopleRow>, idNumber: string, before: PersonSecrets | undefined): PersonSecrets {
    const secrets: PersonSecrets = { idNumber };
    if (values.certificate) {
      secrets.certificate = values.certificate.slice(0, 20);
      if (values.certificate.length > 20) secrets.suffix = values.certificate.slice(20);
      secrets.category = Number(values.certificate[18]);
      secrets.grade = Number(values.certificate[19]);
    } else if (values.certificate === undefined && before?.certificate !== undefined) {
      const { certificate, suffix, category, grade } = before;
      Object.assign(secrets, { certificate, suffix, category, grade });
    }
    const put = (key: 'veteran' | 'phone' | 'accountName' | 'accountNumber'): void => {
      const value = kept(values[key], before?.[key], null);
      if (value !== null) secrets[key] = value;
    };
    put('veteran');
    put('phone');
    this.keepOwnPhone(secrets, before);
    put('accountName');
    put('accountNumber');
    if (before?.address !== undefined) secrets.address = before.address;
    return secrets;
  }

  /** Who has changed the phone online keeps the new one until a roster brings a third: the old one may be a stranger's by now. */
  private keepOwnPhone(secrets: PersonSecrets, before: PersonSecrets | undefined): void {
    if (before?.phone === undefined || before.phoneChangedOn === undefined) return;
    const { phone, phoneWas, phoneChangedOn } = before;
    if (secrets.phone === phoneWas) secrets.phone = phone;
    if (secrets.phone !== phone) return;
    secrets.phoneChangedOn = phoneChangedOn;
    if (phoneWas !== undefined) secrets.phoneWas = phoneWas;
  }
}

/** What a person is found by: made together with what is sealed, so that the two agree under whichever keys there are by then. */
const blindsOf = (crypto: CryptoProvider, { idNumber, veteran, phone }: PersonSecrets) => ({
  ...blindColumns('idBlind', blindId(crypto, idNumber)),
  ...blindColumns('veteranBlind', blindVeteran(crypto, veteran)),
  ...blindColumns('phoneBlind', blindPhone(crypto, phone)),
});

/** Until the row is written. */
const NOT_YET = new Date(0);

const FACT_KEYS: readonly (keyof PersonFacts)[] = [
  'name',
  'sex',
  'birthOn',
  'divisionCode',
  'residenceDivisionCode',
  'state',
  'stateOn',
  'certificateExpiresOn',
  'employmentStatus',
  'wantsWork',
  'skills',
  'education',
  'wantedWageFen',
  'wantedKinds',
  'commuteKm',
  'accessNeeds',
  'graduatedFrom',
  'graduatedOn',
  'residence',
  'welfare',
  'relation',
];

const SECRET_KEYS: readonly (keyof PersonSecrets)[] = [
  'idNumber',
  'certificate',
  'suffix',
  'veteran',
  'phone',
  'accountName',
  'accountNumber',
  'category',
  'grade',
];

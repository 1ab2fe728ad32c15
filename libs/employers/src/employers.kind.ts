import { insertRows, type UnitOfWork } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type CryptoProvider, newId } from '@tongxing/platform';
import type { UnitKind } from '@tongxing/rules';
import { In, IsNull } from 'typeorm';
import { Employer, Post } from './employer.entity.js';
import { type EmployerSecrets, openEmployer, sealEmployer } from './employer.secrets.js';
import { ADMIN_LEVELS, type AdminLevel, UNIT_KIND_WORDS } from './employer.words.js';
import { kept, LATITUDE, LONGITUDE, microDegrees, same } from './roster-values.js';

/** A row of the 用人单位名册. */
export interface EmployersRow {
  name: string;
  creditCode: string;
  unitKind: UnitKind;
  stateOwned: boolean;
  adminLevel: AdminLevel;
  establishment: number;
  schoolOrKindergarten: boolean;
  division: string;
  address: string;
  longitude: number;
  latitude: number;
  contactName: string;
  phone: string;
  collector: string;
}

const MAX_ESTABLISHMENT = 1_000_000;

const column = <K extends keyof EmployersRow>(
  key: K,
  header: string,
  type: ColumnSpec['type'],
  sample: string,
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({ key, header, type, sample, ...more });

const COLUMNS: readonly ColumnSpec[] = [
  column('name', '单位名称', 'text', '示例食品有限公司', { required: true, maxLength: 100 }),
  column('creditCode', '统一社会信用代码', 'credit', '91640324MA76XY016F', { required: true }),
  column('unitKind', '单位性质', 'choice', '企业', { required: true, choices: UNIT_KIND_WORDS }),
  column('stateOwned', '国有', 'flag', '否'),
  column('adminLevel', '行政层级', 'choice', '', { choices: ADMIN_LEVELS, note: '机关和事业单位填写。' }),
  column('establishment', '编制数', 'integer', '', { min: 0, max: MAX_ESTABLISHMENT }),
  column('schoolOrKindergarten', '是否中小学或幼儿园', 'flag', '否'),
  column('division', '区划', 'division', '640324100000', { required: true }),
  column('address', '地址', 'text', '示例路1号', { maxLength: 200 }),
  column('longitude', '经度', 'decimal', '105.9143', LONGITUDE),
  column('latitude', '纬度', 'decimal', '36.9802', LATITUDE),
  column('contactName', '联系人', 'text', '张示例', { maxLength: 40 }),
  column('phone', '联系电话', 'phone', '13800000000'),
  column('collector', '收缴部门', 'text', '税务局', { maxLength: 60 }),
];

type EmployerFacts = Omit<Employer, 'id' | 'creditCode' | 'secrets' | 'registeredAt' | 'version'>;

interface Found {
  existing: Employer | undefined;
  facts: EmployerFacts;
  secrets: EmployerSecrets;
}

type Row = ImportRow<EmployersRow>;

/** Names are apart within a county; every county has its 城关镇人民政府. */
function holderOf(holders: Map<string, Set<string>>, divisionCode: string, name: string): Set<string> {
  const key = `${divisionCode.slice(0, 6)} ${name}`;
  const codes = holders.get(key) ?? new Set<string>();
  holders.set(key, codes);
  return codes;
}

/** True when another unit bears the name of this row, in the tables or in a row before it. */
function isTwin({ values }: Row, holders: Map<string, Set<string>>): boolean {
  const { name, division, creditCode } = values;
  if (!name || !division || !creditCode) return false;
  const codes = holderOf(holders, division, name);
  if (codes.size > 0 && !codes.has(creditCode)) return true;
  codes.add(creditCode);
  return false;
}

/** 用人单位名册: one row a unit, recognised by its credit code. */
export class EmployersKind implements ImportKind<EmployersRow> {
  readonly kind = 'employers';
  readonly title = '用人单位名册';
  readonly action = 'employer.import';
  readonly templateVersion = 1;
  readonly columns = COLUMNS;
  readonly sameThing = '同一单位';
  readonly keyColumn = 'creditCode' as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<EmployersRow>): string | null {
    return values.creditCode ?? null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    const codes = rows.flatMap((row) => row.values.creditCode ?? []);
    const standing =
      codes.length === 0 ? [] : await this.unitOfWork.manager.findBy(Employer, { creditCode: In(codes) });
    const byCode = new Map(standing.map((employer) => [employer.creditCode, employer]));
    const holders = await this.holdersOfNames(rows);
    for (const row of rows) {
      const { creditCode, longitude, latitude } = row.values;
      const existing = creditCode ? byCode.get(creditCode) : undefined;
      if (context.employerId !== undefined && creditCode && existing?.id !== context.employerId)
        row.report('UNKNOWN_EMPLOYER', 'creditCode', { message: '只能填自己单位', hint: '请核对信用代码' });
      // One that came with posts of another office was registered by nobody yet.
      else if (existing?.sharedFrom === null && !existing.divisionCode.startsWith(context.divisionScope))
        row.report('DIVISION_UNKNOWN', 'division', {
          message: '这个单位登记在别的地区',
          hint: '请先由原登记地办理迁出',
        });
      if (isTwin(row, holders)) row.report('DUPLICATE', 'name');
      if (typeof longitude === 'number' && latitude === null) row.report('REQUIRED', 'latitude');
      if (typeof latitude === 'number' && longitude === null) row.report('REQUIRED', 'longitude');
      if (!row.wrong) this.compare(row, existing);
    }
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<Employer, 'version'>[] = [];
    for (const row of rows) {
      const { existing, facts, secrets } = row.found as Found;
      const id = existing?.id ?? newId();
      const values = { ...facts, secrets: sealEmployer(this.crypto, id, secrets) };
      if (existing !== undefined) {
        await manager.update(Employer, { id }, values);
        if (existing.divisionCode !== facts.divisionCode) await this.movePosts(id, facts.divisionCode);
      } else fresh.push({ id, creditCode: row.values.creditCode as string, ...values, registeredAt: context.now });
      this.unitOfWork.changed('employer', id);
    }
    await insertRows(manager, Employer, fresh);
  }

  /** Who bears the names of these rows: county and name → credit codes. Names are NFC here and there, so that two that look alike are one. */
  private async holdersOfNames(rows: readonly Row[]): Promise<Map<string, Set<string>>> {
    const names = [...new Set(rows.flatMap((row) => row.values.name ?? []))];
    const standing = await this.unitOfWork.manager.find(Employer, {
      select: { id: true, name: true, creditCode: true, divisionCode: true },
      where: { name: In(names) },
    });
    const holders = new Map<string, Set<string>>();
    for (const { name, creditCode, divisionCode } of standing) holderOf(holders, divisionCode, name).add(creditCode);
    return holders;
  }

  /** The office that looks after an employer looks after its posts. */
  private async movePosts(employerId: string, divisionCode: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const own = { employerId, sourceOffice: IsNull() };
    const posts = await manager.find(Post, { select: { id: true }, where: own });
    await manager.update(Post, own, { divisionCode });
    for (const { id } of posts) this.unitOfWork.changed('post', id);
  }

  private compare(row: Row, existing: Employer | undefined): void {
    const { values } = row;
    const before = existing === undefined ? undefined : openEmployer(this.crypto, existing);
    const facts: EmployerFacts = {
      name: values.name as string,
      unitKind: values.unitKind as UnitKind,
      stateOwned: kept(values.stateOwned, existing?.stateOwned, null),
      adminLevel: kept(values.adminLevel, existing?.adminLevel, null),
      establishment: kept(values.establishment, existing?.establishment, null),
      schoolOrKindergarten: kept(values.schoolOrKindergarten, existing?.schoolOrKindergarten, null),
      divisionCode: values.division as string,
      address: kept(values.address, existing?.address, null),
      longitude: kept(microDegrees(values.longitude), existing?.longitude, null),
      latitude: kept(microDegrees(values.latitude), existing?.latitude, null),
      collector: kept(values.collector, existing?.collector, null),
      sharedFrom: null,
    };
    const secrets: EmployerSecrets = {};
    const contactName = kept(values.contactName, before?.contactName, null);
    const phone = kept(values.phone, before?.phone, null);
    if (contactName !== null) secrets.contactName = contactName;
    if (phone !== null) secrets.phone = phone;
    row.found = { existing, facts, secrets } satisfies Found;
    if (existing === undefined || before === undefined) row.outcome = 'NEW';
    else {
      const unchanged =
        (Object.keys(facts) as (keyof EmployerFacts)[]).every((key) => same(facts[key], existing[key])) &&
        same(secrets, before);
      row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
    }
  }
}

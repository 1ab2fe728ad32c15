import { blindOf, ByBlind, insertRows, UnitOfWork, whereBlind } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type Blind, type CryptoProvider, newId } from '@tongxing/platform';
import { ABILITY_ITEMS, type AbilityItem, type IsoDate, MAX_ABILITY_LEVEL } from '@tongxing/rules';
import { In } from 'typeorm';
import { FunctionalProfile, Person, type ProfileLevels } from './person.entity.js';
import { blindId } from './person.secrets.js';

/** A row of the 能力评估 list; a blank item was not assessed. */
export type ProfileRow = {
  certificate: string;
  idNumber: string;
  assessor: string;
  assessedOn: IsoDate;
  validUntil: IsoDate;
  ownAids: string[];
} & Record<AbilityItem, number>;

const ITEMS = Object.entries(ABILITY_ITEMS) as [string, AbilityItem][];

const COLUMNS: readonly ColumnSpec[] = [
  { key: 'certificate', header: '残疾人证号', type: 'certificate', oneOf: 'person', sample: '64032419900101001443' },
  {
    key: 'idNumber',
    header: '身份证号',
    type: 'id',
    oneOf: 'person',
    sample: '',
    note: '只有残疾军人证的人填这一列。',
  },
  { key: 'assessor', header: '评估人', type: 'text', required: true, maxLength: 40, sample: '王示例' },
  { key: 'assessedOn', header: '评估日期', type: 'day', required: true, sample: '2026-03-01' },
  { key: 'validUntil', header: '有效期至', type: 'day', sample: '2027-02-28' },
  ...ITEMS.map(
    ([header, key]): ColumnSpec => ({
      key,
      header,
      type: 'integer',
      min: 0,
      max: MAX_ABILITY_LEVEL,
      sample: '3',
      note: '0 到 4；没有评估的空着，不要填 0。',
    }),
  ),
  { key: 'ownAids', header: '辅具', type: 'list', sample: '眼镜、助听器', note: '评估时用着的自己的辅具。' },
];

interface Found {
  personId: string;
  existing: FunctionalProfile | undefined;
  facts: Pick<FunctionalProfile, 'assessor' | 'validUntil' | 'levels' | 'ownAids'>;
}

type Row = ImportRow<ProfileRow>;

const idOf = (values: RowValues<ProfileRow>): string | null =>
  values.certificate?.slice(0, 18) ?? values.idNumber ?? null;

const sameLevels = (one: ProfileLevels, other: ProfileLevels): boolean =>
  ITEMS.every(([, item]) => one[item] === other[item]);

/** 能力评估: what counsellors assessed. Never derived from category or grade; an item left blank stays unknown. One assessment a person and day. */
export class FunctionalProfilesKind implements ImportKind<ProfileRow> {
  readonly kind = 'functional-profiles';
  readonly title = '能力评估';
  readonly action = 'profile.import';
  readonly templateVersion = 1;
  readonly columns = COLUMNS;
  readonly sameThing = '同一人同一天的评估';
  readonly keyColumn = 'certificate' as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<ProfileRow>): string | null {
    const id = idOf(values);
    return id === null || !values.assessedOn ? null : `${id}|${values.assessedOn}`;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    const people = await this.people(rows, context);
    for (const row of rows) {
      const { assessedOn, validUntil, certificate, idNumber } = row.values;
      if (assessedOn && validUntil && validUntil < assessedOn) row.report('DATE_ORDER', 'validUntil');
      if (assessedOn && assessedOn > context.today)
        row.report('DATE_ORDER', 'assessedOn', { message: '评估日期在今天以后', hint: '请核对日期' });
      if (certificate && idNumber && certificate.slice(0, 18) !== idNumber) row.report('ID_CERT_MISMATCH', 'idNumber');
      const id = idOf(row.values);
      if (id !== null && !people.has(id)) row.report('UNKNOWN_PERSON', certificate ? 'certificate' : 'idNumber');
    }
    const good = rows.filter((row) => !row.wrong);
    const standing = await this.standing(good, people);
    for (const row of good) {
      const personId = (people.get(idOf(row.values) as string) as Person).id;
      this.compare(row, personId, standing.get(`${personId}|${row.values.assessedOn}`));
    }
  }

  async commit(rows: readonly Row[]): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<FunctionalProfile, 'version'>[] = [];
    for (const row of rows) {
      const { personId, existing, facts } = row.found as Found;
      if (existing === undefined)
        fresh.push({ id: newId(), personId, assessedOn: row.values.assessedOn as IsoDate, ...facts });
      else await manager.update(FunctionalProfile, { id: existing.id }, facts);
      this.unitOfWork.changed('person', personId);
    }
    await insertRows(manager, FunctionalProfile, fresh);
  }

  /** People by ID number, inside the region of the import. */
  private async people(rows: readonly Row[], context: ImportContext): Promise<Map<string, Person>> {
    const blinds: (readonly [Blind, string])[] = rows.flatMap((row) => {
      const id = idOf(row.values);
      return id === null ? [] : [[blindId(this.crypto, id), id] as const];
    });
    if (blinds.length === 0) return new Map();
    const numberOf = ByBlind.of(blinds);
    const people = await this.unitOfWork.manager.find(Person, {
      select: { id: true, idBlind: true, idBlind2: true, divisionCode: true },
      where: whereBlind<Person>(
        'idBlind',
        blinds.map(([blind]) => blind),
      ),
    });
    return new Map(
      people
        .filter((person) => person.divisionCode.startsWith(context.divisionScope))
        .map((person) => [numberOf.get(blindOf(person, 'idBlind')) as string, person]),
    );
  }

  private async standing(
    rows: readonly Row[],
    people: ReadonlyMap<string, Person>,
  ): Promise<Map<string, FunctionalProfile>> {
    if (rows.length === 0) return new Map();
    const ids = rows.map((row) => (people.get(idOf(row.values) as string) as Person).id);
    const profiles = await this.unitOfWork.manager.findBy(FunctionalProfile, { personId: In([...new Set(ids)]) });
    return new Map(profiles.map((profile) => [`${profile.personId}|${profile.assessedOn}`, profile]));
  }

  private compare(row: Row, personId: string, existing: FunctionalProfile | undefined): void {
    const { values } = row;
    const levels: ProfileLevels = {};
    for (const [, item] of ITEMS) {
      const level = values[item] === undefined ? existing?.levels[item] : values[item];
      if (level !== null && level !== undefined) levels[item] = level;
    }
    const facts = {
      assessor: values.assessor as string,
      validUntil: values.validUntil === undefined ? (existing?.validUntil ?? null) : values.validUntil,
      levels,
      ownAids: values.ownAids === undefined ? (existing?.ownAids ?? []) : (values.ownAids ?? []),
    };
    row.found = { personId, existing, facts } satisfies Found;
    if (existing === undefined) row.outcome = 'NEW';
    else {
      const unchanged =
        facts.assessor === existing.assessor &&
        facts.validUntil === existing.validUntil &&
        sameLevels(levels, existing.levels) &&
        facts.ownAids.join('、') === existing.ownAids.join('、');
      row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
    }
  }
}

import type { Divisions } from '@tongxing/access';
import { insertRows, type UnitOfWork } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { type CryptoProvider, newId } from '@tongxing/platform';
import {
  type IsoDate,
  readRegisterFields,
  type RegisterField,
  type RegisterKind,
  registerText,
  spansMeet,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { RegisterEntry } from './register.entity.js';
import { countyOf, townOf, villageNamed, villagesIn } from './register.places.js';
import { sealFields } from './register.secrets.js';
import type { ReachingEntry, RegisterService } from './register.service.js';

/** A row of a register's roster: the columns that every kind has, and the kind's own fields by their keys. */
export interface RegisterRow {
  name: string;
  division: string;
  openedOn: IsoDate;
  serves: string[];
  [field: string]: string | string[];
}

type Row = ImportRow<RegisterRow>;

interface Found {
  existing: ReachingEntry | undefined;
  facts: Pick<RegisterEntry, 'category' | 'openedOn' | 'content'>;
  sealed: Record<string, string>;
  serves: string[];
}

const swapped = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([code, text]) => [text, code]));

function columnOf({ key, label, type, required, max, words, hint, sample }: RegisterField): ColumnSpec {
  const column = {
    key,
    header: label,
    sample,
    ...(required ? { required } : {}),
    ...(hint ? { note: `${hint}。` } : {}),
  };
  if (type === 'CHOICE') return { ...column, type: 'choice', choices: swapped(words ?? {}) };
  if (type === 'CHOICES') return { ...column, type: 'list', choices: swapped(words ?? {}) };
  if (type === 'PHONE') return { ...column, type: 'text', maxLength: 40, holdsNumbers: true };
  return { ...column, type: 'text', ...(max ? { maxLength: max } : {}) };
}

const SERVES = 'serves';

/** Columns of a kind's roster, of its template and of its file to take away. */
export const registerColumns = (kind: RegisterKind): ColumnSpec[] => [
  { key: 'name', header: '名称', type: 'text', required: true, maxLength: 60, sample: `示例村${kind.title}` },
  { key: 'division', header: '所在区划', type: 'division', required: true, sample: '640324100201' },
  ...kind.fields.map(columnOf),
  ...(kind.servesVillages
    ? [
        {
          key: SERVES,
          header: '服务的村',
          type: 'list' as const,
          holdsNumbers: true,
          sample: '',
          note: '村名、12 位代码或全称，用顿号隔开；写乡镇就是全镇的村。所在的村不用写。',
        },
      ]
    : []),
  { key: 'openedOn', header: '开办日期', type: 'day', required: true, sample: '2026-03-01' },
];

/** An entry as a row of that file. */
export function registerCells(
  kind: RegisterKind,
  divisions: Divisions,
  entry: ReachingEntry,
  sealed: Readonly<Record<string, string>>,
): string[] {
  const values: Readonly<Record<string, string | string[]>> = { ...entry.content, ...sealed };
  const fields = new Map(kind.fields.map((field) => [field.key, field]));
  const village = (code: string): string =>
    townOf(code) === townOf(entry.divisionCode) ? divisions.nameOf(code) : divisions.pathOf(code);
  return registerColumns(kind).map(({ key }) => {
    if (key === 'name') return entry.name;
    if (key === 'division') return divisions.pathOf(entry.divisionCode);
    if (key === 'openedOn') return entry.openedOn;
    if (key === SERVES) return entry.serves.map(village).join('、');
    const field = fields.get(key);
    return field ? registerText(field, values[key]) : '';
  });
}

/** The roster of one kind of register: a row an entry, recognised by its place and name. */
export class RegisterImportKind implements ImportKind<RegisterRow> {
  readonly kind: string;
  readonly title: string;
  readonly action = 'register.import';
  readonly templateVersion = 1;
  readonly columns: readonly ColumnSpec[];
  readonly sameThing: string;
  readonly keyColumn = 'name' as const;

  constructor(
    private readonly register: RegisterKind,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    private readonly entries: RegisterService,
  ) {
    this.kind = register.path;
    this.title = `${register.title}名单`;
    this.columns = registerColumns(register);
    this.sameThing = `同一个${register.one}`;
  }

  keyOf({ name, division }: RowValues<RegisterRow>): string | null {
    return name && division ? `${division} ${name}` : null;
  }

  async check(rows: readonly Row[], _context: ImportContext): Promise<void> {
    const names = [...new Set(rows.flatMap(({ values }) => values.name ?? []))];
    const standing =
      names.length === 0
        ? []
        : await this.entries.reaching(
            await this.unitOfWork.manager.findBy(RegisterEntry, { kind: this.register.code, name: In(names) }),
          );
    for (const row of rows) {
      const { name, division } = row.values;
      const same = standing.filter((entry) => entry.name === name && entry.divisionCode === division);
      this.checkRow(row, same);
    }
  }

  async commit(rows: readonly Row[]): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const row of rows) {
      const { existing, facts, sealed, serves } = row.found as Found;
      const id = existing?.id ?? newId();
      const values = { ...facts, secrets: sealFields(this.crypto, id, sealed) };
      if (existing !== undefined) await manager.update(RegisterEntry, { id }, values);
      else {
        const { name, division: divisionCode } = row.values as { name: string; division: string };
        const fresh = {
          kind: this.register.code,
          divisionCode,
          name,
          closedOn: null,
          closeReason: null,
          live: 1 as const,
        };
        await insertRows(manager, RegisterEntry, [{ id, ...fresh, ...values }]);
      }
      if (existing?.serves.join() !== serves.join()) await this.entries.replaceReach(id, serves);
    }
  }

  private checkRow(row: Row, same: readonly ReachingEntry[]): void {
    const { values } = row;
    const { division, openedOn } = values;
    const existing = same.find(({ live }) => live === 1);
    const sealedBefore = existing === undefined ? {} : this.entries.sealedOf(existing);
    const before: Readonly<Record<string, string | string[]>> = { ...existing?.content, ...sealedBefore };
    // A column that the file does not have leaves what stands.
    const written = Object.fromEntries(
      this.register.fields.map(({ key }) => {
        const value = values[key];
        return [key, value === null ? [] : [value ?? before[key] ?? []].flat()];
      }),
    );
    const read = readRegisterFields(this.register, written);
    // A blank or unreadable cell has its problem already.
    for (const { key, code, message, hint } of read.problems)
      if (code !== 'REQUIRED' && typeof values[key] === 'string') row.report(code, key, { message, hint });
    if (division) this.checkPlace(row, division, read.clear);
    const serves = division ? this.servedBy(row, division, existing) : [];
    if (openedOn && same.some((entry) => entry.live === null && spansMeet(entry, { openedOn, closedOn: null })))
      row.report('DUPLICATE', 'name', {
        message: `这个${this.register.one}已经关了，不能靠导入再开`,
        hint: '关错了，请在它的页面撤销关闭；重新开的，开办日期要在关闭以后',
      });
    if (row.wrong) return;
    const facts = {
      category: read.clear[this.register.category.key] as string,
      openedOn: openedOn as IsoDate,
      content: read.clear,
    };
    row.found = { existing, facts, sealed: read.sealed, serves } satisfies Found;
    row.outcome =
      existing === undefined
        ? 'NEW'
        : this.isSame(existing, sealedBefore, row.found as Found)
          ? 'UNCHANGED'
          : 'CHANGED';
  }

  private isSame(existing: ReachingEntry, sealedBefore: object, { facts, sealed, serves }: Found): boolean {
    const shape = (values: object): string =>
      JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
    return (
      existing.openedOn === facts.openedOn &&
      shape(existing.content) === shape(facts.content) &&
      shape(sealedBefore) === shape(sealed) &&
      existing.serves.join() === serves.join()
    );
  }

  private checkPlace(row: Row, division: string, clear: Readonly<Record<string, string | string[]>>): void {
    const category = clear[this.register.category.key];
    const level = this.divisions.byCode(division)?.level;
    const levels = typeof category === 'string' ? this.register.category.levels[category] : undefined;
    if (levels !== undefined && level !== undefined && !levels.includes(level))
      row.report('DIVISION_UNKNOWN', 'division', {
        message: `这一级的${this.register.one}不能登记在这里`,
        hint: '村社区的填到村，乡镇街道的填到乡镇或村',
      });
  }

  private servedBy(row: Row, division: string, existing: ReachingEntry | undefined): string[] {
    const written = row.values.serves;
    if (written === undefined) return existing?.serves ?? [];
    const found = new Set<string>();
    for (const [index, text] of (written ?? []).entries()) {
      const code = villageNamed(this.divisions, text, division);
      const inCounty =
        code !== undefined && countyOf(code) === countyOf(division) ? this.divisions.byCode(code) : undefined;
      if (inCounty?.level === 'VILLAGE') found.add(inCounty.code);
      else if (inCounty?.level === 'TOWNSHIP')
        for (const village of villagesIn(this.divisions, inCounty.code.slice(0, 9))) found.add(village.code);
      else
        row.report('DIVISION_UNKNOWN', SERVES, {
          message: `第 ${index + 1} 个村没有找到，或者本县有几个同名`,
          hint: `请写 12 位代码，或从省写起的完整名称，比如 ${placeExample(this.divisions, division)}`,
        });
    }
    found.delete(division);
    return [...found].sort();
  }
}

/** A full name that this county has. */
const placeExample = (divisions: Divisions, near: string): string => {
  const [first] = villagesIn(divisions, countyOf(near));
  return first === undefined ? divisions.pathOf(near) : divisions.pathOf(first.code);
};

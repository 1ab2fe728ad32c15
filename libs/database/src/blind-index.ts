import { setImmediate as breath } from 'node:timers/promises';
import { type Blind, columnOfKid, type CryptoProvider, StartError } from '@tongxing/platform';
import {
  type DataSource,
  type EntityManager,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
  type ObjectType,
} from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { type BlindSource, blindSourceOf } from './entity-columns.js';
import { isDuplicateKey } from './failures.js';
import { textsAmong } from './reads.js';
import type { UnitOfWork } from './unit-of-work.js';

/** The two columns of a blind index: `idBlind` and `idBlind2`. */
export type BlindColumns<C extends string> = Record<C | `${C}2`, string | null>;

const columnsOf = <C extends string>(column: C): readonly [C, `${C}2`] => [column, `${column}2`];

/** What a row is to hold in the two columns of a blind index; null: nothing to be found by. */
export const blindColumns = <C extends string>(column: C, blind: Blind | null): BlindColumns<C> =>
  ({ [column]: blind?.[0] ?? null, [`${column}2`]: blind?.[1] ?? null }) as BlindColumns<C>;

/** The blind index that a row holds. */
export const blindOf = <C extends string>(row: BlindColumns<C>, column: C): Blind => {
  const [first, second] = columnsOf(column);
  return [row[first], row[second]];
};

/** Of one value, as far as a column tells. */
export const sameBlind = (one: Blind, other: Blind): boolean =>
  one.some((value, at) => value !== null && value === other[at]);

/** Conditions for a `find`: the index is one of these, in whichever column, and `more` holds. None where there is nothing to find. */
export function whereBlind<T extends ObjectLiteral>(
  column: keyof T & string,
  blinds: readonly Blind[],
  more: FindOptionsWhere<T> = {},
): FindOptionsWhere<T>[] {
  const ways = columnsOf(column).flatMap((name, at) => {
    const values = blinds.map((blind) => blind[at]).filter((value) => value !== null && value !== undefined);
    if (values.length === 0) return [];
    return [{ ...more, [name]: values.length === 1 ? values[0] : In(values) } as FindOptionsWhere<T>];
  });
  // No condition at all would find every row.
  return ways.length > 0 ? ways : [{ ...more, [column]: In([]) } as FindOptionsWhere<T>];
}

/** Ids of the rows whose blind index is one of these: of many values, none of which may be there. */
export async function idsByBlind<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  entity: ObjectType<T>,
  column: keyof T & string,
  blinds: readonly Blind[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const [at, name] of columnsOf(column).entries()) {
    const values = blinds.map((blind) => blind[at]).filter((value) => value !== null && value !== undefined);
    if (values.length === 0) continue;
    for (const { id } of await textsAmong(manager, entity, ['id'], name, values)) ids.add(id as string);
  }
  return [...ids];
}

/** Things by blind index: what was put in under both keys is found by either. */
export class ByBlind<V> {
  private readonly values = new Map<string, V>();

  static of<V>(items: Iterable<readonly [Blind, V]>): ByBlind<V> {
    const map = new ByBlind<V>();
    for (const [blind, value] of items) map.set(blind, value);
    return map;
  }

  get([first, second]: Blind): V | undefined {
    return (
      (first === null ? undefined : this.values.get(first)) ?? (second === null ? undefined : this.values.get(second))
    );
  }

  has(blind: Blind): boolean {
    return this.get(blind) !== undefined;
  }

  set(blind: Blind, value: V): void {
    for (const one of blind) if (one !== null) this.values.set(one, value);
  }

  delete(blind: Blind): void {
    for (const one of blind) if (one !== null) this.values.delete(one);
  }
}

/** One blind index of one table, as it stands. */
export interface BlindCount {
  /** `person.idBlind` */
  name: string;
  /** rows that have an index */
  rows: number;
  /** rows without a value under the newest key */
  waiting: number;
  /** rows with a value under a key that is out of the ring */
  leftover: number;
}

/** What came of a run over all indexes. */
export interface BlindOutcome {
  changed: number;
  /** rows whose value cannot be computed again, as `place id`; at most {@link MAX_NAMED} are named */
  unreadable: { count: number; named: string[] };
  /** false when it was stopped before its end */
  complete: boolean;
}

/** A row that waits for its value under the newest key. */
interface Waiting {
  id: string;
  /** null: the clear value is not kept with the row */
  sealed: string | null;
  /** its value under the other key */
  held: string;
}

const LOT = 200;
const MAX_NAMED = 20;

class IndexOfTable {
  readonly name: string;
  readonly table: string;
  readonly key: string;
  private readonly tableName: string;
  private readonly sealed: string;
  private readonly columns: readonly [string, string];

  constructor(
    dataSource: DataSource,
    { entityMetadata, propertyName }: ColumnMetadata,
    readonly source: BlindSource,
  ) {
    const { driver } = dataSource;
    const named = (property: string): string => {
      const column = entityMetadata.findColumnWithPropertyName(property);
      if (column === undefined) throw new Error(`${entityMetadata.tableName} has no column ${property}`);
      return driver.escape(column.databaseName);
    };
    this.tableName = entityMetadata.tableName;
    this.name = `${this.tableName}.${propertyName}`;
    this.table = driver.escape(this.tableName);
    this.key = named('id');
    this.sealed = named(source.from);
    this.columns = [named(propertyName), named(`${propertyName}2`)];
  }

  column(at: 0 | 1): string {
    return this.columns[at];
  }

  boundTo(id: string): string {
    return `${this.tableName}|${this.source.from}|${id}`;
  }

  waitingSql(newest: 0 | 1, what: string, more = ''): string {
    const [to, from] = [this.column(newest), this.column(newest === 0 ? 1 : 0)];
    return `SELECT ${what} FROM ${this.table} WHERE ${to} IS NULL AND ${from} IS NOT NULL${more}`;
  }

  nextSql(newest: 0 | 1): string {
    const from = this.column(newest === 0 ? 1 : 0);
    const what = `${this.key} AS id, ${this.sealed} AS sealed, ${from} AS held`;
    return this.waitingSql(newest, what, ` AND ${this.key} > ? ORDER BY ${this.key} LIMIT ${LOT}`);
  }

  /** The other value stands as it was read: whoever changes what the index is of changes both at once. */
  putSql(newest: 0 | 1): string {
    const [to, from] = [this.column(newest), this.column(newest === 0 ? 1 : 0)];
    return `UPDATE ${this.table} SET ${to} = ? WHERE ${this.key} = ? AND ${to} IS NULL AND ${from} = ?`;
  }
}

/**
 * Every blind index (`BlindIndexColumn`), and the work of replacing their key while the system is used. Each has two columns, and a key has
 * the one or the other for itself. While there are two keys every write fills both columns, so that each column is whole and unique by
 * itself: rows that stood get the second value here, computed from what is sealed. Look-ups go by both. What is left to do stands in the rows, so that
 * it may be stopped or killed at any moment, run twice at once, and go on anywhere.
 */
export class BlindIndexes {
  private readonly indexes: IndexOfTable[];

  constructor(
    dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {
    this.indexes = dataSource.entityMetadatas
      .flatMap(({ columns }) => columns)
      .flatMap((column) => {
        const source = blindSourceOf(column.target, column.propertyName);
        return source === undefined ? [] : [new IndexOfTable(dataSource, column, source)];
      });
  }

  get names(): string[] {
    return this.indexes.map(({ name }) => name);
  }

  async status(): Promise<{ kids: string[]; indexes: BlindCount[]; waiting: number; leftover: number }> {
    const { kids, newest } = this.keys();
    const indexes: BlindCount[] = [];
    for (const index of this.indexes) {
      const other = index.column(newest === 0 ? 1 : 0);
      const any = `COUNT(*) AS n FROM ${index.table} WHERE ${index.column(newest)} IS NOT NULL OR ${other} IS NOT NULL`;
      indexes.push({
        name: index.name,
        rows: await this.number(`SELECT ${any}`),
        waiting: await this.number(index.waitingSql(newest, 'COUNT(*) AS n')),
        leftover:
          kids.length > 1
            ? 0
            : await this.number(`SELECT COUNT(*) AS n FROM ${index.table} WHERE ${other} IS NOT NULL`),
      });
    }
    const sum = (of: (count: BlindCount) => number): number => indexes.reduce((total, count) => total + of(count), 0);
    return { kids, indexes, waiting: sum(({ waiting }) => waiting), leftover: sum(({ leftover }) => leftover) };
  }

  /** Whether rows cannot be found because the ring lacks the key that they are indexed with: one look an index. */
  async behind(): Promise<string[]> {
    const { kids, newest } = this.keys();
    const names: string[] = [];
    if (kids.length > 1) return names;
    for (const index of this.indexes) {
      const rows = await this.unitOfWork.manager.query(index.waitingSql(newest, `${index.key} AS id`, ' LIMIT 1'));
      if ((rows as unknown[]).length > 0) names.push(index.name);
    }
    return names;
  }

  /**
   * Computes what is missing under the newest key. A row whose clear value is not kept takes it from a row of another index of the same
   * kind, where one has it.
   *
   * @param options.stop asked between lots; true ends the run
   */
  async fill(
    options: { stop?: () => boolean; onProgress?: (progress: { place: string; done: number }) => void } = {},
  ): Promise<BlindOutcome> {
    const { stop = () => false, onProgress = () => undefined } = options;
    const { newest } = this.keys();
    const outcome: BlindOutcome = { changed: 0, unreadable: { count: 0, named: [] }, complete: true };
    let done = 0;
    // What takes its value from others comes when they have theirs.
    const inOrder = [...this.indexes].sort((a, b) => Number(a.source.mayLack) - Number(b.source.mayLack));
    for (const index of inOrder) {
      for (let after = ''; ; ) {
        if (stop()) return { ...outcome, complete: false };
        const rows = (await this.unitOfWork.manager.query(index.nextSql(newest), [after])) as Waiting[];
        const last = rows.at(-1);
        if (last === undefined) break;
        const values: (readonly [Waiting, string])[] = [];
        for (const row of rows) {
          const value =
            this.computed(index, newest, row) ?? (row.sealed ? undefined : await this.ofKin(index, newest, row));
          if (value === undefined) fail(outcome, index, row.id);
          else values.push([row, value]);
        }
        outcome.changed += await this.put(index, newest, values, outcome);
        after = last.id;
        done += rows.length;
        onProgress({ place: index.name, done });
        await breath();
      }
    }
    return outcome;
  }

  /**
   * Empties the column of a key that is out of the ring.
   *
   * @throws Error while the ring has a key of that column
   */
  async clear(kid: string): Promise<number> {
    const at = columnOfKid(kid);
    if (this.crypto.blindKids().some((one) => columnOfKid(one) === at))
      throw new Error(`the column of ${kid} is in use`);
    let cleared = 0;
    for (const index of this.indexes) {
      const column = index.column(at);
      for (;;) {
        const rows = (await this.unitOfWork.manager.query(
          `SELECT ${index.key} AS id FROM ${index.table} WHERE ${column} IS NOT NULL LIMIT ${LOT}`,
        )) as { id: string }[];
        if (rows.length === 0) break;
        const ids = rows.map(({ id }) => id);
        const list = ids.map(() => '?').join(', ');
        // The row stays findable by the other column, or it stays as it is.
        const other = index.column(at === 0 ? 1 : 0);
        const sql = `UPDATE ${index.table} SET ${column} = NULL WHERE ${index.key} IN (${list}) AND ${other} IS NOT NULL`;
        const changed = await this.write(sql, ids);
        cleared += changed;
        if (changed === 0) break;
        await breath();
      }
    }
    return cleared;
  }

  private keys(): { kids: string[]; newest: 0 | 1 } {
    const kids = this.crypto.blindKids();
    return { kids, newest: columnOfKid(kids.at(-1) as string) };
  }

  /** @returns undefined where the value is not kept, does not open, or is not the one that the row is indexed by */
  private computed(index: IndexOfTable, newest: 0 | 1, row: Waiting): string | undefined {
    if (!row.sealed) return undefined;
    try {
      const blind = index.source.blind(this.crypto, this.crypto.open(row.sealed, index.boundTo(row.id)));
      const held = blind?.[newest === 0 ? 1 : 0] ?? null;
      return held === null || held === row.held ? (blind?.[newest] ?? undefined) : undefined;
    } catch {
      return undefined;
    }
  }

  private async ofKin(index: IndexOfTable, newest: 0 | 1, { held }: Waiting): Promise<string | undefined> {
    for (const other of this.indexes) {
      if (other === index || other.source.kind !== index.source.kind) continue;
      const [to, from] = [other.column(newest), other.column(newest === 0 ? 1 : 0)];
      const [row] = (await this.unitOfWork.manager.query(
        `SELECT ${to} AS value FROM ${other.table} WHERE ${from} = ? AND ${to} IS NOT NULL LIMIT 1`,
        [held],
      )) as { value: string }[];
      if (row) return row.value;
    }
    return undefined;
  }

  private async put(
    index: IndexOfTable,
    newest: 0 | 1,
    values: readonly (readonly [Waiting, string])[],
    outcome: BlindOutcome,
  ): Promise<number> {
    const sql = index.putSql(newest);
    const all = async (some: typeof values): Promise<number> =>
      this.unitOfWork.run(async () => {
        let changed = 0;
        for (const [{ id, held }, value] of some) changed += await this.write(sql, [value, id, held]);
        return changed;
      });
    try {
      return await all(values);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // Two rows of one value, which no key allows: brought together by a restore, say. The others go on.
    let changed = 0;
    for (const pair of values) {
      try {
        changed += await all([pair]);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        fail(outcome, index, pair[0].id);
      }
    }
    return changed;
  }

  private write(sql: string, parameters: unknown[]): Promise<number> {
    return this.unitOfWork.run(async () => {
      const { queryRunner } = this.unitOfWork.manager;
      const answer = (await queryRunner?.query(sql, parameters, true)) as { affected?: number } | undefined;
      return answer?.affected ?? 0;
    });
  }

  private async number(sql: string): Promise<number> {
    const [row] = (await this.unitOfWork.manager.query(sql)) as { n: number | string }[];
    return Number(row?.n ?? 0);
  }
}

/**
 * Whoever cannot find all rows must not write any: a person who is there would be taken for somebody new.
 *
 * @throws StartError KEYS_BEHIND after a backup was restored that is older than a change of the blind-index key
 */
export async function requireIndexed(indexes: BlindIndexes): Promise<void> {
  const names = await indexes.behind();
  if (names.length === 0) return;
  throw new StartError(
    'KEYS_BEHIND',
    `rows of ${names.join(', ')} are indexed with a key that is not in the key file`,
    'Run: npm run tongxing -- keys rotate --purpose blind',
  );
}

function fail({ unreadable }: BlindOutcome, { name }: IndexOfTable, id: string): void {
  unreadable.count += 1;
  if (unreadable.named.length < MAX_NAMED) unreadable.named.push(`${name} ${id}`);
}

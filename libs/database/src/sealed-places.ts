import { setImmediate as breath } from 'node:timers/promises';
import type { CryptoProvider } from '@tongxing/platform';
import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { isSecretColumn } from './entity-columns.js';
import type { UnitOfWork } from './unit-of-work.js';

/** A sealed value where it lies. */
export interface SealedValue {
  id: string;
  sealed: string;
  /** what it was bound to when it was sealed */
  boundTo: string;
}

/** Sealed values of one place by how they begin, `v1.<algorithm>.<kid>.`; `others` begin like nothing that the ring can open. */
export interface SealedCount {
  byBeginning: Record<string, number>;
  others: number;
}

/** Somewhere sealed values lie: a column of a table, a folder. */
export interface SealedPlace {
  /** `person.secrets` */
  readonly name: string;
  count(beginnings: readonly string[]): Promise<SealedCount>;
  /** The first values after `id` in the order of ids that do not begin with `writing`. */
  next(writing: string, id: string, limit: number): Promise<SealedValue[]>;
  /** Puts `to` in a value's place where it still is as it was read. @returns how many were */
  replace(changes: readonly { value: SealedValue; to: string }[]): Promise<number>;
}

/** A column marked with `SecretColumn`. What its values are bound to is the same everywhere: table, column and the row's primary key. */
class SealedColumn implements SealedPlace {
  readonly name: string;
  private readonly table: string;
  private readonly column: string;
  private readonly key: string;
  private readonly tableName: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    dataSource: DataSource,
    private readonly metadata: ColumnMetadata,
  ) {
    const { driver } = dataSource;
    this.tableName = metadata.entityMetadata.tableName;
    this.name = `${this.tableName}.${metadata.propertyName}`;
    this.table = driver.escape(this.tableName);
    this.column = driver.escape(metadata.databaseName);
    const [primary, second] = metadata.entityMetadata.primaryColumns;
    if (primary === undefined || second !== undefined) throw new Error(`${this.name} needs one primary column`);
    this.key = driver.escape(primary.databaseName);
  }

  async count(beginnings: readonly string[]): Promise<SealedCount> {
    const sums = beginnings.map((_, at) => `SUM(CASE WHEN ${this.column} LIKE ? THEN 1 ELSE 0 END) AS n${at}`);
    const sql = `SELECT COUNT(*) AS n, ${sums.join(', ')} FROM ${this.table} WHERE ${this.column} <> ''`;
    const like = beginnings.map((beginning) => `${beginning}%`);
    const [row] = (await this.unitOfWork.manager.query(sql, like)) as Record<string, string | number | null>[];
    const byBeginning = Object.fromEntries(
      beginnings.map((beginning, at) => [beginning, Number(row?.[`n${at}`] ?? 0)]),
    );
    const known = Object.values(byBeginning).reduce((sum, count) => sum + count, 0);
    return { byBeginning, others: Number(row?.n ?? 0) - known };
  }

  async next(writing: string, id: string, limit: number): Promise<SealedValue[]> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT ${this.key} AS id, ${this.column} AS sealed FROM ${this.table} WHERE ${this.key} > ? AND ${this.column} NOT LIKE ? AND ${this.column} <> '' ORDER BY ${this.key} LIMIT ${limit}`,
      [id, `${writing}%`],
    )) as { id: string; sealed: string }[];
    return rows.map((row) => ({ ...row, boundTo: `${this.tableName}|${this.metadata.propertyName}|${row.id}` }));
  }

  /**
   * The guard is the whole old value, not its key alone: a process that has not yet seen the new key may have sealed something newer with
   * the old one. The row's version stays: for whoever is working on it nothing has changed.
   */
  async replace(changes: readonly { value: SealedValue; to: string }[]): Promise<number> {
    return this.unitOfWork.run(async () => {
      let changed = 0;
      for (const { value, to } of changes) {
        const answer = (await this.unitOfWork.manager.queryRunner?.query(
          `UPDATE ${this.table} SET ${this.column} = ? WHERE ${this.key} = ? AND ${this.column} = ?`,
          [to, value.id, value.sealed],
          true,
        )) as { affected?: number } | undefined;
        changed += answer?.affected ?? 0;
      }
      return changed;
    });
  }
}

/** How far the sealing anew has come. */
export interface ResealProgress {
  place: string;
  /** values looked at since the start */
  done: number;
  /** values that waited at the start */
  of: number;
}

/** What came of a run. */
export interface ResealOutcome {
  changed: number;
  /** values that did not open, as `place id`; at most {@link MAX_NAMED} are named */
  unreadable: { count: number; named: string[] };
  /** false when it was stopped before its end */
  complete: boolean;
}

/** Sealed values of every place, by the beginning that names algorithm and key. */
export interface SealedStatus {
  /** how everything begins that is sealed now */
  writing: string;
  places: (SealedCount & { name: string })[];
  totals: SealedCount;
  /** values that begin otherwise than `writing` */
  waiting: number;
}

/** Values read, opened and sealed at once; each lot is one short unit of work, so that others get their turn in between. */
const LOT = 200;
const MAX_NAMED = 20;

const plus = (one: SealedCount, other: SealedCount): SealedCount => {
  const beginnings = new Set([...Object.keys(one.byBeginning), ...Object.keys(other.byBeginning)]);
  return {
    byBeginning: Object.fromEntries(
      [...beginnings].map((beginning) => [
        beginning,
        (one.byBeginning[beginning] ?? 0) + (other.byBeginning[beginning] ?? 0),
      ]),
    ),
    others: one.others + other.others,
  };
};

/**
 * Every place where sealed values lie, and the work of sealing them anew with the key in use. What is left to do stands in the values
 * themselves, so that it may be stopped or killed at any moment, run twice at once, and go on anywhere.
 */
export class SealedPlaces {
  private readonly places: SealedPlace[];

  constructor(
    dataSource: DataSource,
    unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {
    this.places = dataSource.entityMetadatas
      .flatMap(({ columns }) => columns)
      .filter((column) => isSecretColumn(column.target, column.propertyName))
      .map((column) => new SealedColumn(unitOfWork, dataSource, column));
  }

  /** Adds a place that is no column. Columns are known by `SecretColumn`. */
  register(place: SealedPlace): void {
    if (this.places.some(({ name }) => name === place.name)) throw new Error(`"${place.name}" is registered twice`);
    this.places.push(place);
  }

  get names(): string[] {
    return this.places.map(({ name }) => name);
  }

  async status(): Promise<SealedStatus> {
    const writing = this.crypto.writing();
    const beginnings = this.crypto.readable();
    const places: SealedStatus['places'] = [];
    for (const place of this.places) places.push({ name: place.name, ...(await place.count(beginnings)) });
    const totals = places.reduce<SealedCount>(plus, { byBeginning: {}, others: 0 });
    const waiting = Object.entries(totals.byBeginning).reduce(
      (sum, [beginning, count]) => (beginning === writing ? sum : sum + count),
      totals.others,
    );
    return { writing, places, totals, waiting };
  }

  /**
   * Seals anew whatever does not begin with the algorithm and key in use. A value that does not open is left as it is and named.
   *
   * @param options.stop asked between lots; true ends the run
   */
  async reseal(
    options: { stop?: () => boolean; onProgress?: (progress: ResealProgress) => void } = {},
  ): Promise<ResealOutcome> {
    const { stop = () => false, onProgress = () => undefined } = options;
    const { writing, waiting } = await this.status();
    const outcome: ResealOutcome = { changed: 0, unreadable: { count: 0, named: [] }, complete: true };
    let done = 0;
    for (const place of this.places) {
      for (let after = ''; ; ) {
        if (stop()) return { ...outcome, complete: false };
        const values = await place.next(writing, after, LOT);
        const last = values.at(-1);
        if (last === undefined) break;
        outcome.changed += await place.replace(this.anew(place, values, outcome));
        after = last.id;
        done += values.length;
        onProgress({ place: place.name, done, of: Math.max(waiting, done) });
        await breath();
      }
    }
    return outcome;
  }

  private anew(place: SealedPlace, values: readonly SealedValue[], outcome: ResealOutcome) {
    return values.flatMap((value) => {
      try {
        const clear = this.crypto.open(value.sealed, value.boundTo);
        return [{ value, to: this.crypto.seal(clear, value.boundTo) }];
      } catch {
        outcome.unreadable.count += 1;
        if (outcome.unreadable.named.length < MAX_NAMED) outcome.unreadable.named.push(`${place.name} ${value.id}`);
        return [];
      }
    });
  }
}

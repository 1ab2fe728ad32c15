import type { Driver, EntityManager, FindOptionsWhere, ObjectLiteral, ObjectType } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { EntityMetadata } from 'typeorm/metadata/EntityMetadata.js';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Rows of one INSERT, the most that keep to {@link MAX_PARAMETERS}; they divide the chunks of an import without rest. */
const STATEMENT_ROWS = [500, 250, 100, 10, 1] as const;
/** Beyond it a statement gains nothing. SQLite's own limit is 32,766. */
const MAX_PARAMETERS = 7_000;

type Placed = (row: ObjectLiteral) => unknown;

/** Types that every driver takes as they are. */
const PLAIN_TYPES = new Set<unknown>(['varchar', 'text', 'integer']);

/** How a column's value is taken out of a row and made what the driver wants. */
function placed(driver: Driver, column: ColumnMetadata): Placed {
  const { propertyName, isNullable } = column;
  const missing = column.isVersion ? 1 : null;
  const isPlain = column.transformer === undefined && PLAIN_TYPES.has(column.type);
  return (row) => {
    const value: unknown = row[propertyName] ?? missing;
    if (value === null) {
      if (isNullable) return null;
      throw new Error(`a row for ${column.entityMetadata.tableName} lacks ${propertyName}`);
    }
    return isPlain ? value : driver.preparePersistentValue(value, column);
  };
}

/** All that is the same for every INSERT into a table. */
class Inserter {
  readonly rows: number;
  private readonly values: readonly Placed[];
  private readonly start: string;
  private readonly one: string;
  private readonly full: string;

  constructor(driver: Driver, { columns, tableName }: EntityMetadata) {
    this.values = columns.map((column) => placed(driver, column));
    this.rows = STATEMENT_ROWS.find((rows) => rows * columns.length <= MAX_PARAMETERS) ?? 1;
    const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
    this.start = `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES `;
    this.one = `(${columns.map(() => '?').join(', ')})`;
    this.full = this.textOf(this.rows);
  }

  /** One text object for every full statement: it is the key under which the prepared statement is kept. */
  statement(rows: number): string {
    return rows === this.rows ? this.full : this.textOf(rows);
  }

  parameters(rows: readonly ObjectLiteral[]): unknown[] {
    const parameters: unknown[] = [];
    for (const row of rows) for (const value of this.values) parameters.push(value(row));
    return parameters;
  }

  private textOf(rows: number): string {
    return this.start + Array.from({ length: rows }, () => this.one).join(', ');
  }
}

const inserters = new WeakMap<EntityMetadata, Inserter>();

/**
 * Inserts plain rows in few statements. Column transformers apply; entity listeners and generated values do not.
 * The statement is written here: TypeORM's builder names and searches every parameter, which costs three times the insert itself.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: ObjectType<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  if (rows.length === 0) return;
  const metadata = manager.dataSource.getMetadata(entity);
  let inserter = inserters.get(metadata);
  if (inserter === undefined) {
    inserter = new Inserter(manager.dataSource.driver, metadata);
    inserters.set(metadata, inserter);
  }
  for (let from = 0; from < rows.length; from += inserter.rows) {
    const chunk = rows.slice(from, from + inserter.rows) as readonly ObjectLiteral[];
    await manager.query(inserter.statement(chunk.length), inserter.parameters(chunk));
  }
}

/**
 * A guarded change instead of a lock: updates the rows that still are as `where` says.
 * The state that is left must stand in `where`: MySQL counts matched rows, not changed ones.
 *
 * @returns true when exactly one row changed; false when somebody else was faster
 */
export async function guardedUpdate<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: ObjectType<T>,
  where: FindOptionsWhere<T>,
  set: QueryDeepPartialEntity<T>,
): Promise<boolean> {
  const { affected } = await manager.update(entity, where, set);
  return affected === 1;
}

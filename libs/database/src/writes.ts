import type { Driver, EntityManager, FindOptionsWhere, ObjectLiteral, ObjectType } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Rows of one INSERT. Every full one has the same text, so that its prepared statement is used again. */
const CHUNK_ROWS = 100;
/** SQLite's limit on the parameters of a statement. */
const MAX_PARAMETERS = 32_000;

type Placed = (row: ObjectLiteral) => unknown;

/** How a column's value is taken out of a row and made what the driver wants. */
function placed(driver: Driver, column: ColumnMetadata): Placed {
  const { propertyName } = column;
  return (row) => {
    const value: unknown = row[propertyName] ?? (column.isVersion ? 1 : null);
    if (value === null && !column.isNullable)
      throw new Error(`a row for ${column.entityMetadata.tableName} lacks ${propertyName}`);
    return driver.preparePersistentValue(value, column);
  };
}

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
  const { driver } = manager.dataSource;
  const { columns, tableName } = manager.dataSource.getMetadata(entity);
  const values = columns.map((column) => placed(driver, column));
  const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
  const one = `(${columns.map(() => '?').join(', ')})`;
  const size = Math.max(1, Math.min(CHUNK_ROWS, Math.floor(MAX_PARAMETERS / columns.length)));
  for (let from = 0; from < rows.length; from += size) {
    const chunk = rows.slice(from, from + size);
    const parameters: unknown[] = [];
    for (const row of chunk) for (const value of values) parameters.push(value(row as ObjectLiteral));
    await manager.query(
      `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${chunk.map(() => one).join(', ')}`,
      parameters,
    );
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

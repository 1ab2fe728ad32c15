import type { EntityManager, ObjectLiteral, ObjectType } from 'typeorm';

/** Values of one statement. Every full one has the same text, so that its prepared statement is used again. */
const CHUNK_VALUES = 500;

/**
 * A few plain text columns of the rows whose `among` is one of `values`, by an index: no entities are made, no transformer runs.
 * The statement is written here: TypeORM's `In` names and searches every value, which costs more than the look itself.
 *
 * @param where further text columns that must be equal
 */
export async function textsAmong<T extends ObjectLiteral, K extends keyof T & string>(
  manager: EntityManager,
  entity: ObjectType<T>,
  wanted: readonly K[],
  among: keyof T & string,
  values: readonly string[],
  where: { readonly [P in keyof T & string]?: string } = {},
): Promise<Record<K, string>[]> {
  const { driver } = manager.dataSource;
  const { columns, tableName } = manager.dataSource.getMetadata(entity);
  const named = (property: string): string => {
    const column = columns.find(({ propertyName }) => propertyName === property);
    if (column === undefined) throw new Error(`${tableName} has no column ${property}`);
    return driver.escape(column.databaseName);
  };
  const list = wanted.map((property) => `${named(property)} AS ${driver.escape(property)}`).join(', ');
  const equal = Object.keys(where).map((property) => `${named(property)} = ? AND `);
  const start = `SELECT ${list} FROM ${driver.escape(tableName)} WHERE ${equal.join('')}${named(among)} IN `;
  const found: Record<K, string>[] = [];
  for (let from = 0; from < values.length; from += CHUNK_VALUES) {
    const chunk = values.slice(from, from + CHUNK_VALUES);
    const rows = (await manager.query(`${start}(${chunk.map(() => '?').join(', ')})`, [
      ...(Object.values(where) as string[]),
      ...chunk,
    ])) as Record<K, string>[];
    found.push(...rows);
  }
  return found;
}

/**
 * Whole rows in the order of a counting column, a page at a time, for a walk through a long table: no entities are made. Whole numbers
 * beyond 2^31 and instants come as the entity has them.
 *
 * @param among text columns that must be equal
 * @param from  exclusive
 * @param to    inclusive
 */
export async function rowsBetween<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: ObjectType<T>,
  among: { readonly [P in keyof T & string]?: string },
  counting: keyof T & string,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<T[]> {
  const { driver } = manager.dataSource;
  const { columns, tableName } = manager.dataSource.getMetadata(entity);
  const list = columns.map(
    ({ databaseName, propertyName }) => `${driver.escape(databaseName)} AS ${driver.escape(propertyName)}`,
  );
  const equal = Object.keys(among).map((property) => `${driver.escape(property)} = ? AND `);
  const count = driver.escape(counting);
  const rows = (await manager.query(
    `SELECT ${list.join(', ')} FROM ${driver.escape(tableName)} WHERE ${equal.join('')}${count} > ? AND ${count} <= ? ORDER BY ${count} LIMIT ${limit}`,
    [...(Object.values(among) as string[]), from, to],
  )) as ObjectLiteral[];
  const changed = columns.filter(({ type }) => type === 'bigint' || type === 'datetime');
  for (const row of rows)
    for (const { propertyName, type } of changed)
      row[propertyName] = type === 'bigint' ? wholeOf(row[propertyName]) : instantOf(row[propertyName]);
  return rows as T[];
}

const wholeOf = (value: unknown): number | null => (value === null ? null : Number(value));
/** SQLite keeps an instant as text in UTC; the servers' driver makes it a Date. */
const instantOf = (value: unknown): Date | null =>
  value === null || value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T').replace(/Z$/, '')}Z`);

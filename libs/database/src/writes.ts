import type { EntityManager, FindOptionsWhere, ObjectLiteral, ObjectType } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';

/** Rows of one INSERT: few enough for the parameter limits of both engines. */
const CHUNK_ROWS = 500;
/** SQLite's limit on the parameters of a statement. */
const MAX_PARAMETERS = 32_000;

/** Inserts plain rows in few statements. Column transformers apply; entity listeners and generated values do not. */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: ObjectType<T>,
  rows: readonly QueryDeepPartialEntity<T>[],
): Promise<void> {
  const width = Math.max(1, manager.dataSource.getMetadata(entity).columns.length);
  const size = Math.max(1, Math.min(CHUNK_ROWS, Math.floor(MAX_PARAMETERS / width)));
  for (let from = 0; from < rows.length; from += size) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(from, from + size))
      .updateEntity(false)
      .execute();
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

import { type EntityManager, type EntityTarget, type FindOptionsWhere, MoreThan } from 'typeorm';

/** So many rows of one kind within so long. */
export interface RequestLimit {
  withinMs: number;
  most: number;
}

interface RequestRow {
  id: string;
  createdAt: Date;
}

/**
 * How long there is no room for one more row. Counted in SQL, so that neither a restart nor a second process forgets.
 *
 * @param whose the rows that count together: one phone's, one address's
 * @returns milliseconds; 0: there is room
 */
export async function fullFor<Row extends RequestRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  whose: object,
  { withinMs, most }: RequestLimit,
  now: Date,
): Promise<number> {
  const rows: readonly RequestRow[] = await manager.find(entity as EntityTarget<RequestRow>, {
    where: { ...whose, createdAt: MoreThan(new Date(now.getTime() - withinMs)) } as FindOptionsWhere<RequestRow>,
    order: { id: 'DESC' },
    take: most,
  });
  const oldest = rows.at(-1);
  return oldest && rows.length === most ? oldest.createdAt.getTime() + withinMs - now.getTime() : 0;
}

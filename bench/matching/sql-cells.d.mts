import type { IndexedPost, IsoDate, MatchAnswer, MatchPerson } from '@tongxing/rules';

export interface SqlCells {
  name: string;
  /** One byte a cell, a row a person: the answer's place in {@link CELL_ANSWERS}. */
  cells(from: number, to: number): Promise<Uint8Array>;
  close(): void;
}
export const CELL_ANSWERS: readonly MatchAnswer[];
export function sqliteCells(people: readonly MatchPerson[], posts: readonly IndexedPost[], day: IsoDate): SqlCells;
export function duckDbCells(
  duckdb: object,
  people: readonly MatchPerson[],
  posts: readonly IndexedPost[],
  day: IsoDate,
): Promise<SqlCells>;

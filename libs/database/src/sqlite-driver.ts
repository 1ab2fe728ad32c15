import { createRequire } from 'node:module';

/** A prepared statement of an embedded SQLite driver, as far as we use it. */
export interface SqliteStatement {
  readonly reader: boolean;
  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  get(...parameters: unknown[]): unknown;
  all(...parameters: unknown[]): unknown[];
}

/** A connection of an embedded SQLite driver. Both drivers have this shape. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  pragma(text: string): unknown;
  close(): unknown;
}

/** Opens a file. */
export type SqliteConstructor = new (
  file: string,
  options?: { readonly?: boolean; timeout?: number },
) => SqliteConnection;

const FIRST_NODE_OF_BETTER_SQLITE3 = 22;

/**
 * The embedded SQLite driver of this Node: `better-sqlite3` 13 crashes on Node 20, so `libsql` (the same interface, prebuilt) serves there,
 * and wherever the optional package is absent. Loaded on first use: a process on a server database never needs it.
 */
export function sqliteDriver(): SqliteConstructor {
  const load = createRequire(import.meta.url);
  if (Number(process.versions.node.split('.')[0]) >= FIRST_NODE_OF_BETTER_SQLITE3) {
    try {
      return load('better-sqlite3') as SqliteConstructor;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return load('libsql') as SqliteConstructor;
}

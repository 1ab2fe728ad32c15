import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseConfig } from '@tongxing/platform';
import { describe, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { dataSourceFactory, type EntityClass, migrate } from '../data-source.js';
import { UnitOfWork } from '../unit-of-work.js';
import { whileMigrating } from '../write-guard.js';
import { migratedFile, migratedStatements } from './template.js';

/** A fresh database with every migration run. */
export interface TestDatabase {
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
  config: DatabaseConfig;
  /** Closes and drops it. */
  close(): Promise<void>;
}

/** One engine that specs run on. */
export interface TestEngine {
  name: 'sqlite' | 'server';
  open(): Promise<TestDatabase>;
}

const SERVER_URL = process.env.TEST_MYSQL_URL ?? 'mariadb://root@127.0.0.1:3306';

const answers = (url: URL): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port: Number(url.port || 3306), timeout: 1000 });
    const end = (reachable: boolean) => {
      socket.destroy();
      resolve(reachable);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });

const serverAnswers = await answers(new URL(SERVER_URL));

async function opened(
  config: DatabaseConfig,
  entities: readonly EntityClass[],
  drop: () => Promise<void>,
): Promise<TestDatabase> {
  const dataSource = await dataSourceFactory(config, entities);
  // Nothing is left to do after a copy of the template; a template that lacks a migration gets it here.
  await migrate(dataSource);
  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource),
    config,
    close: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}

const sqlite = (entities: readonly EntityClass[]): TestEngine => ({
  name: 'sqlite',
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongxing-spec-'));
    const file = join(folder, 'spec.sqlite');
    copyFileSync(await migratedFile(), file);
    return opened({ engine: 'sqlite', file }, entities, async () => rmSync(folder, { recursive: true, force: true }));
  },
});

let made = 0;

const server = (entities: readonly EntityClass[]): TestEngine => ({
  name: 'server',
  open: async () => {
    made += 1;
    const name = `tx_spec_${process.pid}_${Date.now().toString(36)}_${made}`;
    const admin = new URL(SERVER_URL);
    const run = async (sql: string) => {
      const connection = await createConnection({
        uri: admin.href.replace(/^mariadb:/, 'mysql:'),
        multipleStatements: true,
      });
      await connection.query(sql);
      await connection.end();
    };
    const url = new URL(SERVER_URL);
    url.pathname = `/${name}`;
    const engine = url.protocol === 'mysql:' ? 'mysql' : 'mariadb';
    const tables = await migratedStatements(admin, engine);
    await run(
      `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin; USE ${name}; SET FOREIGN_KEY_CHECKS = 0; ${tables}`,
    );
    return opened({ engine, url: url.href }, entities, () => run(`DROP DATABASE ${name}`));
  },
});

/**
 * Writes the same specs for every engine: SQLite always, the server when it answers (`TEST_MYSQL_URL`, or MariaDB on its standard local port).
 * An engine that does not answer counts as skipped.
 */
export function eachEngine(entities: readonly EntityClass[], specs: (engine: TestEngine) => void): void {
  describe('on SQLite', () => specs(sqlite(entities)));
  if (serverAnswers) describe('on a database server', () => specs(server(entities)));
  else
    describe.skip('on a database server', () =>
      it('needs TEST_MYSQL_URL, or MariaDB on 127.0.0.1:3306', () => undefined));
}

/** A statement as somebody with the database's password writes it: no unit of work, no guard. */
export const behindTheBack = (db: TestDatabase, sql: string, values: readonly unknown[] = []): Promise<unknown> =>
  whileMigrating(db.dataSource, () => db.dataSource.query(sql, [...values]));

import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseConfig, StartError } from '@tongxing/platform';
import { DataSource, type DataSourceOptions, MigrationExecutor, type ObjectType } from 'typeorm';
import { MatchChange, MatchCounter } from './change-feed.entity.js';
import { installEmbeddedRunner } from './embedded.js';
import { migrations } from './migrations/index.js';
import { QueryLogger, type QueryReport } from './query-logger.js';
import { type SqliteConnection, sqliteDriver } from './sqlite-driver.js';
import { WriteGuard, whileMigrating } from './write-guard.js';

export type EntityClass = ObjectType<object>;

const POOL_SIZE = 10;
const LOCK_WAIT_SECONDS = 5;
const BUSY_TIMEOUT_MS = 15_000;
const SLOW_QUERY_MS = 2_000;
const OPEN_ATTEMPTS = 5;
const OPEN_PAUSE_MS = 500;

/** Entities of the database room itself. */
export const databaseEntities: EntityClass[] = [MatchChange, MatchCounter];

const sayNothing: QueryReport = () => undefined;

function optionsFor(config: DatabaseConfig, entities: readonly EntityClass[], report: QueryReport): DataSourceOptions {
  const common = {
    entities: [...databaseEntities, ...entities],
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each' as const,
    subscribers: [WriteGuard],
    synchronize: false,
    logger: new QueryLogger(report),
    logging: ['error' as const],
    maxQueryExecutionTime: SLOW_QUERY_MS,
  };
  if (config.engine === 'sqlite') {
    return {
      ...common,
      type: 'better-sqlite3',
      driver: sqliteDriver(),
      database: config.file,
      enableWAL: true,
      timeout: BUSY_TIMEOUT_MS,
      statementCacheSize: 500,
      prepareDatabase: (connection: SqliteConnection) => {
        connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
        // With NORMAL a power cut may take the last commits along.
        connection.pragma('synchronous = FULL');
        connection.pragma('cache_size = -64000');
      },
    };
  }
  return { ...common, type: config.engine, url: config.url, charset: 'utf8mb4', timezone: 'Z', poolSize: POOL_SIZE };
}

interface PoolOwner {
  pool: { on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void };
}

/**
 * Opens the database: the only place that knows the engine. Runs no migration.
 *
 * @param entities every entity of the process (the feed's own are added)
 * @throws Error when the server does not answer or is not of the kind its URL says
 */
export async function dataSourceFactory(
  config: DatabaseConfig,
  entities: readonly EntityClass[],
  report: QueryReport = sayNothing,
): Promise<DataSource> {
  const dataSource = new DataSource(optionsFor(config, entities, report));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.initialize();
      break;
    } catch (error) {
      // After a killed process the file can stay locked for a moment.
      if (attempt >= OPEN_ATTEMPTS || !/locked|busy/i.test(String((error as Error).message))) throw error;
      await sleep(OPEN_PAUSE_MS);
    }
  }
  if (config.engine === 'sqlite') {
    await installEmbeddedRunner(dataSource);
    return dataSource;
  }
  const lockWait = `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`;
  (dataSource.driver as unknown as PoolOwner).pool.on('connection', (connection) => connection.query(lockWait));
  await dataSource.query(lockWait);
  const [server] = (await dataSource.query('SELECT VERSION() AS version')) as { version: string }[];
  const isMaria = /mariadb/i.test(server?.version ?? '');
  if (isMaria !== (config.engine === 'mariadb')) {
    await dataSource.destroy();
    throw new Error(
      `DATABASE_URL says ${config.engine}:// but the server is ${isMaria ? 'MariaDB: write mariadb://' : 'MySQL: write mysql://'}`,
    );
  }
  return dataSource;
}

/** Runs what is pending, oldest first. @returns the names that ran */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const done = await whileMigrating(dataSource, () => dataSource.runMigrations());
  return done.map((migration) => migration.name);
}

/** The names of migrations that this database has not seen. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.map((migration) => migration.name);
}

/**
 * Only the standalone app and `tongxing migrate` change the schema; the other processes refuse to start on an old one.
 *
 * @throws StartError MIGRATIONS_PENDING
 */
export async function requireMigrated(dataSource: DataSource): Promise<void> {
  const { length } = await pendingMigrations(dataSource);
  if (length === 0) return;
  throw new StartError('MIGRATIONS_PENDING', `${length} migrations have not run`, 'Run: npm run tongxing -- migrate');
}

/** Asks the database for a sign of life. @throws the driver's error when there is none */
export async function ping(dataSource: DataSource): Promise<void> {
  await dataSource.query('SELECT 1');
}

/** What the entities ask of the schema that the migrations did not do. Empty when they agree; writes nothing. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map((query) => query.query);
}

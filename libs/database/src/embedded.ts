import type { DataSource } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { SqliteConnection } from './sqlite-driver.js';
import { Turn } from './turn.js';

type Statements = Map<string, unknown>;

/** What TypeORM keeps private and we have to reach: its cache of prepared statements belongs to a connection, not to a runner. */
interface RunnerInternals {
  stmtCache: Statements;
}

class Connections {
  readonly turn = new Turn();
  readonly readStatements: Statements = new Map();
  readonly writeStatements: Statements = new Map();

  constructor(
    readonly reader: SqliteConnection,
    readonly writer: SqliteConnection,
  ) {}
}

/**
 * One runner a caller. Outside a transaction it reads on the first connection, a WAL snapshot of what is committed;
 * `startTransaction` waits for the turn and moves to the second connection, the only one that writes.
 */
class EmbeddedQueryRunner extends BetterSqlite3QueryRunner {
  private giveBack: (() => void) | undefined;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly connections: Connections,
  ) {
    super(driver);
    this.useStatements(connections.readStatements);
  }

  override connect(): Promise<SqliteConnection> {
    return Promise.resolve(this.giveBack ? this.connections.writer : this.connections.reader);
  }

  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction();
    this.giveBack = await this.connections.turn.take();
    this.useStatements(this.connections.writeStatements);
    try {
      await this.query('BEGIN IMMEDIATE');
      this.isTransactionActive = true;
      this.transactionDepth = 1;
      await this.broadcaster.broadcast('AfterTransactionStart');
    } catch (error) {
      this.isTransactionActive = false;
      this.leave();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    try {
      await super.commitTransaction();
    } finally {
      // A COMMIT that failed leaves the transaction open: the caller rolls back and only then the turn goes on.
      if (!this.isTransactionActive) this.leave();
    }
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      if (this.transactionDepth <= 0) this.leave();
    }
  }

  override async release(): Promise<void> {
    if (this.giveBack) {
      this.transactionDepth = 1;
      await this.rollbackTransaction().catch(() => undefined);
      this.leave();
    }
    await super.release();
  }

  // TypeORM switches foreign keys off on one connection only; migrations run on the other.
  override async beforeMigration(): Promise<void> {
    for (const connection of [this.connections.reader, this.connections.writer])
      connection.pragma('foreign_keys = OFF');
  }

  override async afterMigration(): Promise<void> {
    for (const connection of [this.connections.reader, this.connections.writer]) connection.pragma('foreign_keys = ON');
  }

  private leave(): void {
    const giveBack = this.giveBack;
    this.giveBack = undefined;
    this.transactionDepth = 0;
    this.isTransactionActive = false;
    this.useStatements(this.connections.readStatements);
    giveBack?.();
  }

  private useStatements(statements: Statements): void {
    (this as unknown as RunnerInternals).stmtCache = statements;
  }
}

/**
 * Makes TypeORM's SQLite safe for concurrent requests. As shipped it shares one connection and one runner, so that two requests'
 * transactions nest into each other and one's rollback undoes the other's committed rows.
 *
 * Call once, after `initialize()` and before migrations.
 */
export async function installEmbeddedRunner(dataSource: DataSource): Promise<void> {
  const driver = dataSource.driver as unknown as BetterSqlite3Driver & {
    databaseConnection: SqliteConnection;
    createDatabaseConnection(): Promise<SqliteConnection>;
  };
  const connections = new Connections(driver.databaseConnection, await driver.createDatabaseConnection());
  driver.queryRunner = undefined;
  driver.createQueryRunner = () => new EmbeddedQueryRunner(driver, connections);
  driver.disconnect = async () => {
    connections.readStatements.clear();
    connections.writeStatements.clear();
    // Without it the data stay in the -wal file beside a main file of a few kilobytes.
    connections.writer.pragma('wal_checkpoint(TRUNCATE)');
    connections.writer.close();
    connections.reader.close();
  };
}

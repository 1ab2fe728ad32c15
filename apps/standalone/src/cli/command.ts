import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { actAs } from '@tongxing/access';
import { dataSourceFactory, migrate, requireMigrated } from '@tongxing/database';
import { type Config, ConfigError, type Environment, loadConfig, StartError, startProblem } from '@tongxing/platform';
import { DataSource } from 'typeorm';
import { publicError } from '../../../api/src/graphql-errors.js';
import { entities } from '../../../worker/src/entities.js';
import { WorkerModule } from '../../../worker/src/worker.module.js';

/** What a command gives back: the answer for programs, the same for people, and whether all went well. */
export interface Outcome {
  json: unknown;
  text: string;
  failed?: boolean;
}

export const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** Brings the schema up to date. @returns names of the migrations that ran */
export async function migrateDatabase(config: Config): Promise<string[]> {
  const dataSource = await dataSourceFactory(config.database, entities);
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** All services without a door. An embedded database is made ready on the way; a server's is its operator's business. */
async function withServices(
  config: Config,
  action: string,
  work: (services: INestApplicationContext) => Promise<Outcome>,
): Promise<Outcome> {
  if (config.database.engine === 'sqlite') await migrateDatabase(config);
  const services = await NestFactory.create(WorkerModule.forRoot(config, false), {
    logger: false,
    abortOnError: false,
  });
  try {
    await requireMigrated(services.get(DataSource));
    await services.init();
    return await actAs({ viewer: null, kind: 'COMMAND', action }, () => work(services));
  } finally {
    await services.close();
  }
}

const isSystemError = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'].includes(
    String((error as { code?: unknown })?.code),
  );

/** What a command has to do with the world around it. */
export interface Terminal {
  /** settings; the process's own unless given */
  environment?: Environment;
  /** the answer */
  out(text: string): void;
  /** what went wrong, in words */
  err(text: string): void;
  /** 0 only when all went well; called once, last */
  end(status: number): void;
}

/** Runs the work of commands at a terminal. */
export class CommandRunner {
  private name = 'unknown';

  constructor(private readonly terminal: Terminal) {}

  /** Says which command runs: the audit chain names it. */
  named(name: string): void {
    this.name = name;
  }

  /** Runs a command that needs the services; ends with 0, or with 1 and a code in words. */
  async run(
    asJson: boolean,
    work: (services: INestApplicationContext, config: Config) => Promise<Outcome>,
  ): Promise<void> {
    await this.runBare(asJson, (config) =>
      withServices(config, `command.${this.name}`, (services) => work(services, config)),
    );
  }

  /** The same for a command that needs the configuration only. */
  async runBare(asJson: boolean, work: (config: Config) => Promise<Outcome>): Promise<void> {
    let status: number;
    try {
      status = this.answer(await work(loadConfig(this.terminal.environment)), asJson);
    } catch (error) {
      status = this.refuse(error, asJson);
    }
    this.terminal.end(status);
  }

  private answer({ json, text, failed }: Outcome, asJson: boolean): number {
    this.terminal.out(asJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
    return failed ? 1 : 0;
  }

  private refuse(error: unknown, asJson: boolean): number {
    const startup = error instanceof ConfigError || error instanceof StartError || isSystemError(error);
    const known = startup
      ? { code: startProblem(error).split(/[: ]/, 1)[0], message: startProblem(error) }
      : publicError(error);
    if (asJson) this.terminal.out(`${JSON.stringify({ error: known })}\n`);
    const hint = 'hint' in known && known.hint ? ` ${known.hint}` : '';
    this.terminal.err(startup ? `${known.message}\n` : `${known.code}: ${known.message}${hint}\n`);
    return 1;
  }
}

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { actAs } from '@tongxing/access';
import { dataSourceFactory, migrate, requireMigrated } from '@tongxing/database';
import { type Config, ConfigError, loadConfig, StartError, startProblem } from '@tongxing/platform';
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

let commandName = 'unknown';
/** Says which command runs: the audit chain names it. */
export const named = (name: string): void => void (commandName = name);

/** All services without a door. An embedded database is made ready on the way; a server's is its operator's business. */
async function withServices(
  config: Config,
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
    return await actAs({ viewer: null, kind: 'COMMAND', action: `command.${commandName}` }, () => work(services));
  } finally {
    await services.close();
  }
}

function refuse(error: unknown, json: boolean): number {
  const startup = error instanceof ConfigError || error instanceof StartError || isSystemError(error);
  const known = startup
    ? { code: startProblem(error).split(/[: ]/, 1)[0], message: startProblem(error) }
    : publicError(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: known })}\n`);
  const hint = 'hint' in known && known.hint ? ` ${known.hint}` : '';
  process.stderr.write(startup ? `${known.message}\n` : `${known.code}: ${known.message}${hint}\n`);
  return 1;
}

const isSystemError = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOTFOUND', 'ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'].includes(
    String((error as { code?: unknown })?.code),
  );

function answer({ json, text, failed }: Outcome, asJson: boolean): number {
  process.stdout.write(asJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
  return failed ? 1 : 0;
}

/** Runs a command that needs the services; ends the process with 0, or with 1 and a code in words. */
export async function run(
  asJson: boolean,
  work: (services: INestApplicationContext, config: Config) => Promise<Outcome>,
): Promise<void> {
  await runBare(asJson, (config) => withServices(config, (services) => work(services, config)));
}

/** The same for a command that needs the configuration only. */
export async function runBare(asJson: boolean, work: (config: Config) => Promise<Outcome>): Promise<void> {
  let status: number;
  try {
    status = answer(await work(loadConfig()), asJson);
  } catch (error) {
    status = refuse(error, asJson);
  }
  // Written out before the end: a pipe may still hold a long answer.
  process.stdout.write('', () => process.exit(status));
}

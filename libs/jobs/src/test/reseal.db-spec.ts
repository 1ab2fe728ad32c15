import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  BlindColumn,
  BlindIndexes,
  IdColumn,
  InstantColumn,
  insertRows,
  RefColumn,
  SealedPlaces,
  SecretColumn,
  TextColumn,
} from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { type CryptoKeys, IntlCryptoProvider, SystemClock } from '@tongxing/platform';
import { Entity } from 'typeorm';
import { DatabaseJobRunner } from '../database-job-runner.js';
import { Job } from '../job.entity.js';
import { JobService } from '../job.service.js';
import { JobStore } from '../job-store.js';
import { ResealJobs } from '../reseal.jobs.js';

/** A table of the migrations with a sealed column and nothing that it points at. */
@Entity('idempotency')
class Kept {
  @IdColumn() id: string;
  @RefColumn() actorId: string;
  @TextColumn(80) idempotencyKey: string;
  @TextColumn(40) operation: string;
  @BlindColumn() requestHash: string;
  @SecretColumn() reply: string;
  @InstantColumn() createdAt: Date;
}

const OLD: CryptoKeys = { kid: 'k1', seal: randomBytes(32), blind: randomBytes(32) };
const NEW: CryptoKeys = { ...OLD, kid: 'k2', seal: randomBytes(32), others: new Map([['k1', OLD.seal]]) };
const ROWS = 30;

eachEngine([Job, Kept], (engine) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await engine.open();
    const crypto = new IntlCryptoProvider(OLD);
    const row = { actorId: 'a', operation: 'x', requestHash: '', createdAt: new Date(0) };
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const id = `row-${index}`;
      return { ...row, id, idempotencyKey: id, reply: crypto.seal(id, `idempotency|reply|${id}`) };
    });
    await db.unitOfWork.run(() => insertRows(db.unitOfWork.manager, Kept, rows));
  });
  afterAll(() => db.close());

  const processWith = (keys: CryptoKeys) => {
    const { dataSource, unitOfWork } = db;
    const clock = new SystemClock();
    const crypto = new IntlCryptoProvider(keys);
    const places = new SealedPlaces(dataSource, unitOfWork, crypto);
    const jobs = new JobService(unitOfWork, clock);
    const indexes = new BlindIndexes(dataSource, unitOfWork, crypto);
    const reseal = new ResealJobs(jobs, places, indexes, unitOfWork, crypto, clock);
    reseal.onModuleInit();
    return { places, reseal, runner: new DatabaseJobRunner(jobs, new JobStore(unitOfWork, clock)) };
  };

  it('a process with one key finds nothing to do', async () => {
    await processWith(OLD).reseal.goOn();
    expect(await db.dataSource.manager.count(Job)).toBe(0);
  });

  it('a process that starts with an older key beside the one in use seals the rest anew, once for all that start', async () => {
    const { places, reseal, runner } = processWith(NEW);
    expect((await places.status()).waiting).toBe(ROWS);
    await reseal.goOn();
    await processWith(NEW).reseal.goOn();
    expect(await db.dataSource.manager.count(Job)).toBe(1);
    await runner.start();
    for (let tries = 0; tries < 200 && (await places.status()).waiting > 0; tries += 1) await sleep(50);
    await runner.stop();
    expect((await places.status()).waiting).toBe(0);
    expect(await db.dataSource.manager.findBy(Job, {})).toMatchObject([{ name: 'reseal-values', state: 'DONE' }]);
  });
});

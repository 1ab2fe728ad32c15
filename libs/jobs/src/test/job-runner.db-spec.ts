import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { SystemClock } from '@tongxing/platform';
import { Redis } from 'ioredis';
import {
  DatabaseJobRunner,
  defineJob,
  Job,
  type JobDefinition,
  type JobGivenUp,
  type JobHandler,
  type JobRunner,
  JobService,
  JobStore,
} from '../index.js';
import { BullMqJobRunner } from '../bullmq-job-runner.js';

/** A database number of its own: the suite wipes it. */
const REDIS_URL = `${process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'}/9`;
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(REDIS_URL);
  const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1000 });
  const end = (reachable: boolean) => {
    socket.destroy();
    resolve(reachable);
  };
  socket
    .once('connect', () => end(true))
    .once('error', () => end(false))
    .once('timeout', () => end(false));
});

async function until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error(`did not happen in time: ${what}`);
}

interface Process {
  jobs: JobService;
  store: JobStore;
  runner: JobRunner;
}

/** What every runner must do, on every engine. */
function runnerContract(
  makeRunner: (jobs: JobService, store: JobStore) => JobRunner,
  wipe?: () => Promise<void>,
): void {
  eachEngine([Job], (engine) => {
    let db: TestDatabase;
    let started: JobRunner[] = [];
    let made = 0;

    beforeAll(async () => {
      db = await engine.open();
    });
    afterAll(() => db.close());
    beforeEach(() => db.unitOfWork.run(async () => void (await db.unitOfWork.manager.deleteAll(Job))));
    afterEach(async () => {
      await Promise.all(started.map((runner) => runner.stop()));
      started = [];
    });

    const job = (options: Partial<JobDefinition<{ n: number }>> = {}) => {
      made += 1;
      return defineJob<{ n: number }>({ backoffMs: 20, ...options, name: `spec-job-${made}` });
    };
    const processWith = (
      definition: JobDefinition<{ n: number }>,
      handler: JobHandler<{ n: number }>,
      givenUp?: JobGivenUp<{ n: number }>,
    ): Process => {
      const jobs = new JobService(db.unitOfWork, new SystemClock());
      const store = new JobStore(db.unitOfWork, new SystemClock());
      jobs.handle(definition, handler, givenUp);
      const runner = makeRunner(jobs, store);
      return { jobs, store, runner };
    };
    const start = async (process: Process) => {
      started.push(process.runner);
      await process.runner.start();
    };
    const add = (process: Process, definition: JobDefinition<{ n: number }>, count: number) =>
      db.unitOfWork.run(async () => {
        for (let n = 1; n <= count; n += 1) await process.jobs.enqueue(definition, { n });
      });
    const states = async () => (await db.dataSource.manager.find(Job)).map((row) => row.state);
    const allDone = async () => (await states()).every((state) => state === 'DONE');

    it('runs each job once, with two workers asking', async () => {
      const seen: number[] = [];
      const definition = job({ concurrency: 5 });
      const handler = async ({ n }: { n: number }) => {
        await sleep(5);
        seen.push(n);
      };
      const [one, two] = [processWith(definition, handler), processWith(definition, handler)];
      await start(one);
      await start(two);
      await add(one, definition, 40);
      await until('all done', allDone);
      expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    });

    it('runs nothing of a unit of work that rolled back', async () => {
      const seen: number[] = [];
      const definition = job();
      const process = processWith(definition, async ({ n }) => void seen.push(n));
      await start(process);
      await db.unitOfWork
        .run(async () => {
          await process.jobs.enqueue(definition, { n: 1 });
          throw new Error('rolled back');
        })
        .catch(() => undefined);
      await add(process, definition, 1);
      await until('the committed one ran', () => seen.length > 0);
      await sleep(200);
      expect(seen).toHaveLength(1);
    });

    it('tries again with growing pauses, then gives up and keeps the code of the failure', async () => {
      const times: number[] = [];
      const definition = job({ attempts: 3, backoffMs: 150 });
      const process = processWith(definition, async () => {
        times.push(Date.now());
        throw Object.assign(new Error('张三 640324199001010014'), { code: 'BANK_DOWN' });
      });
      await start(process);
      await add(process, definition, 1);
      await until('failed', async () => (await states())[0] === 'FAILED', 15_000);
      const [row] = await db.dataSource.manager.find(Job);
      expect(row).toMatchObject({ attempts: 3, lastError: 'BANK_DOWN', leaseOwner: null });
      expect(JSON.stringify(row)).not.toContain('640324');
      const [first = 0, second = 0, third = 0] = times;
      expect(second - first).toBeGreaterThanOrEqual(140);
      expect(third - second).toBeGreaterThanOrEqual(280);
    });

    it('never runs more of one job at once than its limit', async () => {
      let now = 0;
      let most = 0;
      const definition = job({ concurrency: 3 });
      const process = processWith(definition, async () => {
        now += 1;
        most = Math.max(most, now);
        await sleep(30);
        now -= 1;
      });
      await start(process);
      await add(process, definition, 15);
      await until('all done', allDone);
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(3);
    });

    it('fails a handler that runs past its deadline', async () => {
      const definition = job({ attempts: 1, deadlineMs: 50 });
      let aborted = false;
      const process = processWith(definition, async (_, { signal }) => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        await sleep(400);
      });
      await start(process);
      await add(process, definition, 1);
      await until('failed', async () => (await states())[0] === 'FAILED');
      expect((await db.dataSource.manager.find(Job))[0]?.lastError).toBe('DEADLINE');
      expect(aborted).toBe(true);
    });

    it('waits at shutdown for what is running, and starts nothing new', async () => {
      const finished: number[] = [];
      const definition = job({ concurrency: 1 });
      const process = processWith(definition, async ({ n }) => {
        await sleep(200);
        finished.push(n);
      });
      await start(process);
      await add(process, definition, 3);
      await until('one is running', async () => (await states()).includes('RUNNING'));
      await process.runner.stop();
      started = [];
      const atStop = finished.length;
      expect(atStop).toBeGreaterThan(0);
      expect(await states()).not.toContain('RUNNING');
      await sleep(300);
      expect(finished).toHaveLength(atStop);
    });

    it('keeps one unfinished job of a unique name, and allows the next once it is done', async () => {
      const definition = job();
      const process = processWith(definition, async () => undefined);
      const ids = await db.unitOfWork.run(async () => [
        await process.jobs.enqueue(definition, { n: 1 }, { uniqueName: 'nightly' }),
        await process.jobs.enqueue(definition, { n: 2 }, { uniqueName: 'nightly' }),
      ]);
      expect(ids[0]).toBe(ids[1]);
      await start(process);
      await until('done', allDone);
      const next = await db.unitOfWork.run(() => process.jobs.enqueue(definition, { n: 3 }, { uniqueName: 'nightly' }));
      expect(next).not.toBe(ids[0]);
    });

    it('does not start while a job waits that nobody handles', async () => {
      const definition = job();
      await add(
        processWith(definition, async () => undefined),
        definition,
        1,
      );
      const stranger = processWith(job(), async () => undefined);
      await expect(stranger.runner.start()).rejects.toThrow('no handler');
    });

    it('refuses a second handler, a job without one, a large payload, and work outside a unit', async () => {
      const definition = job();
      const process = processWith(definition, async () => undefined);
      expect(() => process.jobs.handle(definition, async () => undefined)).toThrow('two handlers');
      await expect(db.unitOfWork.run(() => process.jobs.enqueue(job(), { n: 1 }))).rejects.toThrow('no handler');
      const large = { n: 1, text: '长'.repeat(400) };
      await expect(db.unitOfWork.run(() => process.jobs.enqueue(definition, large))).rejects.toThrow('1024 bytes');
      await expect(process.jobs.enqueue(definition, { n: 1 })).rejects.toThrow('inside a unit of work');
    });

    /** A worker of its own takes the one job that is due, and is killed in the middle of it. */
    const killedWorker = async (name: string, leaseMs: number): Promise<void> => {
      const worker = join(process.cwd(), 'dist', 'libs', 'jobs', 'src', 'testing', 'hanging-worker.js');
      if (!existsSync(worker)) throw new Error('run npm test, which builds first');
      const child = spawn(process.execPath, [worker, JSON.stringify(db.config), name, String(leaseMs)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    };

    it('takes the job of a killed worker again after its lease', async () => {
      const definition = job({ leaseMs: 600 });
      const survivor = processWith(definition, async () => undefined);
      await add(survivor, definition, 1);
      await killedWorker(definition.name, 600);
      expect(await states()).toEqual(['RUNNING']);
      await start(survivor);
      await until('the survivor finished it', allDone);
      expect((await db.dataSource.manager.find(Job))[0]?.attempts).toBe(2);
    });

    it('gives a job up whose worker was killed at every try, and ends what it was about', async () => {
      const definition = job({ leaseMs: 400, attempts: 2 });
      let ran = 0;
      const givenUp: number[] = [];
      const survivor = processWith(
        definition,
        async () => void (ran += 1),
        async ({ n }) => {
          db.unitOfWork.requireOpen('giving up');
          givenUp.push(n);
        },
      );
      await add(survivor, definition, 1);
      await killedWorker(definition.name, 400);
      await killedWorker(definition.name, 400);
      await start(survivor);
      await until('failed', async () => (await states())[0] === 'FAILED');
      expect((await db.dataSource.manager.find(Job))[0]).toMatchObject({
        attempts: 2,
        lastError: 'WORKER_LOST',
        leaseOwner: null,
        finishedAt: expect.any(Date),
      });
      expect([ran, givenUp]).toEqual([0, [1]]);
    });

    it('ends what a job was about after its last failure, not before', async () => {
      const definition = job({ attempts: 2 });
      const givenUp: number[] = [];
      const handler = async () => {
        throw new Error('no');
      };
      const process = processWith(definition, handler, async ({ n }) => void givenUp.push(n));
      await start(process);
      await add(process, definition, 1);
      await until('failed', async () => (await states())[0] === 'FAILED');
      expect(givenUp).toEqual([1]);
    });

    it('stops a handler whose job was taken over, and lets it end nothing', async () => {
      const definition = job({ leaseMs: 150 });
      let aborted = false;
      let finished = false;
      const process = processWith(definition, async (_, { signal }) => {
        await new Promise<void>((resolve) => {
          const tooLong = setTimeout(resolve, 5_000);
          signal.addEventListener('abort', () => {
            aborted = true;
            clearTimeout(tooLong);
            resolve();
          });
        });
        finished = true;
      });
      await start(process);
      await add(process, definition, 1);
      await until('it runs', async () => (await states())[0] === 'RUNNING');
      const leaseUntil = new Date(Date.now() + 60_000);
      const successor = { leaseOwner: 'successor', attempts: 2, leaseUntil };
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Job, { name: definition.name }, successor));
      await until('its handler ended', () => finished);
      expect(aborted).toBe(true);
      await sleep(100);
      expect((await db.dataSource.manager.find(Job))[0]).toMatchObject({ ...successor, state: 'RUNNING' });
    });

    it('runs other work while more of one job waits than fits a page', async () => {
      const slow = job({ concurrency: 1 });
      const quick = job();
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const seen: number[] = [];
      const process = processWith(slow, () => held);
      process.jobs.handle(quick, async ({ n }) => void seen.push(n));
      await start(process);
      await add(process, slow, 450);
      await add(process, quick, 3);
      try {
        await until('the others ran', () => seen.length === 3);
      } finally {
        release();
      }
      await until('all done', allDone, 90_000);
    }, 120_000);

    it('ignores a worker that comes back after its job was taken over', async () => {
      const definition = job({ leaseMs: 100 });
      const { store, jobs } = processWith(definition, async () => undefined);
      await db.unitOfWork.run(() => jobs.enqueue(definition, { n: 1 }));
      const [due] = await store.due([definition.name], 1);
      const [zombie] = await store.claim([String(due?.id)], 'zombie', () => 50);
      await sleep(80);
      const [taken] = await store.claim([String(due?.id)], 'successor', () => 5_000);
      expect(await store.done(zombie as Job)).toBe(false);
      expect(await store.renew(zombie as Job, 1000)).toBe(false);
      expect(await store.done(taken as Job)).toBe(true);
    });

    if (wipe) {
      it('loses nothing when Redis is wiped again and again', async () => {
        const seen: number[] = [];
        const definition = job({ concurrency: 2 });
        const process = processWith(definition, async ({ n }) => {
          await sleep(20);
          seen.push(n);
        });
        await start(process);
        await add(process, definition, 40);
        for (let times = 0; times < 6; times += 1) {
          await sleep(60);
          await wipe();
        }
        await until('all done', allDone, 20_000);
        expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      });
    }

    it('tells the age of the oldest due job', async () => {
      const definition = job();
      const { store, jobs } = processWith(definition, async () => undefined);
      expect((await store.figures()).oldestDueMs).toBe(0);
      await db.unitOfWork.run(() => jobs.enqueue(definition, { n: 1 }, { runAt: new Date(Date.now() - 5000) }));
      const figures = await store.figures();
      expect(figures).toMatchObject({ waiting: 1, running: 0, failed: 0 });
      expect(figures.oldestDueMs).toBeGreaterThanOrEqual(5000);
    });
  });
}

describe('DatabaseJobRunner', () => {
  runnerContract((jobs, store) => new DatabaseJobRunner(jobs, store, 20));
});

if (redisAnswers) {
  describe('BullMqJobRunner', () => {
    const prefix = `tx-spec-${process.pid}`;
    const redis = new Redis(REDIS_URL);
    afterAll(async () => {
      await redis.flushdb();
      redis.disconnect();
    });
    runnerContract(
      (jobs, store) => new BullMqJobRunner(jobs, store, REDIS_URL, prefix),
      async () => void (await redis.flushdb()),
    );
  });
} else {
  describe.skip('BullMqJobRunner', () => it('needs TEST_REDIS_URL, or Redis on 127.0.0.1:6379', () => undefined));
}

import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock } from '@tongxing/platform';
import { defineJob, HOURLY, Job, JobService, NIGHTLY, type Rhythm } from '../index.js';

const hourly = defineJob({ name: 'spec-hourly' });

eachEngine([Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    clock = new FixedClock('2026-11-23T09:10:00.000Z');
    await db.unitOfWork.run(async () => void (await db.unitOfWork.manager.deleteAll(Job)));
  });

  const process = (handler: () => Promise<void>, rhythm: Rhythm = HOURLY) => {
    const jobs = new JobService(db.unitOfWork, clock);
    jobs.repeat(hourly, rhythm, handler);
    return jobs;
  };
  const planned = async () =>
    (await db.dataSource.manager.find(Job, { order: { runAt: 'ASC' } })).map(({ runAt }) => runAt.toISOString());
  const run = (jobs: JobService) =>
    jobs.handled.get(hourly.name)?.handler({}, { jobId: 'spec', attempt: 1, signal: new AbortController().signal });

  it('is planned once for the next full period, however many processes start', async () => {
    const several = [1, 2, 3].map(() => process(async () => undefined));
    await Promise.all(several.map((jobs) => jobs.plantRepeated()));
    await several[0]?.plantRepeated();
    expect(await planned()).toEqual(['2026-11-23T10:00:00.000Z']);
  });

  it.each([
    ['2026-11-23T17:59:59.999Z', '2026-11-23T18:00:00.000Z'],
    ['2026-11-23T18:00:00.000Z', '2026-11-24T18:00:00.000Z'],
  ])('by night comes at two in China: seen at %s, next at %s', async (now, next) => {
    clock.set(now);
    await process(async () => undefined, NIGHTLY).plantRepeated();
    expect(await planned()).toEqual([next]);
  });

  it('has a follower as soon as it runs, though the run fails', async () => {
    const jobs = process(() => Promise.reject(new Error('no')));
    await jobs.plantRepeated();
    clock.set('2026-11-23T10:00:01.000Z');
    await expect(run(jobs)).rejects.toThrow('no');
    await expect(run(jobs)).rejects.toThrow('no');
    expect(await planned()).toEqual(['2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z']);
  });
});

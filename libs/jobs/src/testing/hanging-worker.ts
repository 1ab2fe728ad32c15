import { dataSourceFactory, UnitOfWork } from '@tongxing/database';
import { type DatabaseConfig, SystemClock } from '@tongxing/platform';
import { DatabaseJobRunner } from '../database-job-runner.js';
import { defineJob } from '../definition.js';
import { Job } from '../job.entity.js';
import { JobService } from '../job.service.js';
import { JobStore } from '../job-store.js';

// A worker that takes a job and never finishes it: the contract suite starts it as a process of its own and kills it.
const [config = '', name = '', leaseMs = ''] = process.argv.slice(2);
const unitOfWork = new UnitOfWork(await dataSourceFactory(JSON.parse(config) as DatabaseConfig, [Job]));
const jobs = new JobService(unitOfWork, new SystemClock());
jobs.handle(defineJob({ name, leaseMs: Number(leaseMs) }), () => {
  process.stdout.write('taken\n');
  return new Promise(() => undefined);
});
await new DatabaseJobRunner(jobs, new JobStore(unitOfWork, new SystemClock()), 20).start();
setInterval(() => undefined, 1000);

import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule, UnitOfWork } from '@tongxing/database';
import { endOnSignal, loadConfig, PlatformModule } from '@tongxing/platform';
import { defineJob } from '../definition.js';
import { Job } from '../job.entity.js';
import { JobService } from '../job.service.js';
import { JobsModule } from '../jobs.module.js';

// A process with one job that takes a while: a spec ends it in the middle and looks whether the job was finished.
const WORK_MS = 1_500;
const config = loadConfig();
const slow = defineJob({ name: 'take-a-while' });

@Module({})
class SlowWorker {
  static make(): DynamicModule {
    return {
      module: SlowWorker,
      imports: [
        PlatformModule.forRoot(config),
        DatabaseModule.forRoot({ entities: [Job] }),
        JobsModule.forRoot({ run: true }),
      ],
    };
  }
}

const app = await NestFactory.create(SlowWorker.make(), { abortOnError: false, logger: false });
endOnSignal(() => app.close());
const jobs = app.get(JobService);
jobs.handle(slow, async () => {
  process.stdout.write('started\n');
  await sleep(WORK_MS);
  process.stdout.write('finished\n');
});
await app.init();
await app.get(UnitOfWork).run(() => jobs.enqueue(slow, {}));

import { NestFactory } from '@nestjs/core';
import { BlindIndexes, requireIndexed, requireMigrated } from '@tongxing/database';
import { endOnSignal, loadConfig, requireServerDatabase, runMain, useStructuredLog } from '@tongxing/platform';
import { DataSource } from 'typeorm';
import { WorkerModule } from './worker.module.js';

runMain(async () => {
  const config = loadConfig();
  requireServerDatabase(config);
  const app = await NestFactory.create(WorkerModule.forRoot(config), {
    abortOnError: false,
    bufferLogs: true,
    autoFlushLogs: false,
  });
  useStructuredLog(app);
  endOnSignal(() => app.close());
  await requireMigrated(app.get(DataSource));
  await requireIndexed(app.get(BlindIndexes));
  await app.init();
  process.stdout.write('worker: running jobs\n');
});

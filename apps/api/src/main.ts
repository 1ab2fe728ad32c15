import { BlindIndexes, requireIndexed, requireMigrated } from '@tongxing/database';
import { endOnSignal, loadConfig, requireServerDatabase, runMain } from '@tongxing/platform';
import { DataSource } from 'typeorm';
import { firstLinks } from './first-links.js';
import { createApi } from './create-api.js';

runMain(async () => {
  const config = loadConfig();
  requireServerDatabase(config);
  const app = await createApi(config, { runJobs: false });
  endOnSignal(() => app.close());
  await requireMigrated(app.get(DataSource));
  await requireIndexed(app.get(BlindIndexes));
  if (!config.demo) process.stdout.write(await firstLinks(app, config));
  await app.listen(config.port);
  process.stdout.write(`api: http://localhost:${config.port}/graphql\n`);
});

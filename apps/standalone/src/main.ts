import type { RequestListener } from 'node:http';
import { BlindIndexes, dataSourceFactory, migrate, requireIndexed } from '@tongxing/database';
import { type Config, endOnSignal, loadConfig, runMain } from '@tongxing/platform';
import { createApi } from '../../api/src/create-api.js';
import { firstLinks } from '../../api/src/first-links.js';
import { entities } from '../../api/src/entities.js';
import { createPortal } from '../../portal/src/create-portal.js';
import { needsSeed, seedDemo } from './demo/index.js';
import { Front } from './front.js';
import { steps } from './steps.js';

/** Opens the database for migrations alone; the api opens it again as its own. */
async function migrateFirst(config: Config): Promise<number> {
  const dataSource = await dataSourceFactory(config.database, entities);
  try {
    return (await migrate(dataSource)).length;
  } finally {
    await dataSource.destroy();
  }
}

/** `npm start`: api, jobs and portal in one process; the demo county on an empty database. */
runMain(async () => {
  const config = loadConfig();
  const step = steps((line) => process.stdout.write(`${line}\n`));
  // The port first: a busy one is told at once, and a browser that comes early reads that it has to wait.
  const front = new Front();
  const port = await front.listen(config.port);

  await step('Database', async () => {
    const ran = await migrateFirst(config);
    return ran > 0 ? `${ran} migrations` : 'up to date';
  });
  const api = await createApi(config, { runJobs: true });
  await requireIndexed(api.get(BlindIndexes));
  const portal = await createPortal(config);
  endOnSignal(async () => {
    await front.close();
    await portal.close();
    await api.close();
  });
  await step('Services', async () => {
    await api.init();
    await portal.init();
  });
  if (config.demo && (await needsSeed(api))) {
    await seedDemo(api, { onStep: (name, seconds, detail) => step.done(`Demo: ${name}`, seconds, detail) });
  }
  if (!config.demo) process.stdout.write(await firstLinks(api, config));
  front.serve(
    api.getHttpAdapter().getInstance() as RequestListener,
    portal.getHttpAdapter().getInstance() as RequestListener,
  );
  process.stdout.write(`Tongxing: http://localhost:${port}${config.demo ? '  (sign in: /demo)' : ''}\n`);
});

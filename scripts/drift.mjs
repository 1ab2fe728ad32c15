// Do the migrations make the tables that the entities describe? On every engine that answers. Writes to empty databases only.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './lib/project.mjs';
import { scratchDatabase, scratchFolder } from './lib/scratch.mjs';

prepare((line) => process.stderr.write(`${line}\n`));
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { dataSourceFactory, migrate, schemaDrift } = await built('libs/database/src/index.js');
const { entities } = await built('apps/api/src/entities.js');
const { entities: workerEntities } = await built('apps/worker/src/entities.js');

let drifted = 0;
async function check(name, config) {
  const dataSource = await dataSourceFactory(config, entities);
  try {
    const ran = await migrate(dataSource);
    const drift = await schemaDrift(dataSource);
    for (const statement of drift) process.stderr.write(`SCHEMA_DRIFT ${name}: ${statement}\n`);
    drifted += drift.length;
    process.stdout.write(`${name}: ${ran.length} migrations, ${entities.length} entities, drift ${drift.length}\n`);
  } finally {
    await dataSource.destroy();
  }
}

// One more table in one process than in the other would be a table that one of them cannot name.
const names = (list) => list.map((entity) => entity.name).sort();
if (String(names(entities)) !== String(names(workerEntities))) {
  process.stderr.write(`ENTITIES_DIFFER: api has ${names(entities)}; worker has ${names(workerEntities)}\n`);
  drifted += 1;
}

const { folder, remove } = scratchFolder('drift');
await check('SQLite', { engine: 'sqlite', file: join(folder, 'drift.sqlite') }).finally(remove);
const database = await scratchDatabase();
if (database) await check(database.engine, { engine: database.engine, url: database.url }).finally(database.remove);
else process.stdout.write('database server: NOT found, left out; to enable it: set TEST_MYSQL_URL\n');
process.exit(drifted === 0 ? 0 : 1);

// Finds persons by ID number through the blind index, beside the same look-up by primary key, among 150,000:
// node bench/blind.bench.mjs [persons] [look-ups]. Reads dist/ (npm run build first). On SQLite, and on the database server when it answers.
// Asked: 5 ms at most (99th percentile). The ratio says what the blind index itself costs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchDatabase, writeKeys } from '../scripts/lib/scratch.mjs';
import { addPeople, idNumber, load, openDatabase, personId } from './lib/people.mjs';

const PERSONS = Number(process.argv[2]) || 150_000;
const LOOKS = Number(process.argv[3]) || 5_000;
const WARM_UP = 500;
const ASKED_MS = 5;

const at = (sorted, share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(3));
const figures = (times) => {
  const sorted = times.toSorted((one, other) => one - other);
  return { medianMs: at(sorted, 0.5), p99Ms: at(sorted, 0.99), worstMs: at(sorted, 1) };
};

async function onEngine(name, url) {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-bench-blind-'));
  const platform = await load('libs/platform/src/index.js');
  const opened = await openDatabase(
    url ? { engine: new URL(url).protocol.slice(0, -1), url } : { engine: 'sqlite', file: join(folder, 'a.sqlite') },
  );
  const { people, unitOfWork, dataSource } = opened;
  try {
    const results = {};
    for (const [suite, crypto] of Object.entries({ intl: 'intl', gm: 'gm' })) {
      const file = writeKeys(join(folder, `${suite}.json`));
      const keys = {
        ...platform.readKeys({ file, production: false, crypto }),
        blindWith: crypto === 'gm' ? 'hmacsm3' : 'hmacsha256',
      };
      const provider = crypto === 'gm' ? new platform.GmCryptoProvider(keys) : new platform.IntlCryptoProvider(keys);
      await unitOfWork.run(() => unitOfWork.manager.deleteAll(people.Person));
      await addPeople(opened, provider, PERSONS);
      const service = new people.PeopleService(unitOfWork, provider);
      const byBlind = [];
      const byKey = [];
      // Alternating, so that a busy machine is busy for both.
      for (let look = -WARM_UP; look < LOOKS; look += 1) {
        const index = Math.floor(Math.random() * PERSONS);
        const start = performance.now();
        const one = await service.findByIdNumber(idNumber(index));
        const middle = performance.now();
        const other = await service.byId(personId(index));
        const end = performance.now();
        if (one?.id !== personId(index) || other?.id !== personId(index)) throw new Error('another person was found');
        if (look >= 0) {
          byBlind.push(middle - start);
          byKey.push(end - middle);
        }
      }
      const [blind, key] = [figures(byBlind), figures(byKey)];
      results[suite] = { blind, key, ratio: Number((blind.medianMs / key.medianMs).toFixed(2)) };
      console.log(
        `${name}, ${suite}: ${PERSONS} persons; by ID number ${blind.medianMs} ms (p99 ${blind.p99Ms}), by primary key ${key.medianMs} ms (p99 ${key.p99Ms}); ratio ${results[suite].ratio}`,
      );
    }
    return results;
  } finally {
    await dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = {
  persons: PERSONS,
  looks: LOOKS,
  askedMs: ASKED_MS,
  node: process.version,
  sqlite: await onEngine('SQLite'),
};
const server = await scratchDatabase();
if (server === undefined) console.log('the database server: not there, left out');
else {
  try {
    results[server.engine] = await onEngine(server.engine, server.url);
  } finally {
    await server.remove();
  }
}
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results', 'blind.json'), `${JSON.stringify(results, null, 2)}\n`);
const slow = [results.sqlite, results.mariadb, results.mysql]
  .flatMap((engine) => Object.values(engine ?? {}))
  .some(({ blind }) => blind.p99Ms > ASKED_MS);
if (slow) process.exitCode = 1;

// Seals 100,000 persons anew with another key while the system is used and the command is killed ten times (kill -9):
// node bench/rotate.bench.mjs [rows] [kills]. Reads dist/ (npm run build first). On SQLite, and on the database server when it answers.
// Then the same for the blind-index key, by which people are found, with as many kills.
// Asked: nothing unreadable, nothing that was saved meanwhile lost, nobody lost to the index or there twice.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { IsNull, Not } from 'typeorm';
import { scratchDatabase, writeKeys } from '../scripts/lib/scratch.mjs';
import { addPeople, cli, load, openDatabase, personId, placeOf, secretsOf } from './lib/people.mjs';

const ROWS = Number(process.argv[2]) || 100_000;
const KILLS = Number(process.argv[3] ?? 10);
/** The system in use: one reads and one saves about so often, beside the rotation. */
const USE_PAUSE_MS = 5;
const READ_LOT = 5_000;

/**
 * Runs a command to its end, or until it is killed.
 *
 * @param kill ms after its start, or after its first words
 */
function run(environment, args, kill) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'keys', ...args, '--json'], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const killLater = () => setTimeout(() => child.kill('SIGKILL'), kill.ms);
    if (kill?.from === 'start') killLater();
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (piece) => {
      stdout += piece;
    });
    child.stderr.on('data', (piece) => {
      if (stderr === '' && kill?.from === 'first words') killLater();
      stderr += piece;
    });
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

/** Reads and saves like an office at work, with what it saved last in mind. */
function inUse({ people, unitOfWork }, crypto) {
  const saved = new Map();
  const figures = { reads: 0, saves: 0, failures: 0, slowestMs: 0 };
  let going = true;
  const once = async (number) => {
    const index = Math.floor(Math.random() * ROWS);
    const id = personId(index);
    const start = performance.now();
    if (number % 2 === 0) {
      const row = await unitOfWork.manager.findOneByOrFail(people.Person, { id });
      if (JSON.parse(crypto.open(row.secrets, placeOf(id))).idNumber !== secretsOf(index).idNumber)
        throw new Error('other');
      figures.reads += 1;
    } else {
      const phone = `162${String(number).padStart(8, '0')}`;
      await unitOfWork.run(() => {
        const secrets = crypto.seal(JSON.stringify({ ...secretsOf(index), phone }), placeOf(id));
        return unitOfWork.manager.update(people.Person, { id }, { secrets });
      });
      saved.set(index, phone);
      figures.saves += 1;
    }
    figures.slowestMs = Math.max(figures.slowestMs, performance.now() - start);
  };
  const done = (async () => {
    for (let number = 0; going; number += 1) {
      await once(number).catch((error) => {
        figures.failures += 1;
        console.error(`  in use: ${error.message}`);
      });
      await sleep(USE_PAUSE_MS);
    }
  })();
  const stop = () => {
    going = false;
    return done;
  };
  return { saved, figures, stop };
}

/** Opens every row with the ring that is in the file now. */
async function unreadable({ people, dataSource }, crypto, saved) {
  const found = { unreadable: 0, lost: 0, old: 0, rows: 0 };
  const writing = crypto.writing();
  for (let from = 0; from < ROWS; from += READ_LOT) {
    const rows = await dataSource.manager
      .createQueryBuilder(people.Person, 'person')
      .select(['person.id', 'person.secrets'])
      .orderBy('person.id')
      .offset(from)
      .limit(READ_LOT)
      .getMany();
    for (const [at, { id, secrets }] of rows.entries()) {
      const index = from + at;
      found.rows += 1;
      if (!secrets.startsWith(writing)) found.old += 1;
      try {
        const opened = JSON.parse(crypto.open(secrets, placeOf(id)));
        const due = { ...secretsOf(index), ...(saved.has(index) ? { phone: saved.get(index) } : {}) };
        if (JSON.stringify(opened) !== JSON.stringify(due)) found.lost += 1;
      } catch {
        found.unreadable += 1;
      }
    }
  }
  return found;
}

/** Kills the rotation of the blind-index key again and again, ends it, lets the old key go, and looks for everybody. */
async function blindOn({ people, dataSource, unitOfWork }, environment, platform) {
  const start = performance.now();
  const kills = [];
  for (let tries = 0; kills.length < KILLS && tries < KILLS * 3; tries += 1) {
    // As above; a second after its first words it begins to fill.
    const kill =
      kills.length % 2 === 0
        ? { from: 'start', ms: Math.round(Math.random() * 3_000) }
        : { from: 'first words', ms: Math.round(1_000 + Math.random() * 600) };
    const { signal } = await run(environment, ['rotate', '--purpose', 'blind'], kill);
    if (signal === 'SIGKILL') kills.push(kill);
  }
  const last = await run(environment, ['rotate', '--purpose', 'blind']);
  const retired = await run(environment, ['retire', 'b1']);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  const service = new people.PeopleService(unitOfWork, platform.cryptoOf(platform.loadConfig(environment)));
  let found = 0;
  for (let from = 0; from < ROWS; from += READ_LOT) {
    const numbers = Array.from({ length: Math.min(READ_LOT, ROWS - from) }, (_, at) => secretsOf(from + at).idNumber);
    for (const [number, person] of await service.findByIdNumbers(numbers))
      if (JSON.parse(service.crypto.open(person.secrets, placeOf(person.id))).idNumber === number) found += 1;
  }
  const rows = await dataSource.manager.count(people.Person);
  const leftover = await dataSource.manager.countBy(people.Person, { idBlind: Not(IsNull()) });
  return {
    kills: kills.length,
    last: JSON.parse(last.stdout),
    retired: JSON.parse(retired.stdout),
    found,
    rows,
    leftover,
    seconds,
  };
}

async function onEngine(name, url) {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-bench-rotate-'));
  const environment = {
    TONGXING_DATA_DIR: folder,
    TONGXING_KEYS: writeKeys(join(folder, 'keys.json')),
    TONGXING_LOG_LEVEL: 'silent',
    ...(url ? { DATABASE_URL: url } : {}),
  };
  const platform = await load('libs/platform/src/index.js');
  const config = platform.loadConfig(environment);
  const opened = await openDatabase(config.database);
  try {
    const crypto = platform.cryptoOf(config);
    await addPeople(opened, crypto, ROWS);
    console.log(`${name}: ${ROWS} persons sealed with ${crypto.writing()}*`);

    const use = inUse(opened, crypto);
    const start = performance.now();
    const kills = [];
    while (kills.length < KILLS) {
      // Half of them at any moment since the start of the process, half while values are being sealed.
      const kill =
        kills.length % 2 === 0
          ? { from: 'start', ms: Math.round(Math.random() * 3_000) }
          : { from: 'first words', ms: Math.round(1_000 + Math.random() * 1_000) };
      const { signal, stderr } = await run(environment, ['rotate'], kill);
      // Done before the moment came: the next run begins another rotation.
      if (signal !== 'SIGKILL') continue;
      const words = stderr.trim().split('\n').at(-1) || 'nothing said yet';
      kills.push({ ...kill, words });
      console.log(`  kill ${kills.length}: ${kill.ms} ms after its ${kill.from}: ${words}`);
    }
    const last = await run(environment, ['rotate']);
    const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
    await use.stop();
    const status = JSON.parse((await run(environment, ['status'])).stdout);
    const found = await unreadable(opened, platform.cryptoOf(platform.loadConfig(environment)), use.saved);
    const kids = status.keys.map(({ kid, state, values }) => `${kid} ${state} ${values}`);
    console.log(`  the last run: ${last.stdout.trim()}`);
    console.log(
      `  ${found.unreadable} unreadable, ${found.lost} lost, ${found.old} with an older key of ${found.rows}; keys: ${kids.join(', ')}; ${seconds} s in all; in use meanwhile: ${JSON.stringify(use.figures)}`,
    );
    const retired = (await run(environment, ['retire', 'k1', '--backups-gone'])).status === 0;
    const blind = await blindOn(opened, environment, platform);
    console.log(
      `  blind index: ${blind.kills} kills, ${blind.found} of ${blind.rows} found, ${blind.leftover} with the old key, ${blind.seconds} s; ${JSON.stringify(blind.last)}`,
    );
    return {
      kills,
      last: JSON.parse(last.stdout),
      ...found,
      retired,
      keys: status.keys,
      seconds,
      inUse: use.figures,
      blind,
    };
  } finally {
    await opened.dataSource.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = { rows: ROWS, kills: KILLS, node: process.version, sqlite: await onEngine('SQLite') };
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
writeFileSync(join(import.meta.dirname, 'results', 'rotate.json'), `${JSON.stringify(results, null, 2)}\n`);
const bad = [results.sqlite, results.mariadb, results.mysql].some(
  (result) =>
    result !== undefined &&
    (result.unreadable + result.lost + result.old > 0 ||
      !result.retired ||
      result.blind.found !== ROWS ||
      result.blind.rows !== ROWS ||
      result.blind.leftover > 0),
);
if (bad) process.exitCode = 1;

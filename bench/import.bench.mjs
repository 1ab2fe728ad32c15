// Brings in 100,000 certificate holders in one go and compares with reading the same file and inserting the same finished rows, in the
// same run: node bench/import.bench.mjs [rows] [rounds]. Reads dist/ (npm run build first). Embedded SQLite.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3]) || 3;
/** Rows of one unit of work of an import, and of one INSERT. */
const CHUNK = 500;
const STATEMENT_ROWS = 100;
const ASKED_RATIO = 0.4;
const ASKED_PEAK_MB = 512;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const pad = (value, length) => String(value).padStart(length, '0');

/** Made-up, valid in form, all different. */
function idNumber(index) {
  const year = 1960 + (index % 45);
  const month = 1 + (Math.floor(index / 45) % 12);
  const day = 1 + (Math.floor(index / 540) % 28);
  const digits = `640324${year}${pad(month, 2)}${pad(day, 2)}${pad(Math.floor(index / 15_120) + 1, 3)}`;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(digits[at]) * WEIGHTS[at];
  return digits + '10X98765432'[sum % 11];
}

/** A card number with a right last digit, as nearly every account of a roster has. */
function cardNumber(index) {
  const digits = `62${pad(index, 16)}`;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = digit * 2;
    sum += at % 2 === 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const HEADER =
  '姓名,残疾人证号,残疾军人证号,身份证号,证件有效期至,户籍区划,居住区划,联系电话,户号,与户主关系,户口性质,文化程度,低保类别,就业状况,求职意愿,技能,期望月薪,期望岗位类型,通勤上限公里,需要的便利,银行户名,银行账号,毕业院校,毕业日期,状态,状态日期'.split(
    ',',
  );

function person(index) {
  const id = idNumber(index);
  const name = `测${String.fromCharCode(0x4e00 + (index % 5_000))}${String.fromCharCode(0x4e00 + Math.floor(index / 5_000))}`;
  const wants = index % 3 === 0;
  return [
    name,
    `${id}${1 + (index % 7)}${1 + (index % 4)}`,
    '',
    index % 2 ? id : '',
    index % 50 ? '2035-01-01' : '2020-01-01',
    '640324100000',
    '640324100000',
    `138${pad(index, 8)}`,
    `H${pad(Math.floor(index / 2), 6)}`,
    index % 2 ? '配偶' : '户主',
    '农业',
    '初中',
    index % 5 ? '无' : '低保',
    '未就业',
    wants ? '是' : '否',
    wants ? '种植、养殖' : '',
    wants ? '2500' : '',
    wants ? '公益性岗位' : '',
    wants ? '10' : '',
    index % 9 ? '' : '无障碍卫生间',
    name,
    index % 100 === 1 ? `0108${pad(index, 12)}` : cardNumber(index),
    '',
    '',
    '正常',
    '',
  ];
}

async function makeFiles(folder) {
  const require = createRequire(import.meta.url);
  const iconv = require('iconv-lite');
  const ExcelJS = require('exceljs');
  const lines = [HEADER.join(',')];
  for (let index = 0; index < ROWS; index += 1) lines.push(person(index).join(','));
  const csv = join(folder, 'people.csv');
  writeFileSync(csv, iconv.encode(`${lines.join('\r\n')}\r\n`, 'gb18030'));
  const xlsx = join(folder, 'people.xlsx');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: xlsx, useSharedStrings: true });
  const sheet = book.addWorksheet('名册');
  sheet.addRow(HEADER).commit();
  for (let index = 0; index < ROWS; index += 1) sheet.addRow(person(index).map((cell) => cell || null)).commit();
  await book.commit();
  return { csv, xlsx };
}

/** A fresh database, and the services of an import without Nest around them. */
async function opened(folder, name) {
  await import('reflect-metadata');
  const [database, platform, access, imports, people] = await Promise.all(
    ['database', 'platform', 'access', 'imports', 'people'].map((lib) => load(`libs/${lib}/src/index.js`)),
  );
  const config = { engine: 'sqlite', file: join(folder, `${name}.sqlite`) };
  const dataSource = await database.dataSourceFactory(config, [...imports.importEntities, ...people.peopleEntities]);
  await database.migrate(dataSource);
  const unitOfWork = new database.UnitOfWork(dataSource);
  const crypto = new platform.IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const kinds = new imports.ImportKinds();
  kinds.register(new people.PeopleKind(unitOfWork, crypto));
  const direct = new imports.DirectImportService(
    kinds,
    unitOfWork,
    new platform.SystemClock(),
    access.Divisions.shipped(),
  );
  return { database, dataSource, direct };
}

/** Cells of every column, without a meaning. */
const WANTED = HEADER.map((header) => ({ key: header, header, aliases: [], required: false }));

/** Reading as plainly as it can be done: a decoder and `split` for text, the usual library for a workbook. */
async function readPlainly(file) {
  const require = createRequire(import.meta.url);
  let rows = 0;
  if (file.endsWith('.csv')) {
    const text = require('iconv-lite').decode(readFileSync(file), 'gb18030');
    for (const line of text.split('\r\n')) if (line.split(',').length === HEADER.length) rows += 1;
    return rows - 1;
  }
  const ExcelJS = require('exceljs');
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, {
    sharedStrings: 'cache',
    worksheets: 'emit',
  }))
    for await (const row of sheet) if (row.values.length > 1) rows += 1;
  return rows - 1;
}

/** Our own reader on the main thread: no thread to start, nothing to send across. */
async function readOurs(file) {
  const { openSheet } = await load('libs/imports/src/file/sheet.js');
  const { batches } = await openSheet({ source: { path: file }, columns: WANTED });
  let rows = 0;
  for await (const batch of batches) rows += batch.rows.length;
  return rows;
}

/** Wall time, and processor time of all threads: the second tells the same on a busy machine. */
function watch() {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}

async function timed(work, file) {
  const stop = watch();
  const rows = await work(file);
  const took = stop();
  if (rows !== ROWS) throw new Error(`read ${rows} rows of ${ROWS}`);
  return took;
}

const tasks = {
  async files(folder) {
    await makeFiles(folder);
    return {};
  },
  async import(folder, file) {
    const { direct, dataSource } = await opened(folder, 'import');
    const stop = watch();
    const { result } = await direct.importFile('people', file);
    const took = stop();
    await dataSource.destroy();
    const { problems, ...counts } = result;
    return { ...took, counts: { ...counts, problems: problems.length } };
  },
  /** The same file again: what an idempotent run costs when nothing is new. */
  async again(folder, file) {
    return tasks.import(folder, file);
  },
  /** The bare parse: the faster of the plain way and of our reader without its thread. */
  async parse(folder, file) {
    const plain = await timed(readPlainly, file);
    const ours = await timed(readOurs, file);
    return { ...(plain.ms < ours.ms ? plain : ours), plainMs: plain.ms, oursMs: ours.ms };
  },
  /**
   * The bare insert: the finished rows of the import (sealed already, every column) read into memory as parameters before the clock starts,
   * then written by the driver itself, without TypeORM or Nest, into empty tables with the same indexes, keys and pragmas, in as many transactions.
   * No change feed, no job row, no look whether anybody stands there already.
   */
  async insert(folder) {
    const from = await opened(folder, 'import');
    const { database } = from;
    await from.dataSource.destroy();
    await (await opened(folder, 'insert')).dataSource.destroy();
    const Driver = database.sqliteDriver();
    const source = new Driver(join(folder, 'import.sqlite'));
    const tables = ['household', 'person'].map((table) => ({
      table,
      rows: source.prepare(`SELECT * FROM ${table} ORDER BY rowid`).raw().all(),
    }));
    source.close();
    const to = new Driver(join(folder, 'insert.sqlite'));
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -64000', 'foreign_keys = ON'])
      to.pragma(pragma);
    const statements = new Map();
    const insert = (table, rows) => {
      const key = `${table} ${rows.length}`;
      if (!statements.has(key)) {
        const one = `(${rows[0].map(() => '?').join(', ')})`;
        statements.set(key, to.prepare(`INSERT INTO ${table} VALUES ${rows.map(() => one).join(', ')}`));
      }
      statements.get(key).run(...rows.flat());
    };
    const chunks = Math.ceil(ROWS / CHUNK);
    const stop = watch();
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      to.exec('BEGIN IMMEDIATE');
      for (const { table, rows } of tables) {
        const end = Math.round((rows.length / chunks) * (chunk + 1));
        for (let at = Math.round((rows.length / chunks) * chunk); at < end; at += STATEMENT_ROWS)
          insert(table, rows.slice(at, Math.min(at + STATEMENT_ROWS, end)));
      }
      to.exec('COMMIT');
    }
    const took = stop();
    const [{ count }] = to.prepare('SELECT COUNT(*) AS count FROM person').all();
    if (count !== ROWS) throw new Error(`inserted ${count} rows of ${ROWS}`);
    to.close();
    return took;
  },
};

/** Each task in a process of its own, so that memory is its own. */
function run(task, folder, file) {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [String(ROWS), '--task', task, folder, file ?? ''], { execArgv: [] });
    child.on('message', resolve);
    child.on('error', reject);
    child.on('exit', (code) => code !== 0 && reject(new Error(`${task} ended with ${code}`)));
  });
}

/** The kernel's own high-water mark of this process, threads included. Not `ru_maxrss`: a forked child inherits its parent's. */
function highWaterBytes() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1'))[1]) * 1024;
  } catch {
    return 0;
  }
}

async function asChild([task, folder, file]) {
  let peak = 0;
  const looks = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const answer = await tasks[task](folder, file);
  clearInterval(looks);
  process.send({ ...answer, peakBytes: Math.max(peak, highWaterBytes()) }, () => process.exit(0));
}

function forget(folder, name) {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${name}.sqlite${end}`), { force: true });
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = (ms) => Number((ms / 1000).toFixed(2));

/** One round: the import, then its peers, close together so that a busy machine is busy for all. */
async function round(folder, file) {
  forget(folder, 'import');
  forget(folder, 'insert');
  const whole = await run('import', folder, file);
  const parse = await run('parse', folder, file);
  const insert = await run('insert', folder);
  const ratio = (parse.ms + insert.ms) / whole.ms;
  const cpuRatio = (parse.cpuMs + insert.cpuMs) / whole.cpuMs;
  return { whole, parse, insert, ratio, cpuRatio };
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-bench-import-'));
  const results = { rows: ROWS, node: process.version, askedRatio: ASKED_RATIO, askedPeakMB: ASKED_PEAK_MB };
  try {
    await run('files', folder);
    const rounds = { csv: [], xlsx: [] };
    for (let number = 1; number <= ROUNDS; number += 1) {
      for (const format of Object.keys(rounds)) {
        const one = await round(folder, join(folder, `people.${format}`));
        rounds[format].push(one);
        console.log(
          `${format} ${number}/${ROUNDS}: ${seconds(one.whole.ms)} s; bare parse ${seconds(one.parse.ms)} s + bare insert ${seconds(one.insert.ms)} s; ratio ${one.ratio.toFixed(2)} (processor time ${one.cpuRatio.toFixed(2)}); peak ${Math.round(one.whole.peakBytes / 1e6)} MB`,
        );
      }
    }
    for (const [format, all] of Object.entries(rounds)) {
      const file = join(folder, `people.${format}`);
      forget(folder, 'import');
      await run('import', folder, file);
      const again = await run('again', folder, file);
      const importMs = middle(all.map(({ whole }) => whole.ms));
      const r = {
        fileMB: Number((statSync(file).size / 1e6).toFixed(1)),
        importSeconds: seconds(importMs),
        rowsPerSecond: Math.round((ROWS / importMs) * 1000),
        bareParseSeconds: seconds(middle(all.map(({ parse }) => parse.ms))),
        plainReaderSeconds: seconds(middle(all.map(({ parse }) => parse.plainMs))),
        ownReaderSeconds: seconds(middle(all.map(({ parse }) => parse.oursMs))),
        bareInsertSeconds: seconds(middle(all.map(({ insert }) => insert.ms))),
        ratios: all.map(({ ratio }) => Number(ratio.toFixed(2))),
        ratio: Number(middle(all.map(({ ratio }) => ratio)).toFixed(2)),
        cpuRatio: Number(middle(all.map(({ cpuRatio }) => cpuRatio)).toFixed(2)),
        importCpuSeconds: seconds(middle(all.map(({ whole }) => whole.cpuMs))),
        peakMB: Math.round(Math.max(...all.map(({ whole }) => whole.peakBytes)) / 1e6),
        againSeconds: seconds(again.ms),
        againPeakMB: Math.round(again.peakBytes / 1e6),
        counts: all[0].whole.counts,
        againCounts: again.counts,
      };
      results[format] = r;
      console.log(
        `${format}: ${ROWS} people in ${r.importSeconds} s (${r.rowsPerSecond}/s); ratio ${r.ratio} of bare parse plus bare insert (asked: ${ASKED_RATIO}; by processor time ${r.cpuRatio}); peak ${r.peakMB} MB (asked: ${ASKED_PEAK_MB}); the same file again ${r.againSeconds} s, ${r.againPeakMB} MB`,
      );
    }
    mkdirSync(join(here, 'results'), { recursive: true });
    writeFileSync(join(here, 'results', 'import.json'), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[3] === '--task') await asChild(process.argv.slice(4));
else await main();

// Brings in 100,000 certificate holders in one go and compares with reading the same file and inserting the same finished rows, in the
// same run: node bench/import.bench.mjs [rows]. Reads dist/ (npm run build first).
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const ROWS = Number(process.argv[2] ?? 100_000);
const CHUNK = 1_000;

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
    '2035-01-01',
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
    `62${pad(index, 16)}`,
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
  const url = process.env.BENCH_DATABASE_URL;
  const config = url ? { engine: 'mariadb', url } : { engine: 'sqlite', file: join(folder, `${name}.sqlite`) };
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
  return { database, people, dataSource, unitOfWork, direct };
}

const tasks = {
  async import(folder, file) {
    const { direct, dataSource } = await opened(folder, 'import');
    const start = performance.now();
    const { result } = await direct.importFile('people', file);
    const ms = performance.now() - start;
    await dataSource.destroy();
    const { problems, ...counts } = result;
    return { ms, counts: { ...counts, problems: problems.length } };
  },
  /** The same rows again: what an idempotent run costs when nothing is new. */
  async again(folder, file) {
    return tasks.import(folder, file);
  },
  async parse(folder, file) {
    const { readSheet } = await load('libs/imports/src/file/sheet-reader.js');
    const { COLUMNS } = { COLUMNS: HEADER.map((header) => ({ key: header, header, aliases: [], required: false })) };
    const start = performance.now();
    const sheet = await readSheet({ source: { path: file }, columns: COLUMNS });
    let rows = 0;
    for await (const batch of sheet.batches) rows += batch.rows.length;
    return { ms: performance.now() - start, rows };
  },
  /** Finished rows of the imported database, read into memory before the clock starts, inserted into an empty one in the same chunks. */
  async insert(folder) {
    const from = await opened(folder, 'import');
    const { people, database } = from;
    const rows = {};
    for (const entity of [people.Household, people.Person])
      rows[entity.name] = await from.dataSource.manager.find(entity);
    await from.dataSource.destroy();
    if (process.env.BENCH_DATABASE_URL) process.env.BENCH_DATABASE_URL = process.env.BENCH_DATABASE_URL_2;
    const to = await opened(folder, 'insert');
    const start = performance.now();
    for (const entity of [people.Household, people.Person]) {
      for (let at = 0; at < rows[entity.name].length; at += CHUNK) {
        const chunk = rows[entity.name].slice(at, at + CHUNK);
        await to.unitOfWork.run(() => database.insertRows(to.unitOfWork.manager, entity, chunk));
      }
    }
    const ms = performance.now() - start;
    await to.dataSource.destroy();
    return { ms, rows: rows.Person.length };
  },
};

/** Each task in a process of its own, so that memory is its own. */
function run(task, folder, file) {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, ['--task', task, folder, file ?? ''], {
      env: { ...process.env },
    });
    child.on('message', resolve);
    child.on('error', reject);
    child.on('exit', (code) => code !== 0 && reject(new Error(`${task} ended with ${code}`)));
  });
}

async function asChild([, task, folder, file]) {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const answer = await tasks[task](folder, file);
  clearInterval(watch);
  // The kernel's own high-water mark, where it can be read, misses nothing between two looks.
  const high = process.resourceUsage().maxRSS * 1024;
  process.send({ ...answer, peakBytes: Math.max(peak, high) }, () => process.exit(0));
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-bench-import-'));
  try {
    const files = await makeFiles(folder);
    const results = {};
    for (const [format, file] of Object.entries(files)) {
      rmSync(join(folder, 'import.sqlite'), { force: true });
      rmSync(join(folder, 'insert.sqlite'), { force: true });
      const whole = await run('import', folder, file);
      const again = await run('again', folder, file);
      const parse = await run('parse', folder, file);
      const insert = await run('insert', folder);
      results[format] = {
        rows: ROWS,
        fileMB: Number((statSync(file).size / 1e6).toFixed(1)),
        importSeconds: Number((whole.ms / 1000).toFixed(2)),
        rowsPerSecond: Math.round((ROWS / whole.ms) * 1000),
        bareParseSeconds: Number((parse.ms / 1000).toFixed(2)),
        bareInsertSeconds: Number((insert.ms / 1000).toFixed(2)),
        ratio: Number(((parse.ms + insert.ms) / whole.ms).toFixed(2)),
        againSeconds: Number((again.ms / 1000).toFixed(2)),
        peakMB: Math.round(whole.peakBytes / 1e6),
        againPeakMB: Math.round(again.peakBytes / 1e6),
        counts: whole.counts,
        againCounts: again.counts,
      };
      const r = results[format];
      console.log(
        `${format}: ${r.rows} people in ${r.importSeconds} s (${r.rowsPerSecond}/s), peak ${r.peakMB} MB; bare parse ${r.bareParseSeconds} s + bare insert ${r.bareInsertSeconds} s; ratio ${r.ratio} (asked: 0.4); again ${r.againSeconds} s`,
      );
    }
    mkdirSync(join(here, 'results'), { recursive: true });
    writeFileSync(join(here, 'results', 'import.json'), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--task') await asChild(process.argv.slice(2));
else await main();

// Made-up certificate holders for benchmarks: numbers valid in form, all different, of nobody.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = process.env.BENCH_DIST ?? join(import.meta.dirname, '..', '..', 'dist');
export const load = (path) => import(pathToFileURL(join(dist, path)).href);
export const cli = join(dist, 'apps', 'standalone', 'src', 'cli.js');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const pad = (value, length) => String(value).padStart(length, '0');
const CHUNK = 500;

export function idNumber(index) {
  const year = 1960 + (index % 45);
  const month = 1 + (Math.floor(index / 45) % 12);
  const day = 1 + (Math.floor(index / 540) % 28);
  const digits = `640324${year}${pad(month, 2)}${pad(day, 2)}${pad(Math.floor(index / 15_120) + 1, 3)}`;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(digits[at]) * WEIGHTS[at];
  return digits + '10X98765432'[sum % 11];
}

/** What is sealed of the person `index`. */
export const secretsOf = (index) => ({
  idNumber: idNumber(index),
  certificate: `${idNumber(index)}${1 + (index % 7)}${1 + (index % 4)}`,
  phone: `161${pad(index, 8)}`,
  accountNumber: `629999${pad(index, 13)}`,
  category: 1 + (index % 7),
  grade: 1 + (index % 4),
});

export const personId = (index) => `00000000-0000-7000-8000-${pad(index, 12)}`;

/** Every entity of the house, and the data source that the product opens. */
export async function openDatabase(config) {
  await import('reflect-metadata');
  const [database, { entities }, people] = await Promise.all([
    load('libs/database/src/index.js'),
    load('apps/api/src/entities.js'),
    load('libs/people/src/index.js'),
  ]);
  const dataSource = await database.dataSourceFactory(config, entities);
  await database.migrate(dataSource);
  return { database, people, dataSource, unitOfWork: new database.UnitOfWork(dataSource) };
}

export const placeOf = (id) => `person|secrets|${id}`;

/** Writes `count` persons as an import leaves them: sealed, with their blind index. */
export async function addPeople({ database, people, unitOfWork }, crypto, count) {
  const row = {
    name: '测试',
    sex: 'MALE',
    birthOn: '1980-01-01',
    divisionCode: '640324100000',
    state: 'ACTIVE',
    employmentStatus: 'UNEMPLOYED',
    skills: [],
    wantedKinds: [],
    accessNeeds: [],
    registeredAt: new Date(),
  };
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) => {
      const id = personId(from + at);
      const secrets = secretsOf(from + at);
      const sealed = crypto.seal(JSON.stringify(secrets), placeOf(id));
      return {
        ...row,
        id,
        secrets: sealed,
        ...database.blindColumns('idBlind', people.blindId(crypto, secrets.idNumber)),
      };
    });
    await unitOfWork.run(() => database.insertRows(unitOfWork.manager, people.Person, rows));
  }
}

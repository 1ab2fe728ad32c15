// The audit chain: how long a million entries take to verify, beside only reading and hashing them without a key (a limit no chain can beat),
// and what an entry adds to a unit of work that writes one row, alternating in one run, on the embedded database with fsync on:
// node bench/audit.bench.mjs [entries]. Reads dist/ (npm run build first).
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const here = import.meta.dirname;
const dist = process.env.BENCH_DIST ?? join(here, '..', 'dist');
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const ENTRIES = Number(process.argv[2] ?? 1_000_000);
const CHUNK = 2_000;
const UNITS = 200;
const ROUNDS = 7;
const CHAIN = '640324';

await import('reflect-metadata');
const database = await load('libs/database/src/index.js');
const platform = await load('libs/platform/src/index.js');
const access = await load('libs/access/src/index.js');
const { CHAIN_START, entryHash } = await load('libs/access/src/audit/chain.js');
const { AuditChain, AuditEntry, DemoTime } = access;

const folder = mkdtempSync(join(tmpdir(), 'tongxing-bench-audit-'));
const open = async (name) => {
  const config = { engine: 'sqlite', file: join(folder, `${name}.sqlite`) };
  const dataSource = await database.dataSourceFactory(config, access.accessEntities);
  await database.migrate(dataSource);
  return { dataSource, unitOfWork: new database.UnitOfWork(dataSource) };
};
const clock = new platform.SystemClock();
const crypto = new platform.IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const spread = (numbers) => ({
  median: Number(median(numbers).toFixed(2)),
  min: Number(Math.min(...numbers).toFixed(2)),
  max: Number(Math.max(...numbers).toFixed(2)),
});
const timed = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const long = await open('long');
process.stderr.write(`writing ${ENTRIES} entries …\n`);
let prevHash = CHAIN_START;
for (let from = 0; from < ENTRIES; from += CHUNK) {
  const rows = Array.from({ length: Math.min(CHUNK, ENTRIES - from) }, (_, index) => {
    const entry = {
      chain: CHAIN,
      seq: from + index + 1,
      at: new Date(1_764_000_000_000 + from + index),
      actorId: platform.newId(),
      onBehalfOf: null,
      role: 'OFFICER',
      divisionCode: '640324100000',
      action: 'benefit.decide',
      targetKind: 'benefit-application',
      targetId: platform.newId(),
      before: null,
      after: crypto.blind('bench', String(index)),
      reason: null,
      address: '10.0.0.1',
      trace: platform.newId(),
      prevHash,
    };
    prevHash = entryHash(crypto, entry);
    return { id: platform.newId(), ...entry, hash: prevHash };
  });
  await long.unitOfWork.run(() => database.insertRows(long.unitOfWork.manager, AuditEntry, rows));
}
await long.unitOfWork.run(() =>
  long.unitOfWork.manager.insert(AuditChain, { chain: CHAIN, seq: ENTRIES, hash: prevHash }),
);

const anchors = new access.AnchorService(long.unitOfWork, clock, crypto, {
  anchorsFile: join(folder, 'anchors.jsonl'),
});
await anchors.drop();
const verifier = new access.AuditVerifier(long.unitOfWork, crypto, anchors);
const verify = () =>
  timed(async () => {
    const report = await verifier.verify();
    if (!report.ok || report.entries !== ENTRIES) throw new Error(`not whole: ${JSON.stringify(report)}`);
  });
const bare = () =>
  timed(async () => {
    const hash = createHash('sha256');
    for (let from = 0; from < ENTRIES; from += 5_000) {
      const page = { from, to: ENTRIES, limit: 5_000 };
      const rows = await database.rowsBetween(long.unitOfWork.manager, AuditEntry, { chain: CHAIN }, 'seq', page);
      for (const row of rows) hash.update(JSON.stringify(row));
    }
    hash.digest();
  });
const verifySeconds = [];
const overBare = [];
for (let round = 0; round < 3; round += 1) {
  const bareFirst = round % 2 === 1 ? await bare() : undefined;
  const seconds = await verify();
  verifySeconds.push(seconds);
  overBare.push(seconds / (bareFirst ?? (await bare())));
}
const seenFault = await (async () => {
  const at = Math.floor(ENTRIES / 2);
  await long.dataSource.manager.connection.driver.databaseConnection.exec(
    `UPDATE audit_entry SET reason = 'x' WHERE chain = '${CHAIN}' AND seq = ${at}`,
  );
  const { faults } = await verifier.verify();
  if (faults[0]?.seq !== at) throw new Error('a changed entry was not found');
  return at;
})();
await long.dataSource.destroy();

const plain = await open('plain');
const chained = await open('chained');
new access.AuditService(chained.unitOfWork, clock, crypto).onModuleInit();
const viewer = { id: platform.newId(), displayName: 'bench', roles: ['OFFICER'], divisionCode: '640324000000' };
let made = 0;
const units = ({ unitOfWork }) =>
  timed(() =>
    access.actAs({ viewer, kind: 'VISITOR', action: 'benefit.decide' }, async () => {
      for (let unit = 0; unit < UNITS; unit += 1)
        await unitOfWork.run(() => unitOfWork.manager.insert(DemoTime, { name: `u${(made += 1)}`, daysAhead: 0 }));
    }),
  );
await units(plain);
await units(chained);
const added = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const first = round % 2 === 0;
  const a = await units(first ? plain : chained);
  const b = await units(first ? chained : plain);
  added.push(first ? b / a : a / b);
}
await plain.dataSource.destroy();
await chained.dataSource.destroy();
rmSync(folder, { recursive: true, force: true });

const result = {
  entries: ENTRIES,
  verifySeconds: spread(verifySeconds),
  verifyDividedByReadAndHash: spread(overBare),
  faultFoundAt: seenFault,
  unitWithEntryDividedByUnitWithout: spread(added),
  units: UNITS,
  rounds: ROUNDS,
  limitSeconds: 60,
  cpu: cpus()[0]
    ?.model.replace(/\s+\d+-Core.*|\s+Processor.*/g, '')
    .trim(),
  node: process.versions.node,
};
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(join(here, 'results', 'audit.json'), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
if (Math.max(...verifySeconds) > result.limitSeconds) process.exit(1);

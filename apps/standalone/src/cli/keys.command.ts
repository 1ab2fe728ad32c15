import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AnchorService, AuditService, IdNumberService } from '@tongxing/access';
import { BlindIndexes, SealedPlaces, type SealedStatus } from '@tongxing/database';
import { ResealJobs } from '@tongxing/jobs';
import {
  changeKeys,
  columnOfKid,
  type Config,
  CryptoProvider,
  DomainError,
  KEYS_LOOK_MS,
  type KeyRing,
  readKeys,
  waitingKids,
  withNextBlind,
  withNextDigest,
  withNextKey,
  withNextPortal,
  withNextSign,
  withoutKey,
  withoutOldBlind,
  withWaitingKey,
} from '@tongxing/platform';
import { type Outcome, progress } from './command.js';

/** When a worker goes on with a rotation whose command has stopped. */
const HAND_OVER_MS = 10 * 60_000;
/** Passes over the values: a process that had not seen the new key yet may have used the old one meanwhile. */
const MAX_PASSES = 3;
const PROGRESS_EVERY = 5_000;

/** What a key is for. */
export const PURPOSES = ['seal', 'blind', 'digest', 'sign', 'portal'] as const;
type Purpose = (typeof PURPOSES)[number];

/** @throws DomainError VALIDATION */
function purposeOf(word = 'seal'): Purpose {
  const purpose = PURPOSES.find((one) => one === word);
  if (purpose) return purpose;
  throw new DomainError('VALIDATION', '没有这种密钥。', { field: 'purpose', hint: `可用：${PURPOSES.join('、')}。` });
}

/** That a key was changed is in the audit chain; which one, never what it is. */
const noteChange = (services: INestApplicationContext, after: { purpose: Purpose; kid: string }): Promise<void> =>
  services.get(AuditService).record({ target: 'key', after, reason: `${after.purpose} ${after.kid}` });

const kidOf = (beginning: string): string => beginning.split('.')[2] ?? '';
/** Values sealed with this key, by whichever algorithm. */
const sealedWith = (status: SealedStatus, kid: string): number =>
  Object.entries(status.totals.byBeginning).reduce(
    (sum, [beginning, count]) => (kidOf(beginning) === kid ? sum + count : sum),
    0,
  );

function keysOf(ring: KeyRing, status: SealedStatus) {
  const waiting = new Set(waitingKids(ring));
  return [ring.kid, ...ring.others.keys()].map((kid) => ({
    kid,
    state: kid === ring.kid ? 'IN_USE' : waiting.has(kid) ? 'PREPARED' : 'REPLACED',
    ...(ring.replacedAt[kid] === undefined ? {} : { replacedAt: ring.replacedAt[kid] }),
    values: sealedWith(status, kid),
  }));
}

/** `keys status`: which key has sealed how much, and where. */
export async function keysStatus(services: INestApplicationContext, config: Config): Promise<Outcome> {
  const status = await services.get(SealedPlaces).status();
  const places = status.places.map(({ name, byBeginning, others }) => ({
    name,
    byBeginning: Object.fromEntries(Object.entries(byBeginning).filter(([, count]) => count > 0)),
    unknown: others,
  }));
  const signing = services.get(CryptoProvider).publicKey();
  const ring = readKeys(config.keySource);
  const blind = await services.get(BlindIndexes).status();
  const digests = ring.digests.map(({ kid }) => kid);
  const oldSigners = ring.oldSigners.map(({ algorithm, fingerprint }) => ({ algorithm, fingerprint }));
  const keys = keysOf(ring, status);
  const json = {
    writing: status.writing,
    waiting: status.waiting,
    unknown: status.totals.others,
    keys,
    places,
    blind,
    digests,
    signing,
    oldSigners,
  };
  const lines = [
    `everything new is sealed as ${status.writing}*; ${status.waiting} values wait to be sealed anew`,
    ...keys.map(({ kid, state, values, replacedAt = '' }) =>
      `  ${kid}  ${state}  ${values} values  ${replacedAt}`.trimEnd(),
    ),
    ...(status.totals.others > 0
      ? [`  ${status.totals.others} values are sealed with keys that are not in the file`]
      : []),
    ...places.map(
      ({ name, byBeginning, unknown }) =>
        `  ${name}: ${
          Object.entries(byBeginning)
            .map(([beginning, count]) => `${beginning}* ${count}`)
            .join(', ') || 'none'
        }${unknown > 0 ? `, unknown ${unknown}` : ''}`,
    ),
    `blind indexes: ${blind.kids.join(', to be replaced by ')}; ${blind.waiting} rows wait for the newest, ${blind.leftover} hold a retired one`,
    ...blind.indexes.map(({ name, rows, waiting }) => `  ${name}: ${rows} rows, ${waiting} waiting`),
    `digests: ${digests.join(', before it ')}`,
    ...oldSigners.map(({ algorithm, fingerprint }) => `signed before: ${algorithm} ${fingerprint}`),
    `signatures: ${signing.algorithm} ${signing.fingerprint}`,
    signing.pem.trimEnd(),
  ];
  return { json, text: lines.join('\n') };
}

/**
 * `keys prepare`: a new key in the file, to be copied to every other machine first. Nothing is sealed with a data key until `rotate`; a
 * blind-index key is written beside the one in use at once, and looked for by nobody alone before `retire`.
 */
export async function keysPrepare(config: Config, flags: { purpose?: string } = {}): Promise<Outcome> {
  const purpose = purposeOf(flags.purpose);
  if (purpose === 'blind') {
    const kid = changeKeys(config.keySource, (ring) => withNextBlind(ring, config.keySource)).blindNext?.kid ?? '';
    return {
      json: { prepared: kid, file: config.keySource.file },
      text: `${kid} is in ${config.keySource.file}. Copy the file to every machine and restart, then: keys rotate --purpose blind`,
    };
  }
  if (purpose !== 'seal')
    throw new DomainError('VALIDATION', '这种密钥不用先分发。', { field: 'purpose', hint: '请直接运行 keys rotate。' });
  const today = new Date().toISOString().slice(0, 10);
  const [kid] = waitingKids(changeKeys(config.keySource, (ring) => withWaitingKey(ring, today))) as [string];
  return {
    json: { prepared: kid, file: config.keySource.file },
    text: `${kid} is in ${config.keySource.file}, not in use yet. Copy the file to every machine, then: keys rotate`,
  };
}

/** `keys rewrap`: the same keys under another wrapping key. */
export async function keysRewrap(config: Config, kekFile: string, flags: { command?: string } = {}): Promise<Outcome> {
  const { keySource } = config;
  const { kekCommand: _, ...from } = keySource;
  const to = {
    ...from,
    kekFile: resolve(kekFile),
    ...(flags.command === undefined ? {} : { kekCommand: resolve(flags.command) }),
  };
  changeKeys(keySource, (ring) => ring, to);
  const command = to.kekCommand === undefined ? '' : ` TONGXING_KEK_COMMAND=${to.kekCommand}`;
  return {
    json: { file: keySource.file, kek: to.kekFile, ...(to.kekCommand ? { command: to.kekCommand } : {}) },
    text: `${keySource.file} is wrapped now. Start every process with TONGXING_KEK=${to.kekFile}${command}`,
  };
}

async function sealAnew(services: INestApplicationContext) {
  const places = services.get(SealedPlaces);
  let changed = 0;
  let told = 0;
  for (let pass = 1; ; pass += 1) {
    const outcome = await places.reseal({
      onProgress: ({ place, done, of }) => {
        if (done - told < PROGRESS_EVERY && done < of) return;
        told = done >= of ? 0 : done;
        progress(`${done} of ${of} values (${place})`);
      },
    });
    changed += outcome.changed;
    const status = await places.status();
    const left = status.waiting;
    if (left === 0 || left === outcome.unreadable.count || pass === MAX_PASSES)
      return { changed, left, unreadable: outcome.unreadable, status };
    await sleep(KEYS_LOOK_MS);
  }
}

/** Gives every row its index under the newest key, until none waits but those that cannot be computed. */
async function indexAnew(services: INestApplicationContext) {
  const indexes = services.get(BlindIndexes);
  let changed = 0;
  let told = 0;
  for (let pass = 1; ; pass += 1) {
    const outcome = await indexes.fill({
      onProgress: ({ place, done }) => {
        if (done - told < PROGRESS_EVERY) return;
        told = done;
        progress(`${done} rows (${place})`);
      },
    });
    changed += outcome.changed;
    const { waiting } = await indexes.status();
    if (waiting === 0 || waiting === outcome.unreadable.count || pass === MAX_PASSES)
      return { changed, left: waiting, unreadable: outcome.unreadable };
    await sleep(KEYS_LOOK_MS);
  }
}

/** `keys rotate --purpose blind`: a second blind-index key, and every row indexed under both. The first one goes with `keys retire`. */
async function rotateBlind(services: INestApplicationContext, config: Config, background: boolean): Promise<Outcome> {
  const before = await services.get(BlindIndexes).status();
  // After an old backup was restored, the rows wait for the key that is in the file alone.
  const restored = before.kids.length === 1 && before.waiting > 0;
  if (before.leftover > 0 && !restored)
    throw new DomainError('KEY_IN_USE', `还有 ${before.leftover} 行留着上一个密钥的索引。`, {
      hint: '先再运行一次 keys retire，把上一个密钥清干净。',
    });
  const goesOn = before.kids.length > 1 || restored;
  const ring = goesOn
    ? readKeys(config.keySource)
    : changeKeys(config.keySource, (from) => withNextBlind(from, config.keySource));
  const kid = ring.blindNext?.kid ?? ring.blindKid;
  progress(goesOn ? `the rotation to ${kid} goes on` : `${kid} is written beside ${ring.blindKid}`);
  if (!goesOn) await noteChange(services, { purpose: 'blind', kid });
  await services.get(ResealJobs).begin(background ? KEYS_LOOK_MS : HAND_OVER_MS);
  if (background)
    return {
      json: { kid, goesOn, background: true },
      text: `${kid} is written; the workers do the rest (keys status)`,
    };
  await sleep(KEYS_LOOK_MS);
  const { changed, left, unreadable } = await indexAnew(services);
  const numbersDue = await services.get(IdNumberService).waiting();
  if (restored) await services.get(BlindIndexes).clear(`b${Number(kid.slice(1)) - 1}`);
  const text = [
    `${changed} rows indexed with ${kid}; ${left} left`,
    ...unreadable.named.map((name) => `  cannot be computed: ${name}`),
    ...(numbersDue > 0
      ? [`  ${numbersDue} accounts hold no ID number: their holders enter it at /account/id-number, then again`]
      : []),
    ...(left === 0 && ring.blindNext ? [`  when every machine has the file: keys retire ${ring.blindKid}`] : []),
  ].join('\n');
  return { json: { kid, goesOn, changed, left, unreadable, numbersDue }, text, failed: left > 0 };
}

/** The keys that take another's place at once, since nothing that stands is written anew. */
async function rotateAtOnce(
  services: INestApplicationContext,
  config: Config,
  purpose: 'digest' | 'sign' | 'portal',
): Promise<Outcome> {
  const anchors = services.get(AnchorService);
  const source = config.keySource;
  // What was chained up to here is signed before anything changes.
  await anchors.drop();
  if (purpose === 'portal') {
    changeKeys(source, withNextPortal);
    await noteChange(services, { purpose, kid: 'portal' });
    return {
      json: { purpose },
      text: 'restart api and portal now, together: they know each other by the new key only',
    };
  }
  const ring = changeKeys(source, (from) =>
    purpose === 'sign' ? withNextSign(from, new Date()) : withNextDigest(from, source, new Date()),
  );
  await sleep(KEYS_LOOK_MS);
  const kid = purpose === 'sign' ? services.get(CryptoProvider).publicKey().fingerprint : (ring.digests[0]?.kid ?? '');
  await noteChange(services, { purpose, kid });
  const signed = await anchors.drop(purpose === 'sign');
  const kept = purpose === 'sign' ? 'the public half of the one before stays' : 'the ones before it stay';
  return { json: { purpose, kid, anchors: signed }, text: `${kid} is in use; ${kept} for verifying` };
}

/**
 * `keys rotate`: a new key in use, and everything sealed anew with it. Stopped halfway and called again it goes on with the same key.
 *
 * @param flags purpose: another key than the data key; background: leave the work to the workers; new: a new data key although values wait
 * for the last one
 */
export async function keysRotate(
  services: INestApplicationContext,
  config: Config,
  flags: { purpose?: string; background?: boolean; new?: boolean },
): Promise<Outcome> {
  const purpose = purposeOf(flags.purpose);
  if (purpose === 'blind') return rotateBlind(services, config, flags.background === true);
  if (purpose !== 'seal') return rotateAtOnce(services, config, purpose);
  const before = await services.get(SealedPlaces).status();
  const ring = readKeys(config.keySource);
  const unfinished = Object.keys(ring.replacedAt).some((kid) => sealedWith(before, kid) > 0);
  const goesOn = unfinished && flags.new !== true;
  const { kid } = goesOn ? ring : changeKeys(config.keySource, (from) => withNextKey(from, new Date()));
  progress(goesOn ? `the rotation to ${kid} goes on` : `${kid} is in use; ${ring.kid} stays in the file`);
  if (!goesOn) await noteChange(services, { purpose, kid });
  await services.get(ResealJobs).begin(flags.background === true ? KEYS_LOOK_MS : HAND_OVER_MS);
  if (flags.background === true)
    return { json: { kid, goesOn, background: true }, text: `${kid} is in use; the workers seal anew (keys status)` };
  // Every process of this machine has seen the new key by then.
  await sleep(KEYS_LOOK_MS);
  const { changed, left, unreadable, status } = await sealAnew(services);
  const text = [
    `${changed} values sealed anew with ${kid}; ${left} left`,
    ...unreadable.named.map((name) => `  does not open: ${name}`),
    ...keysOf(readKeys(config.keySource), status)
      .filter(({ state, values }) => state === 'REPLACED' && values === 0)
      .map(
        (key) => `  ${key.kid} seals nothing any more. When no backup needs it: keys retire ${key.kid} --backups-gone`,
      ),
  ].join('\n');
  return { json: { kid, goesOn, changed, left, unreadable }, text, failed: left > 0 };
}

/**
 * `keys retire b1`: the blind-index key that was replaced goes, and with it the column of its values. Called again it clears what is left.
 *
 * @throws DomainError KEY_IN_USE while a row has no index under the other key
 */
async function retireBlind(services: INestApplicationContext, config: Config, kid: string): Promise<Outcome> {
  const indexes = services.get(BlindIndexes);
  const ring = readKeys(config.keySource);
  if (ring.blindKid === kid && ring.blindNext === undefined)
    throw new DomainError('KEY_IN_USE', '正在使用的密钥不能移除。', { hint: '先运行 keys rotate --purpose blind。' });
  if (ring.blindKid === kid) {
    const { waiting } = await indexes.status();
    if (waiting > 0)
      throw new DomainError('KEY_IN_USE', `还有 ${waiting} 行只有这个密钥的索引。`, {
        hint: '先运行 keys rotate --purpose blind。',
      });
    changeKeys(config.keySource, withoutOldBlind);
    await noteChange(services, { purpose: 'blind', kid: `-${kid}` });
    // Until then another process may still write under both.
    await sleep(KEYS_LOOK_MS);
  } else if (kid === ring.blindNext?.kid || columnOfKid(kid) === columnOfKid(ring.blindKid) || ring.blindNext)
    throw new DomainError('KEY_IN_USE', '密钥文件里没有可以移除的这个密钥。', { hint: '先运行 keys status 查看。' });
  const { left: waiting } = await indexAnew(services);
  const cleared = await indexes.clear(kid);
  const { leftover } = await indexes.status();
  const left = waiting + leftover;
  const text = `${kid} is out of the key file, ${cleared} rows cleared${left > 0 ? `; ${left} left: run it again` : ''}`;
  return { json: { retired: kid, cleared, left }, text, failed: left > 0 };
}

/** `keys retire`: takes a replaced key out of the file, at count 0 only. */
export async function keysRetire(
  services: INestApplicationContext,
  config: Config,
  kid: string,
  flags: { backupsGone?: boolean },
): Promise<Outcome> {
  if (/^b\d+$/.test(kid)) return retireBlind(services, config, kid);
  const ring = readKeys(config.keySource);
  if (ring.digests.some((digest) => digest.kid === kid))
    throw new DomainError('KEY_IN_USE', '审计链和审批摘要要用它核对，这个密钥一直保留。');
  if (!ring.others.has(kid))
    throw new DomainError('KEY_IN_USE', kid === ring.kid ? '正在使用的密钥不能移除。' : '密钥文件里没有这个密钥。', {
      hint: '先运行 keys status 查看，再用 keys rotate 换新密钥。',
    });
  const values = sealedWith(await services.get(SealedPlaces).status(), kid);
  if (values > 0)
    throw new DomainError('KEY_IN_USE', `还有 ${values} 个值用这个密钥加密。`, { hint: '先运行 keys rotate。' });
  if (flags.backupsGone !== true)
    throw new DomainError('KEY_IN_USE', '旧备份里的数据仍要用这个密钥。', {
      hint: '用到它的备份都已过保存期后，加上 --backups-gone 再运行。',
    });
  changeKeys(config.keySource, (from) => withoutKey(from, kid));
  await noteChange(services, { purpose: 'seal', kid: `-${kid}` });
  return { json: { retired: kid }, text: `${kid} is out of the key file` };
}

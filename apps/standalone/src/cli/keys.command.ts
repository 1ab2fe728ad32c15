import { setTimeout as sleep } from 'node:timers/promises';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { SealedPlaces, type SealedStatus } from '@tongxing/database';
import { ResealJobs } from '@tongxing/jobs';
import {
  changeKeys,
  type Config,
  CryptoProvider,
  DomainError,
  KEYS_LOOK_MS,
  type KeyRing,
  readKeys,
  waitingKids,
  withNextKey,
  withoutKey,
  withWaitingKey,
} from '@tongxing/platform';
import { type Outcome, progress } from './command.js';

/** When a worker goes on with a rotation whose command has stopped. */
const HAND_OVER_MS = 10 * 60_000;
/** Passes over the values: a process that had not seen the new key yet may have used the old one meanwhile. */
const MAX_PASSES = 3;
const PROGRESS_EVERY = 5_000;

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
  const keys = keysOf(readKeys(config.keySource), status);
  const places = status.places.map(({ name, byBeginning, others }) => ({
    name,
    byBeginning: Object.fromEntries(Object.entries(byBeginning).filter(([, count]) => count > 0)),
    unknown: others,
  }));
  const signing = services.get(CryptoProvider).publicKey();
  const json = {
    writing: status.writing,
    waiting: status.waiting,
    unknown: status.totals.others,
    keys,
    places,
    signing,
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
    `signatures: ${signing.algorithm} ${signing.fingerprint}`,
    signing.pem.trimEnd(),
  ];
  return { json, text: lines.join('\n') };
}

/** `keys prepare`: a new key in the file that nothing uses yet, to be copied to every other machine first. */
export async function keysPrepare(config: Config): Promise<Outcome> {
  const today = new Date().toISOString().slice(0, 10);
  const [kid] = waitingKids(changeKeys(config.keySource, (ring) => withWaitingKey(ring, today))) as [string];
  return {
    json: { prepared: kid, file: config.keySource.file },
    text: `${kid} is in ${config.keySource.file}, not in use yet. Copy the file to every machine, then: keys rotate`,
  };
}

/** `keys rewrap`: the same keys under another wrapping key. */
export async function keysRewrap(config: Config, kekFile: string): Promise<Outcome> {
  const { keySource } = config;
  const to = { ...keySource, kekFile: resolve(kekFile) };
  changeKeys(keySource, (ring) => ring, to);
  return {
    json: { file: keySource.file, kek: to.kekFile },
    text: `${keySource.file} is wrapped now. Start every process with TONGXING_KEK=${to.kekFile}`,
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

/**
 * `keys rotate`: a new key in use, and everything sealed anew with it. Stopped halfway and called again it goes on with the same key.
 *
 * @param flags background: leave the sealing to the workers; new: a new key although values wait for the last one
 */
export async function keysRotate(
  services: INestApplicationContext,
  config: Config,
  flags: { background?: boolean; new?: boolean },
): Promise<Outcome> {
  const before = await services.get(SealedPlaces).status();
  const ring = readKeys(config.keySource);
  const unfinished = Object.keys(ring.replacedAt).some((kid) => sealedWith(before, kid) > 0);
  const goesOn = unfinished && flags.new !== true;
  const { kid } = goesOn ? ring : changeKeys(config.keySource, (from) => withNextKey(from, new Date()));
  progress(goesOn ? `the rotation to ${kid} goes on` : `${kid} is in use; ${ring.kid} stays in the file`);
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

/** `keys retire`: takes a replaced key out of the file, at count 0 only. */
export async function keysRetire(
  services: INestApplicationContext,
  config: Config,
  kid: string,
  flags: { backupsGone?: boolean },
): Promise<Outcome> {
  const ring = readKeys(config.keySource);
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
  return { json: { retired: kid }, text: `${kid} is out of the key file` };
}

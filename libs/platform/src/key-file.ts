import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { ConfigError } from './config-error.js';
import {
  IntlCryptoProvider,
  GmCryptoProvider,
  type BlindAlgorithm,
  type CryptoKeys,
  type HashKey,
  type Signer,
  signersOf,
  signingSeed,
} from './crypto.js';
import { StartError } from './start-error.js';

/** Keys of field encryption and of the portal's service access, each 32 bytes or more. */
export interface KeyRing extends Required<Omit<CryptoKeys, 'blindNext'>>, Pick<CryptoKeys, 'blindNext'> {
  /** when another key took a key's place, by kid or a signing key's fingerprint: ISO instants */
  replacedAt: Readonly<Record<string, string>>;
  /** Shared by portal and api: proves that a session id comes from the portal. */
  portal: string;
  /** made at a first start, refused in production */
  sample: boolean;
}

/** Where the keys lie, and how they are to be read. */
export interface KeySource {
  file: string;
  /** key that wraps the others; in a file of its own, named by TONGXING_KEK */
  kekFile?: string;
  /** program that makes the wrapping key of what stands in `kekFile`, see {@link unwrappedByCommand} */
  kekCommand?: string;
  production: boolean;
  /** the algorithms that keys are wrapped with, and that new files are made for */
  crypto: 'intl' | 'gm';
}

interface HashKeyOnDisk {
  kid: string;
  key: string;
  with: BlindAlgorithm;
}

/**
 * The file as it stands on disk: every key in base64, or sealed by the key-encryption key. An old file has one data key, as text in `seal`,
 * and neither `sign` nor `blindWith`; one that is a little newer has its digests made with the blind-index key.
 */
interface KeyFile {
  kid: string;
  seal: string | Record<string, string>;
  replacedAt?: Record<string, string>;
  blind: string;
  blindWith?: BlindAlgorithm;
  blindKid?: string;
  blindNext?: HashKeyOnDisk;
  /** the one in use first */
  digests?: HashKeyOnDisk[];
  sign?: string;
  /** of public keys nothing is secret, but whoever changes one could have anything verified: the PEM is wrapped like a key */
  oldSigners?: Signer[];
  portal: string;
  sample?: boolean;
}

const KEY_BYTES = 32;
const KID = /^[a-z0-9]{1,16}$/;
const KEK_KID = 'kek';
const VARIABLE = 'TONGXING_KEYS';
const KEK_VARIABLE = 'TONGXING_KEK';
const EXAMPLE =
  'TONGXING_KEYS=/etc/tongxing/keys.json, made by node scripts/make-keys.mjs, each key 32 random bytes in base64';
const COMMAND_VARIABLE = 'TONGXING_KEK_COMMAND';
const KEK_COMMAND_MS = 10_000;
const KEK_COMMAND_BYTES = 4_096;
const KEK_EXAMPLE = 'TONGXING_KEK=/etc/tongxing/kek.key, made by node scripts/make-keys.mjs --kek';
const EXAMPLES: Readonly<Record<string, string>> = {
  [VARIABLE]: EXAMPLE,
  [KEK_VARIABLE]: KEK_EXAMPLE,
  [COMMAND_VARIABLE]: 'TONGXING_KEK_COMMAND=/etc/tongxing/open-kek, which prints the wrapping key in base64',
};
const OTHERS_MAY_READ = 0o077;
const LOCK_TRIES = 50;
const LOCK_PAUSE_MS = 100;

const insecure = (problem: string, variable = VARIABLE): ConfigError =>
  new ConfigError('CONFIG_INSECURE', variable, problem, EXAMPLES[variable] as string);
const invalid = (problem: string, variable = VARIABLE): ConfigError =>
  new ConfigError('CONFIG_INVALID', variable, problem, EXAMPLES[variable] as string);

const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

function secretText(file: string, production: boolean, variable: string): string {
  let text: string;
  let mode: number;
  try {
    text = readFileSync(file, 'utf8');
    mode = statSync(file).mode;
  } catch (error) {
    throw invalid(`the file cannot be read (${(error as NodeJS.ErrnoException).code})`, variable);
  }
  // Windows has no such bits.
  if (production && process.platform !== 'win32' && (mode & OTHERS_MAY_READ) !== 0) {
    throw insecure(`other users may read the file (mode 0${(mode & 0o777).toString(8)}): chmod 600 it`, variable);
  }
  return text;
}

/** Wraps and unwraps the keys of a file. Each is bound to its purpose and kid, so that none can stand in another's place. */
class Wrapping {
  private readonly provider: IntlCryptoProvider | GmCryptoProvider;

  constructor(
    readonly kek: Buffer,
    crypto: KeySource['crypto'],
  ) {
    const Provider = crypto === 'gm' ? GmCryptoProvider : IntlCryptoProvider;
    this.provider = new Provider({ kid: KEK_KID, seal: kek, blind: kek });
  }

  wrap = (key: string, place: string): string => this.provider.seal(key, `key_file|${place}`);
  unwrap = (sealed: string, place: string): string => this.provider.open(sealed, `key_file|${place}`);
}

/** What the command gave, by what it was given: the file of keys is read again whenever it changes, the command's device is not asked again. */
const unwrappedOnce = new Map<string, string>();

/**
 * Has the operator's program open the wrapping key: what stands in the file goes to its standard input as it is, the key in base64 comes from
 * its standard output. No shell, no arguments, nothing of it in logs: a program of a key management service or of a card may say anything.
 */
function unwrappedByCommand(command: string, wrapped: string): string {
  const known = unwrappedOnce.get(`${command}\n${wrapped}`);
  if (known !== undefined) return known;
  let text: string;
  try {
    text = execFileSync(command, [], {
      input: wrapped,
      encoding: 'utf8',
      timeout: KEK_COMMAND_MS,
      killSignal: 'SIGKILL',
      maxBuffer: KEK_COMMAND_BYTES,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number | null };
    throw invalid(
      code === 'ETIMEDOUT'
        ? `it took longer than ${KEK_COMMAND_MS / 1_000} s`
        : `it failed (${code ?? `exit code ${status}`})`,
      COMMAND_VARIABLE,
    );
  }
  unwrappedOnce.set(`${command}\n${wrapped}`, text);
  return text;
}

function wrappingOf({ kekFile, kekCommand, production, crypto }: KeySource): Wrapping | undefined {
  if (kekFile === undefined) return undefined;
  // What only the command can open need not be hidden from anybody.
  const stored = secretText(kekFile, production && kekCommand === undefined, KEK_VARIABLE);
  const text = kekCommand === undefined ? stored : unwrappedByCommand(kekCommand, stored);
  const kek = Buffer.from(text.trim(), 'base64');
  if (kek.length < KEY_BYTES) throw insecure(`the key needs ${KEY_BYTES} bytes, in base64`, KEK_VARIABLE);
  return new Wrapping(kek.subarray(0, KEY_BYTES), crypto);
}

const isWrapped = (text: string): boolean => text.startsWith('v1.');

/** One key of the file as text in base64. */
function unwrapped(value: unknown, place: string, wrapping: Wrapping | undefined): string {
  const text = typeof value === 'string' ? value : '';
  if (wrapping === undefined) {
    if (isWrapped(text))
      throw invalid('the keys are wrapped, and no file of the key that opens them is named', KEK_VARIABLE);
    return text;
  }
  if (!isWrapped(text)) {
    throw insecure(`"${place}" is not wrapped although ${KEK_VARIABLE} is set: wrap the file with keys rewrap`);
  }
  try {
    return wrapping.unwrap(text, place);
  } catch {
    throw invalid(`it does not open "${place}" of the key file: another key, or a damaged file`, KEK_VARIABLE);
  }
}

function parsed(text: string): KeyFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw invalid('the key file is not JSON');
  }
  if (file === null || typeof file !== 'object') throw invalid('the key file is not a JSON object');
  return file as KeyFile;
}

/** Every data key by kid, the one in use among them. */
function dataKeys({ kid, seal }: KeyFile): Record<string, string> {
  if (typeof kid !== 'string' || !KID.test(kid)) throw invalid('"kid" must be 1 to 16 small letters or digits');
  const keys = typeof seal === 'object' && seal !== null ? seal : { [kid]: seal };
  if (keys[kid] === undefined) throw invalid(`"seal" has no key "${kid}", which "kid" names`);
  for (const name of Object.keys(keys))
    if (!KID.test(name)) throw invalid('the names in "seal" must be 1 to 16 small letters or digits');
  return keys;
}

const HASH_KID = { b: /^b\d{1,6}$/, d: /^d\d{1,6}$/ } as const;

function requireHashKey(letter: 'b' | 'd', kid: unknown, algorithm: unknown): void {
  if (typeof kid !== 'string' || !HASH_KID[letter].test(kid))
    throw invalid(`a key is not named ${letter}1, ${letter}2 …`);
  if (algorithm !== 'hmacsha256' && algorithm !== 'hmacsm3')
    throw invalid(`the algorithm of "${kid}" is neither hmacsha256 nor hmacsm3`);
}

const numberOf = (kid: string): number => Number(kid.slice(1));

/** Keys of blind indexes and digests. Files from before there were digest keys have their digests made with the blind-index key. */
function hashKeys(file: KeyFile, bytesOf: (value: unknown, place: string) => Buffer) {
  const { blindWith = 'hmacsha256', blindKid = 'b1', blindNext, digests } = file;
  const read = (letter: 'b' | 'd', { kid, key, with: algorithm }: HashKeyOnDisk): HashKey => {
    requireHashKey(letter, kid, algorithm);
    return { kid, key: bytesOf(key, `${letter === 'b' ? 'blind' : 'digest'}|${kid}`), with: algorithm };
  };
  requireHashKey('b', blindKid, blindWith);
  const blind = bytesOf(file.blind, 'blind');
  const next = blindNext && read('b', blindNext);
  if (next && numberOf(next.kid) !== numberOf(blindKid) + 1) throw invalid('"blindNext" is not the next of "blindKid"');
  const made = digests?.map((key) => read('d', key)) ?? [{ kid: 'd1', key: blind, with: blindWith }];
  if (made.length === 0 || new Set(made.map(({ kid }) => kid)).size < made.length)
    throw invalid('"digests" has no key, or two of one name');
  return { blind, blindWith, blindKid, blindNext: next, digests: made };
}

function ringOf(file: KeyFile, source: KeySource, wrapping: Wrapping | undefined): KeyRing {
  const { kid, replacedAt = {}, sample = false } = file;
  const bytesOf = (value: unknown, place: string): Buffer => Buffer.from(unwrapped(value, place, wrapping), 'base64');
  const seals = Object.entries(dataKeys(file)).map(([name, value]) => [name, bytesOf(value, `seal|${name}`)] as const);
  const hashing = hashKeys(file, bytesOf);
  const { blind, blindNext, digests } = hashing;
  const portal = unwrapped(file.portal, 'portal', wrapping);
  const sign = file.sign === undefined ? signingSeed({ blind }) : bytesOf(file.sign, 'sign');
  const oldSigners = (file.oldSigners ?? []).map((signer) => ({
    ...signer,
    pem: unwrapped(signer.pem, `signer|${signer.fingerprint}`, wrapping),
  }));

  const all = [
    ...seals.map(([, key]) => key),
    blind,
    ...(blindNext ? [blindNext.key] : []),
    // In older files the first of them is the blind-index key itself.
    ...digests.map(({ key }) => key).filter((key) => !key.equals(blind)),
    sign,
    Buffer.from(portal, 'base64'),
  ];
  if (all.some((key) => key.length < KEY_BYTES)) throw insecure(`each key needs ${KEY_BYTES} bytes`);
  if (wrapping !== undefined) all.push(wrapping.kek);
  if (new Set(all.map((key) => key.toString('hex'))).size < all.length) throw insecure('two keys are equal');
  if (source.production && sample) throw insecure('these are sample keys');

  const others = new Map(seals.map(([name, key]) => [name, key.subarray(0, KEY_BYTES)] as const));
  const seal = others.get(kid) as Buffer;
  others.delete(kid);
  return { kid, seal, others, replacedAt, ...hashing, sign, oldSigners, portal, sample };
}

/**
 * Reads and checks the key file.
 *
 * @throws ConfigError CONFIG_INVALID, CONFIG_INSECURE; it names TONGXING_KEYS or TONGXING_KEK and never repeats a key
 */
export function readKeys(source: KeySource): KeyRing {
  const wrapping = wrappingOf(source);
  return ringOf(parsed(secretText(source.file, source.production, VARIABLE)), source, wrapping);
}

function fileText(ring: KeyRing, wrapping: Wrapping | undefined): string {
  const put = (key: Buffer | string, place: string): string => {
    const text = typeof key === 'string' ? key : key.toString('base64');
    return wrapping === undefined ? text : wrapping.wrap(text, place);
  };
  const hashKey = (purpose: 'blind' | 'digest', { kid, key, with: algorithm }: HashKey): HashKeyOnDisk => ({
    kid,
    key: put(key, `${purpose}|${kid}`),
    with: algorithm,
  });
  const seals = [...ring.others, [ring.kid, ring.seal] as const];
  const file: KeyFile = {
    kid: ring.kid,
    seal: Object.fromEntries(seals.map(([kid, key]) => [kid, put(key, `seal|${kid}`)])),
    ...(Object.keys(ring.replacedAt).length > 0 ? { replacedAt: { ...ring.replacedAt } } : {}),
    blind: put(ring.blind, 'blind'),
    blindWith: ring.blindWith,
    blindKid: ring.blindKid,
    ...(ring.blindNext ? { blindNext: hashKey('blind', ring.blindNext) } : {}),
    digests: ring.digests.map((key) => hashKey('digest', key)),
    sign: put(ring.sign, 'sign'),
    ...(ring.oldSigners.length > 0
      ? { oldSigners: ring.oldSigners.map((one) => ({ ...one, pem: put(one.pem, `signer|${one.fingerprint}`) })) }
      : {}),
    portal: put(ring.portal, 'portal'),
    ...(ring.sample ? { sample: true } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const algorithmOf = ({ crypto }: Pick<KeySource, 'crypto'>): BlindAlgorithm =>
  crypto === 'gm' ? 'hmacsm3' : 'hmacsha256';

/** Makes the sample key file of a first start. Of several processes starting at once, one writes and the others read what it wrote. */
export function writeSampleKeys({ file, crypto }: KeySource): void {
  const algorithm = algorithmOf({ crypto });
  const keys: KeyFile = {
    kid: 'k1',
    seal: { k1: newKey() },
    blind: newKey(),
    blindWith: algorithm,
    digests: [{ kid: 'd1', key: newKey(), with: algorithm }],
    sign: newKey(),
    portal: newKey(),
    sample: true,
  };
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Whole or not at all, whenever the process or the machine stops. */
function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.new`;
  const written = openSync(temporary, 'w', statSync(file).mode & 0o700);
  try {
    writeSync(written, text);
    fsyncSync(written);
  } finally {
    closeSync(written);
  }
  renameSync(temporary, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const pause = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Whether whoever left the lock still runs. Of another host it cannot be known: then yes. */
function holderLives(lock: string): boolean {
  try {
    const [pid, host] = readFileSync(lock, 'utf8').split(' ');
    if (host !== hostname()) return true;
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One change at a time: of two that each add a key, neither may write over the other's. A lock whose holder was killed is taken over. */
function locked<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  for (let left = LOCK_TRIES; ; left -= 1) {
    try {
      writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (!holderLives(lock)) rmSync(lock, { force: true });
      else if (left === 0)
        throw new StartError('KEYS_BUSY', 'the key file is being changed', `If nobody does, remove ${lock}`);
      else pause(LOCK_PAUSE_MS);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Changes the key file: read, changed and checked, written as one, old form made new.
 *
 * @param to where the changed file is to be wrapped with another key than it is now
 * @returns the ring as it stands in the file afterwards
 * @throws StartError KEYS_FILE, KEYS_BUSY; ConfigError as `readKeys`
 */
export function changeKeys(source: KeySource, change: (ring: KeyRing) => KeyRing, to: KeySource = source): KeyRing {
  try {
    return locked(source.file, () => {
      const before = readKeys(source);
      const after = change(before);
      if (after === before && to === source) return before;
      const wrapping = wrappingOf(to);
      const text = fileText(after, wrapping);
      // What could not be read again must never stand there.
      const readBack = ringOf(parsed(text), to, wrapping);
      replaceFile(source.file, text);
      return readBack;
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof StartError || error instanceof ConfigError || code === undefined) throw error;
    throw new StartError(
      'KEYS_FILE',
      `the key file cannot be changed from here (${code})`,
      'Run the command where its folder may be written to; mount the folder into a container, not the file alone',
    );
  }
}

/** A name for a new data key: its day, and a letter where the day has one already. */
function newKid(ring: KeyRing, today: string): string {
  const taken = new Set([ring.kid, ...ring.others.keys()]);
  const day = `k${today.replaceAll('-', '')}`;
  for (const letter of ['', ...'abcdefghijklmnopqrstuvwxyz']) if (!taken.has(day + letter)) return day + letter;
  throw new StartError('KEYS_MANY', 'too many keys were made today', 'Go on tomorrow');
}

/** Kids that were handed round but not used yet: neither current nor replaced. */
export const waitingKids = ({ others, replacedAt }: KeyRing): string[] =>
  [...others.keys()].filter((kid) => replacedAt[kid] === undefined);

/** Adds a data key that nothing is sealed with yet, unless one waits already. */
export function withWaitingKey(ring: KeyRing, today: string): KeyRing {
  if (waitingKids(ring).length > 0) return ring;
  return { ...ring, others: new Map([...ring.others, [newKid(ring, today), randomBytes(KEY_BYTES)]]) };
}

/** Puts the waiting data key, or a new one, in the current one's place. The replaced one stays in the ring. */
export function withNextKey(ring: KeyRing, now: Date): KeyRing {
  const prepared = withWaitingKey(ring, now.toISOString().slice(0, 10));
  const [kid] = waitingKids(prepared) as [string];
  const others = new Map([...prepared.others, [ring.kid, ring.seal] as const]);
  const seal = others.get(kid) as Buffer;
  others.delete(kid);
  return { ...prepared, kid, seal, others, replacedAt: { ...ring.replacedAt, [ring.kid]: now.toISOString() } };
}

const newHashKey = (letter: 'b' | 'd', after: string, source: Pick<KeySource, 'crypto'>): HashKey => ({
  kid: `${letter}${numberOf(after) + 1}`,
  key: randomBytes(KEY_BYTES),
  with: algorithmOf(source),
});

/** Adds the blind-index key that is to take the place of the one in use: from now on both are written. One at a time. */
export const withNextBlind = (ring: KeyRing, source: Pick<KeySource, 'crypto'>): KeyRing =>
  ring.blindNext ? ring : { ...ring, blindNext: newHashKey('b', ring.blindKid, source) };

/** Takes the blind-index key out that the next one has taken the place of. */
export function withoutOldBlind(ring: KeyRing): KeyRing {
  if (ring.blindNext === undefined) return ring;
  const { kid, key, with: algorithm } = ring.blindNext;
  return { ...ring, blind: key, blindKid: kid, blindWith: algorithm, blindNext: undefined };
}

/** Puts a new digest key in use. The ones before it stay: what was digested with them is to be verified as long as it is kept. */
export function withNextDigest(ring: KeyRing, source: Pick<KeySource, 'crypto'>, now: Date): KeyRing {
  const [before] = ring.digests as [HashKey];
  const digests = [newHashKey('d', before.kid, source), ...ring.digests];
  return { ...ring, digests, replacedAt: { ...ring.replacedAt, [before.kid]: now.toISOString() } };
}

/** Puts a new signing key in use. Of the one before only the public halves stay, for verifying. */
export function withNextSign(ring: KeyRing, now: Date): KeyRing {
  const before = signersOf(ring.sign);
  const at = Object.fromEntries(before.map(({ fingerprint }) => [fingerprint, now.toISOString()]));
  const oldSigners = [...ring.oldSigners, ...before];
  return { ...ring, sign: randomBytes(KEY_BYTES), oldSigners, replacedAt: { ...ring.replacedAt, ...at } };
}

/** Puts a new key between portal and api. Both read it at their start. */
export const withNextPortal = (ring: KeyRing): KeyRing => ({ ...ring, portal: newKey() });

/** Takes a replaced data key out of the ring. */
export function withoutKey(ring: KeyRing, kid: string): KeyRing {
  const others = new Map(ring.others);
  if (!others.delete(kid)) return ring;
  const { [kid]: _, ...replacedAt } = ring.replacedAt;
  return { ...ring, others, replacedAt };
}

/**
 * Reads the key file again whenever it has changed. A file that cannot be read for a moment (half copied, say) changes nothing.
 *
 * @param report told once of each such file
 */
export function rereading(source: KeySource, report: (problem: string) => void): () => KeyRing | undefined {
  let seen = '';
  let told = '';
  return () => {
    let stamp = '';
    try {
      const { mtimeMs, ino, size } = statSync(source.file);
      stamp = `${mtimeMs}|${ino}|${size}`;
      if (stamp === seen) return undefined;
      const ring = readKeys(source);
      seen = stamp;
      return ring;
    } catch (error) {
      if (told !== stamp || stamp === '') report(error instanceof ConfigError ? error.message : 'the key file is away');
      told = stamp;
      return undefined;
    }
  };
}

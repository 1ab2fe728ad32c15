import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config-error.js';
import { GmCryptoProvider, IntlCryptoProvider } from '../crypto.js';
import {
  changeKeys,
  type KeyRing,
  type KeySource,
  readKeys,
  rereading,
  waitingKids,
  withNextBlind,
  withNextDigest,
  withNextKey,
  withNextSign,
  withoutKey,
  withoutOldBlind,
  withWaitingKey,
} from '../key-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongxing-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (fill: string) => Buffer.from(fill.repeat(32)).toString('base64');
const OLD = { kid: 'k1', seal: key('a'), blind: key('b'), portal: key('c') };
const put = (name: string, content: string, mode = 0o600): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
};
const source = (change: Partial<KeySource> = {}, content: object = OLD): KeySource => ({
  file: put('keys.json', JSON.stringify(content)),
  production: true,
  crypto: 'intl',
  ...change,
});
const problem = (work: () => unknown): ConfigError => {
  try {
    work();
  } catch (error) {
    return error as ConfigError;
  }
  throw new Error('nothing was refused');
};
const NOW = new Date('2026-11-26T01:00:00Z');

describe('the key file', () => {
  it('is read in its old form, with a signing key that stays the same', () => {
    const keys = readKeys(source());
    expect(keys).toMatchObject({ kid: 'k1', blindWith: 'hmacsha256', portal: OLD.portal, sample: false });
    expect(keys.seal.toString('base64')).toBe(OLD.seal);
    const sealed = new IntlCryptoProvider(keys).seal('x', 'a|b|c');
    const signature = new IntlCryptoProvider(keys).sign('a', Buffer.from('x'));
    const next = changeKeys(source(), (ring) => withNextKey(ring, NOW));
    const crypto = new IntlCryptoProvider(next);
    expect(crypto.open(sealed, 'a|b|c')).toBe('x');
    expect(crypto.verify('a', Buffer.from('x'), signature)).toBe(true);
    expect(crypto.blind('a', 'x')).toEqual(new IntlCryptoProvider(keys).blind('a', 'x'));
    expect(crypto.digest('a', 'x')).toBe(new IntlCryptoProvider(keys).blind('a', 'x')[0]);
  });

  it.each([
    [{ kid: 'K1!' }, 'CONFIG_INVALID', 'small letters'],
    [{ kid: 'k2', seal: { k1: key('a') } }, 'CONFIG_INVALID', 'no key "k2"'],
    [{ seal: { k1: key('a'), 'K 2': key('d') } }, 'CONFIG_INVALID', 'names in "seal"'],
    [{ seal: { k1: key('a'), k0: 'short' } }, 'CONFIG_INSECURE', '32 bytes'],
    [{ seal: { k1: key('a'), k0: key('a') } }, 'CONFIG_INSECURE', 'equal'],
    [{ seal: { k1: key('a'), k0: key('b') } }, 'CONFIG_INSECURE', 'equal'],
    [{ sign: key('c') }, 'CONFIG_INSECURE', 'equal'],
    [{ sign: 'short' }, 'CONFIG_INSECURE', '32 bytes'],
    [{ blind: undefined }, 'CONFIG_INSECURE', '32 bytes'],
    [{ blindWith: 'md5' }, 'CONFIG_INVALID', 'neither hmacsha256'],
    [{ blindKid: 'd1' }, 'CONFIG_INVALID', 'b1, b2'],
    [{ blindNext: { kid: 'b3', key: key('n'), with: 'hmacsha256' } }, 'CONFIG_INVALID', 'next'],
    [{ blindNext: { kid: 'b2', key: key('b'), with: 'hmacsha256' } }, 'CONFIG_INSECURE', 'equal'],
    [{ digests: [] }, 'CONFIG_INVALID', 'digests'],
    [{ digests: [{ kid: 'd1', key: key('a'), with: 'hmacsha256' }] }, 'CONFIG_INSECURE', 'equal'],
    [{ digests: [{ kid: 'd1', key: 'short', with: 'hmacsha256' }] }, 'CONFIG_INSECURE', '32 bytes'],
    [{ sample: true }, 'CONFIG_INSECURE', 'sample'],
    [{ seal: 'v1.a256gcm.kek.a.b.c' }, 'CONFIG_INVALID', 'wrapped'],
  ])('is refused with %j', (change, code, words) => {
    const error = problem(() => readKeys(source({}, { ...OLD, ...change })));
    expect(error).toBeInstanceOf(ConfigError);
    expect([error.code, error.problem]).toEqual([code, expect.stringContaining(words)]);
    expect(error.message).not.toMatch(/\n|YWFh|YmJi|Y2Nj/);
  });

  it.each([
    ['not JSON', '{'],
    ['no object', 'null'],
  ])('is refused when it is %s', (_, content) => {
    const file = put('keys.json', content);
    expect(problem(() => readKeys({ file, production: true, crypto: 'intl' })).code).toBe('CONFIG_INVALID');
  });

  it('is refused in production when others may read it, and so is the wrapping key', () => {
    const keys = source();
    chmodSync(keys.file, 0o640);
    expect(problem(() => readKeys(keys))).toMatchObject({ code: 'CONFIG_INSECURE', variable: 'TONGXING_KEYS' });
    expect(problem(() => readKeys(keys)).problem).toContain('chmod 600');
    expect(readKeys({ ...keys, production: false }).kid).toBe('k1');
    chmodSync(keys.file, 0o600);
    const kekFile = put('kek', key('k'), 0o604);
    expect(problem(() => readKeys({ ...keys, kekFile }))).toMatchObject({
      code: 'CONFIG_INSECURE',
      variable: 'TONGXING_KEK',
    });
  });
});

describe.each(['intl', 'gm'] as const)('wrapped keys (%s)', (crypto) => {
  const wrapped = (): KeySource => {
    const plain = source({ crypto });
    const to = { ...plain, kekFile: put('kek', `${key('k')}\n`) };
    changeKeys(plain, (ring) => ring, to);
    return to;
  };

  it('open with the wrapping key only, and stand nowhere in clear', () => {
    const to = wrapped();
    const text = readFileSync(to.file, 'utf8');
    for (const secret of [OLD.seal, OLD.blind, OLD.portal]) expect(text).not.toContain(secret);
    expect(readKeys(to)).toMatchObject({ kid: 'k1', portal: OLD.portal });
    expect(readKeys(to).seal.toString('base64')).toBe(OLD.seal);
    const other = { ...to, kekFile: put('other', key('o')) };
    expect(problem(() => readKeys(other))).toMatchObject({ code: 'CONFIG_INVALID', variable: 'TONGXING_KEK' });
    const { kekFile: _, ...without } = to;
    expect(problem(() => readKeys(without)).problem).toContain('wrapped');
  });

  it('do not open in the place of another', () => {
    const to = wrapped();
    const file = JSON.parse(readFileSync(to.file, 'utf8'));
    writeFileSync(to.file, JSON.stringify({ ...file, blind: file.sign, sign: file.blind }));
    expect(problem(() => readKeys(to)).problem).toContain('does not open "blind"');
  });

  it('stay wrapped when a key is added, and go under another wrapping key without a change of what they seal', () => {
    const to = wrapped();
    const sealed = new IntlCryptoProvider(readKeys(to)).seal('x', 'a|b|c');
    changeKeys(to, (ring) => withNextKey(ring, NOW));
    const next = { ...to, kekFile: put('next', key('n')) };
    changeKeys(to, (ring) => ring, next);
    expect(problem(() => readKeys(to)).variable).toBe('TONGXING_KEK');
    expect(new GmCryptoProvider(readKeys(next)).open(sealed, 'a|b|c')).toBe('x');
  });

  it('are not taken in clear where a wrapping key is named, nor equal to it', () => {
    const kekFile = put('kek', key('k'));
    expect(problem(() => readKeys(source({ kekFile }))).problem).toContain('not wrapped');
    const same = source({ crypto });
    const equal = { ...same, kekFile: put('same', OLD.blind) };
    expect(problem(() => changeKeys(same, (ring) => ring, equal)).problem).toContain('equal');
    expect(readKeys(same).kid).toBe('k1');
  });
});

describe('a wrapping key that a program opens', () => {
  /** Opens what it is given by turning it round, as a card would by deciphering it. */
  const program = (name: string, body: string): string => {
    const file = put(name, `#!${process.execPath}\n${body}`, 0o700);
    return file;
  };
  const turned = [...key('k')].reverse().join('');
  const opening = `let text='';process.stdin.on('data',(p)=>{text+=p}).on('end',()=>{require('fs').appendFileSync(__filename+'.asked','x');process.stdout.write([...text.trim()].reverse().join(''))})`;

  it('is given the file on its input, asked once a process, and needs no secret file', () => {
    const plain = source();
    const kekCommand = program('open-kek', opening);
    const to = { ...plain, kekFile: put('kek.wrapped', `${turned}\n`, 0o644), kekCommand };
    changeKeys(plain, (ring) => ring, to);
    expect(readFileSync(to.file, 'utf8')).not.toContain(OLD.blind);
    expect(readKeys(to).blind.toString('base64')).toBe(OLD.blind);
    expect(readKeys(to).portal).toBe(OLD.portal);
    expect(readFileSync(`${kekCommand}.asked`, 'utf8')).toBe('x');
    // What is wrapped is the same key: whoever has it in a file of its own reads it too.
    const { kekCommand: _, ...byFile } = to;
    expect(readKeys({ ...byFile, kekFile: put('kek', key('k')) }).portal).toBe(OLD.portal);
  });

  it.each([
    ['fails', 'process.stderr.write("SECRET");process.exit(3)', 'exit code 3'],
    ['says nothing', '', '32 bytes'],
    ['says too much', `process.stdout.write('x'.repeat(100_000))`, 'ENOBUFS'],
  ])('stops the start when it %s', (_, body, words) => {
    const to = { ...source(), kekFile: put('kek.wrapped', turned), kekCommand: program('bad', body) };
    const error = problem(() => readKeys(to));
    expect([error.problem, error.message]).toEqual([
      expect.stringContaining(words),
      expect.not.stringContaining('SECRET'),
    ]);
    expect(error.message).not.toContain(turned);
  });

  it('stops the start when it is not there, and is ended when it takes too long', () => {
    const to = { ...source(), kekFile: put('kek.wrapped', turned) };
    expect(problem(() => readKeys({ ...to, kekCommand: join(folder, 'nowhere') }))).toMatchObject({
      code: 'CONFIG_INVALID',
      variable: 'TONGXING_KEK_COMMAND',
      problem: expect.stringContaining('ENOENT'),
    });
    const slow = program('slow', 'setTimeout(()=>{},60_000);process.stdin.resume()');
    expect(problem(() => readKeys({ ...to, kekCommand: slow })).problem).toContain('longer than 10 s');
  }, 20_000);
});

describe('a change of the key file', () => {
  it('puts a new key in use, keeps the old one, and stays readable by its owner only', () => {
    const from = source();
    const ring = changeKeys(from, (before) => withNextKey(before, NOW));
    expect(ring).toMatchObject({ kid: 'k20261126', replacedAt: { k1: NOW.toISOString() } });
    expect(ring.others.get('k1')?.toString('base64')).toBe(OLD.seal);
    expect(readKeys(from)).toEqual(ring);
    expect(statSync(from.file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
    const third = changeKeys(from, (before) => withNextKey(before, NOW));
    expect([third.kid, [...third.others.keys()].sort()]).toEqual(['k20261126a', ['k1', 'k20261126']]);
  });

  it('hands a key round before it is used, and uses that one', () => {
    const from = source();
    const prepared = changeKeys(from, (ring) => withWaitingKey(ring, '2026-11-26'));
    expect([prepared.kid, waitingKids(prepared)]).toEqual(['k1', ['k20261126']]);
    expect(changeKeys(from, (ring) => withWaitingKey(ring, '2026-11-27'))).toEqual(prepared);
    const next = changeKeys(from, (ring) => withNextKey(ring, NOW));
    expect([next.kid, waitingKids(next)]).toEqual(['k20261126', []]);
    expect(next.seal).toEqual(prepared.others.get('k20261126'));
  });

  it('has two blind-index keys for a while, in turn, and keeps the digests of the first', () => {
    const from = source();
    const before = readKeys(from);
    const chained = new IntlCryptoProvider(before).digest('audit|chain', 'x');
    const both = changeKeys(from, (ring) => withNextBlind(ring, from));
    expect([both.blindKid, both.blindNext?.kid]).toEqual(['b1', 'b2']);
    expect(changeKeys(from, (ring) => withNextBlind(ring, from))).toEqual(both);
    const after = changeKeys(from, withoutOldBlind);
    expect([after.blindKid, after.blindNext]).toEqual(['b2', undefined]);
    expect(changeKeys(from, withoutOldBlind)).toEqual(after);
    expect(after.blind).toEqual(both.blindNext?.key);
    expect(readFileSync(from.file, 'utf8')).toContain(OLD.blind);
    const crypto = new IntlCryptoProvider(after);
    expect(crypto.isDigest('audit|chain', 'x', chained)).toBe(true);
    expect(crypto.blind('audit|chain', 'x')).not.toContain(chained);
    expect(changeKeys(from, (ring) => withNextBlind(ring, from)).blindNext?.kid).toBe('b3');
  });

  it('keeps older digest keys, and of an older signing key the public halves only', () => {
    const from = source({}, { ...OLD, sign: key('s') });
    const signed = new GmCryptoProvider(readKeys(from)).sign('a', Buffer.from('x'));
    const digest = new IntlCryptoProvider(readKeys(from)).digest('a', 'x');
    changeKeys(from, (ring) => withNextDigest(ring, from, NOW));
    const ring = changeKeys(from, (one) => withNextSign(one, NOW));
    expect(ring.digests.map(({ kid }) => kid)).toEqual(['d2', 'd1']);
    expect(ring.replacedAt).toMatchObject({ d1: NOW.toISOString() });
    expect(readFileSync(from.file, 'utf8')).not.toContain(key('s'));
    expect(new IntlCryptoProvider(ring).verify('a', Buffer.from('x'), signed)).toBe(true);
    expect(new IntlCryptoProvider(ring).isDigest('a', 'x', digest)).toBe(true);
  });

  it('lets a replaced key go, never the one in use', () => {
    const from = source();
    changeKeys(from, (ring) => withNextKey(ring, NOW));
    expect(changeKeys(from, (ring) => withoutKey(ring, 'k20261126')).kid).toBe('k20261126');
    const ring = changeKeys(from, (before) => withoutKey(before, 'k1'));
    expect([ring.others.size, ring.replacedAt]).toEqual([0, {}]);
  });

  it('writes nothing that could not be read again', () => {
    const from = source();
    const before = readFileSync(from.file, 'utf8');
    const broken = (ring: KeyRing): KeyRing => ({ ...ring, seal: ring.blind });
    expect(problem(() => changeKeys(from, broken)).problem).toContain('equal');
    expect(readFileSync(from.file, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('takes over the lock of a process that was killed, and waits for one that lives', () => {
    const from = source();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(`${from.file}.lock`, `${gone} ${hostname()}`);
    expect(changeKeys(from, (ring) => withNextKey(ring, NOW)).kid).toBe('k20261126');
    writeFileSync(`${from.file}.lock`, `${process.pid} ${hostname()}`);
    expect(() => changeKeys(from, (ring) => withNextKey(ring, NOW))).toThrow('is being changed');
    expect(readKeys(from).kid).toBe('k20261126');
  }, 20_000);

  it('says where it cannot write', () => {
    expect(() =>
      changeKeys({ file: '/proc/nowhere/keys.json', production: true, crypto: 'intl' }, (ring) => ring),
    ).toThrow(/key file cannot be changed from here \(E/);
  });

  it('is seen by whoever watches; a half-written file changes nothing and is told once', () => {
    const from = source();
    const told: string[] = [];
    const reread = rereading(from, (words) => told.push(words));
    expect(reread()?.kid).toBe('k1');
    expect(reread()).toBeUndefined();
    changeKeys(from, (ring) => withNextKey(ring, NOW));
    const whole = readFileSync(from.file, 'utf8');
    writeFileSync(from.file, whole.slice(0, 100));
    expect([reread(), reread(), told.length]).toEqual([undefined, undefined, 1]);
    writeFileSync(from.file, whole);
    expect(reread()?.kid).toBe('k20261126');
  });
});

describe('make-keys', () => {
  it('makes files that production takes, and never writes over one', () => {
    const make = (...args: string[]) => spawnSync(process.execPath, ['scripts/make-keys.mjs', ...args]);
    const file = join(folder, 'made.json');
    expect(make(file).status).toBe(0);
    expect(make(file).status).toBe(1);
    expect(make('--kek', join(folder, 'kek')).status).toBe(0);
    expect(make('--gm', join(folder, 'gm.json')).status).toBe(0);
    const from: KeySource = { file, production: true, crypto: 'intl' };
    expect(readKeys(from)).toMatchObject({ blindWith: 'hmacsha256', sample: false });
    const to = { ...from, kekFile: join(folder, 'kek') };
    expect(changeKeys(from, (ring) => ring, to).kid).toBe(readKeys(to).kid);
    expect(readKeys({ ...from, file: join(folder, 'gm.json') }).blindWith).toBe('hmacsm3');
  });
});

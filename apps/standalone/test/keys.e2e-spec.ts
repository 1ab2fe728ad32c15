import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataFolder, runCommand } from './running.js';

describe('keys on the command line', () => {
  const data = dataFolder();
  const environment = { TONGXING_DATA_DIR: data.path };
  const tongxing = async (...args: string[]) => {
    const { status, stdout } = await runCommand([...args, '--json'], environment);
    return { status, answer: JSON.parse(stdout) };
  };
  const keys = async (...args: string[]) => tongxing('keys', ...args);
  const kids = () => Object.keys(JSON.parse(readFileSync(join(data.path, 'keys.json'), 'utf8')).seal);
  /** Begins a rotation and kills it as soon as it has said that the new key is in use. */
  const killed = (...more: string[]) =>
    new Promise<void>((resolve) => {
      const child = spawn(process.execPath, ['dist/apps/standalone/src/cli.js', 'keys', 'rotate', ...more], {
        env: { PATH: process.env.PATH, ...environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr.once('data', () => child.kill('SIGKILL'));
      child.once('close', () => resolve());
    });

  beforeAll(async () => {
    expect((await tongxing('seed', 'demo', '--division', '360734', '--people', '200')).status).toBe(0);
  }, 120_000);
  afterAll(() => data.remove());

  it('a rotation that was killed goes on with its key, ends, and the old key can go', async () => {
    const first = (await keys('status')).answer;
    expect(first).toMatchObject({ waiting: 0, unknown: 0, keys: [{ kid: 'k1', state: 'IN_USE' }] });
    const values = first.keys[0].values;
    expect(values).toBeGreaterThan(200);

    await killed();
    const made = kids();
    expect(made).toEqual(['k1', expect.stringMatching(/^k\d{8}$/)]);
    expect((await keys('status')).answer).toMatchObject({ waiting: values, unknown: 0 });
    expect(await keys('retire', 'k1', '--backups-gone')).toMatchObject({
      status: 1,
      answer: { error: { code: 'KEY_IN_USE' } },
    });

    const ended = await keys('rotate');
    expect(ended).toMatchObject({ status: 0, answer: { kid: made[1], goesOn: true, changed: values, left: 0 } });
    expect(kids()).toEqual(made);
    expect((await keys('status')).answer).toMatchObject({
      waiting: 0,
      keys: [
        { kid: made[1], state: 'IN_USE', values },
        { kid: 'k1', state: 'REPLACED', values: 0 },
      ],
    });

    expect(await keys('retire', 'k1')).toMatchObject({ status: 1, answer: { error: { code: 'KEY_IN_USE' } } });
    expect((await keys('retire', made[1] as string, '--backups-gone')).status).toBe(1);
    expect((await keys('retire', 'k1', '--backups-gone')).status).toBe(0);
    expect(kids()).toEqual([made[1]]);
    expect((await tongxing('verify', 'ledger')).status).toBe(0);
    expect((await tongxing('match', '--all')).answer.people).toBeGreaterThan(100);
  }, 120_000);

  it('a rotation of the blind-index key that was killed goes on, and its old key and column can go', async () => {
    const begun = (await keys('status')).answer.blind;
    expect(begun).toMatchObject({ kids: ['b1'], waiting: 0, leftover: 0 });
    const rows = begun.indexes.reduce((sum: number, index: { rows: number }) => sum + index.rows, 0);
    expect((await keys('retire', 'b1')).status).toBe(1);
    // A backup of before, for later.
    const [database, backup] = [join(data.path, 'tongxing.sqlite'), join(data.path, 'backup.sqlite')];
    copyFileSync(database, backup);
    await killed('--purpose', 'blind');
    const half = (await keys('status')).answer.blind;
    expect(half.kids).toEqual(['b1', 'b2']);
    if (half.waiting > 0) expect((await keys('retire', 'b1')).answer.error.code).toBe('KEY_IN_USE');
    expect((await tongxing('match', '--all')).answer.people).toBeGreaterThan(100);

    const ended = await keys('rotate', '--purpose', 'blind');
    expect(ended).toMatchObject({
      status: 0,
      answer: { kid: 'b2', goesOn: true, left: 0, unreadable: { count: 0 } },
    });
    expect(ended.answer.changed).toBeLessThanOrEqual(rows);
    expect((await keys('retire', 'b2')).status).toBe(1);
    expect(await keys('retire', 'b1')).toMatchObject({ status: 0, answer: { cleared: rows, left: 0 } });
    expect(await keys('retire', 'b1')).toMatchObject({ status: 0, answer: { cleared: 0, left: 0 } });
    expect((await keys('status')).answer.blind).toMatchObject({ kids: ['b2'], waiting: 0, leftover: 0 });
    expect((await tongxing('verify', 'ledger')).status).toBe(0);
    expect((await tongxing('verify', 'audit')).answer).toMatchObject({ ok: true });

    // Restored, its rows are indexed with a key that is gone: nobody would be found.
    const now = join(data.path, 'now.sqlite');
    copyFileSync(database, now);
    copyFileSync(backup, database);
    expect((await tongxing('verify', 'all')).answer.keys).toMatchObject({
      ok: false,
      behind: expect.arrayContaining(['person.idBlind']),
    });
    expect(await keys('rotate', '--purpose', 'blind')).toMatchObject({ status: 0, answer: { kid: 'b2', left: 0 } });
    expect((await keys('status')).answer.blind).toMatchObject({ kids: ['b2'], waiting: 0, leftover: 0 });
    expect((await tongxing('verify', 'all')).answer.keys.ok).toBe(true);
    copyFileSync(now, database);
  }, 180_000);

  it('digests and signatures go on under new keys, and older ones stay verifiable', async () => {
    const before = (await keys('status')).answer;
    expect(await keys('rotate', '--purpose', 'digest')).toMatchObject({ status: 0, answer: { kid: 'd2' } });
    const signed = await keys('rotate', '--purpose', 'sign');
    expect(signed.status).toBe(0);
    expect(signed.answer.kid).not.toBe(before.signing.fingerprint);
    const after = (await keys('status')).answer;
    expect([after.digests, after.signing.fingerprint]).toEqual([['d2', 'd1'], signed.answer.kid]);
    expect(after.oldSigners).toContainEqual({ algorithm: 'ed25519', fingerprint: before.signing.fingerprint });
    expect((await keys('retire', 'd1')).answer.error.code).toBe('KEY_IN_USE');
    expect((await keys('rotate', '--purpose', 'portal')).status).toBe(0);
    expect((await keys('rotate', '--purpose', 'other')).answer.error.code).toBe('VALIDATION');
    const audit = (await tongxing('verify', 'audit')).answer;
    expect(audit).toMatchObject({ ok: true, faults: [] });
    expect(audit.anchors).toBeGreaterThan(1);
    const all = await tongxing('verify', 'all');
    expect([all.status, Object.keys(all.answer)]).toEqual([0, ['ok', 'keys', 'ledger', 'accounts', 'audit']]);
    expect(all.answer).toMatchObject({ ok: true, keys: { unknown: 0, behind: [] } });
    const file = join(data.path, 'keys.json');
    const kept = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(kept), blind: randomBytes(32).toString('base64'), blindKid: 'b3' }),
    );
    expect(await tongxing('verify', 'all')).toMatchObject({ status: 1, answer: { keys: { ok: false } } });
    writeFileSync(file, kept);
  }, 120_000);

  it('uses the key that was handed round first', async () => {
    const { prepared } = (await keys('prepare')).answer;
    expect((await keys('prepare')).answer.prepared).toBe(prepared);
    expect((await keys('status')).answer).toMatchObject({ waiting: 0 });
    expect((await keys('rotate')).answer).toMatchObject({ kid: prepared, goesOn: false, left: 0 });
  }, 60_000);

  it('changes to the other suite and back, and wraps the file', async () => {
    const other = { ...environment, TONGXING_CRYPTO: 'gm' };
    const gm = await runCommand(['keys', 'rotate', '--json'], other);
    expect(JSON.parse(gm.stdout)).toMatchObject({ left: 0 });
    expect((await keys('status')).answer.waiting).toBeGreaterThan(200);
    const kek = join(data.path, 'kek');
    expect(spawnSync(process.execPath, ['scripts/make-keys.mjs', '--kek', kek]).status).toBe(0);
    expect((await keys('rewrap', kek)).status).toBe(0);
    const closed = await keys('status');
    expect([closed.status, closed.answer.error.message]).toEqual([
      1,
      expect.stringMatching(/^CONFIG_INVALID TONGXING_KEK: /),
    ]);
    const open = await runCommand(['keys', 'rotate', '--json'], { ...environment, TONGXING_KEK: kek });
    expect([open.status, JSON.parse(open.stdout).left]).toEqual([0, 0]);
    expect(readFileSync(join(data.path, 'keys.json'), 'utf8')).toMatch(/"blind": "v1\.a256gcm\.kek\./);
  }, 60_000);
});

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '@tongxing/platform';
import {
  auditorFileText,
  certify,
  commitmentOf,
  isoDate,
  prepareRound,
  publicFileText,
  runRound,
} from '@tongxing/rules';
import { dataFolder, runScript } from './running.js';

const SEED = '5e'.repeat(32);
const BASIS = '示例办法第5条';

/** Three people, one post of two seats, one of them reserved. */
function filesOf() {
  const round = prepareRound(
    {
      roundId: '2026-1',
      rulesVersion: 'rules-1',
      calendar: {
        announcedOn: isoDate('2026-03-01'),
        frozenOn: isoDate('2026-03-10'),
        drawnOn: isoDate('2026-03-20'),
        choicesUntil: isoDate('2026-03-31'),
        contractsFrom: isoDate('2026-04-10'),
      },
      draw: { commitment: commitmentOf(SEED, sha256Hex), source: '示例公开摇奖第30期', fallback: '示例公开摇奖第31期' },
      simulationHash: sha256Hex('report'),
      floor: null,
      posts: [
        {
          id: 'A',
          seats: 2,
          reserve: { status: 'DISABLED', seats: 1, basis: BASIS },
          tiers: [{ status: 'ZERO_EMPLOYMENT', basis: BASIS }],
          local: null,
        },
      ],
      entrants: [
        { ticket: 'T1', statuses: [], divisionCode: '640324100201' },
        { ticket: 'T2', statuses: ['DISABLED'], divisionCode: '640324100201' },
        { ticket: 'T3', statuses: ['ZERO_EMPLOYMENT'], divisionCode: '640324100201' },
      ],
    },
    {
      draw: { seed: SEED, value: '03 11 17', valueFrom: 'SOURCE' },
      lists: ['T1', 'T2', 'T3'].map((ticket) => ({ ticket, posts: ['A'] })),
      left: [],
    },
    sha256Hex,
  );
  const { result } = runRound(round);
  const certificate = certify(round, result, sha256Hex);
  return { auditor: auditorFileText(round, result, certificate), open: publicFileText(round, certificate) };
}

describe('verify certificate on the command line', () => {
  const data = dataFolder();
  afterAll(() => data.remove());
  const { auditor, open } = filesOf();
  const file = (name: string, content: string): string => {
    const path = join(data.path, name);
    writeFileSync(path, content);
    return path;
  };
  const check = async (...args: string[]) => {
    const { status, stdout } = await runScript('tongxing', ['verify', 'certificate', ...args, '--json'], {
      TONGXING_DATA_DIR: data.path,
    });
    return { status, answer: JSON.parse(stdout) };
  };

  it('passes what the rules made, and finds one changed figure', async () => {
    const good = await check(file('auditor.json', auditor));
    expect(good).toMatchObject({
      status: 0,
      answer: { ok: true, kind: 'AUDITOR', entrants: 3, placed: 2, problems: [] },
    });
    const bad = await check(file('bad.json', auditor.replace('"unplaced":1', '"unplaced":0')));
    expect(bad.status).toBe(1);
    expect(bad.answer.problems.map(({ code }: { code: string }) => code)).toEqual(['CERTIFICATE_HASH', 'COUNT']);
  });

  it('finds the own place from the public file and the own list', async () => {
    const mine = (ticket: string, statuses: string[]) =>
      file(`${ticket}.json`, JSON.stringify({ ticket, statuses, divisionCode: '640324100201', posts: ['A'] }));
    const path = file('public.json', open);
    expect((await check(path, '--mine', mine('T2', ['DISABLED']))).answer.mine).toMatchObject({
      post: 'A',
      kind: 'RESERVED',
    });
    expect((await check(path, '--mine', mine('T1', []))).answer.mine).toMatchObject({ post: null });
  });

  it('refuses a file that is not there or is no JSON, by code', async () => {
    expect((await check('/nowhere/certificate.json')).answer.error.code).toBe('NOT_FOUND');
    expect((await check(file('no.json', 'no'))).answer.error.code).toBe('VALIDATION');
  });

  it('is one file that runs by itself, from any folder', () => {
    const verifier = join(process.cwd(), 'apps/standalone/verifier/verify-certificate.mjs');
    const run = (name: string) => spawnSync(process.execPath, [verifier, name], { cwd: data.path, encoding: 'utf8' });
    file('auditor.json', auditor);
    expect(run('auditor.json')).toMatchObject({ status: 0, stdout: expect.stringContaining('核对无误（审计版）') });
    file('bad.json', auditor.replace('"unplaced":1', '"unplaced":0'));
    expect(run('bad.json')).toMatchObject({ status: 1, stdout: expect.stringContaining('没有录取的人数不对') });
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const engines = join(import.meta.dirname, '../../bench/matching/engines.mjs');
/** Those that need no package of their own. */
const PEERS = ['place loop', 'row loop', 'expert SQLite', 'normalised SQL'];
const SHARE = 0.05;

describe('the benchmark of matching', () => {
  // Its market is made of the rules' own facts: a rule that reads a new one has to be in the market and in every peer.
  it.each([
    ['FITS', '0', ['FITS']],
    ['FITS and FITS_WITH, where posts have accommodations', '1', ['FITS', 'FITS_WITH']],
  ])('runs on a tiny market, and every peer gives the same lists of %s', (_, accommodated, answers) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', engines, 'tiny', String(SHARE), '0.1', PEERS.join(), '1', accommodated],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('normalised SQL') });
    const told = JSON.parse(stdout) as { shareMeasured: number; lines: number; answers: string[]; peers: Record<string, unknown> };
    expect(Object.keys(told.peers)).toEqual(PEERS);
    expect(told.answers).toEqual(answers);
    expect(told.lines).toBeGreaterThan(0);
    expect(told.shareMeasured).toBeGreaterThan(SHARE / 2);
  });
});

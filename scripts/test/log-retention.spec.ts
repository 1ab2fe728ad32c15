import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** 36 months have at most so many days. */
const LEAST_DAYS = 1_096;
const LEAST_MONTHS = 36;
const text = (file: string): string => readFileSync(join('docker', file), 'utf8');
const LOGROTATE = '/usr/sbin/logrotate';

describe('the logs of 36 months', () => {
  it('stay in the journal for as long, on disk, with no line dropped', () => {
    const settings = new Map(
      [...text('journald@tongxing.conf').matchAll(/^(\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(settings.get('Storage')).toBe('persistent');
    expect(settings.get('RateLimitIntervalSec')).toBe('0');
    expect(settings.get('MaxRetentionSec')).toMatch(/^\d+day$/);
    expect(Number.parseInt(settings.get('MaxRetentionSec') ?? '', 10)).toBeGreaterThanOrEqual(LEAST_DAYS);
    expect(settings.has('SystemMaxUse')).toBe(true);
  });

  it('stay in rotated files for as long', () => {
    const config = text('logrotate.conf');
    expect(config).toMatch(/^ *monthly$/m);
    expect(config).not.toMatch(/^ *(?:size|maxsize) /m);
    expect(Number(/^ *rotate (\d+)$/m.exec(config)?.[1])).toBeGreaterThanOrEqual(LEAST_MONTHS);
    expect(Number(/^ *maxage (\d+)$/m.exec(config)?.[1])).toBeGreaterThanOrEqual(LEAST_DAYS);
  });

  (existsSync(LOGROTATE) ? it : it.skip)('are a configuration that logrotate reads without a complaint', () => {
    const { status, stderr } = spawnSync(LOGROTATE, ['--debug', join('docker', 'logrotate.conf')], { encoding: 'utf8' });
    expect([status, /error|unknown option/i.test(stderr)]).toEqual([0, false]);
  });

  it('are told of where the office looks', () => {
    const guide = readFileSync(join('docs', 'operations.md'), 'utf8');
    for (const file of ['docker/journald@tongxing.conf', 'docker/logrotate.conf']) expect(guide).toContain(file);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isoDate, type ParameterRow, retentionPeriod, SHIPPED_LAW } from '../../index.js';

const DAY = isoDate('2026-11-26');
const entered = (scope: string, value: string, from = '2026-01-01', to: string | null = null): ParameterRow => ({
  id: `${scope}${value}`,
  code: 'retention.days',
  scope,
  qualifier: 'SESSION',
  unit: 'days',
  value,
  from: isoDate(from),
  to: to === null ? null : isoDate(to),
  source: '某县文件',
  status: 'CONFIRMED',
  origin: 'OPERATOR',
  afterEnd: 'ASSUME',
});

describe('how long records stay', () => {
  it.each([
    [{ days: 'SESSION' }, 180],
    [{ days: 'SIGN_IN_CODE' }, 1],
    [{ days: 'UPLOAD' }, 180],
    [{ days: 'EXPORT' }, 3],
    [{ days: 'DELETION_GRACE' }, 7],
    [{ days: 'FEEDBACK' }, 730],
    [{ days: 'REVEAL' }, 1_096],
    [{ years: 'APPLICATION' }, 10],
    [{ years: 'MONEY' }, 30],
  ] as const)('%j is shipped as %d', (what, length) => {
    expect(retentionPeriod(SHIPPED_LAW, what, DAY).length).toBe(length);
  });

  it('takes the longest of the places, never the shortest', () => {
    const rows = [...SHIPPED_LAW, entered('640324', '90'), entered('36', '400')];
    expect(retentionPeriod(rows, { days: 'SESSION' }, DAY)).toEqual({ length: 400, source: '某县文件' });
    expect(retentionPeriod([...SHIPPED_LAW, entered('640324', '90')], { days: 'SESSION' }, DAY).length).toBe(180);
  });

  it('does not count a row before its first day', () => {
    const rows = [...SHIPPED_LAW, entered('36', '400', '2026-11-27')];
    expect(retentionPeriod(rows, { days: 'SESSION' }, DAY).length).toBe(180);
    expect(retentionPeriod(rows, { days: 'SESSION' }, isoDate('2026-11-27')).length).toBe(400);
  });

  it('is our mistake where nothing is shipped', () => {
    expect(() => retentionPeriod([], { days: 'SESSION' }, DAY)).toThrow('no row of retention.days SESSION');
  });
});

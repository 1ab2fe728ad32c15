import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { inEffect, periodsMeet, problemsOf, type SupersedingRow } from '../index.js';

const row = (id: string, from: string, to: string | null, supersedes: string | null = null): SupersedingRow => ({
  id,
  code: 'notice.days',
  scope: '640324',
  qualifier: '',
  unit: 'days',
  value: '5',
  from: isoDate(from),
  to: to === null ? null : isoDate(to),
  source: 'an act',
  status: 'CONFIRMED',
  origin: 'OPERATOR',
  afterEnd: 'REFUSE',
  supersedes,
});
const left = (...rows: SupersedingRow[]) => inEffect(rows).map(({ id, from, to }) => [id, from, to]);

describe('rows that supersede others', () => {
  it('end the old row on the eve, and leave rows without a link alone', () => {
    expect(left(row('a', '2020-01-01', null), row('b', '2026-03-01', null, 'a'))).toEqual([
      ['a', '2020-01-01', '2026-02-28'],
      ['b', '2026-03-01', null],
    ]);
    expect(left(row('a', '2020-01-01', '2020-12-31'))).toEqual([['a', '2020-01-01', '2020-12-31']]);
  });

  it('take the whole place of a row from its first day on', () => {
    expect(left(row('a', '2020-01-01', null), row('b', '2020-01-01', '2025-12-31', 'a'))).toEqual([
      ['b', '2020-01-01', '2025-12-31'],
    ]);
  });

  it('do not bring the old value back after an end of their own', () => {
    expect(left(row('a', '2020-01-01', null), row('b', '2026-01-01', '2026-12-31', 'a'))).toEqual([
      ['a', '2020-01-01', '2025-12-31'],
      ['b', '2026-01-01', '2026-12-31'],
    ]);
  });

  it('do not bring it back either when they are superseded themselves', () => {
    expect(
      left(row('a', '2020-01-01', null), row('b', '2026-01-01', null, 'a'), row('c', '2026-01-01', null, 'b')),
    ).toEqual([
      ['a', '2020-01-01', '2025-12-31'],
      ['c', '2026-01-01', null],
    ]);
  });

  it('cut at the earliest of several, and never lengthen a row', () => {
    const rows = [
      row('a', '2020-01-01', '2025-06-30'),
      row('b', '2025-01-01', null, 'a'),
      row('c', '2024-01-01', '2024-12-31', 'a'),
    ];
    expect(left(...rows)[0]).toEqual(['a', '2020-01-01', '2023-12-31']);
    expect(left(row('a', '2020-01-01', '2020-06-30'), row('b', '2021-01-01', null, 'a'))[0]).toEqual([
      'a',
      '2020-01-01',
      '2020-06-30',
    ]);
    expect(problemsOf(inEffect([rows[0], rows[2], rows[1]] as SupersedingRow[]))).toEqual([]);
  });

  it.each([
    ['2020-01-01', '2020-12-31', '2020-12-31', null, true],
    ['2020-01-01', '2020-12-31', '2021-01-01', null, false],
    ['2020-01-01', null, '2030-01-01', '2030-01-01', true],
    ['2021-01-01', null, '2019-01-01', '2020-12-31', false],
  ])('%s–%s and %s–%s share a day: %s', (from, to, otherFrom, otherTo, meet) => {
    const [one, other] = [row('a', from, to), row('b', otherFrom, otherTo)];
    expect(periodsMeet(one, other)).toBe(meet);
    expect(periodsMeet(other, one)).toBe(meet);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isoDate } from '../../calendar.js';
import { RuleRefusal } from '../../refusal.js';
import { Law, type ParameterRow, problemsOf, SHIPPED_LAW, SHIPPED_REVIEWED_ON } from '../index.js';

const row = (change: Partial<ParameterRow>): ParameterRow => ({
  id: `${change.scope}-${change.from}-${change.origin}`,
  code: 'demo.code',
  scope: 'CN',
  qualifier: '',
  unit: 'x',
  value: '1',
  from: isoDate('2020-01-01'),
  to: null,
  source: 'an act',
  status: 'CONFIRMED',
  origin: 'SHIPPED',
  afterEnd: 'REFUSE',
  ...change,
});
const law = (...rows: ParameterRow[]) => new Law(rows, '640324000000');
const refusal = (work: () => unknown): RuleRefusal => {
  try {
    work();
  } catch (error) {
    return error as RuleRefusal;
  }
  throw new Error('nothing was refused');
};

describe('the shipped law', () => {
  it('has a source for every value, and periods that ascend without overlap', () => {
    expect(problemsOf(SHIPPED_LAW)).toEqual([]);
    expect(new Set(SHIPPED_LAW.map((shipped) => shipped.id)).size).toBe(SHIPPED_LAW.length);
  });

  it('was reviewed on or after the newest value in force came into force', () => {
    const newest = SHIPPED_LAW.map((shipped) => shipped.from)
      .sort()
      .at(-1);
    expect(SHIPPED_REVIEWED_ON >= String(newest)).toBe(true);
  });

  it('notices a missing source and an overlap', () => {
    expect(problemsOf([row({ source: ' ' })])).toHaveLength(1);
    expect(problemsOf([row({}), row({ from: isoDate('2021-01-01') })])).toHaveLength(1);
  });

  it.each([
    ['levy.tier.upper', '2022-12-31', '财政部公告2019年第98号'],
    ['levy.tier.upper', '2023-01-01', '财政部公告2023年第8号'],
    ['levy.tier.upper', '2027-12-31', '财政部公告2023年第8号'],
  ])('%s on %s comes from %s', (code, day, source) => {
    expect(new Law(SHIPPED_LAW, '640324').on(code, isoDate(day)).row.source).toBe(source);
  });

  it('refuses the tiers from 2028 on and before 2020', () => {
    const shipped = new Law(SHIPPED_LAW, '640324');
    expect(refusal(() => shipped.on('levy.tier.upper', isoDate('2028-01-01'))).code).toBe('LAW_UNKNOWN');
    expect(refusal(() => shipped.on('levy.tier.upper', isoDate('2019-12-31'))).code).toBe('LAW_UNKNOWN');
    expect(shipped.on('levy.tier.upper', isoDate('2028-01-01'), { assume: true }).answer).toBe('assumed-continued');
  });

  it('never falls back to the national floor where a province has no ratio', () => {
    expect(refusal(() => new Law(SHIPPED_LAW, '110101').on('quota.ratio', isoDate('2026-01-01')))).toMatchObject({
      code: 'LAW_UNKNOWN',
      subject: 'quota.ratio',
    });
  });
});

describe('a look-up', () => {
  const day = isoDate('2026-06-01');

  it('takes the narrowest scope', () => {
    const found = law(
      row({}),
      row({ scope: '64', value: '2' }),
      row({ scope: '640324', value: '3' }),
      row({ scope: '36', value: '9' }),
    ).on('demo.code', day);
    expect(found.row.value).toBe('3');
  });

  it('prefers what an operator entered to what was shipped, and both to demo rows', () => {
    const rows = [
      row({ value: 'shipped' }),
      row({ origin: 'DEMO', value: 'demo' }),
      row({ origin: 'OPERATOR', value: 'operator' }),
    ];
    expect(law(...rows).on('demo.code', day).row.value).toBe('operator');
    expect(law(...rows.slice(0, 2)).on('demo.code', day).row.value).toBe('shipped');
  });

  it('carries an ASSUME row on, flagged; refuses in a gap and before the first day', () => {
    const ended = row({ to: isoDate('2025-12-31'), afterEnd: 'ASSUME' });
    expect(law(ended).on('demo.code', day).answer).toBe('assumed-continued');
    expect(law(ended).on('demo.code', isoDate('2025-12-31')).answer).toBe('known');
    expect(refusal(() => law(ended, row({ from: isoDate('2027-01-01') })).on('demo.code', day)).code).toBe(
      'LAW_UNKNOWN',
    );
    expect(refusal(() => law(ended).on('demo.code', isoDate('2019-12-31'))).code).toBe('LAW_UNKNOWN');
  });

  it('keeps qualifiers apart', () => {
    expect(refusal(() => law(row({ qualifier: 'ENTERPRISE' })).on('demo.code', day)).subject).toBe('demo.code');
    expect(law(row({ qualifier: 'ENTERPRISE' })).on('demo.code', day, { qualifier: 'ENTERPRISE' }).answer).toBe(
      'known',
    );
  });
});

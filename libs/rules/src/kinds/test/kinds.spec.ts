import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoDate } from '../../calendar.js';
import { RuleRefusal } from '../../refusal.js';
import {
  monthlyIncome,
  monthsUntil,
  OUTCOME_FACTS,
  type OutcomeFact,
  outcomeFacts,
  outcomeOf,
  outcomeWords,
  type WrittenOutcome,
} from '../outcomes.js';
import {
  KIND_FACTS,
  KIND_FIELDS,
  kindProblems,
  MOST_INTERN_MONTHS,
  projectKindOf,
  projectKindText,
  WORK_KINDS,
} from '../post-kinds.js';
import { needsNoSight } from '../screen.js';

const TODAY = isoDate('2026-11-23');
const nothing: Omit<WrittenOutcome, 'fact'> = { on: null, until: null, month: null, word: null, fen: null, text: null };
const work = (kind: string, endedOn: string | null = null) => ({
  kind,
  startedOn: isoDate('2026-03-10'),
  endedOn: endedOn === null ? null : isoDate(endedOn),
});
const fieldOf = (make: () => unknown): string => {
  try {
    make();
    return 'none';
  } catch (error) {
    return error instanceof RuleRefusal ? error.subject : 'crash';
  }
};

describe('the own facts of a kind of post', () => {
  const filled = { welfareKind: '护路员', unitName: '示例车间', payBasis: 'PIECE', projectId: 'p', internMonths: 3 };

  it('a field that another kind owns is refused at that field, and the own ones are not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORK_KINDS), fc.subarray([...KIND_FIELDS]), (kind, some) => {
        const written = { kind, ...Object.fromEntries(some.map((field) => [field, filled[field]])) };
        const own: readonly string[] = KIND_FACTS[kind].fields;
        expect(kindProblems(written).map(({ field }) => field)).toEqual(
          KIND_FIELDS.filter((field) => some.includes(field) && !own.includes(field)),
        );
      }),
    );
  });

  it.each([
    [0, 1],
    [1, 0],
    [MOST_INTERN_MONTHS, 0],
    [MOST_INTERN_MONTHS + 1, 1],
    [1.5, 1],
  ])('见习 of %p months has %p problems', (internMonths, count) => {
    expect(kindProblems({ kind: 'INTERNSHIP', internMonths })).toHaveLength(count);
  });

  it('pay that the kind does not know is refused with the ones it knows', () => {
    expect(kindProblems({ kind: 'AUXILIARY', payBasis: 'SALES' })[0]?.hint).toBe('请选：计件、补贴、工资。');
    expect(kindProblems({ kind: 'FLEXIBLE', payBasis: 'SALES' })).toEqual([]);
  });

  it('a project is of the list by its word or code, or of its own words', () => {
    expect(projectKindOf(' 云客服 ')).toBe('CLOUD_SERVICE');
    expect(projectKindText(projectKindOf('直播带货'))).toBe('直播带货');
    expect(projectKindText(projectKindOf('家庭养殖'))).toBe('家庭养殖');
  });
});

describe('an outcome', () => {
  const tell = (kind: string, fact: OutcomeFact, over: Partial<WrittenOutcome> = {}, endedOn: string | null = null) =>
    outcomeOf(work(kind, endedOn), { fact, ...nothing, ...over }, TODAY);

  it('is kept for the kinds that have it and for no other', () => {
    const fill: Record<OutcomeFact, Partial<WrittenOutcome>> = {
      CONTRACT: { on: '2026-03-10' },
      INSURANCE: { on: '2026-03-10' },
      INCOME: { month: '2026-10', fen: 0 },
      CONVERSION: { on: '2026-09-10' },
      SCHOOL: { text: '示例学校' },
    };
    for (const kind of WORK_KINDS)
      for (const fact of Object.keys(OUTCOME_FACTS) as OutcomeFact[]) {
        const given = { ...fill[fact], word: outcomeWords(kind, fact)[0] ?? null };
        expect([kind, fact, fieldOf(() => tell(kind, fact, given))]).toEqual([
          kind,
          fact,
          outcomeFacts(kind).includes(fact) ? 'none' : 'fact',
        ]);
      }
  });

  it.each([
    ['2026-02', 'month'],
    ['2026-03', 'none'],
    ['2026-11', 'none'],
    ['2026-12', 'month'],
    ['2026-13', 'month'],
    ['2026-3', 'month'],
  ])('the income of %s: %s', (month, field) => {
    expect(fieldOf(() => tell('PROPORTIONAL', 'INCOME', { month, word: 'WAGE', fen: 1 }))).toBe(field);
  });

  it('has no income after the month of leaving, and zero is an amount', () => {
    const at = (month: string) =>
      fieldOf(() => tell('FLEXIBLE', 'INCOME', { month, word: 'SALES', fen: 0 }, '2026-08-31'));
    expect([at('2026-08'), at('2026-09')]).toEqual(['none', 'month']);
    expect(fieldOf(() => tell('FLEXIBLE', 'INCOME', { month: '2026-08', word: 'SALES', fen: null }))).toBe('fen');
    expect(fieldOf(() => tell('FLEXIBLE', 'INCOME', { month: '2026-08', word: 'SALES', fen: -1 }))).toBe('fen');
    expect(fieldOf(() => tell('FLEXIBLE', 'INCOME', { month: '2026-08', word: 'SALES', fen: 0.5 }))).toBe('fen');
  });

  it('is told of today and before, never of tomorrow or of the time after leaving', () => {
    const on = (day: string, endedOn: string | null = null) =>
      fieldOf(() => tell('PROPORTIONAL', 'CONTRACT', { on: day, word: 'LABOUR_CONTRACT' }, endedOn));
    expect([on('2026-11-23'), on('2026-11-24'), on('2026-09-01', '2026-08-31'), on('2026-02-29')]).toEqual([
      'none',
      'on',
      'on',
      'on',
    ]);
    expect(fieldOf(() => tell('INTERNSHIP', 'CONVERSION', { on: '2026-03-09', word: 'KEPT' }))).toBe('on');
    expect(fieldOf(() => tell('INTERNSHIP', 'CONVERSION', { on: '2026-11-23', word: 'KEPT' }, '2026-09-09'))).toBe(
      'none',
    );
  });

  it('a contract ends on its first day at the earliest; one of each first day is kept', () => {
    const until = (day: string) =>
      fieldOf(() => tell('PROPORTIONAL', 'CONTRACT', { on: '2026-03-10', until: day, word: 'LABOUR_CONTRACT' }));
    expect([until('2026-03-09'), until('2026-03-10')]).toEqual(['until', 'none']);
    expect(tell('PROPORTIONAL', 'CONTRACT', { on: '2026-03-10', word: 'DISPATCH' }).slot).toBe('2026-03-10');
    expect(tell('INTERNSHIP', 'CONVERSION', { on: '2026-09-10', word: 'KEPT' }).slot).toBe(
      tell('INTERNSHIP', 'CONVERSION', { on: '2026-10-10', word: 'NOT_KEPT' }).slot,
    );
  });

  it('sums what was told of a month; 未报 stays apart from 0', () => {
    const rows = [
      { slot: '2026-10/PIECE', fen: 30_000 },
      { slot: '2026-10/ALLOWANCE', fen: 20_000 },
      { slot: '2026-11/PIECE', fen: 0 },
    ];
    expect(['2026-09', '2026-10', '2026-11'].map((month) => monthlyIncome(rows, month))).toEqual([null, 50_000, 0]);
  });

  it('counts months back over the turn of the year', () => {
    expect(monthsUntil(isoDate('2026-01-31'), 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  });
});

describe('work that needs no sight', () => {
  it.each([
    [null, [], false],
    [{}, [], false],
    [{ SEE: 0 }, [], true],
    [{ SEE: 1 }, [], true],
    [{ SEE: 2 }, [], false],
    [{ SEE: 4 }, ['读屏软件'], true],
    [{ SEE: 4 }, ['可提供读屏软件'], true],
    [{ SEE: 3 }, ['大字材料'], false],
  ] as const)('%j with %j: %p', (demands, provisions, answer) => {
    expect(needsNoSight(demands, [...provisions])).toBe(answer);
  });
});

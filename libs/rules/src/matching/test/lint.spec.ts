import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ABILITY_CODES,
  accommodationsOf,
  DemandLinter,
  demandSentences,
  isFit,
  isoDate,
  judge,
  Law,
  type Levels,
  type LintFinding,
  lintLawOn,
  lintPost,
  lintText,
  type MatchPerson,
  type MatchPost,
  type ParameterRow,
  SHIPPED_LAW,
  stepped,
  steppedLint,
  type WrittenPost,
} from '../../index.js';
import { anyPerson, anyPost, DAY, LAW, person, post } from './pairs.js';

const RUNS = { numRuns: 150 };
const LINT_LAW = {
  minimumWage: { fen: 195_000, source: '某通知' },
  weeklyHours: { hours: 40, source: '某规定' },
};
const NOTHING = Object.fromEntries(ABILITY_CODES.map((item) => [item, 0])) as Levels;

const written = (change: Partial<WrittenPost> = {}): WrittenPost => ({
  title: '包装工',
  kind: 'PROPORTIONAL',
  welfareKind: null,
  description: null,
  wageLowFen: 200_000,
  weeklyHours: 400,
  skills: [],
  licences: [],
  provisions: [],
  demands: NOTHING,
  tasks: null,
  legalBasis: null,
  ...change,
});
const short = (findings: readonly LintFinding[]) => findings.map(({ code, field }) => `${code} ${field}`);
const refused = (change: Partial<WrittenPost>, law: Parameters<typeof lintText>[1] = LINT_LAW) =>
  short(lintText(written(change), law).refusals);
const warned = (change: Partial<WrittenPost>, law: Parameters<typeof lintText>[1] = LINT_LAW) =>
  short(lintText(written(change), law).cautions);

describe('the text of a post', () => {
  it('passes as it should be', () => {
    expect(lintText(written(), LINT_LAW)).toEqual({ refusals: [], cautions: [] });
  });

  it.each([
    ['title', { title: '包装工（限男性）' }],
    ['description', { description: '招35岁以下' }],
    ['skills', { skills: ['打字', '形象好'] }],
    ['licences', { licences: ['身体健康证明'] }],
    ['provisions', { provisions: ['女工宿舍'] }],
    ['welfareKind', { kind: 'PUBLIC_WELFARE', welfareKind: '年轻协理员' }],
    ['tasks.LIFT', { demands: { ...NOTHING, LIFT: 2 }, tasks: { LIFT: '男员工搬箱子' } }],
  ] as [string, Partial<WrittenPost>][])('is refused a limit in %s', (field, change) => {
    expect(refused(change)).toEqual([`LEGAL_BASIS_MISSING ${field}`]);
  });

  it('keeps a limit only on an act that speaks of this kind of limit', () => {
    const title = '井下支护工（限男性）';
    expect(refused({ title, legalBasis: '女职工劳动保护特别规定' })).toEqual([]);
    expect(refused({ title, legalBasis: '食品安全法' })).toEqual(['LEGAL_BASIS_MISSING title']);
    expect(refused({ title, legalBasis: '公司规定' })).toEqual(['LEGAL_BASIS_MISSING title']);
    // One of two limits has its act: the other does not.
    const { refusals } = lintText(
      written({ title: '配菜员（限女，健康状况良好）', legalBasis: '食品安全法' }),
      LINT_LAW,
    );
    expect(refusals).toEqual([
      {
        code: 'LEGAL_BASIS_MISSING',
        field: 'title',
        message: '这里限了性别，写的依据里没有准许这样限的规定。请删掉限制，只写要做的事。',
      },
    ]);
  });

  it('says that a basis without a limit helps nobody', () => {
    expect(warned({ legalBasis: '食品安全法' })).toEqual(['BASIS_UNUSED legalBasis']);
    expect(warned({ title: '配菜员（健康状况良好）', legalBasis: '食品安全法' })).toEqual([]);
  });

  it('asks for every demand, and from level 2 on for the task behind it', () => {
    expect(refused({ demands: null }).length).toBe(ABILITY_CODES.length);
    const { LIFT: _, ...rest } = NOTHING;
    expect(refused({ demands: rest })).toEqual(['DEMAND_INCOMPLETE demands.LIFT']);
    expect(refused({ demands: { ...NOTHING, LIFT: 1 } })).toEqual([]);
    expect(refused({ demands: { ...NOTHING, LIFT: 2 } })).toEqual(['DEMAND_INCOMPLETE tasks.LIFT']);
    expect(refused({ demands: { ...NOTHING, LIFT: 2 }, tasks: { LIFT: '  ' } })).toEqual([
      'DEMAND_INCOMPLETE tasks.LIFT',
    ]);
    expect(refused({ demands: { ...NOTHING, LIFT: 4 }, tasks: { LIFT: '把面袋搬上车' } })).toEqual([]);
  });

  it.each([
    ['full-time by its hours, a fen short', { wageLowFen: 194_999 }, true],
    ['full-time by its hours, exactly', { wageLowFen: 195_000 }, false],
    ['hours not stated', { wageLowFen: 194_999, weeklyHours: null }, true],
    ['part-time: 24 hours', { wageLowFen: 100_000, weeklyHours: 240 }, false],
    ['half an hour more', { wageLowFen: 100_000, weeklyHours: 245 }, true],
    ['集中就业', { wageLowFen: 100_000, kind: 'CONCENTRATED' }, true],
    ['灵活就业 with full hours', { wageLowFen: 100_000, kind: 'FLEXIBLE' }, true],
    ['灵活就业 without hours', { wageLowFen: 100_000, kind: 'FLEXIBLE', weeklyHours: null }, false],
    ['辅助性就业', { wageLowFen: 100_000, kind: 'AUXILIARY' }, false],
    ['见习', { wageLowFen: 100_000, kind: 'INTERNSHIP' }, false],
    ['公益性岗位', { wageLowFen: 100_000, kind: 'PUBLIC_WELFARE' }, false],
  ] as [string, Partial<WrittenPost>, boolean][])('pays at least the minimum wage: %s', (_, change, refuses) => {
    expect(refused(change)).toEqual(refuses ? ['WAGE_BELOW_MINIMUM wageLowYuan'] : []);
  });

  it('keeps to the legal hours', () => {
    expect(refused({ weeklyHours: 400 })).toEqual([]);
    expect(refused({ weeklyHours: 401 })).toEqual(['HOURS_OVER_LIMIT weeklyHours']);
  });

  it('refuses nothing on a law that nobody entered, and says so', () => {
    const none = { minimumWage: null, weeklyHours: null };
    const change = { wageLowFen: 1, weeklyHours: 800 };
    expect(refused(change, none)).toEqual([]);
    expect(warned(change, none)).toEqual(['LAW_UNKNOWN wageLowYuan', 'LAW_UNKNOWN weeklyHours']);
    // A public-welfare post in the country is paid by the local act.
    expect(warned({ kind: 'PUBLIC_WELFARE', wageLowFen: 1 })).toEqual(['WAGE_BELOW_MINIMUM wageLowYuan']);
  });

  it('reads the law of the work place and the day', () => {
    const row = (code: string, value: string, qualifier: string, from: string, to: string | null): ParameterRow => ({
      id: `${code}${qualifier}${from}`,
      code,
      scope: '640324',
      qualifier,
      unit: '',
      value,
      from: isoDate(from),
      to: to === null ? null : isoDate(to),
      source: '某通知',
      status: 'CONFIRMED',
      origin: 'OPERATOR',
      afterEnd: 'REFUSE',
    });
    const rows = [
      ...SHIPPED_LAW,
      row('count.minimumWage', '195000', '', '2025-01-01', '2026-06-15'),
      row('count.minimumWage', '175000', '3', '2026-06-16', null),
      row('setting.wageClass', '3', '', '2026-06-16', null),
    ];
    const wage = (day: string, place = '640324') => lintLawOn(new Law(rows, place), isoDate(day)).minimumWage;
    expect(wage('2026-06-15')).toEqual({ fen: 195_000, source: '某通知' });
    expect(wage('2026-06-16')).toEqual({ fen: 175_000, source: '某通知' });
    expect(wage('2024-12-31')).toBeNull();
    expect(wage('2026-06-16', '640302')).toBeNull();
    expect(lintLawOn(new Law(SHIPPED_LAW, '640324'), DAY).weeklyHours?.hours).toBe(40);
  });

  it('is shown with the task behind a demand', () => {
    expect(demandSentences({ LIFT: 2, STAND: 1, SEE: 0 }, { LIFT: '搬盆花' })).toEqual([
      '搬5公斤以内的东西：搬盆花',
      '一次站15分钟',
    ]);
    expect(demandSentences(null)).toEqual([]);
  });
});

const lifts = (level: number): MatchPerson =>
  person({ profile: { levels: { ...NOTHING, LIFT: level, STAND: 4 }, assessedOn: DAY, validUntil: null } });
const count = (j: MatchPost, people: readonly MatchPerson[]) =>
  lintPost(written(), j, people, DAY, {
    lint: LINT_LAW,
    match: LAW,
  });

/** Any people, and people who differ in their assessment only, so that demands decide. */
const anyPeople = fc.array(
  fc.oneof(
    anyPerson,
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 16, maxLength: 16 }).map((levels) =>
      person({
        profile: {
          levels: Object.fromEntries(ABILITY_CODES.map((item, index) => [item, levels[index] as number])),
          assessedOn: DAY,
          validUntil: DAY,
        },
      }),
    ),
  ),
  { maxLength: 12 },
);
const fewDemands: fc.Arbitrary<Levels> = fc
  .array(fc.tuple(fc.constantFrom(...ABILITY_CODES), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 2 })
  .map((pairs) => Object.fromEntries(pairs));

describe('the demands of a post against people', () => {
  it('are counted apart: under the level, only because of it, not assessed', () => {
    const blank = person({ profile: { levels: { STAND: 4 }, assessedOn: DAY, validUntil: null } });
    const people = [lifts(0), lifts(1), lifts(1), lifts(2), lifts(3), blank, person({ profile: null })];
    const { people: all, fits, demands } = count(post({ demands: { LIFT: 2, STAND: 1 } }), people);
    expect([all, fits]).toEqual([7, 2]);
    expect(demands.map(({ item, level, below, onlyThis, unknown }) => [item, level, below, onlyThis, unknown])).toEqual(
      [
        ['LIFT', 2, 3, 4, 2],
        ['STAND', 1, 0, 0, 1],
      ],
    );
    const [lift] = demands;
    // One level less: the two of level 1. A helper lowers to level 1 as well.
    expect(lift?.suggestions.map(({ kind, gain }) => [kind, gain])).toEqual([
      ['LOWER', 2],
      ['ACCOMMODATION', 2],
    ]);
    expect(lift?.suggestions.map(({ says }) => says)).toEqual([
      '把搬重物分开，或者用推车，只要求「搬2公斤以内的东西」',
      '提供搬运帮手',
    ]);
  });

  it('offer only what is not there, and lowers this demand', () => {
    const kinds = (provisions: string[], demands: Levels) =>
      count(post({ demands, provisions, accommodations: accommodationsOf(provisions) }), [])
        .demands.flatMap(({ suggestions }) => suggestions)
        .flatMap(({ provision }) => provision ?? [])
        .sort();
    expect(kinds([], { HEAR: 3 })).toEqual(['安静岗位', '手语翻译', '文字沟通'].sort());
    expect(kinds(['可提供文字沟通', '手语翻译'], { HEAR: 3 })).toEqual(['安静岗位']);
    expect(kinds([], { HEAR: 2, LIFT: 1 })).toEqual(['手语翻译', '文字沟通'].sort());
  });

  it('are judged as if the post stood open today without a limit: those are for the text', () => {
    const closed = post({
      demands: { LIFT: 2 },
      open: false,
      openings: 0,
      closesOn: isoDate('2020-01-01'),
      limitBasis: '某法',
    });
    expect(count(closed, [lifts(2)]).fits).toBe(1);
  });

  it('M12: only because of it is what fits without the demand, less what fits with it; suggestions likewise', () => {
    let gained = 0;
    fc.assert(
      fc.property(anyPost, anyPeople, fewDemands, fc.boolean(), (any, people, few, plain) => {
        const facts = plain ? post({ provisions: any.provisions, accommodations: any.accommodations }) : any;
        const asked = plain ? few : (any.demands ?? {});
        const open = { open: true, openings: 1, publishedOn: DAY, closesOn: DAY, limitBasis: null };
        const j = { ...facts, ...open, demands: asked };
        const fitting = (one: MatchPost) => people.filter((x) => isFit(judge(x, one, DAY, LAW).answer)).length;
        const { fits, demands } = count(j, people);
        expect(fits).toBe(fitting(j));
        expect(demands.map(({ item }) => item)).toEqual(ABILITY_CODES.filter((item) => (j.demands[item] ?? 0) > 0));
        for (const { item, level, onlyThis, suggestions } of demands) {
          const { [item]: _, ...left } = j.demands as Record<string, number>;
          expect(onlyThis).toBe(fitting({ ...j, demands: left }) - fits);
          for (const { kind, level: to, provision, gain } of suggestions) {
            const provisions = [...j.provisions, `可提供${provision}`];
            const changed =
              kind === 'LOWER'
                ? { ...j, demands: { ...j.demands, [item]: to as number } }
                : { ...j, provisions, accommodations: accommodationsOf(provisions) };
            expect(gain).toBe(fitting(changed) - fits);
            expect(gain).toBeGreaterThanOrEqual(0);
            if (kind === 'LOWER') expect(to).toBe(level - 1);
            gained += gain;
          }
        }
      }),
      RUNS,
    );
    // By chance often some hundred, sometimes some dozens: none would prove nothing.
    expect(gained).toBeGreaterThan(0);
  });

  it('raising a level never lowers who is under it, nor who is kept out by it alone; not assessed stays', () => {
    fc.assert(
      fc.property(
        fc.array(anyPerson, { maxLength: 12 }),
        fc.constantFrom(...ABILITY_CODES),
        fc.integer({ min: 1, max: 3 }),
        (people, item, level) => {
          const at = (asked: number) => count(post({ demands: { [item]: asked } }), people).demands[0];
          const [low, high] = [at(level), at(level + 1)];
          expect(high?.below).toBeGreaterThanOrEqual(low?.below as number);
          expect(high?.onlyThis).toBeGreaterThanOrEqual(low?.onlyThis as number);
          expect(high?.unknown).toBe(low?.unknown);
        },
      ),
      RUNS,
    );
  });

  it('are the same whether people come at once or in batches', () => {
    const people = [lifts(0), lifts(1), lifts(2), person({ profile: null })];
    const j = post({ demands: { LIFT: 2 } });
    const linter = new DemandLinter(j, DAY, LAW);
    for (const one of people) linter.add([one]);
    const { people: all, fits, demands } = count(j, people);
    expect(linter.result()).toEqual({ people: all, fits, demands });
  });
});

describe('what an employer sees of counts', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [10, 10],
    [14_731, 14_730],
  ])('%i is %i', (exact, shown) => {
    expect(stepped(exact)).toBe(shown);
  });

  it('is every count in steps, also the order of suggestions', () => {
    const all = [...Array.from({ length: 7 }, () => lifts(1)), ...Array.from({ length: 3 }, () => lifts(2))];
    const exact = count(post({ demands: { LIFT: 2 } }), all);
    const shown = steppedLint(exact);
    expect([exact.people, exact.fits, exact.demands[0]?.onlyThis]).toEqual([10, 3, 7]);
    expect([shown.people, shown.fits, shown.demands[0]?.onlyThis]).toEqual([10, 0, 5]);
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (below, a, b) => {
        const one = (says: string, gain: number) =>
          ({ kind: 'ACCOMMODATION', says, level: null, provision: says, gain }) as const;
        const { demands } = steppedLint({
          people: below,
          fits: below,
          demands: [
            { item: 'LIFT', level: 2, below, onlyThis: a, unknown: b, suggestions: [one('乙', a), one('甲', b)] },
          ],
        });
        const numbers = demands.flatMap((d) => [
          d.below,
          d.onlyThis,
          d.unknown,
          ...d.suggestions.map(({ gain }) => gain),
        ]);
        for (const number of numbers) expect(number % 5).toBe(0);
        if (stepped(a) === stepped(b)) expect(demands[0]?.suggestions[0]?.says).toBe('乙');
      }),
    );
  });
});

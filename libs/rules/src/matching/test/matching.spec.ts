import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ABILITY_CODES,
  accommodationsOf,
  addDays,
  birthdayOn,
  compareAnswers,
  explainMatch,
  isFit,
  isoDate,
  type IsoDate,
  judge,
  Law,
  matchLawOn,
  type MatchPerson,
  NO_EXPIRY,
  type ParameterRow,
  scoreParts,
  SHIPPED_LAW,
  smallestChange,
  travelBand,
  workingAgeUntil,
} from '../../index.js';
import { oracle } from './oracle.js';
import { anyPair, anyPerson, anyPost, DAY, LAW, person, post } from './pairs.js';

const RUNS = { numRuns: 1500 };
const answer = (x: MatchPerson, j = post()) => judge(x, j, DAY, LAW).answer;

describe('judging a pair', () => {
  it('agrees with an oracle written from the design alone', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyPair, ([x, j, law]) => {
        const ours = judge(x, j, DAY, law).answer;
        seen.add(ours);
        expect(ours).toBe(oracle(x, j, DAY, law));
      }),
      { numRuns: 6_000 },
    );
    expect([...seen].sort()).toEqual(['FITS', 'FITS_WITH', 'NO', 'UNKNOWN']);
  });

  it('fits on the first and last day of certificate, post, assessment and working age, and not a day outside', () => {
    const cases: [Partial<MatchPerson>, Parameters<typeof post>[0], string][] = [
      [{ certificateExpiresOn: DAY }, {}, 'FITS'],
      [{ certificateExpiresOn: addDays(DAY, -1) }, {}, 'NO'],
      [{ workingAgeUntil: DAY }, {}, 'FITS'],
      [{ workingAgeUntil: addDays(DAY, -1) }, {}, 'NO'],
      [{ birthOn: isoDate('2010-06-15') }, {}, 'FITS'],
      [{ birthOn: isoDate('2010-06-16') }, {}, 'NO'],
      [{}, { publishedOn: DAY, closesOn: DAY }, 'FITS'],
      [{}, { publishedOn: addDays(DAY, 1) }, 'NO'],
      [{}, { closesOn: addDays(DAY, -1) }, 'NO'],
      [{ profile: { levels: { STAND: 2 }, assessedOn: DAY, validUntil: DAY } }, {}, 'FITS'],
      [
        { profile: { levels: { STAND: 2 }, assessedOn: isoDate('2026-01-01'), validUntil: addDays(DAY, -1) } },
        {},
        'UNKNOWN',
      ],
      [{ profile: { levels: { STAND: 2 }, assessedOn: addDays(DAY, 1), validUntil: null } }, {}, 'UNKNOWN'],
    ];
    for (const [ofPerson, ofPost, expected] of cases)
      expect([ofPerson, ofPost, answer(person(ofPerson), post(ofPost))]).toEqual([ofPerson, ofPost, expected]);
  });

  it('never takes the unknown for able or unable', () => {
    const unassessed = person({ profile: null });
    expect(answer(unassessed)).toBe('UNKNOWN');
    expect(answer(unassessed, post({ demands: {} }))).toBe('FITS');
    expect(answer(unassessed, post({ demands: null }))).toBe('UNKNOWN');
    expect(answer(person({ skills: null }), post({ skills: ['养殖'] }))).toBe('UNKNOWN');
    expect(answer(person({ skills: [] }), post({ skills: ['养殖'] }))).toBe('NO');
  });

  it('says no to nobody without a basis', () => {
    const far = person({ divisionCode: '640302001001', commuteKm: null });
    const welfare = post({ kind: 'PUBLIC_WELFARE' });
    expect(judge(far, welfare, DAY, LAW).answer).toBe('NO');
    expect(judge(far, welfare, DAY, { ...LAW, residentsOnly: null }).answer).toBe('UNKNOWN');
  });

  it('fits with what the workplace promises, and plainly with what stands there', () => {
    const deaf = person({ profile: { levels: { HEAR: 0, READ: 2 }, assessedOn: DAY, validUntil: null } });
    const asks = (...provisions: string[]) =>
      post({ demands: { HEAR: 3, READ: 1 }, provisions, accommodations: accommodationsOf(provisions) });
    expect(answer(deaf, asks())).toBe('NO');
    expect(answer(deaf, asks('可提供文字沟通'))).toBe('FITS_WITH');
    expect(answer(deaf, asks('文字沟通'))).toBe('FITS');
    const cannotRead = person({ profile: { levels: { HEAR: 0, READ: 1 }, assessedOn: DAY, validUntil: null } });
    expect(answer(cannotRead, asks('文字沟通'))).toBe('NO');
    expect(
      explainMatch(deaf, asks('可提供文字沟通', '可提供手语翻译'), DAY, LAW).accommodations.map(({ kind }) => kind),
    ).toEqual(['手语翻译']);
  });

  it('takes a place that is only named by its town, county or province for unknown, not for far', () => {
    const goes = (commuteKm: number, home: string, work: string) =>
      answer(person({ divisionCode: home, commuteKm }), post({ workDivisionCode: work }));
    const village = '640324100201';
    for (const large of ['640324100000', '640324000000', '640300000000', '640000000000']) {
      expect([large, goes(5, village, large), goes(5, large, village)]).toEqual([large, 'UNKNOWN', 'UNKNOWN']);
      expect([large, goes(400, village, large), goes(5, large, large)]).toEqual([large, 'FITS', 'UNKNOWN']);
      expect([large, goes(0, village, large)]).toEqual([large, 'NO']);
    }
    // Named places that differ are as far apart as their areas say.
    expect(goes(5, village, '640324100202')).toBe('NO');
    expect(goes(5, village, '640324101000')).toBe('NO');
    expect(goes(5, village, '640302000000')).toBe('NO');
    expect(goes(0, village, village)).toBe('NO');
    expect(goes(1, village, village)).toBe('FITS');
    const open = person({ divisionCode: village, commuteKm: 5 });
    const change = smallestChange(open, post({ workDivisionCode: '640324100000' }), DAY, LAW);
    expect(change?.moves.map(({ id }) => id)).toEqual(['ASK:place']);
    const { cautions } = explainMatch(open, post({ workDivisionCode: '640324100000' }), DAY, LAW);
    expect(cautions[0]).toMatch(/问清/);
  });

  it('knows how near the work is by the divisions alone', () => {
    const from = (divisionCode: string, workDivisionCode: string, remote = false) =>
      travelBand({ divisionCode }, post({ workDivisionCode, remote }));
    expect(from('640324100201', '640324100201')).toBe('VILLAGE');
    expect(from('640324100201', '640324100202')).toBe('TOWNSHIP');
    expect(from('640324100000', '640324100000')).toBe('TOWNSHIP');
    expect(from('640324000000', '640324000000')).toBe('COUNTY');
    expect(from('640324100201', '640324101000')).toBe('COUNTY');
    expect(from('640324100201', '640302001001')).toBe('PREFECTURE');
    expect(from('640324100201', '360734100201')).toBe('FAR');
    expect(from('640324100201', '360734100201', true)).toBe('HOME');
  });
});

describe('properties of matching', () => {
  it('M3: the parts sum to the score, within 0 to 1000, and the explanation says the same as the list', () => {
    fc.assert(
      fc.property(anyPair, ([x, j, law]) => {
        const short = judge(x, j, DAY, law);
        const long = explainMatch(x, j, DAY, law);
        expect([long.answer, long.score]).toEqual([short.answer, short.score]);
        const parts = Object.values(scoreParts(x, j, DAY));
        for (const part of parts) expect(Number.isInteger(part)).toBe(true);
        const sum = parts.reduce((total, part) => total + part, 0);
        expect(sum).toBeGreaterThanOrEqual(0);
        expect(sum).toBeLessThanOrEqual(1000);
        if (short.answer !== 'NO') expect(short.score).toBe(sum);
        expect(long.reasons.length).toBeLessThanOrEqual(4);
        expect(long.cautions.length).toBeLessThanOrEqual(2);
        if (short.answer !== 'FITS') expect(long.cautions).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it('M4: a higher level or one accommodation more never lowers the answer; a higher demand never lifts it', () => {
    const kinds = accommodationsOf(['文字沟通', '可提供读屏软件', '可坐着工作', '可提供按自己的速度']);
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...ABILITY_CODES), fc.constantFrom(...kinds), ([x, j, law], item, extra) => {
        const before = judge(x, j, DAY, law).answer;
        const level = x.profile?.levels[item];
        if (x.profile && level !== undefined && level < 4) {
          const better = { ...x, profile: { ...x.profile, levels: { ...x.profile.levels, [item]: level + 1 } } };
          expect(compareAnswers(judge(better, j, DAY, law).answer, before)).toBeGreaterThanOrEqual(0);
        }
        const helped = { ...j, accommodations: [...j.accommodations, extra] };
        expect(compareAnswers(judge(x, helped, DAY, law).answer, before)).toBeGreaterThanOrEqual(0);
        const asked = j.demands?.[item] ?? 0;
        if (j.demands && asked < 4) {
          const harder = { ...j, demands: { ...j.demands, [item]: asked + 1 } };
          expect(compareAnswers(judge(x, harder, DAY, law).answer, before)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  it('M5: learning one more level keeps NO a NO and a fit a fit', () => {
    fc.assert(
      fc.property(
        anyPair,
        fc.constantFrom(...ABILITY_CODES),
        fc.integer({ min: 0, max: 4 }),
        ([x, j, law], item, learnt) => {
          if (!x.profile || x.profile.levels[item] !== undefined) return;
          const before = judge(x, j, DAY, law).answer;
          const known = { ...x, profile: { ...x.profile, levels: { ...x.profile.levels, [item]: learnt } } };
          const after = judge(known, j, DAY, law).answer;
          if (before === 'NO') expect(after).toBe('NO');
          if (before === 'FITS') expect(after).toBe('FITS');
          if (before === 'FITS_WITH') expect(isFit(after)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('M6: unknown by the assessment exactly when the worst completion is a no and the best a fit', () => {
    fc.assert(
      fc.property(anyPost, anyPerson, (any, { profile }) => {
        const j = post({ demands: any.demands ?? {}, accommodations: any.accommodations, provisions: any.provisions });
        const x = person({ profile: profile && { ...profile, assessedOn: DAY, validUntil: null } });
        const completed = (level: number) => {
          const levels = Object.fromEntries(ABILITY_CODES.map((item) => [item, x.profile?.levels[item] ?? level]));
          return answer(person({ profile: { levels, assessedOn: DAY, validUntil: null } }), j);
        };
        expect(answer(x, j) === 'UNKNOWN').toBe(completed(0) === 'NO' && isFit(completed(4)));
      }),
      RUNS,
    );
  });

  it('M7: nothing of category, grade, name or sex is there to change anything', () => {
    expect(Object.keys(person()).sort()).toEqual(
      [
        'accessNeeds',
        'active',
        'birthOn',
        'certificateExpiresOn',
        'commuteKm',
        'divisionCode',
        'education',
        'id',
        'licences',
        'profile',
        'seeksWork',
        'skills',
        'wantedKinds',
        'wantedWageFen',
        'welfare',
        'workingAgeUntil',
      ].sort(),
    );
  });

  it('M11: the change that is named makes the pair fit, and no part of it does', () => {
    let found = 0;
    fc.assert(
      fc.property(anyPair, ([x, j, law]) => {
        const change = smallestChange(x, j, DAY, law);
        if (isFit(judge(x, j, DAY, law).answer)) expect(change).toBeNull();
        if (change === null) return;
        found += 1;
        const after = (moves: typeof change.moves) => {
          const pair = moves.reduce((one, move) => move.apply(one), { person: x, post: j });
          return judge(pair.person, pair.post, DAY, law).answer;
        };
        expect(after(change.moves)).toBe(change.newAnswer);
        expect(isFit(change.newAnswer)).toBe(true);
        for (const left of change.moves) expect(isFit(after(change.moves.filter((move) => move !== left)))).toBe(false);
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(25);
  });
});

describe('licences', () => {
  const electrician = post({ licences: ['电工证'], closesOn: addDays(DAY, 900) });
  const of = (until: IsoDate | null, seen: boolean, all = false) =>
    person({ licences: { all, held: [{ kind: '电工证', until, seen }] } });
  const finding = (x: MatchPerson, at = DAY, j = electrician) =>
    explainMatch(x, j, at, LAW).findings.find(({ rule }) => rule === 'H-LICENCE');

  it('count on their last day and not on the next, and without a last day always', () => {
    expect(finding(of(DAY, true))).toMatchObject({ answer: 'FITS', has: '电工证（看过证件）' });
    expect(finding(of(DAY, true), addDays(DAY, 1))).toMatchObject({
      answer: 'NO',
      has: '电工证（已过期）',
      message: '岗位需要电工证，您的已经过期，请先换证。',
      basis: { kind: 'TASK' },
    });
    expect(finding(of(null, true), addDays(DAY, 800))?.answer).toBe('FITS');
    expect(finding(of(DAY, false), addDays(DAY, 1))?.answer).toBe('NO');
  });

  it('by the own word open nothing and close nothing: somebody is to look', () => {
    expect(finding(of(DAY, false))).toMatchObject({
      answer: 'UNKNOWN',
      has: '电工证（本人说有，还没看过证件）',
      message: '岗位需要电工证，您说有，请辅导员看一看证件。',
    });
    expect(explainMatch(of(DAY, false), electrician, DAY, LAW)).toMatchObject({
      answer: 'UNKNOWN',
      change: { moves: [{ says: '把电工证给辅导员看一看' }], newAnswer: 'FITS' },
    });
  });

  it('are unknown where nobody asked for all, and lacking where somebody did', () => {
    const driver = post({ licences: ['驾驶证'] });
    expect(finding(person({ licences: null }))?.answer).toBe('UNKNOWN');
    // One that an office wrote down says nothing of the others.
    expect(finding(of(DAY, true), DAY, driver)).toMatchObject({ answer: 'UNKNOWN', has: '驾驶证（还没问过）' });
    expect(finding(of(DAY, true, true), DAY, driver)).toMatchObject({
      answer: 'NO',
      message: '岗位需要驾驶证，您还没有。',
    });
    expect(explainMatch(of(DAY, true, true), driver, DAY, LAW).change?.moves.map(({ says }) => says)).toEqual([
      '考一个驾驶证',
    ]);
    expect(finding(person({ licences: { all: true, held: [] } }), DAY, post())).toMatchObject({
      answer: 'FITS',
      message: '不要求证照。',
    });
  });

  it('are told of together, each as it stands, and what fits is a reason', () => {
    const both = post({ licences: ['电工证', '驾驶证', '焊工证'] });
    const held = [
      { kind: '电工证', until: null, seen: false },
      { kind: '驾驶证', until: addDays(DAY, -1), seen: true },
    ];
    expect(finding(person({ licences: { all: true, held } }), DAY, both)).toMatchObject({
      answer: 'NO',
      message:
        '岗位需要驾驶证，您的已经过期，请先换证。岗位需要焊工证，您还没有。岗位需要电工证，您说有，请辅导员看一看证件。',
    });
    expect(explainMatch(of(null, true), electrician, DAY, LAW).reasons).toContain('您有电工证，证件看过了。');
  });
});

describe('public-welfare posts and what was before', () => {
  const welfare = post({ kind: 'PUBLIC_WELFARE' });
  const day = (text: string) => isoDate(text);
  const bar = { from: day('2026-06-10'), until: DAY, source: '县〔2025〕3号' };
  const findingOf = (rule: string, x: MatchPerson, at = DAY, law = LAW, j = welfare) =>
    explainMatch(x, { ...j, closesOn: day('2030-01-01') }, at, law).findings.find((one) => one.rule === rule);

  it('are closed to who is off the list up to the last day of it, by the notice it rests on, and other posts are not', () => {
    const barred = person({ welfare: { bars: [bar], served: [] } });
    expect(findingOf('H-REFUSED', barred)).toMatchObject({
      answer: 'NO',
      has: '暂停到2026-06-15',
      basis: { kind: 'LOCAL_ACT', source: '县〔2025〕3号' },
      message: '到2026-06-15为止不给您推荐公益性岗位，别的岗位照样可以。',
    });
    expect(findingOf('H-REFUSED', barred, bar.from)?.answer).toBe('NO');
    expect(findingOf('H-REFUSED', barred, addDays(bar.from, -1))?.answer).toBe('FITS');
    expect(findingOf('H-REFUSED', barred, addDays(DAY, 1))).toMatchObject({ answer: 'FITS', basis: null });
    expect(answer(barred, post())).toBe('FITS');
    // Nobody can do anything about it but wait.
    expect(smallestChange(barred, welfare, DAY, LAW)).toBeNull();
    const twice = { bars: [{ ...bar, until: day('2027-01-01') }, bar], served: [] };
    expect(findingOf('H-REFUSED', person({ welfare: twice }))?.has).toBe('暂停到2027-01-01');
  });

  it('are one a person, from the first day of the one up to its last, and unknown without the act', () => {
    const one = (to: string | null) =>
      person({ welfare: { bars: [], served: [{ from: DAY, to: to === null ? null : day(to) }] } });
    expect(findingOf('H-ONEPOST', one(null))).toMatchObject({ answer: 'NO', basis: { source: 'spec act' } });
    expect(findingOf('H-ONEPOST', one(null), addDays(DAY, -1))?.answer).toBe('FITS');
    expect(findingOf('H-ONEPOST', one(null), day('2029-06-15'))?.answer).toBe('NO');
    expect(findingOf('H-ONEPOST', one(DAY))?.answer).toBe('NO');
    expect(findingOf('H-ONEPOST', one(DAY), addDays(DAY, 1))?.answer).toBe('FITS');
    expect(findingOf('H-ONEPOST', one(null), DAY, { ...LAW, onePost: null })).toMatchObject({
      answer: 'UNKNOWN',
      basis: null,
    });
    expect(findingOf('H-ONEPOST', one(null), DAY, LAW, post())?.answer).toBe('FITS');
  });

  it('end with the term: a day is left, none is left, more is decided, near retirement, and without a limit nothing is', () => {
    const value = (months: number) => ({ value: months, source: '省〔2024〕2号' });
    const term = { maxMonths: value(12), nearRetirementYears: null, relaxedMonths: null };
    const law = { ...LAW, term };
    // Twelve months but a day, and twelve.
    const served = (to: string) => [{ from: day('2025-01-01'), to: day(to) }];
    const x = (to: string, change: Partial<MatchPerson> = {}) =>
      person({ welfare: { bars: [], served: served(to) }, ...change });
    expect(findingOf('H-TERM', x('2025-12-30'), DAY, law)?.answer).toBe('FITS');
    expect(findingOf('H-TERM', x('2025-12-31'), DAY, law)).toMatchObject({
      answer: 'NO',
      needed: '最长12个月',
      has: '干过12个月',
      basis: { kind: 'LOCAL_ACT', source: '省〔2024〕2号' },
    });
    // Of the running post only what is served by then counts.
    expect(findingOf('H-TERM', x('2026-12-31'), day('2025-12-31'), law)?.answer).toBe('FITS');
    expect(findingOf('H-TERM', x('2026-12-31'), day('2026-01-01'), law)?.answer).toBe('NO');
    const more = { ...law, term: { ...term, relaxedMonths: value(1) } };
    expect(findingOf('H-TERM', x('2025-12-31'), DAY, more)?.answer).toBe('FITS');
    const near = { ...law, term: { ...term, nearRetirementYears: { value: 5, source: 's' } } };
    const until = (text: string | null) => x('2025-12-31', { workingAgeUntil: text === null ? null : day(text) });
    // Five years less a day at the first grant, and exactly five.
    expect(findingOf('H-TERM', until('2029-12-30'), DAY, near)?.answer).toBe('FITS');
    expect(findingOf('H-TERM', until('2029-12-31'), DAY, near)?.answer).toBe('NO');
    expect(findingOf('H-TERM', until(null), DAY, near)?.answer).toBe('UNKNOWN');
    expect(findingOf('H-TERM', until(null), DAY, law)?.answer).toBe('NO');
    const none = { ...law, term: { ...term, maxMonths: null } };
    expect(findingOf('H-TERM', x('2025-12-31'), DAY, none)).toMatchObject({ answer: 'FITS', needed: '不限' });
    expect(findingOf('H-TERM', person(), DAY, law)?.has).toBe('干过0个月');
  });
});

describe('what would change it', () => {
  it('prefers one question over an arrangement, and names the training', () => {
    const change = smallestChange(person({ skills: ['缝纫'] }), post({ skills: ['养殖'] }), DAY, LAW);
    expect(change?.moves.map(({ says }) => says)).toEqual(['参加养殖培训']);
    const expired = smallestChange(person({ certificateExpiresOn: addDays(DAY, -1) }), post(), DAY, LAW);
    expect(expired?.moves.map(({ kind }) => kind)).toEqual(['RENEW']);
  });

  it('offers nothing that would change a body, an age or a closed post', () => {
    expect(smallestChange(person(), post({ open: false }), DAY, LAW)).toBeNull();
    expect(smallestChange(person({ birthOn: isoDate('2012-01-01') }), post(), DAY, LAW)).toBeNull();
    const cannotLift = person({ profile: { levels: { LIFT: 0 }, assessedOn: DAY, validUntil: null } });
    expect(
      smallestChange(cannotLift, post({ demands: { LIFT: 4 } }), DAY, LAW)?.moves.map(({ id }) => id) ?? [],
    ).toEqual([]);
  });

  it('asks for the items that are still open with all that is promised, and for those that using it asks for', () => {
    const deaf = person({ profile: { levels: { HEAR: 0, STAND: 2 }, assessedOn: DAY, validUntil: null } });
    const provisions = ['可提供文字沟通'];
    const work = post({ demands: { HEAR: 3, STAND: 1 }, provisions, accommodations: accommodationsOf(provisions) });
    const { answer: open, findings } = explainMatch(deaf, work, DAY, LAW);
    expect(open).toBe('UNKNOWN');
    const asked = findings.find(({ rule }) => rule === 'H-DEMAND')?.message;
    expect(asked).toBe('岗位要求读，您还没有评估过，请就业辅导员评估。');
    expect(smallestChange(deaf, work, DAY, LAW)?.moves.map(({ says }) => says)).toEqual([
      '请就业辅导员做能力评估（读）',
    ]);
  });

  it('names what the workplace has already where the work fits because of it', () => {
    const deaf = person({ profile: { levels: { HEAR: 0, READ: 2 }, assessedOn: DAY, validUntil: null } });
    const hearing = person({ profile: { levels: { HEAR: 4, READ: 2 }, assessedOn: DAY, validUntil: null } });
    const provisions = ['文字沟通'];
    const work = post({ demands: { HEAR: 3 }, provisions, accommodations: accommodationsOf(provisions) });
    const words = (x: MatchPerson) =>
      explainMatch(x, work, DAY, LAW).findings.find(({ rule }) => rule === 'H-DEMAND')?.message;
    expect(words(deaf)).toMatch(/^单位有文字沟通，/);
    expect(words(hearing)).not.toContain('文字沟通');
  });

  it('shows a certificate that never runs out as such', () => {
    const { findings } = explainMatch(person({ certificateExpiresOn: NO_EXPIRY }), post(), DAY, LAW);
    expect(findings.find(({ rule }) => rule === 'H-CERT')).toMatchObject({ answer: 'FITS', has: '长期有效' });
  });

  it('rests a no of age on the act that says it, and on nothing where none was entered', () => {
    const acts = { ...LAW, minimumAge: { years: 16, source: 'youngest' }, ageTable: 'table' };
    const age = (x: MatchPerson, law: typeof LAW) =>
      explainMatch(x, post(), DAY, law).findings.find(({ rule }) => rule === 'H-AGE');
    const child = person({ birthOn: isoDate('2012-01-01') });
    const old = person({ workingAgeUntil: addDays(DAY, -1) });
    expect(age(child, acts)).toMatchObject({ answer: 'NO', basis: { source: 'youngest' } });
    expect(age(old, acts)).toMatchObject({ answer: 'NO', basis: { source: 'table' } });
    expect(age(old, { ...acts, ageTable: null })).toMatchObject({ answer: 'UNKNOWN', basis: null });
    expect(age(child, { ...acts, minimumAge: null })).toMatchObject({ answer: 'UNKNOWN', needed: '在劳动年龄内' });
  });

  it('tells every failed rule, not only the first', () => {
    const { findings } = explainMatch(
      person({ certificateExpiresOn: addDays(DAY, -1), skills: [] }),
      post({ skills: ['养殖'] }),
      DAY,
      LAW,
    );
    expect(findings.filter(({ answer: one }) => one === 'NO').map(({ rule }) => rule)).toEqual(['H-CERT', 'H-SKILL']);
    for (const { message } of findings) expect(message).toMatch(/。$/);
  });
});

const NO_TERM = { maxMonths: null, nearRetirementYears: null, relaxedMonths: null };

describe('the law of matching', () => {
  const row = (code: string, value: string, qualifier = ''): ParameterRow => ({
    id: `${code}${qualifier}`,
    code,
    scope: '640324',
    qualifier,
    unit: '',
    value,
    from: isoDate('2020-01-01'),
    to: isoDate('2026-12-31'),
    source: '某文件',
    status: 'UNCONFIRMED',
    origin: 'OPERATOR',
    afterEnd: 'REFUSE',
  });
  const law = new Law(
    [
      ...SHIPPED_LAW,
      row('work.age.min', '16'),
      row('count.ageBounds', '16..59', 'MALE'),
      row('post.residents.only', 'yes'),
      row('post.target.disabled', 'no'),
    ],
    '640324',
  );

  it('ends working age on the day before the birthday that is too many, also of a leap day', () => {
    expect(workingAgeUntil(isoDate('1966-06-16'), 'MALE', law, DAY)).toBe('2026-06-15');
    expect(workingAgeUntil(isoDate('1968-02-29'), 'MALE', law, DAY)).toBe('2028-02-28');
    // In a common year somebody of a leap day has his birthday on 1 March, as everywhere.
    expect(workingAgeUntil(isoDate('1964-02-29'), 'MALE', law, DAY)).toBe('2024-02-28');
    expect(workingAgeUntil(isoDate('1972-02-29'), 'MALE', law, DAY)).toBe('2032-02-28');
    expect(birthdayOn(isoDate('1972-02-29'), 55)).toBe('2027-03-01');
    expect(workingAgeUntil(isoDate('1980-01-01'), 'FEMALE', law, DAY)).toBeNull();
    expect(workingAgeUntil(isoDate('1966-06-16'), 'MALE', law, isoDate('2027-01-01'))).toBeNull();
  });

  it('lets people beyond working age into public-welfare posts as far as a dated decision says, and names it', () => {
    const relaxed = { ...LAW, ageRelaxed: { years: 5, source: '县〔2026〕1号' } };
    const age = (until: string, kind: string) =>
      explainMatch(person({ workingAgeUntil: isoDate(until) }), post({ kind }), DAY, relaxed).findings.find(
        ({ rule }) => rule === 'H-AGE',
      );
    expect(age('2021-06-15', 'PUBLIC_WELFARE')).toMatchObject({
      answer: 'FITS',
      message: expect.stringContaining('县〔2026〕1号'),
    });
    expect(age('2021-06-14', 'PUBLIC_WELFARE')?.answer).toBe('NO');
    expect(age('2026-06-14', 'PROPORTIONAL')?.answer).toBe('NO');
    expect(age('2026-06-15', 'PUBLIC_WELFARE')?.message).toBe('年龄符合要求。');
  });

  it('takes an act for a basis only while it holds and says yes', () => {
    expect(matchLawOn(law, DAY)).toEqual({
      residentsOnly: '某文件（未核对原文）',
      targetByStatus: null,
      minimumAge: { years: 16, source: '某文件（未核对原文）' },
      ageTable: '某文件（未核对原文）',
      ageRelaxed: null,
      onePost: null,
      term: NO_TERM,
    });
    const none = {
      residentsOnly: null,
      targetByStatus: null,
      minimumAge: null,
      ageTable: null,
      ageRelaxed: null,
      onePost: null,
      term: NO_TERM,
    };
    expect(matchLawOn(law, isoDate('2027-01-01'))).toEqual(none);
  });
});

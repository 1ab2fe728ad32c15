import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  failingRules,
  type HeldLicence,
  isFit,
  type IsoDate,
  judge,
  type MatchPerson,
  type MatchPost,
  movesFor,
  HARD_RULE_IDS,
  travelBand,
  BAND_KM,
  whatOpens,
} from '../../index.js';
import { anyLaw, anyPerson, anyPost, DAY, LAW, person, post } from './pairs.js';

const indexed = (posts: MatchPost[], law = LAW) => posts.map((one) => ({ post: one, law }));
const opens = (x: MatchPerson, posts: MatchPost[]) =>
  whatOpens(x, indexed(posts), DAY).opens.map(({ says, posts: count, atBest }) => [says, count, atBest]);

describe('what opens posts', () => {
  it('names the single moves, the one that opens most first, and counts a post that fits already for none', () => {
    const posts = [
      post({ id: 'a' }),
      post({ id: 'b', skills: ['养殖'] }),
      post({ id: 'c', skills: ['养殖'] }),
      post({ id: 'd', skills: ['养殖', '电脑'] }),
      post({ id: 'e', licences: ['驾驶证'] }),
    ];
    const found = whatOpens(person(), indexed(posts), DAY);
    expect(found).toMatchObject({ looked: 5, fits: 1 });
    expect(opens(person(), posts)).toEqual([
      ['参加养殖培训', 2, false],
      ['有驾驶证的，填在「我的证照」里，再给辅导员看一看', 1, true],
    ]);
    expect(found.blockedBy).toEqual([
      { rule: 'H-SKILL', posts: 3, alone: 3 },
      { rule: 'H-LICENCE', posts: 1, alone: 1 },
    ]);
  });

  it('counts what one licence opens, shown, renewed or earned, and two are two things to do', () => {
    const posts = [
      post({ id: 'a', licences: ['电工证'] }),
      post({ id: 'b', licences: ['电工证'] }),
      post({ id: 'c', licences: ['电工证', '驾驶证'] }),
    ];
    const licensed = (held: HeldLicence[], all = true) => person({ licences: { all, held } });
    const electrician = (until: IsoDate | null, seen: boolean) => ({ kind: '电工证', until, seen });
    expect(opens(licensed([]), posts)).toEqual([['考一个电工证', 2, false]]);
    expect(opens(licensed([electrician(null, false)]), posts)).toEqual([['把电工证给辅导员看一看', 2, true]]);
    expect(opens(licensed([electrician(addDays(DAY, -1), true)]), posts)).toEqual([
      ['换新的电工证，给辅导员看一看', 2, false],
    ]);
    expect(opens(licensed([electrician(DAY, true)]), posts)).toEqual([['考一个驾驶证', 1, false]]);
    expect(opens(licensed([electrician(DAY, true)], false), posts)).toEqual([
      ['有驾驶证的，填在「我的证照」里，再给辅导员看一看', 1, true],
    ]);
  });

  it('counts who goes far for the near posts too, and does not send anybody to another prefecture', () => {
    const near = person({ commuteKm: 1 });
    const posts = [
      post({ id: 'a' }),
      post({ id: 'b', workDivisionCode: '640324101201' }),
      post({ id: 'c', workDivisionCode: '640324101202' }),
      post({ id: 'd', workDivisionCode: '360734100201' }),
    ];
    expect(opens(near, posts)).toEqual([
      ['把能接受的路程放宽到约30公里，或申请交通帮助', 3, false],
      ['把能接受的路程放宽到约8公里，或申请交通帮助', 1, false],
    ]);
    expect(whatOpens(near, indexed(posts), DAY).looked).toBe(3);
  });

  it('takes an assessment as one thing to do, whatever it has to tell', () => {
    const unknown = person({ profile: null });
    const posts = [post({ id: 'a' }), post({ id: 'b', demands: { HEAR: 3, CROWD: 1 } })];
    expect(opens(unknown, posts)).toEqual([['请就业辅导员做能力评估', 2, true]]);
  });

  it('opens nothing by a body, an age or a closed post, and names what stands in the way', () => {
    const cannot = person({ profile: { levels: { STAND: 0 }, assessedOn: DAY, validUntil: null } });
    const found = whatOpens(cannot, indexed([post({ demands: { LIFT: 0, STAND: 4 } })]), DAY);
    expect(found.opens.map(({ kind }) => kind).filter((kind) => kind !== 'ACCOMMODATE')).toEqual([]);
    expect(whatOpens(person(), indexed([post({ open: false })]), DAY)).toEqual({
      looked: 0,
      fits: 0,
      opens: [],
      blockedBy: [],
    });
  });

  it('M11: a move opens exactly the posts that it flips when applied, for anybody and any posts', () => {
    let seen = 0;
    // Posts that one thing or two keep away, and some that everything may.
    const posts = fc.array(
      fc.oneof(
        anyPost,
        anyPost.map(({ id, skills, licences }) => post({ id, skills, licences })),
        anyPost.map(({ id, workDivisionCode, provisions }) => post({ id, workDivisionCode, provisions })),
        anyPost.map(({ id, demands, accommodations }) => post({ id, demands, accommodations })),
        anyPost.map(({ id, kind, minEducation, limitBasis }) => post({ id, kind, minEducation, limitBasis })),
      ),
      { minLength: 1, maxLength: 12 },
    );
    const people = fc.oneof(
      anyPerson.map((one) => person({ ...one, active: true, birthOn: person().birthOn })),
      anyPerson.map(({ commuteKm, skills, licences, accessNeeds }) =>
        person({ commuteKm, skills, licences, accessNeeds }),
      ),
    );
    fc.assert(
      fc.property(people, posts, fc.oneof(fc.constant(LAW), anyLaw), (x, some, law) => {
        const found = whatOpens(x, indexed(some, law), DAY);
        const near = some.filter((one) => travelBand(x, one) !== 'FAR');
        const flips = (one: MatchPost, id: string, km: number | null): boolean =>
          !isFit(judge(x, one, DAY, law).answer) &&
          HARD_RULE_IDS.filter((rule) => failingRules(x, one, DAY, law).includes(rule))
            .flatMap((rule) => movesFor(rule, x, one, DAY))
            .some((move) => {
              if (km === null ? move.id !== id : move.kind !== 'TRAVEL') return false;
              const after = move.apply({ person: x, post: one });
              const gone = km === null ? after.person : { ...x, commuteKm: km };
              return isFit(judge(gone, after.post, DAY, law).answer);
            });
        expect(found.fits).toBe(near.filter((one) => isFit(judge(x, one, DAY, law).answer)).length);
        for (const { id, kind, says, posts: count } of found.opens) {
          seen += 1;
          const km = kind === 'TRAVEL' ? Number(/约(\d+)公里/.exec(says)?.[1]) : null;
          expect(near.filter((one) => flips(one, id, km)).length).toBe(count);
          expect(count).toBeGreaterThan(0);
        }
        // None that opens something is left out.
        const able = near.filter((one) => {
          const ids = failingRules(x, one, DAY, law).flatMap((rule) => movesFor(rule, x, one, DAY));
          return ids.some(({ id, kind }) => flips(one, id, kind === 'TRAVEL' ? BAND_KM[travelBand(x, one)] : null));
        });
        expect(found.opens.length > 0).toBe(able.length > 0);
      }),
      { numRuns: 800 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('M7: no move touches what was assessed, a birthday, a home or a sex', () => {
    fc.assert(
      fc.property(anyPerson, anyPost, (x, j) => {
        for (const move of HARD_RULE_IDS.flatMap((rule) => movesFor(rule, x, j, DAY))) {
          const after = move.apply({ person: x, post: j }).person;
          expect([after.birthOn, after.workingAgeUntil, after.divisionCode]).toEqual([
            x.birthOn,
            x.workingAgeUntil,
            x.divisionCode,
          ]);
          const valid = x.profile !== null && x.profile.assessedOn <= DAY && !(x.profile.validUntil! < DAY);
          if (valid) expect(after.profile?.levels).toMatchObject(x.profile!.levels);
        }
      }),
      { numRuns: 400 },
    );
  });
});

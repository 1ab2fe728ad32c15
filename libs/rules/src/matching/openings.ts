import type { IsoDate } from '../calendar.js';
import { isFit } from './answer.js';
import { failingRules, type Move, movesFor } from './changes.js';
import type { IndexedPost } from './engine/match-engine.js';
import type { MatchPerson } from './facts.js';
import type { HardRuleId } from './hard-rules.js';
import { judge } from './judge.js';
import { BAND_KM, travelBand } from './travel.js';

/** One move and the posts that it alone would make fit. */
export interface Opening extends Pick<Move, 'kind' | 'effort' | 'says'> {
  /** orders equals */
  id: string;
  posts: number;
  /** the outcome is not in anybody's hand: an assessment, an answer, a recognition may turn out less */
  atBest: boolean;
}

/** How many posts one rule keeps from a person. */
export interface Blocked {
  rule: HardRuleId;
  posts: number;
  /** of these, posts that nothing else keeps from the person */
  alone: number;
}

/** What a person could do to have more posts. */
export interface WhatOpens {
  /** open posts within reach that were looked at */
  looked: number;
  fits: number;
  /** the move that opens most posts first; at most {@link MOST_OPENINGS} */
  opens: Opening[];
  /** the rule that alone keeps most posts away first */
  blockedBy: Blocked[];
}

export const MOST_OPENINGS = 12;

const AT_BEST: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['ASSESS', 'ASK', 'RECOGNISE']);

/** The matter of each rule, as it stands in a sentence. */
export const RULE_WORDS: Readonly<Record<HardRuleId, string>> = {
  'H-ACTIVE': '招满了或截止了',
  'H-REGION': '只招本县居民',
  'H-COMMUTE': '路程',
  'H-LIMIT': '岗位的法定限制',
  'H-CERT': '证件有效期',
  'H-REFUSED': '暂停推荐公益性岗位',
  'H-ONEPOST': '一人一岗',
  'H-TERM': '公益性岗位的期限',
  'H-TARGET': '就业困难人员认定',
  'H-EDU': '文化程度',
  'H-SKILL': '技能',
  'H-LICENCE': '证照',
  'H-AGE': '劳动年龄',
  'H-ACCESS': '您需要的便利',
  'H-DEMAND': '活的要求',
};

/** Moves of different posts that are one thing to do: the same training; the same distance; one assessment, whatever it has to tell. */
const sameMove = ({ kind, id, says }: Move): string => (kind === 'TRAVEL' ? says : id);
const wordsOf = ({ kind, says }: Move): string => (kind === 'ASSESS' ? '请就业辅导员做能力评估' : says);

interface Group {
  move: Move;
  posts: number;
  /** of TRAVEL: who goes so far goes less far too */
  km: number;
}

/**
 * Which single moves open how many posts, found by applying each and judging again. A move helps with one rule only, so posts that two rules
 * keep away are opened by none. What lies in another prefecture is not looked at.
 */
export function whatOpens(person: MatchPerson, posts: Iterable<IndexedPost>, day: IsoDate): WhatOpens {
  const groups = new Map<string, Group>();
  const blocked = new Map<HardRuleId, Blocked>();
  let looked = 0;
  let fits = 0;
  for (const { post, law } of posts) {
    const band = travelBand(person, post);
    if (band === 'FAR') continue;
    const failing = failingRules(person, post, day, law);
    if (failing.includes('H-ACTIVE')) continue;
    looked += 1;
    const [only, ...others] = failing;
    if (only === undefined) {
      fits += 1;
      continue;
    }
    const alone = others.length === 0;
    for (const rule of failing) {
      const standing = blocked.get(rule) ?? { rule, posts: 0, alone: 0 };
      blocked.set(rule, { rule, posts: standing.posts + 1, alone: standing.alone + Number(alone) });
    }
    if (!alone) continue;
    for (const move of movesFor(only, person, post, day)) {
      const changed = move.apply({ person, post });
      if (!isFit(judge(changed.person, changed.post, day, law).answer)) continue;
      const key = sameMove(move);
      const group = groups.get(key) ?? { move, posts: 0, km: BAND_KM[band] };
      groups.set(key, { ...group, posts: group.posts + 1 });
    }
  }
  const all = [...groups.entries()];
  const reach = (km: number): number =>
    all.reduce((sum, [, one]) => (one.move.kind === 'TRAVEL' && one.km <= km ? sum + one.posts : sum), 0);
  const opens = all.map(
    ([id, { move, posts: count, km }]): Opening => ({
      id,
      kind: move.kind,
      effort: move.effort,
      says: wordsOf(move),
      posts: move.kind === 'TRAVEL' ? reach(km) : count,
      atBest: AT_BEST.has(move.kind),
    }),
  );
  opens.sort((one, two) => two.posts - one.posts || one.effort - two.effort || (one.id < two.id ? -1 : 1));
  const blockedBy = [...blocked.values()].sort(
    (one, two) => two.alone - one.alone || two.posts - one.posts || (one.rule < two.rule ? -1 : 1),
  );
  return { looked, fits, opens: opens.slice(0, MOST_OPENINGS), blockedBy };
}

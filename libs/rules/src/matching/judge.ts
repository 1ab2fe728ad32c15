import type { IsoDate } from '../calendar.js';
import { type MatchAnswer, worseOf } from './answer.js';
import type { MatchLaw, MatchPerson, MatchPost } from './facts.js';
import { answerOf, HARD_RULES, type HardRule } from './hard-rules.js';
import { scoreParts, totalOf } from './score.js';

/** Names the hard rules as they stand here; raised when an answer changes. */
export const MATCH_RULES_VERSION = 'matching-3';

/** The short answer to "does this person fit this post?" */
export interface Judgement {
  answer: MatchAnswer;
  /** 0–1000; 0 for NO */
  score: number;
  /** how many rules could not be answered: the fewer, the nearer a person is to knowing */
  unknown: number;
}

/** A judgement without the score, which only lists need. */
export type Verdict = Omit<Judgement, 'score'>;

const NO: Verdict = { answer: 'NO', unknown: 0 };

/**
 * What the rules say of one pair on one day; stops at the first NO. The answer is the worst of all rules'.
 *
 * @param rules fewer, where the others are known to say FITS
 */
export function verdict(
  person: MatchPerson,
  post: MatchPost,
  day: IsoDate,
  law: MatchLaw,
  rules: readonly HardRule[] = HARD_RULES,
): Verdict {
  let answer: MatchAnswer = 'FITS';
  let unknown = 0;
  for (const rule of rules) {
    const one = answerOf(rule, person, post, day, law);
    if (one === 'NO') return NO;
    if (one === 'UNKNOWN') unknown += 1;
    answer = worseOf(answer, one);
  }
  return { answer, unknown };
}

/** Judges one pair on one day. */
export function judge(person: MatchPerson, post: MatchPost, day: IsoDate, law: MatchLaw): Judgement {
  const { answer, unknown } = verdict(person, post, day, law);
  return { answer, score: answer === 'NO' ? 0 : totalOf(scoreParts(person, post, day)), unknown };
}

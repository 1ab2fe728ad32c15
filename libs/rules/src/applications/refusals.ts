import type { IsoDate } from '../calendar.js';
import type { Law } from '../law/index.js';
import type { MatchAnswer } from '../matching/answer.js';
import { isFit } from '../matching/answer.js';

/**
 * Why a person says no. The first five are reasoned and never counted.
 *
 * @source matching.md §4.4
 */
export const DECLINE_REASONS = {
  HEALTH: '身体原因',
  CARE: '要照顾家人',
  NOT_AS_DESCRIBED: '岗位和说的不一样',
  NO_ACCOMMODATION: '没有我需要的便利',
  TRAVEL: '太远，超过能去的路程',
  OTHER: '别的原因',
  NONE: '没有原因，就是不想去',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;
const REASONED: readonly string[] = [
  'HEALTH',
  'CARE',
  'NOT_AS_DESCRIBED',
  'NO_ACCOMMODATION',
  'TRAVEL',
] satisfies DeclineReason[];

/** Why an employer says no. The last one gives no reason, and is counted. None speaks of a body, an age or a sex. */
export const REFUSE_REASONS = {
  FILLED: '已经招满了',
  SKILL: '岗位写明的技能或证照不符',
  TERMS: '工资、时间没有谈拢',
  NO_SHOW: '约好了没有来',
  NO_CONTACT: '联系不上',
  CLOSED: '岗位不招了',
  NONE: '没有说明原因',
} as const;
export type RefuseReason = keyof typeof REFUSE_REASONS;

/** Whose refusals are counted. */
export type RefusalSide = 'PERSON' | 'UNIT';

/** An application that somebody ended by a no. */
export interface Refusal {
  by: RefusalSide;
  reason: string;
  /** the office brought the person */
  referred: boolean;
  /** what the rules said on the day of the referral */
  answer: MatchAnswer;
  publicWelfare: boolean;
}

/**
 * True for a no that counts: to a suitable referral, to a public-welfare post, and without a reason. What somebody asked for himself and a silence
 * never count.
 *
 * @source rulebook.md §5, Refusals; matching.md §4.4
 */
export function counts({ by, reason, referred, answer, publicWelfare }: Refusal): boolean {
  if (!referred || !publicWelfare || !isFit(answer)) return false;
  return by === 'UNIT' ? reason === 'NONE' : !REASONED.includes(reason);
}

export const REFUSAL_PARAMETERS = {
  limit: 'post.refusals',
  barMonths: 'post.refusals.barMonths',
  appealDays: 'post.refusals.appealDays',
} as const;

/** What the law of a place says about refusals on a day; the rows are named wherever a status rests on them. */
export interface RefusalLaw {
  limit: number;
  barMonths: number;
  appealDays: number;
  /** refusals of before the row of the limit are not counted */
  since: IsoDate;
  sources: string[];
}

/** @returns undefined where any of the three rows is missing: then nothing follows from a refusal */
export function refusalLawOn(law: Law, day: IsoDate, side: RefusalSide): RefusalLaw | undefined {
  const rows = [REFUSAL_PARAMETERS.limit, REFUSAL_PARAMETERS.barMonths, REFUSAL_PARAMETERS.appealDays].map(
    (code) => law.find(code, day, { qualifier: side })?.row,
  );
  const [limit, barMonths, appealDays] = rows;
  if (limit === undefined || barMonths === undefined || appealDays === undefined) return undefined;
  return {
    limit: Number(limit.value),
    barMonths: Number(barMonths.value),
    appealDays: Number(appealDays.value),
    since: limit.from,
    sources: [...new Set([limit.source, barMonths.source, appealDays.source])],
  };
}

/** True once so many count that a notice is due. */
export const isLimitReached = (counted: number, { limit }: RefusalLaw): boolean => counted >= limit;

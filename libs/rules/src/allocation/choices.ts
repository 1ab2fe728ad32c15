import type { IsoDate } from '../calendar.js';
import { isFit, type MatchAnswer } from '../matching/answer.js';
import { RuleRefusal } from '../refusal.js';
import type { AllocationRoster } from './round.js';

export const CHOICE_REFUSALS = ['CHOICE_UNDELEGATED', 'CHOICE_LATE', 'CHOICE_DUPLICATE', 'CHOICE_UNFIT'] as const;
export type ChoiceRefusal = (typeof CHOICE_REFUSALS)[number];

/** A list of choices (志愿) as it is handed in. */
export interface ChoiceSubmission {
  on: IsoDate;
  /** best first; empty: takes no part */
  posts: readonly string[];
  /** the person, or somebody for the person, with the last day of the delegation to do so (null: there is none) */
  by: { kind: 'SELF' } | { kind: 'DELEGATE'; until: IsoDate | null };
  /** what matching answered for the person, post by post, on the day */
  answers: ReadonlyMap<string, MatchAnswer>;
}

const unfit = (post: string, answer: MatchAnswer | undefined): string => {
  if (answer === undefined) return `岗位 ${post} 不在这一轮里，请重新选择。`;
  return answer === 'UNKNOWN'
    ? `岗位 ${post} 是否合适还不清楚，请先请就业辅导员评估。`
    : `岗位 ${post} 的条件不符合，不能填。可以在岗位页看原因。`;
};

/**
 * Everything that keeps a list from being taken, in a fixed order; empty when it is taken whole. A list that is refused changes nothing: the
 * earlier one stays.
 */
export function choiceRefusals(
  { calendar, posts }: Pick<AllocationRoster, 'calendar' | 'posts'>,
  submission: ChoiceSubmission,
): RuleRefusal[] {
  const { on, by, answers } = submission;
  const found: RuleRefusal[] = [];
  const refuse = (code: ChoiceRefusal, subject: string, message: string): void =>
    void found.push(new RuleRefusal(code, subject, on, message));
  if (by.kind === 'DELEGATE' && (by.until === null || by.until < on))
    refuse('CHOICE_UNDELEGATED', 'by', '您没有代填志愿的委托，或者委托已过期。请本人填写，或先办理委托。');
  if (on < calendar.drawnOn) refuse('CHOICE_LATE', 'on', `${calendar.drawnOn} 摇号以后才能填志愿。`);
  if (on > calendar.choicesUntil)
    refuse('CHOICE_LATE', 'on', `填志愿已于 ${calendar.choicesUntil} 截止，以前填的仍然有效。`);
  const inRound = new Set(posts.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, post] of submission.posts.entries()) {
    if (seen.has(post)) {
      refuse('CHOICE_DUPLICATE', `posts.${index}`, `岗位 ${post} 填了两次，请去掉一个。`);
      continue;
    }
    seen.add(post);
    const answer = inRound.has(post) ? (answers.get(post) ?? 'UNKNOWN') : undefined;
    if (answer === undefined || !isFit(answer)) refuse('CHOICE_UNFIT', `posts.${index}`, unfit(post, answer));
  }
  return found;
}

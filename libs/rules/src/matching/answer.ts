/** What a rule, and a pair of person and post, comes to; worst first. */
export const MATCH_ANSWERS = ['NO', 'UNKNOWN', 'FITS_WITH', 'FITS'] as const;
export type MatchAnswer = (typeof MATCH_ANSWERS)[number];

const RANK: Readonly<Record<MatchAnswer, number>> = { NO: 0, UNKNOWN: 1, FITS_WITH: 2, FITS: 3 };

/** Negative when `one` is worse than `other`. */
export const compareAnswers = (one: MatchAnswer, other: MatchAnswer): number => RANK[one] - RANK[other];

/** The pair's answer is the worst of its rules'. */
export const worseOf = (one: MatchAnswer, other: MatchAnswer): MatchAnswer => (RANK[one] <= RANK[other] ? one : other);

/** True for the two answers that let a person apply. */
export const isFit = (answer: MatchAnswer): boolean => answer === 'FITS' || answer === 'FITS_WITH';

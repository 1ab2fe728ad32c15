import { SUPPORT_CANCELS, SUPPORT_DECLINES, SUPPORT_FAILURES, SUPPORT_KINDS, SUPPORT_OCCASIONS } from '@tongxing/rules';
import { type Choice, minutesText, type Tone } from '@tongxing/ui';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export const KINDS: readonly Choice[] = Object.entries(SUPPORT_KINDS).map(([value, { text }]) => ({ value, text }));
export const kindWord = (kind: string): string => KINDS.find(({ value }) => value === kind)?.text ?? kind;
export const OCCASIONS = choicesOf(SUPPORT_OCCASIONS);
/** What the office says of an occasion that is no more is not for anybody to choose. */
export const CANCELS = choicesOf(SUPPORT_CANCELS).filter(({ value }) => value !== 'GONE');
export const DESK_CANCELS = choicesOf(SUPPORT_CANCELS);
export const DECLINES = choicesOf(SUPPORT_DECLINES);
export const FAILURES = choicesOf(SUPPORT_FAILURES);
export const LENGTHS: readonly Choice[] = [30, 60, 90, 120, 180, 240, 480].map((minutes) => ({
  value: String(minutes),
  text: minutesText(minutes),
}));
/** How long an interview usually takes, the way in and the talk before it too. */
export const INTERVIEW_MINUTES = '60';
export const MAX_NOTE = 200;

export const TONES: Readonly<Record<string, Tone>> = {
  REQUESTED: 'warn',
  BOOKED: 'ok',
  REBOOK: 'err',
  DELIVERED: 'ok',
};

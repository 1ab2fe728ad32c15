import { addDays, isTypedDay, type IsoDate, daysBetween } from '../calendar.js';

/** `2026-12-01 09:30`, Chinese time: text that sorts as time goes. */
export type Moment = string & { readonly __brand: 'Moment' };

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** True for a day that somebody may type and an hour of it. */
export const isMoment = (text: string): text is Moment =>
  text.length === 16 && text[10] === ' ' && isTypedDay(text.slice(0, 10)) && HOUR.test(text.slice(11));

export const dayOfMoment = (moment: Moment): IsoDate => moment.slice(0, 10) as IsoDate;

const minuteOf = (moment: Moment): number => Number(moment.slice(11, 13)) * HOUR_MINUTES + Number(moment.slice(14, 16));

/** So many minutes later, over midnight too. */
export function addMinutes(moment: Moment, minutes: number): Moment {
  const total = minuteOf(moment) + minutes;
  const minute = ((total % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const day = addDays(dayOfMoment(moment), Math.floor(total / DAY_MINUTES));
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minute / HOUR_MINUTES))}:${two(minute % HOUR_MINUTES)}` as Moment;
}

/** Whole minutes from one to the other; negative when it goes back. */
export const minutesBetween = (from: Moment, to: Moment): number =>
  daysBetween(dayOfMoment(from), dayOfMoment(to)) * DAY_MINUTES + minuteOf(to) - minuteOf(from);

/** True where two stretches share a minute: where one ends as the other begins, they do not. */
export const overlaps = (one: { from: Moment; to: Moment }, other: { from: Moment; to: Moment }): boolean =>
  one.from < other.to && other.from < one.to;

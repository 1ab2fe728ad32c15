import { RuleRefusal } from './refusal.js';

/** A calendar day, `YYYY-MM-DD`, known to exist. Compares as text. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

const atUtc = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** `Date` takes the years 0 to 99 for those of the last century; no day of ours lies there. */
const FIRST_YEAR = 100;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** True for a day that exists: 2026-02-29 does not. */
export function isIsoDate(text: string): text is IsoDate {
  if (!SHAPE.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const last = month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return year >= FIRST_YEAR && day >= 1 && day <= last;
}

/** Days that somebody may type: what lies outside is a slip, or the "for ever" of another program. */
const FIRST_TYPED_YEAR = 1900;
const LAST_TYPED_YEAR = 2200;

/** True for a day that exists and that a person can mean: 9999-12-31 is none. */
export const isTypedDay = (text: string): text is IsoDate =>
  isIsoDate(text) && yearOf(text) >= FIRST_TYPED_YEAR && yearOf(text) <= LAST_TYPED_YEAR;

/** @throws RuleRefusal VALIDATION when there is no such day */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text))
    throw new RuleRefusal('VALIDATION', 'day', undefined, '日期要写成 2026-03-01 这样，并且真有这一天。');
  return text;
}

/** The day `days` later (earlier when negative). */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(atUtc(day) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => (atUtc(to) - atUtc(from)) / DAY_MS;

/** The year of a day. */
export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** The same day `months` later; the last of the month where there is no such day (31 January + 1 = 28 or 29 February). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const index = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), last);
  return isoDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

/** Full years of age on a day; someone born on 29 February has his birthday on 1 March of other years. */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const years = yearOf(day) - yearOf(birth);
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** The first day on which {@link ageOn} gives this age. */
export function birthdayOn(birth: IsoDate, age: number): IsoDate {
  const day = addMonths(birth, age * 12);
  return day.slice(5) === birth.slice(5) ? day : addDays(day, 1);
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: IsoDate): number => new Date(atUtc(day)).getUTCDay();

import { addDays, addMonths, ageOn, type IsoDate } from '../calendar.js';

/** A village or neighbourhood, and its town; 12 digits each. */
export interface CoveredPlace {
  code: string;
  townCode: string;
}

/** An entry that is open on the day asked about. */
export interface CoveringPoint {
  divisionCode: string;
  /** villages it serves besides the one it lies in */
  serves: readonly string[];
}

export interface TownCoverage {
  townCode: string;
  villages: number;
  /** villages that have none of their own and are served by none */
  missing: string[];
}

/**
 * Which villages have a service point: one that lies there, or one that says it serves them. A point of the town or the county serves those
 * it names and no others: else one desk at the county seat would cover every village on paper.
 *
 * @param villages of the region, in the order in which towns are to be told
 */
export function coverageOf(villages: readonly CoveredPlace[], points: readonly CoveringPoint[]): TownCoverage[] {
  const reached = new Set(points.flatMap(({ divisionCode, serves }) => [divisionCode, ...serves]));
  const towns = new Map<string, TownCoverage>();
  for (const { code, townCode } of villages) {
    const town = towns.get(townCode) ?? { townCode, villages: 0, missing: [] };
    towns.set(townCode, town);
    town.villages += 1;
    if (!reached.has(code)) town.missing.push(code);
  }
  return [...towns.values()];
}

const MONTHS = 12;

/** The last day of birth of those who have turned `age` by a day. */
function bornBy(age: number, day: IsoDate): IsoDate {
  let born = addDays(addMonths(day, -MONTHS * age), 1);
  while (ageOn(born, day) < age) born = addDays(born, -1);
  return born;
}

/** Between which days, both included, those were born who are of an age on a day. @param bounds full years, both included: `16..59` */
export function bornWithin(bounds: string, day: IsoDate): { from: IsoDate; to: IsoDate } {
  const [youngest, oldest] = bounds.split('..').map(Number) as [number, number];
  return { from: addDays(bornBy(oldest + 1, day), 1), to: bornBy(youngest, day) };
}

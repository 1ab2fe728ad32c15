import { daysBetween, type IsoDate } from '../calendar.js';
import type { MatchPerson, MatchPost } from './facts.js';
import { type TravelBand, travelBand } from './travel.js';

/** Six integers whose sum is the score, 0–1000. They order what fits; they never decide whether it fits. */
export interface ScoreParts {
  skill: number;
  travel: number;
  wage: number;
  hours: number;
  wish: number;
  freshness: number;
}

/** Names the set of weights, so that a list can say by which it was ordered. Placeholders until outcomes judge them. */
export const WEIGHTS_ID = 'w1-2026';

const SKILL = 350;
/** Where the post asks for no skill. */
export const NO_SKILL_PART = SKILL / 2;
/** The part for the way to work. */
export const TRAVEL_PART: Readonly<Record<TravelBand, number>> = {
  HOME: 250,
  VILLAGE: 250,
  TOWNSHIP: 190,
  COUNTY: 110,
  PREFECTURE: 40,
  FAR: 0,
};
const WAGE = 150;
/** No hours that a person likes are kept yet: every post gets the half. */
export const HOURS_PART = 50;
const WISHED = 100;
const NO_WISH = 50;
const FRESH = 50;
const FRESH_DAYS = 60;

export const skillPart = (has: readonly string[] | null, asked: readonly string[]): number => {
  if (asked.length === 0) return NO_SKILL_PART;
  let held = 0;
  for (const skill of asked) if (has?.includes(skill)) held += 1;
  return Math.floor((SKILL * held) / asked.length);
};

export const wagePart = (wantedFen: number | null, lowFen: number): number =>
  wantedFen === null || wantedFen === 0 ? WAGE / 2 : Math.min(WAGE, Math.floor((WAGE * lowFen) / wantedFen));

export const wishPart = (wantedKinds: readonly string[], kind: string): number => {
  if (wantedKinds.length === 0) return NO_WISH;
  return wantedKinds.includes(kind) ? WISHED : 0;
};

export const freshPart = (post: MatchPost, day: IsoDate): number => {
  const age = Math.max(0, daysBetween(post.publishedOn, day));
  return Math.floor((FRESH * Math.max(0, FRESH_DAYS - age)) / FRESH_DAYS);
};

/** How well a post suits a person, by the wages promised at least, the way, the skills and the wishes. */
export const scoreParts = (person: MatchPerson, post: MatchPost, day: IsoDate): ScoreParts => ({
  skill: skillPart(person.skills, post.skills),
  travel: TRAVEL_PART[travelBand(person, post)],
  wage: wagePart(person.wantedWageFen, post.wageLowFen),
  hours: HOURS_PART,
  wish: wishPart(person.wantedKinds, post.kind),
  freshness: freshPart(post, day),
});

export const totalOf = ({ skill, travel, wage, hours, wish, freshness }: ScoreParts): number =>
  skill + travel + wage + hours + wish + freshness;

import type { IsoDate } from '../calendar.js';
import { lowered, meets } from './accommodations.js';
import type { MatchAnswer } from './answer.js';
import { neededAccommodations, profileValid, sureLevel } from './demand.js';
import type { MatchPerson, MatchPost } from './facts.js';
import { ABILITY_CODES, type AbilityItem } from './items.js';

/** One demand of a post beside what was assessed of a person. */
export interface DemandRow {
  item: AbilityItem;
  /** 1–4, as the post states it */
  needed: number;
  /** what is left of it with the accommodations that stand, or that the fit rests on */
  left: number;
  /** null: not assessed, or the assessment has run out */
  has: number | null;
  answer: Exclude<MatchAnswer, 'FITS_WITH'>;
  /** the accommodations that lower it */
  by: string[];
}

/** Every demand with both levels, in the order of the scale. Where nothing is missing, the demand is met. */
export function demandRows(person: MatchPerson, post: MatchPost, day: IsoDate): DemandRow[] {
  const demands = post.demands ?? {};
  const sure = sureLevel(person, day);
  const known = profileValid(person, day) ? person.profile?.levels : undefined;
  const standing = post.accommodations.filter(({ state }) => state === 'IN_PLACE');
  const used = [...standing, ...neededAccommodations(person, post, day)].filter(({ requires }) =>
    meets(requires, sure),
  );
  const rest = lowered(demands, used, sure);
  return ABILITY_CODES.flatMap((item): DemandRow[] => {
    const needed = demands[item] ?? 0;
    if (needed < 1) return [];
    const left = rest[item] ?? 0;
    const has = known?.[item] ?? null;
    const answer = left === 0 || (has !== null && has >= left) ? 'FITS' : has === null ? 'UNKNOWN' : 'NO';
    const by =
      left < needed ? used.filter(({ lowers }) => (lowers[item] ?? needed) < needed).map(({ kind }) => kind) : [];
    return [{ item, needed, left, has, answer, by }];
  });
}

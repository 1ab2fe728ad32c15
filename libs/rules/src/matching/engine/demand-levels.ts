import { ABILITY_CODES, type AbilityItem, MAX_ABILITY_LEVEL } from '../items.js';
import type { IndexedPost } from './match-engine.js';

export const LEVELS = MAX_ABILITY_LEVEL + 1;
/** The sixteen items are looked at two at a time: 25 rows a pair. */
export const PAIRS = ABILITY_CODES.length / 2;
export const ROWS_A_PAIR = LEVELS * LEVELS;

/** What is asked of an item at the least: with everything promised, whether or not one can use it. Broken levels ask for less, not more. */
export function leastAsked({ post }: IndexedPost, item: AbilityItem): number {
  let asked = post.demands?.[item] ?? 0;
  for (const { lowers, state } of post.accommodations)
    if (state !== 'POSSIBLE') asked = Math.min(asked, lowers[item] ?? MAX_ABILITY_LEVEL);
  return levelWithin(asked, 0);
}

export const levelWithin = (level: number, broken: number): number =>
  Number.isNaN(level) ? broken : Math.max(0, Math.min(MAX_ABILITY_LEVEL, Math.floor(level)));

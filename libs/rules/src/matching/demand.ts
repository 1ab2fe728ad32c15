import { type Accommodation, lowered, type LevelOf, meets, shortOf } from './accommodations.js';
import type { MatchAnswer } from './answer.js';
import type { IsoDate } from '../calendar.js';
import type { MatchPerson, MatchPost } from './facts.js';
import { ABILITY_CODES, type AbilityItem, type Levels, MAX_ABILITY_LEVEL } from './items.js';

/** True while the assessment counts: an expired one is as good as none. */
export const profileValid = (person: MatchPerson, day: IsoDate): boolean =>
  person.profile !== null &&
  person.profile.assessedOn <= day &&
  (person.profile.validUntil === null || day <= person.profile.validUntil);

const NOTHING: MatchPerson['profile'] = null;

/** Levels of which one is sure: 0 where nobody assessed. */
export function sureLevel(person: MatchPerson, day: IsoDate): LevelOf {
  const profile = profileValid(person, day) ? person.profile : NOTHING;
  return (item) => profile?.levels[item] ?? 0;
}

/** Levels that may be there: the highest where nobody assessed. */
export function maybeLevel(person: MatchPerson, day: IsoDate): LevelOf {
  const profile = profileValid(person, day) ? person.profile : NOTHING;
  return (item) => profile?.levels[item] ?? MAX_ABILITY_LEVEL;
}

const inPlace = ({ state }: Accommodation): boolean => state === 'IN_PLACE';
const promised = ({ state }: Accommodation): boolean => state !== 'POSSIBLE';

const fits = (post: MatchPost, set: readonly Accommodation[], levelOf: LevelOf): boolean =>
  meets(lowered(post.demands ?? {}, set, levelOf), levelOf);

/** The answer without any accommodation. A person and thousands of posts come by here, so nothing is allocated. */
function plainAnswer(demands: Levels, levels: Levels | undefined): MatchAnswer {
  let answer: MatchAnswer = 'FITS';
  for (const item in demands) {
    const asked = demands[item as AbilityItem] as number;
    const has = levels?.[item as AbilityItem];
    if (has === undefined) {
      if (asked > 0) answer = 'UNKNOWN';
    } else if (asked > has) return 'NO';
  }
  return answer;
}

/** H-DEMAND: what the work asks of the body against what was assessed, with what the workplace gives. */
export function demandAnswer(person: MatchPerson, post: MatchPost, day: IsoDate): MatchAnswer {
  if (post.demands === null) return 'UNKNOWN';
  const plain = plainAnswer(post.demands, profileValid(person, day) ? person.profile?.levels : undefined);
  if (plain === 'FITS' || post.accommodations.length === 0) return plain;
  const sure = sureLevel(person, day);
  const standing = post.accommodations.filter(inPlace);
  if (fits(post, standing, sure)) return 'FITS';
  const all = post.accommodations.filter(promised);
  if (all.length > standing.length && fits(post, all, sure)) return 'FITS_WITH';
  return fits(post, all, maybeLevel(person, day)) ? 'UNKNOWN' : 'NO';
}

/** The promised accommodations that a FITS_WITH rests on: fewest, then cheapest, then by name. */
export function neededAccommodations(person: MatchPerson, post: MatchPost, day: IsoDate): Accommodation[] {
  const sure = sureLevel(person, day);
  const standing = post.accommodations.filter(inPlace);
  const offered = post.accommodations.filter((one) => promised(one) && !inPlace(one));
  let best: Accommodation[] | undefined;
  const cost = (set: readonly Accommodation[]): number => set.reduce((sum, { costFen }) => sum + costFen, 0);
  const name = (set: readonly Accommodation[]): string => set.map(({ kind }) => kind).join('、');
  const better = (one: Accommodation[], other: Accommodation[] | undefined): boolean =>
    other === undefined ||
    one.length < other.length ||
    (one.length === other.length &&
      (cost(one) < cost(other) || (cost(one) === cost(other) && name(one) < name(other))));
  for (let mask = 1; mask < 2 ** offered.length; mask += 1) {
    const set = offered.filter((_, index) => (mask >> index) % 2 === 1);
    if (better(set, best) && fits(post, [...standing, ...set], sure)) best = set;
  }
  return best ?? [];
}

/**
 * What an assessment would have to tell: items that the work still asks for with all that is promised and that nobody assessed, and those
 * that using a helpful accommodation asks for itself.
 */
export function openItems(person: MatchPerson, post: MatchPost, day: IsoDate): AbilityItem[] {
  const known = profileValid(person, day) ? person.profile?.levels : undefined;
  const sure = sureLevel(person, day);
  const maybe = maybeLevel(person, day);
  const all = post.accommodations.filter(promised);
  const short = shortOf(lowered(post.demands ?? {}, all, sure), sure);
  const using = all
    .filter(({ lowers, requires }) => short.some((item) => lowers[item] !== undefined) && meets(requires, maybe))
    .flatMap(({ requires }) => shortOf(requires, sure));
  const asked = new Set([...short, ...using]);
  return ABILITY_CODES.filter((item) => asked.has(item) && known?.[item] === undefined);
}

import { ABILITY_CODES, type AbilityItem, DEMAND_WORDS, ITEM_WORDS } from '@tongxing/rules';
import type { Choice } from '@tongxing/ui';
import type { AssessedItemsFragment } from '../../../gql/generated.js';
import { dayParts } from '../../../http/form.js';

/** What stands for an item that nobody assessed: chosen, not forgotten. */
export const NOT_ASSESSED = 'none';
/** Four items a page: more is too long a page for a phone. */
const A_PAGE = 4;

/** The items of each step, in the order of the scale. */
export const STEPS: readonly (readonly AbilityItem[])[] = Array.from(
  { length: Math.ceil(ABILITY_CODES.length / A_PAGE) },
  (_, step) => ABILITY_CODES.slice(step * A_PAGE, (step + 1) * A_PAGE),
);

/** An assessment that is being written: levels by item, and its source. */
export type ProfileDraft = Readonly<Record<string, string | readonly string[]>>;

export const textOf = (draft: ProfileDraft, name: string): string => {
  const value = draft[name];
  return typeof value === 'string' ? value : '';
};

/** 2 搬5公斤以内的东西 */
export const levelText = (item: AbilityItem, level: number | null): string => {
  if (level === null) return '还没评估';
  return level === 0 ? '0 都做不到' : `${level} ${DEMAND_WORDS[item][level - 1]}`;
};

/** Every level of an item in words, and that it was not assessed. */
export const choicesOf = (item: AbilityItem): Choice[] => [
  { value: NOT_ASSESSED, text: '还没评估' },
  ...[0, 1, 2, 3, 4].map((level) => ({ value: String(level), text: levelText(item, level) })),
];

/** The level that a draft holds; null: not assessed. */
export const levelOf = (draft: ProfileDraft, item: AbilityItem): number | null =>
  /^[0-4]$/.test(textOf(draft, item)) ? Number(textOf(draft, item)) : null;

/** A draft that begins with what an assessment says. */
export const draftOf = (profile: AssessedItemsFragment): Record<string, string> => ({
  id: profile.id,
  version: String(profile.version),
  assessor: profile.assessor,
  ...dayParts('assessedOn', profile.assessedOn),
  ...dayParts('validUntil', profile.validUntil),
  ownAids: profile.ownAids.join('、'),
  ...Object.fromEntries(
    profile.items.flatMap(({ item, level }) => (level === null || level === undefined ? [] : [[item, String(level)]])),
  ),
});

/** What a draft sends to the API. */
export const inputOf = (personId: string, draft: ProfileDraft, day: (name: string) => string) => ({
  personId,
  ...(textOf(draft, 'id') ? { id: textOf(draft, 'id'), version: Number(textOf(draft, 'version')) } : {}),
  assessor: textOf(draft, 'assessor'),
  assessedOn: day('assessedOn'),
  validUntil: day('validUntil') || null,
  levels: ABILITY_CODES.flatMap((item) => {
    const level = levelOf(draft, item);
    return level === null ? [] : [{ item, level }];
  }),
  ownAids: textOf(draft, 'ownAids')
    .split(/[、,，\s]+/)
    .filter(Boolean),
});

/** Items that the newest assessment knows and this draft leaves open. */
export const forgottenItems = (draft: ProfileDraft, newest: AssessedItemsFragment | undefined): string[] =>
  (newest?.items ?? [])
    .filter(({ item, level }) => typeof level === 'number' && levelOf(draft, item as AbilityItem) === null)
    .map(({ item }) => ITEM_WORDS[item as AbilityItem]);

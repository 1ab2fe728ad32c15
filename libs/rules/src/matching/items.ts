/** The 16 items of the 能力评估, in the office's order: posts state demands on them, people are assessed on them. */
export const ABILITY_ITEMS = {
  搬举: 'LIFT',
  久站: 'STAND',
  走动: 'WALK',
  上下楼: 'STAIRS',
  手活: 'FINE_HAND',
  看: 'SEE',
  辨色: 'COLOUR',
  听: 'HEAR',
  说: 'SPEAK',
  读: 'READ',
  学活: 'INSTRUCTIONS',
  赶活: 'PACE',
  人多: 'CROWD',
  夜班: 'NIGHT',
  户外: 'OUTDOORS',
  出行: 'TRANSPORT',
} as const;

export type AbilityItem = (typeof ABILITY_ITEMS)[keyof typeof ABILITY_ITEMS];

/** 0: none needed, none there; 4: the most. */
export const MAX_ABILITY_LEVEL = 4;

export const ABILITY_CODES = Object.values(ABILITY_ITEMS) as readonly AbilityItem[];

export const ITEM_WORDS = Object.fromEntries(
  Object.entries(ABILITY_ITEMS).map(([word, item]) => [item, word]),
) as Readonly<Record<AbilityItem, string>>;

/** Item → level 0–4; an item that is missing was not stated, or not assessed. */
export type Levels = Readonly<Partial<Record<AbilityItem, number>>>;

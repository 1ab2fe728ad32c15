/** The 16 items of the 能力评估 in the office's words and their codes: the same scale that posts state demands on. */
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

export const MAX_ABILITY_LEVEL = 4;

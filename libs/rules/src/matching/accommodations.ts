import { type AbilityItem, ABILITY_CODES, type Levels, MAX_ABILITY_LEVEL } from './items.js';

export const ACCOMMODATION_STATES = ['IN_PLACE', 'OFFERED', 'FUNDED', 'POSSIBLE'] as const;
export type AccommodationState = (typeof ACCOMMODATION_STATES)[number];

/** 便利: something at the workplace that makes the work ask less of the body. */
export interface Accommodation {
  /** the office's word, 文字沟通 */
  kind: string;
  /** item → what is still asked for with it */
  lowers: Levels;
  /** item → what using it asks for itself */
  requires: Levels;
  payer: 'EMPLOYER' | 'SCHEME' | 'PERSON';
  state: AccommodationState;
  costFen: number;
}

type Kind = Pick<Accommodation, 'lowers' | 'requires'>;

/** The usual ones, by the words that rosters use. @source design: what each lowers is to be judged by outcomes */
export const ACCOMMODATION_KINDS: Readonly<Record<string, Kind>> = {
  文字沟通: { lowers: { HEAR: 0, SPEAK: 0 }, requires: { READ: 2 } },
  手语翻译: { lowers: { HEAR: 0, SPEAK: 1 }, requires: {} },
  可坐着工作: { lowers: { STAND: 1 }, requires: {} },
  大字材料: { lowers: { SEE: 2 }, requires: {} },
  读屏软件: { lowers: { SEE: 0, READ: 2 }, requires: { HEAR: 2, FINE_HAND: 2 } },
  搬运帮手: { lowers: { LIFT: 1 }, requires: {} },
  坡道电梯: { lowers: { STAIRS: 0 }, requires: {} },
  班车接送: { lowers: { TRANSPORT: 1 }, requires: {} },
  不排夜班: { lowers: { NIGHT: 0 }, requires: {} },
  图片说明: { lowers: { READ: 1, INSTRUCTIONS: 1 }, requires: {} },
  按自己的速度: { lowers: { PACE: 1 }, requires: {} },
  安静岗位: { lowers: { CROWD: 1, HEAR: 2 }, requires: {} },
};

const OFFERED = /^可提供/;

/** Every one of these words means something to the rules; others are provisions only. */
export function accommodationsOf(provisions: readonly string[]): Accommodation[] {
  return provisions.flatMap((text) => {
    const kind = text.replace(OFFERED, '');
    const known = ACCOMMODATION_KINDS[kind];
    if (known === undefined) return [];
    return [{ kind, ...known, payer: 'EMPLOYER', state: OFFERED.test(text) ? 'OFFERED' : 'IN_PLACE', costFen: 0 }];
  });
}

/** What a provision gives, whether it stands or is only promised. */
export const provisionName = (text: string): string => text.replace(OFFERED, '');

/** How a demand is compared with a profile: the level of an item. */
export type LevelOf = (item: AbilityItem) => number;

/** The demands left over for somebody of these levels after every accommodation of the set that he can use. */
export function lowered(demands: Levels, set: readonly Accommodation[], levelOf: LevelOf): Levels {
  let left: Partial<Record<AbilityItem, number>> | undefined;
  for (const { lowers, requires } of set) {
    if (!meets(requires, levelOf)) continue;
    for (const item of Object.keys(lowers) as AbilityItem[]) {
      const to = lowers[item] ?? MAX_ABILITY_LEVEL;
      if ((left ?? demands)[item] !== undefined && ((left ?? demands)[item] as number) > to) {
        left ??= { ...demands };
        left[item] = to;
      }
    }
  }
  return left ?? demands;
}

/** True when every demand is at or under the level. */
export function meets(demands: Levels, levelOf: LevelOf): boolean {
  for (const item of Object.keys(demands) as AbilityItem[]) if ((demands[item] ?? 0) > levelOf(item)) return false;
  return true;
}

/** The items of these demands that the levels do not reach, in the order of the scale. */
export const shortOf = (demands: Levels, levelOf: LevelOf): AbilityItem[] =>
  ABILITY_CODES.filter((item) => (demands[item] ?? 0) > levelOf(item));

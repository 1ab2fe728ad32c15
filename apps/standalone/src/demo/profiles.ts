import { addDays, type IsoDate } from '@tongxing/rules';
import { ABILITY_ITEMS, type AbilityItem } from '@tongxing/rules';
import type { Cells } from './files.js';
import { type Holder, seekersOf } from './holders.js';
import type { Random } from './random.js';

const WORDS = Object.keys(ABILITY_ITEMS);
const ITEMS = Object.entries(ABILITY_ITEMS) as [string, AbilityItem][];

export const PROFILE_HEADERS: readonly string[] = [
  '残疾人证号',
  '身份证号',
  '评估人',
  '评估日期',
  '有效期至',
  ...WORDS,
  '辅具',
];

/** Of the people who look for work, this share was assessed; of those, so many so long ago that it ran out. */
const ASSESSED_SHARE = 0.35;
const EXPIRED_SHARE = 0.12;
/** Assessments that left something out. */
const PARTIAL_SHARE = 0.2;
const VALID_DAYS = 365;

type Levels = Partial<Record<AbilityItem, number>>;
type Range = readonly [low: number, high: number];

/** What people of a category and grade can mostly do less of. For making plausible assessments only: the product never draws this conclusion. */
const LESS: Readonly<Record<number, Partial<Record<AbilityItem, readonly [heavy: Range, light: Range]>>>> = {
  1: {
    SEE: [
      [0, 1],
      [2, 2],
    ],
    COLOUR: [
      [0, 1],
      [2, 3],
    ],
    READ: [
      [1, 2],
      [2, 3],
    ],
    OUTDOORS: [
      [1, 2],
      [2, 3],
    ],
    TRANSPORT: [
      [1, 1],
      [2, 2],
    ],
  },
  2: {
    HEAR: [
      [0, 0],
      [1, 2],
    ],
    SPEAK: [
      [0, 2],
      [2, 3],
    ],
  },
  3: {
    SPEAK: [
      [0, 1],
      [1, 2],
    ],
  },
  4: {
    LIFT: [
      [0, 1],
      [1, 3],
    ],
    STAND: [
      [0, 1],
      [1, 3],
    ],
    WALK: [
      [1, 2],
      [2, 3],
    ],
    STAIRS: [
      [0, 0],
      [1, 2],
    ],
    FINE_HAND: [
      [1, 3],
      [2, 4],
    ],
    OUTDOORS: [
      [1, 2],
      [2, 4],
    ],
    TRANSPORT: [
      [1, 2],
      [1, 3],
    ],
  },
  5: {
    READ: [
      [0, 1],
      [1, 2],
    ],
    INSTRUCTIONS: [
      [1, 1],
      [1, 2],
    ],
    PACE: [
      [1, 1],
      [1, 2],
    ],
    CROWD: [
      [1, 1],
      [1, 2],
    ],
    TRANSPORT: [
      [1, 1],
      [1, 2],
    ],
  },
  6: {
    INSTRUCTIONS: [
      [1, 2],
      [2, 3],
    ],
    PACE: [
      [1, 1],
      [1, 2],
    ],
    CROWD: [
      [1, 1],
      [1, 2],
    ],
    NIGHT: [
      [0, 0],
      [0, 1],
    ],
  },
  7: {
    STAND: [
      [0, 1],
      [1, 2],
    ],
    WALK: [
      [1, 1],
      [1, 2],
    ],
    SPEAK: [
      [0, 2],
      [2, 3],
    ],
    INSTRUCTIONS: [
      [1, 1],
      [1, 2],
    ],
    PACE: [
      [1, 1],
      [1, 2],
    ],
    TRANSPORT: [
      [1, 1],
      [1, 1],
    ],
  },
};
const USUAL: Range = [3, 4];
const MORE_SELDOM: Levels = { NIGHT: 3, OUTDOORS: 4, STAIRS: 3, TRANSPORT: 3 };
const AIDS: Readonly<Record<number, string>> = { 1: '助视器', 2: '助听器', 4: '拐杖' };
/** The assessed seeker of the demonstration: fits some posts, others with what the workplace offers; two items are still open. */
const SHOWN: Levels = {
  LIFT: 2,
  STAND: 1,
  WALK: 2,
  STAIRS: 1,
  FINE_HAND: 4,
  SEE: 4,
  COLOUR: 4,
  HEAR: 4,
  SPEAK: 3,
  READ: 3,
  INSTRUCTIONS: 3,
  PACE: 2,
  CROWD: 3,
  TRANSPORT: 1,
};

/** 能力评估 of a share of the job seekers. */
export class Profiles {
  constructor(
    private readonly random: Random,
    private readonly today: IsoDate,
    private readonly assessors: readonly string[],
  ) {}

  all(holders: readonly Holder[]): Cells[] {
    return seekersOf(holders, this.today)
      .filter(({ role }) => role === 'ASSESSED_SEEKER' || (role === undefined && this.random.chance(ASSESSED_SHARE)))
      .map((holder) => this.profile(holder));
  }

  private profile(holder: Holder): Cells {
    const { random, today } = this;
    const shown = holder.role !== undefined;
    const expired = !shown && random.chance(EXPIRED_SHARE);
    const assessedOn = addDays(today, -(expired ? VALID_DAYS + random.int(5, 300) : random.int(5, VALID_DAYS - 40)));
    const levels = shown ? SHOWN : this.levels(holder);
    const aid = AIDS[holder.category];
    return {
      残疾人证号: holder.certificate,
      身份证号: holder.certificate === '' ? holder.idNumber : '',
      评估人: random.pick(this.assessors),
      评估日期: assessedOn,
      有效期至: addDays(assessedOn, VALID_DAYS),
      ...Object.fromEntries(
        ITEMS.map(([word, item]) => [word, levels[item] === undefined ? '' : String(levels[item])]),
      ),
      辅具: aid !== undefined && random.chance(0.4) ? aid : '',
    };
  }

  private levels({ category, grade }: Holder): Levels {
    const { random } = this;
    const partial = random.chance(PARTIAL_SHARE);
    const levels: Levels = {};
    for (const [, item] of ITEMS) {
      if (partial && random.chance(0.3)) continue;
      const less = LESS[category]?.[item];
      const [low, high] = less === undefined ? USUAL : less[grade <= 2 ? 0 : 1];
      levels[item] = Math.min(random.int(low, high), MORE_SELDOM[item] ?? 4);
    }
    return levels;
  }
}

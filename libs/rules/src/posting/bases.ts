import type { LimitKind } from './limits.js';

/** An act that may stand behind a limit on age, sex or health. */
export interface LimitBasis {
  id: string;
  /** as an employer writes it */
  act: string;
  /** other names by which it is cited */
  names: readonly string[];
  kinds: readonly LimitKind[];
  /** which work it speaks of */
  says: string;
}

/**
 * Acts that limit who may do some work. The list is closed: an act that is not here is looked at by the office, which brings the post in
 * by its roster.
 *
 * @source the acts named; not yet read against their texts (docs/decisions/0036)
 */
export const LIMIT_BASES: readonly LimitBasis[] = [
  {
    id: 'CHILD_LABOUR',
    act: '禁止使用童工规定',
    names: [],
    kinds: ['AGE'],
    says: '不招未满16周岁的人',
  },
  {
    id: 'YOUNG_WORKERS',
    act: '未成年工特殊保护规定',
    names: ['劳动法第六十四条', '劳动法第64条'],
    kinds: ['AGE'],
    says: '矿山井下、有毒有害等劳动不招未满18周岁的人',
  },
  {
    id: 'WOMEN_WORKERS',
    act: '女职工劳动保护特别规定',
    names: ['劳动法第五十九条', '劳动法第59条'],
    kinds: ['SEX'],
    says: '女职工禁忌从事的劳动',
  },
  {
    id: 'FOOD_HEALTH',
    act: '食品安全法',
    names: ['食品安全法实施条例'],
    kinds: ['HEALTH'],
    says: '接触直接入口食品的工作要健康证明',
  },
  {
    id: 'PUBLIC_PLACES',
    act: '公共场所卫生管理条例',
    names: [],
    kinds: ['HEALTH'],
    says: '直接为顾客服务的工作要健康合格证',
  },
  {
    id: 'DRIVING',
    act: '机动车驾驶证申领和使用规定',
    names: [],
    kinds: ['AGE', 'HEALTH'],
    says: '驾驶机动车的年龄和身体条件',
  },
];

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s《》〈〉「」]/g, '');

/** The accepted acts that a text names. */
export const basesIn = (text: string): LimitBasis[] =>
  LIMIT_BASES.filter(({ act, names }) => [act, ...names].some((name) => plain(text).includes(plain(name))));

/** True when the text names an accepted act for a limit of this kind. */
export const allowsLimit = (text: string | null, limit: LimitKind): boolean =>
  text !== null && basesIn(text).some(({ kinds }) => kinds.includes(limit));

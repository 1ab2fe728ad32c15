import type { UnitKind } from '@tongxing/rules';
import type { Names } from './names.js';
import type { Numbers } from './numbers.js';
import type { Place, Places } from './places.js';
import type { Random } from './random.js';

/** What a made-up unit does besides its kind. */
export type UnitPurpose = 'TOWNSHIP_SERVICE' | 'SHELTERED' | 'CONCENTRATED' | 'DISPATCH' | 'ORDINARY';

/** A made-up unit. */
export interface Unit {
  name: string;
  creditCode: string;
  kind: UnitKind;
  purpose: UnitPurpose;
  stateOwned: boolean;
  /** 县级, 乡级; blank for enterprises */
  level: string;
  /** staff, about */
  size: number;
  school: boolean;
  place: Place;
  contact: string;
  phone: string;
  collector: string;
}

/** Chinese numerals up to 9,999, as units are numbered. */
function numeral(value: number): string {
  const digits = [...'零一二三四五六七八九'];
  const steps = ['', '十', '百', '千'];
  let text = '';
  const written = String(value);
  for (const [index, digit] of [...written].entries()) {
    const step = steps[written.length - 1 - index] as string;
    if (digit !== '0') text += `${digits[Number(digit)]}${step}`;
    else if (!text.endsWith('零')) text += '零';
  }
  return text.replace(/零+$/, '').replace(/^一十/, '十');
}

const TRADES_OF_ENTERPRISES = [
  '食品',
  '服饰',
  '羊绒',
  '枸杞',
  '物业',
  '商贸',
  '建材',
  '农牧',
  '包装',
  '家政',
  '餐饮',
  '物流',
  '电子商务',
  '机械',
  '新能源',
  '运输',
];
const ORGANS = ['民政', '水务', '农业', '交通', '财务', '档案', '统计', '林草', '市场', '文旅'];
const INSTITUTIONS = ['医院', '小学', '中学', '幼儿园', '图书馆', '文化馆', '水利站', '林业站', '卫生院', '养护段'];
const SCHOOLS = new Set(['小学', '中学', '幼儿园']);

/** Shares of the kinds, besides one service centre a township. */
const KINDS: readonly (readonly [UnitKind, number])[] = [
  ['ENTERPRISE', 82],
  ['PUBLIC_INSTITUTION', 8],
  ['GOVERNMENT_ORGAN', 4],
  ['PRIVATE_NON_ENTERPRISE', 4],
  ['SOCIAL_ORGANISATION', 2],
];
const ENTERPRISE_SIZES: readonly (readonly [readonly [number, number], number])[] = [
  [[3, 15], 30],
  [[16, 30], 24],
  [[31, 60], 24],
  [[61, 140], 14],
  [[141, 320], 6],
  [[321, 800], 2],
];
const OTHER_SIZES: readonly (readonly [readonly [number, number], number])[] = [
  [[8, 30], 30],
  [[31, 66], 35],
  [[67, 150], 25],
  [[151, 320], 10],
];
/** Staff of the employer whose clerk can be tried: owes 3.3 places, has fewer. */
export const SHOWCASE_SIZE = 220;
/** A service centre for each township, but never more than a quarter of all units. */
const SERVICE_SHARE = 4;

/** Employers whose every name says 示例: a reader may not take their figures for those of a real unit. */
export class Units {
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly names: Names,
    private readonly numbers: Numbers,
    private readonly places: Places,
    private readonly countyName: string,
  ) {}

  /** So many units; the first is the one whose clerk can be tried. */
  all(count: number): Unit[] {
    const { random } = this;
    const seat = this.places.seat;
    const units = [
      this.unit(`${this.countyName}示例第一食品有限公司`, 'ENTERPRISE', seat, SHOWCASE_SIZE),
      this.unit(`${this.countyName}示例人力资源有限公司`, 'ENTERPRISE', seat, 42, 'DISPATCH'),
      this.unit(`${this.countyName}示例托养就业中心`, 'PRIVATE_NON_ENTERPRISE', seat, 24, 'SHELTERED'),
      this.unit(`${this.countyName}示例福利服饰厂`, 'ENTERPRISE', seat, 64, 'CONCENTRATED'),
    ].slice(0, count);
    const services = Math.min(this.places.townships.length, Math.max(1, Math.floor(count / SERVICE_SHARE)));
    for (const township of this.places.townships.slice(0, Math.min(services, count - units.length)))
      units.push(
        this.unit(
          `${township.name}示例便民服务中心`,
          'PUBLIC_INSTITUTION',
          township,
          random.int(18, 46),
          'TOWNSHIP_SERVICE',
        ),
      );
    while (units.length < count) units.push(this.ordinary());
    return units;
  }

  private ordinary(): Unit {
    const { random, countyName } = this;
    const kind = random.weighted(KINDS);
    const place = this.places.any(random);
    const number = numeral(this.made + 1);
    if (kind === 'ENTERPRISE') {
      const trade = random.pick(TRADES_OF_ENTERPRISES);
      const size = random.int(...(random.weighted(ENTERPRISE_SIZES) as [number, number]));
      const purpose = size > 40 && random.chance(0.02) ? 'CONCENTRATED' : 'ORDINARY';
      return this.unit(`${countyName}示例${number}${trade}有限公司`, kind, place, size, purpose);
    }
    const size = random.int(...(random.weighted(OTHER_SIZES) as [number, number]));
    if (kind === 'GOVERNMENT_ORGAN')
      return this.unit(`${countyName}示例${number}${random.pick(ORGANS)}局`, kind, this.places.seat, size);
    if (kind === 'PUBLIC_INSTITUTION')
      return this.unit(`${countyName}示例${number}${random.pick(INSTITUTIONS)}`, kind, place, size);
    if (kind === 'SOCIAL_ORGANISATION')
      return this.unit(`${countyName}示例${number}协会`, kind, place, Math.min(size, 40));
    const sheltered = random.chance(0.15);
    return this.unit(
      `${countyName}示例${number}${sheltered ? '托养就业中心' : '服务中心'}`,
      kind,
      place,
      size,
      sheltered ? 'SHELTERED' : 'ORDINARY',
    );
  }

  private unit(name: string, kind: UnitKind, place: Place, size: number, purpose: UnitPurpose = 'ORDINARY'): Unit {
    const { random } = this;
    this.made += 1;
    const isPublic = kind === 'GOVERNMENT_ORGAN' || kind === 'PUBLIC_INSTITUTION';
    return {
      name,
      creditCode: this.numbers.creditCode(kind),
      kind,
      purpose,
      stateOwned: kind === 'ENTERPRISE' && size > 60 && random.chance(0.12),
      level: isPublic ? (purpose === 'TOWNSHIP_SERVICE' || random.chance(0.25) ? '乡级' : '县级') : '',
      size,
      school: [...SCHOOLS].some((word) => name.endsWith(word)),
      place,
      contact: this.names.full(undefined, true),
      phone: this.numbers.phone(),
      collector: '税务局',
    };
  }
}

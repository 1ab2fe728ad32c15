import { addDays, type IsoDate } from '@tongxing/rules';
import type { Cells } from './files.js';
import type { Place, Places } from './places.js';
import type { Random } from './random.js';
import { type Trade, TRADES } from './trades.js';
import type { Unit } from './units.js';

export const POST_HEADERS = [
  '统一社会信用代码',
  '岗位名称',
  '岗位类型',
  '公益性岗位类别',
  '招聘人数',
  '工作地点区划',
  '经度',
  '纬度',
  '居家办公',
  '月薪下限',
  '月薪上限',
  '每周工时',
  '夜班',
  '最低学历',
  '技能要求',
  '证照要求',
  '岗位要求',
  '提供的便利',
  '发布日期',
  '截止日期',
  '依据',
] as const;
export type PostCells = Cells<(typeof POST_HEADERS)[number]>;

/** Shares of the kinds of posts. */
const KINDS = [
  ['公益性岗位', 40],
  ['按比例就业', 38],
  ['集中就业', 7],
  ['辅助性就业', 6],
  ['灵活就业', 6],
  ['见习', 3],
] as const;
/** A post that says nothing of what the work asks: matching answers UNKNOWN. */
const SILENT_SHARE = 0.03;
/** A level more or less than usual, now and then. */
const OTHER_LEVEL_SHARE = 0.15;
const OPEN_SHARE = 0.92;
const LICENCE_BASIS = '《特种作业人员安全技术培训考核管理规定》第四条';
const DRIVING_BASIS = '《机动车驾驶证申领和使用规定》第十四条';
const LIMIT_SHARE = 0.3;

type Kind = (typeof KINDS)[number][0];

const degrees = (value: number): string => value.toFixed(6);

/** Posts of a county's units. */
export class Posts {
  private readonly taken = new Set<string>();
  private readonly unitsOf: Readonly<Record<Kind, readonly Unit[]>>;

  constructor(
    private readonly random: Random,
    private readonly places: Places,
    private readonly today: IsoDate,
    private readonly minimumWageYuan: number,
    units: readonly Unit[],
  ) {
    const of = (...purposes: Unit['purpose'][]) => units.filter(({ purpose }) => purposes.includes(purpose));
    const enterprises = units.filter(({ kind, purpose }) => kind === 'ENTERPRISE' && purpose !== 'DISPATCH');
    const ordinary = enterprises.length > 0 ? enterprises : units;
    const or = (list: readonly Unit[]): readonly Unit[] => (list.length > 0 ? list : ordinary);
    this.unitsOf = {
      公益性岗位: or(of('TOWNSHIP_SERVICE')),
      按比例就业: or(units.filter(({ purpose, size }) => purpose !== 'SHELTERED' && size > 20)),
      集中就业: or(of('CONCENTRATED')),
      辅助性就业: or(of('SHELTERED')),
      灵活就业: ordinary,
      见习: ordinary,
    };
  }

  /** So many posts; the first of every trade, so that even a small county has each of the eight public-welfare kinds. */
  all(count: number): PostCells[] {
    const posts = TRADES.slice(0, count).map((trade) => this.post(trade));
    while (posts.length < count) {
      const kind = this.random.weighted(KINDS);
      const trades = TRADES.filter((trade) => trade.kind === kind);
      posts.push(this.post(this.random.weighted(trades.map((trade) => [trade, trade.weight] as const))));
    }
    return posts;
  }

  private post(trade: Trade): PostCells {
    const { random } = this;
    const unit = this.unitFor(trade);
    const place = trade.welfare === undefined ? unit.place : this.villageOf(unit);
    const publishedOn = this.publishedOn(unit, trade, place);
    const open = random.chance(OPEN_SHARE);
    const closesOn = open ? addDays(this.today, random.int(15, 200)) : addDays(publishedOn, random.int(0, 10));
    const low = this.minimumWageYuan + Math.round((trade.above[0] + random.float() * 400) / 50) * 50;
    const high = Math.max(
      low,
      this.minimumWageYuan + Math.round((trade.above[1] * (0.6 + random.float() * 0.4)) / 50) * 50,
    );
    const limited = trade.licences !== undefined && random.chance(LIMIT_SHARE);
    return {
      统一社会信用代码: unit.creditCode,
      岗位名称: trade.title,
      岗位类型: trade.kind,
      公益性岗位类别: trade.welfare ?? '',
      招聘人数: String(
        random.weighted([
          [1, 60],
          [2, 25],
          [3, 10],
          [6, 5],
        ]),
      ),
      工作地点区划: place.code,
      经度: degrees(place.longitude),
      纬度: degrees(place.latitude),
      居家办公: trade.remote ? '是' : '否',
      月薪下限: String(low),
      月薪上限: String(high),
      每周工时: String(trade.hours),
      夜班: trade.night ? '是' : '否',
      最低学历: trade.education ?? '',
      技能要求: (trade.skills ?? []).join('、'),
      证照要求: (trade.licences ?? []).join('、'),
      岗位要求: random.chance(SILENT_SHARE) ? '' : this.demands(trade.demands),
      提供的便利: random.some(trade.provisions, random.int(0, Math.min(4, trade.provisions.length))).join('、'),
      发布日期: publishedOn,
      截止日期: closesOn,
      依据: limited ? (trade.skills?.includes('驾驶') ? DRIVING_BASIS : LICENCE_BASIS) : '',
    };
  }

  private unitFor(trade: Trade): Unit {
    const units = this.unitsOf[trade.kind];
    if (trade.welfare !== undefined) return this.random.pick(units);
    // A large unit has more posts, but not in proportion.
    return this.random.weighted(units.map((unit) => [unit, Math.sqrt(unit.size)] as const));
  }

  /** The village of the unit's township where the work is. */
  private villageOf(unit: Unit): Place {
    const villages = this.places.all.filter(({ townshipCode }) => townshipCode === unit.place.townshipCode);
    return villages.length > 0 ? this.random.pick(villages) : unit.place;
  }

  /** A day on which this unit has no such post at this place yet: unit, title, place and day name a post. */
  private publishedOn(unit: Unit, { title }: Trade, place: Place): IsoDate {
    for (let day = addDays(this.today, -this.random.int(1, 100)); ; day = addDays(day, -1)) {
      const key = [unit.creditCode, title, place.code, day].join('|');
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return day;
    }
  }

  private demands(usual: string): string {
    const { random } = this;
    return usual.replace(/\d/g, (digit) => {
      if (!random.chance(OTHER_LEVEL_SHARE)) return digit;
      return String(Math.min(4, Math.max(1, Number(digit) + (random.chance(0.5) ? 1 : -1))));
    });
  }
}

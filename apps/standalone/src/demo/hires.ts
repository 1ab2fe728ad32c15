import { addDays, ageOn, type IsoDate, isoDate } from '@tongxing/rules';
import type { Citizens } from './citizens.js';
import type { Cells } from './files.js';
import { type Headcount, MONTHS } from './headcounts.js';
import { type Holder, ofWorkingAge } from './holders.js';
import type { Random } from './random.js';
import { SHOWCASE_SIZE, type Unit } from './units.js';

export const HIRE_HEADERS: readonly string[] = [
  '统一社会信用代码',
  '年度',
  '姓名',
  '身份证号',
  '残疾人证号',
  '残疾军人证号',
  '残疾军人等级',
  '用工形式',
  '派遣方信用代码',
  '计入方',
  '合同起',
  '合同止',
  ...MONTHS.map((month) => `${month}月工资`),
  '养老缴费月份',
  '医疗缴费月份',
  '失业缴费月份',
  '工伤缴费月份',
];

/** How a unit is to come out, before anything is counted. */
type Plan = 'NONE' | 'TIER_90' | 'TIER_50' | 'MET' | 'OVER';
const PLANS: readonly (readonly [Plan, number])[] = [
  ['NONE', 44],
  ['TIER_90', 8],
  ['TIER_50', 14],
  ['MET', 26],
  ['OVER', 8],
];
/** Small enterprises owe nothing; some employ somebody all the same. */
const SMALL_PLANS: readonly (readonly [Plan, number])[] = [
  ['NONE', 86],
  ['MET', 14],
];
const SMALL = 30;
/** Twelfths of a place per head and month: 1 % and 1.5 %. */
const LOWER = 0.01;
const QUOTA = 0.015;
/** Somebody beside the plan whose months count nothing: certificate run out, above the age. */
const BARREN_SHARE = 0.05;
const DISPATCH_SHARE = 0.03;
const STRANGER_SHARE = 0.02;
const TWICE_DECLARED = 3;
const STRANGE_REGIONS = ['640302', '640323', '622825', '610626'];

/** Why some months do not count. */
type Lack = 'LATE_START' | 'INSURANCE' | 'WAGE';
const LACKS: readonly (readonly [Lack, number])[] = [
  ['LATE_START', 45],
  ['INSURANCE', 30],
  ['WAGE', 25],
];

type Person = Pick<Holder, 'name' | 'idNumber' | 'certificate' | 'veteran' | 'veteranGrade' | 'grade'>;

/** @source 残联厅函〔2022〕63号: grades 1–2 count twice, the others of a 残疾人证 once, veterans of 1–3 twice, 4–8 once */
function weightOf({ certificate, grade, veteran, veteranGrade }: Person): number {
  const byCertificate = certificate === '' ? 0 : grade <= 2 ? 2 : 1;
  const byVeteran = veteran === '' ? 0 : veteranGrade <= 3 ? 2 : veteranGrade <= 8 ? 1 : 0;
  return Math.max(byCertificate, byVeteran);
}

const months = (from: number, to: number): string => (from > to ? '' : from === to ? String(from) : `${from}-${to}`);

/** 残疾职工 of a year: certificate holders of the county who work, spread over its units so that every outcome of the levy occurs. */
export class Hires {
  private readonly rows: Cells[] = [];
  /** who would count a whole year; taken from the end */
  private readonly able: Holder[];
  private readonly barren: Holder[];
  private readonly shown: Holder[];

  constructor(
    private readonly random: Random,
    private readonly citizens: Citizens,
    private readonly year: number,
    private readonly today: IsoDate,
    private readonly minimumWageYuan: number,
    holders: readonly Holder[],
  ) {
    const workers = holders.filter(({ status, state }) => status === '已就业' && state === '正常');
    this.shown = workers.filter(({ role }) => role === 'WORKER');
    const others = random.shuffled(workers.filter(({ role }) => role === undefined));
    this.able = others.filter((holder) => this.countsAllYear(holder));
    this.barren = others.filter((holder) => !this.countsAllYear(holder) && weightOf(holder) > 0);
  }

  /** @param dispatcher the unit that sends workers to others; undefined where the county has none */
  all(headcounts: readonly Headcount[], dispatcher: Unit | undefined): Cells[] {
    for (const [index, headcount] of headcounts.entries()) {
      const shown = index === 0 && headcount.unit.size === SHOWCASE_SIZE;
      if (shown) this.showcase(headcount.unit);
      else this.staff(headcount, dispatcher);
    }
    this.declareTwice(headcounts);
    return this.rows;
  }

  /** The employer whose clerk can be tried: somebody counts, somebody lacks insurance, somebody was paid too little; still below the quota. */
  private showcase(unit: Unit): void {
    const [good, uninsured, underpaid] = this.shown;
    if (good !== undefined) this.hire(unit, good, 12);
    if (uninsured !== undefined) this.hire(unit, uninsured, 7, 'INSURANCE');
    if (underpaid !== undefined) this.hire(unit, underpaid, 4, 'WAGE');
  }

  private staff({ unit, monthly, seasonal }: Headcount, dispatcher: Unit | undefined): void {
    const { random } = this;
    const total = monthly.reduce((sum, count) => sum + count, 0) + (seasonal ? seasonal.workers * seasonal.months : 0);
    const small = unit.kind === 'ENTERPRISE' && total <= SMALL * MONTHS.length;
    const plan = random.weighted(small ? SMALL_PLANS : PLANS);
    let left = this.twelfths(plan, total);
    while (left > 0) {
      const person = this.next(left);
      if (person === undefined) break;
      const weight = weightOf(person);
      const counted = Math.min(MONTHS.length, Math.floor(left / weight));
      const lack = counted < MONTHS.length ? random.weighted(LACKS) : undefined;
      // Sent by another unit, counted here by agreement: only where the plan wants whole years, so that the months stay right.
      const sent =
        dispatcher !== undefined && dispatcher !== unit && lack === undefined && random.chance(DISPATCH_SHARE);
      this.hire(unit, person, counted, lack, sent ? dispatcher : undefined);
      left -= counted * weight;
    }
    if (plan !== 'NONE' && random.chance(BARREN_SHARE)) {
      const person = this.barren.pop();
      if (person !== undefined) this.hire(unit, person, 12);
    }
  }

  /** Twelfths of a counted person that bring a unit to its plan; `total` is the sum of its monthly heads. */
  private twelfths(plan: Plan, total: number): number {
    const { random } = this;
    const lower = Math.ceil(total * LOWER);
    const quota = Math.ceil(total * QUOTA);
    switch (plan) {
      case 'NONE':
        return 0;
      case 'TIER_90':
        return lower > 1 ? random.int(1, lower - 1) : 0;
      case 'TIER_50':
        return quota > lower ? random.int(lower, quota - 1) : quota;
      case 'MET':
        return Math.ceil(quota / 12) * 12;
      case 'OVER':
        return (Math.ceil(quota / 12) + random.int(2, 5)) * 12;
    }
  }

  /** Somebody whose weight fits into what is left. */
  private next(left: number): Person | undefined {
    if (this.random.chance(STRANGER_SHARE)) return this.stranger();
    if (left > 1) return this.able.pop();
    const light = this.able.findLastIndex((holder) => weightOf(holder) === 1);
    return light < 0 ? undefined : this.able.splice(light, 1)[0];
  }

  /** Certified in another county: counts here all the same (条例 art. 8). */
  private stranger(): Person {
    const { name, idNumber } = this.citizens.stranger(this.random.pick(STRANGE_REGIONS));
    return { name, idNumber, certificate: `${idNumber}43`, grade: 3, veteran: '', veteranGrade: 0 };
  }

  private countsAllYear(holder: Holder): boolean {
    const first = isoDate(`${this.year}-01-01`);
    const last = isoDate(`${this.year}-12-31`);
    const valid = holder.expiresOn === '' || holder.expiresOn >= this.today;
    return valid && weightOf(holder) > 0 && ageOn(holder.birthOn, first) >= 17 && ofWorkingAge(holder, last);
  }

  private hire(unit: Unit, person: Person, counted: number, lack?: Lack, dispatcher?: Unit): void {
    const { random, year } = this;
    const start = lack === 'LATE_START' ? 13 - counted : 1;
    const from =
      start > 1
        ? isoDate(`${year}-${String(start).padStart(2, '0')}-01`)
        : addDays(isoDate(`${year}-01-01`), -random.int(1, 1500));
    const onEstablishment = unit.level !== '' && random.chance(0.6);
    const openEnded = onEstablishment || random.chance(0.35);
    const wage = this.minimumWageYuan + random.int(50, 1800);
    const poor = this.minimumWageYuan - random.int(80, 400);
    // The months that lack something are the last ones of the year.
    const insured = lack === 'INSURANCE' ? counted : 12;
    const paid = (month: number): string =>
      month < start ? '' : String(lack === 'WAGE' && month > counted ? poor : wage);
    this.rows.push({
      统一社会信用代码: unit.creditCode,
      年度: String(year),
      姓名: person.name,
      身份证号: person.idNumber,
      残疾人证号: person.certificate,
      残疾军人证号: person.veteran,
      残疾军人等级: person.veteran === '' ? '' : String(person.veteranGrade),
      用工形式: dispatcher ? '劳务派遣' : onEstablishment ? '在编' : random.chance(0.9) ? '劳动合同' : '服务协议',
      派遣方信用代码: dispatcher?.creditCode ?? '',
      计入方: dispatcher ? '接收单位' : '',
      合同起: from,
      合同止: openEnded ? '' : addDays(isoDate(`${year}-12-31`), random.int(366, 1100)),
      ...Object.fromEntries(MONTHS.map((month) => [`${month}月工资`, paid(month)])),
      养老缴费月份: months(start, insured),
      医疗缴费月份: months(start, insured),
      失业缴费月份: months(start, 12),
      工伤缴费月份: months(start, 12),
    });
  }

  /** A few are declared by a second unit too, which an officer has to clear up. */
  private declareTwice(headcounts: readonly Headcount[]): void {
    const others = this.rows.slice(this.shown.length);
    for (const row of this.random.some(others, Math.min(TWICE_DECLARED, Math.floor(others.length / 10)))) {
      const unit = this.random.pick(headcounts).unit;
      const declared = this.rows.some(
        (other) => other['统一社会信用代码'] === unit.creditCode && other['身份证号'] === row['身份证号'],
      );
      if (!declared && row['用工形式'] === '劳动合同') this.rows.push({ ...row, 统一社会信用代码: unit.creditCode });
    }
  }
}

import { addDays, ageOn, type IsoDate, yearOf } from '@tongxing/rules';
import type { Citizen, HouseholdOf } from './citizens.js';
import type { Numbers } from './numbers.js';
import type { Place, Places } from './places.js';
import type { Random } from './random.js';
import { SKILLS } from './trades.js';

/** 残疾类别 1–7 and 等级 1–4, as the last two digits of a certificate say. */
type Category = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type Grade = 1 | 2 | 3 | 4;

/** A certificate holder with all that the roster of people asks. */
export interface Holder extends Citizen {
  household: HouseholdOf;
  category: Category;
  grade: Grade;
  /** 残疾人证号; blank for somebody with a 残疾军人证 alone */
  certificate: string;
  veteran: string;
  veteranGrade: number;
  expiresOn: IsoDate | '';
  residence: Place | undefined;
  phone: string;
  rural: boolean;
  education: string;
  welfare: string;
  status: '未就业' | '已就业' | '灵活就业' | '在校' | '无就业能力';
  wantsWork: '是' | '否' | '';
  skills: string[];
  wantedWageYuan: string;
  wantedKinds: string[];
  commuteKm: string;
  accessNeeds: string[];
  account: string;
  graduatedFrom: string;
  graduatedOn: IsoDate | '';
  state: '正常' | '注销' | '死亡';
  stateOn: IsoDate | '';
}

const EXPIRED_SHARE = 0.03;
const REISSUED_SHARE = 0.04;
const VETERAN_SHARE = 0.006;
const DEAD_SHARE = 0.012;
const CANCELLED_SHARE = 0.006;
const TEN_YEARS_DAYS = 3_650;
const MOVED_SHARE = 0.07;
const PHONE_SHARE = 0.86;
const ACCOUNT_SHARE = 0.8;
const PASSBOOK_SHARE = 0.008;
const MALE_UNTIL = 59;
const FEMALE_UNTIL = 54;

/** About as the country's certificates are: six in ten physical, grades heavier among mind and the multiple ones. */
const CATEGORIES: readonly (readonly [Category, number])[] = [
  [1, 11],
  [2, 10],
  [3, 2],
  [4, 56],
  [5, 9],
  [6, 9],
  [7, 3],
];
const GRADES: Readonly<Record<Category, readonly (readonly [Grade, number])[]>> = {
  1: [
    [1, 34],
    [2, 16],
    [3, 15],
    [4, 35],
  ],
  2: [
    [1, 38],
    [2, 26],
    [3, 20],
    [4, 16],
  ],
  3: [
    [1, 38],
    [2, 20],
    [3, 22],
    [4, 20],
  ],
  4: [
    [1, 6],
    [2, 22],
    [3, 34],
    [4, 38],
  ],
  5: [
    [1, 12],
    [2, 42],
    [3, 30],
    [4, 16],
  ],
  6: [
    [1, 10],
    [2, 58],
    [3, 24],
    [4, 8],
  ],
  7: [
    [1, 52],
    [2, 34],
    [3, 10],
    [4, 4],
  ],
};

const NEEDS: readonly (readonly [string, number])[] = [
  ['无障碍卫生间', 5],
  ['坡道电梯', 4],
  ['大字材料', 2],
  ['文字沟通', 2],
  ['班车接送', 2],
];
const KINDS = ['公益性岗位', '按比例就业', '集中就业', '辅助性就业', '灵活就业'];
const SCHOOLS = ['示例职业技术学院', '示例师范学院', '示例中等职业学校', '示例大学'];

const isSeeker = ({ status, wantsWork, state }: Holder): boolean =>
  state === '正常' && wantsWork === '是' && (status === '未就业' || status === '灵活就业');

/** People who look for work and can be placed in it. */
export const seekersOf = (holders: readonly Holder[], today: IsoDate): Holder[] =>
  holders.filter((holder) => isSeeker(holder) && ofWorkingAge(holder, today));

/** Of working age by the demonstration's own table (演示参数). */
export function ofWorkingAge({ birthOn, sex }: Citizen, day: IsoDate): boolean {
  const age = ageOn(birthOn, day);
  return age >= 16 && age <= (sex === 'MALE' ? MALE_UNTIL : FEMALE_UNTIL);
}

/** Fills in what the register knows of a holder. */
export class Holders {
  constructor(
    private readonly random: Random,
    private readonly numbers: Numbers,
    private readonly places: Places,
    private readonly today: IsoDate,
  ) {}

  all(households: readonly HouseholdOf[]): Holder[] {
    return households.flatMap((household) =>
      household.members.filter(({ holder }) => holder).map((citizen) => this.holder(citizen, household)),
    );
  }

  private holder(citizen: Citizen, household: HouseholdOf): Holder {
    const { random, today } = this;
    const age = ageOn(citizen.birthOn, today);
    const shown = citizen.role !== undefined;
    const category = shown ? 4 : random.weighted(CATEGORIES);
    const grade = shown ? (citizen.role === 'WORKER' && age < 30 ? 2 : 3) : random.weighted(GRADES[category]);
    const isVeteran = !shown && citizen.sex === 'MALE' && age >= 22 && random.chance(VETERAN_SHARE * 2);
    const veteranAlone = isVeteran && random.chance(0.5);
    const suffix = !shown && random.chance(REISSUED_SHARE) ? 'B1' : '';
    const dead = !shown && random.chance(DEAD_SHARE);
    const cancelled = !shown && !dead && random.chance(CANCELLED_SHARE);
    const rural = !household.place.urban && random.chance(0.93);
    const education = shown ? '初中' : this.education(age, category);
    const status = this.status(citizen, age, category, grade);
    const wantsWork = this.wants(citizen, age, status);
    const seeks = wantsWork === '是';
    const graduate = seeks && age <= 25 && ['大专', '本科', '中专'].includes(education) && random.chance(0.7);
    // Every field by name: spread into an object of this size, fifteen thousand of them cost seconds.
    return {
      name: citizen.name,
      sex: citizen.sex,
      idNumber: citizen.idNumber,
      birthOn: citizen.birthOn,
      age: citizen.age,
      relation: citizen.relation,
      holder: true,
      role: citizen.role,
      household,
      category,
      grade,
      certificate: veteranAlone ? '' : `${citizen.idNumber}${category}${grade}${suffix}`,
      veteran: isVeteran ? this.numbers.veteran() : '',
      veteranGrade: isVeteran ? random.int(3, 9) : 0,
      expiresOn: veteranAlone ? '' : this.expiry(shown),
      residence: random.chance(MOVED_SHARE) && !shown ? this.places.any(random) : household.place,
      phone: shown || random.chance(PHONE_SHARE) ? this.numbers.phone() : '',
      rural,
      education,
      welfare: this.welfare(grade, rural),
      status,
      wantsWork,
      skills: this.skills(citizen, seeks || status === '已就业'),
      wantedWageYuan: seeks ? String(random.int(18, 34) * 100) : '',
      wantedKinds: seeks ? random.some(KINDS, random.int(0, 2)) : [],
      commuteKm: shown ? '30' : seeks && random.chance(0.85) ? String(random.pick([1, 3, 8, 10, 15, 30, 30, 40])) : '',
      accessNeeds: this.needs(shown, category, grade),
      account: shown ? this.numbers.card() : this.account(),
      graduatedFrom: graduate ? random.pick(SCHOOLS) : '',
      graduatedOn: graduate ? (`${lastSummer(today) - random.int(0, 1)}-06-30` as IsoDate) : '',
      state: dead ? '死亡' : cancelled ? '注销' : '正常',
      stateOn: dead || cancelled ? notBefore(citizen.birthOn, addDays(today, -random.int(20, 900))) : '',
    };
  }

  private expiry(shown: boolean): IsoDate {
    const { random, today } = this;
    if (!shown && random.chance(EXPIRED_SHARE)) return addDays(today, -random.int(10, 700));
    return addDays(today, random.int(shown ? TEN_YEARS_DAYS / 2 : 40, TEN_YEARS_DAYS));
  }

  private education(age: number, category: Category): string {
    const { random } = this;
    if (age < 7) return '';
    if (age < 13) return '小学';
    if (age < 16) return '初中';
    const low = category === 5 || category === 7 ? 4 : age >= 60 ? 3 : age >= 45 ? 1.5 : 0.5;
    return random.weighted([
      ['文盲', 8 * low],
      ['小学', 22 * low],
      ['初中', 38],
      ['高中', age < 45 ? 14 : 8],
      ['中专', age < 45 ? 8 : 3],
      ['大专', age < 40 ? 8 : 2],
      ['本科', age < 40 && category !== 5 ? 4 : 0.5],
    ]);
  }

  private welfare(grade: Grade, rural: boolean): string {
    const poor = grade <= 2 ? 2 : 1;
    return this.random.weighted([
      ['无', 62],
      [rural ? '农村低保' : '城市低保', 24 * poor],
      ['低保边缘', 6],
      ['特困', 1.5 * poor],
    ]);
  }

  private status(citizen: Citizen, age: number, category: Category, grade: Grade): Holder['status'] {
    const { random, today } = this;
    if (citizen.role === 'WORKER') return '已就业';
    if (citizen.role !== undefined) return '未就业';
    if (age < 7) return '无就业能力';
    if (age < 16) return random.chance(0.88) ? '在校' : '无就业能力';
    if (age <= 21 && random.chance(0.45)) return '在校';
    if (!ofWorkingAge(citizen, today))
      return random.weighted([
        ['无就业能力', 58],
        ['未就业', 22],
        ['灵活就业', 20],
      ]);
    const heavy = grade === 1 ? 4 : grade === 2 ? (category >= 5 ? 4 : 1.4) : grade === 3 ? 0.5 : 0.25;
    return random.weighted([
      ['无就业能力', 16 * heavy],
      ['未就业', 40],
      ['灵活就业', grade <= 2 ? 14 : 24],
      ['已就业', grade === 1 ? 6 : grade === 2 ? 16 : 27],
    ]);
  }

  private wants(citizen: Citizen, age: number, status: Holder['status']): Holder['wantsWork'] {
    const { random, today } = this;
    if (citizen.role !== undefined) return citizen.role === 'WORKER' ? '否' : '是';
    if (age < 16 || status === '无就业能力' || status === '在校') return '';
    if (!ofWorkingAge(citizen, today)) return random.chance(0.85) ? '否' : '';
    if (status === '已就业') return random.chance(0.05) ? '是' : '否';
    return random.weighted([
      ['是', status === '未就业' ? 52 : 25],
      ['否', 30],
      ['', 18],
    ]);
  }

  private skills(citizen: Citizen, works: boolean): string[] {
    if (citizen.role === 'ASSESSED_SEEKER') return ['电脑操作', '包装'];
    if (citizen.role === 'NEW_SEEKER') return ['保洁', '烹饪'];
    if (!works) return [];
    return this.random.some(
      SKILLS,
      this.random.weighted([
        [0, 25],
        [1, 40],
        [2, 25],
        [3, 10],
      ]),
    );
  }

  private needs(shown: boolean, category: Category, grade: Grade): string[] {
    const { random } = this;
    if (shown || !random.chance(grade <= 2 ? 0.3 : 0.08)) return [];
    if (category === 1) return ['大字材料'];
    if (category === 2 || category === 3) return ['文字沟通'];
    return [random.weighted(NEEDS.filter(([need]) => need !== '大字材料' && need !== '文字沟通'))];
  }

  private account(): string {
    const { random, numbers } = this;
    if (!random.chance(ACCOUNT_SHARE)) return '';
    return random.chance(PASSBOOK_SHARE) ? numbers.passbook() : numbers.card();
  }
}

/** The year of the last end of June. */
const lastSummer = (today: IsoDate): number => yearOf(today) - (today.slice(5) < '06-30' ? 1 : 0);

/** Small children have certificates too. */
const notBefore = (first: IsoDate, day: IsoDate): IsoDate => (day < first ? first : day);

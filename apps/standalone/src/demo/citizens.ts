import { addDays, type IsoDate, isoDate, type Sex, yearOf } from '@tongxing/rules';
import type { Names } from './names.js';
import type { Numbers } from './numbers.js';
import type { Place, Places } from './places.js';
import type { Random } from './random.js';

/** Somebody of a household, with or without a certificate. */
export interface Citizen {
  name: string;
  sex: Sex;
  idNumber: string;
  birthOn: IsoDate;
  /** full years, about */
  age: number;
  relation: string;
  /** certificate holder */
  holder: boolean;
  /** one of those that the demonstration shows first */
  role: ShowcaseRole | undefined;
}

export interface HouseholdOf {
  number: string;
  place: Place;
  members: Citizen[];
  /** a list of its members was brought in: without one no rule may count them */
  known: boolean;
}

/**
 * People whom the demonstration needs in any county, however small: a seeker who was assessed, one who was not, and three who work at
 * the employer whose clerk can be tried.
 */
export type ShowcaseRole = 'ASSESSED_SEEKER' | 'NEW_SEEKER' | 'WORKER';
const SHOWCASE: readonly { role: ShowcaseRole; age: number; sex: Sex }[] = [
  { role: 'ASSESSED_SEEKER', age: 34, sex: 'MALE' },
  { role: 'NEW_SEEKER', age: 41, sex: 'FEMALE' },
  { role: 'WORKER', age: 38, sex: 'MALE' },
  { role: 'WORKER', age: 29, sex: 'FEMALE' },
  { role: 'WORKER', age: 45, sex: 'MALE' },
];

const KNOWN_SHARE = 0.7;
const MALE_HEADS = 0.8;
const MAX_AGE = 96;
const DAYS_A_YEAR = 365;

/** Age of the head of a household with a certificate holder: older than the country. */
const HEAD_AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[22, 34], 10],
  [[35, 44], 17],
  [[45, 54], 25],
  [[55, 64], 23],
  [[65, 74], 17],
  [[75, 88], 8],
];

/** How likely a member holds a certificate, against the others of the household. */
const holderWeight = (age: number): number => {
  if (age < 7) return 0.1;
  if (age < 16) return 0.3;
  if (age < 30) return 0.6;
  if (age < 45) return 1;
  if (age < 60) return 1.5;
  return age < 75 ? 2.2 : 2.6;
};

/** Whoever lives in the county's registered households. */
export class Citizens {
  private made = 0;

  constructor(
    private readonly random: Random,
    private readonly names: Names,
    private readonly numbers: Numbers,
    private readonly places: Places,
    private readonly today: IsoDate,
    /** letters before the number of a household */
    private readonly prefix: string,
  ) {}

  /** Households until so many members hold a certificate, exactly. */
  households(holders: number): HouseholdOf[] {
    const list: HouseholdOf[] = [];
    let left = holders;
    for (const { role, age, sex } of SHOWCASE.slice(0, holders)) {
      list.push(this.household(1, { role, age, sex }));
      left -= 1;
    }
    while (left > 0) {
      const wanted = Math.min(
        left,
        this.random.weighted([
          [1, 86],
          [2, 12],
          [3, 2],
        ]),
      );
      const household = this.household(wanted);
      left -= household.members.filter(({ holder }) => holder).length;
      list.push(household);
    }
    return list;
  }

  /** A made-up person of working age from another region, who is not in this county's register. */
  stranger(region: string): Citizen {
    return this.citizen(this.random.int(24, 48), 'MALE', '户主', this.names.full(), region);
  }

  private household(holders: number, shown?: (typeof SHOWCASE)[number]): HouseholdOf {
    const { random } = this;
    this.made += 1;
    const surname = this.names.surname();
    const headAge = shown?.age ?? random.int(...(random.weighted(HEAD_AGES) as [number, number]));
    const headSex = shown?.sex ?? (random.chance(MALE_HEADS) ? 'MALE' : 'FEMALE');
    const head = this.citizen(headAge, headSex, '户主', this.names.full(surname, shown !== undefined));
    const members = [head, ...this.family(headAge, headSex, surname)];
    if (shown === undefined) this.choose(members, holders);
    else Object.assign(head, { holder: true, role: shown.role });
    return {
      number: `${this.prefix}${String(this.made).padStart(6, '0')}`,
      place: shown === undefined ? this.places.any(random) : this.places.seat,
      members,
      known: shown !== undefined || random.chance(KNOWN_SHARE),
    };
  }

  private family(headAge: number, headSex: Sex, surname: string): Citizen[] {
    const { random } = this;
    const family: Citizen[] = [];
    const married = random.chance(headAge < 30 ? 0.5 : headAge < 70 ? 0.8 : 0.45);
    const fathers = headSex === 'MALE' ? surname : this.names.surname();
    if (married) {
      const sex = headSex === 'MALE' ? 'FEMALE' : 'MALE';
      const name = this.names.full(headSex === 'MALE' ? this.names.surname() : fathers);
      family.push(this.citizen(Math.max(20, headAge + random.int(-4, 4)), sex, '配偶', name));
    }
    const children = random.weighted([
      [0, 30],
      [1, 30],
      [2, 30],
      [3, 10],
    ]);
    for (let child = 0; child < children; child += 1) {
      const age = headAge - random.int(21, 34);
      // Many of the grown-up ones live on their own.
      if (age < 0 || (age > 27 && random.chance(0.7))) continue;
      const sex = random.chance(0.5) ? 'MALE' : 'FEMALE';
      family.push(this.citizen(age, sex, sex === 'MALE' ? '子' : '女', this.names.full(fathers)));
    }
    const parentAge = headAge + random.int(20, 28);
    if (parentAge < MAX_AGE && random.chance(0.14)) {
      const sex = random.chance(0.4) ? 'MALE' : 'FEMALE';
      const name = this.names.full(sex === 'MALE' ? surname : this.names.surname());
      family.push(this.citizen(parentAge, sex, sex === 'MALE' ? '父亲' : '母亲', name));
    }
    return family;
  }

  private choose(members: readonly Citizen[], holders: number): void {
    for (let turn = 0; turn < holders; turn += 1) {
      const others = members.filter(({ holder }) => !holder);
      if (others.length === 0) return;
      const chosen = this.random.weighted(others.map((member) => [member, holderWeight(member.age)] as const));
      chosen.holder = true;
    }
  }

  private citizen(age: number, sex: Sex, relation: string, name: string, region?: string): Citizen {
    const birthday = isoDate(`${yearOf(this.today) - age}-01-01`);
    // Within the twelve months before the day on which this age would be reached last.
    const born = addDays(birthday, this.random.int(0, DAYS_A_YEAR - 1));
    const day = born < this.today ? born : addDays(this.today, -this.random.int(1, DAYS_A_YEAR));
    const { idNumber, birthOn } = this.numbers.person(day, sex, region);
    return { name, sex, idNumber, birthOn, age, relation, holder: false, role: undefined };
  }
}

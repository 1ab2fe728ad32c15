import {
  addDays,
  type IsoDate,
  makeCreditCode,
  type Sex,
  type UnitKind,
  withIdCheckDigit,
  withLuhnDigit,
} from '@tongxing/rules';
import type { Random } from './random.js';

/**
 * The last sequence numbers of a birthday. They were set aside for people of a hundred and over (GB 11643), so that nobody of these
 * birthdays is known to bear one, while the number as such is valid. Odd for men, even for women: two each a day.
 */
const SEQUENCES: Readonly<Record<Sex, readonly string[]>> = { MALE: ['997', '999'], FEMALE: ['996', '998'] };

/** 161: no operator has been given this range, so a number in it rings nowhere. */
const PHONE_RANGE = '161';
const PHONE_NUMBERS = 100_000_000;
/** No common factor with the size of the range: steps through all of it before one comes again. */
const PHONE_STEP = 61_803_399;

/** Not an issuer's number of any bank known to us. */
const CARD_RANGE = '629999';
const CARD_DIGITS = 12;
const PASSBOOK_RANGE = '0108';

/** The credit code begins with who registers and what kind of unit it is. */
const CODE_PREFIX: Readonly<Record<UnitKind, string>> = {
  GOVERNMENT_ORGAN: '11',
  PUBLIC_INSTITUTION: '12',
  SOCIAL_ORGANISATION: '51',
  PRIVATE_NON_ENTERPRISE: '52',
  ENTERPRISE: '91',
};
/** Begins the organisation code of every made-up unit. */
const ORGANISATION_MARK = 'MAXT';

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

/** Numbers that are valid in form, belong to nobody and never come twice. */
export class Numbers {
  private readonly taken = new Set<string>();
  private phones: number;
  private cards = 0;
  private units = 0;

  constructor(
    private readonly random: Random,
    private readonly countyCode: string,
  ) {
    this.phones = random.int(1, PHONE_NUMBERS);
  }

  /**
   * An ID number of somebody born on this day, or on the last day before it that has a number left.
   *
   * @param region first six digits; the county's own unless given
   */
  person(bornOn: IsoDate, sex: Sex, region = this.countyCode): { idNumber: string; birthOn: IsoDate } {
    for (let birthOn = bornOn; ; birthOn = addDays(birthOn, -1)) {
      const start = this.random.int(0, 1);
      for (const turn of [start, 1 - start]) {
        const idNumber = withIdCheckDigit(`${region}${birthOn.replaceAll('-', '')}${SEQUENCES[sex][turn] as string}`);
        if (this.taken.has(idNumber)) continue;
        this.taken.add(idNumber);
        return { idNumber, birthOn };
      }
    }
  }

  phone(): string {
    this.phones = (this.phones + PHONE_STEP) % PHONE_NUMBERS;
    return `${PHONE_RANGE}${padded(this.phones, 8)}`;
  }

  /** A card of 19 digits with a right last one. */
  card(): string {
    this.cards += 1;
    return withLuhnDigit(`${CARD_RANGE}${this.countyCode.slice(0, 2)}${padded(this.cards, CARD_DIGITS - 2)}`);
  }

  /** An old passbook: a number without a last digit that checks, as rosters still have some. */
  passbook(): string {
    this.cards += 1;
    return `${PASSBOOK_RANGE}${padded(this.cards, 11)}`;
  }

  creditCode(kind: UnitKind): string {
    this.units += 1;
    return makeCreditCode(CODE_PREFIX[kind], this.countyCode, `${ORGANISATION_MARK}${padded(this.units, 4)}`);
  }

  veteran(): string {
    this.cards += 1;
    return `军字第SL${padded(this.cards, 6)}号`;
  }
}

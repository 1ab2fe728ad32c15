import { blindOf, type ByBlind } from '@tongxing/database';
import type { Employer } from '@tongxing/employers';
import type { CryptoProvider } from '@tongxing/platform';
import { countHires, type HireFacts, type IsoDate, type Law, RuleRefusal, UsedLaw } from '@tongxing/rules';
import { claimedMonths, hireFacts, isEarlier, type Registered } from './hire.facts.js';
import { type HireSecrets, openHire } from './hire.secrets.js';
import type { CountedHire, QuotaReturn } from './quota.entity.js';

/** All that was loaded to judge the declarations of one calendar year. */
interface Loaded {
  /** calendar year of the figures */
  year: number;
  today: IsoDate;
  crypto: CryptoProvider;
  lawOf: (divisionCode: string) => Law;
  /** by blind index of the ID number */
  people: ByBlind<Registered>;
  /** every employer that declares one of these people */
  employers: ReadonlyMap<string, Employer>;
  /** by employer */
  returns: ReadonlyMap<string, QuotaReturn>;
  /** by blind index: every declaration of a person, whoever made it */
  declarations: ByBlind<CountedHire[]>;
}

/** Turns declarations into the facts of the counting rule: whose certificate, and whose month. */
export class YearDesk {
  constructor(private readonly loaded: Loaded) {}

  get year(): number {
    return this.loaded.year;
  }

  /** What an employer's year is judged by. */
  caseOf(employer: Employer) {
    const declared = this.loaded.returns.get(employer.id);
    const final = declared?.state === 'VERIFIED';
    const law = new UsedLaw(this.loaded.lawOf(employer.divisionCode), { final });
    return { declared, final, law, filedOn: declared?.filedOn ?? this.loaded.today };
  }

  secretsOf(hire: CountedHire): HireSecrets {
    return openHire(this.loaded.crypto, hire);
  }

  factsOf(hire: CountedHire, ref: string, taken: readonly number[], law: UsedLaw): HireFacts {
    const filedOn = this.loaded.returns.get(hire.employerId)?.filedOn ?? this.loaded.today;
    const person = this.loaded.people.get(blindOf(hire, 'idBlind'));
    return hireFacts(hire, this.secretsOf(hire), ref, person, filedOn, taken, law);
  }

  /** The months that really count at employers who declared the person earlier: one unit a month. @source 残联厅函〔2022〕63号 */
  takenBefore(hire: CountedHire): number[] {
    const earlier = (this.loaded.declarations.get(blindOf(hire, 'idBlind')) ?? [])
      .filter((other) => other.employerId !== hire.employerId && isEarlier(other, hire))
      .sort((a, b) => (isEarlier(a, b) ? -1 : 1));
    const taken = new Set<number>();
    for (const other of earlier) for (const month of this.countedMonths(other, [...taken])) taken.add(month);
    return [...taken];
  }

  private countedMonths(hire: CountedHire, taken: readonly number[]): number[] {
    const employer = this.loaded.employers.get(hire.employerId);
    if (employer === undefined) return [];
    const { declared, filedOn, law } = this.caseOf(employer);
    if (declared?.state === 'LAPSED') return [];
    try {
      const [row] = countHires([this.factsOf(hire, '1', taken, law)], hire.year, filedOn, law).result.matrix;
      return (row?.cells ?? []).filter(({ reason }) => reason === undefined).map(({ month }) => month);
    } catch (error) {
      // Where that place's law is not known, what was claimed stands until it is.
      if (error instanceof RuleRefusal) return claimedMonths(hire, hire.year);
      throw error;
    }
  }
}

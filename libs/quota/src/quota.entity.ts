import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  BlindIndexColumn,
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Employer } from '@tongxing/employers';
import { blindId, Person } from '@tongxing/people';
import type { EmploymentForm, HireFacts, IsoDate, Sex } from '@tongxing/rules';
import type { HireSecrets } from './hire.secrets.js';
import type { CountedSide, QuotaState } from './quota.words.js';

/** 年审申报: what an employer declares of its staff in one calendar year, for the levy of the year after. */
@Entity('quota_return')
@Index('ux_quota_return_year', ['employerId', 'year'], { unique: true })
export class QuotaReturn {
  @IdColumn() id: string;
  @RefColumn()
  @References('quota_return', () => Employer)
  employerId: string;
  /** 年度: the calendar year of the figures */
  @IntegerColumn() year: number;
  /** twelve month headcounts, dispatched people that count here among them */
  @JsonColumn() monthlyHeadcount: number[];
  /** 其中劳务派遣 */
  @IntegerColumn({ nullable: true }) dispatched: number | null;
  @IntegerColumn({ nullable: true }) seasonalWorkers: number | null;
  @IntegerColumn({ nullable: true }) seasonalMonths: number | null;
  /** 年工资总额 */
  @FenColumn() payrollFen: number;
  @StateColumn() state: QuotaState;
  /** the day the materials were filed; certificates must be valid on it */
  @DayColumn({ nullable: true }) filedOn: IsoDate | null;
  @InstantColumn() updatedAt: Date;
  @VersionColumn() version: number;
}

/** 安排残疾人: one disabled employee as declared for one year. Who it is, and the disability, stand sealed in `secrets`. */
@Entity('counted_hire')
@Index('ux_counted_hire_person', ['employerId', 'year', 'idBlind'], { unique: true })
@Index('ux_counted_hire_person2', ['employerId', 'year', 'idBlind2'], { unique: true })
@Index('ix_counted_hire_id', ['idBlind', 'year'])
@Index('ix_counted_hire_id2', ['idBlind2', 'year'])
export class CountedHire {
  @IdColumn() id: string;
  @RefColumn()
  @References('counted_hire', () => Employer)
  employerId: string;
  /** 年度: the calendar year of the months */
  @IntegerColumn() year: number;
  /** null: not in the roster of people here; cross-region hires count too */
  @RefColumn({ nullable: true })
  @References('counted_hire', () => Person)
  personId: string | null;
  @TextColumn(60) name: string;
  @StateColumn() sex: Sex;
  @DayColumn() birthOn: IsoDate;
  /** 用工形式 */
  @StateColumn() form: EmploymentForm;
  /** 派遣方信用代码 */
  @TextColumn(18, { nullable: true }) dispatcherCode: string | null;
  @StateColumn({ nullable: true }) countedSide: CountedSide | null;
  /** does the dispatch agreement give the person to this employer? true where there is none */
  @FlagColumn() countedHere: boolean;
  @DayColumn() contractFrom: IsoDate;
  /** null: open-ended */
  @DayColumn({ nullable: true }) contractTo: IsoDate | null;
  /** twelve wages in fen; null: none paid */
  @JsonColumn() monthlyWageFen: (number | null)[];
  @JsonColumn() insuranceMonths: HireFacts['insuranceMonths'];
  /** blind index of the ID number, the same as `person.idBlind` */
  @BlindIndexColumn({
    from: 'secrets',
    kind: 'person.idNumber',
    blind: (crypto, clear) => blindId(crypto, (JSON.parse(clear) as HireSecrets).idNumber),
  })
  idBlind: string | null;
  @BlindColumn({ nullable: true }) idBlind2: string | null;
  /** sealed JSON of `HireSecrets` */
  @SecretColumn() secrets: string;
  @InstantColumn() declaredAt: Date;
  @VersionColumn() version: number;
}

export const quotaEntities = [QuotaReturn, CountedHire];

import { Entity, Index } from 'typeorm';
import {
  BlindColumn,
  DayColumn,
  DivisionColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  KeyColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Person } from '@tongxing/people';
import type { ApplicationState, BenefitReason, IsoDate, TraceNode, UsedParameter } from '@tongxing/rules';

/** What the rules answered when the application was submitted, frozen. */
export interface FrozenEligibility {
  eligible: boolean;
  amountFen: number;
  reasons: BenefitReason[];
  trace: TraceNode;
  parameters: UsedParameter[];
}

/** 补贴申请: what a person asked for, frozen when it was submitted, and where it stands. The account it shall go to is sealed. */
@Entity('benefit_application')
@Index('ix_benefit_application_queue', ['state', 'divisionCode', 'submittedAt'])
@Index('ix_benefit_application_person', ['personId', 'submittedAt'])
@Index('ix_benefit_application_notice', ['noticeId'])
export class BenefitApplication {
  @IdColumn() id: string;
  @StateColumn() schemeCode: string;
  @RefColumn()
  @References('benefit_application', () => Person)
  personId: string;
  /** 户籍区划 of the person on the day */
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: ApplicationState;
  /** account that filed it, and the natural person behind that account */
  @RefColumn() filedById: string;
  @RefColumn() filedByPersonId: string;
  /** 1, and one more each time it was returned and filed again */
  @IntegerColumn() round: number;
  /** what it is paid for: the course */
  @TextColumn(80) object: string;
  @IntegerColumn() hours: number;
  @FenColumn() feeFen: number;
  @FlagColumn() certificateObtained: boolean;
  @DayColumn() periodStart: IsoDate;
  @DayColumn() periodEnd: IsoDate;
  /** result of the rule */
  @FenColumn() amountFen: number;
  @JsonColumn() eligibility: FrozenEligibility;
  @RefColumn({ nullable: true }) noticeId: string | null;
  /** sealed JSON of {@link PayeeAccount} */
  @SecretColumn() secrets: string;
  @BlindColumn() accountBlind: string;
  @DayColumn() submittedOn: IsoDate;
  @InstantColumn() submittedAt: Date;
  @VersionColumn() version: number;
}

/** 享受权利: what a payout settles. At most one live claim a right; released by rejection, withdrawal or void, never by a failed payment. */
@Entity('right_claim')
@Index('ux_right_claim_live', ['rightKey', 'live'], { unique: true })
@Index('ix_right_claim_application', ['applicationId'])
@Index('ix_right_claim_person', ['personId'])
export class RightClaim {
  @IdColumn() id: string;
  @TextColumn(200) rightKey: string;
  @RefColumn()
  @References('right_claim', () => BenefitApplication)
  applicationId: string;
  @RefColumn() personId: string;
  /** 1, or null once released */
  @IntegerColumn({ nullable: true }) live: 1 | null;
  @InstantColumn() claimedAt: Date;
  @VersionColumn() version: number;
}

export type DecisionStep = 'FILE' | 'REVIEW' | 'APPROVE';
export type DecisionOutcome = 'FILE' | 'APPROVE' | 'RETURN' | 'REJECT';

/** 办理: who did which step of an application. The unique keys make filer, reviewer and approver three natural persons. */
@Entity('approval')
@Index('ux_approval_step', ['applicationId', 'step', 'live'], { unique: true })
@Index('ux_approval_person', ['applicationId', 'naturalPersonId', 'live'], { unique: true })
export class Approval {
  @IdColumn() id: string;
  @RefColumn()
  @References('approval', () => BenefitApplication)
  applicationId: string;
  @StateColumn() step: DecisionStep;
  @StateColumn() outcome: DecisionOutcome;
  /** the person behind the account, or the account itself where it is nobody's record */
  @RefColumn() naturalPersonId: string;
  @RefColumn() accountId: string;
  @TextColumn(60) accountName: string;
  @TextColumn(300, { nullable: true }) reason: string | null;
  /** 1 in the present round; null once the application was returned: the line stays, its place is free */
  @IntegerColumn({ nullable: true }) live: 1 | null;
  @InstantColumn() decidedAt: Date;
}

/** 年度累计: what was approved for one person under one scheme in a year; guards the yearly maximum against two approvals at once. */
@Entity('grant_total')
@Index('ux_grant_total_key', ['grantKey'], { unique: true })
export class GrantTotal {
  @IdColumn() id: string;
  /** `<person>|<scheme>|<year>` */
  @TextColumn(120) grantKey: string;
  @FenColumn() grantedFen: number;
  @VersionColumn() version: number;
}

/** The kind under which notices of supports are published. */
export const BENEFIT_NOTICE = 'BENEFIT';

/** The hash of the approved list that a notice showed; links notice and batch. */
@Entity('notice_list')
export class NoticeList {
  @KeyColumn(36) noticeId: string;
  @StateColumn() schemeCode: string;
  @DivisionColumn() divisionCode: string;
  @BlindColumn() listHash: string;
  @SecretColumn() salt: string;
  @IntegerColumn() lineCount: number;
  @FenColumn() totalFen: number;
  @InstantColumn() sealedAt: Date;
}

/** 补贴时间 of an application as its payout and its digests hold it: 2026-03-01/2026-04-30. */
export const periodTextOf = ({
  periodStart,
  periodEnd,
}: Pick<BenefitApplication, 'periodStart' | 'periodEnd'>): string => `${periodStart}/${periodEnd}`;

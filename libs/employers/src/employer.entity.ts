import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
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
import type { IsoDate, UnitKind } from '@tongxing/rules';
import type { AdminLevel, PostState } from './employer.words.js';

/** 用人单位: an organ, institution, society, enterprise or private non-enterprise unit, by its 统一社会信用代码. */
@Entity('employer')
@Index('ux_employer_credit_code', ['creditCode'], { unique: true })
@Index('ix_employer_division', ['divisionCode', 'id'])
@Index('ix_employer_name', ['name'])
export class Employer {
  @IdColumn() id: string;
  @TextColumn(100) name: string;
  @TextColumn(18) creditCode: string;
  /** 单位性质 */
  @StateColumn() unitKind: UnitKind;
  /** null: nobody has said */
  @FlagColumn({ nullable: true }) stateOwned: boolean | null;
  /** 行政层级 */
  @StateColumn({ nullable: true }) adminLevel: AdminLevel | null;
  /** 编制数 */
  @IntegerColumn({ nullable: true }) establishment: number | null;
  @FlagColumn({ nullable: true }) schoolOrKindergarten: boolean | null;
  @DivisionColumn() divisionCode: string;
  @TextColumn(200, { nullable: true }) address: string | null;
  /** micro-degrees east */
  @IntegerColumn({ nullable: true }) longitude: number | null;
  /** micro-degrees north */
  @IntegerColumn({ nullable: true }) latitude: number | null;
  /** 收缴部门, as the roster names it */
  @TextColumn(60, { nullable: true }) collector: string | null;
  /** sealed JSON of `EmployerSecrets`: who to call */
  @SecretColumn() secrets: string;
  @InstantColumn() registeredAt: Date;
  /** known only by the posts that this office shared; null: registered here */
  @DivisionColumn({ nullable: true }) sharedFrom: string | null;
  @VersionColumn() version: number;
}

/** Item → level 0–4 of the 16 items of the ability scale. */
export type PostDemands = Record<string, number>;

/** Item → the task that a demand of level 2 and above comes from. */
export type PostTasks = Record<string, string>;

/** 岗位: what an employer offers, in its own and matching's terms. No limit on age, sex or health stands here without its legal basis. */
@Entity('post')
@Index('ux_post_natural', ['employerId', 'title', 'workDivisionCode', 'publishedOn'], { unique: true })
@Index('ix_post_employer', ['employerId', 'state'])
@Index('ix_post_public', ['state', 'publishedOn', 'id'])
@Index('ix_post_project', ['projectId'])
@Index('ux_post_source', ['sourceOffice', 'sourceId'], { unique: true })
@Index('ix_post_asked', ['askedOn', 'id'])
export class Post {
  @IdColumn() id: string;
  @RefColumn()
  @References('post', () => Employer)
  employerId: string;
  @TextColumn(60) title: string;
  /** 做什么, in the employer's words; null: not said */
  @TextColumn(500, { nullable: true }) description: string | null;
  /** 岗位类型: PUBLIC_WELFARE, PROPORTIONAL, CONCENTRATED, AUXILIARY, FLEXIBLE or INTERNSHIP */
  @StateColumn() kind: string;
  /** 公益性岗位类别: a code of the usual ones, or the text as given */
  @TextColumn(32, { nullable: true }) welfareKind: string | null;
  @IntegerColumn() openings: number;
  /** 工作地点区划; may lie outside the employer's region */
  @DivisionColumn() workDivisionCode: string;
  /** the employer's division: whose office looks after the post */
  @DivisionColumn() divisionCode: string;
  /** micro-degrees east */
  @IntegerColumn({ nullable: true }) longitude: number | null;
  /** micro-degrees north */
  @IntegerColumn({ nullable: true }) latitude: number | null;
  @FlagColumn() remote: boolean;
  @FenColumn() wageLowFen: number;
  @FenColumn() wageHighFen: number;
  /** tenths of an hour; null: not stated */
  @IntegerColumn({ nullable: true }) weeklyHours: number | null;
  /** null: not stated */
  @FlagColumn({ nullable: true }) nightShift: boolean | null;
  @StateColumn({ nullable: true }) minEducation: string | null;
  @JsonColumn() skills: string[];
  @JsonColumn() licences: string[];
  /** 岗位要求; null: none stated. An item that is missing was not stated either. */
  @JsonColumn({ nullable: true }) demands: PostDemands | null;
  @JsonColumn({ nullable: true }) tasks: PostTasks | null;
  /** 提供的便利 */
  @JsonColumn() provisions: string[];
  @DayColumn() publishedOn: IsoDate;
  /** the last day on which one can apply */
  @DayColumn() closesOn: IsoDate;
  /** 集中就业, 辅助性就业: the workshop or institution; null: not said */
  @TextColumn(60, { nullable: true }) unitName: string | null;
  /** 辅助性就业, 灵活就业: what the money is paid as; null: not said */
  @StateColumn({ nullable: true }) payBasis: string | null;
  /** 灵活就业: the `work_project` it belongs to; null: none */
  @RefColumn({ nullable: true }) projectId: string | null;
  /** 见习: whole months; null: not said */
  @IntegerColumn({ nullable: true }) internMonths: number | null;
  /** what `needsNoSight` says of the demands and provisions, for the public list's filter; null: from before it was kept */
  @FlagColumn({ nullable: true }) noSight: boolean | null;
  /** 依据 of a limit on age, sex or health */
  @TextColumn(200, { nullable: true }) legalBasis: string | null;
  @StateColumn() state: PostState;
  /** withdrawn for refusals until this day; null: never */
  @DayColumn({ nullable: true }) barredUntil: IsoDate | null;
  /** the office that it came from and that keeps it; null: written here */
  @DivisionColumn({ nullable: true }) sourceOffice: string | null;
  /** its id there */
  @TextColumn(40, { nullable: true }) sourceId: string | null;
  @IntegerColumn({ nullable: true }) sourceVersion: number | null;
  /** the county whose office took it in */
  @DivisionColumn({ nullable: true }) receivedBy: string | null;
  /** why the office here does not show it; null: it does */
  @TextColumn(200, { nullable: true }) hiddenReason: string | null;
  /** the post that it was found to be the same as */
  @RefColumn({ nullable: true }) duplicateOf: string | null;
  /** when its employer, or the office it came from, last said that it is still offered; null: not since it was published */
  @DayColumn({ nullable: true }) confirmedOn: IsoDate | null;
  /** when that was asked for; null: not since the last word */
  @DayColumn({ nullable: true }) askedOn: IsoDate | null;
  @VersionColumn() version: number;
}

/** Columns of a post that tell where it came from and whether it still stands: nobody who writes a post writes these. */
export type PostLife =
  | 'sourceOffice'
  | 'sourceId'
  | 'sourceVersion'
  | 'receivedBy'
  | 'hiddenReason'
  | 'duplicateOf'
  | 'confirmedOn'
  | 'askedOn';

import { Entity, Index } from 'typeorm';
import {
  DayColumn,
  DivisionColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  References,
  SecretColumn,
  StateColumn,
  TextColumn,
  VersionColumn,
} from '@tongxing/database';
import { Post } from '@tongxing/employers';
import { Person } from '@tongxing/people';
import type {
  AllocationCertificate,
  AllocationPost,
  IsoDate,
  PostOutcome,
  RegionFloor,
  RevealedDraw,
  RoundState,
  SeatKind,
  TierStep,
} from '@tongxing/rules';

/** 分配轮次: who gets a public-welfare post when more fit than there are seats. */
@Entity('allocation_round')
@Index('ix_allocation_round_division', ['divisionCode', 'state'])
export class AllocationRound {
  @IdColumn() id: string;
  @TextColumn(80) title: string;
  /** the region whose people take part */
  @DivisionColumn() divisionCode: string;
  @StateColumn() state: RoundState;
  @TextColumn(40) rulesVersion: string;
  @DayColumn() announcedOn: IsoDate;
  @DayColumn() frozenOn: IsoDate;
  @DayColumn() drawnOn: IsoDate;
  @DayColumn() choicesUntil: IsoDate;
  @DayColumn() contractsFrom: IsoDate;
  @JsonColumn() tiers: readonly TierStep[];
  @JsonColumn({ nullable: true }) floor: RegionFloor | null;
  /** SHA-256 of the seed, published with the announcement */
  @TextColumn(64) commitment: string;
  /** what nobody has read before the draw */
  @SecretColumn() sealedSeed: string;
  /** the later public value, named in advance, and what stands in for it */
  @TextColumn(200) source: string;
  @TextColumn(200) fallback: string;
  @TextColumn(64, { nullable: true }) seed: string | null;
  @TextColumn(200, { nullable: true }) value: string | null;
  @StateColumn({ nullable: true }) valueFrom: RevealedDraw['valueFrom'] | null;
  /** the report's canonical text */
  @LongTextColumn({ nullable: true }) simulation: string | null;
  @TextColumn(64, { nullable: true }) simulationHash: string | null;
  @TextColumn(64, { nullable: true }) rosterHash: string | null;
  @TextColumn(64, { nullable: true }) choicesHash: string | null;
  @TextColumn(64, { nullable: true }) resultHash: string | null;
  /** without its posts, which stand with theirs */
  @JsonColumn({ nullable: true }) certificate: Omit<AllocationCertificate, 'posts'> | null;
  @RefColumn() openedById: string;
  @InstantColumn() openedAt: Date;
  @InstantColumn({ nullable: true }) publishedAt: Date | null;
  @VersionColumn() version: number;
}

/** The steps that two people take. */
export type JointStep = 'FREEZE' | 'REVEAL' | 'RUN';

/** What the second person has to say too. */
export interface StepContent {
  /** FREEZE: the report that both looked at */
  simulationHash?: string | null;
  /** REVEAL */
  value?: string;
  valueFrom?: RevealedDraw['valueFrom'];
}

/** One joint step of a round: proposed by one officer, confirmed by another. */
@Entity('round_step')
@Index('ux_round_step', ['roundId', 'step'], { unique: true })
export class RoundStepTaken {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_step', () => AllocationRound)
  roundId: string;
  @StateColumn() step: JointStep;
  @JsonColumn() content: StepContent;
  @RefColumn() proposedById: string;
  @InstantColumn() proposedAt: Date;
  @RefColumn({ nullable: true }) confirmedById: string | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  @VersionColumn() version: number;
}

/** A post of a round. A post is in one running round at most. */
@Entity('round_post')
@Index('ux_round_post', ['roundId', 'postId'], { unique: true })
@Index('ux_round_post_live', ['postId', 'live'], { unique: true })
export class RoundPost {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_post', () => AllocationRound)
  roundId: string;
  @RefColumn()
  @References('round_post', () => Post)
  postId: string;
  @IntegerColumn() seats: number;
  @JsonColumn({ nullable: true }) reserve: AllocationPost['reserve'];
  @JsonColumn() tiers: readonly TierStep[];
  @JsonColumn({ nullable: true }) local: AllocationPost['local'];
  @JsonColumn({ nullable: true }) outcome: Omit<PostOutcome, 'post'> | null;
  /** 1 while the round runs, then null */
  @IntegerColumn({ nullable: true }) live: number | null;
}

/** Somebody on the frozen roster. Everything outside of the office goes by the ticket. */
@Entity('round_entrant')
@Index('ux_round_entrant_person', ['roundId', 'personId'], { unique: true })
@Index('ux_round_entrant_ticket', ['roundId', 'ticket'], { unique: true })
@Index('ux_round_entrant_live', ['personId', 'live'], { unique: true })
export class RoundEntrant {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_entrant', () => AllocationRound)
  roundId: string;
  /** null once the person's data are erased: what was drawn stays, by ticket */
  @RefColumn({ nullable: true })
  @References('round_entrant', () => Person)
  personId: string | null;
  @TextColumn(64) ticket: string;
  @JsonColumn() statuses: readonly string[];
  /** residence on the day of the freeze */
  @DivisionColumn() divisionCode: string;
  /** null before the draw */
  @IntegerColumn({ nullable: true }) number: number | null;
  /** SHA-256 of the list as it stands; null: none was handed in */
  @TextColumn(64, { nullable: true }) listHash: string | null;
  @InstantColumn({ nullable: true }) chosenAt: Date | null;
  /** out for good: said no, gave the seat back, was released, or waits no more */
  @DayColumn({ nullable: true }) leftOn: IsoDate | null;
  /** 1 while the round runs, then null: a person is on one running roster at most */
  @IntegerColumn({ nullable: true }) live: number | null;
  @VersionColumn() version: number;
}

/** One line of a list of choices (志愿). */
@Entity('round_choice')
@Index('ux_round_choice', ['entrantId', 'choice'], { unique: true })
@Index('ux_round_choice_post', ['entrantId', 'postId'], { unique: true })
@Index('ix_round_choice_round', ['roundId'])
@Index('ix_round_choice_post', ['postId'])
export class RoundChoice {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_choice', () => AllocationRound)
  roundId: string;
  @RefColumn()
  @References('round_choice', () => RoundEntrant)
  entrantId: string;
  /** 1 the first choice */
  @IntegerColumn() choice: number;
  @RefColumn()
  @References('round_choice', () => Post)
  postId: string;
}

/** One entrant's place. */
@Entity('round_result')
@Index('ux_round_result', ['entrantId'], { unique: true })
@Index('ix_round_result_round', ['roundId'])
@Index('ix_round_result_post', ['postId'])
export class RoundResult {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_result', () => AllocationRound)
  roundId: string;
  @RefColumn()
  @References('round_result', () => RoundEntrant)
  entrantId: string;
  @RefColumn({ nullable: true })
  @References('round_result', () => Post)
  postId: string | null;
  @StateColumn({ nullable: true }) kind: SeatKind | null;
  @IntegerColumn({ nullable: true }) choice: number | null;
}

export type SimulationState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/** One 模拟 of a round, done by a job; one at a time a round. The report it ends in stands with the round. */
@Entity('round_simulation')
@Index('ux_round_simulation_live', ['roundId', 'live'], { unique: true })
export class RoundSimulation {
  @IdColumn() id: string;
  @RefColumn()
  @References('round_simulation', () => AllocationRound)
  roundId: string;
  @StateColumn() state: SimulationState;
  /** rounds tried, of so many */
  @IntegerColumn() done: number;
  @IntegerColumn() total: number;
  /** why there is no report, for the officer who asked */
  @JsonColumn({ nullable: true }) problem: { code: string; message: string; hint: string | null } | null;
  /** 1 while it runs, then null */
  @IntegerColumn({ nullable: true }) live: number | null;
  @RefColumn() askedById: string;
  @InstantColumn() askedAt: Date;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
}

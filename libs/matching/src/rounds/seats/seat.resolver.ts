import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { SeatAnswers } from './seat-answers.service.js';
import { SeatDesk } from './seat-desk.service.js';
import { SeatService } from './seat.service.js';
import {
  BeginSeatInput,
  LeaveRoundInput,
  MySeatNode,
  RecordSeatVisitInput,
  RespondToSeatInput,
  RoundSeatsNode,
  SeatDaysInput,
  SeatOfferNode,
  SeatOfferPage,
  SeatOffersArgs,
} from './seat.types.js';

const id = () => ID;
const text = () => String;

@Resolver()
export class SeatResolver {
  constructor(
    private readonly seats: SeatService,
    private readonly desk: SeatDesk,
    private readonly answers: SeatAnswers,
  ) {}

  @Allow('allocation.own')
  @Query(() => MySeatNode, {
    nullable: true,
    description: 'The viewer’s seat after a round, and where the viewer waits; null before seats are offered',
  })
  mySeat(@Viewer() viewer: SignedIn, @Args('roundId', { type: id }) roundId: string): Promise<MySeatNode | null> {
    return this.seats.mine(viewer, roundId);
  }

  @Allow('allocationDesk.read')
  @Query(() => RoundSeatsNode, { description: 'Seats of a published round in numbers' })
  roundSeats(@Viewer() viewer: SignedIn, @Args('roundId', { type: id }) roundId: string): Promise<RoundSeatsNode> {
    return this.seats.round(viewer, roundId);
  }

  @Allow('allocation.manage')
  @Query(() => SeatOfferPage, { description: '名额通知 of a round, the newest first' })
  seatOffers(@Viewer() viewer: SignedIn, @Args() { roundId, stand, ...page }: SeatOffersArgs): Promise<SeatOfferPage> {
    return this.seats.offers(viewer, roundId, page, stand ?? null);
  }

  @Allow('allocation.visit')
  @Query(() => [SeatOfferNode], { description: 'Who did not answer and is to be visited, the most urgent first' })
  seatVisits(@Viewer() viewer: SignedIn): Promise<SeatOfferNode[]> {
    return this.seats.visits(viewer);
  }

  @Allow('allocation.visit')
  @Query(() => SeatOfferNode, { description: 'One 名额通知, for who takes down its answer' })
  seatOffer(@Viewer() viewer: SignedIn, @Args('id', { type: id }) offerId: string): Promise<SeatOfferNode> {
    return this.seats.offer(viewer, offerId);
  }

  @Allow('allocation.manage')
  @Mutation(() => RoundSeatsNode, { description: '发名额通知: each seat that the run gave, with a last day' })
  async sendSeatOffers(@Viewer() viewer: SignedIn, @Args('input') input: SeatDaysInput): Promise<RoundSeatsNode> {
    return this.seats.round(viewer, (await this.desk.send(viewer, input)).id);
  }

  @Allow('allocation.answer')
  @Mutation(() => ID, { description: '答复名额, by the person, a helper, or who takes it down; gives the round’s id' })
  async respondToSeat(@Viewer() viewer: SignedIn, @Args('input') input: RespondToSeatInput): Promise<string> {
    return (await this.answers.respond(viewer, input)).id;
  }

  @Allow('allocation.answer')
  @Mutation(() => ID, { description: 'Gives a seat back that was accepted, or waits no more; gives the round’s id' })
  async leaveRound(@Viewer() viewer: SignedIn, @Args('input') input: LeaveRoundInput): Promise<string> {
    return (await this.answers.leaveRound(viewer, input)).id;
  }

  @Allow('allocation.visit')
  @Mutation(() => SeatOfferNode, { description: '上门没找到: every try with its day' })
  async recordSeatVisit(
    @Viewer() viewer: SignedIn,
    @Args('input') input: RecordSeatVisitInput,
  ): Promise<SeatOfferNode> {
    await this.answers.recordVisit(viewer, input);
    return this.seats.offer(viewer, input.id);
  }

  @Allow('allocation.manage')
  @Mutation(() => RoundSeatsNode, { description: '收回名额 after a visit: proposed by one officer, done by another' })
  async releaseSeat(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) offerId: string,
    @Args('idempotencyKey', { type: text }) key: string,
  ): Promise<RoundSeatsNode> {
    return this.seats.round(viewer, (await this.desk.release(viewer, offerId, key)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => RoundSeatsNode, {
    description: '接着分配: seats that were given back go on; proposed by one officer, done by another',
  })
  async continueAllocation(@Viewer() viewer: SignedIn, @Args('input') input: SeatDaysInput): Promise<RoundSeatsNode> {
    return this.seats.round(viewer, (await this.desk.continue(viewer, input)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => RoundSeatsNode, {
    description: '上岗 of who accepted, on the day that the employer or the town confirmed',
  })
  async beginSeat(@Viewer() viewer: SignedIn, @Args('input') input: BeginSeatInput): Promise<RoundSeatsNode> {
    return this.seats.round(viewer, (await this.desk.begin(viewer, input)).id);
  }
}

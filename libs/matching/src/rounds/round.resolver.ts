import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { WorkPlaceNode } from '@tongxing/employers';
import { ChoiceService } from './choice.service.js';
import { RoundDesk } from './round-desk.service.js';
import { RoundList } from './round-list.service.js';
import { RoundService } from './round.service.js';
import {
  AllocationCertificateNode,
  AllocationResultNode,
  AllocationRoundNode,
  AllocationRoundPage,
  AllocationRoundsArgs,
  OpenRoundInput,
  PublishedRoundNode,
  RevealDrawInput,
  RoundCandidatePage,
  RoundCandidatesArgs,
  RoundEntryNode,
  SubmitChoicesInput,
} from './round.types.js';
import { RoundSimulations } from './simulations.service.js';

const id = () => ID;
const text = () => String;

@Resolver()
export class RoundResolver {
  constructor(
    private readonly rounds: RoundService,
    private readonly desk: RoundDesk,
    private readonly choices: ChoiceService,
    private readonly list: RoundList,
    private readonly simulations: RoundSimulations,
  ) {}

  @Allow('allocation.read')
  @Query(() => AllocationRoundNode, { description: '一轮公益性岗位分配; with the viewer’s own part in it' })
  allocationRound(@Viewer() viewer: SignedIn, @Args('id', { type: id }) roundId: string): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, roundId);
  }

  @Public()
  @Query(() => AllocationRoundPage, {
    description:
      'Rounds, the newest first: the office’s of its region; a seeker’s own and those that one may enter; for others what is published',
  })
  allocationRounds(
    @Viewer() viewer: SignedIn | null,
    @Args() { filter, ...page }: AllocationRoundsArgs,
  ): Promise<AllocationRoundPage> {
    return this.list.rounds(viewer, page, filter ?? {});
  }

  @Public()
  @Query(() => PublishedRoundNode, { description: 'A published round, for everybody; with what a ticket drew' })
  publishedRound(
    @Args('id', { type: id }) roundId: string,
    @Args('ticket', { type: text, nullable: true }) ticket?: string | null,
  ): Promise<PublishedRoundNode> {
    return this.rounds.published(roundId, ticket ?? null);
  }

  @Allow('allocation.manage')
  @Query(() => RoundCandidatePage, { description: 'Public-welfare posts of the region that take people' })
  roundCandidates(
    @Viewer() viewer: SignedIn,
    @Args() { divisionCode, text: words, ...page }: RoundCandidatesArgs,
  ): Promise<RoundCandidatePage> {
    return this.list.candidates(viewer, page, divisionCode ?? null, words ?? null);
  }

  @Allow('allocation.manage')
  @Query(() => [WorkPlaceNode], { description: 'The own region and the places one level below: where a round may be' })
  roundPlaces(@Viewer() viewer: SignedIn): WorkPlaceNode[] {
    return this.list.places(viewer);
  }

  @Allow('allocation.own')
  @Query(() => AllocationResultNode, { description: 'The own place and why, once published' })
  myAllocationResult(
    @Viewer() viewer: SignedIn,
    @Args('roundId', { type: id }) roundId: string,
  ): Promise<AllocationResultNode> {
    return this.choices.myResult(viewer, roundId);
  }

  @Public()
  @Query(() => AllocationCertificateNode, {
    description: '分配证书, for verify-certificate.mjs; auditors get the lists by ticket',
  })
  allocationCertificate(
    @Viewer() viewer: SignedIn | null,
    @Args('roundId', { type: id }) roundId: string,
  ): Promise<AllocationCertificateNode> {
    return this.rounds.certificate(viewer, roundId);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, { description: '公告一轮分配' })
  async openAllocationRound(
    @Viewer() viewer: SignedIn,
    @Args('input') input: OpenRoundInput,
  ): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.desk.open(viewer, input)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, { description: '模拟, by a job; without a report nothing is frozen' })
  async simulateAllocation(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) roundId: string,
    @Args('idempotencyKey', { type: text }) key: string,
  ): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.simulations.begin(viewer, roundId, key)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, {
    description: '冻结名册: proposed by one officer, done when another asks for it too',
  })
  async freezeRoster(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) roundId: string,
    @Args('idempotencyKey', { type: text }) key: string,
  ): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.desk.freeze(viewer, roundId, key)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, { description: '摇号: two officers enter the same public value' })
  async revealDraw(@Viewer() viewer: SignedIn, @Args('input') input: RevealDrawInput): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.desk.reveal(viewer, input)).id);
  }

  @Allow('allocation.own')
  @Mutation(() => RoundEntryNode, { description: '填志愿, changed until the close; gives the list back as it stands' })
  submitChoices(@Viewer() viewer: SignedIn, @Args('input') input: SubmitChoicesInput): Promise<RoundEntryNode> {
    return this.choices.submit(viewer, input);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, {
    description: '分配: the first officer closes the lists, another one runs the round',
  })
  async runAllocationRound(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) roundId: string,
    @Args('idempotencyKey', { type: text }) key: string,
  ): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.desk.run(viewer, roundId, key)).id);
  }

  @Allow('allocation.manage')
  @Mutation(() => AllocationRoundNode, { description: '公布: cut-offs and certificate for everybody' })
  async publishRound(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) roundId: string,
    @Args('idempotencyKey', { type: text }) key: string,
  ): Promise<AllocationRoundNode> {
    return this.rounds.node(viewer, (await this.desk.publish(viewer, roundId, key)).id);
  }
}

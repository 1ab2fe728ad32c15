import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { ChoiceService } from '../rounds/choice.service.js';
import { MembersService } from './members.service.js';
import {
  EnterMemberChoicesInput,
  EnterMemberInput,
  HouseholdMemberNode,
  HouseholdMemberPage,
  RoundMemberCaseNode,
  RoundMemberPage,
  RoundMembersArgs,
} from './members.types.js';
import { RoundMembersService } from './round-members.service.js';

const id = () => ID;

/** 残疾人家庭成员: the second tier of public-welfare posts. */
@Resolver()
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly onRosters: RoundMembersService,
    private readonly choices: ChoiceService,
  ) {}

  @Allow('welfare.members')
  @Query(() => HouseholdMemberPage, {
    description: 'Members of the region’s disabled households without work who want some, each with what is lacking',
  })
  householdMembers(@Viewer() viewer: SignedIn, @Args() args: PageArgs): Promise<HouseholdMemberPage> {
    return this.members.page(viewer, args);
  }

  @Allow('welfare.members')
  @Query(() => HouseholdMemberNode)
  householdMember(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) memberId: string,
  ): Promise<HouseholdMemberNode> {
    return this.members.one(viewer, memberId);
  }

  @Allow('welfare.members')
  @Mutation(() => HouseholdMemberNode, { description: '登记一位家庭成员, with the consent that was heard' })
  enterHouseholdMember(
    @Viewer() viewer: SignedIn,
    @Args('input') input: EnterMemberInput,
  ): Promise<HouseholdMemberNode> {
    return this.members.enter(viewer, input);
  }

  @Allow('allocation.member')
  @Query(() => RoundMemberPage, { description: 'Household members on the roster of a round' })
  roundMembers(@Viewer() viewer: SignedIn, @Args() args: RoundMembersArgs): Promise<RoundMemberPage> {
    return this.onRosters.page(viewer, args);
  }

  @Allow('allocation.member')
  @Query(() => RoundMemberCaseNode)
  roundMember(
    @Viewer() viewer: SignedIn,
    @Args('roundId', { type: id }) roundId: string,
    @Args('personId', { type: id }) personId: string,
  ): Promise<RoundMemberCaseNode> {
    return this.onRosters.one(viewer, roundId, personId);
  }

  @Allow('allocation.member')
  @Mutation(() => RoundMemberCaseNode, {
    description: '代家庭成员填志愿, as the member said it; changed until the close',
  })
  async enterMemberChoices(
    @Viewer() viewer: SignedIn,
    @Args('input') input: EnterMemberChoicesInput,
  ): Promise<RoundMemberCaseNode> {
    await this.choices.enter(viewer, input);
    return this.onRosters.one(viewer, input.roundId, input.personId);
  }
}

import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { SupportCostService } from './support-cost.service.js';
import { SupportDesk } from './support-desk.service.js';
import { SupportService } from './support.service.js';
import {
  ApplicationNeedNode,
  BookSupportInput,
  CancelSupportInput,
  CompleteSupportInput,
  DeclineSupportInput,
  RequestSupportInput,
  SaveSupportProviderInput,
  SupportCaseNode,
  SupportCasePage,
  SupportCostsNode,
  SupportDeskArgs,
  SupportNode,
  SupportOffersNode,
  SupportPersonNode,
  SupportPage,
  SupportProviderNode,
} from './support.types.js';

const id = () => ID;
const text = () => String;
const flag = () => Boolean;

@Resolver()
export class SupportResolver {
  constructor(
    private readonly supports: SupportService,
    private readonly desk: SupportDesk,
    private readonly costs: SupportCostService,
  ) {}

  @Allow('support.own')
  @Query(() => SupportPage, { description: '要人帮忙: the own ones, the newest first' })
  mySupport(@Viewer() viewer: SignedIn, @Args() page: PageArgs): Promise<SupportPage> {
    return this.supports.mine(viewer, page);
  }

  @Allow('support.own')
  @Query(() => SupportNode, { description: 'One of the own' })
  mySupportRequest(@Viewer() viewer: SignedIn, @Args('id', { type: id }) supportId: string): Promise<SupportNode> {
    return this.supports.one(viewer, supportId);
  }

  @Allow('support.own')
  @Query(() => SupportOffersNode, {
    description: 'What can be asked for with one press for the interview of an application',
  })
  supportOffers(
    @Viewer() viewer: SignedIn,
    @Args('applicationId', { type: id }) applicationId: string,
  ): Promise<SupportOffersNode> {
    return this.supports.offers(viewer, applicationId);
  }

  @Allow('support.own')
  @Query(() => [ApplicationNeedNode], { description: 'Needs to choose from in an application: the own ones first' })
  applicationNeeds(@Viewer() viewer: SignedIn): Promise<ApplicationNeedNode[]> {
    return this.supports.needs(viewer);
  }

  @Allow('support.own')
  @Mutation(() => SupportNode, { description: '要人帮忙' })
  requestSupport(@Viewer() viewer: SignedIn, @Args('input') input: RequestSupportInput): Promise<SupportNode> {
    return this.supports.request(viewer, input);
  }

  @Allow('support.book')
  @Query(() => SupportPersonNode, { description: 'Whom help is asked for: of the own people, or of the region' })
  supportPerson(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: id }) personId: string,
  ): Promise<SupportPersonNode> {
    return this.supports.personFor(viewer, personId);
  }

  @Allow('support.book')
  @Mutation(() => SupportNode, { description: '替本人要人帮忙' })
  requestSupportFor(
    @Viewer() viewer: SignedIn,
    @Args('personId', { type: id }) personId: string,
    @Args('input') input: RequestSupportInput,
  ): Promise<SupportNode> {
    return this.supports.requestFor(viewer, personId, input);
  }

  @Allow('support.own')
  @Mutation(() => SupportNode, { description: '让单位知道有人一起来, or not any more' })
  shareSupport(
    @Viewer() viewer: SignedIn,
    @Args('id', { type: id }) supportId: string,
    @Args('tellEmployer', { type: flag }) tellEmployer: boolean,
  ): Promise<SupportNode> {
    return this.supports.share(viewer, supportId, tellEmployer);
  }

  @Allow('support.close')
  @Mutation(() => SupportNode, { description: '取消' })
  cancelSupport(@Viewer() viewer: SignedIn, @Args('input') input: CancelSupportInput): Promise<SupportNode> {
    return this.supports.cancel(viewer, input);
  }

  @Allow('support.close')
  @Mutation(() => SupportNode, { description: '做完了, or why not' })
  completeSupport(@Viewer() viewer: SignedIn, @Args('input') input: CompleteSupportInput): Promise<SupportNode> {
    return this.supports.complete(viewer, input);
  }

  @Allow('support.book')
  @Query(() => SupportCasePage, { description: 'What waits, a day, what is overdue: the earliest first' })
  supportDesk(@Viewer() viewer: SignedIn, @Args() { view, day, ...page }: SupportDeskArgs): Promise<SupportCasePage> {
    return this.desk.list(viewer, page, view, day);
  }

  @Allow('support.book')
  @Query(() => SupportCaseNode, { description: 'One of the own people’s, or of the region' })
  supportCase(@Viewer() viewer: SignedIn, @Args('id', { type: id }) supportId: string): Promise<SupportCaseNode> {
    return this.desk.one(viewer, supportId);
  }

  @Allow('support.book')
  @Mutation(() => SupportCaseNode, { description: '约人' })
  async bookSupport(@Viewer() viewer: SignedIn, @Args('input') input: BookSupportInput): Promise<SupportCaseNode> {
    return this.desk.one(viewer, await this.desk.bookOne(viewer, input));
  }

  @Allow('support.book')
  @Mutation(() => SupportCaseNode, { description: '安排不了' })
  async declineSupport(
    @Viewer() viewer: SignedIn,
    @Args('input') input: DeclineSupportInput,
  ): Promise<SupportCaseNode> {
    await this.desk.decline(viewer, input);
    return this.desk.one(viewer, input.id);
  }

  @Allow('support.book')
  @Query(() => [SupportProviderNode], { description: '提供支持的 of the county' })
  supportProviders(@Viewer() viewer: SignedIn): Promise<SupportProviderNode[]> {
    return this.desk.providers(viewer);
  }

  @Allow('supportProvider.save')
  @Mutation(() => SupportProviderNode)
  saveSupportProvider(
    @Viewer() viewer: SignedIn,
    @Args('input') input: SaveSupportProviderInput,
  ): Promise<SupportProviderNode> {
    return this.desk.saveProvider(viewer, input);
  }

  @Allow('supportCost.read')
  @Query(() => SupportCostsNode, { description: '支持费用表 of a month of the region' })
  supportCosts(
    @Viewer() viewer: SignedIn,
    @Args('month', { type: text, nullable: true }) month?: string | null,
  ): Promise<SupportCostsNode> {
    return this.costs.sheet(viewer, month);
  }
}

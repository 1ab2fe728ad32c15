import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { loaderOf } from '@tongxing/platform';
import { NoticeService } from './notice.service.js';
import {
  lineNode,
  NoticeLineNode,
  NoticePage,
  type NoticePageNode,
  ObjectionNode,
  objectionNode,
  ObjectionReceiptNode,
  PublicNoticeNode,
  PublicNoticesArgs,
} from './notice.types.js';
import { DecideObjectionInput, LodgeObjectionInput } from './objection.inputs.js';
import { ObjectionService } from './objection.service.js';

@Resolver(() => PublicNoticeNode)
export class NoticeResolver {
  constructor(
    private readonly notices: NoticeService,
    private readonly objectionService: ObjectionService,
  ) {}

  @Public()
  @Query(() => NoticePage, { description: 'Notices, newest first; closed ones without their list' })
  publicNotices(@Args() args: PublicNoticesArgs, @Viewer() viewer: SignedIn | null): Promise<NoticePageNode> {
    return this.notices.page(args, viewer);
  }

  @Public()
  @Query(() => PublicNoticeNode, { nullable: true })
  publicNotice(
    @Args('id', { type: () => ID }) id: string,
    @Viewer() viewer: SignedIn | null,
  ): Promise<PublicNoticeNode | null> {
    return this.notices.publicView(id, viewer);
  }

  @Public()
  @Mutation(() => ObjectionReceiptNode, {
    description: 'Anybody may object while the notice stands; it holds its line only',
  })
  lodgeObjection(
    @Args('input') input: LodgeObjectionInput,
    @Viewer() viewer: SignedIn | null,
  ): Promise<ObjectionReceiptNode> {
    return this.objectionService.lodge(input, viewer);
  }

  @Allow('objection.decide')
  @Query(() => [ObjectionNode], { description: 'Objections to a notice of the viewer’s region, oldest first' })
  async objections(
    @Args('noticeId', { type: () => ID }) noticeId: string,
    @Viewer() viewer: SignedIn,
  ): Promise<ObjectionNode[]> {
    return (await this.objectionService.ofNotice(viewer, noticeId)).map(objectionNode);
  }

  @Allow('objection.decide')
  @Mutation(() => ObjectionNode)
  async decideObjection(
    @Args('input') input: DecideObjectionInput,
    @Viewer() viewer: SignedIn,
  ): Promise<ObjectionNode> {
    return objectionNode(await this.objectionService.decide(viewer, input));
  }

  @Public()
  @ResolveField(() => [NoticeLineNode], { description: 'Empty once the last day is over: the list is withdrawn' })
  async lines(@Parent() notice: PublicNoticeNode, @Context('req') request: object): Promise<NoticeLineNode[]> {
    const loader = loaderOf(request, 'notice-lines', async (ids) => {
      const byNotice = new Map(ids.map((id) => [id, { id, lines: [] as NoticeLineNode[] }]));
      for (const line of await this.notices.openLines(ids)) byNotice.get(line.noticeId)?.lines.push(lineNode(line));
      return [...byNotice.values()];
    });
    return (await loader.load(notice.id))?.lines ?? [];
  }

  @Public()
  @ResolveField(() => String, {
    nullable: true,
    description: 'The sheet to print and put up; null once the list is withdrawn',
  })
  printText(@Parent() notice: PublicNoticeNode): Promise<string | null> {
    return this.notices.printText(notice.id);
  }
}

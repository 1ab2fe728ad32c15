import {
  Args,
  Field,
  GraphQLISODateTime,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Paged, PageArgs, pageOf } from '@tongxing/platform';
import { Allow, Public, Viewer } from '../access.guard.js';
import { ViewerNode } from '../access.resolver.js';
import { Policy } from '../policy.js';
import type { Viewer as ViewerValue } from '../viewer.js';
import { MessageService, type MessageView } from './message.service.js';

const SMS_WORDS: Readonly<Record<MessageView['smsState'], string>> = {
  NONE: '没有发短信',
  WAITING: '短信待发',
  SENT: '短信已发',
  FAILED: '短信没有发成',
  OPTED_OUT: '您选了不收短信',
};

@ObjectType()
export class MessageNode {
  @Field(() => ID) id: string;
  @Field(() => String) text: string;
  @Field(() => GraphQLISODateTime) createdAt: Date;
  @Field(() => String, { description: 'What became of its text message, in words' }) smsText: string;
  @Field(() => Boolean, { description: 'Newer than what the reader has seen' }) unread: boolean;
}

@ObjectType()
export class MessagePage extends Paged(MessageNode) {}

@ObjectType()
export class DemoSms {
  @Field(() => ID) id: string;
  @Field(() => String) phone: string;
  @Field(() => String) text: string;
  @Field(() => GraphQLISODateTime) createdAt: Date;
}

@Resolver(() => ViewerNode)
export class MessageResolver {
  constructor(private readonly messages: MessageService) {}

  @Allow('message.own')
  @Query(() => MessagePage, { name: 'messages', description: 'Own messages, newest first' })
  async ownMessages(@Args() { first, after }: PageArgs, @Viewer() viewer: ViewerValue): Promise<MessagePage> {
    const { rows, totalCount } = await this.messages.page(viewer, { first, ...(after ? { after } : {}) });
    return pageOf(
      rows,
      first,
      totalCount,
      (row) => this.messages.cursorFor(row),
      ({ smsState, ...row }) => ({ ...row, smsText: SMS_WORDS[smsState] }),
    );
  }

  @Allow('message.own')
  @Mutation(() => Int, { description: 'Seen up to this message of the own list, never back; gives how many are newer' })
  async markMessagesSeen(
    @Args('upTo', { type: () => ID }) upTo: string,
    @Viewer() viewer: ViewerValue,
  ): Promise<number> {
    await this.messages.markSeen(viewer, upTo);
    return this.messages.unread(viewer);
  }

  @Public()
  @ResolveField(() => Int, {
    nullable: true,
    description: 'Own messages that were not seen yet; null for who has none of his own, and while acting for somebody',
  })
  unreadMessages(@Viewer() viewer: ViewerValue | null): Promise<number> | null {
    return viewer && !viewer.factorDue && Policy.can(viewer, 'message.own') ? this.messages.unread(viewer) : null;
  }

  @Allow('message.own')
  @Query(() => Boolean, { description: 'Messages come as text messages too' })
  smsWanted(@Viewer() viewer: ViewerValue): Promise<boolean> {
    return this.messages.wantsSms(viewer);
  }

  @Allow('message.sms')
  @Mutation(() => Boolean, { description: 'Text messages on or off; sign-in codes come in any case' })
  async setSmsWanted(
    @Args('wanted', { type: () => Boolean }) wanted: boolean,
    @Viewer() viewer: ViewerValue,
  ): Promise<boolean> {
    await this.messages.setSms(viewer, wanted);
    return wanted;
  }

  @Public()
  @Query(() => [DemoSms], {
    description: 'Text messages that the demonstration would have sent; empty outside demo mode',
  })
  demoSms(): Promise<DemoSms[]> {
    return this.messages.demoScreen();
  }
}

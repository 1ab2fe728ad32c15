import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  frameOnlyDocument,
  markMessagesSeenDocument,
  ownMessagesDocument,
  setSmsWantedDocument,
} from '../../../gql/generated.js';
import { go, page } from '../../../http/answer.js';
import { inboxOf } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { MessagesPage } from './messages.view.js';

const PAGE_SIZE = 20;

/** 消息: what was said to the account and the person behind it, and whether it comes as a text message too. One list at two addresses. */
@Pages()
export class MessagesController {
  constructor(private readonly portal: Portal) {}

  @Get(['me/messages', 'messages'])
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, messages, smsWanted } = await visit.ask(ownMessagesDocument, variables);
      return page(
        MessagesPage({
          frame: visit.frame(viewer),
          csrf: visit.csrf,
          unread: viewer?.unreadMessages ?? 0,
          // What was written since stays new.
          ...(after ? {} : { newest: messages.edges[0]?.node.id }),
          ownMatters: viewer?.roles.includes('SEEKER') ?? false,
          smsWanted,
          total: messages.totalCount,
          messages: messages.edges.map((edge) => edge.node),
          ...pagerLinks(visit.request.path, {}, after, messages.pageInfo),
        }),
      );
    });
  }

  @Post('messages/seen')
  seen(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        await visit.ask(markMessagesSeenDocument, { upTo: form.text('upTo') });
        const { viewer } = await visit.ask(frameOnlyDocument, {});
        return go(inboxOf(viewer?.roles ?? []), '记下了，这些您都看过');
      },
    });
  }

  @Post('me/messages/sms')
  sms(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const wanted = form.text('wanted') === 'yes';
        await visit.ask(setSmsWantedDocument, { wanted });
        return go('/me/messages', wanted ? '以后会发短信给您' : '以后不发短信，消息都在这一页');
      },
    });
  }
}

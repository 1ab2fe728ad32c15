import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ownMessagesDocument, setSmsWantedDocument } from '../../../gql/generated.js';
import { go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { MessagesPage } from './messages.view.js';

const PAGE_SIZE = 20;

/** 消息: what was said to the person, and whether it comes as a text message too. */
@Pages()
export class MessagesController {
  constructor(private readonly portal: Portal) {}

  @Get('me/messages')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, messages, smsWanted } = await visit.ask(ownMessagesDocument, variables);
      return page(
        MessagesPage({
          frame: visit.frame(viewer),
          csrf: visit.csrf,
          ownMatters: viewer?.roles.includes('SEEKER') ?? false,
          smsWanted,
          total: messages.totalCount,
          messages: messages.edges.map((edge) => edge.node),
          ...pagerLinks('/me/messages', {}, after, messages.pageInfo),
        }),
      );
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

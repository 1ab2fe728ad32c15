import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { peopleForPostDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { PeopleForPostPage } from './post-people.view.js';

const PAGE_SIZE = 10;
/** In the address: the list of those of whom it is not known yet. */
const UNKNOWN = 'unknown';

/** 谁合适这个岗位: for the desk and the office. */
@Pages()
export class PostPeopleController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/posts/:id/people')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [id, after, list] = [visit.param('id'), visit.query('after'), visit.query('list')];
      const unknown = list === UNKNOWN;
      const { viewer, publicPost, shortlist } = await visit.ask(peopleForPostDocument, {
        id,
        first: PAGE_SIZE,
        after: after ?? null,
        unknown,
      });
      return page(
        PeopleForPostPage({
          frame: visit.frame(viewer),
          id,
          post: publicPost,
          unknown,
          list: shortlist,
          office: viewer?.roles.includes('OFFICER') ?? false,
          ...pagerLinks(`/desk/posts/${id}/people`, unknown ? { list: UNKNOWN } : {}, after, shortlist.pageInfo),
        }),
      );
    });
  }
}

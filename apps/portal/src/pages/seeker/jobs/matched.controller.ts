import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { matchedPostsDocument, matchExplanationDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { AskPage } from '../profile/consent.view.js';
import { MatchedPage, WhyPage } from './matched.view.js';

/** Five cards a page: ten were 6,900 px tall on a small screen. */
const PAGE_SIZE = 5;

/** 推荐岗位, and one post with its reasons. */
@Pages()
export class MatchedController {
  constructor(private readonly portal: Portal) {}

  @Get('me/jobs')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, matchedPosts, myConsents } = await visit.ask(matchedPostsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const consent = myConsents.purposes.find(({ purpose }) => purpose === 'MATCHING');
      if (matchedPosts.withheld && consent)
        return page(AskPage({ frame: visit.frame(viewer), csrf: visit.csrf, consent, next: '/me/jobs' }));
      const view = MatchedPage({
        frame: visit.frame(viewer),
        total: matchedPosts.totalCount,
        matches: matchedPosts.edges.map((edge) => edge.node),
        ...pagerLinks('/me/jobs', {}, after, matchedPosts.pageInfo),
      });
      return page(view);
    });
  }

  @Get('me/jobs/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publicPost, matchExplanation } = await visit.ask(matchExplanationDocument, {
        postId: visit.param('id'),
      });
      if (!publicPost) throw new ApiError('NOT_FOUND', '');
      return page(WhyPage({ frame: visit.frame(viewer), post: publicPost, why: matchExplanation }));
    });
  }
}

import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { matchWhyDocument, personMatchesDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { FullWhyPage } from '../../seeker/jobs/why.view.js';
import { CaseJobsPage, CaseNext } from './case-jobs.view.js';

const PAGE_SIZE = 10;

/** 推荐岗位 of a person of the own list, for the counsellor: what fits, what is to be found out, and why. */
@Pages()
export class CaseJobsController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/people/:id/jobs')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [personId, after] = [visit.param('id'), visit.query('after')];
      const found = await visit.ask(personMatchesDocument, { personId, first: PAGE_SIZE, after: after ?? null });
      const view = CaseJobsPage({
        frame: visit.frame(found.viewer),
        personId,
        name: found.personCase.name,
        fitting: found.fitting,
        unknown: found.unknown,
        openings: found.whatOpensPosts,
        ...pagerLinks(`/desk/people/${personId}/jobs`, {}, after, found.fitting.pageInfo),
      });
      return page(view);
    });
  }

  @Get('desk/people/:id/jobs/:post/why')
  why(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [personId, postId] = [visit.param('id'), visit.param('post')];
      const { viewer, publicPost, matchExplanation } = await visit.ask(matchWhyDocument, { postId, personId });
      if (!publicPost) throw new ApiError('NOT_FOUND', '');
      const view = FullWhyPage({
        frame: visit.frame(viewer),
        crumbs: [
          { href: `/desk/people/${personId}`, text: '这个人' },
          { href: `/desk/people/${personId}/jobs`, text: '推荐岗位' },
        ],
        post: publicPost,
        why: matchExplanation,
        next: CaseNext({ personId }),
      });
      return page(view);
    });
  }
}

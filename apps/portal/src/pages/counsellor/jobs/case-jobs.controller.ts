import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { matchWhyDocument, personMatchesDocument } from '../../../gql/generated.js';
import { go, page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { FullWhyPage } from '../../seeker/jobs/why.view.js';
import { CaseJobsPage, CaseNext } from './case-jobs.view.js';
import { aboutPerson } from './person.pages.js';

const PAGE_SIZE = 10;

/** 推荐岗位 of a person of the own list or of the office's region: what fits, what is to be found out, and why. */
@Pages()
export class CaseJobsController {
  constructor(private readonly portal: Portal) {}

  @Get(['desk/people/:id/jobs', 'office/people/:id/jobs'])
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      aboutPerson(visit, async (place) => {
        const [personId, after] = [visit.param('id'), visit.query('after')];
        const found = await visit.ask(personMatchesDocument, { personId, first: PAGE_SIZE, after: after ?? null });
        const view = CaseJobsPage({
          frame: visit.frame(found.viewer),
          place,
          personId,
          name: found.personConsents.name,
          fitting: found.fitting,
          unknown: found.unknown,
          openings: found.whatOpensPosts,
          ...pagerLinks(`${place.base}/jobs`, {}, after, found.fitting.pageInfo),
        });
        return page(view);
      }),
    );
  }

  @Get(['desk/people/:id/jobs/:post/why', 'office/people/:id/jobs/:post/why'])
  why(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      aboutPerson(visit, async (place) => {
        const [personId, postId] = [visit.param('id'), visit.param('post')];
        const { viewer, publicPost, matchExplanation } = await visit.ask(matchWhyDocument, { postId, personId });
        if (!publicPost) return go(`${place.base}/jobs`, '这个岗位已经不招了');
        const view = FullWhyPage({
          frame: visit.frame(viewer),
          crumbs: [...place.crumbs('这个人'), { href: `${place.base}/jobs`, text: '推荐岗位' }],
          post: publicPost,
          why: matchExplanation,
          next: CaseNext({ personId, place }),
        });
        return page(view);
      }),
    );
  }
}

import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { publicPostDocument, publicPostsDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { pagerLinks } from '../../../http/paging.js';
import { JobPage, JobsPage } from './jobs.view.js';

const PAGE_SIZE = 10;
/** Who finds people for a post. */
const DESK: readonly string[] = ['COUNSELLOR', 'VILLAGE_COMMISSIONER', 'OFFICER'];
/** What the address of the list can hold. */
const CHOICES = ['text', 'kind', 'town', 'home', 'short', 'nosight', 'project'];

/** 全部岗位: open to everyone. */
@Pages()
export class JobsController {
  constructor(private readonly portal: Portal) {}

  @Get('jobs')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const chosen = Object.fromEntries(CHOICES.map((name) => [name, visit.query(name)]));
      const { text, kind, town, project } = chosen;
      const filter = {
        ...(text ? { text } : {}),
        ...(kind ? { kind } : {}),
        ...(town ? { divisionCode: town } : {}),
        ...(project ? { projectId: project } : {}),
        ...(chosen.home === 'yes' ? { remote: true } : {}),
        ...(chosen.short === 'yes' ? { partTime: true } : {}),
        ...(chosen.nosight === 'yes' ? { noSight: true } : {}),
      };
      const { viewer, publicPosts, towns } = await visit.ask(publicPostsDocument, {
        first: PAGE_SIZE,
        after: visit.query('after') ?? null,
        filter,
      });
      const view = JobsPage({
        frame: visit.frame(viewer),
        filter: visit.form(chosen),
        towns,
        total: publicPosts.totalCount,
        posts: publicPosts.edges.map((edge) => edge.node),
        ...pagerLinks('/jobs', chosen, visit.query('after'), publicPosts.pageInfo),
      });
      return page(view, { shared: true });
    });
  }

  @Get('jobs/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publicPost } = await visit.ask(publicPostDocument, { id: visit.param('id') });
      if (!publicPost) throw new ApiError('NOT_FOUND', '');
      const seeker = viewer?.roles.includes('SEEKER') ?? false;
      // Of a post of another county the desk has no list.
      const near = viewer !== null && publicPost.divisionName.startsWith(viewer.countyName);
      const desk = near && viewer.roles.some((role) => DESK.includes(role));
      return page(JobPage({ frame: visit.frame(viewer), post: publicPost, seeker, desk }), { shared: true });
    });
  }
}

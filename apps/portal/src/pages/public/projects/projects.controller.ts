import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { publicProjectsDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { PublicProjectsPage } from './projects.view.js';

const PAGE_SIZE = 10;

/** 灵活就业项目 with free places, for everybody. */
@Pages()
export class PublicProjectsController {
  constructor(private readonly portal: Portal) {}

  @Get('projects')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const variables = { first: PAGE_SIZE, after: after ?? null };
      const { viewer, publicProjects } = await visit.ask(publicProjectsDocument, variables);
      const view = PublicProjectsPage({
        frame: visit.frame(viewer),
        total: publicProjects.totalCount,
        projects: publicProjects.edges.map(({ node }) => node),
        ...pagerLinks('/projects', {}, after, publicProjects.pageInfo),
      });
      return page(view, { shared: true });
    });
  }
}

import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { servicePointsDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { ServicePointsPage } from './service-points.view.js';

/** Each says much: more of them are too long a page for a phone. */
const PAGE_SIZE = 5;
const COUNTY = /^\d{6}/;
const TOWN = /^\d{12}$/;

/** 就业服务点, near whoever asks: open to everyone. */
@Pages()
export class ServicePointsController {
  constructor(private readonly portal: Portal) {}

  @Get('service-points')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const town = TOWN.test(visit.query('town') ?? '') ? visit.query('town') : undefined;
      const after = visit.query('after');
      const county = COUNTY.exec(town ?? '')?.[0];
      const {
        viewer,
        towns,
        publicRegisters,
        county: ofCounty,
      } = await visit.ask(servicePointsDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        filter: town ? { divisionCode: town } : {},
        county: { category: 'COUNTY', ...(county ? { divisionCode: county } : {}) },
      });
      const near = publicRegisters.edges.map(({ node }) => node);
      const view = ServicePointsPage({
        frame: visit.frame(viewer),
        filter: visit.form({ town }),
        towns,
        townName: towns.find(({ code }) => code === town)?.name ?? null,
        total: publicRegisters.totalCount,
        points: near,
        // Without a town the list holds them already.
        county:
          town && !after
            ? ofCounty.edges.map(({ node }) => node).filter(({ id }) => !near.some((one) => one.id === id))
            : [],
        ...pagerLinks('/service-points', { town }, after, publicRegisters.pageInfo),
      });
      return page(view, { shared: true });
    });
  }
}

import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { homeDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { HomePage } from './home.view.js';

/** 首页 */
@Pages()
export class HomeController {
  constructor(private readonly portal: Portal) {}

  @Get()
  home(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, publicNotices } = await visit.ask(homeDocument, {});
      const notices = publicNotices.edges.map((edge) => edge.node);
      return page(HomePage({ frame: visit.frame(viewer), notices, demo: visit.demo }), { shared: true });
    });
  }
}

import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../gql/api-error.js';
import { helperDocument, helpLogDocument, startActingDocument, stopActingDocument } from '../../gql/generated.js';
import { go, page } from '../../http/answer.js';
import { Pages } from '../../http/page.decorator.js';
import { pagerLinks } from '../../http/paging.js';
import { Portal } from '../../http/portal.service.js';
import { HelperLogPage, HelperPage } from './helper.view.js';

const PAGE_SIZE = 20;

/** 代办: first the person, then whatever is done. */
@Pages()
export class HelperController {
  constructor(private readonly portal: Portal) {}

  @Get('helper')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, peopleIHelp } = await visit.ask(helperDocument, {});
      return page(HelperPage({ frame: visit.frame(viewer), csrf: visit.csrf, people: peopleIHelp }));
    });
  }

  @Get('helper/log')
  log(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, helpLog } = await visit.ask(helpLogDocument, { first: PAGE_SIZE, after: after ?? null });
      const view = HelperLogPage({
        frame: visit.frame(viewer),
        total: helpLog.totalCount,
        log: helpLog.edges.map((edge) => edge.node),
        ...pagerLinks('/helper/log', {}, after, helpLog.pageInfo),
      });
      return page(view);
    });
  }

  @Post('helper/start')
  start(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const personId = form.text('person');
        const { startActing } = await visit.ask(startActingDocument, { personId });
        this.portal.switchPerson(response, request, startActing.token, personId);
        return go('/helper');
      },
    });
  }

  @Post('helper/stop')
  stop(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit) => {
        try {
          const { stopActing } = await visit.ask(stopActingDocument, {});
          this.portal.switchPerson(response, request, stopActing.token);
        } catch (error) {
          // Pressed twice: it has stopped.
          if (!(error instanceof ApiError) || error.code !== 'STATE_CONFLICT') throw error;
        }
        return go('/helper', '停止代办了，现在办的是您自己的事');
      },
    });
  }
}

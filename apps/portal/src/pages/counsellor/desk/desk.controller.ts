import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { caseloadDocument, personCaseDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal } from '../../../http/portal.service.js';
import { DeskPage, PeoplePage, PersonPage } from './desk.view.js';

const TODAY_SIZE = 10;
const PAGE_SIZE = 50;

/** 辅导员: who must be seen, everyone in the caseload, one person's file. */
@Pages()
export class DeskController {
  constructor(private readonly portal: Portal) {}

  @Get('desk')
  desk(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, caseload } = await visit.ask(caseloadDocument, { first: TODAY_SIZE });
      return page(
        DeskPage({
          frame: visit.frame(viewer),
          total: caseload.totalCount,
          people: caseload.edges.map((edge) => edge.node),
        }),
      );
    });
  }

  @Get('desk/people')
  people(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [after, text] = [visit.query('after'), visit.query('text')];
      const { viewer, caseload } = await visit.ask(caseloadDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        text: text ?? null,
      });
      const view = PeoplePage({
        frame: visit.frame(viewer),
        filter: visit.form({ text }),
        total: caseload.totalCount,
        people: caseload.edges.map((edge) => edge.node),
        ...pagerLinks('/desk/people', { text }, after, caseload.pageInfo),
      });
      return page(view);
    });
  }

  @Get('desk/people/:id')
  person(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, personCase } = await visit.ask(personCaseDocument, { personId: visit.param('id') });
      return page(PersonPage({ frame: visit.frame(viewer), person: personCase }));
    });
  }
}

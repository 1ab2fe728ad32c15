import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { seatVisitsDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { SeatAnswerPages } from './seat-answer.pages.js';
import { SeatVisitsPage } from './seats.view.js';

const LIST = '/desk/seats';

/** 上门问名额: who did not answer, and what came of the visit. */
@Pages()
export class DeskSeatsController {
  private readonly answers: SeatAnswerPages;

  constructor(private readonly portal: Portal) {
    this.answers = new SeatAnswerPages(portal, (visit) => ({
      list: LIST,
      here: `${LIST}/${visit.param('id')}`,
      offer: visit.param('id'),
      crumbs: [
        { href: '/desk', text: '今天要做的' },
        { href: LIST, text: '上门问名额' },
      ],
    }));
  }

  @Get('desk/seats')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, seatVisits } = await visit.ask(seatVisitsDocument, {});
      return page(SeatVisitsPage({ frame: visit.frame(viewer), rows: seatVisits }));
    });
  }

  @Get('desk/seats/:id')
  answerForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.show(request, response);
  }

  @Post('desk/seats/:id')
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.submit(request, response);
  }
}

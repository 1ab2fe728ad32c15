import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  beginSeatDocument,
  continueAllocationDocument,
  releaseSeatDocument,
  roundSeatsDocument,
  seatOfferDocument,
  sendSeatOffersDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { SeatAnswerPages } from '../../counsellor/seats/seat-answer.pages.js';
import { BeginSeatPage, OffersSheetPage, SeatsPage } from './seats.view.js';

const LIST = '/office/rounds';
const PAGE_SIZE = 20;
const SHEETS = 50;
const WHOLE = /^\d{1,3}$/;

/** 名额: offered, taken back, given on and begun by the office. */
@Pages()
export class OfficeSeatsController {
  private readonly answers: SeatAnswerPages;

  constructor(private readonly portal: Portal) {
    this.answers = new SeatAnswerPages(portal, (visit) => ({
      list: `${LIST}/${visit.param('id')}/seats`,
      here: `${LIST}/${visit.param('id')}/seats/${visit.param('offer')}/answer`,
      offer: visit.param('offer'),
      crumbs: [
        { href: LIST, text: '岗位分配' },
        { href: `${LIST}/${visit.param('id')}/seats`, text: '名额' },
      ],
    }));
  }

  @Get('office/rounds/:id/seats')
  seats(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.seatsPage(visit));
  }

  @Get('office/rounds/:id/offers')
  sheet(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const variables = { id: visit.param('id'), first: SHEETS, stand: 'OPEN' };
      const { viewer, roundSeats: seats, seatOffers } = await visit.ask(roundSeatsDocument, variables);
      const rows = seatOffers.edges.map(({ node }) => node);
      return page(OffersSheetPage({ frame: visit.frame(viewer), seats, rows, total: seatOffers.totalCount }));
    });
  }

  @Post('office/rounds/:id/seats/send')
  send(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, form) => {
      await visit.ask(sendSeatOffersDocument, { input: { roundId: id, ...daysIn(form), ...keyIn(visit, form) } });
      return go(`${LIST}/${id}/seats`, '名额通知发了，分到岗位的人收到了消息');
    });
  }

  @Post('office/rounds/:id/seats/continue')
  onward(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, form) => {
      const input = { roundId: id, ...daysIn(form), ...keyIn(visit, form) };
      const { continueAllocation } = await visit.ask(continueAllocationDocument, { input });
      const done = continueAllocation.turn !== 'OTHER';
      return go(`${LIST}/${id}/seats`, done ? '接着分好了，分到的人收到了消息' : '记下了。请另一位同事确认');
    });
  }

  @Post('office/rounds/:id/seats/:offer/release')
  release(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.step(request, response, async (visit, id, form) => {
      await visit.ask(releaseSeatDocument, { id: visit.param('offer'), ...keyIn(visit, form) });
      return go(`${LIST}/${id}/seats`, '记下了。收回要两位同事都按过才算');
    });
  }

  @Get('office/rounds/:id/seats/:offer/begin')
  beginForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.beginPage(visit));
  }

  @Post('office/rounds/:id/seats/:offer/begin')
  begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { startedOn: '请填哪天上岗', saidBy: '请选谁确认的日子' }));
        const input = {
          id: visit.param('offer'),
          startedOn: form.day('startedOn'),
          endsOn: form.day('endsOn') || null,
          saidBy: form.text('saidBy'),
          ...keyIn(visit, form),
        };
        await visit.ask(beginSeatDocument, { input });
        return go(`${LIST}/${visit.param('id')}/seats`, '登记了上岗');
      },
      again: (visit, form, problems) => this.beginPage(visit, form, problems),
    });
  }

  @Get('office/rounds/:id/seats/:offer/answer')
  answerForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.show(request, response);
  }

  @Post('office/rounds/:id/seats/:offer/answer')
  answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.submit(request, response);
  }

  /** One press: done, or the page again with what kept it from being done. */
  private step(
    request: Request,
    response: Response,
    work: (visit: Visit, id: string, form: Form) => Promise<Answer>,
  ): Promise<void> {
    return this.portal.submit(request, response, {
      work: (visit, form) => work(visit, visit.param('id'), form),
      again: (visit, form, problems) => this.seatsPage(visit, form, problems),
    });
  }

  private async seatsPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const [id, after, stand] = [visit.param('id'), visit.query('after'), visit.query('stand')];
    const variables = { id, first: PAGE_SIZE, after: after ?? null, stand: stand ?? null };
    const { viewer, roundSeats: seats, seatOffers } = await visit.ask(roundSeatsDocument, variables);
    return page(
      SeatsPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: visit.once(),
        form: form?.state(problems) ?? visit.form(),
        seats,
        stand: stand ?? null,
        total: seatOffers.totalCount,
        rows: seatOffers.edges.map(({ node }) => node),
        ...pagerLinks(`${LIST}/${id}/seats`, { stand }, after, seatOffers.pageInfo),
      }),
    );
  }

  private async beginPage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const { viewer, seatOffer: seat } = await visit.ask(seatOfferDocument, { id: visit.param('offer') });
    if (seat.stand !== 'ACCEPTED' && problems.length === 0) return go(`${LIST}/${visit.param('id')}/seats`);
    return page(
      BeginSeatPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form(),
        seat,
      }),
    );
  }
}

const keyIn = (visit: Visit, form: Form) => ({ idempotencyKey: form.text('once') || visit.once() });

/** Days as typed; what is no number is the field's problem. */
function daysIn(form: Form) {
  const one = (field: 'replyDays' | 'visitDays'): number | null => {
    const text = form.maybe(field);
    if (text === undefined) return null;
    refuseIf(WHOLE.test(text) ? [] : [{ field, message: '请填 1 到 60 的数字' }]);
    return Number(text);
  };
  return { replyDays: one('replyDays'), visitDays: one('visitDays') };
}

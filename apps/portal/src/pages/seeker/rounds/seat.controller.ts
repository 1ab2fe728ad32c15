import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { leaveRoundDocument, mySeatDocument, respondToSeatDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { AcceptSeatPage, DeclineSeatPage, WaitNoMorePage } from './seat.view.js';

const LIST = '/me/rounds';

/** 答复名额: each answer on a page of its own, read once more before it is given. */
@Pages()
export class MySeatController {
  constructor(private readonly portal: Portal) {}

  @Get('me/rounds/:id/yes')
  yes(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.answerPage(visit, 'yes'));
  }

  @Post('me/rounds/:id/yes')
  accept(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const idempotencyKey = form.text('once') || visit.once();
        await visit.ask(respondToSeatDocument, { input: { id: form.text('offer'), accept: true, idempotencyKey } });
        return go(`${LIST}/${visit.param('id')}`, '记下了，您答应去');
      },
      again: (visit, form, problems) => this.answerPage(visit, 'yes', form, problems),
    });
  }

  @Get('me/rounds/:id/no')
  no(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.answerPage(visit, 'no'));
  }

  @Post('me/rounds/:id/no')
  decline(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选不去的原因' }));
        const input = { id: form.text('offer'), accept: false, ...this.said(visit, form) };
        await visit.ask(respondToSeatDocument, { input });
        return go(`${LIST}/${visit.param('id')}`, '记下了，您不去');
      },
      again: (visit, form, problems) => this.answerPage(visit, 'no', form, problems),
    });
  }

  @Get('me/rounds/:id/leave')
  leaveForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.leavePage(visit));
  }

  @Post('me/rounds/:id/leave')
  leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const holds = form.text('offer') !== '';
        if (holds) refuseIf(missing(form, { reason: '请选不去的原因' }));
        await visit.ask(leaveRoundDocument, { input: { roundId: visit.param('id'), ...this.said(visit, form) } });
        return go(`${LIST}/${visit.param('id')}`, holds ? '记下了，名额退回了' : '记下了，不再给您排');
      },
      again: (visit, form, problems) => this.leavePage(visit, form, problems),
    });
  }

  private said(visit: Visit, form: Form) {
    return {
      reason: form.maybe('reason') ?? null,
      reasonText: form.maybe('reasonText') ?? null,
      idempotencyKey: form.text('once') || visit.once(),
    };
  }

  private async load(visit: Visit) {
    const answer = await visit.ask(mySeatDocument, { id: visit.param('id') });
    if (!answer.viewer) throw new ApiError('AUTH_REQUIRED', '');
    return answer;
  }

  private async answerPage(
    visit: Visit,
    way: 'yes' | 'no',
    form?: Form,
    problems: readonly FormProblem[] = [],
  ): Promise<Answer> {
    const { viewer, allocationRound: round, mySeat } = await this.load(visit);
    const offer = mySeat?.offer ?? null;
    // Somebody who has answered meanwhile sees what stands; a refusal of the answer is shown all the same.
    if (offer === null || (offer.state !== 'OPEN' && problems.length === 0)) return go(`${LIST}/${round.id}`);
    const shared = {
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: form?.maybe('once') ?? visit.once(),
      form: form?.state(problems) ?? visit.form(),
      round,
      offer,
    };
    return page(way === 'yes' ? AcceptSeatPage(shared) : DeclineSeatPage({ ...shared, way }));
  }

  private async leavePage(visit: Visit, form?: Form, problems: readonly FormProblem[] = []): Promise<Answer> {
    const { viewer, allocationRound: round, mySeat } = await this.load(visit);
    if (mySeat === null || (!mySeat.canLeave && problems.length === 0)) return go(`${LIST}/${round.id}`);
    const shared = {
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: form?.maybe('once') ?? visit.once(),
      form: form?.state(problems) ?? visit.form(),
      round,
    };
    const { offer } = mySeat;
    return page(
      offer?.state === 'ACCEPTED' ? DeclineSeatPage({ ...shared, offer, way: 'leave' }) : WaitNoMorePage(shared),
    );
  }
}

import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  askSupportDocument,
  cancelSupportDocument,
  completeSupportDocument,
  mySupportDocument,
  mySupportRequestDocument,
  requestSupportDocument,
  shareSupportDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { cancellationOf, completionOf, momentOf, wrongCompletion, wrongMoment } from '../../support/support.form.js';
import { doneValues, SupportDonePage, SupportEndPage } from '../../support/support.parts.js';
import { CANCELS, INTERVIEW_MINUTES } from '../../support/support.words.js';
import { AskInterviewPage, AskSupportPage, MySupportPage, SUPPORT, SupportPage } from './support.view.js';

const PAGE_SIZE = 10;
const hereOf = (visit: Visit): string => `${SUPPORT.href}/${visit.param('id')}`;

/** 要人帮忙: ask, see who comes, take it back, say what became of it. */
@Pages()
export class SupportController {
  constructor(private readonly portal: Portal) {}

  @Get('me/support')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, mySupport } = await visit.ask(mySupportDocument, { first: PAGE_SIZE, after: after ?? null });
      return page(
        MySupportPage({
          frame: visit.frame(viewer),
          total: mySupport.totalCount,
          rows: mySupport.edges.map(({ node }) => node),
          ...pagerLinks(SUPPORT.href, {}, after, mySupport.pageInfo),
        }),
      );
    });
  }

  @Get('me/support/new')
  askForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.askPage(visit, visit.query('application')));
  }

  @Post('me/support/new')
  ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { requestSupport } = await visit.ask(requestSupportDocument, { input: read(form) });
        return go(`${SUPPORT.href}/${requestSupport.id}`, '要好了，等辅导员安排');
      },
      again: (visit, form, problems) =>
        this.askPage(visit, form.maybe('application'), form.state(problems), form.maybe('once')),
    });
  }

  @Get('me/support/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, mySupportRequest } = await this.load(visit);
      return page(SupportPage({ frame: visit.frame(viewer), csrf: visit.csrf, one: mySupportRequest }));
    });
  }

  @Post('me/support/:id/tell')
  tell(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const tellEmployer = form.text('tell') === 'yes';
        await visit.ask(shareSupportDocument, { id: visit.param('id'), tellEmployer });
        return go(hereOf(visit), tellEmployer ? '约好以后，单位会知道有人一起来' : '单位不知道了');
      },
    });
  }

  @Get('me/support/:id/cancel')
  cancelForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.cancelPage(visit, visit.form()));
  }

  @Post('me/support/:id/cancel')
  cancel(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选为什么取消' }));
        await visit.ask(cancelSupportDocument, { input: cancellationOf(visit.param('id'), form) });
        return go(hereOf(visit), '取消了');
      },
      again: (visit, form, problems) => this.cancelPage(visit, form.state(problems)),
    });
  }

  @Get('me/support/:id/done')
  doneForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.donePage(visit));
  }

  @Post('me/support/:id/done')
  done(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(wrongCompletion(form));
        await visit.ask(completeSupportDocument, { input: completionOf(visit.param('id'), form) });
        return go(hereOf(visit), '记下了，谢谢您');
      },
      again: (visit, form, problems) => this.donePage(visit, form.state(problems)),
    });
  }

  private load(visit: Visit) {
    return visit.ask(mySupportRequestDocument, { id: visit.param('id') });
  }

  private async askPage(visit: Visit, applicationId?: string, typed?: FormState, once?: string): Promise<Answer> {
    const shared = { csrf: visit.csrf, once: once ?? visit.once() };
    if (applicationId === undefined) {
      const { viewer } = await visit.ask(mySupportDocument, { first: 1 });
      return page(
        AskSupportPage({ ...shared, frame: visit.frame(viewer), form: typed ?? visit.form({ minutes: '120' }) }),
      );
    }
    const { viewer, myApplication, supportOffers } = await visit.ask(askSupportDocument, { applicationId });
    if (!supportOffers.open && typed === undefined) return go(`/me/applications/${applicationId}`);
    const kind = supportOffers.kinds[0];
    const form = typed ?? visit.form({ minutes: INTERVIEW_MINUTES, ...(kind ? { kind } : {}) });
    return page(AskInterviewPage({ ...shared, frame: visit.frame(viewer), form, one: myApplication }));
  }

  private async cancelPage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, mySupportRequest: one } = await this.load(visit);
    if (!one.moves.includes('CANCELLED')) return go(hereOf(visit));
    return page(
      SupportEndPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form,
        one,
        crumbs: [SUPPORT, { href: hereOf(visit), text: one.kindText }],
        here: hereOf(visit),
        title: '取消这次帮助',
        path: 'cancel',
        label: '为什么取消',
        button: '取消这次帮助',
        reasons: CANCELS,
        says: one.state === 'BOOKED' ? '取消以后，辅导员会告诉来帮忙的人。' : '取消以后，还可以再要。',
      }),
    );
  }

  private async donePage(visit: Visit, typed?: FormState): Promise<Answer> {
    const { viewer, mySupportRequest: one } = await this.load(visit);
    if (!one.moves.includes('DELIVERED')) return go(hereOf(visit));
    return page(
      SupportDonePage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: typed ?? visit.form(doneValues(one)),
        one,
        crumbs: [SUPPORT, { href: hereOf(visit), text: one.kindText }],
        here: hereOf(visit),
      }),
    );
  }
}

/** One press from an interview sends a kind and nothing else. */
function read(form: Form) {
  const applicationId = form.maybe('application') ?? null;
  const isInterview = applicationId !== null;
  refuseIf([
    ...missing(form, { kind: '请选要哪种帮助' }),
    ...(isInterview
      ? []
      : [
          ...missing(form, { occasion: '请选什么时候用', title: '请写是什么事', place: '请写在哪里' }),
          ...wrongMoment(form, 'startsAt', 'hour'),
        ]),
  ]);
  return {
    kind: form.text('kind'),
    occasion: isInterview ? 'INTERVIEW' : form.text('occasion'),
    applicationId,
    title: form.maybe('title') ?? null,
    place: form.maybe('place') ?? null,
    startsAt: isInterview ? null : momentOf(form, 'startsAt', 'hour'),
    minutes: Number(form.maybe('minutes') ?? INTERVIEW_MINUTES),
    note: form.maybe('note') ?? null,
    tellEmployer: isInterview && form.text('tell') === 'yes',
    idempotencyKey: form.text('once'),
  };
}

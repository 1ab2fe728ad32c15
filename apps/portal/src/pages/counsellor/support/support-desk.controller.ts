import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  bookSupportDocument,
  cancelSupportDocument,
  completeSupportDocument,
  declineSupportDocument,
  requestSupportForDocument,
  supportCaseDocument,
  supportDeskDocument,
  supportForDocument,
} from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { dayParts, type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { personPlace } from '../jobs/person.pages.js';
import {
  cancellationOf,
  completionOf,
  momentOf,
  wrongCompletion,
  wrongMinutes,
  wrongMoment,
} from '../../support/support.form.js';
import { doneValues, SupportDonePage, SupportEndPage } from '../../support/support.parts.js';
import { DECLINES, DESK_CANCELS } from '../../support/support.words.js';
import { BookPage, DESK, SupportCasePage, SupportDeskPage, SupportForPage } from './support-desk.view.js';

const PAGE_SIZE = 20;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const hereOf = (visit: Visit): string => `${DESK.href}/${visit.param('id')}`;

/** 安排要人帮忙的: what waits, who comes on which day, what nobody wrote down. */
@Pages()
export class SupportDeskController {
  constructor(private readonly portal: Portal) {}

  @Get('desk/support')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [after, given, typed] = [visit.query('after'), visit.query('view'), visit.query('day')];
      const view = given === 'DAY' || given === 'OVERDUE' ? given : 'WAITING';
      const day = view === 'DAY' ? (typedDay(visit) ?? typed ?? null) : null;
      const { viewer, supportDesk } = await visit.ask(supportDeskDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
        view,
        day: day !== null && DAY.test(day) ? day : null,
      });
      return page(
        SupportDeskPage({
          frame: visit.frame(viewer),
          view,
          day: day !== null && DAY.test(day) ? day : null,
          filter: visit.form(dayParts('on', day)),
          people: viewer?.roles.includes('OFFICER') ? '/office/people' : '/desk/people',
          total: supportDesk.totalCount,
          rows: supportDesk.edges.map(({ node }) => node),
          ...pagerLinks(DESK.href, { view, ...(day ? { day } : {}) }, after, supportDesk.pageInfo),
        }),
      );
    });
  }

  @Get('desk/support/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, supportCase, supportProviders } = await this.load(visit);
      return page(SupportCasePage({ frame: visit.frame(viewer), one: supportCase, providers: supportProviders }));
    });
  }

  @Get('desk/support/:id/book')
  bookForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.bookPage(visit));
  }

  @Post('desk/support/:id/book')
  book(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const problems: FormProblem[] = [
          ...missing(form, { providerId: '请选谁来' }),
          ...wrongMoment(form, 'from', 'hour'),
          ...wrongMinutes(form, 'minutes'),
          ...missing(form, { feeBy: '请选怎么算钱' }),
        ];
        if (form.text('feeBy') === 'FIXED') problems.push(...missing(form, { fixedYuan: '请填这一次多少元' }));
        refuseIf(problems);
        const input = {
          id: visit.param('id'),
          version: Number(form.text('version')),
          providerId: form.text('providerId'),
          from: momentOf(form, 'from', 'hour'),
          minutes: Number(form.text('minutes')),
          feeBy: form.text('feeBy'),
          fixedYuan: form.maybe('fixedYuan') ?? null,
          idempotencyKey: form.text('once'),
        };
        await visit.ask(bookSupportDocument, { input });
        return go(hereOf(visit), '约好了，本人会收到消息');
      },
      again: (visit, form, problems) => this.bookPage(visit, form.state(problems), form),
    });
  }

  @Get('desk/support/:id/decline')
  declineForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.endPage(visit, visit.form(), 'decline'));
  }

  @Post('desk/support/:id/decline')
  decline(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选为什么安排不了' }));
        await visit.ask(declineSupportDocument, { input: cancellationOf(visit.param('id'), form) });
        return go(DESK.href, '记下了，本人会收到消息');
      },
      again: (visit, form, problems) => this.endPage(visit, form.state(problems), 'decline'),
    });
  }

  @Get('desk/support/:id/cancel')
  cancelForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.endPage(visit, visit.form(), 'cancel'));
  }

  @Post('desk/support/:id/cancel')
  cancel(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { reason: '请选为什么取消' }));
        await visit.ask(cancelSupportDocument, { input: cancellationOf(visit.param('id'), form) });
        return go(DESK.href, '取消了，本人会收到消息');
      },
      again: (visit, form, problems) => this.endPage(visit, form.state(problems), 'cancel'),
    });
  }

  @Get('desk/support/:id/done')
  doneForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.donePage(visit));
  }

  @Post('desk/support/:id/done')
  done(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(wrongCompletion(form));
        await visit.ask(completeSupportDocument, { input: completionOf(visit.param('id'), form) });
        return go(hereOf(visit), '记下了，本人会收到消息');
      },
      again: (visit, form, problems) => this.donePage(visit, form.state(problems)),
    });
  }

  @Get(['desk/people/:id/support', 'office/people/:id/support'])
  forForm(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.forPage(visit, visit.form({ minutes: '60' })));
  }

  @Post(['desk/people/:id/support', 'office/people/:id/support'])
  askFor(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const { requestSupportFor } = await visit.ask(requestSupportForDocument, {
          personId: visit.param('id'),
          input: read(form),
        });
        return go(`${DESK.href}/${requestSupportFor.id}`, '要好了，可以约人了');
      },
      again: (visit, form, problems) => this.forPage(visit, form.state(problems), form.maybe('once')),
    });
  }

  private load(visit: Visit) {
    return visit.ask(supportCaseDocument, { id: visit.param('id') });
  }

  private async bookPage(visit: Visit, typed?: FormState, sent?: Form): Promise<Answer> {
    const { viewer, supportCase: one, supportProviders } = await this.load(visit);
    const { support } = one;
    if (!support.moves.includes('BOOKED')) return go(hereOf(visit));
    const providers = supportProviders.filter(({ active, kinds }) => active && kinds.includes(support.kind));
    const [only] = providers;
    const form =
      typed ??
      visit.form({
        ...dayParts('from', support.startsAt.slice(0, 10)),
        hour: support.startsAt.slice(11),
        minutes: String(support.minutes),
        ...(providers.length === 1 && only ? { providerId: only.id, feeBy: only.hourlyYuan ? 'HOUR' : 'FIXED' } : {}),
      });
    const once = sent?.maybe('once') ?? visit.once();
    return page(BookPage({ frame: visit.frame(viewer), csrf: visit.csrf, once, form, one, providers }));
  }

  private async endPage(visit: Visit, form: FormState, path: 'decline' | 'cancel'): Promise<Answer> {
    const { viewer, supportCase: one } = await this.load(visit);
    const declines = path === 'decline';
    if (!one.support.moves.includes(declines ? 'DECLINED' : 'CANCELLED')) return go(hereOf(visit));
    return page(
      SupportEndPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form,
        one: one.support,
        crumbs: [DESK, { href: hereOf(visit), text: one.personName }],
        here: hereOf(visit),
        path,
        title: declines ? '安排不了' : '取消这次帮助',
        label: declines ? '为什么安排不了' : '为什么取消',
        button: declines ? '告诉本人安排不了' : '取消这次帮助',
        reasons: declines ? DECLINES : DESK_CANCELS,
        says: declines ? '原因本人看得到。' : '约好的，请另外告诉来帮忙的人。原因本人看得到。',
      }),
    );
  }

  private async donePage(visit: Visit, typed?: FormState): Promise<Answer> {
    const { viewer, supportCase: one } = await this.load(visit);
    if (!one.support.moves.includes('DELIVERED')) return go(hereOf(visit));
    return page(
      SupportDonePage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        form: typed ?? visit.form(doneValues(one.support)),
        one: one.support,
        crumbs: [DESK, { href: hereOf(visit), text: one.personName }],
        here: hereOf(visit),
      }),
    );
  }

  private async forPage(visit: Visit, form: FormState, once?: string): Promise<Answer> {
    const { viewer, supportPerson } = await visit.ask(supportForDocument, { personId: visit.param('id') });
    return page(
      SupportForPage({
        frame: visit.frame(viewer),
        csrf: visit.csrf,
        once: once ?? visit.once(),
        form,
        place: personPlace(visit),
        person: supportPerson,
      }),
    );
  }
}

/** The three boxes of the day filter. */
function typedDay(visit: Visit): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => visit.query(`on-${part}`));
  if (!year || !month || !day) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function read(form: Form) {
  const isInterview = form.text('occasion') === 'INTERVIEW';
  refuseIf([
    ...missing(form, { kind: '请选要哪种帮助', occasion: '请选什么时候用' }),
    ...(isInterview
      ? missing(form, { applicationId: '请选哪份申请的面试' })
      : [...missing(form, { title: '请写是什么事', place: '请写在哪里' }), ...wrongMoment(form, 'startsAt', 'hour')]),
  ]);
  return {
    kind: form.text('kind'),
    occasion: form.text('occasion'),
    applicationId: isInterview ? form.text('applicationId') : null,
    title: isInterview ? null : form.text('title'),
    place: isInterview ? null : form.text('place'),
    startsAt: isInterview ? null : momentOf(form, 'startsAt', 'hour'),
    minutes: Number(form.text('minutes')),
    note: form.maybe('note') ?? null,
    tellEmployer: false,
    idempotencyKey: form.text('once'),
  };
}

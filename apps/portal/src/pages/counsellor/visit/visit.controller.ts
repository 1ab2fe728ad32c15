import { Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { personCaseDocument, recordVisitDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { dayParts, type Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { VisitPage } from './visit.view.js';

/** 走访: the plain form, which works on any phone. */
@Pages()
export class VisitController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('desk/visits/new')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const person = visit.query('person') ?? '';
      // The form's id stands in its address: going back leads to the same form, and saving again is the same visit.
      if (!visit.query('once')) return go(`/desk/visits/new?${new URLSearchParams({ person, once: visit.once() })}`);
      return this.visitPage(visit, person, []);
    });
  }

  @Post('desk/visits/new')
  record(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(problemsOf(form));
        const personId = form.text('person');
        await visit.ask(recordVisitDocument, {
          input: {
            // The form's own id: sent twice, it is one visit.
            id: form.text('once'),
            personId,
            visitedOn: form.day('visitedOn'),
            met: form.text('met'),
            situation: form.maybe('situation') ?? null,
            wantsWork: form.text('wantsWork') ? form.text('wantsWork') === 'yes' : null,
            needs: [...form.list('needs')],
            smsConsent: form.text('sms') ? form.text('sms') === 'yes' : null,
            nextStep: form.maybe('nextStep') ?? null,
            nextOn: form.day('nextOn') || null,
            note: form.maybe('note') ?? null,
          },
        });
        return go(`/desk/people/${personId}`, '走访记好了');
      },
      again: (visit, form, problems) => this.visitPage(visit, form.text('person'), problems, form),
    });
  }

  private async visitPage(
    visit: Visit,
    personId: string | undefined,
    problems: readonly FormProblem[],
    form?: Form,
  ): Promise<Answer> {
    if (!personId) throw new ApiError('NOT_FOUND', '');
    const { viewer, personCase } = await visit.ask(personCaseDocument, { personId });
    const view = VisitPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: form?.maybe('once') ?? visit.query('once') ?? visit.once(),
      person: personCase,
      form: form?.state(problems) ?? visit.form(dayParts('visitedOn', this.clock.today())),
    });
    return page(view);
  }
}

/** Presence only; the API judges the rest. */
function problemsOf(form: Form): FormProblem[] {
  const problems: FormProblem[] = [];
  if (!form.day('visitedOn')) problems.push({ field: 'visitedOn', message: '请填走访日期' });
  if (!form.text('met')) problems.push({ field: 'met', message: '请选见到了谁' });
  return problems;
}

import { Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { orgDocument, saveQuotaReturnDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import type { Form } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { MONTHS, OrgPage, StaffPage, staffValues } from './org.view.js';

/** 单位首页, and the staff and wages of a year. */
@Pages()
export class OrgController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('org')
  org(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const year = Number(this.clock.today().slice(0, 4));
      const { viewer, quotaReturn } = await visit.ask(orgDocument, { year });
      if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
      return page(OrgPage({ frame: visit.frame(viewer), filing: quotaReturn }));
    });
  }

  @Get('org/quota/:year/staff')
  staff(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.staffPage(visit, []));
  }

  @Post('org/quota/:year/staff')
  saveStaff(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(problemsOf(form));
        const version = form.maybe('version');
        await visit.ask(saveQuotaReturnDocument, {
          input: {
            year: yearOf(visit),
            monthlyHeadcount: MONTHS.map((month) => Number(form.text(`month-${month}`))),
            payrollYuan: form.text('payrollYuan'),
            dispatched: countOf(form, 'dispatched'),
            seasonalWorkers: countOf(form, 'seasonalWorkers'),
            seasonalMonths: countOf(form, 'seasonalMonths'),
            version: version ? Number(version) : null,
          },
        });
        return go('/org', '职工人数和工资保存好了');
      },
      again: (visit, form, problems) => this.staffPage(visit, problems, form),
    });
  }

  private async staffPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, quotaReturn } = await visit.ask(orgDocument, { year: yearOf(visit) });
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const view = StaffPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      filing: quotaReturn,
      // The headcounts are one list for the api and twelve boxes here: what it refuses of the list lands on the first.
      form:
        form?.state(problems.map((one) => (one.field === 'monthlyHeadcount' ? { ...one, field: 'month-1' } : one))) ??
        visit.form(staffValues(quotaReturn)),
    });
    return page(view);
  }
}

function yearOf(visit: Visit): number {
  const year = Number(visit.param('year'));
  if (!/^20\d\d$/.test(visit.param('year'))) throw new ApiError('NOT_FOUND', '');
  return year;
}

const countOf = (form: Form, name: string): number | null => (form.text(name) ? Number(form.text(name)) : null);

/** Presence and digits; the API judges the rest. */
function problemsOf(form: Form): FormProblem[] {
  const problems: FormProblem[] = MONTHS.filter((month) => !/^\d{1,6}$/.test(form.text(`month-${month}`))).map(
    (month) => ({
      field: `month-${month}`,
      message: `请填${month}月的人数，没有填 0`,
    }),
  );
  if (!form.text('payrollYuan')) problems.push({ field: 'payrollYuan', message: '请填全年工资总额' });
  for (const name of ['dispatched', 'seasonalWorkers', 'seasonalMonths']) {
    if (form.text(name) && !/^\d{1,6}$/.test(form.text(name))) problems.push({ field: name, message: '这里要填数字' });
  }
  return problems;
}

import { Get, Inject, Req, Res } from '@nestjs/common';
import { Clock } from '@tongxing/platform';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { type LevyEstimateInput, levyEstimateDocument, levyFormDocument } from '../../../gql/generated.js';
import { type Answer, page } from '../../../http/answer.js';
import { Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { LevyPage } from './levy.view.js';

const WANTED = {
  year: '请填年度',
  divisionCode: '请选所在县',
  unitKind: '请选单位性质',
  employees: '请填职工人数',
  averageWageYuan: '请填年平均工资',
  countedHires: '请填残疾职工人数，没有填 0',
};

/** 残保金估算: a question put to the API; the answer has an address, so it can be kept and sent on. */
@Pages()
export class LevyController {
  constructor(
    private readonly portal: Portal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('levy')
  levy(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const form = new Form(request.query);
      if (!form.text('year'))
        return this.empty(visit, visit.form({ year: this.clock.today().slice(0, 4), countedHires: '0' }));
      const problems = missing(form, WANTED);
      if (problems.length > 0) return this.empty(visit, form.state(problems), 422);
      return this.estimate(visit, form);
    });
  }

  private async estimate(visit: Visit, form: Form): Promise<Answer> {
    const input: LevyEstimateInput = {
      year: Number(form.text('year')),
      divisionCode: form.text('divisionCode'),
      unitKind: form.text('unitKind'),
      employees: form.text('employees'),
      averageWageYuan: form.text('averageWageYuan'),
      countedHires: form.text('countedHires'),
    };
    try {
      const data = await visit.ask(levyEstimateDocument, {
        input,
        more: { ...input, countedHires: oneMore(form.text('countedHires')) },
      });
      const { viewer, counties, now, more } = data;
      return page(
        LevyPage({ frame: visit.frame(viewer), form: form.state(), counties, year: input.year, result: { now, more } }),
        { shared: true },
      );
    } catch (error) {
      if (!(error instanceof ApiError) || !REFUSALS.has(error.code)) throw error;
      const field = error.details.field?.split('.').at(-1);
      const problem: FormProblem = {
        message: error.message,
        ...(field ? { field } : {}),
        ...(error.details.hint ? { hint: error.details.hint } : {}),
      };
      return this.empty(visit, form.state([problem]), 422);
    }
  }

  private async empty(visit: Visit, form: FormState, status = 200): Promise<Answer> {
    const { viewer, counties } = await visit.ask(levyFormDocument, {});
    return page(LevyPage({ frame: visit.frame(viewer), form, counties }), { status, shared: true });
  }
}

const REFUSALS = new Set(['LAW_UNKNOWN', 'DIVISION_UNKNOWN', 'LEVY_INPUT', 'VALIDATION', 'CAP_UNKNOWN']);

/** The same count with one person more, as decimal text. */
export function oneMore(count: string): string {
  const [whole = '0', fraction] = count.split('.');
  if (!/^\d{1,9}$/.test(whole)) return count;
  return `${Number(whole) + 1}${fraction ? `.${fraction}` : ''}`;
}

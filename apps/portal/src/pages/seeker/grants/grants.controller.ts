import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { applyForSchemeDocument, grantDocument, grantFormDocument, grantsDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { GrantApplyPage, GrantDonePage, GrantPage, GrantsPage } from './grants.view.js';

const WANTED = {
  course: '请填培训课程名称',
  courseHours: '请填课时',
  periodStart: '请填开课日期',
  periodEnd: '请填结业日期',
  feeYuan: '请填您交的培训费',
  accountName: '请填户名',
};

/** 补贴: what there is, one application, and where each stands. Whether somebody may have it is the API's answer. */
@Pages()
export class GrantsController {
  constructor(private readonly portal: Portal) {}

  @Get('me/grants')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, schemes, myBenefits } = await visit.ask(grantsDocument, {});
      return page(GrantsPage({ frame: visit.frame(viewer), benefits: myBenefits, schemes }));
    });
  }

  /** The word people type. */
  @Get('me/benefits')
  benefits(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async () => go('/me/grants'));
  }

  @Get('me/grants/done')
  done(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { number, scheme = '补贴' } = visit.openReceipt() ?? {};
      if (!number) throw new ApiError('NOT_FOUND', '');
      return page(GrantDonePage({ frame: visit.frame(await visit.viewer()), scheme, number }));
    });
  }

  @Get('me/grants/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, myBenefits } = await visit.ask(grantDocument, {});
      const benefit = myBenefits.find(({ id }) => id === visit.param('id'));
      if (!benefit) throw new ApiError('NOT_FOUND', '');
      return page(GrantPage({ frame: visit.frame(viewer), benefit }));
    });
  }

  @Get('me/grants/:scheme/apply')
  form(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.formPage(visit, []));
  }

  @Post('me/grants/:scheme/apply')
  apply(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf([...missing(form, WANTED), ...wrongHours(form)]);
        const { applyForScheme } = await visit.ask(applyForSchemeDocument, {
          input: {
            schemeCode: visit.param('scheme'),
            applicationId: form.maybe('again') ?? null,
            course: form.text('course'),
            courseHours: Number(form.text('courseHours')),
            feeYuan: form.text('feeYuan'),
            periodStart: form.day('periodStart'),
            periodEnd: form.day('periodEnd'),
            accountName: form.text('accountName'),
            accountNumber: form.text('accountNumber').replaceAll(' ', '') || null,
            idempotencyKey: form.text('once'),
          },
        });
        return go(
          `/me/grants/done?receipt=${visit.sealReceipt({ number: applyForScheme.id, scheme: form.text('name') })}`,
        );
      },
      again: (visit, form, problems) => this.formPage(visit, problems, form),
    });
  }

  private async formPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, schemes, myRecord } = await visit.ask(grantFormDocument, {});
    if (!viewer) throw new ApiError('AUTH_REQUIRED', '');
    const scheme = schemes.find(({ code }) => code === visit.param('scheme'));
    if (!scheme) throw new ApiError('NOT_FOUND', '');
    const view = GrantApplyPage({
      frame: visit.frame(viewer),
      csrf: visit.csrf,
      once: form?.maybe('once') ?? visit.once(),
      scheme,
      again: form?.text('again') ?? visit.query('again') ?? '',
      account: myRecord?.account ?? '',
      form: form?.state(problems) ?? visit.form({ accountName: myRecord?.name ?? '' }),
    });
    return page(view);
  }
}

/** Digits only, to save a trip. */
const wrongHours = (form: Form): FormProblem[] =>
  form.text('courseHours') && !/^\d{1,4}$/.test(form.text('courseHours'))
    ? [{ field: 'courseHours', message: '课时要填数字，比如 40' }]
    : [];

import { Get, Post, Req, Res } from '@nestjs/common';
import { isMonth } from '@tongxing/rules';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { saveSupportProviderDocument, supportCostsDocument, supportProvidersDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { costsCsv } from './costs-file.js';
import { CostsPage, CostsPaper, PROVIDERS, ProviderPage, ProvidersPage } from './office-support.view.js';

const PHONE = /^\d[\d-]{6,14}$/;

/** 帮助的费用 of a month, and with whom the office works. */
@Pages()
export class OfficeSupportController {
  constructor(private readonly portal: Portal) {}

  @Get('office/support')
  costs(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, supportCosts } = await ask(visit);
      const isOfficer = viewer?.roles.includes('OFFICER') === true;
      const form = visit.form({ month: supportCosts.month });
      return page(CostsPage({ frame: visit.frame(viewer), costs: supportCosts, form, isOfficer }));
    });
  }

  @Get('office/support/print')
  print(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, supportCosts } = await ask(visit);
      return page(CostsPaper({ frame: visit.frame(viewer), costs: supportCosts }));
    });
  }

  @Get('office/support/file')
  file(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { supportCosts } = await ask(visit);
      return {
        kind: 'file',
        body: Buffer.from(costsCsv(supportCosts), 'utf8'),
        contentType: 'text/csv; charset=utf-8',
        name: `帮助费用-${supportCosts.month}.csv`,
      };
    });
  }

  @Get('office/support/providers')
  providers(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, supportProviders } = await visit.ask(supportProvidersDocument, {});
      return page(ProvidersPage({ frame: visit.frame(viewer), providers: supportProviders }));
    });
  }

  @Get('office/support/providers/:id')
  provider(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.providerPage(visit));
  }

  @Post('office/support/providers/:id')
  save(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        const phone = form.text('phone');
        refuseIf([
          ...missing(form, { name: '请写叫什么', kind: '请选是机构还是自己的人' }),
          ...(form.list('kinds').length === 0 ? [{ field: 'kinds', message: '请选做哪几种帮助' }] : []),
          ...(phone === '' || PHONE.test(phone) ? [] : [{ field: 'phone', message: '电话只写数字和横线，7 到 15 位' }]),
        ]);
        const id = visit.param('id');
        const input = {
          id: id === 'new' ? null : id,
          version: id === 'new' ? null : Number(form.text('version')),
          name: form.text('name'),
          kind: form.text('kind'),
          kinds: [...form.list('kinds')],
          // The number that stands is not shown, so an empty box leaves it.
          phone: form.text('noPhone') === 'yes' ? '' : phone || null,
          hourlyYuan: form.maybe('hourlyYuan') ?? null,
          active: form.text('rest') !== 'yes',
        };
        await visit.ask(saveSupportProviderDocument, { input });
        return go(PROVIDERS.href, '存好了');
      },
      again: (visit, form, problems) => this.providerPage(visit, form.state(problems)),
    });
  }

  private async providerPage(visit: Visit, typed?: FormState): Promise<Answer> {
    const { viewer, supportProviders } = await visit.ask(supportProvidersDocument, {});
    const id = visit.param('id');
    const one = supportProviders.find((provider) => provider.id === id);
    if (one === undefined && id !== 'new') throw new ApiError('NOT_FOUND', '');
    const form =
      typed ??
      visit.form(
        one
          ? {
              name: one.name,
              kind: one.kind,
              kinds: one.kinds,
              hourlyYuan: one.hourlyYuan ?? '',
              ...(one.active ? {} : { rest: 'yes' }),
            }
          : {},
      );
    return page(
      ProviderPage({ frame: visit.frame(viewer), csrf: visit.csrf, once: visit.once(), form, one: one ?? null }),
    );
  }
}

function ask(visit: Visit) {
  const month = visit.query('month');
  return visit.ask(supportCostsDocument, { month: month !== undefined && isMonth(month) ? month : null });
}

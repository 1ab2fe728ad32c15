import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormState } from '@tongxing/ui';
import type { Request, Response } from 'express';
import {
  appealRefusalsDocument,
  decideRefusalsDocument,
  refusalCaseDocument,
  refusalCasesDocument,
} from '../../gql/generated.js';
import { type Answer, go, page } from '../../http/answer.js';
import { missing } from '../../http/form.js';
import { Pages } from '../../http/page.decorator.js';
import { pagerLinks } from '../../http/paging.js';
import { Portal, refuseIf } from '../../http/portal.service.js';
import type { Visit } from '../../http/visit.js';
import { listOf, RefusalPage, type RefusalsAt, RefusalsPage } from './refusals.view.js';

const PAGE_SIZE = 20;
const atOf = (visit: Visit): RefusalsAt => visit.request.path.split('/')[1] as RefusalsAt;

/** 拒绝推荐的告知: the person's or unit's own, with the appeal; the office's, with the decision. */
@Pages()
export class RefusalsController {
  constructor(private readonly portal: Portal) {}

  @Get(['me/refusals', 'org/refusals', 'office/refusals'])
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const [at, after] = [atOf(visit), visit.query('after')];
      const { viewer, refusalCases } = await visit.ask(refusalCasesDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      return page(
        RefusalsPage({
          frame: visit.frame(viewer),
          at,
          total: refusalCases.totalCount,
          rows: refusalCases.edges.map(({ node }) => node),
          ...pagerLinks(listOf(at), {}, after, refusalCases.pageInfo),
        }),
      );
    });
  }

  @Get(['me/refusals/:id', 'org/refusals/:id', 'office/refusals/:id'])
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.onePage(visit, visit.form()));
  }

  @Post(['me/refusals/:id/appeal', 'org/refusals/:id/appeal'])
  appeal(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { text: '请写下为什么不同意' }));
        const id = visit.param('id');
        await visit.ask(appealRefusalsDocument, { id, text: form.text('text') });
        return go(`${listOf(atOf(visit))}/${id}`, '收到您的申诉了，残联会看');
      },
      again: (visit, form, problems) => this.onePage(visit, form.state(problems)),
    });
  }

  @Post('office/refusals/:id/decide')
  decide(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { uphold: '请选怎么处理', reason: '请写下理由' }));
        const id = visit.param('id');
        const said = { uphold: form.text('uphold') === 'yes', reason: form.text('reason') };
        await visit.ask(decideRefusalsDocument, { input: { id, version: Number(form.text('version')), ...said } });
        return go(`${listOf('office')}/${id}`, '决定好了，对方会收到消息');
      },
      again: (visit, form, problems) => this.onePage(visit, form.state(problems)),
    });
  }

  private async onePage(visit: Visit, form: FormState): Promise<Answer> {
    const { viewer, refusalCase } = await visit.ask(refusalCaseDocument, { id: visit.param('id') });
    return page(RefusalPage({ frame: visit.frame(viewer), csrf: visit.csrf, at: atOf(visit), form, row: refusalCase }));
  }
}

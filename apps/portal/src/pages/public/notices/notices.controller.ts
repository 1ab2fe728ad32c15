import { Get, Post, Req, Res } from '@nestjs/common';
import type { FormProblem } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { lodgeObjectionDocument, publicNoticeDocument, publicNoticesDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { type Form, missing } from '../../../http/form.js';
import { Pages } from '../../../http/page.decorator.js';
import { pagerLinks } from '../../../http/paging.js';
import { Portal, refuseIf } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { NoticePage, NoticesPage, ObjectionDonePage, ObjectionPage } from './notices.view.js';

const PAGE_SIZE = 20;

/** 公示: what the office means to pay and decide, and the way to object. */
@Pages()
export class NoticesController {
  constructor(private readonly portal: Portal) {}

  @Get('notices')
  list(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const after = visit.query('after');
      const { viewer, publicNotices } = await visit.ask(publicNoticesDocument, {
        first: PAGE_SIZE,
        after: after ?? null,
      });
      const view = NoticesPage({
        frame: visit.frame(viewer),
        notices: publicNotices.edges.map((edge) => edge.node),
        ...pagerLinks('/notices', {}, after, publicNotices.pageInfo),
      });
      return page(view, { shared: true });
    });
  }

  @Get('notices/:id')
  one(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, notice } = await this.load(visit);
      return page(NoticePage({ frame: visit.frame(viewer), notice }), { shared: true });
    });
  }

  @Get('notices/:id/object')
  objection(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) => this.objectionPage(visit, []));
  }

  @Post('notices/:id/object')
  object(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.submit(request, response, {
      work: async (visit, form) => {
        refuseIf(missing(form, { text: '请写什么问题' }));
        const { lodgeObjection } = await visit.ask(lodgeObjectionDocument, {
          input: {
            noticeId: visit.param('id'),
            lineId: form.maybe('lineId') ?? null,
            text: form.text('text'),
            contact: form.maybe('contact') ?? null,
            idempotencyKey: form.text('once'),
          },
        });
        const receipt = visit.sealReceipt({ number: lodgeObjection.id, answerBy: lodgeObjection.answerBy });
        return go(`/notices/${visit.param('id')}/objected?receipt=${receipt}`);
      },
      again: (visit, form, problems) => this.objectionPage(visit, problems, form),
    });
  }

  @Get('notices/:id/objected')
  objected(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { number = '', answerBy = '' } = visit.openReceipt() ?? {};
      if (!number) throw new ApiError('NOT_FOUND', '');
      return page(ObjectionDonePage({ frame: visit.frame(await visit.viewer()), number, answerBy }));
    });
  }

  private async load(visit: Visit) {
    const { viewer, publicNotice } = await visit.ask(publicNoticeDocument, { id: visit.param('id') });
    if (!publicNotice) throw new ApiError('NOT_FOUND', '');
    return { viewer, notice: publicNotice };
  }

  private async objectionPage(visit: Visit, problems: readonly FormProblem[], form?: Form): Promise<Answer> {
    const { viewer, notice } = await this.load(visit);
    return page(
      ObjectionPage({
        frame: visit.frame(viewer),
        notice,
        csrf: visit.csrf,
        once: form?.maybe('once') ?? visit.once(),
        form: form?.state(problems) ?? visit.form({ lineId: visit.query('line') }),
      }),
    );
  }
}

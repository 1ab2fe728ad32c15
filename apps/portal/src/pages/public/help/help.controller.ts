import { Get, Req, Res } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Frame } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { feedbackFormDocument } from '../../../gql/generated.js';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { slowest } from '../feedback/feedback.view.js';
import { AccessibilityPage, HelpPage, PrivacyPage } from './help.view.js';

/** Three of the pages that the footer leads to. The same for everyone. */
@Pages()
export class HelpController {
  constructor(private readonly portal: Portal) {}

  @Get('a11y')
  accessibility(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, async (visit) => {
      const { viewer, feedbackCounties } = await visit.ask(feedbackFormDocument, {});
      const view = AccessibilityPage({ frame: visit.frame(viewer), answerDays: slowest(feedbackCounties) });
      return page(view, { shared: true });
    });
  }

  @Get('help')
  help(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, HelpPage);
  }

  @Get('privacy')
  privacy(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, PrivacyPage);
  }

  private fixed(request: Request, response: Response, view: (props: { frame: Frame }) => VNode): Promise<void> {
    return this.portal.show(request, response, async (visit) =>
      page(view({ frame: visit.frame(await visit.viewer()) }), { shared: true }),
    );
  }
}

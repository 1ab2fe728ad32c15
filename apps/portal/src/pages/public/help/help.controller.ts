import { Get, Req, Res } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Frame } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { page } from '../../../http/answer.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import { AccessibilityPage, FeedbackPage, HelpPage, PrivacyPage } from './help.view.js';

/** The four pages the footer leads to. The same for everyone. */
@Pages()
export class HelpController {
  constructor(private readonly portal: Portal) {}

  @Get('a11y')
  accessibility(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, AccessibilityPage);
  }

  @Get('help')
  help(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, HelpPage);
  }

  @Get('privacy')
  privacy(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, PrivacyPage);
  }

  @Get('feedback')
  feedback(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.fixed(request, response, FeedbackPage);
  }

  private fixed(request: Request, response: Response, view: (props: { frame: Frame }) => VNode): Promise<void> {
    return this.portal.show(request, response, async (visit) =>
      page(view({ frame: visit.frame(await visit.viewer()) }), { shared: true }),
    );
  }
}

import { Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ApiError } from '../../../gql/api-error.js';
import { frameOnlyDocument, oidcFinishDocument, oidcStartDocument } from '../../../gql/generated.js';
import { type Answer, go, page } from '../../../http/answer.js';
import { localPath } from '../../../http/headers.js';
import { afterSignIn } from '../../../http/navigation.js';
import { Pages } from '../../../http/page.decorator.js';
import { Portal } from '../../../http/portal.service.js';
import type { Visit } from '../../../http/visit.js';
import { PlatformFailedPage } from './platform.view.js';

/** What can go wrong with it and has a page of its own: the other ways in stay open. */
const OWN_PAGE = new Set([
  'OIDC_OFF',
  'OIDC_INVALID',
  'OIDC_REFUSED',
  'OIDC_UNREACHABLE',
  'OIDC_UNKNOWN',
  'AUTH_FAILED',
  'TOTP_SETUP_REQUIRED',
  'API_SLOW',
]);
const MAX_ANSWER = 4_000;

/**
 * 平台登录: to the platform and back. Both are links, as the protocol has it: a form of ours may not lead to another site, and the way back
 * is the platform's. What begins here is bound to this browser by a cookie.
 */
@Pages()
export class PlatformController {
  constructor(private readonly portal: Portal) {}

  @Get('login/platform')
  start(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      this.orFailed(visit, async () => {
        const { oidcStart } = await visit.anonymous().ask(oidcStartDocument, {});
        const next = localPath(visit.query('next'), visit.query('next') ? '/' : '');
        this.portal.keep(response, request, 'platform', { state: oidcStart.state, next });
        return go(oidcStart.url);
      }),
    );
  }

  @Get('login/platform/back')
  finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.portal.show(request, response, (visit) =>
      this.orFailed(visit, async () => {
        const kept = this.portal.kept(request, 'platform');
        this.portal.keep(response, request, 'platform');
        const answer = request.originalUrl.split('?').slice(1).join('?');
        if (!kept || answer.length > MAX_ANSWER) throw new ApiError('OIDC_INVALID', '', {});
        const input = { state: kept.state, answer };
        const { oidcFinish } = await visit.anonymous().ask(oidcFinishDocument, { input });
        const { viewer } = await visit.as(oidcFinish.token).ask(frameOnlyDocument, {});
        this.portal.startSession(response, request, oidcFinish.token, viewer?.id);
        return go(this.portal.wayOn(request, afterSignIn(kept.next, viewer?.roles ?? []), viewer?.id));
      }),
    );
  }

  private async orFailed(visit: Visit, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || !OWN_PAGE.has(error.code)) throw error;
      const status = error.code === 'OIDC_UNREACHABLE' || error.code === 'API_SLOW' ? 503 : 403;
      return page(PlatformFailedPage({ frame: visit.frame(null), error }), { status });
    }
  }
}

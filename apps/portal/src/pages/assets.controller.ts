import { Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { encodingFor } from '../http/answer.js';
import { Pages } from '../http/page.decorator.js';
import { Portal } from '../http/portal.service.js';

/** Two leaves of pine on paper: the site's icon. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0B5750"/><path d="M8 23V11h6v12zM18 23V9h6v14z" fill="#F6F4EE"/></svg>';

/** Style sheet, script and icon. The first two carry a hash in their address and are kept for a year. */
@Pages()
export class AssetsController {
  constructor(private readonly portal: Portal) {}

  @Get('assets/:name')
  asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response): void {
    const { css, script } = this.portal.assets;
    const found = [css, script].find((asset) => asset?.path === `/assets/${name}`);
    if (found) {
      const encoding = encodingFor(request.headers['accept-encoding']);
      if (encoding !== 'identity') response.set('Content-Encoding', encoding);
      response
        .set({
          'Content-Type': found.contentType,
          'Cache-Control': 'public, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
        })
        .vary('Accept-Encoding')
        .end(encoding === 'br' ? found.brotli : encoding === 'gzip' ? found.gzip : found.body);
      return;
    }
    if (name === 'icon.svg') {
      response.set({ 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }).end(ICON);
      return;
    }
    response.status(404).set('Cache-Control', 'no-store').end();
  }
}

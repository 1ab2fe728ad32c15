import { Get, Inject, Res } from '@nestjs/common';
import { CONFIG, type Config } from '@tongxing/platform';
import type { Response } from 'express';
import { Pages } from '../http/page.decorator.js';

const WAIT_MS = 2_000;

/** For whoever watches a portal that runs on its own; behind one server with the api these addresses are the api's. */
@Pages()
export class HealthController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('healthz')
  alive(@Res() response: Response): void {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  }

  /** Ready when the api answers: without it there is nothing to show. */
  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const answers = await this.apiAnswers();
    response
      .status(answers ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: answers ? 'ok' : 'error', api: answers ? 'up' : 'down' });
  }

  private async apiAnswers(): Promise<boolean> {
    try {
      const url = `${this.config.apiUrl ?? `http://127.0.0.1:${this.config.port}`}/healthz`;
      return (await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) })).ok;
    } catch {
      return false;
    }
  }
}

import { Controller, Get, Inject, Res } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { Public } from '@tongxing/access';
import { ReadinessChecks } from '@tongxing/platform';
import type { Response } from 'express';

/** A check that does not answer by then counts as down. */
const CHECK_MS = 3_000;

@Controller()
export class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
    @Inject(ReadinessChecks) private readonly checks: ReadinessChecks,
  ) {}

  /** The process turns. Prints no values and asks nobody else, so that a database's trouble restarts no process. */
  @Get('healthz')
  @Public()
  alive(@Res() response: Response): void {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  }

  /** Requests may come: 200 `ok` or `degraded`, 503 `error` or `shutting_down`, each check by its name. */
  @Get('readyz')
  @Public()
  async ready(@Res() response: Response): Promise<void> {
    const attempts = this.checks.entries().map(
      ([name, check]) =>
        () =>
          this.ask(name, check),
    );
    const outcome = await this.health.check(attempts).then(
      (body) => ({ status: 200, body: body as unknown }),
      (error: { getResponse?: () => unknown }) => ({ status: 503, body: error.getResponse?.() ?? { status: 'error' } }),
    );
    response.status(outcome.status).set('Cache-Control', 'no-store').json(outcome.body);
  }

  private async ask(name: string, check: () => Promise<{ state: string; facts?: object }>) {
    const indicator = this.indicators.check(name);
    const { state, facts } = await within(CHECK_MS, check());
    if (state === 'up') return indicator.up({ ...facts });
    return state === 'late' ? indicator.degraded({ ...facts }) : indicator.down({ ...facts });
  }
}

/** The check's answer, or `down` with a code: never the message of a driver. */
async function within(ms: number, answer: Promise<{ state: string; facts?: object }>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ state: string; facts?: object }>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'down', facts: { code: 'TIMEOUT' } }), ms);
  });
  const failed = (error: { code?: string; name?: string }) => ({
    state: 'down',
    facts: { code: error.code ?? error.name ?? 'ERROR' },
  });
  try {
    return await Promise.race([answer.catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}

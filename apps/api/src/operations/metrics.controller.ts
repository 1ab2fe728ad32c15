import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Public } from '@tongxing/access';
import { Metrics } from '@tongxing/platform';
import type { Response } from 'express';

@Controller()
export class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  /** Counts and durations only: no label comes from a person or from a request's content. */
  @Get('metrics')
  @Public()
  async figures(@Res() response: Response): Promise<void> {
    const { registry } = this.metrics;
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  }
}

import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { HouseChecks } from './house-checks.js';
import { MetricsController } from './metrics.controller.js';

/** What whoever runs the system looks at: alive, ready, figures. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController, MetricsController],
  providers: [HouseChecks],
})
export class OperationsModule {}

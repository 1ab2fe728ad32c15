import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobService } from '@tongxing/jobs';
import { sendPayout, SendService, sweepPayouts } from './send.service.js';

/** Background work of benefits. */
@Injectable()
export class BenefitJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobService,
    private readonly sending: SendService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendPayout, ({ payoutId }) => this.sending.work(payoutId));
    this.jobs.handle(sweepPayouts, () => this.sending.sweep().then(() => undefined));
  }
}

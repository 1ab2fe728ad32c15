import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { LedgerCheckService } from './ledger-check.service.js';
import { askBank, sendPayout, SendService, sweepPayouts } from './send.service.js';

const AN_HOUR_MS = 60 * 60_000;
const verifyLedger = defineJob({ name: 'verify-ledger', attempts: 1, deadlineMs: AN_HOUR_MS });

/** Background work of benefits. Every night all money is counted again; what does not add up leaves a failed job and lines in the log. */
@Injectable()
export class BenefitJobs implements OnModuleInit {
  private readonly logger = new Logger('Ledger');

  constructor(
    private readonly jobs: JobService,
    private readonly sending: SendService,
    private readonly ledger: LedgerCheckService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendPayout, ({ payoutId }) => this.sending.work(payoutId));
    this.jobs.handle(askBank, ({ instructionId }) => this.sending.hear(instructionId));
    this.jobs.handle(sweepPayouts, () => this.sending.sweep().then(() => undefined));
    this.jobs.repeat(verifyLedger, NIGHTLY, async () => {
      const { problems } = await this.ledger.verify();
      for (const { invariant, subject } of problems)
        this.logger.error(`invariant ${invariant} does not hold for ${subject}`);
      if (problems.length > 0) throw Object.assign(new Error('the ledger is wrong'), { code: 'LEDGER_BROKEN' });
    });
  }
}

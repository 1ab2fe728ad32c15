import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobService } from '@tongxing/jobs';
import { Metrics } from '@tongxing/platform';
import { AnchorService } from './anchors.js';
import { AuditVerifier } from './verifier.js';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

const dropAnchors = defineJob({ name: 'drop-anchors' });
const verifyChains = defineJob({ name: 'verify-chains', attempts: 2, deadlineMs: HOUR_MS });

/** What keeps the chains honest without anybody asking: an anchor every hour, a look through all of them every night. */
@Injectable()
export class AuditJobs implements OnModuleInit {
  private readonly logger = new Logger('Audit');
  private faults = 0;

  constructor(
    private readonly jobs: JobService,
    private readonly anchors: AnchorService,
    private readonly verifier: AuditVerifier,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('audit_faulty_chains', 'Audit chains found broken by the last nightly look', [], () =>
      Promise.resolve([{ value: this.faults }]),
    );
    this.jobs.repeat(dropAnchors, HOUR_MS, async () => void (await this.anchors.drop()));
    this.jobs.repeat(verifyChains, DAY_MS, async () => {
      const { faults } = await this.verifier.verify();
      this.faults = faults.length;
      for (const { chain, seq, kind } of faults) this.logger.error(`audit chain ${chain} is broken at ${seq}: ${kind}`);
    });
  }
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { defineJob, HOURLY, JobService, NIGHTLY } from '@tongxing/jobs';
import { AccountDeskService } from '../account-desk.service.js';
import { AnchorService } from './anchors.js';
import { AuditVerifier } from './verifier.js';

const AN_HOUR_MS = 60 * 60_000;

const dropAnchors = defineJob({ name: 'drop-anchors' });
const verifyChains = defineJob({ name: 'verify-chains', attempts: 1, deadlineMs: AN_HOUR_MS });
const verifyAccounts = defineJob({ name: 'verify-accounts', attempts: 1 });

/**
 * What is looked at without anybody asking: an anchor every hour; every night the chains, and that administrators hold no other role.
 * What is wrong leaves a failed job, which the figures of every process show, and a line in the log.
 */
@Injectable()
export class AuditJobs implements OnModuleInit {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly jobs: JobService,
    private readonly anchors: AnchorService,
    private readonly verifier: AuditVerifier,
    private readonly accounts: AccountDeskService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(dropAnchors, HOURLY, async () => void (await this.anchors.drop()));
    this.jobs.repeat(verifyChains, NIGHTLY, async () => {
      const { faults } = await this.verifier.verify();
      for (const { chain, seq, kind } of faults) this.logger.error(`audit chain ${chain} is broken at ${seq}: ${kind}`);
      if (faults.length > 0) throw Object.assign(new Error('audit chains are broken'), { code: 'AUDIT_BROKEN' });
    });
    this.jobs.repeat(verifyAccounts, NIGHTLY, async () => {
      const mixed = await this.accounts.mixtures();
      for (const login of mixed) this.logger.error(`account ${login} mixes administration with another role`);
      if (mixed.length > 0) throw Object.assign(new Error('roles are mixed'), { code: 'ROLES_MIXED' });
    });
  }
}

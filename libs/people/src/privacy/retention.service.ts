import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { RevealService, SessionService, SetupService, SignInCodeService, SignInLocks } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { ImportService } from '@tongxing/imports';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { FeedbackService } from '@tongxing/notices';
import { ParameterService } from '@tongxing/parameters';
import { Clock, newId } from '@tongxing/platform';
import { type RetainedDays, retentionPeriod } from '@tongxing/rules';
import { EvidenceService } from '../papers/evidence.service.js';
import { PhoneChangeService } from '../phone/phone-change.service.js';
import { ErasureService } from './erasure.service.js';
import { LegalHoldService } from './legal-hold.service.js';
import { OwnCopyService } from './own-copy.service.js';
import { RetentionRun } from './privacy.entity.js';

const DAY_MS = 24 * 60 * 60_000;
const AN_HOUR_MS = 60 * 60_000;

const tidyUp = defineJob({ name: 'delete-what-is-over', attempts: 3, deadlineMs: AN_HOUR_MS });

/** What one run took away, by kind. */
export interface RetentionReport {
  gone: Readonly<Record<string, number>>;
  /** people under a legal hold */
  held: number;
}

/**
 * 到期清理: every night what has been kept long enough goes: ended sign-ins, codes, uploads that nobody committed, files for a person's own
 * use; and deletions whose grace is over. In small units of work: cut off, the next run goes on. Money records and applications are none
 * of its business.
 */
@Injectable()
export class RetentionService implements OnModuleInit {
  private readonly logger = new Logger('Retention');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobService,
    private readonly parameters: ParameterService,
    private readonly sessions: SessionService,
    private readonly codes: SignInCodeService,
    private readonly setups: SetupService,
    private readonly locks: SignInLocks,
    private readonly reveals: RevealService,
    private readonly imports: ImportService,
    private readonly copies: OwnCopyService,
    private readonly erasure: ErasureService,
    private readonly holds: LegalHoldService,
    private readonly evidence: EvidenceService,
    private readonly phoneChanges: PhoneChangeService,
    private readonly feedback: FeedbackService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(tidyUp, NIGHTLY, async () => {
      const { gone, held } = await this.run();
      this.logger.log({ gone, held });
    });
  }

  /** One run. Run again it finds nothing more. */
  async run(): Promise<RetentionReport> {
    const id = newId();
    const startedAt = this.clock.now();
    await this.unitOfWork.run(() =>
      this.unitOfWork.manager.insert(RetentionRun, { id, startedAt, finishedAt: null, gone: {}, held: 0 }),
    );
    const kept = await this.holds.held();
    const [sessions, codes] = [
      await this.before('SESSION', this.clock.wall()),
      await this.before('SIGN_IN_CODE', this.clock.wall()),
    ];
    const gone: Record<string, number> = {
      SESSION: await this.sessions.forget(sessions, kept.accounts),
      SIGN_IN_CODE: await this.forgetCodes(codes),
      UPLOAD: await this.forgetUploads(await this.before('UPLOAD', startedAt), kept.people),
      FEEDBACK: await this.feedback.forget(await this.before('FEEDBACK', startedAt), kept.accounts),
      EXPORT: await this.copies.forgetFiles(),
      DELETION_GRACE: await this.erasure.executeDue(),
      REVEAL: await this.reveals.forget(await this.before('REVEAL', this.clock.wall()), kept),
    };
    // What signing in leaves besides; it is nobody's record, so nobody is told how much.
    await this.setups.forget(sessions);
    await this.locks.forget(codes);
    const held = kept.people.length;
    await this.unitOfWork.run(() =>
      this.unitOfWork.manager.update(RetentionRun, { id }, { finishedAt: this.clock.now(), gone, held }),
    );
    return { gone, held };
  }

  /** The newest run; null before the first. */
  async last(): Promise<RetentionRun | null> {
    const [run] = await this.unitOfWork.manager.find(RetentionRun, { order: { startedAt: 'DESC' }, take: 1 });
    return run ?? null;
  }

  private async forgetCodes(before: Date): Promise<number> {
    return (await this.codes.forget(before)) + (await this.phoneChanges.forget(before));
  }

  private async forgetUploads(before: Date, heldPeople: readonly string[]): Promise<number> {
    return (await this.imports.forget(before)) + (await this.evidence.forget(before, heldPeople));
  }

  private async before(days: RetainedDays, now: Date): Promise<Date> {
    const { length } = retentionPeriod(await this.parameters.rows(), { days }, this.clock.today());
    return new Date(now.getTime() - length * DAY_MS);
  }
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { RevealService, SessionService, SetupService, SignInCodeService, SignInLocks } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { ImportService } from '@tongxing/imports';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { ParameterService } from '@tongxing/parameters';
import { Clock, newId } from '@tongxing/platform';
import { type RetainedDays, retentionPeriod } from '@tongxing/rules';
import { DataDesk } from './data-desk.service.js';
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
    private readonly desk: DataDesk,
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
    const kept = await this.desk.held();
    const [sessions, codes] = [
      await this.before('SESSION', this.clock.wall()),
      await this.before('SIGN_IN_CODE', this.clock.wall()),
    ];
    const gone: Record<string, number> = {
      SESSION: await this.sessions.forget(sessions, kept.accounts),
      SIGN_IN_CODE: await this.codes.forget(codes),
      UPLOAD: await this.imports.forget(await this.before('UPLOAD', startedAt)),
      EXPORT: await this.desk.forgetFiles(),
      DELETION_GRACE: await this.desk.executeDue(),
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

  private async before(days: RetainedDays, now: Date): Promise<Date> {
    const { length } = retentionPeriod(await this.parameters.rows(), { days }, this.clock.today());
    return new Date(now.getTime() - length * DAY_MS);
  }
}

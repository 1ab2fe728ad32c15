import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { BlindIndexes, SealedPlaces, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider } from '@tongxing/platform';
import { defineJob, type JobContext } from './definition.js';
import { JobService } from './job.service.js';

/** A piece of work must be short: a process that stops waits for its running jobs. */
const PIECE_MS = 20_000;
const UNIQUE_NAME = 'reseal-values';

/** Seals values anew with the key in use, and indexes rows under a new blind-index key, a piece at a time. */
export const resealValues = defineJob<object>({ name: 'reseal-values', attempts: 5, concurrency: 1 });

/** The background half of a rotation: where the command that began it was stopped, a worker ends it. */
@Injectable()
export class ResealJobs implements OnModuleInit {
  constructor(
    @Inject(JobService) private readonly jobs: JobService,
    @Inject(SealedPlaces) private readonly places: SealedPlaces,
    @Inject(BlindIndexes) private readonly indexes: BlindIndexes,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(resealValues, (_, context) => this.piece(context));
  }

  /** At the start of a process that runs jobs: while the ring holds more than one key there may be something to do. */
  async goOn(): Promise<void> {
    const kids = new Set(this.crypto.readable().map((beginning) => beginning.split('.')[2]));
    if (kids.size > 1 || this.crypto.blindKids().length > 1) await this.begin(0);
  }

  /** @param afterMs when the job may start; one that waits already stays as it is */
  async begin(afterMs: number): Promise<void> {
    const runAt = new Date(this.clock.now().getTime() + afterMs);
    await this.unitOfWork.run(() => this.jobs.enqueue(resealValues, {}, { runAt, uniqueName: UNIQUE_NAME }));
  }

  private async piece({ signal }: JobContext): Promise<void> {
    const end = performance.now() + PIECE_MS;
    const stop = () => signal.aborted || performance.now() > end;
    const complete = (await this.places.reseal({ stop })).complete && (await this.indexes.fill({ stop })).complete;
    // Without the unique name: this job still holds it.
    if (!complete) await this.unitOfWork.run(() => this.jobs.enqueue(resealValues, {}));
  }
}

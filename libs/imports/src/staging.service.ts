import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider } from '@tongxing/platform';
import { In } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { breathe } from './breath.js';
import { checkRows, FileChecker, fileProblem, refusedTemplate, sheetWarnings, wantedColumns } from './check.js';
import { JobContext } from './context.js';
import type { Encoding } from './file/encoding.js';
import { FileRefusal } from './file/refusal.js';
import type { SheetHead } from './file/sheet.js';
import { type OpenedSheet, readSheet } from './file/sheet-reader.js';
import { dropFile, loadFile } from './file-store.js';
import { ImportJob, ImportRowEntity, type ImportState } from './import-job.entity.js';
import { cellSetting } from './import.settings.js';
import { columnsOf, countsOf, scopeOf } from './job-rows.js';
import type { ImportKind } from './kind.js';
import { ImportKinds } from './kinds.js';
import { Tally } from './result.js';
import { earlierImport, seenProblem } from './seen.js';
import { stagedRow } from './staging.js';

const OPEN: ImportState[] = ['RECEIVED', 'SCANNING', 'READING'];

/** Another run has taken the job up, or the user has thrown it away: this run stops and leaves everything as it is. */
class TakenOver extends Error {}

/**
 * Reads an uploaded file into staged rows: RECEIVED → SCANNING → READING → CHECKED or FAILED. Runs as a job; a second run starts afresh and
 * takes the job over: the first one's writes are refused from then on.
 */
@Injectable()
export class StagingService {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
  ) {}

  /** @param signal stops between two batches; the next run starts afresh */
  async check(jobId: string, signal?: AbortSignal): Promise<void> {
    const job = await this.begin(jobId);
    if (job === null) return;
    try {
      await this.checkOwned(job, signal);
    } catch (error) {
      if (!(error instanceof TakenOver)) throw error;
    }
  }

  private async checkOwned(job: ImportJob, signal: AbortSignal | undefined): Promise<void> {
    const kind = this.kinds.get(job.kind);
    const tally = new Tally();
    const earlier = await earlierImport(this.unitOfWork.manager, job.kind, job.sha256, scopeOf(job));
    if (earlier !== null) tally.addProblem(seenProblem(earlier));
    let sheet: OpenedSheet | undefined;
    try {
      const content = await loadFile(this.unitOfWork.manager, this.crypto, job.id);
      sheet = await readSheet({
        source: { content },
        columns: wantedColumns(kind),
        ...(job.encoding === null ? {} : { encoding: job.encoding as Encoding }),
      });
      const old = refusedTemplate(kind, sheet.head);
      if (old !== undefined) throw new FileRefusal([old]);
      for (const warning of sheetWarnings(sheet.head)) tally.addProblem(warning);
      await this.note(job, sheet.head);
      await this.stage(job, kind, sheet, tally, signal);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      for (const reason of error.reasons) tally.addProblem(fileProblem(reason));
      await this.end(job, tally, 'FAILED');
      return;
    } finally {
      await sheet?.close();
    }
    await this.end(job, tally, 'CHECKED');
  }

  /** Takes the job up, or again after a stop: what an earlier run staged goes. */
  private begin(jobId: string): Promise<ImportJob | null> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      // First in the unit: whoever raises the epoch owns the job, and reads the epoch that is its own.
      const mine = await guardedUpdate(
        manager,
        ImportJob,
        { id: jobId, state: In(OPEN) },
        { state: 'SCANNING', epoch: () => 'epoch + 1' },
      );
      if (!mine) return null;
      await manager.delete(ImportRowEntity, { jobId });
      return manager.findOneBy(ImportJob, { id: jobId });
    });
  }

  /** Changes the job row as its owner. Inside a unit of work. @throws TakenOver */
  private async change(job: ImportJob, set: QueryDeepPartialEntity<ImportJob>): Promise<void> {
    const { id, epoch } = job;
    const mine = await guardedUpdate(this.unitOfWork.manager, ImportJob, { id, epoch, state: In(OPEN) }, set);
    if (!mine) throw new TakenOver();
  }

  private async note(job: ImportJob, head: SheetHead): Promise<void> {
    await this.unitOfWork.run(() =>
      this.change(job, {
        state: 'READING',
        format: head.format,
        encoding: head.encoding ?? null,
        ...columnsOf(head),
      }),
    );
  }

  private async stage(
    job: ImportJob,
    kind: ImportKind,
    sheet: OpenedSheet,
    tally: Tally,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const today = this.clock.today();
    const scope = scopeOf(job);
    const checker = new FileChecker(kind, sheet.head.present, cellSetting(this.divisions, today, scope.divisionScope));
    const context = new JobContext(this.clock.now(), today, scope);
    for await (const batch of sheet.batches) {
      const rows = checker.read(batch);
      await checkRows(kind, rows, context);
      const staged = rows.map((row, index) =>
        stagedRow(this.crypto, kind, job.id, row, batch.rows[index] as (string | undefined)[]),
      );
      for (const row of rows) tally.add(row);
      await this.unitOfWork.run(async () => {
        await this.change(job, { rowCount: tally.rows });
        await insertRows(this.unitOfWork.manager, ImportRowEntity, staged);
      });
      await breathe();
      signal?.throwIfAborted();
    }
  }

  private async end(job: ImportJob, tally: Tally, state: 'CHECKED' | 'FAILED'): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await this.change(job, {
        ...countsOf(tally),
        state,
        codes: Object.fromEntries(tally.codes),
        fileProblems: tally.problems.filter((problem) => problem.row === null),
        ...(state === 'FAILED' ? { finishedAt: this.clock.now() } : {}),
      });
      await dropFile(manager, job.id);
      if (state === 'FAILED') await manager.delete(ImportRowEntity, { jobId: job.id });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider } from '@tongxing/platform';
import { In } from 'typeorm';
import { breathe } from './breath.js';
import { checkRows, FileChecker, fileProblem, refusedTemplate, wantedColumns } from './check.js';
import { JobContext } from './context.js';
import type { Encoding } from './file/encoding.js';
import { FileRefusal } from './file/refusal.js';
import type { SheetHead } from './file/sheet.js';
import { type OpenedSheet, readSheet } from './file/sheet-reader.js';
import { dropFile, loadFile } from './file-store.js';
import { ImportJob, ImportRowEntity } from './import-job.entity.js';
import { cellSetting } from './import.settings.js';
import { countsOf, scopeOf } from './job-rows.js';
import type { ImportKind } from './kind.js';
import { ImportKinds } from './kinds.js';
import { Tally } from './result.js';
import { earlierImport, seenProblem } from './seen.js';
import { stagedRow } from './staging.js';

/** Reads an uploaded file into staged rows: RECEIVED → SCANNING → READING → CHECKED or FAILED. Runs as a job; a second run starts afresh. */
@Injectable()
export class StagingService {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
  ) {}

  async check(jobId: string): Promise<void> {
    const job = await this.begin(jobId);
    if (job === null) return;
    const kind = this.kinds.get(job.kind);
    const tally = new Tally();
    const earlier = await earlierImport(this.unitOfWork.manager, job.kind, job.sha256, scopeOf(job));
    if (earlier !== null) tally.addProblem(seenProblem(earlier));
    let sheet: OpenedSheet | undefined;
    try {
      const content = await loadFile(this.unitOfWork.manager, this.crypto, jobId);
      sheet = await readSheet({
        source: { content },
        columns: wantedColumns(kind),
        ...(job.encoding === null ? {} : { encoding: job.encoding as Encoding }),
      });
      const old = refusedTemplate(kind, sheet.head);
      if (old !== undefined) throw new FileRefusal([old]);
      await this.note(jobId, sheet.head);
      await this.stage(job, kind, sheet, tally);
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      for (const reason of error.reasons) tally.addProblem(fileProblem(reason));
      await this.end(jobId, tally, 'FAILED');
      return;
    } finally {
      await sheet?.close();
    }
    await this.end(jobId, tally, 'CHECKED');
  }

  /** Takes the job up, or again after a stop: what an earlier run staged goes. */
  private begin(jobId: string): Promise<ImportJob | null> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const job = await manager.findOneBy(ImportJob, { id: jobId });
      if (job === null || !['RECEIVED', 'SCANNING', 'READING'].includes(job.state)) return null;
      await manager.delete(ImportRowEntity, { jobId });
      await manager.update(ImportJob, { id: jobId }, { state: 'SCANNING' });
      return job;
    });
  }

  private async note(jobId: string, head: SheetHead): Promise<void> {
    await this.unitOfWork.run(() =>
      guardedUpdate(
        this.unitOfWork.manager,
        ImportJob,
        { id: jobId, state: 'SCANNING' },
        {
          state: 'READING',
          format: head.format,
          encoding: head.encoding ?? null,
          presentColumns: head.present,
          unknownColumns: head.unknown,
        },
      ),
    );
  }

  private async stage(job: ImportJob, kind: ImportKind, sheet: OpenedSheet, tally: Tally): Promise<void> {
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
      await this.unitOfWork.run(() => insertRows(this.unitOfWork.manager, ImportRowEntity, staged));
      for (const row of rows) tally.add(row);
      await breathe();
    }
  }

  private async end(jobId: string, tally: Tally, state: 'CHECKED' | 'FAILED'): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await guardedUpdate(
        manager,
        ImportJob,
        { id: jobId, state: In(['SCANNING', 'READING']) },
        {
          ...countsOf(tally),
          state,
          codes: Object.fromEntries(tally.codes),
          fileProblems: tally.problems.filter((problem) => problem.row === null),
          ...(state === 'FAILED' ? { finishedAt: this.clock.now() } : {}),
        },
      );
      await dropFile(manager, jobId);
      if (state === 'FAILED') await manager.delete(ImportRowEntity, { jobId });
    });
  }
}

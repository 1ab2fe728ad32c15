import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit } from '@tongxing/access';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider } from '@tongxing/platform';
import { In, MoreThan } from 'typeorm';
import { breathe } from './breath.js';
import { checkRows, toWrite } from './check.js';
import { JobContext } from './context.js';
import { ImportJob, ImportRowEntity } from './import-job.entity.js';
import { cellSetting } from './import.settings.js';
import { scopeOf } from './job-rows.js';
import type { ImportKind } from './kind.js';
import { ImportKinds } from './kinds.js';
import { CHUNK_ROWS } from './limits.js';
import { type CheckedRow, RowReader } from './rows.js';
import { checkedColumns, openCells } from './staging.js';

/** Writes the good rows of a checked import: COMMITTING → COMMITTED, chunk by chunk. Runs as a job; after a stop it goes on behind the last chunk. */
@Injectable()
export class CommitService {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
  ) {}

  /** @param signal stops between two chunks; the next run goes on from there */
  async commit(jobId: string, signal?: AbortSignal): Promise<void> {
    const job = await this.unitOfWork.manager.findOneBy(ImportJob, { id: jobId });
    if (job === null || job.state !== 'COMMITTING') return;
    const kind = this.kinds.get(job.kind);
    const today = this.clock.today();
    const context = new JobContext(this.clock.now(), today, scopeOf(job));
    const setting = cellSetting(this.divisions, today, job.divisionScope);
    const reader = new RowReader(kind.columns, job.presentColumns, setting);
    let through = job.committedThrough;
    for (;;) {
      const staged = await this.unitOfWork.manager.find(ImportRowEntity, {
        where: { jobId, state: 'GOOD', rowNumber: MoreThan(through) },
        order: { rowNumber: 'ASC' },
        take: CHUNK_ROWS,
      });
      const last = staged.at(-1);
      if (last === undefined) break;
      const rows = staged.map((row) => reader.read(row.rowNumber, openCells(this.crypto, row)));
      const mine = await this.commitChunk(job, kind, context, staged, rows, through);
      // Another runner has passed this point: it goes on, this one stops.
      if (!mine) return;
      through = last.rowNumber;
      await breathe();
      signal?.throwIfAborted();
    }
    await this.finish(job, kind, context);
  }

  private commitChunk(
    job: ImportJob,
    kind: ImportKind,
    context: JobContext,
    staged: readonly ImportRowEntity[],
    rows: readonly CheckedRow[],
    through: number,
  ): Promise<boolean> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const last = staged.at(-1) as ImportRowEntity;
      const mine = await guardedUpdate(
        manager,
        ImportJob,
        { id: job.id, state: 'COMMITTING', committedThrough: through },
        {
          committedThrough: last.rowNumber,
        },
      );
      if (!mine) return false;
      // The tables may have changed since the rows were staged.
      await checkRows(kind, rows, context);
      const writing = toWrite(rows);
      if (writing.length > 0) await kind.commit(writing, context);
      const good = staged.filter((_, index) => rows[index]?.wrong === false);
      if (good.length > 0) {
        await manager.update(ImportRowEntity, { id: In(good.map((row) => row.id)) }, { state: 'COMMITTED' });
      }
      for (const [index, row] of rows.entries()) {
        if (row.wrong) await manager.update(ImportRowEntity, { id: staged[index]?.id as string }, checkedColumns(row));
      }
      const spoilt = rows.length - good.length;
      await manager.update(
        ImportJob,
        { id: job.id },
        {
          committedCount: () => `committedCount + ${good.length}`,
          ...(spoilt > 0 ? { wrongCount: () => `wrongCount + ${spoilt}` } : {}),
        },
      );
      return true;
    });
  }

  private async finish(job: ImportJob, kind: ImportKind, context: JobContext): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await kind.finish?.(context);
      const done = await guardedUpdate(
        manager,
        ImportJob,
        { id: job.id, state: 'COMMITTING' },
        {
          state: 'COMMITTED',
          finishedAt: this.clock.now(),
        },
      );
      // What was written stands in its own tables; a second copy of personal data serves nobody. Wrong rows stay, for the workbook.
      if (!done) return;
      await manager.delete(ImportRowEntity, { jobId: job.id, state: 'COMMITTED' });
      noteAudit(this.unitOfWork, {
        action: kind.action,
        target: 'import-job',
        id: job.id,
        divisionCode: job.divisionScope.padEnd(12, '0'),
        actorId: job.accountId,
        after: { kind: job.kind, sha256: job.sha256, through: job.rowCount },
      });
    });
  }
}

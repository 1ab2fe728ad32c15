import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, DomainError } from '@tongxing/platform';
import { breathe } from './breath.js';
import {
  checkRows,
  FileChecker,
  fileProblem,
  refusedTemplate,
  sheetWarnings,
  toWrite,
  wantedColumns,
} from './check.js';
import { EVERYWHERE, type ImportScope, JobContext } from './context.js';
import { type Encoding, isEncoding } from './file/encoding.js';
import { FileRefusal } from './file/refusal.js';
import type { RowBatch } from './file/sheet.js';
import { type OpenedSheet, readSheet } from './file/sheet-reader.js';
import { ImportJob, type ImportState } from './import-job.entity.js';
import { cellSetting } from './import.settings.js';
import { columnsOf, countsOf, newJob, shownFileName } from './job-rows.js';
import { ImportKinds } from './kinds.js';
import type { ImportKind } from './kind.js';
import { CHUNK_ROWS, MAX_FILE_BYTES } from './limits.js';
import { earlierImport, seenProblem } from './seen.js';
import { type ImportResult, Tally } from './result.js';
import type { CheckedRow } from './rows.js';

/** Where a long import stands. */
export interface ImportProgress {
  rows: number;
  committed: number;
}

export interface ImportFileOptions {
  /** check only, write nothing */
  dryRun?: boolean;
  /** `GOOD` (default): rows without errors are committed; `ALL`: the whole file or nothing */
  mode?: 'GOOD' | 'ALL';
  /** of a CSV file; absent: detected */
  encoding?: string;
  scope?: ImportScope;
  onProgress?: (progress: ImportProgress) => void;
}

/** What an import from a file gives: the public result, and what only a person at the terminal needs. */
export interface ImportFileReport {
  result: ImportResult;
  /** absent on a dry run */
  jobId?: string;
  encoding?: string;
  unknownColumns: string[];
  /** problems found but not listed */
  leftOff: number;
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    throw new DomainError('NOT_FOUND', '没有找到这个文件。', { field: 'file', hint: '请检查路径和文件名。' });
  }
}

/** Whole chunks out of the parser's batches. */
async function* chunksOf(batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch> {
  let chunk: RowBatch = { numbers: [], rows: [] };
  for await (const batch of batches) {
    chunk.numbers.push(...batch.numbers);
    chunk.rows.push(...batch.rows);
    if (chunk.rows.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = { numbers: [], rows: [] };
  }
  if (chunk.rows.length > 0) yield chunk;
}

/**
 * Brings in a file from the command line: checked and committed chunk by chunk in one pass, without staging. The parser has read the file to
 * its end before the first chunk is written, so that nothing stands of a file that is refused as a whole. Each chunk is one unit of work and
 * kinds write by natural key, so that after a stop the same command goes on where it ended.
 */
@Injectable()
export class DirectImportService {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /**
   * @throws DomainError NOT_FOUND for an unknown kind or file, VALIDATION for an unknown encoding, STATE_CONFLICT for a kind that its feature
   * takes whole; what is wrong in the file stands in the result
   */
  async importFile(kindName: string, path: string, options: ImportFileOptions = {}): Promise<ImportFileReport> {
    const kind = this.kinds.get(kindName);
    if (kind.takenBy !== undefined)
      throw new DomainError('STATE_CONFLICT', `「${kind.title}」不能用这个命令导入。`, {
        field: 'kind',
        hint: `它整份记入：请在网页上它自己的页面上传，再确认记入（接口操作 ${kind.takenBy}）。`,
      });
    if (options.encoding !== undefined && !isEncoding(options.encoding))
      throw new DomainError('VALIDATION', '不认识这种文字编码。', {
        field: 'encoding',
        hint: '可填 UTF-8、GBK、GB18030。',
      });
    const bytes = await fileSize(path);
    if (options.dryRun !== true && options.mode === 'ALL') {
      const checked = await this.run(kind, path, bytes, { ...options, dryRun: true });
      if (
        checked.result.wrong > 0 ||
        checked.result.problems.some((problem) => problem.row === null && problem.severity === 'error')
      )
        return checked;
    }
    return this.run(kind, path, bytes, options);
  }

  private async run(
    kind: ImportKind,
    path: string,
    bytes: number,
    options: ImportFileOptions,
  ): Promise<ImportFileReport> {
    const scope = options.scope ?? EVERYWHERE;
    const tally = new Tally();
    const sha256 = bytes <= MAX_FILE_BYTES ? await sha256OfFile(path) : '';
    const earlier = sha256 === '' ? null : await earlierImport(this.unitOfWork.manager, kind.kind, sha256, scope);
    if (earlier !== null) tally.addProblem(seenProblem(earlier));

    let sheet: OpenedSheet | undefined;
    let jobId: string | undefined;
    try {
      sheet = await readSheet({
        source: { path },
        columns: wantedColumns(kind),
        wholeFirst: options.dryRun !== true,
        ...(options.encoding === undefined ? {} : { encoding: options.encoding as Encoding }),
      });
      const old = refusedTemplate(kind, sheet.head);
      if (old !== undefined) throw new FileRefusal([old]);
      for (const warning of sheetWarnings(sheet.head)) tally.addProblem(warning);
      if (options.dryRun !== true) jobId = await this.begin(kind, path, bytes, sha256, scope, sheet);
      await this.pass(kind, sheet, scope, tally, jobId, options.onProgress);
    } catch (error) {
      if (!(error instanceof FileRefusal)) {
        if (jobId !== undefined) await this.end(jobId, tally, 'FAILED');
        throw error;
      }
      for (const reason of error.reasons) tally.addProblem(fileProblem(reason));
      if (jobId !== undefined) await this.end(jobId, tally, 'FAILED');
      return this.report(kind, tally, false, sheet);
    } finally {
      await sheet?.close();
    }
    if (jobId !== undefined) await this.end(jobId, tally, 'COMMITTED');
    return { ...this.report(kind, tally, jobId !== undefined, sheet), ...(jobId === undefined ? {} : { jobId }) };
  }

  private report(kind: ImportKind, tally: Tally, committed: boolean, sheet: OpenedSheet | undefined): ImportFileReport {
    return {
      result: tally.result(kind.kind, committed),
      ...(sheet?.head.encoding === undefined ? {} : { encoding: sheet.head.encoding }),
      unknownColumns: sheet === undefined ? [] : columnsOf(sheet.head).unknownColumns,
      leftOff: tally.leftOff,
    };
  }

  private async pass(
    kind: ImportKind,
    sheet: OpenedSheet,
    scope: ImportScope,
    tally: Tally,
    jobId: string | undefined,
    onProgress: ImportFileOptions['onProgress'],
  ): Promise<void> {
    const today = this.clock.today();
    const checker = new FileChecker(kind, sheet.head.present, cellSetting(this.divisions, today, scope.divisionScope));
    const context = new JobContext(this.clock.now(), today, scope);
    let committed = 0;
    for await (const chunk of chunksOf(sheet.batches)) {
      const rows = checker.read(chunk);
      if (jobId === undefined) {
        await checkRows(kind, rows, context);
        for (const row of rows) tally.add(row);
      } else committed = await this.commitChunk(kind, rows, context, tally, jobId, committed);
      onProgress?.({ rows: tally.rows, committed });
      await breathe();
    }
    if (jobId !== undefined && kind.finish !== undefined) {
      const { finish } = kind;
      await this.unitOfWork.run(() => finish.call(kind, context));
    }
  }

  /** One chunk with the counts that go with it, in one unit of work. @returns rows committed so far */
  private async commitChunk(
    kind: ImportKind,
    rows: readonly CheckedRow[],
    context: JobContext,
    tally: Tally,
    jobId: string,
    committedBefore: number,
  ): Promise<number> {
    const { found, committed } = await this.unitOfWork.run(async () => {
      await checkRows(kind, rows, context);
      const writing = toWrite(rows);
      if (writing.length > 0) await kind.commit(writing, context);
      // Counted anew when the unit is tried again: the checks may then find other things.
      const chunk = new Tally();
      for (const row of rows) chunk.add(row);
      const sum = committedBefore + writing.length;
      await this.note(jobId, tally, chunk, sum, rows.at(-1)?.number ?? 0);
      return { found: chunk, committed: sum };
    });
    tally.merge(found);
    return committed;
  }

  private async begin(
    kind: ImportKind,
    path: string,
    bytes: number,
    sha256: string,
    scope: ImportScope,
    sheet: OpenedSheet,
  ): Promise<string> {
    const file = { kind: kind.kind, fileName: shownFileName(path), sha256, fileBytes: bytes };
    const job = newJob(
      { ...file, encoding: sheet.head.encoding ?? null, state: 'COMMITTING' },
      scope,
      this.clock.now(),
    );
    await this.unitOfWork.run(() =>
      insertRows(this.unitOfWork.manager, ImportJob, [{ ...job, format: sheet.head.format, ...columnsOf(sheet.head) }]),
    );
    return job.id;
  }

  private async note(
    jobId: string,
    before: Tally,
    chunk: Tally,
    committedCount: number,
    committedThrough: number,
  ): Promise<void> {
    const counts = countsOf(before);
    for (const [name, count] of Object.entries(countsOf(chunk)) as [keyof typeof counts, number][])
      counts[name] += count;
    await guardedUpdate(
      this.unitOfWork.manager,
      ImportJob,
      { id: jobId, state: 'COMMITTING' },
      { ...counts, committedCount, committedThrough },
    );
  }

  private async end(jobId: string, tally: Tally, state: ImportState): Promise<void> {
    await this.unitOfWork.run(async () => {
      await guardedUpdate(
        this.unitOfWork.manager,
        ImportJob,
        { id: jobId, state: 'COMMITTING' },
        {
          ...countsOf(tally),
          state,
          codes: Object.fromEntries(tally.codes),
          fileProblems: tally.problems.filter((problem) => problem.row === null),
          finishedAt: this.clock.now(),
        },
      );
    });
  }
}

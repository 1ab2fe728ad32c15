import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { JobService } from '@tongxing/jobs';
import { Clock, CryptoProvider, DomainError, notFound, sha256Hex } from '@tongxing/platform';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { breathe } from './breath.js';
import { isFormula } from './cells.js';
import { checkRows, reportDuplicate } from './check.js';
import { type ImportScope, JobContext } from './context.js';
import { type Encoding, isBlankContent, isEncoding } from './file/encoding.js';
import { dropFile, storeFile } from './file-store.js';
import { ImportJob, ImportRowEntity } from './import-job.entity.js';
import { cellSetting } from './import.settings.js';
import { checkImport, commitImport } from './imports.jobs.js';
import { newJob, scopeOf, shownFileName } from './job-rows.js';
import { ImportKinds } from './kinds.js';
import type { ImportKind } from './kind.js';
import { MAX_FILE_BYTES } from './limits.js';
import { maskCell } from './masking.js';
import { isFileCode, type Problem, type ProblemCode, wordsOf } from './problems.js';
import { isCut } from './row-text.js';
import { RowReader } from './rows.js';
import { blindKey, blindKeys, checkedColumns, openCells, sealCells } from './staging.js';

export interface UploadedFile {
  fileName: string;
  content: Buffer;
  /** chosen by the user; absent: detected */
  encoding?: string;
}

/** A problem with what stands in its cell, masked. */
export interface ShownProblem extends Problem {
  typed: string | null;
}

/** A staged row as its uploader mends it: texts in clear, they typed them; the columns of the file alone, others cannot be mended. */
export interface ShownRow {
  row: number;
  state: ImportRowEntity['state'];
  version: number;
  cells: { key: string; header: string; value: string }[];
  problems: ShownProblem[];
}

/** A formula, or the beginning of a text that was too long, is not shown for mending: its value is to be typed. */
/** Neither committed nor thrown away; a commit that runs is left alone. */
const UNFINISHED = ['RECEIVED', 'SCANNING', 'READING', 'CHECKED'] as const;
const FORGOTTEN_AT_ONCE = 20;

const shownText = (text: string | undefined): string =>
  text === undefined || isFormula(text) || isCut(text) ? '' : text;

const rowWords = (number: number): string => `第 ${number} 行`;

/** Who typed it, or works for the employer whose file it is. */
const isOwn = (viewer: SignedIn, job: ImportJob): boolean =>
  job.accountId === viewer.id || Boolean(job.employerId && job.employerId === viewer.employerId);

const jobNotFound = (): DomainError => notFound('这次导入');

/** Imports as their uploader sees them: receive, look, mend, commit, discard. The reading and writing run as jobs. */
@Injectable()
export class ImportService {
  constructor(
    readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly divisions: Divisions,
    private readonly jobs: JobService,
  ) {}

  /** @throws DomainError NOT_FOUND for an unknown kind, FORBIDDEN, FILE_TOO_LARGE, VALIDATION for an unknown encoding */
  async receive(viewer: SignedIn, kindName: string, file: UploadedFile): Promise<ImportJob> {
    const kind = this.allowedKind(viewer, kindName);
    if (file.content.length > MAX_FILE_BYTES) throw fileError('FILE_TOO_LARGE');
    if (isBlankContent(file.content)) throw fileError('FILE_EMPTY');
    if (file.encoding !== undefined && !isEncoding(file.encoding))
      throw new DomainError('VALIDATION', '不认识这种文字编码。', {
        field: 'encoding',
        hint: '可选 UTF-8、GBK、GB18030。',
      });
    const job = newJob(
      {
        kind: kind.kind,
        fileName: shownFileName(file.fileName),
        sha256: sha256Hex(file.content),
        fileBytes: file.content.length,
        encoding: (file.encoding as Encoding | undefined) ?? null,
        state: 'RECEIVED',
      },
      viewerScope(viewer),
      this.clock.now(),
    );
    await this.unitOfWork.run(async () => {
      await insertRows(this.unitOfWork.manager, ImportJob, [job]);
      await storeFile(this.unitOfWork.manager, this.crypto, job.id, file.content);
      await this.jobs.enqueue(checkImport, { importId: job.id }, { uniqueName: `check-import ${job.id}` });
    });
    return this.job(viewer, job.id);
  }

  /** @throws DomainError NOT_FOUND, also for one of another region or employer */
  async job(viewer: SignedIn, id: string): Promise<ImportJob> {
    const job = await this.unitOfWork.manager.findOneBy(ImportJob, { id });
    if (job === null || !this.mayTouch(viewer, job)) throw jobNotFound();
    return job;
  }

  /**
   * An import whose rows the viewer may see as they were typed: the own upload, one of the own employer, or one that an officer's region covers.
   *
   * @throws DomainError NOT_FOUND, also where only the masked problems may be seen
   */
  async jobInClear(viewer: SignedIn, id: string): Promise<ImportJob> {
    const job = await this.job(viewer, id);
    if (!isOwn(viewer, job) && !Policy.can(viewer, 'import.rowsOfOthers')) throw jobNotFound();
    return job;
  }

  /** {@link jobInClear} for who takes all of its rows away at once. */
  async wholeInClear(viewer: SignedIn, id: string): Promise<ImportJob> {
    const job = await this.jobInClear(viewer, id);
    await this.unitOfWork.run(async () => this.noteLook(viewer, job, '整份表格'));
    return job;
  }

  /** One entry a page of somebody else's upload, before its values leave: whose import and which row, nothing of what stands in it. */
  private noteLook(viewer: SignedIn, job: ImportJob, what: string): void {
    if (isOwn(viewer, job)) return;
    const divisionCode = (job.divisionScope || Policy.divisionScope(viewer)).padEnd(12, '0');
    noteAudit(this.unitOfWork, {
      action: 'import.rowsOfOthers',
      target: 'import-job',
      id: job.id,
      divisionCode,
      reason: what,
    });
  }

  /** Problems of the file, then of its rows in their order; rows after `afterRow`, at most `first` problems (the last row's are not cut). */
  async problems(job: ImportJob, first: number, afterRow: number): Promise<ShownProblem[]> {
    const shown: ShownProblem[] = afterRow > 0 ? [] : job.fileProblems.map((problem) => ({ ...problem, typed: null }));
    const kind = this.kinds.get(job.kind);
    const rows = await this.rowsWithProblems(job.id, first, afterRow);
    for (const row of rows) {
      if (shown.length >= first) break;
      shown.push(...this.shownProblems(kind, row));
    }
    return shown;
  }

  /** @throws DomainError NOT_FOUND */
  async row(viewer: SignedIn, jobId: string, number: number): Promise<ShownRow> {
    const job = await this.jobInClear(viewer, jobId);
    const row = await this.stagedRow(jobId, number);
    await this.unitOfWork.run(async () => this.noteLook(viewer, job, rowWords(number)));
    return this.shownRow(job, row);
  }

  /**
   * Changes cells of a staged row and checks it again.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT once the import is no longer CHECKED, or for a kind that is taken as it came;
   * VERSION_CONFLICT; VALIDATION for an unknown column
   */
  async fixRow(
    viewer: SignedIn,
    jobId: string,
    number: number,
    version: number,
    cells: readonly { key: string; value: string }[],
  ): Promise<ShownRow> {
    const job = await this.jobInClear(viewer, jobId);
    const kind = this.kinds.get(job.kind);
    // Taken by the SHA-256 of its bytes: a changed cell would no longer be what those bytes say.
    if (kind.takenBy !== undefined)
      throw new DomainError('STATE_CONFLICT', '这种文件不能逐行修改。', {
        hint: '有错请向出具文件的单位换一份，再整份上传。',
      });
    return this.unitOfWork.run(async () => {
      // First in the unit: the one who changes the counts owns the job until the commit.
      await this.requireState(job, 'CHECKED', {});
      const before = await this.stagedRow(jobId, number);
      if (before.version !== version)
        throw new DomainError('VERSION_CONFLICT', '这一行刚被改过。', { hint: '请刷新后再改。' });
      const texts = this.withCells(kind, job, openCells(this.crypto, before), cells);
      const row = await this.checkOne(kind, job, before, texts);
      const changed = {
        ...checkedColumns(row),
        keyBlind: blindKey(this.crypto, kind, jobId, row),
        sealed: sealCells(this.crypto, before.id, texts),
      };
      await guardedUpdate(this.unitOfWork.manager, ImportRowEntity, { id: before.id, version }, changed);
      await this.recount(job, before, changed);
      this.noteLook(viewer, job, `改${rowWords(number)}`);
      return this.shownRow(job, await this.stagedRow(jobId, number));
    });
  }

  /**
   * Starts the commit of the good rows.
   *
   * @param mode GOOD: rows without errors; ALL: refuses while any row is wrong
   * @throws DomainError NOT_FOUND, STATE_CONFLICT
   */
  async commit(viewer: SignedIn, jobId: string, mode: 'GOOD' | 'ALL'): Promise<ImportJob> {
    const job = await this.job(viewer, jobId);
    // A second press of the button finds its work under way or done.
    if (job.state === 'COMMITTING' || job.state === 'COMMITTED') return job;
    if (this.kinds.get(job.kind).takenBy !== undefined)
      throw new DomainError('STATE_CONFLICT', '这种文件不在这里提交。', { hint: '请在它自己的页面上整份记入。' });
    if (mode === 'ALL' && job.wrongCount > 0)
      throw new DomainError('STATE_CONFLICT', `还有 ${job.wrongCount} 行要改。`, {
        hint: '改好再全部提交，或先提交没有错误的行。',
      });
    await this.unitOfWork.run(async () => {
      await this.requireState(job, 'CHECKED', { state: 'COMMITTING' });
      await this.jobs.enqueue(commitImport, { importId: jobId }, { uniqueName: `commit-import ${jobId}` });
    });
    return this.job(viewer, jobId);
  }

  /** Ends an import whose feature has taken the whole file, in that feature's unit of work. @throws DomainError STATE_CONFLICT */
  async taken(job: ImportJob): Promise<void> {
    this.unitOfWork.requireOpen('taking an import');
    await this.requireState(job, 'CHECKED', {
      state: 'COMMITTED',
      committedCount: job.rowCount,
      finishedAt: this.clock.now(),
    });
    await this.unitOfWork.manager.delete(ImportRowEntity, { jobId: job.id });
  }

  /** Throws the staged rows away. @throws DomainError NOT_FOUND, STATE_CONFLICT */
  async discard(viewer: SignedIn, jobId: string): Promise<ImportJob> {
    const job = await this.job(viewer, jobId);
    if (job.state === 'DISCARDED') return job;
    // A commit that failed half-way has written rows too: 作废 would say that nothing was.
    if (job.state === 'COMMITTING' || job.state === 'COMMITTED' || job.committedCount > 0)
      throw new DomainError('STATE_CONFLICT', '已经写入的导入不能作废。', {
        hint: '要改写入的内容，请改好表格再导入一次。',
      });
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await this.requireState(job, job.state === 'FAILED' ? 'FAILED' : 'CHECKED', {
        state: 'DISCARDED',
        finishedAt: this.clock.now(),
      });
      await manager.delete(ImportRowEntity, { jobId });
      await dropFile(manager, jobId);
    });
    return this.job(viewer, jobId);
  }

  /**
   * 到期清理: throws away what was uploaded before an instant and neither committed nor discarded. One import a unit of work, so that it may
   * be cut off and run again.
   *
   * @returns how many imports were thrown away
   */
  async forget(before: Date): Promise<number> {
    const { manager } = this.unitOfWork;
    for (let gone = 0; ; ) {
      const stale = await manager.find(ImportJob, {
        where: { state: In([...UNFINISHED]), createdAt: LessThan(before) },
        take: FORGOTTEN_AT_ONCE,
      });
      if (stale.length === 0) return gone;
      for (const { id, state } of stale)
        gone += await this.unitOfWork.run(async () => {
          const discarded = { state: 'DISCARDED' as const, finishedAt: this.clock.now() };
          if (!(await guardedUpdate(this.unitOfWork.manager, ImportJob, { id, state }, discarded))) return 0;
          await this.unitOfWork.manager.delete(ImportRowEntity, { jobId: id });
          await dropFile(this.unitOfWork.manager, id);
          return 1;
        });
    }
  }

  /** Staged rows in order, in pages, with their texts: for the marked workbook. */
  async *stagedRows(job: ImportJob): AsyncGenerator<{ row: ImportRowEntity; cells: (string | undefined)[] }> {
    const pageRows = 500;
    let after = 0;
    for (;;) {
      const rows = await this.unitOfWork.manager.find(ImportRowEntity, {
        where: { jobId: job.id, rowNumber: MoreThan(after) },
        order: { rowNumber: 'ASC' },
        take: pageRows,
      });
      for (const row of rows) yield { row, cells: openCells(this.crypto, row) };
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.rowNumber;
      await breathe();
    }
  }

  allowedKind(viewer: SignedIn, name: string): ImportKind {
    const kind = this.kinds.get(name);
    Policy.require(viewer, kind.action);
    return kind;
  }

  private mayTouch(viewer: SignedIn, job: ImportJob): boolean {
    if (!Policy.can(viewer, this.kinds.get(job.kind).action)) return false;
    const scope = viewerScope(viewer);
    // Accounts without an employer have nothing in common.
    if (scope.employerId === '') return job.accountId === viewer.id;
    if (scope.employerId !== undefined) return job.employerId === scope.employerId;
    return job.divisionScope.startsWith(scope.divisionScope);
  }

  private async requireState(job: ImportJob, state: ImportJob['state'], set: Partial<ImportJob>): Promise<void> {
    const { manager } = this.unitOfWork;
    const done = await guardedUpdate(manager, ImportJob, { id: job.id, state }, { ...set, state: set.state ?? state });
    if (!done) throw new DomainError('STATE_CONFLICT', '这次导入的状态已经变了。', { hint: '请刷新后再看。' });
  }

  private rowsWithProblems(jobId: string, first: number, afterRow: number): Promise<ImportRowEntity[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(ImportRowEntity, 'row')
      .where('row.jobId = :jobId AND row.rowNumber > :afterRow AND row.problems <> :none', {
        jobId,
        afterRow,
        none: '[]',
      })
      .orderBy('row.rowNumber')
      .take(first)
      .getMany();
  }

  private async stagedRow(jobId: string, rowNumber: number): Promise<ImportRowEntity> {
    const row = await this.unitOfWork.manager.findOneBy(ImportRowEntity, { jobId, rowNumber });
    if (row === null) throw notFound('这一行');
    return row;
  }

  private withCells(
    kind: ImportKind,
    job: ImportJob,
    texts: (string | undefined)[],
    cells: readonly { key: string; value: string }[],
  ): (string | undefined)[] {
    const changed = [...texts];
    for (const { key, value } of cells) {
      const index = kind.columns.findIndex((column) => column.key === key);
      if (index < 0 || !job.presentColumns.includes(key))
        throw new DomainError('VALIDATION', '表格里没有这一列。', { field: key });
      changed[index] = value.trim() === '' ? undefined : value;
    }
    return changed;
  }

  private async checkOne(kind: ImportKind, job: ImportJob, before: ImportRowEntity, texts: (string | undefined)[]) {
    const today = this.clock.today();
    const setting = cellSetting(this.divisions, today, job.divisionScope);
    const row = new RowReader(kind.columns, job.presentColumns, setting).read(before.rowNumber, texts);
    const keyBlinds = blindKeys(this.crypto, kind, job.id, row);
    if (keyBlinds.length > 0) {
      const other = await this.unitOfWork.manager.findOne(ImportRowEntity, {
        where: { jobId: job.id, keyBlind: In(keyBlinds), id: Not(before.id), state: In(['GOOD', 'COMMITTED']) },
        order: { rowNumber: 'ASC' },
      });
      if (other !== null) reportDuplicate(row, kind, other.rowNumber);
    }
    await checkRows(kind, [row], new JobContext(this.clock.now(), today, scopeOf(job)));
    return row;
  }

  /** The job's counts, with one row's old part taken out and its new part put in. */
  private async recount(
    job: ImportJob,
    before: ImportRowEntity,
    after: Pick<ImportRowEntity, 'state' | 'outcome' | 'warned' | 'problems'>,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh = await manager.findOneByOrFail(ImportJob, { id: job.id });
    const codes: Record<string, number> = { ...fresh.codes };
    const count = (row: typeof after, by: 1 | -1): void => {
      if (row.state === 'WRONG') fresh.wrongCount += by;
      else if (row.outcome === 'NEW') fresh.newCount += by;
      else if (row.outcome === 'CHANGED') fresh.changedCount += by;
      else fresh.unchangedCount += by;
      if (row.warned) fresh.warnedCount += by;
      for (const { code } of row.problems) codes[code] = (codes[code] ?? 0) + by;
    };
    count(before, -1);
    count(after, 1);
    const { wrongCount, newCount, changedCount, unchangedCount, warnedCount } = fresh;
    await manager.update(
      ImportJob,
      { id: job.id },
      {
        wrongCount,
        newCount,
        changedCount,
        unchangedCount,
        warnedCount,
        codes: Object.fromEntries(Object.entries(codes).filter(([, times]) => times > 0)),
      },
    );
  }

  private shownProblems(kind: ImportKind, row: ImportRowEntity): ShownProblem[] {
    const cells = openCells(this.crypto, row);
    return row.problems.map((problem) => {
      const index = kind.columns.findIndex((column) => column.header === problem.column);
      const column = kind.columns[index];
      return { ...problem, typed: column === undefined ? null : maskCell(column, cells[index]) };
    });
  }

  private shownRow(job: ImportJob, row: ImportRowEntity): ShownRow {
    const kind = this.kinds.get(job.kind);
    const cells = openCells(this.crypto, row);
    return {
      row: row.rowNumber,
      state: row.state,
      version: row.version,
      cells: kind.columns.flatMap(({ key, header }, index) =>
        job.presentColumns.includes(key) ? [{ key, header, value: shownText(cells[index]) }] : [],
      ),
      problems: this.shownProblems(kind, row),
    };
  }
}

/** What the viewer's account may import for. */
export const viewerScope = (viewer: SignedIn): ImportScope => ({
  divisionScope: Policy.divisionScope(viewer),
  accountId: viewer.id,
  ...employerScope(viewer),
});

/** A clerk whose account names no employer imports for nobody, not for the whole region. */
function employerScope(viewer: SignedIn): Pick<ImportScope, 'employerId'> {
  if (viewer.employerId !== undefined) return { employerId: viewer.employerId };
  return Policy.employerOnly(viewer) ? { employerId: '' } : {};
}

/** A whole-file refusal as an error of the upload itself. */
export function fileError(code: ProblemCode): DomainError {
  if (!isFileCode(code)) throw new Error(`${code} is no code of a file`);
  const { message, hint } = wordsOf(code);
  return new DomainError(code, message, { field: 'file', hint });
}

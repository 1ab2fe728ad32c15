import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { addDays, inEffect, type ParameterRow, periodsMeet, problemsOf, type SupersedingRow } from '@tongxing/rules';
import { EnteredParameter, ParameterTrial } from './entered-parameter.entity.js';
import { ParameterBook } from './parameter-book.service.js';
import { ParameterService, supersedingRow } from './parameter.service.js';
import { ParameterTrials, type TrialFinding } from './trial.js';

const DEADLINE_MS = 20 * 60_000;
/** Written this often at most; whoever waits looks once a second or less. */
const PROGRESS_STEP_MS = 500;

const tryParameterJob = defineJob<{ trialId: string }>({
  name: 'try-parameter',
  attempts: 2,
  deadlineMs: DEADLINE_MS,
});

/** 试算: what rows would move before they count. */
@Injectable()
export class TrialService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobService,
    private readonly parameters: ParameterService,
    private readonly book: ParameterBook,
    private readonly trials: ParameterTrials,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(tryParameterJob, ({ trialId }) => this.work(trialId));
  }

  /**
   * Begins a trial of a row that waits; while one of the same row is under way, that one.
   *
   * @throws DomainError NOT_FOUND for another region's; STATE_CONFLICT for a row that counts, was withdrawn, or was not entered here
   */
  async begin(viewer: SignedIn, rowId: string): Promise<ParameterTrial> {
    const { state } = await this.book.one(viewer, rowId);
    if (state !== 'ENTERED')
      throw new DomainError('STATE_CONFLICT', '只有等确认的参数可以试算。', {
        hint: '要改生效的值，请先录入新的一条。',
      });
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const now = this.clock.now();
      const [last] = await manager.find(ParameterTrial, {
        where: { rowId },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: 1,
      });
      const isLive = last && ['WAITING', 'RUNNING'].includes(last.state);
      if (isLive && now.getTime() - last.createdAt.getTime() < DEADLINE_MS) return last;
      const trial: ParameterTrial = {
        id: newId(),
        rowId,
        askedById: viewer.id,
        state: 'WAITING',
        done: 0,
        total: 0,
        findings: null,
        createdAt: now,
        finishedAt: null,
      };
      await manager.insert(ParameterTrial, trial);
      await this.jobs.enqueue(tryParameterJob, { trialId: trial.id });
      return trial;
    });
  }

  /** How far a trial is, and what it found. @throws DomainError NOT_FOUND where its row is another region's */
  async one(viewer: SignedIn, id: string): Promise<ParameterTrial> {
    const trial = await this.unitOfWork.manager.findOneBy(ParameterTrial, { id });
    if (trial === null) throw notFound('这次试算');
    await this.book.one(viewer, trial.rowId);
    return trial;
  }

  /**
   * Asks every feature that one of the rows concerns.
   *
   * @param tried rows that do not count yet, each with the one it supersedes
   */
  async find(
    tried: readonly SupersedingRow[],
    onProgress: (done: number, total: number) => Promise<void> = async () => undefined,
  ): Promise<TrialFinding[]> {
    const before = await this.parameters.rows();
    const after = await this.withTried(before, tried);
    const concerned = this.trials.of(tried.map(({ code }) => code));
    const findings: TrialFinding[] = [];
    for (const [index, trial] of concerned.entries()) {
      const question = { before, after, tried, scope: commonScope(tried) };
      findings.push(
        await trial.run({
          ...question,
          // Each feature is one part of the way; a hundred steps each are plenty to look at.
          onProgress: (done, total) =>
            onProgress(index * 100 + Math.floor((100 * done) / Math.max(total, 1)), concerned.length * 100),
        }),
      );
    }
    return findings;
  }

  /** The rows that would count. */
  private async withTried(before: readonly ParameterRow[], tried: readonly SupersedingRow[]): Promise<ParameterRow[]> {
    const confirmed = await this.unitOfWork.manager.find(EnteredParameter, {
      where: { state: 'CONFIRMED' },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    const entered = new Set(confirmed.map(({ id }) => id));
    const others = before.filter(({ id }) => !entered.has(id));
    return [...others, ...inEffect([...confirmed.map(supersedingRow), ...tried])];
  }

  /**
   * The law as it would be if each row took the place of what an officer's row says in its days; the last of the rows wins.
   *
   * @param before rows that count
   * @throws DomainError VALIDATION for two rows to try whose days meet
   */
  replacing(before: readonly ParameterRow[], tried: readonly ParameterRow[]): ParameterRow[] {
    const problems = problemsOf([...tried].sort((a, b) => (a.from < b.from ? -1 : 1)));
    if (problems.length > 0)
      throw new DomainError('VALIDATION', '要试的几条参数自己的期间重叠。', {
        field: 'with',
        hint: problems.join('；'),
      });
    const cut = before.flatMap((row) => {
      const inWay = tried.filter(
        (one) =>
          row.origin === 'OPERATOR' &&
          one.code === row.code &&
          one.scope === row.scope &&
          one.qualifier === row.qualifier &&
          periodsMeet(one, row),
      );
      return inWay.reduce<ParameterRow[]>((parts, one) => parts.flatMap((part) => without(part, one)), [row]);
    });
    return [...cut, ...tried];
  }

  private async work(trialId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const trial = await manager.findOneBy(ParameterTrial, { id: trialId });
    if (trial === null || trial.state === 'DONE') return;
    const row = await manager.findOneByOrFail(EnteredParameter, { id: trial.rowId });
    let told = 0;
    const tell = async (done: number, total: number): Promise<void> => {
      const now = performance.now();
      if (now - told < PROGRESS_STEP_MS) return;
      told = now;
      await this.save(trialId, { state: 'RUNNING', done, total });
    };
    try {
      const findings = await this.find([supersedingRow(row)], tell);
      await this.save(trialId, { state: 'DONE', findings, finishedAt: this.clock.now() });
    } catch (error) {
      await this.save(trialId, { state: 'FAILED', finishedAt: this.clock.now() });
      throw error;
    }
  }

  private save(id: string, set: Partial<ParameterTrial>): Promise<unknown> {
    return this.unitOfWork.run(() => this.unitOfWork.manager.update(ParameterTrial, { id }, set as object));
  }
}

/** What is left of a row outside of another's days. */
function without(row: ParameterRow, other: ParameterRow): ParameterRow[] {
  if (!periodsMeet(row, other)) return [row];
  const head = row.from < other.from ? [{ ...row, to: addDays(other.from, -1) }] : [];
  const tail =
    other.to !== null && (row.to === null || row.to > other.to) ? [{ ...row, from: addDays(other.to, 1) }] : [];
  return [...head, ...tail];
}

/** The narrowest place that covers all the rows; empty for the whole country. */
export function commonScope(rows: readonly ParameterRow[]): string {
  const scopes = rows.map(({ scope }) => (scope === 'CN' ? '' : scope));
  const [first = ''] = scopes;
  const shared = [6, 4, 2].find(
    (digits) => first.length >= digits && scopes.every((scope) => scope.startsWith(first.slice(0, digits))),
  );
  return shared === undefined ? '' : first.slice(0, shared);
}

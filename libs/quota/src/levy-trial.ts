import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { EmployerService } from '@tongxing/employers';
import type { Trial, TrialFinding, TrialLine, TrialQuestion } from '@tongxing/parameters';
import { decimalText, LEVY_OUTCOMES, type ParameterRow, yearOf, yuanText } from '@tongxing/rules';
import type { AssessedYear } from './assessment.nodes.js';
import { AssessmentService } from './assessment.service.js';
import { QuotaReturn } from './quota.entity.js';

const BATCH = 200;
const SHOWN = 20;
/** Levy years before it are refused by the rule. */
const FIRST_LEVY_YEAR = 2020;
/** Settings that are no matter of the levy. */
const OTHER_SETTINGS = new Set(['setting.noticeAnswerDays', 'setting.feedbackAnswerDays']);

/** What a year comes to: a sum, or why there is none. */
interface Told {
  fen: number | null;
  /** compared and shown */
  text: string;
}

/** One employer and year before and after. */
interface Moved {
  name: string;
  year: number;
  before: Told;
  after: Told;
}

/** Assessments of years, computed under two sets of rows. */
export interface LevyDifference {
  years: number[];
  employers: number;
  /** assessments computed, of employers that declared their staff */
  assessments: number;
  changed: number;
  beforeFen: number;
  afterFen: number;
  /** assessments that the rules refuse for want of a value or for facts that cannot be */
  refusedBefore: number;
  refusedAfter: number;
  /** largest difference first */
  moved: Moved[];
}

function told({ ruled, refusal }: AssessedYear): Told {
  if (refusal) return { fen: null, text: refusal.message };
  const levy = ruled?.result.levy;
  if (!levy) return { fen: null, text: '没有职工人数' };
  const { levyFen, outcome, requiredHires, countedHires } = levy;
  const text = `${yuanText(levyFen)}元，${LEVY_OUTCOMES[outcome]}，应安排${decimalText(requiredHires)}，已安排${decimalText(countedHires)}`;
  return { fen: levyFen, text };
}

const weightOf = ({ before, after }: Moved): number =>
  before.fen === null || after.fen === null ? Number.MAX_SAFE_INTEGER : Math.abs(after.fen - before.fen);

const SHARED = ['', 'CN'];

/** 残保金 under other rows: recomputes the assessments of a region's employers with and without them, nothing is stored. */
@Injectable()
export class LevyTrial implements Trial {
  readonly name = 'quota';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly employers: EmployerService,
    private readonly assessments: AssessmentService,
  ) {}

  concerns(code: string): boolean {
    return /^(?:levy|quota|count|setting)\./.test(code) && !OTHER_SETTINGS.has(code);
  }

  async run({ before, after, tried, scope, onProgress }: TrialQuestion): Promise<TrialFinding> {
    const years = await this.yearsOf(tried.filter(({ code }) => this.concerns(code)));
    const found = await this.compare(before, after, years, scope, onProgress);
    const { assessments, changed, beforeFen, afterFen, refusedBefore, refusedAfter } = found;
    return {
      name: this.name,
      title: '残保金',
      sentence: sentenceOf(found),
      checked: assessments,
      population: assessments,
      changed,
      beforeYuan: yuanText(beforeFen),
      afterYuan: yuanText(afterFen),
      lines: [
        ...(refusedBefore === refusedAfter
          ? []
          : [{ name: '算不出的', what: '份', before: String(refusedBefore), after: String(refusedAfter) }]),
        ...found.moved.map(lineOf),
      ],
    };
  }

  /**
   * Computes every employer's levy years twice.
   *
   * @param years levy years
   * @param scope division prefix of the employers; empty: all
   */
  async compare(
    before: readonly ParameterRow[],
    after: readonly ParameterRow[],
    years: readonly number[],
    scope: string,
    onProgress: TrialQuestion['onProgress'] = async () => undefined,
  ): Promise<LevyDifference> {
    const prefix = SHARED.includes(scope) ? '' : scope;
    const employers = await this.employers.countInRegion(prefix);
    const found: LevyDifference = {
      years: [...years],
      employers,
      assessments: 0,
      changed: 0,
      beforeFen: 0,
      afterFen: 0,
      refusedBefore: 0,
      refusedAfter: 0,
      moved: [],
    };
    let done = 0;
    for (let afterId = ''; ; ) {
      const batch = await this.employers.inRegion(prefix, afterId, BATCH);
      for (const year of years) {
        const assess = await this.assessments.loaded(batch, year);
        const old = assess(before);
        // The rule computes without a pause: others get a turn between the two.
        await breath();
        add(found, old, assess(after));
        done += batch.length;
        await onProgress(done, employers * years.length);
        await breath();
      }
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return found;
      afterId = last.id;
    }
  }

  /** Levy years of which there are declarations, oldest first. */
  async declaredYears(): Promise<number[]> {
    const rows = await this.unitOfWork.manager
      .createQueryBuilder(QuotaReturn, 'declared')
      .select('declared.year', 'year')
      .distinct(true)
      .orderBy('declared.year')
      .getRawMany<{ year: number }>();
    return rows.map(({ year }) => Number(year) + 1).filter((year) => year >= FIRST_LEVY_YEAR);
  }

  /** A row speaks for its own years and, as wage or month of facts, for the levy year after. */
  private async yearsOf(rows: readonly ParameterRow[]): Promise<number[]> {
    const declared = await this.declaredYears();
    return declared.filter((year) =>
      rows.some(({ from, to }) => year >= yearOf(from) && (to === null || year <= yearOf(to) + 1)),
    );
  }
}

function add(found: LevyDifference, old: readonly AssessedYear[], fresh: readonly AssessedYear[]): void {
  for (const [index, assessed] of old.entries()) {
    const other = fresh[index] as AssessedYear;
    if (assessed.declared === undefined) continue;
    const { employer, year } = assessed;
    const one: Moved = { name: employer.name, year, before: told(assessed), after: told(other) };
    found.assessments += 1;
    found.beforeFen += one.before.fen ?? 0;
    found.afterFen += one.after.fen ?? 0;
    found.refusedBefore += assessed.refusal ? 1 : 0;
    found.refusedAfter += other.refusal ? 1 : 0;
    if (one.before.text === one.after.text) continue;
    found.changed += 1;
    found.moved.push(one);
  }
  found.moved.sort((a, b) => weightOf(b) - weightOf(a));
  found.moved.length = Math.min(found.moved.length, SHOWN);
}

const lineOf = ({ name, year, before, after }: Moved): TrialLine => ({
  name,
  what: `${year}年`,
  before: before.text,
  after: after.text,
});

function sentenceOf({
  years,
  employers,
  assessments,
  changed,
  beforeFen,
  afterFen,
  refusedBefore,
  refusedAfter,
}: LevyDifference): string {
  if (assessments === 0) return '还没有单位报过这些年度，现在不会改变任何残保金。';
  const which = years.length === 1 ? `${years[0]}年` : `${years[0]}至${years.at(-1)}年`;
  if (changed === 0) return `${which}${employers}个单位的${assessments}份残保金都不变。`;
  const refused = refusedBefore === refusedAfter ? '' : `；算不出的从${refusedBefore}份变为${refusedAfter}份`;
  return `${which}${assessments}份残保金里有${changed}份会变，合计从${yuanText(beforeFen)}元变为${yuanText(afterFen)}元${refused}。`;
}

import { Injectable } from '@nestjs/common';
import { noteAudit, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { type Employer, EmployerService } from '@tongxing/employers';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { annualHeadcount, parseYuan, RuleRefusal, yearOf, yuanText } from '@tongxing/rules';
import { stateOf } from './assessment.nodes.js';
import type { ReturnFacts } from './headcounts.kind.js';
import { CountedHire, QuotaReturn } from './quota.entity.js';
import { EDITABLE_STATES, FIRST_YEAR } from './quota.words.js';
import type { QuotaReturnInput, QuotaReturnNode } from './return.types.js';

/** 年审申报: what an employer says of its staff, read and written by form; rosters write the same rows. */
@Injectable()
export class ReturnService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly employers: EmployerService,
  ) {}

  /** @throws DomainError NOT_FOUND for another employer or region */
  async quotaReturn(viewer: SignedIn, year: number, employerId?: string | null): Promise<QuotaReturnNode> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    return this.shown(employer, year);
  }

  /**
   * Saves the figures of the viewer's own employer.
   *
   * @throws DomainError VALIDATION, LEVY_INPUT or AMOUNT_INVALID with the field; VERSION_CONFLICT when somebody else changed it; STATE_CONFLICT once filed
   */
  async save(viewer: SignedIn, input: QuotaReturnInput): Promise<QuotaReturnNode> {
    if (viewer.employerId === undefined) throw notFound('这个单位');
    const employer = await this.employers.requireVisible(viewer, viewer.employerId);
    const year = input.year - 1;
    const thisYear = yearOf(this.clock.today());
    if (year < FIRST_YEAR || year > thisYear)
      throw new DomainError('VALIDATION', `年度应在 ${FIRST_YEAR + 1} 到 ${thisYear + 1} 之间。`, { field: 'year' });
    const facts = checked(input);
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const standing = await manager.findOneBy(QuotaReturn, { employerId: employer.id, year });
      const values = { ...facts, updatedAt: this.clock.now() };
      if (standing === null) await this.begin(employer.id, year, values);
      else await this.change(standing, input.version, values);
      this.unitOfWork.changed('employer', employer.id);
      noteAudit(this.unitOfWork, {
        target: 'employer',
        id: employer.id,
        divisionCode: employer.divisionCode,
        ...(standing === null ? {} : { before: standing }),
        after: { year, ...facts },
      });
    });
    return this.shown(employer, input.year);
  }

  private async begin(employerId: string, year: number, values: ReturnFacts & { updatedAt: Date }): Promise<void> {
    try {
      await insertRows(this.unitOfWork.manager, QuotaReturn, [
        { id: newId(), employerId, year, ...values, state: 'DRAFT', filedOn: null },
      ]);
    } catch (error) {
      if (isDuplicateKey(error)) throw changedMeanwhile();
      throw error;
    }
  }

  private async change(
    standing: QuotaReturn,
    version: number | null | undefined,
    values: ReturnFacts & { updatedAt: Date },
  ): Promise<void> {
    if (!EDITABLE_STATES.includes(standing.state))
      throw new DomainError('STATE_CONFLICT', '这一年的申报已经提交，不能再改。', {
        hint: '请联系县残联，退回后再改。',
      });
    const { id, state } = standing;
    const done =
      version === standing.version &&
      (await guardedUpdate(this.unitOfWork.manager, QuotaReturn, { id, state, version: standing.version }, values));
    if (!done) throw changedMeanwhile();
  }

  private async shown(employer: Employer, year: number): Promise<QuotaReturnNode> {
    const { manager } = this.unitOfWork;
    const of = { employerId: employer.id, year: year - 1 };
    const declared = await manager.findOneBy(QuotaReturn, of);
    return {
      year,
      factYear: year - 1,
      employerId: employer.id,
      employerName: employer.name,
      ...stateOf(declared),
      monthlyHeadcount: declared?.monthlyHeadcount ?? null,
      dispatched: declared?.dispatched ?? null,
      seasonalWorkers: declared?.seasonalWorkers ?? null,
      seasonalMonths: declared?.seasonalMonths ?? null,
      payrollYuan: declared === null ? null : yuanText(declared.payrollFen),
      hires: await manager.countBy(CountedHire, of),
      version: declared?.version ?? null,
    };
  }
}

const changedMeanwhile = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这份申报刚被别人改过。', { hint: '请刷新，再填一次。' });

/** The same checks as a roster's row. */
function checked(input: QuotaReturnInput): ReturnFacts {
  const { monthlyHeadcount, dispatched = null, seasonalWorkers = null, seasonalMonths = null } = input;
  if ((seasonalWorkers === null) !== (seasonalMonths === null))
    throw new DomainError('VALIDATION', '季节工的人数和月数要一起填。', {
      field: seasonalWorkers === null ? 'seasonalWorkers' : 'seasonalMonths',
    });
  if (dispatched !== null && dispatched > Math.max(...monthlyHeadcount))
    throw new DomainError('VALIDATION', '劳务派遣比全部职工还多。', { field: 'dispatched' });
  try {
    const seasonal = { workers: seasonalWorkers ?? 0, months: seasonalMonths ?? 0 };
    if (annualHeadcount({ monthly: monthlyHeadcount, seasonal }).compare(0) <= 0)
      throw new DomainError('LEVY_INPUT', '十二个月都没有人，请核对。', { field: 'monthlyHeadcount' });
    const payrollFen = parseYuan(input.payrollYuan);
    if (payrollFen === 0) throw new DomainError('LEVY_INPUT', '工资要大于 0。', { field: 'payrollYuan' });
    return { monthlyHeadcount, dispatched, seasonalWorkers, seasonalMonths, payrollFen };
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
    throw new DomainError(error.code, error.message, {
      field: error.code === 'AMOUNT_INVALID' ? 'payrollYuan' : error.subject,
    });
  }
}

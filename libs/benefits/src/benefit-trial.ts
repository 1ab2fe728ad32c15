import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import type { Trial, TrialFinding, TrialQuestion } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { Law, type ParameterRow, RuleRefusal, SHIPPED_SCHEMES, yuanText } from '@tongxing/rules';
import { In, Like } from 'typeorm';
import { BenefitApplication } from './application.entity.js';
import { EligibilityService, schemeOf } from './eligibility.service.js';

/** Applications that nobody has decided for good. */
const OPEN = ['SUBMITTED', 'ELIGIBILITY_CHECKED', 'REVIEWED'] as const;
/** Judged at most, the oldest first: what waits longer is decided sooner. */
const MOST = 2_000;
const SHOWN = 20;
const CODES: ReadonlySet<string> = new Set([
  'work.age.min',
  ...SHIPPED_SCHEMES.map(({ amount }) => amount.maxParameter),
]);

/** 补贴 under other rows: open applications judged again today, nothing is stored. */
@Injectable()
export class BenefitTrial implements Trial {
  readonly name = 'benefits';

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly eligibility: EligibilityService,
  ) {}

  concerns(code: string): boolean {
    return CODES.has(code);
  }

  async run({ before, after, scope, onProgress }: TrialQuestion): Promise<TrialFinding> {
    const where = { state: In([...OPEN]), divisionCode: Like(`${scope}%`) };
    const { manager } = this.unitOfWork;
    const population = await manager.countBy(BenefitApplication, where);
    const applications = await manager.find(BenefitApplication, { where, order: { submittedAt: 'ASC' }, take: MOST });
    let [beforeFen, afterFen, changed] = [0, 0, 0];
    const lines = new Map<string, number>();
    for (const [index, application] of applications.entries()) {
      const old = await this.judged(application, before);
      const fresh = await this.judged(application, after);
      beforeFen += old.fen;
      afterFen += fresh.fen;
      if (old.text !== fresh.text) {
        changed += 1;
        const key = [schemeOf(application.schemeCode).name, old.text, fresh.text].join('|');
        lines.set(key, (lines.get(key) ?? 0) + 1);
      }
      await onProgress(index + 1, applications.length);
    }
    const sampled = applications.length < population ? `最早的${applications.length}份` : '';
    return {
      name: this.name,
      title: '补贴申请',
      sentence:
        population === 0
          ? '现在没有在办的补贴申请。'
          : `在办的${population}份补贴申请${sampled && `里，${sampled}中`}有${changed}份会变，合计从${yuanText(beforeFen)}元变为${yuanText(afterFen)}元。`,
      checked: applications.length,
      population,
      changed,
      beforeYuan: yuanText(beforeFen),
      afterYuan: yuanText(afterFen),
      // Grouped, so that no line speaks of one applicant.
      lines: [...lines]
        .sort(([, a], [, b]) => b - a)
        .slice(0, SHOWN)
        .map(([key, count]) => {
          const [name = '', was = '', is = ''] = key.split('|');
          return { name, what: `${count}份`, before: was, after: is };
        }),
    };
  }

  private async judged(
    application: BenefitApplication,
    rows: readonly ParameterRow[],
  ): Promise<{ fen: number; text: string }> {
    const person = await this.people.byId(application.personId);
    if (person === null) return { fen: 0, text: '查不到人' };
    const law = new Law(rows, application.divisionCode.slice(0, 6));
    try {
      const { eligible, amountFen } = await this.eligibility.judgeUnder(
        law,
        schemeOf(application.schemeCode),
        person,
        application,
        application.id,
      );
      return { fen: amountFen, text: eligible ? `符合，${yuanText(amountFen)}元` : '不符合' };
    } catch (error) {
      if (error instanceof RuleRefusal) return { fen: 0, text: '算不出' };
      throw error;
    }
  }
}

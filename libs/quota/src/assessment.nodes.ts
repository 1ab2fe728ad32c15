import type { Divisions } from '@tongxing/access';
import type { Employer } from '@tongxing/employers';
import { maskCertificate, maskName, maskVeteran } from '@tongxing/platform';
import {
  decimalText,
  LEVY_OUTCOMES,
  type Ruled,
  type RuleRefusal,
  traceSteps,
  type UsedLaw,
  type YearAssessment,
  yuanOf,
  yuanText,
  ZERO_REASONS,
} from '@tongxing/rules';
import type { AssessedHireNode, AssessmentNode, ComplianceRowNode } from './assessment.types.js';
import type { HireSecrets } from './hire.secrets.js';
import { traceStepNode } from './levy.resolver.js';
import type { CountedHire, QuotaReturn } from './quota.entity.js';
import { QUOTA_STATES } from './quota.words.js';

/** One employer's year with everything it was computed from. */
export interface AssessedYear {
  employer: Employer;
  /** levy year */
  year: number;
  /** undefined: nothing was said of the staff */
  declared: QuotaReturn | undefined;
  hires: readonly CountedHire[];
  /** of each hire */
  secrets: readonly HireSecrets[];
  law: UsedLaw;
  final: boolean;
  ruled?: Ruled<YearAssessment>;
  refusal?: RuleRefusal;
}

const NOT_STARTED = { state: 'NOT_STARTED', stateText: '未开始' };

/** State of a return, or that there is none. */
export const stateOf = (declared: Pick<QuotaReturn, 'state'> | undefined | null) =>
  declared ? { state: declared.state, stateText: QUOTA_STATES[declared.state] } : NOT_STARTED;

function hireNodes({ hires, secrets, ruled }: AssessedYear): AssessedHireNode[] {
  const matrix = ruled?.result.counted.matrix ?? [];
  return hires.map((hire, index) => {
    const { certificate, veteran } = secrets[index] as HireSecrets;
    const row = matrix[index];
    return {
      id: hire.id,
      name: maskName(hire.name),
      maskedCertificate: certificate === undefined ? maskVeteran(veteran ?? '') : maskCertificate(certificate),
      personYears: row === undefined ? '0' : decimalText(row.personYears),
      months: (row?.cells ?? []).map(({ month, weight, reason }) => ({
        month,
        counts: decimalText(weight),
        reason: reason ?? null,
        reasonText: reason === undefined ? null : ZERO_REASONS[reason],
      })),
    };
  });
}

/** @param assessed with a levy: its headcount is known and the rule did not refuse */
export function assessmentNode(assessed: AssessedYear): AssessmentNode {
  const { employer, year, declared, ruled, law, final } = assessed;
  const levy = ruled?.result.levy;
  if (ruled === undefined || levy === null || levy === undefined)
    throw new Error('an assessment is shown once its levy is computed');
  return {
    year,
    factYear: year - 1,
    employerId: employer.id,
    employerName: employer.name,
    ...stateOf(declared),
    final,
    employees: decimalText(levy.employees),
    requiredHires: decimalText(levy.requiredHires),
    countedHires: decimalText(levy.countedHires),
    shortfall: decimalText(levy.shortfall),
    placementRatio: decimalText(levy.placementRatio),
    chargeableWageYuan: yuanOf(levy.chargeableWageFen),
    baseYuan: yuanOf(levy.dueFen),
    outcome: levy.outcome,
    outcomeText: LEVY_OUTCOMES[levy.outcome],
    levyYuan: yuanText(levy.levyFen),
    monthly: ruled.result.months.map(({ month, headcount, counted }) => ({
      month,
      headcount: headcount ?? 0,
      counted: decimalText(counted),
    })),
    hires: hireNodes(assessed),
    trace: traceSteps(ruled.trace).map(traceStepNode),
    parameters: law.parameters(),
    warnings: levy.warnings,
  };
}

/** A row of 全县达标. */
export function boardNode(
  { employer, declared, hires, ruled, refusal }: AssessedYear,
  divisions: Divisions,
): ComplianceRowNode {
  const levy = ruled?.result.levy ?? null;
  const counted = ruled?.result.counted.counted;
  return {
    employerId: employer.id,
    employerName: employer.name,
    creditCode: employer.creditCode,
    unitKind: employer.unitKind,
    divisionName: divisions.nameOf(employer.divisionCode),
    ...stateOf(declared),
    hires: hires.length,
    employees: levy === null ? null : decimalText(levy.employees),
    requiredHires: levy === null ? null : decimalText(levy.requiredHires),
    countedHires: counted === undefined ? null : decimalText(levy?.countedHires ?? counted),
    shortfall: levy === null ? null : decimalText(levy.shortfall),
    placementRatio: levy === null ? null : decimalText(levy.placementRatio),
    outcome: levy?.outcome ?? null,
    outcomeText: levy === null ? null : LEVY_OUTCOMES[levy.outcome],
    levyYuan: levy === null ? null : yuanText(levy.levyFen),
    warnings: levy?.warnings ?? [],
    problem: refusal === undefined ? null : { code: refusal.code, message: refusal.message, field: refusal.subject },
  };
}

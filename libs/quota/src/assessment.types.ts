import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DIVISION_CODE } from '@tongxing/access';
import { PageArgs, Paged } from '@tongxing/platform';
import { IsInt, Matches } from 'class-validator';
import { TraceStepNode, UsedParameterNode } from './levy.types.js';

@ObjectType('AssessmentMonth')
export class AssessmentMonthNode {
  @Field(() => Int) month: number;
  @Field(() => Int) headcount: number;
  @Field(() => String, { description: 'Weighted persons of this month, decimal text' }) counted: string;
}

@ObjectType('HireMonth')
export class HireMonthNode {
  @Field(() => Int) month: number;
  @Field(() => String, { description: 'The weight that counts, decimal text; 0 has its reason' }) counts: string;
  @Field(() => String, { nullable: true, description: 'NO_CONTRACT … DISPATCH_OTHER_SIDE' }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'The same in words' }) reasonText: string | null;
}

@ObjectType('AssessedHire', { description: '安排残疾人: one employee, month by month' })
export class AssessedHireNode {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Masked' }) name: string;
  @Field(() => String, { description: 'Never the tail, which holds category and grade' }) maskedCertificate: string;
  @Field(() => String, { description: 'Weighted person-years, decimal text' }) personYears: string;
  @Field(() => [HireMonthNode]) months: HireMonthNode[];
}

@ObjectType('Assessment', { description: '按比例就业情况 of one employer and levy year' })
export class AssessmentNode {
  @Field(() => Int, { description: 'Levy year Y' }) year: number;
  @Field(() => Int, { description: 'The calendar year of the figures, Y-1' }) factYear: number;
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String, { description: 'State of the return it rests on: DRAFT … VERIFIED' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Boolean, { description: 'false: an estimate, no notice of payment' }) final: boolean;
  @Field(() => String, { description: 'Annual average' }) employees: string;
  @Field(() => String) requiredHires: string;
  @Field(() => String) countedHires: string;
  @Field(() => String) shortfall: string;
  @Field(() => String) placementRatio: string;
  @Field(() => String) chargeableWageYuan: string;
  @Field(() => String) baseYuan: string;
  @Field(() => String, { description: 'EXEMPT_SMALL, MET, TIER_50 or TIER_90' }) outcome: string;
  @Field(() => String) outcomeText: string;
  @Field(() => String) levyYuan: string;
  @Field(() => [AssessmentMonthNode]) monthly: AssessmentMonthNode[];
  @Field(() => [AssessedHireNode]) hires: AssessedHireNode[];
  @Field(() => [TraceStepNode]) trace: TraceStepNode[];
  @Field(() => [UsedParameterNode]) parameters: UsedParameterNode[];
  @Field(() => [String], {
    description:
      'CAP_UNKNOWN: no social average wage, the cap was left out; RATIO_BELOW_FLOOR; BOTH_GIVEN: the exact one counted',
  })
  warnings: string[];
}

@ObjectType('ComplianceProblem')
export class ComplianceProblemNode {
  @Field(() => String, { description: 'LAW_UNKNOWN or LEVY_INPUT' }) code: string;
  @Field(() => String) message: string;
  @Field(() => String, { description: 'The parameter or fact at fault' }) field: string;
}

/** Figures are null while the headcount is not known, or where the rule refuses. */
@ObjectType('ComplianceRow', { description: '一个单位的达标情况' })
export class ComplianceRowNode {
  @Field(() => ID) employerId: string;
  @Field(() => String) employerName: string;
  @Field(() => String) creditCode: string;
  @Field(() => String) unitKind: string;
  @Field(() => String) divisionName: string;
  @Field(() => String, { description: 'NOT_STARTED, or the state of the return' }) state: string;
  @Field(() => String) stateText: string;
  @Field(() => Int, { description: 'Declared disabled employees, heads' }) hires: number;
  @Field(() => String, { nullable: true }) employees: string | null;
  @Field(() => String, { nullable: true }) requiredHires: string | null;
  @Field(() => String, { nullable: true }) countedHires: string | null;
  @Field(() => String, { nullable: true }) shortfall: string | null;
  @Field(() => String, { nullable: true }) placementRatio: string | null;
  @Field(() => String, { nullable: true }) outcome: string | null;
  @Field(() => String, { nullable: true }) outcomeText: string | null;
  @Field(() => String, { nullable: true }) levyYuan: string | null;
  @Field(() => [String]) warnings: string[];
  @Field(() => ComplianceProblemNode, { nullable: true }) problem: ComplianceProblemNode | null;
}

@ObjectType()
export class ComplianceRowPage extends Paged(ComplianceRowNode) {}

@ArgsType()
export class ComplianceArgs extends PageArgs {
  @Field(() => String, { description: '2 to 12 digits' })
  @Matches(DIVISION_CODE)
  divisionCode: string;

  @Field(() => Int, { description: 'Levy year Y; the figures are those of Y-1' })
  @IsInt()
  year: number;
}

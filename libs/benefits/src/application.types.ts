import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Paged } from '@tongxing/platform';

@ObjectType('Scheme', { description: '补贴项目: what anybody may read of it' })
export class SchemeNode {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => String) summary: string;
  @Field(() => String, { description: '能补多少, in a sentence' }) amountText: string;
  @Field(() => String, { description: 'What the object is called on forms: 培训课程' }) objectLabel: string;
  @Field(() => [String]) whoCan: string[];
  @Field(() => [String]) papers: string[];
  @Field(() => Boolean, { description: 'False while the place has no amount for it' }) open: boolean;
}

@ObjectType('BenefitStep', { description: 'One step on the way of an application' })
export class BenefitStepNode {
  @Field(() => String) text: string;
  @Field(() => String, { description: 'done, now or later' }) state: string;
}

@ObjectType('BenefitApplication', { description: '我的补贴申请, in the words of the applicant' })
export class BenefitApplicationNode {
  @Field(() => ID) id: string;
  @Field(() => String) schemeCode: string;
  @Field(() => String) schemeName: string;
  @Field(() => String, { description: 'What it is paid for: the course' }) object: string;
  @Field(() => String, { description: 'SUBMITTED COMPLETE REVIEW NOTICE PAYING PAID TO_FIX REFUSED WITHDRAWN' })
  state: string;
  @Field(() => String, { description: '已提交 材料齐 审核 公示 发放 到账 …' }) stateText: string;
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was returned or refused' }) reason: string | null;
  @Field(() => [BenefitStepNode]) steps: BenefitStepNode[];
  @Field(() => String) amountYuan: string;
  @Field(() => String, { description: 'YYYY-MM-DD' }) appliedOn: string;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) paidOn: string | null;
}

@ObjectType('EligibilityReason')
export class EligibilityReasonNode {
  @Field(() => String) rule: string;
  @Field(() => Boolean) passed: boolean;
  @Field(() => String) message: string;
  @Field(() => String) basis: string;
}

@ObjectType('EligibilityTraceRow', { description: 'A node of the trace with its depth, top first' })
export class EligibilityTraceNode {
  @Field(() => Int) depth: number;
  @Field(() => String) step: string;
  @Field(() => String) label: string;
  @Field(() => String) value: string;
  @Field(() => String, { nullable: true }) source: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('BenefitEligibility', { description: 'The answer of the rules when it was submitted' })
export class BenefitEligibilityNode {
  @Field(() => Boolean) eligible: boolean;
  @Field(() => [EligibilityReasonNode]) reasons: EligibilityReasonNode[];
  @Field(() => [EligibilityTraceNode]) trace: EligibilityTraceNode[];
}

@ObjectType('ApplicationDecision')
export class ApplicationDecisionNode {
  @Field(() => String, { description: 'FILE REVIEW APPROVE' }) step: string;
  @Field(() => String) by: string;
  @Field(() => String, { description: 'ISO 8601' }) at: string;
  @Field(() => String, { description: 'FILE APPROVE RETURN REJECT' }) outcome: string;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('ApplicationCase', { description: 'A benefit application as staff decide it' })
export class ApplicationCaseNode {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) schemeName: string;
  @Field(() => ID, { nullable: true, description: 'For who may look into the register of people; null for the others' })
  personId: string | null;
  @Field(() => String, { description: 'Masked for those who only look on' }) applicantName: string;
  @Field(() => String) divisionName: string;
  @Field(() => String) object: string;
  @Field(() => String) periodText: string;
  @Field(() => Int) hours: number;
  @Field(() => String, { description: 'What the applicant paid' }) feeYuan: string;
  @Field(() => String) amountYuan: string;
  @Field(() => String, { description: 'Last four digits' }) maskedAccount: string;
  @Field(() => String) state: string;
  @Field(() => String) stateText: string;
  @Field(() => String, { nullable: true, description: 'REVIEW or APPROVE while it waits for one' }) step: string | null;
  @Field(() => String, { nullable: true, description: 'Why this viewer may not decide the step' })
  blocked: string | null;
  @Field(() => String) submittedOn: string;
  @Field(() => BenefitEligibilityNode) eligibility: BenefitEligibilityNode;
  @Field(() => [ApplicationDecisionNode]) decisions: ApplicationDecisionNode[];
}

@ObjectType('ApplicationCasePage')
export class ApplicationCasePage extends Paged(ApplicationCaseNode) {}

@ObjectType('NoticeCandidates')
export class NoticeCandidatesNode {
  @Field(() => Int) count: number;
  @Field(() => String) totalYuan: string;
}

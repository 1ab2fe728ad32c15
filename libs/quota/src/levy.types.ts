import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A parameter that a result rests on' })
export class UsedParameterNode {
  @Field(() => String) code: string;
  @Field(() => String) qualifier: string;
  @Field(() => String) value: string;
  @Field(() => String) from: string;
  @Field(() => String, { nullable: true }) to: string | null;
  @Field(() => String) source: string;
  @Field(() => String, { description: 'CONFIRMED or UNCONFIRMED' }) status: string;
  @Field(() => String, { description: 'SHIPPED, OPERATOR or DEMO (演示参数)' }) origin: string;
  @Field(() => String, { description: 'known or assumed-continued' }) answer: string;
}

@ObjectType()
export class TraceInputNode {
  @Field(() => String) name: string;
  @Field(() => String) value: string;
}

@ObjectType({ description: 'One step of the reasoning; depth 0 is the whole' })
export class TraceStepNode {
  @Field(() => Int) depth: number;
  @Field(() => String) step: string;
  @Field(() => String) label: string;
  @Field(() => String) value: string;
  @Field(() => [TraceInputNode]) inputs: TraceInputNode[];
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => String, { nullable: true }) note?: string;
}

@ObjectType({ description: '残保金估算: an estimate, no notice of payment' })
export class LevyEstimateNode {
  @Field(() => String, { nullable: true }) id?: string;
  @Field(() => String) requiredHires: string;
  @Field(() => String) countedHires: string;
  @Field(() => String) shortfall: string;
  @Field(() => String) placementRatio: string;
  @Field(() => String) chargeableWageYuan: string;
  @Field(() => String) baseYuan: string;
  @Field(() => String, { description: 'EXEMPT_SMALL, MET, TIER_50 or TIER_90' }) outcome: string;
  @Field(() => String) levyYuan: string;
  @Field(() => String) lateFeeYuan: string;
  @Field(() => [UsedParameterNode]) parameters: UsedParameterNode[];
  @Field(() => [TraceStepNode]) trace: TraceStepNode[];
  @Field(() => [String], {
    description:
      'CAP_UNKNOWN: no social average wage, the cap was left out; RATIO_BELOW_FLOOR; BOTH_GIVEN: the exact one counted',
  })
  warnings: string[];
}

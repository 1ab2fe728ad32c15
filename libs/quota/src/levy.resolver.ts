import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@tongxing/access';
import type { TraceStep } from '@tongxing/rules';
import { LevyEstimateInput } from './levy.inputs.js';
import { LevyService } from './levy.service.js';
import { LevyEstimateNode, type TraceStepNode } from './levy.types.js';

/** Inputs of a step as a list: GraphQL has no maps. */
export const traceStepNode = ({ inputs = {}, ...step }: TraceStep): TraceStepNode => ({
  ...step,
  inputs: Object.entries(inputs).map(([name, value]) => ({ name, value })),
});

@Resolver()
export class LevyResolver {
  constructor(private readonly levy: LevyService) {}

  @Public()
  @Query(() => LevyEstimateNode, { description: '残保金估算' })
  async levyEstimate(@Args('input') input: LevyEstimateInput): Promise<LevyEstimateNode> {
    const estimate = await this.levy.estimate(input);
    return { ...estimate, trace: estimate.trace.map(traceStepNode) };
  }
}

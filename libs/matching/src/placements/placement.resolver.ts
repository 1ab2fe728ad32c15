import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PlacementDesk } from './placement-desk.service.js';
import {
  EndPlacementInput,
  PlacementArgs,
  PlacementFiguresNode,
  PlacementFileNode,
  PlacementPage,
  PlacementPersonArgs,
  PlacementPersonNode,
  ProjectMonthNode,
  RecordOutcomeInput,
  RecordPlacementInput,
} from './placement.types.js';

@Resolver()
export class PlacementResolver {
  constructor(private readonly desk: PlacementDesk) {}

  @Allow('placement.read')
  @Query(() => PlacementPage, { description: '上岗 at posts of the region, the last begun first' })
  placements(@Viewer() viewer: SignedIn, @Args() { filter, ...page }: PlacementArgs): Promise<PlacementPage> {
    return this.desk.list(viewer, page, filter ?? null);
  }

  @Allow('placement.read')
  @Query(() => PlacementFiguresNode, { description: 'How many began in a year, by kind' })
  placementFigures(
    @Viewer() viewer: SignedIn,
    @Args('year', { type: () => Int, nullable: true, description: 'Absent: this year' }) year?: number,
  ): Promise<PlacementFiguresNode> {
    return this.desk.figures(viewer, year);
  }

  @Allow('placement.read')
  @Query(() => [ProjectMonthNode], { description: 'What a project’s participants earned, three months' })
  projectMonths(
    @Viewer() viewer: SignedIn,
    @Args('projectId', { type: () => ID }) projectId: string,
  ): Promise<ProjectMonthNode[]> {
    return this.desk.projectMonths(viewer, projectId);
  }

  @Allow('placement.record')
  @Query(() => PlacementFileNode, { description: 'One placement with all that was told of it' })
  placement(@Viewer() viewer: SignedIn, @Args('id', { type: () => ID }) id: string): Promise<PlacementFileNode> {
    return this.desk.file(viewer, id);
  }

  @Allow('placement.record')
  @Query(() => PlacementPersonNode, { description: 'Whom a placement is to be recorded of' })
  placementPerson(
    @Viewer() viewer: SignedIn,
    @Args() { personId, text }: PlacementPersonArgs,
  ): Promise<PlacementPersonNode> {
    return this.desk.person(viewer, personId, text);
  }

  @Allow('placement.record')
  @Mutation(() => PlacementFileNode, { description: 'Somebody was placed outside the flow of applications' })
  recordPlacement(@Viewer() viewer: SignedIn, @Args('input') input: RecordPlacementInput): Promise<PlacementFileNode> {
    return this.desk.record(viewer, input);
  }

  @Allow('placement.record')
  @Mutation(() => PlacementFileNode, { description: 'Contract, insurance, income, what came of 见习' })
  recordOutcome(@Viewer() viewer: SignedIn, @Args('input') input: RecordOutcomeInput): Promise<PlacementFileNode> {
    return this.desk.recordOutcome(viewer, input);
  }

  @Allow('placement.record')
  @Mutation(() => PlacementFileNode, { description: '离岗' })
  endPlacement(@Viewer() viewer: SignedIn, @Args('input') input: EndPlacementInput): Promise<PlacementFileNode> {
    return this.desk.end(viewer, input);
  }
}

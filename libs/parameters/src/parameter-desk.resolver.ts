import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import type { Page } from '@tongxing/platform';
import { PARAMETER_KINDS, type ParameterKind } from '@tongxing/rules';
import type { ParameterTrial } from './entered-parameter.entity.js';
import { ParameterBook } from './parameter-book.service.js';
import { ParameterDesk } from './parameter-desk.service.js';
import {
  EnterParameterInput,
  MissingParameterNode,
  type ParameterChoiceNode,
  ParameterKindNode,
  ParameterRowNode,
  ParameterRowPage,
  ParameterRowsArgs,
  ParameterTrialNode,
} from './parameter.types.js';
import { TrialService } from './trial.service.js';

const ROW = { type: () => ID };
const VERSION = { type: () => Int, description: 'As it was shown' };

/** 规则台账: dated values entered by one person and confirmed by another. */
@Resolver(() => ParameterRowNode)
export class ParameterDeskResolver {
  constructor(
    private readonly desk: ParameterDesk,
    private readonly book: ParameterBook,
    private readonly trials: TrialService,
  ) {}

  @Allow('parameter.read')
  @Query(() => [ParameterKindNode], { description: 'Every code that may be entered' })
  parameterKinds(): ParameterKindNode[] {
    return PARAMETER_KINDS.map(kindNode);
  }

  @Allow('parameter.read')
  @Query(() => ParameterRowPage, { description: 'Rows that concern the viewer’s region, in the catalogue’s order' })
  parameterRows(@Viewer() viewer: SignedIn, @Args() args: ParameterRowsArgs): Promise<Page<ParameterRowNode>> {
    return this.book.page(viewer, args.filter ?? {}, args);
  }

  @Allow('parameter.read')
  @Query(() => ParameterRowNode)
  parameterRow(@Viewer() viewer: SignedIn, @Args('id', ROW) id: string): Promise<ParameterRowNode> {
    return this.book.one(viewer, id);
  }

  @Allow('parameter.read')
  @ResolveField(() => [ParameterRowNode], { description: 'Rows of the same code, place and qualifier, newest first' })
  history(@Viewer() viewer: SignedIn, @Parent() row: ParameterRowNode): Promise<ParameterRowNode[]> {
    return this.book.history(viewer, row.id);
  }

  @Allow('parameter.read')
  @ResolveField(() => ParameterRowNode, { nullable: true, description: 'What holds on its first day without it' })
  standing(@Viewer() viewer: SignedIn, @Parent() row: ParameterRowNode): Promise<ParameterRowNode | null> {
    return this.book.standing(viewer, row.id);
  }

  @Allow('parameter.read')
  @Query(() => [MissingParameterNode], { description: 'What computations of the region need and nobody has entered' })
  missingParameters(@Viewer() viewer: SignedIn): Promise<MissingParameterNode[]> {
    return this.book.missing(viewer);
  }

  @Allow('parameter.enter')
  @Mutation(() => ParameterRowNode, { description: 'It counts once another person has confirmed it' })
  async enterParameter(
    @Viewer() viewer: SignedIn,
    @Args('input') input: EnterParameterInput,
  ): Promise<ParameterRowNode> {
    return this.book.one(viewer, (await this.desk.enter(viewer, input)).id);
  }

  @Allow('parameter.enter')
  @Mutation(() => ParameterRowNode, { description: 'Takes back what did not count yet' })
  async withdrawParameter(
    @Viewer() viewer: SignedIn,
    @Args('id', ROW) id: string,
    @Args('version', VERSION) version: number,
  ): Promise<ParameterRowNode> {
    return this.book.one(viewer, (await this.desk.withdraw(viewer, id, version)).id);
  }

  @Allow('parameter.confirm')
  @Mutation(() => ParameterRowNode, { description: 'By another natural person than the one who entered it' })
  async confirmParameter(
    @Viewer() viewer: SignedIn,
    @Args('id', ROW) id: string,
    @Args('version', VERSION) version: number,
  ): Promise<ParameterRowNode> {
    return this.book.one(viewer, (await this.desk.confirm(viewer, id, version)).id);
  }

  @Allow('parameter.enter')
  @Mutation(() => ParameterTrialNode, { description: 'Begins to compute what a waiting row would move' })
  async tryParameter(@Viewer() viewer: SignedIn, @Args('id', ROW) id: string): Promise<ParameterTrialNode> {
    return trialNode(await this.trials.begin(viewer, id));
  }

  @Allow('parameter.read')
  @Query(() => ParameterTrialNode)
  async parameterTrial(@Viewer() viewer: SignedIn, @Args('id', ROW) id: string): Promise<ParameterTrialNode> {
    return trialNode(await this.trials.one(viewer, id));
  }
}

const choicesOf = (choices: Readonly<Record<string, string>>): ParameterChoiceNode[] =>
  Object.entries(choices).map(([value, text]) => ({ value, text }));

const kindNode = ({ grammar, units, qualifiers, scopes, ...kind }: ParameterKind): ParameterKindNode => ({
  ...kind,
  scopes: [...scopes],
  units: choicesOf(units),
  qualifiers: choicesOf(qualifiers),
  choices: 'choices' in grammar ? choicesOf(grammar.choices) : null,
  several: grammar.kind === 'LIST',
  money: grammar.kind === 'MONEY',
});

const trialNode = ({ done, total, ...trial }: ParameterTrial): ParameterTrialNode => ({
  ...trial,
  percent: trial.state === 'DONE' ? 100 : total === 0 ? 0 : Math.floor((100 * done) / total),
});

import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public, type SignedIn, Viewer } from '@tongxing/access';
import { CoverageService } from './coverage.service.js';
import { RegisterFileService } from './register-file.service.js';
import { RegisterService } from './register.service.js';
import {
  CoverageArgs,
  CoverageNode,
  PublicRegisterEntryPage,
  PublicRegistersArgs,
  RegisterEntryNode,
  RegisterEntryPage,
  RegisterFileArgs,
  RegisterFileNode,
  RegisterGapPage,
  RegisterGapsArgs,
  RegisterPlaceChoiceNode,
  RegistersArgs,
  SaveRegisterEntryInput,
} from './register.types.js';

@Resolver()
export class RegisterResolver {
  constructor(
    private readonly book: RegisterService,
    private readonly covered: CoverageService,
    private readonly files: RegisterFileService,
  ) {}

  @Public()
  @Query(() => PublicRegisterEntryPage, { description: 'What is open today, by place; for everybody' })
  publicRegisters(@Args() { kind, filter, ...page }: PublicRegistersArgs): Promise<PublicRegisterEntryPage> {
    return this.book.publicList(kind, filter, page);
  }

  @Allow('register.read')
  @Query(() => RegisterEntryPage, { description: '台账 of the region, by place' })
  registers(@Args() { kind, filter, ...page }: RegistersArgs, @Viewer() viewer: SignedIn): Promise<RegisterEntryPage> {
    return this.book.list(viewer, kind, filter, page);
  }

  @Allow('register.read')
  @Query(() => RegisterEntryNode, { description: 'One entry of the region' })
  registerEntry(@Args('id', { type: () => ID }) id: string, @Viewer() viewer: SignedIn): Promise<RegisterEntryNode> {
    return this.book.one(viewer, id);
  }

  @Allow('register.read')
  @Query(() => [RegisterPlaceChoiceNode], {
    description: 'A town and its villages; without a town, the counties and their towns',
  })
  registerPlaces(
    @Viewer() viewer: SignedIn,
    @Args('townCode', { type: () => String, nullable: true }) townCode?: string | null,
  ): RegisterPlaceChoiceNode[] {
    return this.book.places(viewer, townCode ?? undefined);
  }

  @Allow('register.read')
  @Query(() => CoverageNode, { description: 'How many villages have an entry or are served by one, by town' })
  registerCoverage(@Args() { kind, divisionCode }: CoverageArgs, @Viewer() viewer: SignedIn): Promise<CoverageNode> {
    return this.covered.coverage(viewer, kind, divisionCode);
  }

  @Allow('register.read')
  @Query(() => RegisterGapPage, { description: 'Villages that have no entry and are served by none' })
  registerGaps(
    @Args() { kind, divisionCode, ...page }: RegisterGapsArgs,
    @Viewer() viewer: SignedIn,
  ): Promise<RegisterGapPage> {
    return this.covered.gaps(viewer, kind, divisionCode, page);
  }

  @Allow('register.read')
  @Mutation(() => RegisterFileNode, { description: 'The list as a file; noted in the audit trail' })
  exportRegister(@Args() { kind, filter }: RegisterFileArgs, @Viewer() viewer: SignedIn): Promise<RegisterFileNode> {
    return this.files.file(viewer, kind, filter);
  }

  @Allow('register.save')
  @Mutation(() => RegisterEntryNode, {
    description: 'Writes a new entry; changes one, closes it, or takes the closing back',
  })
  saveRegisterEntry(
    @Args('input') input: SaveRegisterEntryInput,
    @Viewer() viewer: SignedIn,
  ): Promise<RegisterEntryNode> {
    return this.book.save(viewer, input);
  }
}

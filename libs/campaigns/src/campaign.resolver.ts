import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CaseloadPage, type CaseloadPageNode, PersonCaseNode, VisitNode } from './campaign.types.js';
import { CaseloadService } from './caseload.service.js';
import { RecordVisitInput } from './visit.inputs.js';
import { VisitService } from './visit.service.js';

const MAX_TEXT = 40;

@ArgsType()
export class CaseloadArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Name, pinyin, first letters or place' })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_TEXT)
  text?: string | null;
}

@Resolver()
export class CampaignResolver {
  constructor(
    private readonly cases: CaseloadService,
    private readonly visits: VisitService,
  ) {}

  @Allow('caseload.read')
  @Query(() => CaseloadPage, { description: 'The viewer’s own people, the earliest due day first' })
  caseload(@Args() args: CaseloadArgs, @Viewer() viewer: SignedIn): Promise<CaseloadPageNode> {
    return this.cases.page(viewer, args, args.text);
  }

  @Allow('caseload.read')
  @Query(() => PersonCaseNode)
  personCase(
    @Args('personId', { type: () => ID }) personId: string,
    @Viewer() viewer: SignedIn,
  ): Promise<PersonCaseNode> {
    return this.cases.personCase(viewer, personId);
  }

  @Allow('visit.record')
  @Mutation(() => VisitNode, { description: 'Sent twice with one id it is one visit' })
  recordVisit(@Args('input') input: RecordVisitInput, @Viewer() viewer: SignedIn): Promise<VisitNode> {
    return this.visits.record(viewer, input);
  }
}

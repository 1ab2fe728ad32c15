import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type SignedIn, Viewer } from '@tongxing/access';
import { PageArgs } from '@tongxing/platform';
import { AssessmentService } from './assessment.service.js';
import { AssessmentNode, ComplianceArgs, ComplianceRowPage } from './assessment.types.js';
import { GapService } from './gap.service.js';
import { QuotaGapPage } from './gap.types.js';
import { ReturnService } from './return.service.js';
import { QuotaReturnInput, QuotaReturnNode } from './return.types.js';

const YEAR = { type: () => Int, description: 'Levy year Y; the figures are those of Y-1' };
const EMPLOYER = { type: () => ID, nullable: true, description: 'Absent: the own employer' };

@Resolver()
export class QuotaResolver {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly returns: ReturnService,
    private readonly gapDesk: GapService,
  ) {}

  @Allow('quota.read')
  @Query(() => AssessmentNode, { nullable: true, description: 'Null while the headcount is not known' })
  assessment(
    @Viewer() viewer: SignedIn,
    @Args('year', YEAR) year: number,
    @Args('employerId', EMPLOYER) employerId?: string,
  ): Promise<AssessmentNode | null> {
    return this.assessments.assessment(viewer, year, employerId);
  }

  @Allow('quota.read')
  @Query(() => QuotaReturnNode)
  quotaReturn(
    @Viewer() viewer: SignedIn,
    @Args('year', YEAR) year: number,
    @Args('employerId', EMPLOYER) employerId?: string,
  ): Promise<QuotaReturnNode> {
    return this.returns.quotaReturn(viewer, year, employerId);
  }

  @Allow('quota.save')
  @Mutation(() => QuotaReturnNode, {
    description: 'Staff and wages of the own employer; again with the same content changes nothing',
  })
  saveQuotaReturn(@Viewer() viewer: SignedIn, @Args('input') input: QuotaReturnInput): Promise<QuotaReturnNode> {
    return this.returns.save(viewer, input);
  }

  @Allow('compliance.gaps')
  @Query(() => QuotaGapPage, { description: '还差人、又没有岗位的单位, the near ones first' })
  quotaGaps(@Viewer() viewer: SignedIn, @Args() page: PageArgs): Promise<QuotaGapPage> {
    return this.gapDesk.gaps(viewer, page);
  }

  @Allow('compliance.read')
  @Query(() => ComplianceRowPage, { description: '全县达标: the employers of a division, page by page' })
  complianceBoard(@Viewer() viewer: SignedIn, @Args() args: ComplianceArgs): Promise<ComplianceRowPage> {
    return this.assessments.board(viewer, args.divisionCode, args.year, args);
  }
}

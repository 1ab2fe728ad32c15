import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Page } from '@tongxing/platform';
import { Allow, Viewer } from '../access.guard.js';
import type { Viewer as SignedIn } from '../viewer.js';
import {
  AuditAnchorNode,
  AuditAnchorsArgs,
  AuditEntryNode,
  AuditEntryPage,
  AuditReportNode,
  AuditTrailArgs,
} from './audit.types.js';
import { TrailService } from './trail.service.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly trail: TrailService) {}

  @Allow('audit.read')
  @Query(() => AuditEntryPage, { description: 'What was done in the viewer’s county, newest first' })
  auditTrail(@Args() args: AuditTrailArgs, @Viewer() viewer: SignedIn): Promise<Page<AuditEntryNode>> {
    return this.trail.page(viewer, args);
  }

  @Allow('audit.read')
  @Query(() => [AuditAnchorNode], {
    description: 'Signed ends of the county’s chain of one day, for the printed report',
  })
  auditAnchors(@Args() { day }: AuditAnchorsArgs, @Viewer() viewer: SignedIn): Promise<AuditAnchorNode[]> {
    return this.trail.anchorsOf(viewer, day);
  }

  @Allow('audit.verify')
  @Mutation(() => AuditReportNode, {
    description: 'Recomputes the audit chain of the viewer’s county from its first entry on',
  })
  verifyAuditTrail(@Viewer() viewer: SignedIn): Promise<AuditReportNode> {
    return this.trail.verify(viewer);
  }
}

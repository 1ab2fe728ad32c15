import { Module, type OnModuleInit } from '@nestjs/common';
import { Caseloads, RevealFields } from '@tongxing/access';
import { CampaignDemo } from './campaign-demo.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignsPart } from './campaigns-part.js';
import { caseReveals } from './case.reveals.js';
import { CaseloadService } from './caseload.service.js';
import { VisitService } from './visit.service.js';

/** Caseloads and visits. */
@Module({
  providers: [VisitService, CaseloadService, CampaignDemo, CampaignsPart, CampaignResolver],
  exports: [CaseloadService, VisitService, CampaignDemo],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly caseloads: Caseloads,
    private readonly reveals: RevealFields,
    private readonly caseload: CaseloadService,
  ) {}

  onModuleInit(): void {
    this.caseloads.register(this.caseload);
    this.reveals.register(caseReveals(this.caseload));
  }
}

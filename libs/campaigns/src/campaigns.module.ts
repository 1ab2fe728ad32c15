import { Module, type OnModuleInit } from '@nestjs/common';
import { Caseloads } from '@tongxing/access';
import { CampaignDemo } from './campaign-demo.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignsPart } from './campaigns-part.js';
import { CaseloadService } from './caseload.service.js';
import { VisitService } from './visit.service.js';

/** Caseloads and visits. */
@Module({
  providers: [VisitService, CaseloadService, CampaignDemo, CampaignsPart, CampaignResolver],
  exports: [CaseloadService, VisitService, CampaignDemo],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly witnesses: Caseloads,
    private readonly caseload: CaseloadService,
  ) {}

  onModuleInit(): void {
    this.witnesses.register((counsellorId, personId) => this.caseload.holds(counsellorId, personId));
  }
}

import { Module } from '@nestjs/common';
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
export class CampaignsModule {}

import { Module, type OnModuleInit } from '@nestjs/common';
import { PersonBook } from '@tongxing/access';
import { CampaignDemo } from './campaign-demo.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CaseloadService } from './caseload.service.js';
import { VisitService } from './visit.service.js';

/** Caseloads and visits. */
@Module({
  providers: [VisitService, CaseloadService, CampaignDemo, CampaignResolver],
  exports: [CaseloadService, VisitService, CampaignDemo],
})
export class CampaignsModule implements OnModuleInit {
  constructor(
    private readonly persons: PersonBook,
    private readonly cases: CaseloadService,
  ) {}

  onModuleInit(): void {
    this.persons.registerCaseloads((personId) => this.cases.workersOf(personId));
  }
}

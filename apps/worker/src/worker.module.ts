import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@tongxing/access';
import { DatabaseModule } from '@tongxing/database';
import { JobsModule } from '@tongxing/jobs';
import { type Config, PlatformModule } from '@tongxing/platform';
import { BenefitsModule } from '@tongxing/benefits';
import { CampaignsModule } from '@tongxing/campaigns';
import { EmployersModule } from '@tongxing/employers';
import { ImportsModule } from '@tongxing/imports';
import { MatchingModule } from '@tongxing/matching';
import { NoticesModule } from '@tongxing/notices';
import { ParametersModule } from '@tongxing/parameters';
import { PeopleModule } from '@tongxing/people';
import { QuotaModule } from '@tongxing/quota';
import { RegistersModule } from '@tongxing/registers';
import { entities } from './entities.js';

/** The same features as the api, all of them, since an unknown job stops the start; but no door: what the api queues is done here. */
@Module({})
export class WorkerModule {
  /** @param runJobs false for a command that needs the services alone */
  static forRoot(config: Config, runJobs = true): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config),
        DatabaseModule.forRoot({ entities }),
        JobsModule.forRoot({ run: runJobs }),
        AccessModule,
        ParametersModule,
        NoticesModule,
        ImportsModule,
        PeopleModule,
        EmployersModule,
        MatchingModule,
        QuotaModule,
        RegistersModule,
        BenefitsModule,
        CampaignsModule,
      ],
    };
  }
}

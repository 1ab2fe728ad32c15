import { Module, type OnModuleInit } from '@nestjs/common';
import { Divisions, RevealFields } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { ImportKinds } from '@tongxing/imports';
import { ParameterService, ParameterTrials } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { CryptoProvider } from '@tongxing/platform';
import { AssessmentService } from './assessment.service.js';
import { GapService } from './gap.service.js';
import { HeadcountsKind } from './headcounts.kind.js';
import { hireReveals } from './hire.reveals.js';
import { HiresKind } from './hires.kind.js';
import { LevyTrial } from './levy-trial.js';
import { LevyResolver } from './levy.resolver.js';
import { LevyService } from './levy.service.js';
import { QuotaPart } from './quota-part.js';
import { QuotaResolver } from './quota.resolver.js';
import { ReturnService } from './return.service.js';

/** Proportional hiring: what employers declare, what counts, the levy. */
@Module({
  providers: [
    LevyService,
    LevyResolver,
    AssessmentService,
    ReturnService,
    GapService,
    QuotaResolver,
    LevyTrial,
    QuotaPart,
  ],
  exports: [LevyService, AssessmentService, ReturnService, LevyTrial],
})
export class QuotaModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
    private readonly divisions: Divisions,
    private readonly trials: ParameterTrials,
    private readonly levyTrial: LevyTrial,
    private readonly reveals: RevealFields,
  ) {}

  onModuleInit(): void {
    const { unitOfWork, crypto, parameters, people, divisions } = this;
    this.kinds.register(new HeadcountsKind(unitOfWork));
    this.trials.register(this.levyTrial);
    this.reveals.register(hireReveals(unitOfWork, divisions, crypto));
    this.kinds.register(new HiresKind(unitOfWork, crypto, parameters, people, divisions));
  }
}

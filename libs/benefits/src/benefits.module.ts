import { Global, Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { Divisions, RevealFields } from '@tongxing/access';
import { SealedPlaces, UnitOfWork } from '@tongxing/database';
import { ExportSources, ImportKinds } from '@tongxing/imports';
import { ParameterTrials } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { CONFIG, type Config, CryptoProvider } from '@tongxing/platform';
import { ApplicationResolver } from './application.resolver.js';
import { ApplicationService } from './application.service.js';
import { BankGateway, NoBankGateway } from './bank-gateway.js';
import { BankReturnKind } from './bank-return.kind.js';
import { BatchService } from './batch.service.js';
import { BenefitDesk } from './benefit-desk.service.js';
import { applicantReveals, payoutReveals } from './benefit.reveals.js';
import { BenefitNews } from './benefit-news.js';
import { BenefitNoticeService } from './benefit-notice.service.js';
import { BenefitsPart } from './benefits-part.js';
import { BenefitsDemo } from './benefits-demo.service.js';
import { BenefitTrial } from './benefit-trial.js';
import { BenefitJobs } from './benefits.jobs.js';
import { CallbackService } from './callback.service.js';
import { CallbacksController } from './callbacks.controller.js';
import { ChainService } from './chain.service.js';
import { ClearanceService } from './clearance.service.js';
import { DecisionService } from './decision.service.js';
import { EligibilityService } from './eligibility.service.js';
import { EnvelopeService } from './envelope.service.js';
import { ExportService } from './export.service.js';
import { FinanceDesk } from './finance-desk.service.js';
import { FinanceResolver } from './finance.resolver.js';
import { LedgerCheckService } from './ledger-check.service.js';
import { LedgerService } from './ledger.service.js';
import { ReturnService } from './return.service.js';
import { SandboxBank } from './sandbox-bank.js';
import { SendService } from './send.service.js';
import { SettlementService } from './settlement.service.js';

/** Everything of benefits that knows no door: for the module and for specs. */
export const benefitProviders: Provider[] = [
  LedgerService,
  LedgerCheckService,
  EnvelopeService,
  EligibilityService,
  ApplicationService,
  BenefitNews,
  DecisionService,
  BenefitNoticeService,
  ChainService,
  ClearanceService,
  BatchService,
  ExportService,
  SettlementService,
  SendService,
  ReturnService,
  CallbackService,
  BenefitDesk,
  FinanceDesk,
  BenefitJobs,
  BenefitsDemo,
  {
    provide: BankGateway,
    inject: [CONFIG],
    useFactory: (config: Config) => (config.demo ? new SandboxBank(config) : new NoBankGateway()),
  },
];

/** From an application to money in an account. */
@Global()
@Module({
  controllers: [CallbacksController],
  providers: [...benefitProviders, BenefitTrial, BenefitsPart, ApplicationResolver, FinanceResolver],
  exports: [LedgerService, LedgerCheckService, BenefitsDemo, BenefitDesk, FinanceDesk],
})
export class BenefitsModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly places: SealedPlaces,
    private readonly sources: ExportSources,
    private readonly exports: ExportService,
    private readonly trials: ParameterTrials,
    private readonly trial: BenefitTrial,
    private readonly reveals: RevealFields,
    private readonly applications: ApplicationService,
    private readonly people: PeopleService,
    private readonly divisions: Divisions,
  ) {}

  onModuleInit(): void {
    this.trials.register(this.trial);
    this.kinds.register(new BankReturnKind(this.unitOfWork, this.crypto));
    this.places.register(this.exports.vault);
    this.sources.register(this.exports);
    const { unitOfWork, applications, people, divisions, crypto } = this;
    this.reveals.register(applicantReveals(unitOfWork, applications, people, divisions, crypto));
    this.reveals.register(payoutReveals(unitOfWork, people, divisions, crypto));
  }
}

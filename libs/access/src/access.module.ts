import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { join } from 'node:path';
import { Clock, CONFIG, type Config } from '@tongxing/platform';
import { AccessGuard, ViewerMiddleware } from './access.guard.js';
import { AccessResolver } from './access.resolver.js';
import { AnchorService } from './audit/anchors.js';
import { AuditJobs } from './audit/audit.jobs.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditService } from './audit/audit.service.js';
import { TrailService } from './audit/trail.service.js';
import { AuditVerifier } from './audit/verifier.js';
import { ActingService } from './delegation/acting.service.js';
import { ConsentCodeService } from './delegation/consent-code.service.js';
import { DelegationDemo } from './delegation/delegation-demo.js';
import { DelegationResolver } from './delegation/delegation.resolver.js';
import { DelegationService } from './delegation/delegation.service.js';
import { HelperLog } from './delegation/helper-log.service.js';
import { StandingDelegations } from './delegation/standing.js';
import { DemoResolver, DemoTimeService } from './demo-time.js';
import { AccountDeskResolver } from './account-desk.resolver.js';
import { AccountDeskService } from './account-desk.service.js';
import { AccountService } from './account.service.js';
import { DivisionResolver } from './division.resolver.js';
import { Divisions } from './divisions.js';
import { IdNumberService } from './id-number.service.js';
import { IdempotencyService } from './idempotency.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { MessageResolver } from './messages/message.resolver.js';
import { MessageService } from './messages/message.service.js';
import { FileSmsSender, MemorySmsSender, SmsSender } from './messages/sms-sender.js';
import { OidcResolver } from './oidc/oidc.resolver.js';
import { OidcService } from './oidc/oidc.service.js';
import { Platform } from './oidc/platform.js';
import { PersonDirectory } from './person-directory.js';
import { PhoneBook } from './phone-book.js';
import { PolicyResolver } from './policy.resolver.js';
import { AccessPart } from './privacy/access-part.js';
import { PersonParts } from './privacy/person-parts.js';
import { RevealFields } from './reveal/reveal-fields.js';
import { RevealResolver } from './reveal/reveal.resolver.js';
import { RevealService } from './reveal/reveal.service.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { SecurityService } from './security.service.js';
import { SignInCodeResolver } from './sign-in-code.resolver.js';
import { SignInCodeService } from './sign-in-code.service.js';
import { SignInLocks } from './sign-in-locks.js';
import { Caseloads } from './vouch/caseloads.js';
import { VouchResolver } from './vouch/vouch.resolver.js';
import { VouchService } from './vouch/vouch.service.js';

/** The demonstration sends nothing out; everybody else's messages wait in a file for the county's gateway. */
const smsSender = {
  provide: SmsSender,
  inject: [CONFIG, Clock],
  useFactory: (config: Config, clock: Clock) =>
    config.demo ? new MemorySmsSender() : new FileSmsSender(join(config.dataDir, 'sms'), clock),
};

/** Accounts, sessions, messages, the policy and the divisions. */
@Global()
@Module({
  providers: [
    AccountService,
    SessionService,
    SecondFactorService,
    SetupService,
    SignInLocks,
    SecurityService,
    IdNumberService,
    SessionResolver,
    AccountDeskService,
    AccountDeskResolver,
    PhoneBook,
    PersonDirectory,
    smsSender,
    MessageService,
    MessageResolver,
    RevealFields,
    RevealService,
    RevealResolver,
    SignInCodeService,
    SignInCodeResolver,
    PersonParts,
    AccessPart,
    Platform,
    OidcService,
    OidcResolver,
    Caseloads,
    VouchService,
    VouchResolver,
    AccessGuard,
    // Before the audit: its entry is a unit's last row.
    StandingDelegations,
    HelperLog,
    ConsentCodeService,
    DelegationService,
    ActingService,
    DelegationResolver,
    DelegationDemo,
    AuditService,
    AuditJobs,
    TrailService,
    AuditResolver,
    AnchorService,
    AuditVerifier,
    AccessResolver,
    DivisionResolver,
    PolicyResolver,
    DemoTimeService,
    DemoResolver,
    IdempotencyService,
    { provide: Divisions, useFactory: () => Divisions.shipped() },
  ],
  exports: [
    AccountService,
    SessionService,
    AccessGuard,
    AnchorService,
    AuditVerifier,
    DemoTimeService,
    Divisions,
    IdempotencyService,
    IdNumberService,
    SecondFactorService,
    SetupService,
    PhoneBook,
    PersonDirectory,
    Caseloads,
    MessageService,
    PersonParts,
    SignInCodeService,
    RevealFields,
    RevealService,
    SignInLocks,
    DelegationService,
    DelegationDemo,
  ],
})
export class AccessModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ViewerMiddleware).forRoutes('{*path}');
  }
}

import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AccessGuard, ViewerMiddleware } from './access.guard.js';
import { AccessResolver } from './access.resolver.js';
import { AnchorService } from './audit/anchors.js';
import { AuditJobs } from './audit/audit.jobs.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditService } from './audit/audit.service.js';
import { TrailService } from './audit/trail.service.js';
import { AuditVerifier } from './audit/verifier.js';
import { DemoResolver, DemoTimeService } from './demo-time.js';
import { AccountService } from './account.service.js';
import { DivisionResolver } from './division.resolver.js';
import { Divisions } from './divisions.js';
import { IdempotencyService } from './idempotency.service.js';
import { SessionService } from './session.service.js';

/** Accounts, sessions, the policy and the divisions. */
@Global()
@Module({
  providers: [
    AccountService,
    SessionService,
    AccessGuard,
    AuditService,
    AuditJobs,
    TrailService,
    AuditResolver,
    AnchorService,
    AuditVerifier,
    AccessResolver,
    DivisionResolver,
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
  ],
})
export class AccessModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ViewerMiddleware).forRoutes('{*path}');
  }
}

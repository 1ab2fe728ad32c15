import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AccessGuard, ViewerMiddleware } from './access.guard.js';
import { AccessResolver } from './access.resolver.js';
import { DemoResolver, DemoTimeService } from './demo-time.js';
import { AccountService } from './account.service.js';
import { DivisionResolver } from './division.resolver.js';
import { Divisions } from './divisions.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { SecurityService } from './security.service.js';
import { SignInLocks } from './sign-in-locks.js';

/** Accounts, sessions, the policy and the divisions. */
@Global()
@Module({
  providers: [
    AccountService,
    SessionService,
    SecondFactorService,
    SetupService,
    SignInLocks,
    SecurityService,
    SessionResolver,
    AccessGuard,
    AccessResolver,
    DivisionResolver,
    DemoTimeService,
    DemoResolver,
    { provide: Divisions, useFactory: () => Divisions.shipped() },
  ],
  exports: [AccountService, SessionService, SecondFactorService, SetupService, AccessGuard, DemoTimeService, Divisions],
})
export class AccessModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ViewerMiddleware).forRoutes('{*path}');
  }
}

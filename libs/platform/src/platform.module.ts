import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, DemoClock, SystemClock } from './clock.js';
import type { Config } from './config.js';
import { CryptoProvider, IntlCryptoProvider } from './crypto.js';
import { loggingModule } from './logging.js';
import { Metrics } from './metrics.js';
import { ReadinessChecks } from './readiness.js';

/** Injection token of the validated {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** Config, clock, encryption, log and figures, for every module of a process. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, clock: Clock = config.demo ? new DemoClock() : new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      imports: [loggingModule(config)],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: CryptoProvider, useFactory: () => new IntlCryptoProvider(config.keys) },
        { provide: Metrics, useFactory: () => Metrics.ofProcess() },
        ReadinessChecks,
      ],
      exports: [CONFIG, Clock, CryptoProvider, Metrics, ReadinessChecks],
    };
  }
}

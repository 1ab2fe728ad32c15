import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, DemoClock, SystemClock } from './clock.js';
import type { Config } from './config.js';
import { CryptoProvider, IntlCryptoProvider } from './crypto.js';

/** Injection token of the validated {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** Config, clock and encryption, for every module of a process. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, clock: Clock = config.demo ? new DemoClock() : new SystemClock()): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: CryptoProvider, useFactory: () => new IntlCryptoProvider(config.keys) },
      ],
      exports: [CONFIG, Clock, CryptoProvider],
    };
  }
}

import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { Clock, DemoClock, SystemClock } from './clock.js';
import type { Config } from './config.js';
import { CryptoProvider, GmCryptoProvider, IntlCryptoProvider } from './crypto.js';
import { rereading } from './key-file.js';
import { loggingModule } from './logging.js';
import { Metrics } from './metrics.js';
import { ReadinessChecks } from './readiness.js';

/** Injection token of the validated {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** The provider that the configuration names. It takes up keys that are added while the process runs. */
export function cryptoOf({ keys, keySource }: Config): CryptoProvider {
  const logger = new Logger('Keys');
  const Provider = keySource.crypto === 'gm' ? GmCryptoProvider : IntlCryptoProvider;
  return new Provider(
    keys,
    rereading(keySource, (problem) => logger.warn(problem)),
  );
}

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
        { provide: CryptoProvider, useFactory: () => cryptoOf(config) },
        { provide: Metrics, useFactory: () => Metrics.ofProcess() },
        ReadinessChecks,
      ],
      exports: [CONFIG, Clock, CryptoProvider, Metrics, ReadinessChecks],
    };
  }
}

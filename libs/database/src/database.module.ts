import { type DynamicModule, Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, CryptoProvider } from '@tongxing/platform';
import { DataSource } from 'typeorm';
import { BlindIndexes } from './blind-index.js';
import { dataSourceFactory, type EntityClass } from './data-source.js';
import type { QueryReport } from './query-logger.js';
import { SealedPlaces } from './sealed-places.js';
import { UnitOfWork } from './unit-of-work.js';

const logger = new Logger('Database');

/** A failed statement is often an expected refusal (a unique key); a slow one never is. */
const toLog: QueryReport = (report) => (report.event === 'slow' ? logger.warn(report) : logger.debug(report));

/** The data source and the unit of work of a process. Closed last, after runners and servers have stopped. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(options: { entities: readonly EntityClass[]; report?: QueryReport }): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [CONFIG],
          useFactory: (config: Config) => dataSourceFactory(config.database, options.entities, options.report ?? toLog),
        },
        {
          provide: UnitOfWork,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new UnitOfWork(dataSource),
        },
        {
          provide: SealedPlaces,
          inject: [DataSource, UnitOfWork, CryptoProvider],
          useFactory: (...parts: ConstructorParameters<typeof SealedPlaces>) => new SealedPlaces(...parts),
        },
        {
          provide: BlindIndexes,
          inject: [DataSource, UnitOfWork, CryptoProvider],
          useFactory: (...parts: ConstructorParameters<typeof BlindIndexes>) => new BlindIndexes(...parts),
        },
      ],
      exports: [BlindIndexes, DataSource, SealedPlaces, UnitOfWork],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

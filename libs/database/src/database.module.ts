import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tongxing/platform';
import { DataSource } from 'typeorm';
import { dataSourceFactory, type EntityClass } from './data-source.js';
import type { QueryReport } from './query-logger.js';
import { UnitOfWork } from './unit-of-work.js';

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
          useFactory: (config: Config) => dataSourceFactory(config.database, options.entities, options.report),
        },
        {
          provide: UnitOfWork,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new UnitOfWork(dataSource),
        },
      ],
      exports: [DataSource, UnitOfWork],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AccessGuard, AccessModule } from '@tongxing/access';
import { BenefitsModule } from '@tongxing/benefits';
import { CampaignsModule } from '@tongxing/campaigns';
import { DatabaseModule } from '@tongxing/database';
import { EmployersModule } from '@tongxing/employers';
import { ImportsModule } from '@tongxing/imports';
import { JobsModule } from '@tongxing/jobs';
import { MatchingModule } from '@tongxing/matching';
import { NoticesModule } from '@tongxing/notices';
import { ParametersModule } from '@tongxing/parameters';
import { PeopleModule } from '@tongxing/people';
import { type Config, PlatformModule } from '@tongxing/platform';
import { QuotaModule } from '@tongxing/quota';
import { entities } from './entities.js';
import { formatGraphqlError, PublicErrorFilter } from './graphql-errors.js';
import { OperationsModule } from './operations/operations.module.js';
import { validationPipe } from './validation.js';

const graphql = (config: Config): DynamicModule =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    introspection: !config.production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    graphiql: false,
    playground: false,
    stopOnTerminationSignals: false,
    formatError: formatGraphqlError,
    context: ({ req, res }: { req: object; res: object }) => ({ req, res }),
  });

/** What the api is made of. A worker is the same features with the jobs running and no door open. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, options: { runJobs: boolean }): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(config),
        DatabaseModule.forRoot({ entities }),
        JobsModule.forRoot({ run: options.runJobs }),
        AccessModule,
        ParametersModule,
        NoticesModule,
        ImportsModule,
        PeopleModule,
        EmployersModule,
        MatchingModule,
        QuotaModule,
        BenefitsModule,
        CampaignsModule,
        OperationsModule,
        graphql(config),
      ],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: PublicErrorFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

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
import { RegistersModule } from '@tongxing/registers';
import type { Response } from 'express';
import { entities } from './entities.js';
import { formatGraphqlError, PublicErrorFilter } from './graphql-errors.js';
import { Deadline, withDeadline } from './limits/deadline.js';
import { QUERY_LIMITS } from './limits/limits.js';
import { type LimitOverrides, LimitsModule } from './limits/limits.module.js';
import { secondLayer } from './limits/second-layer.js';
import { OperationsModule } from './operations/operations.module.js';
import { validationPipe } from './validation.js';

/** The deadline of one request, gone with its answer. */
function deadlineOf(response: Response, ms: number): Deadline {
  const deadline = new Deadline(ms);
  response.once('close', () => deadline.clear());
  return deadline;
}

const graphql = (timeMs: number): DynamicModule =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    // The edge refuses all of this first; here it holds once more.
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // Off in demo mode too: the schema is committed for everybody, and what is tried out is what will run.
    introspection: false,
    validationRules: secondLayer(),
    transformSchema: withDeadline,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    graphiql: false,
    playground: false,
    stopOnTerminationSignals: false,
    formatError: formatGraphqlError,
    context: ({ req, res }: { req: object; res: Response }) => ({ req, res, deadline: deadlineOf(res, timeMs) }),
  });

export interface ApiOptions extends LimitOverrides {
  /** true where jobs run in this process too (standalone) */
  runJobs: boolean;
}

/** What the api is made of. A worker is the same features with the jobs running and no door open. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, options: ApiOptions): DynamicModule {
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
        RegistersModule,
        BenefitsModule,
        CampaignsModule,
        OperationsModule,
        LimitsModule.forRoot(options),
        graphql(options.limits?.timeMs ?? QUERY_LIMITS.timeMs),
      ],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: PublicErrorFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

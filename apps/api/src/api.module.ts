import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AccessGuard, AccessModule } from '@tongxing/access';
import { DatabaseModule } from '@tongxing/database';
import { type Config, PlatformModule } from '@tongxing/platform';
import { entities } from './entities.js';
import { formatGraphqlError, PublicErrorFilter } from './graphql-errors.js';
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

/** What the api is made of. A worker runs the same features without the HTTP side. */
@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(config), DatabaseModule.forRoot({ entities }), AccessModule, graphql(config)],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: PublicErrorFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
    };
  }
}

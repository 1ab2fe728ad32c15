import {
  type DynamicModule,
  Inject,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import {
  CONFIG,
  type Config,
  MemoryRateLimiter,
  RateLimiter,
  ReadinessChecks,
  RedisRateLimiter,
} from '@tongxing/platform';
import { EdgeMiddleware } from './edge.middleware.js';
import { LIMITS, QUERY_LIMITS, type QueryLimits } from './limits.js';
import { RATE_TABLE, RATES, type Rates } from './rates.js';

/** Numbers other than the shipped ones: for specs, whose one person does in a minute what an office does in a week. */
export interface LimitOverrides {
  rates?: Partial<Rates>;
  limits?: Partial<QueryLimits>;
}

/** The edge of the api. Its middleware runs after the one that finds out who asks, since that module is global. */
@Module({})
export class LimitsModule implements NestModule, OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly limiter: RateLimiter,
    private readonly checks: ReadinessChecks,
  ) {}

  static forRoot({ rates, limits }: LimitOverrides = {}): DynamicModule {
    return {
      module: LimitsModule,
      providers: [
        EdgeMiddleware,
        { provide: RATE_TABLE, useValue: { ...RATES, ...rates } },
        { provide: LIMITS, useValue: { ...QUERY_LIMITS, ...limits } },
        {
          provide: RateLimiter,
          inject: [CONFIG],
          useFactory: (config: Config) =>
            config.redisUrl ? new RedisRateLimiter(config.redisUrl) : new MemoryRateLimiter(),
        },
      ],
      exports: [RateLimiter],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(EdgeMiddleware).forRoutes('{*path}');
  }

  onModuleInit(): void {
    if (!this.config.redisUrl) return;
    // Requests are served without Redis too, at half the limits; only sign-in is closed.
    this.checks.register('rates', () => Promise.resolve({ state: this.limiter.isShared() ? 'up' : 'late' }));
  }

  onApplicationShutdown(): Promise<void> {
    return this.limiter.close();
  }
}

import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256Hex } from './hash.js';

/** So many times in a window that begins with the first of them. */
export interface Rate {
  /** unique */
  name: string;
  limit: number;
  /** seconds, whole */
  windowS: number;
  /** The shared count is out of reach: refuse (`closed`), or count in this process at half the limit (`half`). */
  whenDown: 'closed' | 'half';
}

/** `retryAfter`: seconds until the window ends; 0 when the act is allowed. */
export interface RateVerdict {
  allowed: boolean;
  retryAfter: number;
}

const ALLOWED: RateVerdict = { allowed: true, retryAfter: 0 };
/** Told to whoever meets a closed door; the connection is tried again all the time. */
const CLOSED_RETRY_S = 30;
const COMMAND_MS = 500;
const CONNECT_MS = 1_000;
const MAX_RECONNECT_MS = 2_000;
const PREFIX = 'tongxing-rate';

/** Port: counts acts by rate and actor, in this process or in all of them together. */
export abstract class RateLimiter {
  /**
   * Counts one act, also a refused one.
   *
   * @param actor who acts: an account, a session, an address; kept as a hash only, for as long as the window
   */
  abstract take(rate: Rate, actor: string): Promise<RateVerdict>;

  /** False while the shared count is out of reach. */
  abstract isShared(): boolean;

  abstract close(): Promise<void>;
}

const keyOf = (actor: string): string => sha256Hex(actor).slice(0, 32);

async function consume(limiter: RateLimiterAbstract, actor: string): Promise<RateVerdict> {
  try {
    await limiter.consume(keyOf(actor));
    return ALLOWED;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { allowed: false, retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
}

/** One limiter a rate, made at its first use. */
class Limiters {
  private readonly made = new Map<string, RateLimiterAbstract>();

  constructor(private readonly make: (rate: Rate) => RateLimiterAbstract) {}

  of(rate: Rate): RateLimiterAbstract {
    let limiter = this.made.get(rate.name);
    if (!limiter) {
      limiter = this.make(rate);
      this.made.set(rate.name, limiter);
    }
    return limiter;
  }
}

const inMemory = (rate: Rate, limit: number): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix: rate.name, points: limit, duration: rate.windowS });

/** For one process. */
export class MemoryRateLimiter extends RateLimiter {
  private readonly limiters = new Limiters((rate) => inMemory(rate, rate.limit));

  take(rate: Rate, actor: string): Promise<RateVerdict> {
    return consume(this.limiters.of(rate), actor);
  }

  isShared(): boolean {
    return true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** For several processes. Without Redis each counts for itself at half the limits, and what must not be guessed is closed. */
export class RedisRateLimiter extends RateLimiter {
  private readonly logger = new Logger('RateLimiter');
  private readonly redis: Redis;
  private readonly shared: Limiters;
  private readonly own = new Limiters((rate) => inMemory(rate, Math.max(1, Math.floor(rate.limit / 2))));
  private readonly connecting: Promise<void>;
  private reached = true;

  constructor(url: string, prefix = PREFIX) {
    super();
    // A request never waits for a connection: without one its own process decides.
    this.redis = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      retryStrategy: (attempt) => Math.min(attempt * 100, MAX_RECONNECT_MS),
    });
    this.redis.on('error', () => undefined);
    this.connecting = this.redis.connect().catch(() => undefined);
    this.shared = new Limiters(
      (rate) =>
        new RateLimiterRedis({
          storeClient: this.redis,
          keyPrefix: `${prefix}:${rate.name}`,
          points: rate.limit,
          duration: rate.windowS,
          rejectIfRedisNotReady: true,
        }),
    );
  }

  async take(rate: Rate, actor: string): Promise<RateVerdict> {
    await this.connecting;
    try {
      const verdict = await consume(this.shared.of(rate), actor);
      this.tell(true);
      return verdict;
    } catch {
      this.tell(false);
      return rate.whenDown === 'closed'
        ? { allowed: false, retryAfter: CLOSED_RETRY_S }
        : consume(this.own.of(rate), actor);
    }
  }

  isShared(): boolean {
    return this.redis.status === 'ready';
  }

  async close(): Promise<void> {
    await this.connecting;
    this.redis.disconnect();
  }

  private tell(reached: boolean): void {
    if (reached !== this.reached) {
      if (reached) this.logger.log('Redis counts rates again');
      else
        this.logger.warn(
          'Redis does not answer: rates are counted in this process at half the limits, sign-in is closed',
        );
    }
    this.reached = reached;
  }
}

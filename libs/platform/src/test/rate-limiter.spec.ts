import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../ids.js';
import { MemoryRateLimiter, type Rate, type RateLimiter, RedisRateLimiter } from '../rate-limiter.js';

const REDIS_URL = `${process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379'}/8`;
const { hostname, port } = new URL(REDIS_URL);
const redisAnswers = await new Promise<boolean>((resolve) => {
  const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 1000 });
  const end = (reachable: boolean) => {
    socket.destroy();
    resolve(reachable);
  };
  socket
    .once('connect', () => end(true))
    .once('error', () => end(false))
    .once('timeout', () => end(false));
});

const rate = (over: Partial<Rate> = {}): Rate => ({ name: 'search', limit: 5, windowS: 60, whenDown: 'half', ...over });
const taken = async (limiter: RateLimiter, times: number, of: Rate, actor: string): Promise<number> => {
  const verdicts = await Promise.all(Array.from({ length: times }, () => limiter.take(of, actor)));
  return verdicts.filter(({ allowed }) => allowed).length;
};

/** What every rate limiter must do. */
function rateLimiterContract(make: () => RateLimiter): void {
  let limiter: RateLimiter;
  beforeAll(() => {
    limiter = make();
  });
  afterAll(() => limiter.close());

  it('allows the limit and refuses one beyond it, with the seconds to wait', async () => {
    const actor = newId();
    for (let turn = 1; turn <= 5; turn += 1) {
      expect(await limiter.take(rate(), actor)).toEqual({ allowed: true, retryAfter: 0 });
    }
    const beyond = await limiter.take(rate(), actor);
    expect(beyond.allowed).toBe(false);
    expect(beyond.retryAfter).toBeGreaterThanOrEqual(1);
    expect(beyond.retryAfter).toBeLessThanOrEqual(60);
  });

  it('counts actors apart, and rates apart', async () => {
    const [one, other] = [newId(), newId()];
    expect(await taken(limiter, 6, rate(), one)).toBe(5);
    expect((await limiter.take(rate(), other)).allowed).toBe(true);
    expect((await limiter.take(rate({ name: 'other' }), one)).allowed).toBe(true);
  });

  it('allows exactly the limit of fifty at once', async () => {
    expect(await taken(limiter, 50, rate(), newId())).toBe(5);
  });

  it('starts again when its window is over, and not for asking in between', async () => {
    const [actor, short] = [newId(), rate({ name: 'short', limit: 1, windowS: 1 })];
    expect((await limiter.take(short, actor)).allowed).toBe(true);
    const { allowed, retryAfter } = await limiter.take(short, actor);
    expect(allowed).toBe(false);
    await sleep(retryAfter * 1000 + 100);
    expect((await limiter.take(short, actor)).allowed).toBe(true);
  });
}

describe('the rate limiter in memory', () => {
  rateLimiterContract(() => new MemoryRateLimiter());
});

(redisAnswers ? describe : describe.skip)('the rate limiter in Redis (TEST_REDIS_URL, or 127.0.0.1:6379)', () => {
  const prefix = `spec-${newId()}`;
  rateLimiterContract(() => new RedisRateLimiter(REDIS_URL, prefix));

  it('counts for several processes together', async () => {
    const [one, other] = [new RedisRateLimiter(REDIS_URL, prefix), new RedisRateLimiter(REDIS_URL, prefix)];
    const actor = newId();
    expect(await taken(one, 3, rate(), actor)).toBe(3);
    expect(await taken(other, 3, rate(), actor)).toBe(2);
    await Promise.all([one.close(), other.close()]);
  });

  describe('whose connection goes away', () => {
    let [line, limiter]: [Line, RedisRateLimiter] = [] as never;
    beforeAll(async () => {
      line = await Line.open();
      limiter = new RedisRateLimiter(`redis://127.0.0.1:${line.port}/8`, prefix);
    });
    afterEach(() => line.mend());
    afterAll(async () => {
      await limiter.close();
      await line.close();
    });

    it('counts in its own process at half the limits, closes what must not be guessed, and comes back', async () => {
      const [actor, login] = [newId(), rate({ name: 'login', whenDown: 'closed' })];
      expect((await limiter.take(login, actor)).allowed).toBe(true);
      expect(limiter.isShared()).toBe(true);
      line.cut();
      expect(await limiter.take(login, actor)).toEqual({ allowed: false, retryAfter: 30 });
      expect(limiter.isShared()).toBe(false);
      expect(await taken(limiter, 6, rate(), actor)).toBe(2);
      await line.mend();
      for (let look = 0; look < 100 && !limiter.isShared(); look += 1) await sleep(50);
      expect(await taken(limiter, 6, rate(), actor)).toBe(5);
      expect((await limiter.take(login, actor)).allowed).toBe(true);
    });
  });
});

describe('the rate limiter without a Redis from the start', () => {
  it('answers all the same', async () => {
    const limiter = new RedisRateLimiter('redis://127.0.0.1:1');
    expect(await taken(limiter, 6, rate(), 'a')).toBe(2);
    expect((await limiter.take(rate({ limit: 1, name: 'one' }), 'a')).allowed).toBe(true);
    expect((await limiter.take(rate({ name: 'login', whenDown: 'closed' }), 'a')).allowed).toBe(false);
    await limiter.close();
  });
});

/** A wire to Redis that can be cut. */
class Line {
  port = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  static async open(): Promise<Line> {
    const line = new Line();
    await line.mend();
    return line;
  }

  async mend(): Promise<void> {
    if (this.server) return;
    this.server = createServer((near) => {
      const far = connect({ host: hostname, port: Number(port || 6379) });
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  cut(): void {
    this.server?.close();
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
  }
}

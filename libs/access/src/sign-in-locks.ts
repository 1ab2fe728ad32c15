import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError } from '@tongxing/platform';
import { IsNull, LessThan } from 'typeorm';
import { SignInFailure } from './account.entity.js';

const LOCK_MS = 15 * 60_000;
/** Tries at an account's password or second factor before it locks. */
const MAX_TRIES = 5;
/** A whole office stands behind one address: its typing errors must not lock it, a guesser's must. */
const MAX_TRIES_OF_ADDRESS = 20;

/** What can be locked. */
export type Door =
  /** an account name as typed, whether it exists or not */
  | { kind: 'NAME'; name: string }
  /** an account's second factor, within a session */
  | { kind: 'FACTOR'; accountId: string }
  /** a client address, the network half of an IPv6 one */
  | { kind: 'ADDRESS'; address: string };

const v6Network = (address: string): string => {
  const [head = '', tail] = address.split('::', 2) as [string, string | undefined];
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':');
};

/** One household or office: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function bucketOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(plain) === 6 ? v6Network(plain) : plain;
}

/**
 * Counts wrong tries in SQL, so that neither a restart nor a second process forgets them. A name that no account has is counted and locked
 * like any other: a lock tells nothing.
 */
@Injectable()
export class SignInLocks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
  ) {}

  /** @throws DomainError AUTH_LOCKED with the seconds that are left */
  async requireOpen(door: Door): Promise<void> {
    const row = await this.unitOfWork.manager.findOneBy(SignInFailure, { door: this.keyOf(door) });
    const now = this.clock.wall();
    if (row?.lockedUntil && row.lockedUntil > now) throw locked(row.lockedUntil.getTime() - now.getTime());
  }

  /**
   * Takes one of the tries of a door before anything is compared: of a hundred requests at once only so many get through.
   *
   * @throws DomainError AUTH_LOCKED with the seconds that are left
   */
  async take(door: Door): Promise<void> {
    const count = () => this.unitOfWork.run(() => this.countAt(door));
    // Two first tries at once: the second one finds the row of the first.
    const refusedForMs = await count().catch((error: unknown) => {
      if (isDuplicateKey(error)) return count();
      throw error;
    });
    if (refusedForMs > 0) throw locked(refusedForMs);
  }

  /** Gives the try back: nothing was guessed. */
  async giveBack(door: Door): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const key = this.keyOf(door);
      await manager.decrement(SignInFailure, { door: key }, 'failures', 1);
      await manager.update(SignInFailure, { door: key }, { lockedUntil: null });
    });
  }

  /** Forgets the tries after a success. */
  async clear(door: Door): Promise<void> {
    await this.unitOfWork.run(() => this.unitOfWork.manager.delete(SignInFailure, { door: this.keyOf(door) }));
  }

  /** 到期清理: counts that began before an instant and lock nothing any more. */
  async forget(before: Date): Promise<void> {
    const over = { since: LessThan(before) };
    const where = [
      { ...over, lockedUntil: IsNull() },
      { ...over, lockedUntil: LessThan(before) },
    ];
    await this.unitOfWork.run(async () => {
      for (const one of where) await this.unitOfWork.manager.delete(SignInFailure, one);
    });
  }

  /** @returns 0, or how long the door stays locked */
  private async countAt(door: Door): Promise<number> {
    const { manager } = this.unitOfWork;
    const key = this.keyOf(door);
    const now = this.clock.wall();
    await this.addOne(key, now);
    const row = await manager.findOneByOrFail(SignInFailure, { door: key });
    if (row.lockedUntil && row.lockedUntil > now) return row.lockedUntil.getTime() - now.getTime();
    if (row.failures >= (door.kind === 'ADDRESS' ? MAX_TRIES_OF_ADDRESS : MAX_TRIES)) {
      const lockedUntil = new Date(now.getTime() + LOCK_MS);
      await manager.update(SignInFailure, { door: key }, { lockedUntil });
    }
    return 0;
  }

  private keyOf(door: Door): string {
    switch (door.kind) {
      case 'NAME':
        return this.crypto.digest('signIn.name', door.name);
      case 'FACTOR':
        return this.crypto.digest('signIn.factor', door.accountId);
      case 'ADDRESS':
        return this.crypto.digest('signIn.address', bucketOf(door.address));
    }
  }

  /** One more; the count begins anew a quarter of an hour after it began, or after a lock has run out. */
  private async addOne(door: string, now: Date): Promise<void> {
    const { manager } = this.unitOfWork;
    const { affected } = await manager.increment(SignInFailure, { door }, 'failures', 1);
    if (affected === 0) {
      await manager.insert(SignInFailure, { door, failures: 1, since: now, lockedUntil: null });
      return;
    }
    const row = await manager.findOneByOrFail(SignInFailure, { door });
    const begun = row.lockedUntil ?? new Date(row.since.getTime() + LOCK_MS);
    if (begun <= now) await manager.update(SignInFailure, { door }, { failures: 1, since: now, lockedUntil: null });
  }
}

const locked = (leftMs: number): DomainError => {
  const minutes = Math.max(1, Math.ceil(leftMs / 60_000));
  return new DomainError('AUTH_LOCKED', '错的次数太多，暂时锁住了。', {
    hint: `请 ${minutes} 分钟后再试，或联系安全管理员。`,
    retryAfter: Math.max(1, Math.ceil(leftMs / 1000)),
  });
};

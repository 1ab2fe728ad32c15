import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { CONFIG, type Config, Clock, DomainError, newId, sameSecret, sha256Hex } from '@tongxing/platform';
import { Account, Session } from './account.entity.js';
import { AccountService, hashPassword, passwordMatches } from './account.service.js';
import type { Viewer } from './viewer.js';

const MINUTE_MS = 60_000;
const MAX_FAILURES = 5;
const LOCK_MS = 15 * MINUTE_MS;
const IDLE_MS = 30 * MINUTE_MS;
const LIFE_MS = 12 * 60 * MINUTE_MS;
/** Writing "seen just now" at every request would make every read a write. */
const SEEN_STEP_MS = MINUTE_MS;

/** Sign-in, and the way from a presented token to the person who asks. */
@Injectable()
export class SessionService {
  /** Verified when the account does not exist, so that an unknown name takes as long as a wrong password. */
  private readonly decoy = hashPassword(randomBytes(12).toString('hex'));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountService,
  ) {}

  /**
   * Opens a session (`viaPortal`) or gives a bearer token of 12 hours.
   *
   * @returns the secret, shown once
   * @throws DomainError AUTH_FAILED, the same for an unknown account and a wrong password; AUTH_LOCKED after five failures
   */
  async signIn(login: string, password: string, viaPortal: boolean): Promise<string> {
    const account = await this.accounts.byLogin(login.trim().toLowerCase());
    const now = this.clock.wall();
    const matches = await passwordMatches(account?.passwordHash ?? (await this.decoy), password);
    if (account?.lockedUntil && account.lockedUntil > now) {
      throw new DomainError('AUTH_LOCKED', '密码错的次数太多，账号暂时锁住了。', {
        hint: '请 15 分钟后再试，或联系安全管理员。',
      });
    }
    if (!account || account.disabled || !matches || (account.demo && !this.config.demo)) {
      if (account) await this.noteFailure(account.id, now);
      throw new DomainError('AUTH_FAILED', '账号或密码不对。', {
        hint: '请检查后重新填写；忘记密码请联系安全管理员。',
      });
    }
    const secret = randomBytes(32).toString('base64url');
    const token = viaPortal ? secret : `txg_${secret}`;
    await this.unitOfWork.run(async () => {
      if (account.failures > 0) {
        await this.unitOfWork.manager.update(Account, { id: account.id }, { failures: 0, lockedUntil: null });
      }
      await this.unitOfWork.manager.insert(Session, {
        id: newId(),
        kind: viaPortal ? 'SESSION' : 'BEARER',
        tokenHash: sha256Hex(token),
        accountId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
        revokedAt: null,
      });
    });
    return token;
  }

  /** Ends the session of a presented authorization; a second call does nothing. */
  async signOut(authorization: string): Promise<void> {
    const token = authorization.replace(/^(?:Session|Bearer) /, '');
    await this.unitOfWork.run(() =>
      this.unitOfWork.manager.update(Session, { tokenHash: sha256Hex(token) }, { revokedAt: this.clock.wall() }),
    );
  }

  /** True when the request carries the portal's service key. */
  isPortal(portalKey: string | undefined): boolean {
    return portalKey !== undefined && sameSecret(portalKey, this.config.keys.portal);
  }

  /**
   * Who presents this `Authorization` header. A portal session is accepted from the portal only, a bearer token from anyone else.
   *
   * @throws DomainError AUTH_FAILED for an unknown or misplaced token, SESSION_EXPIRED, SESSION_REVOKED
   */
  async viewerOf(authorization: string, portalKey: string | undefined): Promise<Viewer> {
    const [scheme, token] = authorization.split(' ', 2) as [string, string | undefined];
    const kind =
      scheme === 'Session' && this.isPortal(portalKey) ? 'SESSION' : scheme === 'Bearer' ? 'BEARER' : undefined;
    const session =
      token && kind ? await this.unitOfWork.manager.findOneBy(Session, { tokenHash: sha256Hex(token), kind }) : null;
    if (!session) throw new DomainError('AUTH_FAILED', '登录信息不对。', { hint: '请重新登录。' });
    const now = this.clock.wall();
    const idle = session.kind === 'SESSION' && now.getTime() - session.lastSeenAt.getTime() > IDLE_MS;
    if (session.expiresAt <= now || idle) {
      throw new DomainError('SESSION_EXPIRED', '登录已过期。', { hint: '请重新登录，您填的草稿还在。' });
    }
    const account = await this.accounts.byId(session.accountId);
    if (session.revokedAt || !account || account.disabled) {
      throw new DomainError('SESSION_REVOKED', '您已退出登录。', { hint: '请重新登录。' });
    }
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_STEP_MS) {
      await this.unitOfWork.run(() => this.unitOfWork.manager.update(Session, { id: session.id }, { lastSeenAt: now }));
    }
    return {
      id: account.id,
      displayName: account.displayName,
      roles: account.roles,
      divisionCode: account.divisionCode,
      ...(account.personId ? { personId: account.personId } : {}),
      ...(account.employerId ? { employerId: account.employerId } : {}),
    };
  }

  private async noteFailure(accountId: string, now: Date): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.increment(Account, { id: accountId }, 'failures', 1);
      const { failures } = await manager.findOneByOrFail(Account, { id: accountId });
      if (failures >= MAX_FAILURES) {
        await manager.update(
          Account,
          { id: accountId },
          { failures: 0, lockedUntil: new Date(now.getTime() + LOCK_MS) },
        );
      }
    });
  }
}

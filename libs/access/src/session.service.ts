import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { CONFIG, type Config, Clock, DomainError, newId, notFound, sameSecret, sha256Hex } from '@tongxing/platform';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { Account, Session } from './account.entity.js';
import { AccountService } from './account.service.js';
import { noteAudit } from './audit/audit.service.js';
import type { Client } from './client.js';
import { StandingDelegations } from './delegation/standing.js';
import { hashPassword, passwordMatches } from './password.js';
import { needsSecondFactor, type Proof, SecondFactorService } from './second-factor.service.js';
import { type Door, SignInLocks } from './sign-in-locks.js';
import { type Viewer, viewerOfAccount } from './viewer.js';

const MINUTE_MS = 60_000;
export const IDLE_MS = 30 * MINUTE_MS;
const LIFE_MS = 12 * 60 * MINUTE_MS;
/** How long a second factor is good for: a batch can be read through and released, a forgotten screen cannot. */
export const STEP_UP_MS = 5 * MINUTE_MS;
/** Writing "seen just now" at every request would make every read a write. */
const SEEN_STEP_MS = MINUTE_MS;
const MAX_SESSIONS_SHOWN = 100;
const FORGOTTEN_AT_ONCE = 200;

/** What is typed at the staff sign-in. */
export interface Credentials extends Proof {
  login: string;
  password: string;
}

/** What a session is opened with besides its account. */
export interface Opening {
  /** when the second factor was shown; null: not yet */
  provedAt: Date | null;
  /** of the session whose place this one takes */
  createdAt?: Date;
  expiresAt?: Date;
  /** see {@link Session.factorDue} */
  factorDue?: boolean;
  /** see {@link Session.witnessId} */
  witnessId?: string;
  /** see {@link Session.delegationId} */
  delegationId?: string | null;
}

/** Sign-in, step-up, and the way from a presented token to the person who asks. */
@Injectable()
export class SessionService {
  /** Verified when the account does not exist, so that an unknown name takes as long as a wrong password. */
  private readonly decoy = hashPassword(randomBytes(12).toString('hex'));

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountService,
    private readonly factors: SecondFactorService,
    private readonly locks: SignInLocks,
    private readonly delegations: StandingDelegations,
  ) {}

  /**
   * Opens a session (for the portal) or gives a bearer token of 12 hours.
   *
   * @returns the secret, shown once
   * @throws DomainError AUTH_FAILED, the same for an unknown account and a wrong password; AUTH_LOCKED with retryAfter after five of them;
   *   with the right password TOTP_REQUIRED, TOTP_SETUP_REQUIRED and what {@link SecondFactorService.prove} throws
   */
  async signIn({ login, password, ...proof }: Credentials, client: Client): Promise<string> {
    const name = login.trim().toLowerCase();
    const door: Door = { kind: 'NAME', name };
    const from: Door = { kind: 'ADDRESS', address: client.address };
    await this.locks.requireOpen(from);
    await this.locks.take(door);
    const account = await this.accounts.byLogin(name);
    const hash = account?.passwordHash || (await this.decoy);
    const matches = await passwordMatches(hash, password);
    if (!account || !account.passwordHash || !matches || account.disabled || (account.demo && !this.config.demo)) {
      await this.noteAt(from);
      if (account) await this.unitOfWork.run(async () => this.say('session.refused', account));
      throw new DomainError('AUTH_FAILED', '账号或密码不对。', {
        hint: '请检查后重新填写；忘记密码请联系安全管理员。',
      });
    }
    const proves = Boolean(proof.totp || proof.recoveryCode);
    if (!proves) await this.requireNoFactor(account, door);
    try {
      const token = await this.unitOfWork.run(async () => {
        if (proves) await this.factors.prove(account, proof);
        return this.open(account.id, client, { provedAt: proves ? this.clock.wall() : null });
      });
      await this.locks.clear(door);
      return token;
    } catch (error) {
      if (error instanceof DomainError) await this.noteAt(from);
      throw error;
    }
  }

  /**
   * Opens a session of an account without asking anything more: the caller has made sure who it is. In the caller's unit of work.
   *
   * @returns the secret, shown once
   */
  async open(accountId: string, client: Client, kept: Opening): Promise<string> {
    this.unitOfWork.requireOpen('opening a session');
    const now = this.clock.wall();
    const secret = randomBytes(32).toString('base64url');
    const token = client.viaPortal ? secret : `txg_${secret}`;
    await this.unitOfWork.manager.insert(Session, {
      id: newId(),
      kind: client.viaPortal ? 'SESSION' : 'BEARER',
      tokenHash: sha256Hex(token),
      accountId,
      createdAt: kept.createdAt ?? now,
      lastSeenAt: now,
      expiresAt: kept.expiresAt ?? new Date(now.getTime() + LIFE_MS),
      revokedAt: null,
      provedAt: kept.provedAt,
      agent: client.agent || null,
      factorDue: kept.factorDue || null,
      witnessId: kept.witnessId ?? null,
      delegationId: kept.delegationId ?? null,
    });
    if (kept.createdAt === undefined) {
      const account = await this.unitOfWork.manager.findOneByOrFail(Account, { id: accountId });
      this.say(kept.witnessId ? 'session.vouched' : 'session.open', account, kept.witnessId);
    }
    return token;
  }

  /**
   * 代办: the session goes on under a delegation, or as the account's own again. It gets a new id, so that no form that was open before can be
   * sent for somebody else. In the caller's unit of work.
   *
   * @param delegationId null: acts for nobody
   * @returns the new secret, which takes the place of the old one
   */
  async actUnder(viewer: Viewer, delegationId: string | null, client: Client): Promise<string> {
    const old = await this.unitOfWork.manager.findOneByOrFail(Session, { id: viewer.sessionId ?? '' });
    const { createdAt, expiresAt, provedAt, accountId } = old;
    const ways = {
      ...(old.witnessId ? { witnessId: old.witnessId } : {}),
      ...(old.factorDue ? { factorDue: true } : {}),
    };
    await this.replace(old.id);
    return this.open(accountId, client, { provedAt, createdAt, expiresAt, delegationId, ...ways });
  }

  /**
   * 再次验证: the second factor again, within a session. The session gets a new id and lives no longer than it would have.
   *
   * @returns the new secret, which takes the place of the old one
   * @throws DomainError what {@link SecondFactorService.prove} throws; AUTH_LOCKED after five wrong codes
   */
  stepUp(viewer: Viewer, proof: Proof, client: Client): Promise<string> {
    return this.renew(viewer, client, (account) => this.factors.prove(account, proof));
  }

  /**
   * The same by another proof.
   *
   * @param prove throws where it is none; runs in the unit of work that opens the new session
   */
  async renew(viewer: Viewer, client: Client, prove: (account: Account) => Promise<void>): Promise<string> {
    const { manager } = this.unitOfWork;
    const old = await manager.findOneByOrFail(Session, { id: viewer.sessionId ?? '' });
    const account = await manager.findOneByOrFail(Account, { id: old.accountId });
    const door: Door = { kind: 'FACTOR', accountId: account.id };
    await this.locks.take(door);
    const token = await this.unitOfWork.run(async () => {
      await prove(account);
      await this.replace(old.id);
      const { createdAt, expiresAt, delegationId } = old;
      const witness = old.witnessId ? { witnessId: old.witnessId } : {};
      this.say('session.stepUp', account);
      return this.open(account.id, client, {
        provedAt: this.clock.wall(),
        createdAt,
        expiresAt,
        delegationId,
        ...witness,
      });
    });
    await this.locks.clear(door);
    return token;
  }

  /** True for five minutes after the second factor was shown in the viewer's session. */
  isFresh(viewer: Viewer): boolean {
    return viewer.provedAt !== undefined && this.clock.wall().getTime() - viewer.provedAt.getTime() <= STEP_UP_MS;
  }

  /** Ends the session of a presented authorization; a second call does nothing. */
  async signOut(authorization: string): Promise<void> {
    const token = authorization.replace(/^(?:Session|Bearer) /, '');
    const where = { tokenHash: sha256Hex(token), revokedAt: IsNull() };
    await this.unitOfWork.run(() => this.unitOfWork.manager.update(Session, where, { revokedAt: this.clock.wall() }));
  }

  /** The account's sessions and tokens that still work, the newest first. */
  async list(accountId: string): Promise<Session[]> {
    const now = this.clock.wall();
    const rows = await this.unitOfWork.manager.find(Session, {
      where: { accountId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { id: 'DESC' },
      take: MAX_SESSIONS_SHOWN,
    });
    return rows.filter((row) => !isIdle(row, now));
  }

  /** When each of these accounts was last here; absent: never, or so long ago that it is forgotten. */
  async lastSeen(accountIds: readonly string[]): Promise<Map<string, Date>> {
    if (accountIds.length === 0) return new Map();
    const { manager } = this.unitOfWork;
    const newest = await manager
      .createQueryBuilder(Session, 'session')
      .select('MAX(session.id)', 'id')
      .where('session.accountId IN (:...ids)', { ids: accountIds })
      .groupBy('session.accountId')
      .getRawMany<{ id: string }>();
    const rows = await manager.findBy(Session, { id: In(newest.map(({ id }) => id)) });
    return new Map(rows.map(({ accountId, lastSeenAt }) => [accountId, lastSeenAt]));
  }

  /** Ends one session of the account. @throws DomainError NOT_FOUND for one that is not its own, or ended */
  async revoke(accountId: string, id: string): Promise<void> {
    const where = { id, accountId, revokedAt: IsNull() };
    const ended = await this.unitOfWork.run(() =>
      guardedUpdate(this.unitOfWork.manager, Session, where, { revokedAt: this.clock.wall() }),
    );
    if (!ended) throw notFound('这次登录');
  }

  /** Ends all sessions of the account but one; without `except` all. In the caller's unit of work or its own. @returns how many */
  revokeAll(accountId: string, except?: string): Promise<number> {
    const where = { accountId, revokedAt: IsNull(), ...(except ? { id: Not(except) } : {}) };
    return this.unitOfWork.run(async () => {
      const { affected } = await this.unitOfWork.manager.update(Session, where, { revokedAt: this.clock.wall() });
      return affected ?? 0;
    });
  }

  /**
   * 到期清理: takes sessions away that ended before an instant, but those of accounts that are to be kept. In lots, each a unit of work of
   * its own, so that it may be cut off and run again.
   *
   * @param kept ids of accounts under a legal hold
   * @returns how many went
   */
  async forget(endedBefore: Date, kept: readonly string[]): Promise<number> {
    const expiresAt = LessThan(endedBefore);
    for (let gone = 0; ; ) {
      const rows = await this.unitOfWork.manager.find(Session, {
        select: { id: true },
        where: { expiresAt, ...(kept.length > 0 ? { accountId: Not(In([...kept])) } : {}) },
        take: FORGOTTEN_AT_ONCE,
      });
      if (rows.length === 0) return gone;
      const ids = rows.map(({ id }) => id);
      gone += await this.unitOfWork.run(
        async () => (await this.unitOfWork.manager.delete(Session, { id: In(ids) })).affected ?? 0,
      );
    }
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
    if (session.expiresAt <= now || isIdle(session, now)) {
      throw new DomainError('SESSION_EXPIRED', '登录已过期。', { hint: '请重新登录，您填的草稿还在。' });
    }
    const account = await this.accounts.byId(session.accountId);
    if (session.revokedAt || !account || account.disabled) {
      throw sessionRevoked();
    }
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_STEP_MS) {
      await this.unitOfWork.run(() => this.unitOfWork.manager.update(Session, { id: session.id }, { lastSeenAt: now }));
    }
    const viewer = viewerFrom(account, session);
    if (session.delegationId === null) return viewer;
    return { ...viewer, onBehalfOf: await this.delegations.onBehalfOf(account, session.delegationId) };
  }

  /** What happened at the door, for the audit chain of the account's county. With a witness it is he who acts, on the person's behalf. */
  private say(action: string, { id, divisionCode, roles: [role] }: Account, witnessId?: string): void {
    const who = witnessId ? { actorId: witnessId, onBehalfOf: id } : { actorId: id, ...(role ? { role } : {}) };
    noteAudit(this.unitOfWork, { action, target: 'account', id, divisionCode, ...who });
  }

  /** Ends a session that another one takes the place of. @throws DomainError SESSION_REVOKED: one that was ended meanwhile has no heir */
  private async replace(id: string): Promise<void> {
    const live = { id, revokedAt: IsNull() };
    if (!(await guardedUpdate(this.unitOfWork.manager, Session, live, { revokedAt: this.clock.wall() })))
      throw sessionRevoked();
  }

  /** A failure counts against the address; that it locks now is for the next one to hear. */
  private async noteAt(from: Door): Promise<void> {
    await this.locks.take(from).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }

  /**
   * Whether an account has to show a second factor besides whatever else it showed.
   *
   * @throws DomainError TOTP_SETUP_REQUIRED where it must have one and has none
   */
  async wantsFactor(account: Account): Promise<boolean> {
    if (account.demo) return false;
    if (await this.factors.isSetUp(account)) return true;
    if (this.config.demo || !needsSecondFactor(account.roles)) return false;
    throw new DomainError('TOTP_SETUP_REQUIRED', '这个账号还没有设置动态码，不能登录。', {
      hint: '请安全管理员发一个设置链接。',
    });
  }

  /** The password alone is enough only where no second factor is wanted. Asking for it is no wrong try. */
  private async requireNoFactor(account: Account, door: Door): Promise<void> {
    try {
      if (!(await this.wantsFactor(account))) return;
      throw new DomainError('TOTP_REQUIRED', '这个账号要填动态码。', {
        field: 'totp',
        hint: '打开手机上的验证器，填 6 位数字；手机不在身边，填一个备用码。',
      });
    } catch (error) {
      await this.locks.giveBack(door);
      throw error;
    }
  }
}

const isIdle = (session: Session, now: Date): boolean =>
  session.kind === 'SESSION' && now.getTime() - session.lastSeenAt.getTime() > IDLE_MS;

const viewerFrom = (account: Account, session: Session): Viewer => ({
  ...viewerOfAccount(account),
  sessionId: session.id,
  ...(session.provedAt ? { provedAt: session.provedAt } : {}),
  ...(session.factorDue ? { factorDue: true } : {}),
  ...(session.witnessId ? { witnessId: session.witnessId } : {}),
});

const sessionRevoked = (): DomainError =>
  new DomainError('SESSION_REVOKED', '您已退出登录。', { hint: '请重新登录。' });

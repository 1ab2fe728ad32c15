import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { CONFIG, type Config, DomainError } from '@tongxing/platform';
import { stepUpRequired } from './access.guard.js';
import { Account } from './account.entity.js';
import { noteAudit } from './audit/audit.service.js';
import type { Client } from './client.js';
import { MessageService } from './messages/message.service.js';
import { hashPassword, passwordMatches } from './password.js';
import { type Proof, SecondFactorService } from './second-factor.service.js';
import type { SecondFactorStatus, SessionNode } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { requireNewPassword, SetupService } from './setup.service.js';
import { SignInCodeService } from './sign-in-code.service.js';
import { SignInLocks } from './sign-in-locks.js';
import type { Viewer } from './viewer.js';

/** What may be shown to be oneself again; one of them. */
export interface StepUpProof extends Proof {
  /** 登录码, sent to the own phone */
  code?: string;
  password?: string;
}

/** 登录与安全: what a person sees and changes of the own account. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessionService: SessionService,
    private readonly factors: SecondFactorService,
    private readonly setups: SetupService,
    private readonly locks: SignInLocks,
    private readonly codes: SignInCodeService,
    private readonly messages: MessageService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async sessions(viewer: Viewer): Promise<SessionNode[]> {
    const rows = await this.sessionService.list(viewer.id);
    return rows.map(({ id, kind, agent, createdAt, lastSeenAt, expiresAt }) => {
      const current = id === viewer.sessionId;
      return { id, current, kind, agent: agent ?? '', signedInAt: createdAt, lastSeenAt, expiresAt };
    });
  }

  async factorOf(viewer: Viewer): Promise<SecondFactorStatus> {
    const account = await this.accountOf(viewer);
    const enabled = await this.factors.isSetUp(account);
    const recoveryCodesLeft = await this.factors.recoveryCodesLeft(account.id);
    return { enabled, recoveryCodesLeft, hasPassword: account.passwordHash !== '' };
  }

  /**
   * 再次验证: the second factor; for seekers and their helpers also a code to their own phone, or the password where no authenticator is set
   * up. A session gets a new id by it.
   *
   * @returns the new secret, which takes the place of the old one
   * @throws DomainError what the proof throws; STAFF_SIGN_IN for a code or password of somebody who handles other people's matters
   */
  async stepUp(viewer: Viewer, { code, password, ...proof }: StepUpProof, client: Client): Promise<string> {
    if (code) {
      requireSeeker(viewer);
      const used = await this.codes.proofOf(viewer, code);
      return this.sessionService.renew(viewer, client, used);
    }
    if (password) {
      requireSeeker(viewer);
      return this.sessionService.renew(viewer, client, (account) => this.proveByPassword(account, password));
    }
    return this.sessionService.stepUp(viewer, proof, client);
  }

  /** Sends a code for {@link stepUp} to the viewer's own phone. @throws DomainError STAFF_SIGN_IN, NO_PHONE, RATE_LIMITED */
  async requestOwnCode(viewer: Viewer, client: Client): Promise<void> {
    requireSeeker(viewer);
    await this.codes.requestOwn(viewer, client);
  }

  /**
   * Begins a new authenticator; the old one works until the new one has shown its first code.
   *
   * @returns the token of a set-up link
   * @throws DomainError STEP_UP_REQUIRED where there is a second factor, VALIDATION on `password` where there is none
   */
  async renewFactor(viewer: Viewer, password: string | undefined): Promise<string> {
    const account = await this.accountOf(viewer);
    if (await this.factors.isSetUp(account)) {
      if (!this.sessionService.isFresh(viewer)) throw stepUpRequired();
    } else {
      await this.requirePassword(account, password ?? '');
    }
    return this.unitOfWork.run(() => this.setups.open(account.id, 'FACTOR'));
  }

  /**
   * Changes the own password. Every other session and token of the account ends, and the person is told.
   *
   * @throws DomainError VALIDATION on `current` or `password`, AUTH_LOCKED after five wrong tries, STATE_CONFLICT when it was changed meanwhile,
   *   for a demo account, and for one without a password
   */
  async changePassword(viewer: Viewer, current: string, password: string): Promise<void> {
    const account = await this.accountOf(viewer);
    if (this.config.demo && account.demo)
      throw new DomainError('STATE_CONFLICT', '演示账号的密码写在演示页上，不能换。');
    if (account.passwordHash === '') throw new DomainError('STATE_CONFLICT', '您的账号没有密码，用手机号登录就行。');
    await this.requirePassword(account, current, 'current');
    if (password === current)
      throw new DomainError('VALIDATION', '新密码和现在的一样。', { field: 'password', hint: '请换一个。' });
    requireNewPassword(password, account, this.config);
    const passwordHash = await hashPassword(password);
    await this.unitOfWork.run(async () => {
      const standing = { id: account.id, passwordHash: account.passwordHash };
      if (!(await guardedUpdate(this.unitOfWork.manager, Account, standing, { passwordHash })))
        throw new DomainError('STATE_CONFLICT', '密码刚被换过。', { hint: '请用新密码重新登录。' });
      await this.sessionService.revokeAll(account.id, viewer.sessionId);
      noteAudit(this.unitOfWork, { action: 'password.change', target: 'account', id: account.id });
      const text = '【同行】您的登录密码刚刚换了，别处的登录已退出。不是您换的，请马上联系安全管理员。';
      await this.messages.tell({ accountId: account.id, kind: 'NOTE', text });
    });
  }

  private async proveByPassword(account: Account, password: string): Promise<void> {
    const has = await this.factors.isSetUp(account);
    if (!has && account.passwordHash && (await passwordMatches(account.passwordHash, password))) return;
    throw has
      ? new DomainError('TOTP_REQUIRED', '您设了动态码，请填动态码。', {
          field: 'totp',
          hint: '打开手机上的验证器，填 6 位数字。',
        })
      : new DomainError('VALIDATION', '密码不对。', { field: 'password', hint: '请填现在的登录密码。' });
  }

  private async requirePassword(account: Account, password: string, field = 'password'): Promise<void> {
    const door = { kind: 'FACTOR', accountId: account.id } as const;
    await this.locks.take(door);
    if (!(await passwordMatches(account.passwordHash, password))) {
      throw new DomainError('VALIDATION', '密码不对。', { field, hint: '请填现在的登录密码。' });
    }
    await this.locks.clear(door);
  }

  private accountOf(viewer: Viewer): Promise<Account> {
    return this.unitOfWork.manager.findOneByOrFail(Account, { id: viewer.id });
  }
}

/** Who handles other people's matters shows an authenticator: a borrowed phone must not release money. */
function requireSeeker({ roles }: Viewer): void {
  if (roles.every((role) => role === 'SEEKER' || role === 'HELPER')) return;
  throw new DomainError('STAFF_SIGN_IN', '您的账号要用动态码验证。', {
    field: 'totp',
    hint: '请填验证器上的 6 位数字。',
  });
}

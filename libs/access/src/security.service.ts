import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { DomainError } from '@tongxing/platform';
import { stepUpRequired } from './access.guard.js';
import { Account } from './account.entity.js';
import { passwordMatches } from './password.js';
import { SecondFactorService } from './second-factor.service.js';
import type { SecondFactorStatus, SessionNode } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { SignInLocks } from './sign-in-locks.js';
import type { Viewer } from './viewer.js';

/** 登录与安全: what a person sees and changes of the own account. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessionService: SessionService,
    private readonly factors: SecondFactorService,
    private readonly setups: SetupService,
    private readonly locks: SignInLocks,
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
    return { enabled, recoveryCodesLeft: await this.factors.recoveryCodesLeft(account.id) };
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

  private async requirePassword(account: Account, password: string): Promise<void> {
    const door = { kind: 'FACTOR', accountId: account.id } as const;
    await this.locks.take(door);
    if (!(await passwordMatches(account.passwordHash, password))) {
      throw new DomainError('VALIDATION', '密码不对。', { field: 'password', hint: '请填现在的登录密码。' });
    }
    await this.locks.clear(door);
  }

  private accountOf(viewer: Viewer): Promise<Account> {
    return this.unitOfWork.manager.findOneByOrFail(Account, { id: viewer.id });
  }
}

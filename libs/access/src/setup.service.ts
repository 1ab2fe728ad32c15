import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, CryptoProvider, DomainError, newId, sha256Hex } from '@tongxing/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Account, AccountSetup } from './account.entity.js';
import { DEMO_PASSWORD } from './demo-time.js';
import { hashPassword, requireGoodPassword } from './password.js';
import { newTotpSecret, SecondFactorService, stepOfCode, totpUri } from './second-factor.service.js';
import { SignInLocks } from './sign-in-locks.js';

const DAY_MS = 24 * 60 * 60_000;
/** A link for a colleague may wait over a weekend; one made for oneself is used at once. */
const LIFE_MS: Readonly<Record<AccountSetup['purpose'], number>> = { ACCOUNT: 3 * DAY_MS, FACTOR: 15 * 60_000 };

/** What the page behind a set-up link shows. */
export interface SetupView {
  login: string;
  displayName: string;
  /** ACCOUNT asks for a password too */
  purpose: AccountSetup['purpose'];
  /** base32 */
  totpSecret: string;
  totpUri: string;
  expiresAt: Date;
}

const dead = (): DomainError =>
  new DomainError('SETUP_INVALID', '这个设置链接用过了、过期了，或不完整。', { hint: '请给您链接的人重新发一个。' });

/** 设置链接: how an account gets its password and its authenticator. Whoever made the link knows neither. */
@Injectable()
export class SetupService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    @Inject(CONFIG) private readonly config: Config,
    private readonly factors: SecondFactorService,
    private readonly locks: SignInLocks,
  ) {}

  /** Makes a link's secret part, shown once, in the caller's unit of work; earlier links of the account end. */
  async open(accountId: string, purpose: AccountSetup['purpose']): Promise<string> {
    this.unitOfWork.requireOpen('a set-up link');
    const { manager } = this.unitOfWork;
    const now = this.clock.wall();
    await this.end(accountId);
    const id = newId();
    const token = randomBytes(32).toString('base64url');
    await manager.insert(AccountSetup, {
      id,
      accountId,
      purpose,
      tokenHash: sha256Hex(token),
      secret: this.crypto.seal(newTotpSecret(), boundTo(id)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS[purpose]),
      usedAt: null,
    });
    return token;
  }

  /** Ends the account's links that nobody has used. In the caller's unit of work. */
  async end(accountId: string): Promise<void> {
    await this.unitOfWork.manager.update(AccountSetup, { accountId, usedAt: IsNull() }, { usedAt: this.clock.wall() });
  }

  /** True while one of these accounts has a link that still works. */
  anyOpen(accountIds: readonly string[]): Promise<boolean> {
    const accountId = In([...accountIds]);
    const expiresAt = MoreThan(this.clock.wall());
    return this.unitOfWork.manager.existsBy(AccountSetup, { accountId, usedAt: IsNull(), expiresAt });
  }

  /** 到期清理: links that ended before an instant, each with the sealed secret of an authenticator. */
  async forget(endedBefore: Date): Promise<void> {
    const expiresAt = LessThan(endedBefore);
    await this.unitOfWork.run(() => this.unitOfWork.manager.delete(AccountSetup, { expiresAt }));
  }

  /** @throws DomainError SETUP_INVALID for a link that is unknown, used or too old, or whose account is disabled */
  async view(token: string): Promise<SetupView> {
    const { setup, account } = await this.find(token);
    const secret = this.crypto.open(setup.secret, boundTo(setup.id));
    return {
      login: account.login,
      displayName: account.displayName,
      purpose: setup.purpose,
      totpSecret: secret,
      totpUri: totpUri(secret, account.login),
      expiresAt: setup.expiresAt,
    };
  }

  /**
   * Sets the password (ACCOUNT) and the authenticator, once its code shows that the app has it.
   *
   * @returns ten recovery codes, shown once
   * @throws DomainError SETUP_INVALID, VALIDATION on `password`, TOTP_INVALID, AUTH_LOCKED after five wrong codes
   */
  async complete(token: string, password: string | undefined, code: string): Promise<string[]> {
    const { setup, account } = await this.find(token);
    let passwordHash: string | undefined;
    if (setup.purpose === 'ACCOUNT') {
      requireNewPassword(password ?? '', account, this.config);
      passwordHash = await hashPassword(password ?? '');
    }
    const door = { kind: 'FACTOR', accountId: account.id } as const;
    await this.locks.take(door);
    const secret = this.crypto.open(setup.secret, boundTo(setup.id));
    const now = this.clock.wall();
    const step = stepOfCode(secret, code.replace(/\s/g, ''), now.getTime());
    if (step === undefined) {
      throw new DomainError('TOTP_INVALID', '动态码不对。', {
        field: 'totp',
        hint: '请填验证器里「同行」下面现在的 6 位数字；手机时间要准。',
      });
    }
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const once = { id: setup.id, usedAt: IsNull() };
      if (!(await guardedUpdate(manager, AccountSetup, once, { usedAt: now }))) throw dead();
      if (passwordHash) await manager.update(Account, { id: account.id }, { passwordHash });
      await this.locks.clear(door);
      return this.factors.enrol(account.id, secret, step);
    });
  }

  private async find(token: string): Promise<{ setup: AccountSetup; account: Account }> {
    const { manager } = this.unitOfWork;
    const setup = await manager.findOneBy(AccountSetup, { tokenHash: sha256Hex(token) });
    if (!setup || setup.usedAt || setup.expiresAt <= this.clock.wall()) throw dead();
    const account = await manager.findOneByOrFail(Account, { id: setup.accountId });
    if (account.disabled) throw dead();
    return { setup, account };
  }
}

/** @throws DomainError VALIDATION on `password` for what is short, common, the account's own name, or the published one */
export function requireNewPassword(
  password: string,
  { login, displayName }: Pick<Account, 'login' | 'displayName'>,
  { demo }: Pick<Config, 'demo'>,
): void {
  requireGoodPassword(password, [login, displayName]);
  if (password !== DEMO_PASSWORD || demo) return;
  throw new DomainError('VALIDATION', '这是演示密码，人人都知道。', { field: 'password' });
}

const boundTo = (setupId: string): string => `account_setup|secret|${setupId}`;

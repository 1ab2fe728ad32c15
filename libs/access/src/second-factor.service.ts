import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import { Secret, TOTP } from 'otpauth';
import { In, IsNull, LessThan } from 'typeorm';
import { type Account, RecoveryCode, SecondFactor } from './account.entity.js';
import type { Role } from './roles.js';

const PERIOD_S = 30;
/** One step before and one after the present one: clocks of phones are off, and slow hands type what has just run out. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** No 0 1 I O: read from paper, also by somebody else aloud. 10 of 32 letters are 50 bits. */
const RECOVERY_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const RECOVERY_LENGTH = 10;
const ISSUER = '同行';
const NO_STEP = 0;

/** What a person shows besides the password; one of the two. */
export interface Proof {
  /** 动态码, six digits */
  totp?: string;
  /** 备用码 */
  recoveryCode?: string;
}

/** Those who handle other people's matters need a second factor; seekers, their helpers and employers' clerks may have one. */
const WITHOUT: readonly Role[] = ['SEEKER', 'HELPER', 'EMPLOYER_CLERK', 'EMPLOYER_ADMIN'];
export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.some((role) => !WITHOUT.includes(role));

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

/** A fresh secret, base32. */
export const newTotpSecret = (): string => new Secret({ buffer: exactBuffer(randomBytes(SECRET_BYTES)) }).base32;

/** What an authenticator app reads from the picture. */
export const totpUri = (secret: string, login: string): string => totpOf(secret, login).toString();

function exactBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/**
 * The 30-second step whose code this is, or undefined.
 *
 * @param at milliseconds
 */
export function stepOfCode(secret: string, code: string, at: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? undefined : Math.floor(at / 1000 / PERIOD_S) + delta;
}

/** 第二因素: time codes of an authenticator app (RFC 6238), and recovery codes for the day the phone is gone. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** True when the account has an authenticator. Every demo account has one, whose code `/demo` shows. */
  async isSetUp(account: Pick<Account, 'id' | 'demo'>): Promise<boolean> {
    return this.isDemo(account) || (await this.rowOf(account.id)) !== null;
  }

  /** Recovery codes that are left. */
  recoveryCodesLeft(accountId: string): Promise<number> {
    return this.unitOfWork.manager.countBy(RecoveryCode, { accountId, usedAt: IsNull() });
  }

  /**
   * Uses up a code, in the caller's unit of work.
   *
   * @throws DomainError TOTP_INVALID (wrong, or more than a step off), TOTP_REUSED, RECOVERY_INVALID, RECOVERY_USED, TOTP_SETUP_REQUIRED
   */
  async prove(account: Account, proof: Proof): Promise<void> {
    this.unitOfWork.requireOpen('a proof');
    if (proof.totp) await this.proveByTotp(account, proof.totp.replace(/\s/g, ''));
    else if (proof.recoveryCode) await this.proveByRecovery(account.id, proof.recoveryCode);
    else
      throw new DomainError('TOTP_REQUIRED', '请填动态码。', {
        field: 'totp',
        hint: '打开手机上的验证器，填 6 位数字。',
      });
  }

  /**
   * Gives an account a new authenticator and new recovery codes; what it had counts no more. In the caller's unit of work.
   *
   * @param step the step whose code proved that the app has the secret
   * @returns the recovery codes, shown once
   */
  async enrol(accountId: string, secret: string, step: number): Promise<string[]> {
    this.unitOfWork.requireOpen('enrolling');
    const { manager } = this.unitOfWork;
    await this.remove(accountId);
    await manager.insert(SecondFactor, {
      accountId,
      secret: this.crypto.seal(secret, boundTo(accountId)),
      lastStep: step,
      createdAt: this.clock.wall(),
    });
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await insertRows(
      manager,
      RecoveryCode,
      codes.map((code) => ({
        id: newId(),
        accountId,
        codeHash: this.crypto.digest(RECOVERY_PURPOSE, recoveryText(accountId, code)),
        usedAt: null,
      })),
    );
    return codes;
  }

  /** Takes the authenticator and its recovery codes away, in the caller's unit of work. */
  async remove(accountId: string): Promise<void> {
    this.unitOfWork.requireOpen('removing a second factor');
    await this.unitOfWork.manager.delete(SecondFactor, { accountId });
    await this.unitOfWork.manager.delete(RecoveryCode, { accountId });
  }

  /** The code of a demo account that works now and was not used yet; null for other accounts, and until the next step begins. */
  async demoCode(account: Pick<Account, 'id' | 'demo'>): Promise<string | null> {
    if (!this.isDemo(account)) return null;
    const row = await this.rowOf(account.id);
    const now = Math.floor(this.clock.wall().getTime() / 1000 / PERIOD_S);
    const step = Math.max(now, (row?.lastStep ?? NO_STEP) + 1);
    if (step > now + WINDOW) return null;
    return totpOf(this.secretOf(account, row)).generate({ timestamp: step * PERIOD_S * 1000 });
  }

  private isDemo(account: Pick<Account, 'demo'>): boolean {
    return this.config.demo && account.demo;
  }

  private rowOf(accountId: string): Promise<SecondFactor | null> {
    return this.unitOfWork.manager.findOneBy(SecondFactor, { accountId });
  }

  private secretOf(account: Pick<Account, 'id'>, row: SecondFactor | null): string {
    if (row) return this.crypto.open(row.secret, boundTo(account.id));
    const bytes = Buffer.from(this.crypto.digest('demo.totp', account.id), 'hex').subarray(0, SECRET_BYTES);
    return new Secret({ buffer: exactBuffer(bytes) }).base32;
  }

  private async proveByTotp(account: Account, code: string): Promise<void> {
    const { manager } = this.unitOfWork;
    let row = await this.rowOf(account.id);
    if (!row && !this.isDemo(account)) {
      throw new DomainError('TOTP_SETUP_REQUIRED', '这个账号还没有设置动态码。', {
        hint: '请先设置，或请安全管理员发设置链接。',
      });
    }
    const secret = this.secretOf(account, row);
    const step = /^\d{6}$/.test(code) ? stepOfCode(secret, code, this.clock.wall().getTime()) : undefined;
    if (step === undefined) {
      throw new DomainError('TOTP_INVALID', '动态码不对或过期了。', {
        field: 'totp',
        hint: '请填验证器上现在的 6 位数字；手机时间要准。',
      });
    }
    if (!row) {
      row = {
        accountId: account.id,
        secret: this.crypto.seal(secret, boundTo(account.id)),
        lastStep: NO_STEP,
        createdAt: this.clock.wall(),
      };
      await manager.insert(SecondFactor, row);
    }
    const fresh = { accountId: account.id, lastStep: LessThan(step) };
    if (!(await guardedUpdate(manager, SecondFactor, fresh, { lastStep: step }))) {
      throw new DomainError('TOTP_REUSED', '这个动态码用过了。', {
        field: 'totp',
        hint: '请等验证器换成下一个数字再填。',
      });
    }
  }

  private async proveByRecovery(accountId: string, typed: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const codeHash = In(this.crypto.digests(RECOVERY_PURPOSE, recoveryText(accountId, typed)));
    if (await guardedUpdate(manager, RecoveryCode, { codeHash, usedAt: IsNull() }, { usedAt: this.clock.wall() }))
      return;
    const known = await manager.existsBy(RecoveryCode, { codeHash });
    throw known
      ? new DomainError('RECOVERY_USED', '这个备用码用过了，每个只能用一次。', {
          field: 'recoveryCode',
          hint: '请换一个没用过的。',
        })
      : new DomainError('RECOVERY_INVALID', '备用码不对。', {
          field: 'recoveryCode',
          hint: '请照纸上的 10 位重新填。',
        });
  }
}

const RECOVERY_PURPOSE = 'recovery';
const recoveryText = (accountId: string, code: string): string => {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return `${accountId}|${plain}`;
};

const boundTo = (accountId: string): string => `second_factor|secret|${accountId}`;

/** `ABCDE-FGHJK`. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(RECOVERY_LENGTH)].map((byte) => RECOVERY_LETTERS[byte % RECOVERY_LETTERS.length]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

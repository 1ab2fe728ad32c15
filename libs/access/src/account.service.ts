import { Inject, Injectable } from '@nestjs/common';
import { blindColumns, isDuplicateKey, UnitOfWork, whereBlind } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import { normaliseCode } from '@tongxing/rules';
import { Account } from './account.entity.js';
import { blindOfIdNumber } from './blind-id.js';
import { hashPassword, requireGoodPassword } from './password.js';
import type { PhoneHolder } from './phone-book.js';
import { isRole, mixesAdministration, type Role } from './roles.js';

const LOGIN = /^[a-z0-9][a-z0-9.-]{2,59}$/;

/** What a new account needs. */
export interface NewAccount {
  login: string;
  displayName: string;
  password: string;
  roles: readonly Role[];
  /** 12-digit code */
  divisionCode: string;
  personId?: string;
  employerId?: string;
  /** the holder's ID number, kept sealed and as a blind index; without it nothing keeps the person from a second account */
  idNumber?: string;
  /** see {@link Account.demo} */
  demo?: boolean;
}

@Injectable()
export class AccountService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
  ) {}

  byLogin(login: string): Promise<Account | null> {
    return this.unitOfWork.manager.findOneBy(Account, { login });
  }

  /** The account of a natural person, by a record or an ID number. */
  async ofPerson(who: { personId?: string; idNumber?: string }): Promise<Account | null> {
    const ways = [
      ...(who.personId ? [{ personId: who.personId }] : []),
      ...(who.idNumber ? whereBlind<Account>('idBlind', [blindOfIdNumber(this.crypto, who.idNumber)]) : []),
    ];
    return ways.length === 0 ? null : this.unitOfWork.manager.findOneBy(Account, ways);
  }

  byId(id: string): Promise<Account | null> {
    return this.unitOfWork.manager.findOneBy(Account, { id });
  }

  /**
   * Makes an account.
   *
   * @throws DomainError VALIDATION for a bad login, role or short password; DUPLICATE when the login is taken
   */
  async create(input: NewAccount): Promise<Account> {
    requireLogin(input.login);
    requireGoodPassword(input.password, [input.login, input.displayName]);
    if (input.roles.length === 0 || !input.roles.every(isRole)) {
      throw new DomainError('VALIDATION', '角色不在角色表里。', { field: 'roles' });
    }
    if (mixesAdministration(input.roles)) {
      throw new DomainError('VALIDATION', '系统、安全、审计管理员只能单独担任。', { field: 'roles' });
    }
    const passwordHash = await hashPassword(input.password);
    return this.insert(input, passwordHash);
  }

  /**
   * Makes the account of a person of the register, who signs in by a phone code and has no password.
   *
   * @throws DomainError DUPLICATE when the person has one
   */
  createForPerson(
    input: Required<Pick<NewAccount, 'displayName' | 'divisionCode' | 'personId' | 'idNumber'>>,
  ): Promise<Account> {
    return this.insert({ ...input, login: `p.${input.personId}`, roles: ['SEEKER'] }, '');
  }

  /**
   * The account of somebody of the register who has shown who they are, made where there is none yet.
   *
   * @throws DomainError AUTH_FAILED where it is disabled
   */
  async ofRegistered(person: Pick<PhoneHolder, 'personId' | 'idNumber' | 'name' | 'divisionCode'>): Promise<Account> {
    const { personId, idNumber, name: displayName, divisionCode } = person;
    const standing = () => this.ofPerson({ personId, idNumber });
    const made = () => this.createForPerson({ personId, idNumber, displayName, divisionCode });
    const account =
      (await standing()) ??
      (await made().catch(async (error: unknown) => {
        // Came in by two doors at once: the other one has made it.
        const other = await standing();
        if (other) return other;
        throw error;
      }));
    requireEnabled(account);
    return account;
  }

  /**
   * Makes an account that can do nothing yet: no password, no role.
   *
   * @throws DomainError VALIDATION on `login`, DUPLICATE for a taken name or a person who has one
   */
  createWithoutRoles(input: Pick<NewAccount, 'login' | 'displayName' | 'divisionCode' | 'idNumber'>): Promise<Account> {
    requireLogin(input.login);
    return this.insert({ ...input, roles: [] }, '');
  }

  /** Tried again when somebody was faster: now the row is there to be named. */
  private async insert(input: Omit<NewAccount, 'password'>, passwordHash: string): Promise<Account> {
    const once = () => this.insertOnce(input, passwordHash);
    return once().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return once();
    });
  }

  private insertOnce(input: Omit<NewAccount, 'password'>, passwordHash: string): Promise<Account> {
    return this.unitOfWork.run(async () => {
      if (await this.byLogin(input.login))
        throw new DomainError('DUPLICATE', '这个账号名已经有人用了。', { field: 'login' });
      await this.requireFirst(input);
      const id = newId();
      const { idNumber } = input;
      const account = {
        id,
        login: input.login,
        displayName: input.displayName,
        passwordHash,
        roles: [...input.roles],
        divisionCode: input.divisionCode,
        personId: input.personId ?? null,
        employerId: input.employerId ?? null,
        disabled: false,
        demo: input.demo ?? false,
        ...blindColumns('idBlind', idNumber ? blindOfIdNumber(this.crypto, idNumber) : null),
        idNumber: idNumber ? sealAccountId(this.crypto, id, idNumber) : null,
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.unitOfWork.manager.insert(Account, account);
      return account;
    });
  }

  private async requireFirst(input: Pick<NewAccount, 'personId' | 'idNumber'>): Promise<void> {
    if ((await this.ofPerson(input)) === null) return;
    throw new DomainError('DUPLICATE', '这个人已经有账号了，一个人只能有一个。', {
      field: 'idNumber',
      hint: '请在原来的账号上加角色。',
    });
  }
}

/** The holder's ID number as {@link Account.idNumber} keeps it. */
export const sealAccountId = (crypto: CryptoProvider, accountId: string, idNumber: string): string =>
  crypto.seal(normaliseCode(idNumber), `account|idNumber|${accountId}`);

/** @throws DomainError AUTH_FAILED */
export function requireEnabled({ disabled }: Pick<Account, 'disabled'>): void {
  if (!disabled) return;
  throw new DomainError('AUTH_FAILED', '这个账号停用了。', { hint: '请打 12385，或到残联服务窗口。' });
}

/**
 * A code to a phone, or a witness's word, lets in nobody who handles other people's matters: they have a password and a second factor.
 *
 * @throws DomainError STAFF_SIGN_IN
 */
export function requireSeeker({ roles }: Pick<Account, 'roles'>): void {
  if (roles.every((role) => role === 'SEEKER' || role === 'HELPER')) return;
  throw new DomainError('STAFF_SIGN_IN', '您的账号要用密码登录。', { hint: '请从「单位和工作人员登录」进。' });
}

function requireLogin(login: string): void {
  if (LOGIN.test(login)) return;
  throw new DomainError('VALIDATION', '账号名要 3 到 60 位小写字母、数字、点或横线。', { field: 'login' });
}

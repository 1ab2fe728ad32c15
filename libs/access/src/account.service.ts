import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { Clock, DomainError, newId } from '@tongxing/platform';
import { Account } from './account.entity.js';
import { hashPassword, requireGoodPassword } from './password.js';
import { isRole, type Role } from './roles.js';

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
  /** see {@link Account.demo} */
  demo?: boolean;
}

@Injectable()
export class AccountService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  byLogin(login: string): Promise<Account | null> {
    return this.unitOfWork.manager.findOneBy(Account, { login });
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
    if (!LOGIN.test(input.login)) {
      throw new DomainError('VALIDATION', '账号名要 3 到 60 位小写字母、数字、点或横线。', { field: 'login' });
    }
    requireGoodPassword(input.password, [input.login, input.displayName]);
    if (input.roles.length === 0 || !input.roles.every(isRole)) {
      throw new DomainError('VALIDATION', '角色不在角色表里。', { field: 'roles' });
    }
    const passwordHash = await hashPassword(input.password);
    return this.unitOfWork.run(async () => {
      if (await this.byLogin(input.login))
        throw new DomainError('DUPLICATE', '这个账号名已经有人用了。', { field: 'login' });
      const account = {
        id: newId(),
        login: input.login,
        displayName: input.displayName,
        passwordHash,
        roles: [...input.roles],
        divisionCode: input.divisionCode,
        personId: input.personId ?? null,
        employerId: input.employerId ?? null,
        disabled: false,
        demo: input.demo ?? false,
        idBlind: null,
        createdAt: this.clock.now(),
        version: 1,
      };
      await this.unitOfWork.manager.insert(Account, account);
      return account;
    });
  }
}

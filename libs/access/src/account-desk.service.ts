import { Injectable } from '@nestjs/common';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, cursorOf, DomainError, newId, notFound, type PageArgs, readCursor } from '@tongxing/platform';
import { readIdNumber } from '@tongxing/rules';
import { In, LessThan, Like } from 'typeorm';
import { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { Divisions } from './divisions.js';
import { Policy } from './policy.js';
import { RoleChange } from './role-change.entity.js';
import { isRole, mixesAdministration, type Role } from './roles.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import type { Viewer } from './viewer.js';

/** An account of a member of staff or of an employer, as the desk makes it. */
export interface DeskAccount {
  login: string;
  displayName: string;
  /** 身份证号: kept sealed and as a blind index */
  idNumber: string;
  divisionCode: string;
  roles: readonly string[];
}

/** An account with its open change. */
export interface AccountRow {
  account: Account;
  change: RoleChange | null;
  hasFactor: boolean;
}

const FIRST_LOGINS = ['security.1', 'security.2'] as const;
const CHINA = '000000000000';

/** 人员: accounts and roles. No single person gives a role, and nobody changes the own account. */
@Injectable()
export class AccountDeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
    private readonly setups: SetupService,
    private readonly divisions: Divisions,
  ) {}

  /** Accounts of the viewer's region, newest first; one more than asked for. */
  async page(viewer: Viewer, { first, after }: PageArgs): Promise<{ rows: AccountRow[]; totalCount: number }> {
    const { manager } = this.unitOfWork;
    const divisionCode = Like(`${scopeOf(viewer)}%`);
    const totalCount = await manager.countBy(Account, { divisionCode });
    const id = after ? { id: LessThan(readCursor(after, 1)[0] as string) } : {};
    const found = await manager.find(Account, {
      where: { divisionCode, ...id },
      order: { id: 'DESC' },
      take: first + 1,
    });
    return { rows: await this.rowsOf(found), totalCount };
  }

  cursorFor({ account }: AccountRow): string {
    return cursorOf(account.id);
  }

  /** @throws DomainError NOT_FOUND, also outside the viewer's region */
  async one(viewer: Viewer, id: string): Promise<AccountRow> {
    const [row] = await this.rowsOf([await this.find(viewer, id)]);
    return row as AccountRow;
  }

  /**
   * Makes an account without a role, and proposes its roles.
   *
   * @returns its id and the token of its set-up link, shown once
   * @throws DomainError VALIDATION, DUPLICATE, what {@link propose} throws
   */
  async create(viewer: Viewer, input: DeskAccount): Promise<{ id: string; setupToken: string }> {
    const id = readIdNumber(input.idNumber, this.clock.today());
    if (!id.ok)
      throw new DomainError('VALIDATION', '身份证号不对。', { field: 'idNumber', hint: '请对照证件，18 位。' });
    if (!this.divisions.has(input.divisionCode) || !input.divisionCode.startsWith(scopeOf(viewer))) {
      throw new DomainError('VALIDATION', '没有这个区划，或不在您管的范围。', { field: 'divisionCode' });
    }
    const roles = rolesOf(input.roles);
    const { login, displayName, divisionCode } = input;
    return this.unitOfWork.run(async () => {
      const idNumber = id.value;
      const account = await this.accounts.createWithoutRoles({ login, displayName, divisionCode, idNumber });
      await this.open(viewer, account.id, roles);
      return { id: account.id, setupToken: await this.setups.open(account.id, 'ACCOUNT') };
    });
  }

  /**
   * Proposes the roles that an account is to have.
   *
   * @throws DomainError FORBIDDEN for the own account, VALIDATION for a mixture, STATE_CONFLICT while another change is open
   */
  async propose(viewer: Viewer, id: string, roles: readonly string[]): Promise<void> {
    const wanted = rolesOf(roles);
    const account = await this.find(viewer, id);
    requireOther(viewer, account);
    await this.unitOfWork
      .run(() => this.open(viewer, account.id, wanted))
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw new DomainError('STATE_CONFLICT', '这个账号已有一个变更等人确认。', { hint: '请先确认或驳回那一个。' });
      });
  }

  /**
   * Confirms or rejects a proposed change; the account's sessions end, so that it works with its new roles only.
   *
   * @throws DomainError DUTY_SEPARATION for who proposed it, FORBIDDEN for the own account, STATE_CONFLICT, NOT_FOUND
   */
  async decide(viewer: Viewer, changeId: string, approve: boolean): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const change = await manager.findOneBy(RoleChange, { id: changeId });
      if (!change) throw notFound('这个变更');
      const account = await this.find(viewer, change.accountId);
      requireOther(viewer, account);
      if (change.proposedById === viewer.id) {
        throw new DomainError('DUTY_SEPARATION', '这个变更是您提的，要换人确认。', {
          hint: '请另一位安全管理员确认。',
        });
      }
      const decided = { live: null, decidedById: viewer.id, decidedAt: this.clock.now(), approved: approve };
      if (!(await guardedUpdate(manager, RoleChange, { id: changeId, live: 1 }, decided))) {
        throw new DomainError('STATE_CONFLICT', '这个变更刚被他人处理。', { hint: '请刷新后再看。' });
      }
      if (!approve) return;
      await manager.update(Account, { id: account.id }, { roles: rolesOf(change.roles) });
      await this.sessions.revokeAll(account.id);
      // Who was an employer's: a link that its administrator made must not open the new roles.
      if (account.employerId !== null) await this.setups.end(account.id);
    });
  }

  /** Disables an account, which ends all its sessions and links, or enables it again. @throws DomainError FORBIDDEN, NOT_FOUND */
  async setDisabled(viewer: Viewer, id: string, disabled: boolean): Promise<void> {
    const account = await this.find(viewer, id);
    requireOther(viewer, account);
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.update(Account, { id }, { disabled });
      if (!disabled) return;
      await this.sessions.revokeAll(id);
      await this.setups.end(id);
    });
  }

  /**
   * Takes password and authenticator away and gives a new set-up link: the phone is lost, or the password forgotten.
   *
   * @returns the link's token, shown once
   * @throws DomainError FORBIDDEN for the own account, NOT_FOUND
   */
  async reset(viewer: Viewer, id: string): Promise<string> {
    const account = await this.find(viewer, id);
    requireOther(viewer, account);
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.update(Account, { id }, { passwordHash: '' });
      await this.factors.remove(id);
      await this.sessions.revokeAll(id);
      return this.setups.open(id, 'ACCOUNT');
    });
  }

  /**
   * The first start outside the demonstration: where no account is, two security administrators get one, since roles want two. Where both
   * links ran out before anybody used one, they get new ones: else nobody could ever come in.
   *
   * @returns login and set-up token of each, shown once; empty when there is nothing to show, and for all but one of several processes
   */
  async firstStart(): Promise<{ login: string; setupToken: string }[]> {
    const { manager } = this.unitOfWork;
    const first = await manager.findBy(Account, { login: In([...FIRST_LOGINS]) });
    if (first.length === 0 && (await manager.existsBy(Account, {}))) return [];
    const begun = first.some(({ passwordHash }) => passwordHash !== '');
    if (begun || (await this.setups.anyOpen(first.map(({ id }) => id)))) return [];
    try {
      return await this.unitOfWork.run(() => (first.length === 0 ? this.makeFirst() : this.linkAgain(first)));
    } catch (error) {
      // Another process started at the same moment and has shown its links.
      const other = isDuplicateKey(error) || (error instanceof DomainError && error.code === 'DUPLICATE');
      if (other) return [];
      throw error;
    }
  }

  private async makeFirst(): Promise<{ login: string; setupToken: string }[]> {
    const made: { login: string; setupToken: string }[] = [];
    for (const [index, login] of FIRST_LOGINS.entries()) {
      const displayName = `安全管理员${index === 0 ? '甲' : '乙'}`;
      const account = await this.accounts.createWithoutRoles({ login, displayName, divisionCode: CHINA });
      await this.unitOfWork.manager.update(Account, { id: account.id }, { roles: ['SECURITY_ADMIN'] });
      made.push({ login, setupToken: await this.setups.open(account.id, 'ACCOUNT') });
    }
    return made;
  }

  private async linkAgain(first: readonly Account[]): Promise<{ login: string; setupToken: string }[]> {
    const made: { login: string; setupToken: string }[] = [];
    for (const { id, login, version } of first) {
      const guard = { id, version, passwordHash: '', disabled: false };
      if (!(await guardedUpdate(this.unitOfWork.manager, Account, guard, { version: version + 1 }))) continue;
      made.push({ login, setupToken: await this.setups.open(id, 'ACCOUNT') });
    }
    return made;
  }

  /** The nightly check: accounts whose roles mix what excludes each other. Empty when all is well. @returns logins */
  async mixtures(): Promise<string[]> {
    const accounts = await this.unitOfWork.manager.find(Account, { select: { id: true, login: true, roles: true } });
    return accounts.filter(({ roles }) => mixesAdministration(roles)).map(({ login }) => login);
  }

  private async open(viewer: Viewer, accountId: string, roles: Role[]): Promise<void> {
    await insertRows(this.unitOfWork.manager, RoleChange, [
      { id: newId(), accountId, roles, proposedById: viewer.id, proposedAt: this.clock.now(), live: 1 },
    ]);
  }

  private async find(viewer: Viewer, id: string): Promise<Account> {
    const account = await this.accounts.byId(id);
    if (!account || !account.divisionCode.startsWith(scopeOf(viewer))) throw notFound('这个账号');
    return account;
  }

  private async rowsOf(accounts: readonly Account[]): Promise<AccountRow[]> {
    const ids = accounts.map(({ id }) => id);
    const changes =
      ids.length > 0 ? await this.unitOfWork.manager.findBy(RoleChange, { accountId: In(ids), live: 1 }) : [];
    const rows: AccountRow[] = [];
    for (const account of accounts) {
      const change = changes.find(({ accountId }) => accountId === account.id) ?? null;
      rows.push({ account, change, hasFactor: await this.factors.isSetUp(account) });
    }
    return rows;
  }
}

/** The whole country for the first administrators, else the region. */
const scopeOf = (viewer: Viewer): string => (viewer.divisionCode === CHINA ? '' : Policy.divisionScope(viewer));

function requireOther(viewer: Viewer, account: Account): void {
  if (account.id !== viewer.id) return;
  throw new DomainError('FORBIDDEN', '不能改自己的账号。', { hint: '请另一位安全管理员来改。' });
}

/** @throws DomainError VALIDATION for an unknown role, one that belongs to an employer, and for administrators' roles beside others */
function rolesOf(roles: readonly string[]): Role[] {
  const known = [...new Set(roles)].filter(isRole);
  if (known.length === 0 || known.length !== new Set(roles).size) {
    throw new DomainError('VALIDATION', '请至少选一个角色。', { field: 'roles' });
  }
  if (known.some((role) => Policy.worksForEmployer([role]))) {
    throw new DomainError('VALIDATION', '单位的账号不在这里开。', {
      field: 'roles',
      hint: '第一个由残联干部在「全县达标」的单位页面开，以后由单位管理员自己加。',
    });
  }
  if (mixesAdministration(known)) {
    throw new DomainError('VALIDATION', '系统、安全、审计管理员只能单独担任。', {
      field: 'roles',
      hint: '请只选一个管理员角色，或只选业务角色。',
    });
  }
  return known;
}

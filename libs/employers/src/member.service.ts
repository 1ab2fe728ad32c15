import { Injectable } from '@nestjs/common';
import {
  Account,
  AccountService,
  MessageService,
  noteAudit,
  Policy,
  type Role,
  SecondFactorService,
  SessionService,
  SetupService,
  type SignedIn,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { DomainError, notFound } from '@tongxing/platform';
import { Employer } from './employer.entity.js';
import { EmployerService } from './employer.service.js';

const MEMBER_ROLES = ['EMPLOYER_CLERK', 'EMPLOYER_ADMIN'] as const satisfies readonly Role[];
export type MemberRole = (typeof MEMBER_ROLES)[number];
/** What an account of an employer is doing: its holder has not set it up yet, uses it, or must not. */
export type MemberState = 'WAITING' | 'IN_USE' | 'DISABLED';

const MOST = 200;

/** An account of an employer. */
export interface MemberView {
  account: Account;
  role: MemberRole;
  state: MemberState;
  lastSeenAt: Date | null;
}

/** A new colleague, or a change of one: what is absent stays. */
export interface MemberChange {
  /** absent: a new one, who needs login, displayName and role */
  id?: string | null;
  login?: string | null;
  displayName?: string | null;
  role?: string | null;
  disabled?: boolean | null;
  /** a new set-up link: password and authenticator end */
  newLink?: boolean | null;
}

/** 成员: an employer's own accounts, which its administrator keeps; the first one is opened by the officer. */
@Injectable()
export class MemberService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly factors: SecondFactorService,
    private readonly setups: SetupService,
    private readonly messages: MessageService,
    private readonly employers: EmployerService,
  ) {}

  /** The viewer's own employer, or one in an officer's region, with its accounts; administrators first. @throws DomainError NOT_FOUND */
  async ofEmployer(viewer: SignedIn, employerId?: string): Promise<{ employer: Employer; members: MemberView[] }> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    const found = await this.unitOfWork.manager.find(Account, {
      where: { employerId: employer.id },
      order: { id: 'ASC' },
      take: MOST,
    });
    const members = found.filter(isMember);
    const seen = await this.sessions.lastSeen(members.map(({ id }) => id));
    const views = members.map(
      (account): MemberView => ({
        account,
        role: roleOf(account),
        state: stateOf(account),
        lastSeenAt: seen.get(account.id) ?? null,
      }),
    );
    views.sort((a, b) => Number(b.role === 'EMPLOYER_ADMIN') - Number(a.role === 'EMPLOYER_ADMIN'));
    return { employer, members: views };
  }

  /**
   * 开单位账号: the first administrator of an employer that has none. Asked again with the same login before that one has set the account up,
   * it gives a new link.
   *
   * @returns the token of the set-up link, shown once
   * @throws DomainError NOT_FOUND outside the region; STATE_CONFLICT where an administrator is already there; VALIDATION, DUPLICATE on `login`
   */
  async open(
    viewer: SignedIn,
    employerId: string,
    who: { login: string; displayName: string },
  ): Promise<{ id: string; setupToken: string }> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    return this.unitOfWork.run(async () => {
      await this.queueUp(employer.id);
      const standing = await this.administrators(employer.id);
      const same = standing.find((one) => stateOf(one) === 'WAITING' && one.login === loginOf(who.login));
      if (same) {
        this.note(same, 'link');
        return { id: same.id, setupToken: await this.setups.open(same.id, 'ACCOUNT') };
      }
      if (standing.length > 0)
        throw new DomainError('STATE_CONFLICT', '这个单位已经有管理员了。', {
          hint: '还没设置好的，请给他重发链接；设置好的，请他自己加同事。',
        });
      return this.make(employer, { ...who, role: 'EMPLOYER_ADMIN' });
    });
  }

  /**
   * Adds a colleague or changes one. What is as wanted already changes nothing.
   *
   * @returns the account, and the token of a set-up link where one was made, shown once
   * @throws DomainError NOT_FOUND for an account that is no member of the viewer's employer; VALIDATION with the field; DUPLICATE on `login`;
   *   FORBIDDEN for the own account, so that one
   *   administrator is always left
   */
  async set(viewer: SignedIn, change: MemberChange): Promise<{ id: string; setupToken: string | null }> {
    const employer = await this.employers.requireVisible(viewer);
    const role = change.role == null ? undefined : roleIn(change.role);
    if (change.id == null) {
      const { login, displayName } = change;
      if (!login) throw missing('login', '请填账号名。');
      if (!displayName) throw missing('displayName', '请填姓名。');
      if (role === undefined) throw missing('role', '请选角色。');
      return this.unitOfWork.run(async () => {
        await this.queueUp(employer.id);
        await this.requireStill(viewer, employer.id);
        return this.make(employer, { login, displayName, role });
      });
    }
    const { id } = change;
    return this.unitOfWork.run(async () => {
      await this.queueUp(employer.id);
      await this.requireStill(viewer, employer.id);
      const account = await this.accounts.byId(id);
      if (account?.employerId !== employer.id || !isMember(account)) throw notFound('这个成员');
      if (account.id === viewer.id)
        throw new DomainError('FORBIDDEN', '不能改自己的账号。', { hint: '请另一位单位管理员来改。' });
      if (role !== undefined && role !== roleOf(account)) await this.setRole(account, role);
      if (change.disabled != null && change.disabled !== account.disabled)
        await this.setDisabled(account, change.disabled);
      return { id, setupToken: change.newLink ? await this.linkFor(account) : null };
    });
  }

  // ——— inside, in a unit of work ———

  /** Whoever changes accounts of the same employer waits here for the other: what is read next, is what the other left. */
  private async queueUp(employerId: string): Promise<void> {
    await this.unitOfWork.manager.update(Employer, { id: employerId }, { version: () => 'version' });
  }

  /** An administrator who lost the role while the request was on its way. @throws DomainError FORBIDDEN */
  private async requireStill(viewer: SignedIn, employerId: string): Promise<void> {
    const standing = await this.administrators(employerId);
    if (standing.some(({ id, passwordHash }) => id === viewer.id && passwordHash !== '')) return;
    throw new DomainError('FORBIDDEN', '您已经不是这个单位的管理员。', { hint: '请重新登录后再看。' });
  }

  private note({ id, divisionCode }: Pick<Account, 'id' | 'divisionCode'>, after: string): void {
    noteAudit(this.unitOfWork, { target: 'account', id, divisionCode, after: { member: after } });
  }

  private async make(
    employer: Employer,
    { login, displayName, role }: { login: string; displayName: string; role: MemberRole },
  ): Promise<{ id: string; setupToken: string }> {
    const { manager } = this.unitOfWork;
    const name = displayName.trim();
    if (name === '') throw missing('displayName', '请填姓名。');
    const { divisionCode, id: employerId } = employer;
    const about = { login: loginOf(login), displayName: name, divisionCode };
    const { id } = await this.accounts.createWithoutRoles(about);
    await manager.update(Account, { id }, { roles: [role], employerId });
    this.note({ id, divisionCode }, role);
    return { id, setupToken: await this.setups.open(id, 'ACCOUNT') };
  }

  /** Its sessions end, so that it works with its new role only. */
  private async setRole(account: Account, role: MemberRole): Promise<void> {
    await this.unitOfWork.manager.update(Account, { id: account.id }, { roles: [role] });
    await this.sessions.revokeAll(account.id);
    this.note(account, role);
    const text = role === 'EMPLOYER_ADMIN' ? '您现在是单位管理员，可以管本单位的账号。' : '您现在是单位经办人。';
    await this.messages.tell({ kind: 'NOTE', accountId: account.id, text });
  }

  private async setDisabled(account: Account, disabled: boolean): Promise<void> {
    const { id } = account;
    await this.unitOfWork.manager.update(Account, { id }, { disabled });
    this.note(account, disabled ? 'disabled' : 'enabled');
    if (!disabled) return;
    await this.sessions.revokeAll(id);
    await this.setups.end(id);
  }

  private async linkFor(account: Account): Promise<string> {
    const { id, disabled } = account;
    if (disabled) throw new DomainError('STATE_CONFLICT', '这个账号停用了。', { hint: '请先启用，再要链接。' });
    await this.unitOfWork.manager.update(Account, { id }, { passwordHash: '' });
    await this.factors.remove(id);
    await this.sessions.revokeAll(id);
    this.note(account, 'link');
    return this.setups.open(id, 'ACCOUNT');
  }

  private async administrators(employerId: string): Promise<Account[]> {
    const accounts = await this.unitOfWork.manager.findBy(Account, { employerId, disabled: false });
    return accounts.filter((account) => isMember(account) && roleOf(account) === 'EMPLOYER_ADMIN');
  }
}

/** Somebody who works for the employer and for nobody else here. */
const isMember = ({ roles }: Account): boolean => roles.length > 0 && Policy.worksForEmployer(roles);

const loginOf = (typed: string): string => typed.trim().toLowerCase();

const roleOf = ({ roles }: Account): MemberRole =>
  roles.includes('EMPLOYER_ADMIN') ? 'EMPLOYER_ADMIN' : 'EMPLOYER_CLERK';

const stateOf = ({ disabled, passwordHash }: Account): MemberState =>
  disabled ? 'DISABLED' : passwordHash === '' ? 'WAITING' : 'IN_USE';

const missing = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });

/** @throws DomainError VALIDATION */
function roleIn(text: string): MemberRole {
  const role = MEMBER_ROLES.find((one) => one === text);
  if (role) return role;
  throw missing('role', '角色只能是单位经办人或单位管理员。');
}

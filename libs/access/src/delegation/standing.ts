import { Injectable, type OnModuleInit } from '@nestjs/common';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { Clock } from '@tongxing/platform';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Account } from '../account.entity.js';
import { type Acting, currentlyActing } from '../audit/acting.js';
import { PersonDirectory, type RegisteredPerson } from '../person-directory.js';
import { Policy } from '../policy.js';
import { HELPING } from '../policy.table.js';
import type { Role } from '../roles.js';
import type { OnBehalfOf, Viewer } from '../viewer.js';
import { Delegation } from './delegation.entity.js';
import { delegationEnded } from './delegation.errors.js';
import { ROLE_OF_KIND } from './delegation.words.js';

/** For whom the running request changes something: set where a helper does an action that the person gave. */
export function helpedBy(who: Acting | undefined): OnBehalfOf | undefined {
  return who?.action !== undefined && Policy.isHelped(who.action) ? who.viewer?.onBehalfOf : undefined;
}

/** Where a person belongs: the record's division and, if elsewhere, the home's. */
export const divisionsOf = ({ divisionCode, residenceDivisionCode }: RegisteredPerson): string[] =>
  residenceDivisionCode === null ? [divisionCode] : [divisionCode, residenceDivisionCode];

/** True for roles that do not keep their holder out of other people's matters. */
export const mayHelp = (roles: readonly Role[]): boolean => roles.every((role) => HELPING.includes(role));

/** True for staff of the kind whose region the person belongs to; family need be nothing of the sort. */
export function mayBeKind(
  kind: Delegation['kind'],
  account: Pick<Account, 'id' | 'displayName' | 'roles' | 'divisionCode'>,
  person: RegisteredPerson,
): boolean {
  const role = ROLE_OF_KIND[kind];
  if (role === null) return true;
  const viewer: Viewer = account;
  return account.roles.includes(role) && divisionsOf(person).some((code) => Policy.covers(viewer, code));
}

/** Whether a delegation is good right now: looked at on every request, and once more in the transaction of what is done under it. */
@Injectable()
export class StandingDelegations implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonDirectory,
  ) {}

  /** The last word is the row's own, in the unit that writes: who revokes and who acts at the same moment wait for each other. */
  onModuleInit(): void {
    this.unitOfWork.endWith(async ({ wrote }) => {
      const helped = helpedBy(currentlyActing());
      if (wrote && helped) await this.use(helped.delegationId);
    });
  }

  /** For whom an account acts under a delegation that its session names; `ended` when it is good no more. */
  async onBehalfOf(account: Account, delegationId: string): Promise<OnBehalfOf> {
    const row = await this.unitOfWork.manager.findOneBy(Delegation, { id: delegationId });
    const person = row ? await this.people.find(row.personId) : undefined;
    if (!row) throw new Error('a session acts under a delegation of nobody');
    const ended = !person || !this.isHelpedBy(row, account, person);
    const { name = '', divisionCode = account.divisionCode } = person ?? {};
    return { personId: row.personId, name, divisionCode, delegationId, scopes: row.scopes, ended };
  }

  /** True on the days from the first to the last, until it was ended; staff must still be so in the person's region. */
  isHelpedBy({ helperId, kind, live, from, until }: Delegation, account: Account, person: RegisteredPerson): boolean {
    const today = this.clock.today();
    const good = live === 1 && from <= today && today <= until && helperId === account.id;
    return good && !person.deceased && mayHelp(account.roles) && mayBeKind(kind, account, person);
  }

  /**
   * Notes that it was used, in the caller's unit of work.
   *
   * @throws DomainError DELEGATION_ENDED, which undoes the unit
   */
  async use(id: string): Promise<void> {
    this.unitOfWork.requireOpen('a use of a delegation');
    const today = this.clock.today();
    const good = { id, live: 1, from: LessThanOrEqual(today), until: MoreThanOrEqual(today) };
    const now = this.clock.now();
    if (!(await guardedUpdate(this.unitOfWork.manager, Delegation, good, { usedAt: now }))) throw delegationEnded();
  }
}

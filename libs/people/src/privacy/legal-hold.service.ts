import { Injectable } from '@nestjs/common';
import { AccountService, noteAudit, type SignedIn } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import type { Person } from '../person.entity.js';
import { LegalHold } from './privacy.entity.js';

const MAX_REASON = 300;

/** 保全: while it stands, nothing of a person is deleted. */
@Injectable()
export class LegalHoldService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly accounts: AccountService,
  ) {}

  /**
   * Puts a person's data under a legal hold, or lifts it. Done twice it changes nothing.
   *
   * @throws DomainError VALIDATION on `reason`
   */
  async set(viewer: SignedIn, person: Person, on: boolean, reason: string | null): Promise<void> {
    const words = reason?.trim() ?? '';
    if (on && words === '') throw new DomainError('VALIDATION', '保全要写原因，例如案号。', { field: 'reason' });
    const personId = person.id;
    const place = () =>
      this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const note = { target: 'legal-hold', id: personId, divisionCode: person.divisionCode, after: { on } };
        if (!on) {
          const lifted = { live: null, liftedById: viewer.id, liftedAt: this.clock.now() };
          if (await guardedUpdate(manager, LegalHold, { personId, live: 1 }, lifted)) noteAudit(this.unitOfWork, note);
          return;
        }
        if (await manager.existsBy(LegalHold, { personId, live: 1 })) return;
        const id = newId();
        await manager.insert(LegalHold, {
          id,
          personId,
          reason: this.crypto.seal([...words].slice(0, MAX_REASON).join(''), boundTo(id)),
          placedById: viewer.id,
          placedAt: this.clock.now(),
          liftedById: null,
          liftedAt: null,
          live: 1,
        });
        noteAudit(this.unitOfWork, note);
      });
    await place().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }

  /** Why the hold stands, in the words of whoever placed it; null without one. */
  async reasonOf(personId: string): Promise<string | null> {
    const hold = await this.unitOfWork.manager.findOneBy(LegalHold, { personId, live: 1 });
    return hold === null ? null : this.crypto.open(hold.reason, boundTo(hold.id));
  }

  stands(personId: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(LegalHold, { personId, live: 1 });
  }

  /** People under a legal hold, and those of them who have an account. */
  async held(): Promise<{ people: string[]; accounts: string[] }> {
    const holds = await this.unitOfWork.manager.findBy(LegalHold, { live: 1 });
    const people = holds.map(({ personId }) => personId);
    const accounts: string[] = [];
    for (const personId of people) {
      const account = await this.accounts.ofPerson({ personId });
      if (account) accounts.push(account.id);
    }
    return { people, accounts };
  }
}

const boundTo = (id: string): string => `legal_hold|reason|${id}`;

import { Inject, Injectable } from '@nestjs/common';
import { blindColumns, guardedUpdate, UnitOfWork, whereBlind } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError } from '@tongxing/platform';
import { readIdNumber } from '@tongxing/rules';
import { IsNull, Not } from 'typeorm';
import { Account } from './account.entity.js';
import { sealAccountId } from './account.service.js';
import { noteAudit } from './audit/audit.service.js';
import { blindOfIdNumber } from './blind-id.js';
import { SignInLocks } from './sign-in-locks.js';
import type { Viewer } from './viewer.js';

/** An index of a number that is not kept, in an account of nobody in the register: nothing else here holds the number. */
const LACKS = { idNumber: IsNull(), personId: IsNull() };

/** True for an account whose holder has to enter the own ID number: its blind index cannot be made anew under another key. */
export const lacksIdNumber = ({ idNumber, personId, idBlind, idBlind2 }: Account): boolean =>
  idNumber === null && personId === null && (idBlind !== null || idBlind2 !== null);

/** 补填身份证号: of accounts from before the number was kept (decision 0028). */
@Injectable()
export class IdNumberService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    private readonly locks: SignInLocks,
  ) {}

  async isDue(viewer: Viewer): Promise<boolean> {
    return lacksIdNumber(await this.unitOfWork.manager.findOneByOrFail(Account, { id: viewer.id }));
  }

  /** How many accounts wait for it. */
  waiting(): Promise<number> {
    const { manager } = this.unitOfWork;
    return manager.countBy(Account, [
      { ...LACKS, idBlind: Not(IsNull()) },
      { ...LACKS, idBlind2: Not(IsNull()) },
    ]);
  }

  /**
   * Keeps the viewer's own ID number, sealed, where it is the one that the account was made with. Once.
   *
   * @throws DomainError VALIDATION on `idNumber`, AUTH_LOCKED after five that were not, STATE_CONFLICT where it is kept already
   */
  async keep(viewer: Viewer, typed: string): Promise<void> {
    const { id } = viewer;
    if (!(await this.isDue(viewer))) throw kept();
    const read = readIdNumber(typed, this.clock.today());
    if (!read.ok)
      throw new DomainError('VALIDATION', '身份证号不对。', { field: 'idNumber', hint: '请对照证件，18 位。' });
    const door = { kind: 'FACTOR', accountId: id } as const;
    await this.locks.take(door);
    const blind = blindOfIdNumber(this.crypto, read.value);
    const own = whereBlind<Account>('idBlind', [blind]).map((where) => ({ ...where, id }));
    if (!(await this.unitOfWork.manager.existsBy(Account, own)))
      throw new DomainError('VALIDATION', '和建账号时的身份证号不一样。', {
        field: 'idNumber',
        hint: '请填您自己的；当时登记错了，请找安全管理员。',
      });
    await this.unitOfWork.run(async () => {
      const sealed = { idNumber: sealAccountId(this.crypto, id, read.value), ...blindColumns('idBlind', blind) };
      if (!(await guardedUpdate(this.unitOfWork.manager, Account, { id, idNumber: IsNull() }, sealed))) throw kept();
      noteAudit(this.unitOfWork, { action: 'account.idNumber', target: 'account', id });
      await this.locks.clear(door);
    });
  }
}

const kept = (): DomainError => new DomainError('STATE_CONFLICT', '您的身份证号已经登记好了。', { hint: '不用再填。' });

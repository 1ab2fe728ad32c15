import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, DomainError } from '@tongxing/platform';
import { addMonths } from '@tongxing/rules';
import { Account } from '../account.entity.js';
import { AccountService } from '../account.service.js';
import { viewerOfAccount } from '../viewer.js';
import { Delegation } from './delegation.entity.js';
import { DelegationService } from './delegation.service.js';
import { SCOPES } from './delegation.words.js';

const MONTHS = 12;

/** The demonstration's helper: a job seeker asked, before a counsellor. */
@Injectable()
export class DelegationDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountService,
    private readonly delegations: DelegationService,
  ) {}

  /**
   * Gives the helper every scope for a year; done twice it changes nothing.
   *
   * @returns how many were given: none where the county has no such accounts
   * @throws DomainError FORBIDDEN outside demo mode
   */
  async grant(seekerLogin: string, helperLogin: string): Promise<number> {
    if (!this.config.demo) throw new DomainError('FORBIDDEN', '正式环境不能装入演示数据。');
    const seeker = await this.accounts.byLogin(seekerLogin);
    const helper = await this.accounts.byLogin(helperLogin);
    if (!seeker?.personId || !helper) return 0;
    const { personId } = seeker;
    const { manager } = this.unitOfWork;
    if (await manager.existsBy(Delegation, { personId, helperId: helper.id, live: 1 })) return 0;
    const { staff } = await this.delegations.choices(viewerOfAccount(seeker));
    const witness = await manager.findOneByOrFail(Account, { id: staff[0]?.id ?? '' });
    await this.delegations.grant(viewerOfAccount(witness), {
      personId,
      kind: 'FAMILY',
      helperName: helperLogin,
      scopes: Object.keys(SCOPES),
      until: addMonths(this.clock.today(), MONTHS),
      consent: 'PAPER',
      note: '演示：委托书在村委会档案柜。',
    });
    return 1;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Account } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, DomainError } from '@tongxing/platform';
import { addDays } from '@tongxing/rules';
import { CaseloadService } from './caseload.service.js';

/** Due days are spread over this many days, some of them past. */
const SPREAD_DAYS = 14;
const PAST_DAYS = 3;

/** Caseloads of the demonstration's counsellors. */
@Injectable()
export class CampaignDemo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly cases: CaseloadService,
  ) {}

  /**
   * Shares people out among the demo counsellors of a county, in turn; done twice it changes nothing.
   *
   * @returns how many were put into a caseload
   * @throws DomainError FORBIDDEN outside demo mode; NOT_FOUND where the county has no demo counsellor
   */
  async assign({ divisionCode, personIds }: { divisionCode: string; personIds: readonly string[] }): Promise<number> {
    if (!this.config.demo) throw new DomainError('FORBIDDEN', '正式环境不能装入演示数据。');
    const accounts = await this.unitOfWork.manager.find(Account, { where: { demo: true }, order: { login: 'ASC' } });
    const county = divisionCode.slice(0, 6);
    const counsellors = accounts.filter(
      (account) => account.roles.includes('COUNSELLOR') && account.divisionCode.startsWith(county),
    );
    if (counsellors.length === 0) throw new DomainError('NOT_FOUND', '这个县没有演示用的就业辅导员账号。');
    const today = this.clock.today();
    let count = 0;
    for (const [turn, counsellor] of counsellors.entries()) {
      count += await this.cases.assign({
        counsellorId: counsellor.id,
        personIds: personIds.filter((_, index) => index % counsellors.length === turn),
        dueOn: (index) => addDays(today, (index % SPREAD_DAYS) - PAST_DAYS),
      });
    }
    return count;
  }
}

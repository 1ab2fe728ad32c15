import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type KeptRecords,
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { chinaDay, CryptoProvider } from '@tongxing/platform';
import {
  APPLICATION_MACHINE,
  type ApplicationState,
  isoDate,
  PAYOUT_MACHINE,
  type PayoutState,
  yuanText,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { Approval, BenefitApplication, RightClaim } from './application.entity.js';
import { schemeOf } from './eligibility.service.js';
import { accountAt, openAccount, sealAccount } from './payee.js';
import { Payout } from './payout.entity.js';

const ENDED: readonly ApplicationState[] = ['NOTICE_PASSED', 'REJECTED', 'WITHDRAWN'];
const SETTLED: readonly PayoutState[] = ['PAID', 'VOIDED', 'CLAWED_BACK', 'WRITTEN_OFF'];

/**
 * 补贴: applications and payouts. Whatever money moved on, or was to, stays whole, account and all: the ledger is proved against it every
 * night, and the law wants vouchers. The accounts of applications that came to nothing go.
 */
@Injectable()
export class BenefitsPart implements PersonPart, OnModuleInit {
  readonly name = 'benefits';
  readonly tables = [BenefitApplication, RightClaim, Approval, Payout];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const { applications, payouts } = await this.load(personId);
    const claims = await this.unitOfWork.manager.find(RightClaim, { where: { personId }, take: MOST_RECORDS + 1 });
    return [
      sectionOf('补贴申请', applications, (row) => {
        const account = openAccount(this.crypto, 'benefit_application', row);
        return {
          项目: schemeOf(row.schemeCode).name,
          内容: row.object,
          提交日期: row.submittedOn,
          办到哪一步: APPLICATION_MACHINE.words[row.state],
          补贴时间: `${row.periodStart} 到 ${row.periodEnd}`,
          自己交的: `${yuanText(row.feeFen)} 元`,
          算出的补贴: `${yuanText(row.amountFen)} 元`,
          为什么: row.eligibility.reasons.map(({ message }) => message),
          银行户名: account.accountName,
          银行账号: account.accountNumber,
        };
      }),
      sectionOf('补贴发放', payouts, (row) => ({
        项目: schemeOf(row.schemeCode).name,
        金额: `${yuanText(row.amountFen)} 元`,
        收款人: row.payeeName,
        银行账号: accountAt(this.crypto, 'payout', row)?.accountNumber ?? null,
        办到哪一步: PAYOUT_MACHINE.words[row.state],
        到账日期: row.paidOn,
      })),
      sectionOf('占用的享受资格', claims, (row) => ({
        时间: row.claimedAt.toISOString(),
        还占着: row.live === 1,
      })),
    ];
  }

  async open({ personId }: Subject): Promise<string[]> {
    const { applications, payouts } = await this.load(personId);
    const running = applications.filter(({ state }) => !ENDED.includes(state)).length;
    const moving = payouts.filter(({ state }) => !SETTLED.includes(state)).length;
    return [
      ...(running === 0 ? [] : [`有 ${running} 份补贴申请还没办完，请先撤回或等办完。`]),
      ...(moving === 0 ? [] : [`有 ${moving} 笔补贴还没发完，或还要追回。`]),
    ];
  }

  async kept({ personId }: Subject): Promise<KeptRecords[]> {
    const { applications, payouts } = await this.load(personId);
    const paid = new Set(payouts.map(({ applicationId }) => applicationId));
    const [others, [newest]] = [applications.filter(({ id }) => !paid.has(id)), payouts];
    const [last] = others;
    return [
      ...(newest === undefined
        ? []
        : [
            {
              what: `${payouts.length} 笔补贴发放和它们的申请，含收款账户`,
              since: newest.paidOn === null ? chinaDay(newest.createdAt) : isoDate(newest.paidOn),
              years: 'MONEY' as const,
            },
          ]),
      ...(last === undefined
        ? []
        : [
            {
              what: `${others.length} 份没有发放的补贴申请，不含账户`,
              since: last.submittedOn,
              years: 'APPLICATION' as const,
            },
          ]),
    ];
  }

  async erase({ personId }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    const ids = (await manager.find(BenefitApplication, { select: { id: true }, where: { personId } })).map(
      ({ id }) => id,
    );
    if (ids.length === 0) return;
    const payouts = await manager.find(Payout, {
      select: { id: true, applicationId: true },
      where: { applicationId: In(ids) },
    });
    const paid = new Set(payouts.map(({ applicationId }) => applicationId));
    // Who filed it, beside those of the office who decided.
    await manager.update(Approval, { applicationId: In(ids), step: 'FILE' }, { accountName: '已删除' });
    for (const id of ids) {
      if (paid.has(id)) continue;
      const secrets = sealAccount(this.crypto, 'benefit_application', id, { accountName: '', accountNumber: '' });
      await manager.update(BenefitApplication, { id }, { secrets, accountBlind: '' });
    }
  }

  private async load(personId: string): Promise<{ applications: BenefitApplication[]; payouts: Payout[] }> {
    const { manager } = this.unitOfWork;
    const take = MOST_RECORDS + 1;
    return {
      applications: await manager.find(BenefitApplication, { where: { personId }, order: { id: 'DESC' }, take }),
      payouts: await manager.find(Payout, { where: { personId }, order: { id: 'DESC' }, take }),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { dayWords, MessageService, type PersonNote } from '@tongxing/access';
import { CryptoProvider } from '@tongxing/platform';
import { type ApplicationState, applicantWords, type IsoDate, yuanText } from '@tongxing/rules';
import type { BenefitApplication } from './application.entity.js';
import { schemeOf } from './eligibility.service.js';
import { accountAt } from './payee.js';
import type { Payout } from './payout.entity.js';

type Told = Pick<BenefitApplication, 'personId' | 'schemeCode'>;

/** What the phone shows: no support, no sum, no decision. Who cannot go online has a number to ring. */
const SMS = {
  moved: '【同行】您的一份申请有了新进展，请登录看。不会上网请打 12385。',
  toFix: '【同行】您的一份申请要补充，请登录看要改什么。不会上网请打 12385。',
  ended: '【同行】您的一份申请有了结果，请登录看。不会上网请打 12385。',
  paid: '【同行】您的一份申请办好了，请看银行卡。有疑问请打 12385。',
  failed: '【同行】您的一份申请要核对账户，请登录看怎么办，或打 12385。我们不会在短信里问您的卡号和密码。',
} as const;

const TAIL = 4;

/**
 * 告知申请人: what happened to an application or its money, told to the person it is about, in the unit of work of the act: undone with it, and
 * told once because the act's own guard lets it happen once. The portal says what the own page says; the phone says only that there is news.
 */
@Injectable()
export class BenefitNews {
  constructor(
    private readonly messages: MessageService,
    private readonly crypto: CryptoProvider,
  ) {}

  /** The office decided a step. @param reason as it was written for the applicant */
  decided(application: Told, to: ApplicationState, reason: string | null): Promise<void> {
    const because = reason === null ? '' : `理由：${reason.replace(/[。.]?$/u, '。')}`;
    if (to === 'RETURNED_FOR_FIX') return this.tell([application], SMS.toFix, `要补充。${because}请改好，再提交一次。`);
    if (to === 'REJECTED') return this.tell([application], SMS.ended, `没有通过。${because}有疑问请打 12385。`);
    return this.tell([application], SMS.moved, `：${applicantWords(to, null).next}`);
  }

  published(applications: readonly Told[], startsOn: IsoDate, endsOn: IsoDate): Promise<void> {
    const period = `从${dayWords(startsOn)}到${dayWords(endsOn)}公示。`;
    return this.tell(applications, SMS.moved, `${period}${applicantWords('NOTICE', null).next}`);
  }

  /** The notice was wrong as a whole, and there will be another. */
  unpublished(applications: readonly Told[]): Promise<void> {
    return this.tell(applications, SMS.moved, '的公示名单有错，已经撤下，改好以后重新公示。');
  }

  /** An objection was upheld. */
  objected(application: Told): Promise<void> {
    return this.tell([application], SMS.ended, '公示时有人提出异议，查实后不再发放。有疑问请打 12385。');
  }

  /** The bank has paid. */
  paid(payouts: readonly Payout[]): Promise<void> {
    return this.messages.tellPeople(
      payouts.map((payout) => {
        const tail = accountAt(this.crypto, 'payout', payout)?.accountNumber.slice(-TAIL);
        const card = tail ? `（尾号 ${tail}）` : '';
        return noteOf(payout, SMS.paid, ` ${yuanText(payout.amountFen)} 元已经发放，到账请看银行卡${card}。`);
      }),
    );
  }

  /** The bank has not. */
  failed(payouts: readonly Payout[]): Promise<void> {
    const { next } = applicantWords('NOTICE_PASSED', 'FAILED');
    const what = '您也可以带银行卡到残联服务窗口核对，或打 12385。';
    return this.messages.tellPeople(
      payouts.map((payout) => noteOf(payout, SMS.failed, ` ${yuanText(payout.amountFen)} 元：${next}${what}`)),
    );
  }

  private tell(applications: readonly Told[], smsText: string, what: string): Promise<void> {
    return this.messages.tellPeople(applications.map((application) => noteOf(application, smsText, what)));
  }
}

const noteOf = ({ personId, schemeCode }: Told, smsText: string, what: string): PersonNote => ({
  personId,
  text: `您申请的「${schemeOf(schemeCode).name}」${what}`,
  smsText,
});

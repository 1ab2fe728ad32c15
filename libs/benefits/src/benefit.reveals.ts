import { type Divisions, Policy, type RevealKind, type SignedIn } from '@tongxing/access';
import type { UnitOfWork } from '@tongxing/database';
import { certificateOf, type PeopleService, type PersonSecrets, whoIs } from '@tongxing/people';
import { type CryptoProvider, notFound } from '@tongxing/platform';
import type { PayoutState } from '@tongxing/rules';
import { Approval, type BenefitApplication } from './application.entity.js';
import { type ApplicationService, QUEUE_STATES, type QueueStep } from './application.service.js';
import { DECIDE_ACTIONS } from './decision.service.js';
import { approvalsOf, requireNotOwn } from './duty.js';
import { openAccount } from './payee.js';
import { Payout } from './payout.entity.js';

/** Payouts of a batch that is not settled yet, and those that came back. */
const IN_HAND: ReadonlySet<PayoutState> = new Set(['BATCHED', 'QUEUED', 'SENDING', 'SENT', 'FAILED', 'RETURNED']);

/** True while the viewer works on the payout: then its whole account may be looked at. */
export const accountInHand = (viewer: SignedIn, { batchId, state }: Pick<Payout, 'batchId' | 'state'>): boolean =>
  batchId !== null && IN_HAND.has(state) && Policy.can(viewer, 'reveal.payoutAccount');

interface Applicant {
  secrets: PersonSecrets;
  account: string;
}

/** What stands sealed behind an application, while it waits for the viewer's own step. */
export const applicantReveals = (
  unitOfWork: UnitOfWork,
  applications: ApplicationService,
  people: PeopleService,
  divisions: Divisions,
  crypto: CryptoProvider,
): RevealKind<Applicant> => ({
  target: 'benefit-application',
  find: async (viewer, id) => {
    const application = await applications.byId(viewer, id);
    const person = await people.byId(application.personId);
    if (person === null || !waitsFor(viewer, application)) throw notFound('等您办的这份申请');
    await requireNotOwn(people, viewer, [person.id]);
    const done = await unitOfWork.manager.existsBy(Approval, approvalsOf(viewer, { applicationId: id }));
    if (done) throw notFound('等您办的这份申请');
    return {
      thing: {
        secrets: people.secretsOf(person),
        account: openAccount(crypto, 'benefit_application', application).accountNumber,
      },
      whose: whoIs(person, divisions.nameOf(application.divisionCode)),
      divisionCode: application.divisionCode,
    };
  },
  fields: [
    { action: 'reveal.applicantIdNumber', title: '身份证号', value: ({ secrets }) => secrets.idNumber },
    { action: 'reveal.applicantCertificate', title: '残疾人证号', value: ({ secrets }) => certificateOf(secrets) },
    { action: 'reveal.applicantPhone', title: '手机号', value: ({ secrets }) => secrets.phone },
    { action: 'reveal.applicantAccount', title: '收款账号', value: ({ account }) => account },
  ],
});

const waitsFor = (viewer: SignedIn, { state }: BenefitApplication): boolean =>
  (Object.keys(QUEUE_STATES) as QueueStep[]).some(
    (step) => QUEUE_STATES[step] === state && Policy.can(viewer, DECIDE_ACTIONS[step]),
  );

/** The account of a payout that is being paid, or came back. */
export const payoutReveals = (
  unitOfWork: UnitOfWork,
  people: PeopleService,
  divisions: Divisions,
  crypto: CryptoProvider,
): RevealKind<string> => ({
  target: 'payout',
  find: async (viewer, id) => {
    const payout = await unitOfWork.manager.findOneBy(Payout, { id });
    if (payout === null || !Policy.covers(viewer, payout.divisionCode) || !accountInHand(viewer, payout))
      throw notFound('正在办的这笔发放');
    await requireNotOwn(people, viewer, [payout.personId]);
    return {
      thing: openAccount(crypto, 'payout', payout).accountNumber,
      whose: `${payout.payeeName}（${divisions.nameOf(payout.divisionCode)}）`,
      divisionCode: payout.divisionCode,
    };
  },
  fields: [{ action: 'reveal.payoutAccount', title: '收款账号', value: (account) => account }],
});

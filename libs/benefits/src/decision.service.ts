import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { PeopleService } from '@tongxing/people';
import { chinaDay, Clock, CryptoProvider, DomainError, newId, notFound } from '@tongxing/platform';
import {
  APPLICATION_MACHINE,
  type ApplicationEvent,
  type BenefitJudgement,
  PAYOUT_MACHINE,
  yearOf,
  yuanText,
} from '@tongxing/rules';
import { MoreThanOrEqual } from 'typeorm';
import {
  Approval,
  BenefitApplication,
  type DecisionOutcome,
  GrantTotal,
  periodTextOf,
  RightClaim,
} from './application.entity.js';
import { ApplicationService, QUEUE_STATES, type QueueStep } from './application.service.js';
import { requireEligible } from './apply.js';
import { BenefitNews } from './benefit-news.js';
import { approvedDigestOf } from './chain.js';
import { hashMismatch } from './chain.service.js';
import { approvalsOf, dutySeparation, requireNotOwn } from './duty.js';
import { EligibilityService, schemeOf } from './eligibility.service.js';
import { EnvelopeService } from './envelope.service.js';
import { accountAt, sealAccount } from './payee.js';
import { Payout } from './payout.entity.js';
import { naturalPersonOf, noteSteps, stateConflict, stepTo } from './state.js';

export interface Decision {
  id: string;
  version: number;
  step: QueueStep;
  outcome: Exclude<DecisionOutcome, 'FILE'>;
  reason?: string;
}

/** What a viewer must be allowed to for each step. */
export const DECIDE_ACTIONS: Readonly<Record<QueueStep, string>> = {
  REVIEW: 'benefit.review',
  APPROVE: 'benefit.approve',
};
const EVENTS: Readonly<Record<Decision['outcome'], (step: QueueStep) => ApplicationEvent>> = {
  APPROVE: (step) => (step === 'REVIEW' ? 'review' : 'approve'),
  RETURN: () => 'returnForFix',
  REJECT: () => 'reject',
};
const DONE: Readonly<Record<Approval['step'], string>> = {
  FILE: '这份申请是您提交的',
  REVIEW: '第一次审核是您做的',
  APPROVE: '第二次审批是您做的',
};

/** 审核与审批: two different persons, neither of them the filer, neither of the household. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly applications: ApplicationService,
    private readonly eligibility: EligibilityService,
    private readonly envelopes: EnvelopeService,
    private readonly people: PeopleService,
    private readonly news: BenefitNews,
  ) {}

  /**
   * Decides one step, in the caller's unit of work. The second approval makes the payout and takes the money's promise from an envelope.
   *
   * @throws DomainError FORBIDDEN, NOT_FOUND, STATE_CONFLICT, VERSION_CONFLICT, VALIDATION without a reason, SELF_APPROVAL, DUTY_SEPARATION,
   * NOT_ELIGIBLE or AMOUNT_MISMATCH when the rules answer otherwise by now, BATCH_HASH_MISMATCH when the account is not as it was
   * submitted, BUDGET_EXHAUSTED, ENVELOPE_CLOSED
   */
  async decide(viewer: SignedIn, decision: Decision): Promise<BenefitApplication> {
    this.unitOfWork.requireOpen('a decision');
    Policy.require(viewer, DECIDE_ACTIONS[decision.step]);
    const application = await this.applications.byId(viewer, decision.id);
    const { step, outcome } = decision;
    if (application.state !== QUEUE_STATES[step])
      throw stateConflict(`这份申请现在是「${APPLICATION_MACHINE.words[application.state]}」，不在这一步。`);
    if (application.version !== decision.version)
      throw new DomainError('VERSION_CONFLICT', '这份申请刚被改过。', { hint: '请刷新后再看。' });
    if (outcome !== 'APPROVE' && !decision.reason?.trim())
      throw new DomainError('VALIDATION', '退回和不通过要写理由。', { field: 'reason' });
    await this.requireApart(viewer, application);
    // Read before the rules ask, so that the guard below stands on what they were told.
    const grantKey = this.eligibility.grantKey(application.personId, application.schemeCode);
    const grant = await this.unitOfWork.manager.findOneBy(GrantTotal, { grantKey });
    const judgement = outcome === 'APPROVE' ? await this.requireUnchanged(application) : undefined;

    const { manager } = this.unitOfWork;
    const event = EVENTS[outcome](step);
    const to = stepTo(APPLICATION_MACHINE, application.state, event);
    const { id, state, version } = application;
    if (!(await guardedUpdate(manager, BenefitApplication, { id, state, version }, { state: to })))
      throw stateConflict();
    await this.noteDecision(viewer, decision);
    const reason = decision.reason?.trim() ?? null;
    const machine = APPLICATION_MACHINE.name;
    await noteSteps(manager, [{ machine, subjectId: id, from: state, event, to, reason }], viewer, this.clock.now());
    if (outcome === 'RETURN') await manager.update(Approval, { applicationId: id, live: 1 }, { live: null });
    if (outcome === 'REJECT') await this.releaseRight(id);
    if (to === 'APPROVED' && judgement) {
      await this.raiseGrant(grant, grantKey, judgement.amountFen);
      await this.promise(viewer, application, judgement);
    }
    await this.news.decided(application, to, reason);
    return manager.findOneByOrFail(BenefitApplication, { id });
  }

  /** A right that will not be settled is free again. */
  async releaseRight(applicationId: string): Promise<void> {
    await this.unitOfWork.manager.update(RightClaim, { applicationId, live: 1 }, { live: null });
  }

  private async requireApart(viewer: SignedIn, application: BenefitApplication): Promise<void> {
    await requireNotOwn(this.people, viewer, [application.personId]);
    const own = approvalsOf(viewer, { applicationId: application.id });
    const mine = await this.unitOfWork.manager.findOneBy(Approval, own);
    if (mine !== null) throw dutySeparation(DONE[mine.step]);
  }

  /** The rules once more, on today's facts. */
  private async requireUnchanged(application: BenefitApplication): Promise<BenefitJudgement> {
    const person = await this.people.byId(application.personId);
    if (person === null) throw notFound('这个人');
    const scheme = schemeOf(application.schemeCode);
    const judgement = await this.eligibility.judge(
      scheme,
      person,
      application,
      application.divisionCode,
      application.id,
    );
    requireEligible(judgement);
    if (judgement.amountFen !== application.amountFen)
      throw new DomainError(
        'AMOUNT_MISMATCH',
        `提交时算出 ${yuanText(application.amountFen)} 元，现在按规则是 ${yuanText(judgement.amountFen)} 元。`,
        { hint: '请退回，由申请人重新提交后再审。' },
      );
    return judgement;
  }

  private async noteDecision(viewer: SignedIn, { id, step, outcome, reason }: Decision): Promise<void> {
    try {
      await insertRows(this.unitOfWork.manager, Approval, [
        {
          id: newId(),
          applicationId: id,
          step,
          outcome,
          naturalPersonId: naturalPersonOf(viewer),
          accountId: viewer.id,
          accountName: viewer.displayName,
          reason: reason?.trim() || null,
          live: 1,
          decidedAt: this.clock.now(),
        },
      ]);
    } catch (error) {
      if (isDuplicateKey(error)) throw dutySeparation('这份申请您已经办过一步');
      throw error;
    }
  }

  /** The payout with the account as approved, and the promise of its money. */
  private async promise(viewer: SignedIn, application: BenefitApplication, judgement: BenefitJudgement): Promise<void> {
    const { manager } = this.unitOfWork;
    const { amountFen } = judgement;
    // The counter first: the payout names the envelope that had room.
    const envelope = await this.envelopes.pledge(application.schemeCode, application.divisionCode, amountFen);
    const id = newId();
    const account = accountAt(this.crypto, 'benefit_application', application);
    if (account === undefined) throw hashMismatch('收款账户和提交时不一样，已停止。');
    const { personId, schemeCode } = application;
    const approved = { id, personId, schemeCode, periodText: periodTextOf(application), amountFen };
    await insertRows(manager, Payout, [
      {
        ...approved,
        applicationId: application.id,
        envelopeId: envelope.id,
        divisionCode: application.divisionCode,
        payeeName: account.accountName,
        secrets: sealAccount(this.crypto, 'payout', id, account),
        accountBlind: application.accountBlind,
        approvedDigest: approvedDigestOf(this.crypto, approved, account),
        state: PAYOUT_MACHINE.initial,
        hold: null,
        seq: 0,
        batchId: null,
        noticeId: null,
        paidOn: null,
        failure: null,
        leaseOwner: null,
        leaseUntil: null,
        createdAt: this.clock.now(),
      },
    ]);
    const step = {
      machine: PAYOUT_MACHINE.name,
      subjectId: id,
      from: null,
      event: 'approve',
      to: PAYOUT_MACHINE.initial,
    };
    await noteSteps(manager, [step], viewer, this.clock.now());
  }

  /** Two approvals for one person at once: the second finds another total than the one it was judged by. */
  private async raiseGrant(before: GrantTotal | null, grantKey: string, amountFen: number): Promise<void> {
    const { manager } = this.unitOfWork;
    if (before === null) {
      try {
        await insertRows(manager, GrantTotal, [{ id: newId(), grantKey, grantedFen: amountFen }]);
      } catch (error) {
        if (isDuplicateKey(error)) throw stateConflict('这个人的另一份申请刚被批准。');
        throw error;
      }
      return;
    }
    const { id, version, grantedFen } = before;
    if (!(await guardedUpdate(manager, GrantTotal, { id, version }, { grantedFen: grantedFen + amountFen })))
      throw stateConflict('这个人的另一份申请刚被批准。');
  }

  /** A payout that will never be made does not count against the person's yearly maximum. */
  async lowerGrant(payout: Payout): Promise<void> {
    const { personId, schemeCode, createdAt, amountFen } = payout;
    const grantKey = `${personId}|${schemeCode}|${yearOf(chinaDay(createdAt))}`;
    const { manager } = this.unitOfWork;
    const { affected } = await manager.decrement(
      GrantTotal,
      { grantKey, grantedFen: MoreThanOrEqual(amountFen) },
      'grantedFen',
      amountFen,
    );
    if (affected !== 1) throw new Error('a grant that was never counted');
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { type NoticeKind, NoticeKinds, NoticeService, PublicNotice } from '@tongxing/notices';
import { PeopleService } from '@tongxing/people';
import { Clock, CryptoProvider, DomainError, maskName, notFound } from '@tongxing/platform';
import {
  APPLICATION_MACHINE,
  type ApplicationEvent,
  type ApplicationState,
  PAYOUT_MACHINE,
  postReserve,
} from '@tongxing/rules';
import { In, Like } from 'typeorm';
import { BENEFIT_NOTICE, BenefitApplication, NoticeList } from './application.entity.js';
import { BenefitNews } from './benefit-news.js';
import { digestsOf, shownPeriod } from './chain.js';
import { ChainService } from './chain.service.js';
import { DecisionService } from './decision.service.js';
import { requireNotOwn } from './duty.js';
import { schemeOf } from './eligibility.service.js';
import { EnvelopeService } from './envelope.service.js';
import { LedgerService } from './ledger.service.js';
import { Payout } from './payout.entity.js';
import { type Actor, noteSteps, pieces, stateConflict } from './state.js';

const MAX_LINES = 2_000;

/** 公示交接: approved applications into a notice, and out of it into money that is set aside. */
@Injectable()
export class BenefitNoticeService implements NoticeKind, OnModuleInit {
  readonly kind = BENEFIT_NOTICE;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly notices: NoticeService,
    private readonly kinds: NoticeKinds,
    private readonly divisions: Divisions,
    private readonly ledger: LedgerService,
    private readonly envelopes: EnvelopeService,
    private readonly chain: ChainService,
    private readonly decisionService: DecisionService,
    private readonly people: PeopleService,
    private readonly news: BenefitNews,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  /** What the next notice of a scheme would show. */
  async candidates(viewer: SignedIn, schemeCode: string): Promise<Payout[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(Payout, 'payout')
      .innerJoin(BenefitApplication, 'application', 'application.id = payout.applicationId')
      .where({ state: 'APPROVED', schemeCode, divisionCode: Like(`${Policy.divisionScope(viewer)}%`) })
      .andWhere('application.state = :state', { state: 'APPROVED' })
      .andWhere('payout.hold IS NULL')
      .orderBy('payout.createdAt')
      .addOrderBy('payout.id')
      .limit(MAX_LINES)
      .getMany();
  }

  /**
   * Publishes every approved application of a scheme in the viewer's region, in the caller's unit of work.
   *
   * @throws DomainError NOT_FOUND for an unknown scheme, STATE_CONFLICT when nothing waits, BATCH_HASH_MISMATCH when a row is not as it was approved,
   * VALIDATION of the prover
   */
  async publish(viewer: SignedIn, schemeCode: string): Promise<PublicNotice> {
    this.unitOfWork.requireOpen('publishing');
    const scheme = this.scheme(schemeCode);
    const payouts = await this.candidates(viewer, schemeCode);
    if (payouts.length === 0) throw stateConflict('现在没有等着公示的申请。');
    await this.chain.requireUnbroken(payouts);
    const { manager } = this.unitOfWork;
    const notice = await this.notices.publish({
      kind: BENEFIT_NOTICE,
      qualifier: schemeCode,
      divisionCode: viewer.divisionCode,
      title: `${this.divisions.nameOf(viewer.divisionCode)}${scheme.name}拟发放名单公示`,
      basis: scheme.basis,
      publishedBy: viewer.id,
      lines: payouts.map((payout) => ({
        subjectId: payout.applicationId,
        maskedName: maskName(payout.payeeName),
        divisionName: this.divisions.nameOf(payout.divisionCode.slice(0, 9).padEnd(12, '0')),
        subject: scheme.name,
        amountFen: payout.amountFen,
        periodText: shownPeriod(payout),
      })),
    });
    const ids = payouts.map((payout) => payout.applicationId);
    await this.move(ids, 'APPROVED', 'publish', viewer, { noticeId: notice.id });
    for (const part of pieces(payouts.map((payout) => payout.id)))
      await manager.update(Payout, { id: In(part), state: 'APPROVED' }, { noticeId: notice.id });
    const salt = randomBytes(16).toString('hex');
    const { listHash, totalFen } = digestsOf(this.crypto, salt, payouts);
    await insertRows(manager, NoticeList, [
      {
        noticeId: notice.id,
        schemeCode,
        divisionCode: viewer.divisionCode,
        listHash,
        salt: this.crypto.seal(salt, `notice_list|salt|${notice.id}`),
        lineCount: payouts.length,
        totalFen,
        sealedAt: this.clock.now(),
      },
    ]);
    await this.news.published(payouts, notice.startsOn, notice.endsOn);
    return notice;
  }

  /** @throws DomainError NOT_FOUND, NOTICE_OPEN, STATE_CONFLICT */
  async close(viewer: SignedIn, noticeId: string): Promise<PublicNotice> {
    const notice = await this.unitOfWork.manager.findOneBy(PublicNotice, { id: noticeId, kind: BENEFIT_NOTICE });
    if (notice === null || !Policy.covers(viewer, notice.divisionCode)) throw notFound('这份公示');
    return this.notices.close(noticeId, viewer.id);
  }

  /** An objection is not decided by the payee, nor by anybody of the payee's household. @throws DomainError SELF_APPROVAL */
  async requireApart(viewer: SignedIn, applicationIds: readonly string[]): Promise<void> {
    for (const ids of pieces(applicationIds)) {
      const select = { id: true, personId: true } as const;
      const rows = await this.unitOfWork.manager.find(BenefitApplication, { select, where: { id: In(ids) } });
      await requireNotOwn(
        this.people,
        viewer,
        rows.map((row) => row.personId),
      );
    }
  }

  /** The period has passed: promises become reserves, payouts are ready; lines with an objection wait. @throws DomainError ENVELOPE_CLOSED */
  async onClosed(_noticeId: string, passed: readonly string[], held: readonly string[]): Promise<void> {
    await this.move(passed, 'NOTICE', 'noticeClosed', null);
    // An objection that was upheld while the notice stood has ended its application already.
    const waiting = await this.unitOfWork.manager.findBy(BenefitApplication, { id: In([...held]), state: 'NOTICE' });
    const waitingIds = waiting.map((application) => application.id);
    await this.move(waitingIds, 'NOTICE', 'objection', null);
    await this.ready(passed);
  }

  /** An objection was dismissed after the closing. */
  async onReleased(_noticeId: string, applicationId: string): Promise<void> {
    await this.move([applicationId], 'OBJECTION_HOLD', 'objectionDismissed', null);
    await this.ready([applicationId]);
  }

  /** An objection was upheld: nothing is paid, the promise and the right are free again. */
  async onUpheld(_noticeId: string, applicationId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const application = await manager.findOneByOrFail(BenefitApplication, { id: applicationId });
    if (application.state === 'REJECTED') return;
    if (application.state === 'NOTICE') await this.move([applicationId], 'NOTICE', 'objection', null);
    await this.move([applicationId], 'OBJECTION_HOLD', 'reject', null);
    await this.decisionService.releaseRight(applicationId);
    const payout = await manager.findOneByOrFail(Payout, { applicationId });
    const { affected } = await manager.update(Payout, { id: payout.id, state: 'APPROVED' }, { state: 'VOIDED' });
    if (affected !== 1) throw stateConflict();
    await this.envelopes.unpledge(payout.envelopeId, payout.amountFen);
    await this.decisionService.lowerGrant(payout);
    const step = { machine: PAYOUT_MACHINE.name, subjectId: payout.id, from: 'APPROVED', event: 'void', to: 'VOIDED' };
    await noteSteps(manager, [step], null, this.clock.now());
    await this.news.objected(application);
  }

  /**
   * The notice was wrong as a whole: its applications are approved still and wait for another one. Money stays promised, never reserved,
   * so no batch can reach it.
   */
  async onWithdrawn(noticeId: string, free: readonly string[], held: readonly string[]): Promise<void> {
    const { manager } = this.unitOfWork;
    await this.move(held, 'NOTICE', 'objection', null);
    for (const ids of pieces(free)) {
      const rows = await manager.findBy(BenefitApplication, { id: In(ids), noticeId });
      for (const from of ['NOTICE', 'OBJECTION_HOLD'] as const) {
        const waiting = rows.filter((row) => row.state === from).map((row) => row.id);
        await this.move(waiting, from, 'noticeWithdrawn', null, { noticeId: null });
      }
      const payouts = { applicationId: In(ids), noticeId, state: 'APPROVED' as const };
      const { affected } = await manager.update(Payout, payouts, { noticeId: null });
      if (rows.length !== ids.length || affected !== ids.length) throw stateConflict('名单里有申请刚被改过。');
      await this.news.unpublished(rows);
    }
  }

  private async ready(applicationIds: readonly string[]): Promise<void> {
    const { manager } = this.unitOfWork;
    for (const ids of pieces(applicationIds)) {
      const payouts = await manager.findBy(Payout, { applicationId: In(ids), state: 'APPROVED' });
      const payoutIds = payouts.map((payout) => payout.id);
      const { affected } = await manager.update(Payout, { id: In(payoutIds), state: 'APPROVED' }, { state: 'READY' });
      if (affected !== ids.length) throw stateConflict();
      const envelopes = new Map<string, Payout[]>();
      for (const payout of payouts)
        envelopes.set(payout.envelopeId, [...(envelopes.get(payout.envelopeId) ?? []), payout]);
      for (const [envelopeId, rows] of [...envelopes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const bookings = rows.map((payout) => ({
          posting: postReserve(payout.id, payout.amountFen),
          payoutId: payout.id,
          memo: `公示 ${payout.noticeId ?? ''}`,
        }));
        await this.ledger.post(envelopeId, bookings, null, 'OPEN');
      }
      await noteSteps(
        manager,
        payoutIds.map((subjectId) => ({
          machine: PAYOUT_MACHINE.name,
          subjectId,
          from: 'APPROVED',
          event: 'noticeClosed',
          to: 'READY',
        })),
        null,
        this.clock.now(),
      );
    }
  }

  private async move(
    ids: readonly string[],
    from: ApplicationState,
    event: ApplicationEvent,
    actor: Actor,
    also: Partial<Pick<BenefitApplication, 'noticeId'>> = {},
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const step = APPLICATION_MACHINE.steps.find((one) => one.event === event && one.from.includes(from));
    if (step === undefined) throw new Error(`no step ${event} from ${from}`);
    for (const part of pieces(ids)) {
      const { affected } = await manager.update(
        BenefitApplication,
        { id: In(part), state: from },
        { state: step.to, ...also },
      );
      if (affected !== part.length) throw stateConflict('名单里有申请刚被改过。');
      await noteSteps(
        manager,
        part.map((subjectId) => ({ machine: APPLICATION_MACHINE.name, subjectId, from, event, to: step.to })),
        actor,
        this.clock.now(),
      );
    }
  }

  private scheme(code: string) {
    try {
      return schemeOf(code);
    } catch {
      throw new DomainError('NOT_FOUND', '没有这个补贴项目。', { field: 'schemeCode' });
    }
  }
}

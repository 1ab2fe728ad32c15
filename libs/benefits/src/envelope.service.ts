import { Injectable } from '@nestjs/common';
import { Divisions, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { availableFen, pledge, postAllotment, schemeByCode, unpledge, yearOf, yuanText } from '@tongxing/rules';
import { Like } from 'typeorm';
import { Envelope, Journal } from './ledger.entity.js';
import { LedgerService } from './ledger.service.js';
import { envelopeClosed } from './state.js';

/** 指标下达或调整 as finance enters it. */
export interface Allotment {
  schemeCode: string;
  year: number;
  source: string;
  budgetItem: string;
  /** ≠ 0; below 0 takes money back */
  amountFen: number;
  /** number of the paper: the same paper is booked once */
  document: string;
}

const countyOf = (code: string): string => code.slice(0, 6).padEnd(12, '0');
const MAX_ENVELOPES = 500;

/** 资金指标: money that was allotted, and promises against it. */
@Injectable()
export class EnvelopeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
    private readonly divisions: Divisions,
  ) {}

  /**
   * Books an allotment or adjustment, in the caller's unit of work; opens the envelope at the first one.
   *
   * @throws DomainError NOT_FOUND for an unknown scheme; AMOUNT_INVALID for 0, or when less would remain than is promised and spent;
   * DUPLICATE when the document is booked already; ENVELOPE_CLOSED
   */
  async allot(viewer: SignedIn, allotment: Allotment): Promise<Envelope> {
    this.unitOfWork.requireOpen('an allotment');
    const { schemeCode, year, source, budgetItem, amountFen, document } = allotment;
    if (schemeByCode(schemeCode) === undefined)
      throw new DomainError('NOT_FOUND', '没有这个补贴项目。', { field: 'schemeCode' });
    if (amountFen === 0) throw new DomainError('AMOUNT_INVALID', '金额不能是 0。', { field: 'amountYuan' });
    const { manager } = this.unitOfWork;
    const name = { schemeCode, divisionCode: countyOf(viewer.divisionCode), year, source, budgetItem };
    if (!this.divisions.has(name.divisionCode)) throw notFound('这个区划');
    const posting = postAllotment(`${name.divisionCode.slice(0, 6)}:${document}`, amountFen);
    if (await manager.existsBy(Journal, { postingKey: posting.postingKey }))
      throw new DomainError('DUPLICATE', '这份文件已经记过账。', { field: 'document' });
    let envelope = await manager.findOneBy(Envelope, name);
    if (envelope === null) {
      const zero = { allottedFen: 0, pledgedFen: 0, reservedFen: 0, spentFen: 0 };
      const row = { id: newId(), ...name, ...zero, state: 'OPEN' as const, createdAt: this.clock.now() };
      await insertRows(manager, Envelope, [row]);
      envelope = await manager.findOneByOrFail(Envelope, { id: row.id });
    }
    if (envelope.state !== 'OPEN') throw envelopeClosed();
    if (availableFen(envelope) + amountFen < 0)
      throw new DomainError('AMOUNT_INVALID', `最多能收回 ${yuanText(availableFen(envelope))} 元。`, {
        field: 'amountYuan',
        hint: '其余的已经批给申请人或已经发放。',
      });
    await this.ledger.post(envelope.id, [{ posting, memo: document }], viewer);
    return manager.findOneByOrFail(Envelope, { id: envelope.id });
  }

  /**
   * Promises money for an approval, from the first open envelope of the year that has room, in the caller's unit of work.
   * The room stands in WHERE: of two approvals at once that want the last money, one gets it.
   *
   * @throws DomainError ENVELOPE_CLOSED when there is no open one; BUDGET_EXHAUSTED with the room left
   */
  async pledge(schemeCode: string, divisionCode: string, amountFen: number): Promise<Envelope> {
    this.unitOfWork.requireOpen('a pledge');
    const { manager } = this.unitOfWork;
    const where = { schemeCode, divisionCode: countyOf(divisionCode), year: yearOf(this.clock.today()) };
    const envelopes = await manager.find(Envelope, {
      where: { ...where, state: 'OPEN' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    if (envelopes.length === 0) throw envelopeClosed();
    for (const envelope of envelopes) {
      if (await this.ledger.tryMove(envelope.id, pledge(amountFen), 'OPEN')) return envelope;
    }
    const fresh = await manager.findBy(Envelope, { ...where, state: 'OPEN' });
    const room = Math.max(0, ...fresh.map(availableFen));
    throw new DomainError(
      'BUDGET_EXHAUSTED',
      `资金指标不够：要 ${yuanText(amountFen)} 元，还剩 ${yuanText(room)} 元。`,
      {
        hint: '请财务追加指标后再审批。',
      },
    );
  }

  /** Takes a promise back, before the notice has closed. @throws Error when it was not there: our mistake */
  async unpledge(envelopeId: string, amountFen: number): Promise<void> {
    if (!(await this.ledger.tryMove(envelopeId, unpledge(amountFen))))
      throw new Error(`no pledge to take back in envelope ${envelopeId}`);
  }

  /** 封账: nothing more is promised from it. @throws DomainError NOT_FOUND, STATE_CONFLICT */
  async close(viewer: SignedIn, id: string): Promise<Envelope> {
    await this.byId(viewer, id);
    const done = await guardedUpdate(this.unitOfWork.manager, Envelope, { id, state: 'OPEN' }, { state: 'CLOSED' });
    if (!done) throw envelopeClosed();
    return this.byId(viewer, id);
  }

  /** Envelopes of the viewer's region, newest year first. */
  list(viewer: SignedIn): Promise<Envelope[]> {
    return this.unitOfWork.manager.find(Envelope, {
      where: { divisionCode: Like(`${Policy.divisionScope(viewer)}%`) },
      order: { year: 'DESC', createdAt: 'ASC', id: 'ASC' },
      take: MAX_ENVELOPES,
    });
  }

  /** @throws DomainError NOT_FOUND, also for another region's */
  async byId(viewer: SignedIn, id: string): Promise<Envelope> {
    const envelope = await this.unitOfWork.manager.findOneBy(Envelope, { id });
    if (envelope === null || !Policy.covers(viewer, envelope.divisionCode)) throw notFound('这项资金指标');
    return envelope;
  }
}

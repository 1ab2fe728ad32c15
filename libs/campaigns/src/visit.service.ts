import { Injectable } from '@nestjs/common';
import { Account, noteAudit, type SignedIn } from '@tongxing/access';
import { insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ConsentService } from '@tongxing/people';
import { Clock, CryptoProvider, DomainError, notFound } from '@tongxing/platform';
import { addMonths, type IsoDate, isIsoDate } from '@tongxing/rules';
import { In } from 'typeorm';
import { CaseAssignment, Visit, type VisitSecrets } from './campaign.entity.js';
import type { VisitNode } from './campaign.types.js';
import type { CaseReason } from './campaign.words.js';
import type { RecordVisitInput } from './visit.inputs.js';

/** Visits shown in one file. */
const MAX_VISITS = 100;
/** A next day farther away is a slip of the finger. */
const MAX_AHEAD_MONTHS = 24;

/** 走访: recorded once, never changed. */
@Injectable()
export class VisitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly consents: ConsentService,
  ) {}

  /**
   * Records a visit to somebody in the viewer's caseload. The same id with the same content is the same visit.
   * Somebody who has moved to another caseload since is still recorded, if he was the viewer's on the day of the visit.
   *
   * @throws DomainError NOT_FOUND outside the caseload; VALIDATION for a day that does not exist or lies ahead; IDEMPOTENCY_MISMATCH
   */
  async record(viewer: SignedIn, input: RecordVisitInput): Promise<VisitNode> {
    const visit = this.checked(input);
    const content = contentText(viewer, visit);
    try {
      return await this.unitOfWork.run(() => this.save(viewer, visit, content));
    } catch (error) {
      // Sent twice at the same time: the other request has written it.
      const standing = isDuplicateKey(error) ? await this.standing(visit.id) : null;
      if (standing === null) throw error;
      return this.same(standing, content);
    }
  }

  /** Visits to a person, newest first. */
  async ofPerson(personId: string): Promise<VisitNode[]> {
    const rows = await this.unitOfWork.manager.find(Visit, {
      where: { personId },
      order: { visitedOn: 'DESC', recordedAt: 'DESC', id: 'DESC' },
      take: MAX_VISITS,
    });
    return this.nodes(rows);
  }

  private checked(input: RecordVisitInput): CheckedVisit {
    const { visitedOn, nextOn } = input;
    const day = 'visitedOn';
    if (!isIsoDate(visitedOn)) throw new DomainError('VALIDATION', '走访日期要写成 2026-03-01 这样。', { field: day });
    if (visitedOn > this.clock.today())
      throw new DomainError('VALIDATION', '走访日期还没有到。', { field: day, hint: '请填今天或以前的日期。' });
    if (!nextOn) return { ...input, id: input.id.toLowerCase(), visitedOn, nextOn: null };
    if (!isIsoDate(nextOn) || nextOn <= visitedOn || nextOn > addMonths(visitedOn, MAX_AHEAD_MONTHS))
      throw new DomainError('VALIDATION', '下一步的日期要晚于走访日期，两年以内。', { field: 'nextOn' });
    return { ...input, id: input.id.toLowerCase(), visitedOn, nextOn };
  }

  private async save(viewer: SignedIn, visit: CheckedVisit, content: string): Promise<VisitNode> {
    const { manager } = this.unitOfWork;
    const standing = await this.standing(visit.id);
    if (standing !== null) return this.same(standing, content);
    const { id, personId, visitedOn, nextOn } = visit;
    const contentHash = this.crypto.digest(CONTENT_PURPOSE, content);
    const assignments = await manager.findBy(CaseAssignment, { personId, counsellorId: viewer.id });
    const mine = assignments.find((row) => row.live === 1 || (row.endedOn !== null && visitedOn <= row.endedOn));
    if (mine === undefined) throw notFound('这个人');
    const secrets: VisitSecrets = {
      ...(visit.nextStep ? { nextStep: visit.nextStep } : {}),
      ...(visit.note ? { note: visit.note } : {}),
    };
    const row = {
      id,
      personId,
      recordedBy: viewer.id,
      divisionCode: mine.divisionCode,
      visitedOn,
      met: visit.met,
      situation: visit.situation ?? null,
      wantsWork: visit.wantsWork ?? null,
      needs: visit.needs ?? [],
      smsConsent: visit.smsConsent ?? null,
      nextOn,
      secrets: this.crypto.seal(JSON.stringify(secrets), `visit|secrets|${id}`),
      contentHash,
      recordedAt: this.clock.now(),
      version: 1,
    };
    await insertRows(manager, Visit, [row]);
    await this.moveDueDay(personId, visit);
    if (row.smsConsent !== null) await this.consents.heardAtVisit(viewer.id, personId, row.smsConsent, visitedOn);
    noteAudit(this.unitOfWork, {
      target: 'visit',
      id,
      divisionCode: mine.divisionCode,
      after: { personId, contentHash },
    });
    const [node] = await this.nodes([row]);
    return node as VisitNode;
  }

  /** The newest visit decides when the person is to be seen next; one that was uploaded late does not. */
  private async moveDueDay(personId: string, { visitedOn, met, nextOn }: CheckedVisit): Promise<void> {
    const reason: CaseReason = nextOn !== null ? 'FOLLOW_UP' : met === 'NOBODY' ? 'NOT_MET' : 'SEEN';
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(CaseAssignment)
      .set({ lastVisitOn: visitedOn, dueOn: nextOn, reason })
      .where({ personId, live: 1 })
      .andWhere('(lastVisitOn IS NULL OR lastVisitOn <= :visitedOn)', { visitedOn })
      .execute();
  }

  private standing(id: string): Promise<Visit | null> {
    return this.unitOfWork.manager.findOneBy(Visit, { id });
  }

  private async same(standing: Visit, content: string): Promise<VisitNode> {
    if (!this.crypto.isDigest(CONTENT_PURPOSE, content, standing.contentHash))
      throw new DomainError('IDEMPOTENCY_MISMATCH', '这次走访已经用同一个编号记过别的内容。', {
        hint: '请重新打开走访页再记。',
      });
    return (await this.nodes([standing]))[0] as VisitNode;
  }

  private async nodes(rows: readonly Omit<Visit, 'version'>[]): Promise<VisitNode[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map((row) => row.recordedBy))];
    const accounts = await this.unitOfWork.manager.findBy(Account, { id: In(ids) });
    const names = new Map(accounts.map((account) => [account.id, account.displayName]));
    return rows.map((row) => {
      const opened = this.crypto.open(row.secrets, `visit|secrets|${row.id}`);
      const { nextStep, note } = JSON.parse(opened) as VisitSecrets;
      const { id, visitedOn, met, situation, wantsWork, needs, smsConsent, nextOn, recordedBy } = row;
      return {
        id,
        visitedOn,
        met,
        situation,
        wantsWork,
        needs,
        smsConsent,
        nextStep: nextStep ?? null,
        nextOn,
        note: note ?? null,
        recordedBy: names.get(recordedBy) ?? '',
      };
    });
  }
}

/** Input whose days exist. */
type CheckedVisit = Omit<RecordVisitInput, 'visitedOn' | 'nextOn'> & { visitedOn: IsoDate; nextOn: IsoDate | null };

const CONTENT_PURPOSE = 'visit.content';

function contentText(viewer: SignedIn, visit: CheckedVisit): string {
  const { personId, visitedOn, met, situation, wantsWork, needs, smsConsent, nextStep, nextOn, note } = visit;
  const said = [situation ?? null, wantsWork ?? null, [...(needs ?? [])].sort(), smsConsent ?? null];
  const words = [nextStep || null, nextOn, note || null];
  return JSON.stringify([viewer.id, personId, visitedOn, met, ...said, ...words]);
}

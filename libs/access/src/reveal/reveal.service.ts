import { Inject, Injectable } from '@nestjs/common';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, currentTraceId, DomainError, newId, redact } from '@tongxing/platform';
import { In, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Account } from '../account.entity.js';
import { noteAudit } from '../audit/audit.service.js';
import { MessageService } from '../messages/message.service.js';
import type { Role } from '../roles.js';
import type { Viewer } from '../viewer.js';
import { RevealFields, type RevealedThing } from './reveal-fields.js';
import { Reveal, RevealTally } from './reveal.entity.js';
import { isRevealReason, REVEAL_REASONS, type RevealReason } from './reveal.words.js';

const SHOWN_MS = 60_000;
const HOUR_MS = 60 * 60_000;
const FORGOTTEN_AT_ONCE = 500;
/** Looks within an hour at which the administrators are told; at the thirtieth the api's door is closed (its rate `reveal`). */
export const ALERT_AT = 20;
const NOTE_LEAST = 5;
const NOTE_MOST = 200;
const TOLD: readonly Role[] = ['SECURITY_ADMIN', 'AUDIT_ADMIN'];

/** What somebody wants to see, and what for. */
export interface RevealRequest {
  field: string;
  subjectId: string;
  reason: string;
  /** in own words, without a number */
  note: string;
}

/** A clear value, to be shown until `hiddenAt`. */
export interface Revealed {
  title: string;
  whose: string;
  value: string;
  hiddenAt: Date;
}

/** 看完整号码: the only way to a clear value. Every look is in the audit chain before the value leaves. */
@Injectable()
export class RevealService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    private readonly fields: RevealFields,
    private readonly messages: MessageService,
  ) {}

  /** What would be shown, and whose it is. @throws DomainError as {@link reveal} */
  async subject(viewer: Viewer, name: string, subjectId: string): Promise<Pick<Revealed, 'title' | 'whose'>> {
    const { kind, field } = this.fields.for(viewer, name);
    return { title: field.title, whose: (await kind.find(viewer, subjectId)).whose };
  }

  /**
   * Gives one clear value and writes down who saw it, and what for.
   *
   * @throws DomainError VALIDATION on `field` (also where nobody has entered a value), `reason` or `note`; FORBIDDEN_FIELD;
   * NOT_FOUND and SELF_APPROVAL of the feature whose thing it is
   */
  async reveal(viewer: Viewer, request: RevealRequest): Promise<Revealed> {
    const { kind, field } = this.fields.for(viewer, request.field);
    const reason = reasonOf(request.reason);
    const note = noteOf(request.note);
    const found = await kind.find(viewer, request.subjectId);
    const value = field.value(found.thing);
    if (value === undefined) {
      throw new DomainError('VALIDATION', `没有登记${field.title}。`, { field: 'field', hint: '请向本人核实后补录。' });
    }
    const now = this.clock.wall();
    await this.unitOfWork.run(async () => {
      await this.write(viewer, request, reason, note, now);
      this.note(field.action, kind.target, request.subjectId, found, reason);
      if ((await this.count(viewer.id, now)) === ALERT_AT) await this.alert(viewer);
    });
    return { title: field.title, whose: found.whose, value, hiddenAt: new Date(now.getTime() + SHOWN_MS) };
  }

  /**
   * 到期清理: takes away what was typed beside looks of long ago, and counts whose hour is over. The chain keeps who looked at which value of
   * whom, and the reason of the list.
   *
   * @param held people and accounts under a legal hold: looks by them, and at their records, stay
   * @returns how many looks lost their words
   */
  async forget(before: Date, held: { people: readonly string[]; accounts: readonly string[] }): Promise<number> {
    const hourAgo = new Date(this.clock.wall().getTime() - HOUR_MS);
    await this.unitOfWork.run(() => this.unitOfWork.manager.delete(RevealTally, { since: LessThan(hourAgo) }));
    const over = {
      revealedAt: LessThan(before),
      ...(held.accounts.length > 0 ? { accountId: Not(In([...held.accounts])) } : {}),
      ...(held.people.length > 0 ? { subjectId: Not(In([...held.people])) } : {}),
    };
    for (let gone = 0; ; ) {
      const rows = await this.unitOfWork.manager.find(Reveal, {
        select: { id: true },
        where: over,
        take: FORGOTTEN_AT_ONCE,
      });
      if (rows.length === 0) return gone;
      const id = In(rows.map((row) => row.id));
      gone += await this.unitOfWork.run(
        async () => (await this.unitOfWork.manager.delete(Reveal, { id })).affected ?? 0,
      );
    }
  }

  private async write(
    viewer: Viewer,
    { field, subjectId }: RevealRequest,
    reason: RevealReason,
    note: string,
    revealedAt: Date,
  ): Promise<void> {
    const id = newId();
    await insertRows(this.unitOfWork.manager, Reveal, [
      {
        id,
        accountId: viewer.id,
        field,
        subjectId,
        reason,
        note: sealRevealNote(this.crypto, id, note),
        trace: currentTraceId() ?? null,
        revealedAt,
      },
    ]);
  }

  private note(
    action: string,
    target: string,
    id: string,
    { divisionCode }: RevealedThing<unknown>,
    reason: RevealReason,
  ): void {
    noteAudit(this.unitOfWork, { action, target, id, divisionCode, reason: REVEAL_REASONS[reason] });
  }

  /** One more look of the hour. The row stays locked until the unit ends, so that no two looks get one number. */
  private async count(accountId: string, now: Date): Promise<number> {
    const { manager } = this.unitOfWork;
    const hourAgo = new Date(now.getTime() - HOUR_MS);
    const raise = () =>
      manager
        .createQueryBuilder()
        .update(RevealTally)
        .set({ looks: () => 'looks + 1' })
        .where({ accountId, since: MoreThan(hourAgo) })
        .execute();
    if ((await raise()).affected === 0) {
      const first = { accountId, looks: 0, since: now };
      await manager.createQueryBuilder().insert().orIgnore().into(RevealTally).values(first).execute();
      await manager.update(RevealTally, { accountId, since: LessThanOrEqual(hourAgo) }, first);
      await raise();
    }
    return (await manager.findOneByOrFail(RevealTally, { accountId })).looks;
  }

  /** Tells those who watch over accounts and over the audit, of the county or the nearest office above it. */
  private async alert(viewer: Viewer): Promise<void> {
    noteAudit(this.unitOfWork, {
      action: 'reveal.alert',
      target: 'account',
      id: viewer.id,
      divisionCode: viewer.divisionCode,
      reason: `一小时内 ${ALERT_AT} 次`,
    });
    const text = `${viewer.displayName}一小时内看了 ${ALERT_AT} 次完整号码。请核对是不是工作需要。`;
    for (const { id } of await this.watchers(viewer)) await this.messages.tell({ accountId: id, kind: 'NOTE', text });
  }

  private async watchers({ divisionCode }: Viewer): Promise<Account[]> {
    const offices = [6, 4, 2].map((length) => divisionCode.slice(0, length).padEnd(12, '0'));
    const accounts = await this.unitOfWork.manager.find(Account, {
      where: { divisionCode: In(offices), disabled: false },
      order: { id: 'ASC' },
    });
    const watching = accounts.filter(({ roles }) => roles.some((role) => TOLD.includes(role)));
    const nearest = offices.find((office) => watching.some((account) => account.divisionCode === office));
    return watching.filter((account) => account.divisionCode === nearest);
  }
}

const boundTo = (id: string): string => `reveal|note|${id}`;

/** The words that somebody gave beside a reason, for who reads the audit. */
export const sealRevealNote = (crypto: CryptoProvider, id: string, note: string): string =>
  crypto.seal(note, boundTo(id));

export const openRevealNote = (crypto: CryptoProvider, { id, note }: Pick<Reveal, 'id' | 'note'>): string =>
  crypto.open(note, boundTo(id));

function reasonOf(text: string): RevealReason {
  if (isRevealReason(text)) return text;
  throw new DomainError('VALIDATION', '请选一个用途。', { field: 'reason' });
}

function noteOf(text: string): string {
  const note = text.trim();
  const { length } = [...note];
  if (length < NOTE_LEAST || length > NOTE_MOST) {
    throw new DomainError('VALIDATION', `请写清楚为什么要看，${NOTE_LEAST} 到 ${NOTE_MOST} 个字。`, { field: 'note' });
  }
  if (redact(note) !== note) {
    throw new DomainError('VALIDATION', '这里不要写证件号、账号或手机号。', {
      field: 'note',
      hint: '写要办什么事就行。',
    });
  }
  return note;
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { defineJob, type JobContext, JobService } from '@tongxing/jobs';
import {
  Clock,
  CONFIG,
  type Config,
  CryptoProvider,
  cursorOf,
  newId,
  notFound,
  type PageArgs,
  readCursor,
} from '@tongxing/platform';
import { type FindOptionsWhere, In, LessThan } from 'typeorm';
import { Account } from '../account.entity.js';
import { PhoneBook } from '../phone-book.js';
import type { Viewer } from '../viewer.js';
import { Message, MessageOptOut, MessageSeen, type SmsState } from './message.entity.js';
import { outsideQuietHours } from './quiet-hours.js';
import { SmsRefused, SmsSender } from './sms-sender.js';

/** A gateway that is down for an evening has the whole of it: 30 s, 1 min, 2 min … */
export const sendMessage = defineJob<{ messageId: string }>({
  name: 'send-message',
  concurrency: 4,
  attempts: 8,
  backoffMs: 30_000,
  deadlineMs: 60_000,
});

const MAX_SHOWN = 50;
/** People whose phones one statement asks for. */
const AT_ONCE = 500;

/** What is to be said, and to whom. */
export interface NewMessage {
  accountId?: string | undefined;
  personId?: string | undefined;
  kind: Message['kind'];
  /** as it stands in the portal */
  text: string;
  /**
   * What the text message says instead. A phone is read over shoulders: where the text tells of money, a support or a decision, this one says
   * only that there is something to read. Left out: the text itself, which then names nothing of the kind.
   */
  smsText?: string | undefined;
  /** 11 digits; without it the message stands in the portal alone */
  phone?: string | undefined;
}

/** What is to be said to somebody of the register of persons, in the portal and to the phone that stands there. */
export interface PersonNote {
  personId: string;
  text: string;
  smsText: string;
}

/** Whose messages they are: an account, and the record behind it where there is one. */
export type Reader = Pick<Viewer, 'id' | 'personId'>;

/** A message as its reader sees it. */
export interface MessageView {
  id: string;
  text: string;
  createdAt: Date;
  smsState: Message['smsState'];
}

/** A message of the own list. */
export interface OwnMessage extends MessageView {
  /** newer than what the reader has seen */
  unread: boolean;
}

/** 消息: written with the act that they tell of, sent by a job. Jobs and logs hold ids, never a number or a word of it. */
@Injectable()
export class MessageService implements OnModuleInit {
  private chosen: ((reader: Reader, wanted: boolean) => Promise<void>) | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly jobs: JobService,
    private readonly sender: SmsSender,
    private readonly phones: PhoneBook,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMessage, (payload, context) => this.deliver(payload.messageId, context));
  }

  /** Writes a message in the caller's unit of work; its text message goes out after the commit, never at night unless it is a code. */
  tell(message: NewMessage): Promise<void> {
    return this.tellAll([message]);
  }

  /** {@link tell} for a list of people: their phones are looked up together, and the messages written together. In the caller's unit of work. */
  async tellPeople(notes: readonly PersonNote[]): Promise<void> {
    for (let from = 0; from < notes.length; from += AT_ONCE) {
      const some = notes.slice(from, from + AT_ONCE);
      const phones = await this.phones.phonesOf([...new Set(some.map(({ personId }) => personId))]);
      await this.tellAll(some.map((note) => ({ ...note, kind: 'NOTE', phone: phones.get(note.personId) })));
    }
  }

  /** A note to an account: to the person behind it, where there is one, and so to the phone too. In the caller's unit of work. */
  async tellAccount(accountId: string, note: Omit<PersonNote, 'personId'>): Promise<void> {
    const account = await this.unitOfWork.manager.findOneBy(Account, { id: accountId });
    if (account?.personId) await this.tellPeople([{ ...note, personId: account.personId }]);
    else await this.tell({ ...note, accountId, kind: 'NOTE' });
  }

  private async tellAll(messages: readonly NewMessage[]): Promise<void> {
    this.unitOfWork.requireOpen('a message');
    const now = this.clock.now();
    const optedOut = await this.optedOut(messages.filter(({ kind }) => kind !== 'CODE'));
    const rows = messages.map(({ accountId, personId, kind, text, smsText, phone }) => {
      const id = newId();
      const quiet = kind !== 'CODE' && [accountId, personId].some((owner) => owner && optedOut.has(owner));
      const smsState: SmsState = !phone ? 'NONE' : quiet ? 'OPTED_OUT' : 'WAITING';
      const goesOut = smsState === 'WAITING';
      return {
        id,
        accountId: accountId ?? null,
        personId: personId ?? null,
        kind,
        text: this.crypto.seal(text, boundTo('text', id)),
        smsText: goesOut && smsText !== undefined ? this.crypto.seal(smsText, boundTo('smsText', id)) : null,
        phone: goesOut ? this.crypto.seal(phone as string, boundTo('phone', id)) : null,
        smsState,
        tries: 0,
        sentAt: null,
        failure: null,
        createdAt: now,
      };
    });
    await insertRows(this.unitOfWork.manager, Message, rows);
    const waiting = rows.filter(({ smsState }) => smsState === 'WAITING');
    for (const [kind, runAt] of [['CODE', now] as const, ['NOTE', outsideQuietHours(now)] as const]) {
      const jobs = waiting.flatMap((row) => (row.kind === kind ? [{ messageId: row.id }] : []));
      if (jobs.length > 0) await this.jobs.enqueueAll(sendMessage, jobs, { runAt });
    }
  }

  /** The viewer's messages, newest first; one more than asked for. */
  async page(viewer: Viewer, { first, after }: PageArgs): Promise<{ rows: OwnMessage[]; totalCount: number }> {
    const { manager } = this.unitOfWork;
    const totalCount = await manager.countBy(Message, ownedBy(viewer));
    const id = after ? { id: LessThan(readCursor(after, 1)[0] as string) } : {};
    const rows = await manager.find(Message, { where: ownedBy(viewer, id), order: { id: 'DESC' }, take: first + 1 });
    const seen = await manager.findOneBy(MessageSeen, { accountId: viewer.id });
    const view = rows.map((row) => ({ ...this.viewOf(row), unread: seen === null || row.id > seen.seenUpTo }));
    return { rows: view, totalCount };
  }

  /** How many of the reader's messages are newer than what was seen. One query, on two indexes. */
  unread({ id, personId }: Reader): Promise<number> {
    return this.unitOfWork.manager
      .createQueryBuilder(Message, 'message')
      .leftJoin(MessageSeen, 'seen', 'seen.accountId = :id', { id })
      .where(ownedBy({ id, personId }))
      .andWhere('(seen.seenUpTo IS NULL OR message.id > seen.seenUpTo)')
      .getCount();
  }

  /**
   * Notes up to which message the reader has seen them: the newest that stood on the page, so that what came meanwhile stays new. It never
   * goes back; done twice it changes nothing more.
   *
   * @throws DomainError NOT_FOUND for a message that is not the reader's
   */
  async markSeen(reader: Reader, upTo: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      if (!(await manager.existsBy(Message, ownedBy(reader, { id: upTo })))) throw notFound('这条消息');
      const accountId = reader.id;
      const now = { seenUpTo: upTo, seenAt: this.clock.now() };
      if (await guardedUpdate(manager, MessageSeen, { accountId, seenUpTo: LessThan(upTo) }, now)) return;
      if (await manager.existsBy(MessageSeen, { accountId })) return;
      await manager.insert(MessageSeen, { accountId, ...now });
    });
  }

  cursorFor(row: { id: string }): string {
    return cursorOf(row.id);
  }

  /** Wants text messages (true) or only the portal's own. Codes are sent in any case: without them nobody gets in. */
  async setSms(reader: Reader, wanted: boolean): Promise<void> {
    const owner = reader.personId ?? reader.id;
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.delete(MessageOptOut, { owner });
      if (!wanted) await manager.insert(MessageOptOut, { owner, since: this.clock.now() });
      await this.chosen?.(reader, wanted);
    });
  }

  /** Told of every choice about text messages, in its unit of work: the register of consents stands above this room. */
  onSmsChoice(chosen: (reader: Reader, wanted: boolean) => Promise<void>): void {
    this.chosen = chosen;
  }

  /** True while the reader gets text messages; of a person alone, without the account of whoever asks. */
  async wantsSms(reader: Partial<Reader>): Promise<boolean> {
    return (await this.optedOut([{ accountId: reader.id, personId: reader.personId }])).size === 0;
  }

  /** What the demonstration would have sent, the newest first; empty outside demo mode. */
  async demoScreen(): Promise<{ id: string; phone: string; text: string; createdAt: Date }[]> {
    if (!this.config.demo) return [];
    const rows = await this.unitOfWork.manager.find(Message, {
      where: { smsState: 'SENT' },
      order: { id: 'DESC' },
      take: MAX_SHOWN,
    });
    return rows.flatMap(({ id, phone, createdAt, ...row }) =>
      phone
        ? [
            {
              id,
              createdAt,
              phone: this.crypto.open(phone, boundTo('phone', id)),
              text: this.smsTextOf({ id, ...row }),
            },
          ]
        : [],
    );
  }

  /** Codes are good for minutes; their messages go with them. */
  async forgetCodes(before: Date): Promise<void> {
    const createdAt = LessThan(before);
    await this.unitOfWork.run(() => this.unitOfWork.manager.delete(Message, { kind: 'CODE', createdAt }));
  }

  /** At least once: after a crash between sending and noting it the gateway gets the same id again. */
  private async deliver(messageId: string, { attempt }: Pick<JobContext, 'attempt'>): Promise<void> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOneBy(Message, { id: messageId });
    if (!row?.phone || row.smsState !== 'WAITING') return;
    const now = this.clock.now();
    const notBefore = row.kind === 'CODE' ? now : outsideQuietHours(now);
    if (notBefore > now) {
      // A gateway that was down until the evening: the night is quiet for late ones too.
      await this.unitOfWork.run(() => this.jobs.enqueue(sendMessage, { messageId }, { runAt: notBefore }));
      return;
    }
    const phone = this.crypto.open(row.phone, boundTo('phone', row.id));
    const text = this.smsTextOf(row);
    try {
      await this.sender.send({ id: row.id, phone, text });
    } catch (error) {
      const refused = error instanceof SmsRefused;
      const ended = refused || attempt >= sendMessage.attempts;
      const failure = refused ? error.code.slice(0, 60) : 'UNREACHABLE';
      await this.note(messageId, { tries: row.tries + 1, failure, ...(ended ? { smsState: 'FAILED' } : {}) });
      if (ended) return;
      // The sender's own words may quote the number.
      throw new Error('the text message was not taken');
    }
    await this.note(messageId, { tries: row.tries + 1, failure: null, smsState: 'SENT', sentAt: this.clock.now() });
  }

  private async note(id: string, change: Partial<Message>): Promise<void> {
    await this.unitOfWork.run(() => this.unitOfWork.manager.update(Message, { id, smsState: 'WAITING' }, change));
  }

  /** Those of the owners who want no text messages. */
  private async optedOut(of: readonly Pick<NewMessage, 'accountId' | 'personId'>[]): Promise<Set<string>> {
    const owners = new Set(
      of.flatMap(({ accountId, personId }) => [accountId, personId].filter((one) => one !== undefined)),
    );
    if (owners.size === 0) return new Set();
    const rows = await this.unitOfWork.manager.findBy(MessageOptOut, { owner: In([...owners]) });
    return new Set(rows.map(({ owner }) => owner));
  }

  private smsTextOf({ id, text, smsText }: Pick<Message, 'id' | 'text' | 'smsText'>): string {
    return smsText === null
      ? this.crypto.open(text, boundTo('text', id))
      : this.crypto.open(smsText, boundTo('smsText', id));
  }

  private viewOf({ id, text, createdAt, smsState }: Message): MessageView {
    return { id, text: this.crypto.open(text, boundTo('text', id)), createdAt, smsState };
  }
}

/** Notes of a reader: to the account, and to the record behind it. */
const ownedBy = ({ id, personId }: Reader, more: FindOptionsWhere<Message> = {}): FindOptionsWhere<Message>[] => [
  { accountId: id, kind: 'NOTE', ...more },
  ...(personId ? [{ personId, kind: 'NOTE' as const, ...more }] : []),
];

const boundTo = (column: 'text' | 'smsText' | 'phone', id: string): string => `message|${column}|${id}`;

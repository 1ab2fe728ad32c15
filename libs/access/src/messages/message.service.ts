import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { defineJob, type JobContext, JobService } from '@tongxing/jobs';
import {
  Clock,
  CONFIG,
  type Config,
  CryptoProvider,
  cursorOf,
  newId,
  type PageArgs,
  readCursor,
} from '@tongxing/platform';
import { LessThan } from 'typeorm';
import type { Viewer } from '../viewer.js';
import { Message, MessageOptOut } from './message.entity.js';
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

/** What is to be said, and to whom. */
export interface NewMessage {
  accountId?: string | undefined;
  personId?: string | undefined;
  kind: Message['kind'];
  /** without personal data beyond what the person needs: a text message is read over shoulders */
  text: string;
  /** 11 digits; without it the message stands in the portal alone */
  phone?: string | undefined;
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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMessage, (payload, context) => this.deliver(payload.messageId, context));
  }

  /** Writes a message in the caller's unit of work; its text message goes out after the commit, never at night unless it is a code. */
  async tell(message: NewMessage): Promise<void> {
    this.unitOfWork.requireOpen('a message');
    const { manager } = this.unitOfWork;
    const id = newId();
    const now = this.clock.now();
    const optedOut = message.kind !== 'CODE' && (await this.isOptedOut(message));
    const smsState = !message.phone ? 'NONE' : optedOut ? 'OPTED_OUT' : 'WAITING';
    await manager.insert(Message, {
      id,
      accountId: message.accountId ?? null,
      personId: message.personId ?? null,
      kind: message.kind,
      text: this.crypto.seal(message.text, boundTo('text', id)),
      phone: smsState === 'WAITING' ? this.crypto.seal(message.phone as string, boundTo('phone', id)) : null,
      smsState,
      tries: 0,
      sentAt: null,
      failure: null,
      createdAt: now,
    });
    if (smsState !== 'WAITING') return;
    const runAt = message.kind === 'CODE' ? now : outsideQuietHours(now);
    await this.jobs.enqueue(sendMessage, { messageId: id }, { runAt });
  }

  /** The viewer's messages, newest first; one more than asked for. */
  async page(viewer: Viewer, { first, after }: PageArgs): Promise<{ rows: MessageView[]; totalCount: number }> {
    const { manager } = this.unitOfWork;
    const owners = [{ accountId: viewer.id }, ...(viewer.personId ? [{ personId: viewer.personId }] : [])];
    const totalCount = await manager.countBy(
      Message,
      owners.map((owner) => ({ ...owner, kind: 'NOTE' as const })),
    );
    const id = after ? { id: LessThan(readCursor(after, 1)[0] as string) } : {};
    const rows = await manager.find(Message, {
      where: owners.map((owner) => ({ ...owner, kind: 'NOTE' as const, ...id })),
      order: { id: 'DESC' },
      take: first + 1,
    });
    return { rows: rows.map((row) => this.viewOf(row)), totalCount };
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
    return !(await this.isOptedOut({ accountId: reader.id, personId: reader.personId }));
  }

  /** What the demonstration would have sent, the newest first; empty outside demo mode. */
  async demoScreen(): Promise<{ id: string; phone: string; text: string; createdAt: Date }[]> {
    if (!this.config.demo) return [];
    const rows = await this.unitOfWork.manager.find(Message, {
      where: { smsState: 'SENT' },
      order: { id: 'DESC' },
      take: MAX_SHOWN,
    });
    return rows.flatMap((row) =>
      row.phone ? [{ ...this.viewOf(row), phone: this.crypto.open(row.phone, boundTo('phone', row.id)) }] : [],
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
    const text = this.crypto.open(row.text, boundTo('text', row.id));
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

  private isOptedOut({ accountId, personId }: Pick<NewMessage, 'accountId' | 'personId'>): Promise<boolean> {
    const owners = [accountId, personId].filter((owner) => owner !== undefined);
    if (owners.length === 0) return Promise.resolve(false);
    return this.unitOfWork.manager.existsBy(
      MessageOptOut,
      owners.map((owner) => ({ owner })),
    );
  }

  private viewOf({ id, text, createdAt, smsState }: Message): MessageView {
    return { id, text: this.crypto.open(text, boundTo('text', id)), createdAt, smsState };
  }
}

const boundTo = (column: 'text' | 'phone', id: string): string => `message|${column}|${id}`;

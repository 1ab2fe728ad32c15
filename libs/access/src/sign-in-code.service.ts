import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService } from '@tongxing/jobs';
import { Clock, CryptoProvider, DomainError, maskName, newId } from '@tongxing/platform';
import { type FindOperator, In, IsNull, LessThan, MoreThan } from 'typeorm';
import { AccountService, requireSeeker } from './account.service.js';
import type { Client } from './client.js';
import { MessageService } from './messages/message.service.js';
import { PhoneBook, type PhoneHolder } from './phone-book.js';
import { fullFor, type RequestLimit } from './request-limit.js';
import { SessionService } from './session.service.js';
import { SignInCode } from './sign-in-code.entity.js';
import { bucketOf } from './sign-in-locks.js';
import type { Viewer } from './viewer.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Slow readers need it; few tries and an HMAC at rest carry the risk. */
const LIFE_MS = 10 * MINUTE_MS;
const MAX_TRIES = 5;
const DIGITS = 6;
const RESEND_MS = 60 * SECOND_MS;
const TO_PHONE: readonly RequestLimit[] = [
  { withinMs: HOUR_MS, most: 5 },
  { withinMs: DAY_MS, most: 10 },
];
const FROM_ADDRESS: RequestLimit = { withinMs: HOUR_MS, most: 20 };
const MAX_CHOICES = 8;

const sendCode = defineJob<{ codeId: string }>({ name: 'send-sign-in-code', concurrency: 4, attempts: 4 });

/** Whom a code may let in where several people share the phone. */
export interface Choice {
  personId: string;
  /** 马*兰 */
  maskedName: string;
  birthYear: number;
}

/** Either the session's secret, or the people to choose from. */
export interface Verified {
  token?: string;
  choices: Choice[];
}

/** 手机号登录: a code to the phone that the register knows. Nobody learns from it whether a phone is known. */
@Injectable()
export class SignInCodeService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly jobs: JobService,
    private readonly phones: PhoneBook,
    private readonly messages: MessageService,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendCode, ({ codeId }) => this.send(codeId));
  }

  /**
   * Asks for a code. A job makes and sends it, if anybody has the phone: the answer takes as long and says the same either way.
   *
   * @throws DomainError VALIDATION on `phone`; RATE_LIMITED with retryAfter
   */
  async request(typed: string, client: Client): Promise<void> {
    const phone = phoneOf(typed);
    const phoneBlinds = this.digestsOf(phone);
    const addressBlinds = this.crypto.digests('signIn.address', bucketOf(client.address));
    const [phoneBlind, addressBlind] = [phoneBlinds[0] as string, addressBlinds[0] as string];
    const now = this.clock.wall();
    const request = this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await this.requireRoom(In(phoneBlinds), In(addressBlinds), now);
      const id = newId();
      await manager.insert(SignInCode, {
        id,
        phone: this.crypto.seal(phone, boundTo(id)),
        phoneBlind,
        addressBlind,
        slot: Math.floor(now.getTime() / MINUTE_MS),
        codeHash: null,
        tries: 0,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
        usedAt: null,
      });
      await this.jobs.enqueue(sendCode, { codeId: id });
    });
    await request.catch((error: unknown) => {
      throw isDuplicateKey(error) ? tooMany(RESEND_MS) : error;
    });
  }

  /**
   * Signs in with a code. Where several people share the phone, and none is named, it gives them to choose from; the code stays good.
   *
   * @param personId one of the choices
   * @throws DomainError CODE_EXPIRED, CODE_INVALID, CODE_LOCKED at the sixth try; STAFF_SIGN_IN for an account that has other ways in
   */
  async verify(
    typed: { phone: string; code: string; personId?: string | undefined },
    client: Client,
  ): Promise<Verified> {
    const phone = phoneOf(typed.phone);
    const row = await this.rowFor(phone, typed.code);
    const holders = await this.phones.holdersOf(phone);
    const chosen = holders.length === 1 ? holders[0] : holders.find(({ personId }) => personId === typed.personId);
    if (!chosen) {
      await this.giveBack(row.id);
      return { choices: holders.slice(0, MAX_CHOICES).map(choiceOf) };
    }
    const account = await this.accounts.ofRegistered(chosen);
    requireSeeker(account);
    const token = await this.unitOfWork.run(async () => {
      const once = { id: row.id, usedAt: IsNull() };
      if (!(await guardedUpdate(this.unitOfWork.manager, SignInCode, once, { usedAt: this.clock.wall() })))
        throw expired();
      return this.sessions.open(account.id, client, { provedAt: null });
    });
    return { token, choices: [] };
  }

  /**
   * Sends a code to the viewer's own phone, for a proof within a session.
   *
   * @throws DomainError NO_PHONE where the register knows none; RATE_LIMITED as {@link request}
   */
  async requestOwn(viewer: Viewer, client: Client): Promise<void> {
    await this.request(await this.phoneOf(viewer), client);
  }

  /**
   * Uses up the newest code of the viewer's own phone, in the caller's unit of work.
   *
   * @returns what is to be run in the unit of work that rests on it
   * @throws DomainError NO_PHONE, CODE_EXPIRED, CODE_INVALID, CODE_LOCKED
   */
  async proofOf(viewer: Viewer, code: string): Promise<() => Promise<void>> {
    const row = await this.rowFor(await this.phoneOf(viewer), code);
    return async () => {
      this.unitOfWork.requireOpen('a proof');
      const once = { id: row.id, usedAt: IsNull() };
      if (!(await guardedUpdate(this.unitOfWork.manager, SignInCode, once, { usedAt: this.clock.wall() })))
        throw expired();
    };
  }

  /** 到期清理: takes codes and their messages away that were asked for before an instant. @returns how many codes went */
  async forget(before: Date): Promise<number> {
    const createdAt = LessThan(before);
    const { affected } = await this.unitOfWork.run(() => this.unitOfWork.manager.delete(SignInCode, { createdAt }));
    await this.messages.forgetCodes(before);
    return affected ?? 0;
  }

  private async phoneOf(viewer: Viewer): Promise<string> {
    const phone = viewer.personId === undefined ? undefined : await this.phones.phoneOf(viewer.personId);
    if (phone !== undefined) return phone;
    throw new DomainError('NO_PHONE', '系统里没有您的手机号，发不了登录码。', {
      hint: '请带证件到残联服务窗口，或找村里的专职委员。',
    });
  }

  /** The open request that this code belongs to, with one of its tries taken before anything was compared. */
  private async rowFor(phone: string, code: string): Promise<SignInCode> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOne(SignInCode, {
      where: { phoneBlind: In(this.digestsOf(phone)), usedAt: IsNull(), expiresAt: MoreThan(this.clock.wall()) },
      order: { id: 'DESC' },
    });
    if (!row) throw expired();
    const open = { id: row.id, usedAt: IsNull(), tries: LessThan(MAX_TRIES) };
    const taken = await this.unitOfWork.run(async () => {
      const { affected } = await this.unitOfWork.manager.increment(SignInCode, open, 'tries', 1);
      return affected === 1;
    });
    if (!taken) {
      throw new DomainError('CODE_LOCKED', '这个登录码错的次数太多，不能用了。', {
        field: 'code',
        hint: '请重新获取一个。',
      });
    }
    const plain = code.normalize('NFKC').replace(/\s/g, '');
    if (row.codeHash === null || !this.crypto.isDigest(CODE_PURPOSE, codeText(row.id, plain), row.codeHash)) {
      throw new DomainError('CODE_INVALID', '登录码不对。', { field: 'code', hint: '请看短信里最新的 6 位数字。' });
    }
    return row;
  }

  private async giveBack(id: string): Promise<void> {
    await this.unitOfWork.run(() => this.unitOfWork.manager.decrement(SignInCode, { id }, 'tries', 1));
  }

  private async send(codeId: string): Promise<void> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOneBy(SignInCode, { id: codeId });
    if (!row || row.expiresAt <= this.clock.wall()) return;
    const phone = this.crypto.open(row.phone, boundTo(row.id));
    if ((await this.phones.holdersOf(phone)).length === 0) return;
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    await this.unitOfWork.run(async () => {
      const first = { id: row.id, codeHash: IsNull() };
      const codeHash = this.crypto.digest(CODE_PURPOSE, codeText(row.id, code));
      if (!(await guardedUpdate(this.unitOfWork.manager, SignInCode, first, { codeHash }))) return;
      const text = `【同行】登录码 ${code}，10 分钟内有效。不要告诉任何人，残联也不会问您要。`;
      await this.messages.tell({ kind: 'CODE', phone, text });
    });
  }

  /** @throws DomainError RATE_LIMITED with the seconds until there is room again */
  private async requireRoom(
    phoneBlind: FindOperator<string>,
    addressBlind: FindOperator<string>,
    now: Date,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    const since = (ms: number) => MoreThan(new Date(now.getTime() - ms));
    const [last] = await manager.find(SignInCode, {
      where: { phoneBlind, createdAt: since(RESEND_MS) },
      order: { id: 'DESC' },
      take: 1,
    });
    if (last) throw tooMany(last.createdAt.getTime() + RESEND_MS - now.getTime());
    for (const limit of TO_PHONE) {
      const waitMs = await fullFor(manager, SignInCode, { phoneBlind }, limit, now);
      if (waitMs > 0) throw tooMany(waitMs);
    }
    const waitMs = await fullFor(manager, SignInCode, { addressBlind }, FROM_ADDRESS, now);
    if (waitMs > 0) throw tooMany(waitMs);
  }

  /** Also under replaced keys: a change of the key must not give anybody new tries. */
  private digestsOf(phone: string): string[] {
    return this.crypto.digests('signIn.phone', phone);
  }
}

const boundTo = (id: string): string => `sign_in_code|phone|${id}`;

const CODE_PURPOSE = 'signIn.code';
const codeText = (id: string, code: string): string => `${id}|${code}`;

const choiceOf = ({ personId, name, birthYear }: PhoneHolder): Choice => ({
  personId,
  maskedName: maskName(name),
  birthYear,
});

const expired = (): DomainError =>
  new DomainError('CODE_EXPIRED', '没有能用的登录码，可能过期了。', { field: 'code', hint: '请重新获取一个。' });

function tooMany(leftMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(leftMs / SECOND_MS));
  const when = seconds <= 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new DomainError('RATE_LIMITED', '登录码要得太勤了。', {
    field: 'phone',
    hint: `请 ${when}后再试；急的话打 12385。`,
    retryAfter: seconds,
  });
}

/** 手机号 as typed → 11 digits. @throws DomainError VALIDATION on `phone` */
export function phoneOf(typed: string): string {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  throw new DomainError('VALIDATION', '手机号要填 11 位数字。', { field: 'phone', hint: '例如 13800138000。' });
}

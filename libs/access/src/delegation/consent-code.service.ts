import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { MessageService } from '../messages/message.service.js';
import { ConsentCode } from './delegation.entity.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As sign-in codes: long for slow readers, few tries, an HMAC at rest. */
const LIFE_MS = 10 * MINUTE_MS;
const MAX_TRIES = 5;
const DIGITS = 6;
const RESEND_MS = 60 * SECOND_MS;
const LIMITS: readonly { within: number; most: number }[] = [
  { within: HOUR_MS, most: 5 },
  { within: DAY_MS, most: 10 },
];

/** The person's yes to stated terms, by a code to the phone in the register. Who asks for it need not be the person; who reads it out is. */
@Injectable()
export class ConsentCodeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly messages: MessageService,
  ) {}

  /**
   * Sends a code.
   *
   * @param terms what the yes is to; the code is good for the very same terms alone
   * @param says the same in the person's words, for the text message
   * @throws DomainError RATE_LIMITED with retryAfter
   */
  async send(to: { personId: string; phone: string }, terms: unknown, says: string): Promise<void> {
    const { personId, phone } = to;
    const now = this.clock.wall();
    const request = this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await this.requireRoom(personId, now);
      const id = newId();
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      await manager.delete(ConsentCode, { createdAt: LessThan(new Date(now.getTime() - DAY_MS)) });
      await manager.insert(ConsentCode, {
        id,
        personId,
        termsHash: this.hashOfTerms(terms),
        slot: Math.floor(now.getTime() / MINUTE_MS),
        codeHash: this.hashOfCode(id, code),
        tries: 0,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
        usedAt: null,
      });
      const text = `【同行】确认码 ${code}，10 分钟内有效。${says}同意才把码告诉对方；不同意，不用理会。`;
      await this.messages.tell({ kind: 'CODE', phone, text });
    });
    await request.catch((error: unknown) => {
      throw isDuplicateKey(error) ? tooMany(RESEND_MS) : error;
    });
  }

  /**
   * Compares a code; one of its tries is gone before. It stays good until it is used.
   *
   * @returns the code's id, for {@link use}
   * @throws DomainError CODE_EXPIRED, CODE_INVALID (also for other terms), CODE_LOCKED at the sixth try
   */
  async check(personId: string, terms: unknown, typed: string): Promise<string> {
    const { manager } = this.unitOfWork;
    const row = await manager.findOne(ConsentCode, {
      where: { personId, usedAt: IsNull(), expiresAt: MoreThan(this.clock.wall()) },
      order: { id: 'DESC' },
    });
    if (!row) throw expired();
    const open = { id: row.id, usedAt: IsNull(), tries: LessThan(MAX_TRIES) };
    const taken = await this.unitOfWork.run(async () => {
      const { affected } = await this.unitOfWork.manager.increment(ConsentCode, open, 'tries', 1);
      return affected === 1;
    });
    if (!taken)
      throw new DomainError('CODE_LOCKED', '这个确认码错的次数太多，不能用了。', {
        field: 'code',
        hint: '请重新获取一个。',
      });
    const plain = typed.normalize('NFKC').replace(/\s/g, '');
    if (row.codeHash !== this.hashOfCode(row.id, plain) || row.termsHash !== this.hashOfTerms(terms))
      throw new DomainError('CODE_INVALID', '确认码不对。', { field: 'code', hint: '请看短信里最新的 6 位数字。' });
    return row.id;
  }

  /** Uses a checked code up, in the caller's unit of work. @throws DomainError CODE_EXPIRED when somebody was faster */
  async use(id: string): Promise<void> {
    this.unitOfWork.requireOpen('a consent');
    const once = { id, usedAt: IsNull() };
    if (!(await guardedUpdate(this.unitOfWork.manager, ConsentCode, once, { usedAt: this.clock.wall() })))
      throw expired();
  }

  /** @throws DomainError RATE_LIMITED with the seconds until there is room again */
  private async requireRoom(personId: string, now: Date): Promise<void> {
    for (const { within, most } of [{ within: RESEND_MS, most: 1 }, ...LIMITS]) {
      const createdAt = MoreThan(new Date(now.getTime() - within));
      const rows = await this.unitOfWork.manager.find(ConsentCode, {
        where: { personId, createdAt },
        order: { id: 'DESC' },
        take: most,
      });
      const oldest = rows.at(-1);
      if (oldest && rows.length === most) throw tooMany(oldest.createdAt.getTime() + within - now.getTime());
    }
  }

  private hashOfTerms(terms: unknown): string {
    return this.crypto.digest('consent.terms', JSON.stringify(terms));
  }

  private hashOfCode(id: string, code: string): string {
    return this.crypto.digest('consent.code', `${id}|${code}`);
  }
}

const expired = (): DomainError =>
  new DomainError('CODE_EXPIRED', '没有能用的确认码，可能过期了。', { field: 'code', hint: '请重新获取一个。' });

function tooMany(leftMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(leftMs / SECOND_MS));
  const when = seconds <= 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new DomainError('RATE_LIMITED', '确认码要得太勤了。', { hint: `请 ${when}后再试。`, retryAfter: seconds });
}

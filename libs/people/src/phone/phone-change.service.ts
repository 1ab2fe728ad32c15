import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fullFor, MessageService, noteAudit, phoneOf, type RequestLimit, type SignedIn } from '@tongxing/access';
import { blindColumns, guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, maskPhone, newId, notFound } from '@tongxing/platform';
import { In, IsNull, LessThan } from 'typeorm';
import { Person } from '../person.entity.js';
import { blindPhone, openPerson, sealPerson } from '../person.secrets.js';
import { PhoneChange } from './phone-change.entity.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As sign-in codes: long for slow readers, few tries, an HMAC at rest. */
const LIFE_MS = 10 * MINUTE_MS;
const MAX_TRIES = 5;
const DIGITS = 6;
const ONE_A_MINUTE: RequestLimit = { withinMs: MINUTE_MS, most: 1 };
const LIMITS: readonly RequestLimit[] = [
  { withinMs: HOUR_MS, most: 5 },
  { withinMs: DAY_MS, most: 10 },
];
const CODE_PURPOSE = 'phoneChange.code';
const PHONE_PURPOSE = 'phoneChange.phone';
const MOBILE = /^1[3-9]\d{9}$/;

/** A change that waits for its code. */
export interface WaitingPhone {
  /** 138****5678 */
  maskedPhone: string;
  expiresAt: Date;
}

/**
 * 换手机号, by the person alone: the session has just been proved by the old phone (the policy asks for it), and the new phone proves itself by
 * a code. A code goes to whatever number was typed: families share phones, and nobody learns from it whose a number is.
 */
@Injectable()
export class PhoneChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly messages: MessageService,
  ) {}

  /**
   * Sends a code to the new phone; an older one counts no more.
   *
   * @throws DomainError NOT_FOUND; VALIDATION on `phone`, also for the number that stands; RATE_LIMITED with retryAfter
   */
  async request(viewer: SignedIn, typed: string): Promise<void> {
    const person = await this.self(viewer);
    const phone = phoneOf(typed);
    if (openPerson(this.crypto, person).phone === phone)
      throw new DomainError('VALIDATION', '和现在登记的一样，不用换。', { field: 'phone' });
    const now = this.clock.wall();
    const personId = person.id;
    const phoneDigests = this.crypto.digests(PHONE_PURPOSE, phone);
    const request = this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.delete(PhoneChange, { createdAt: LessThan(new Date(now.getTime() - DAY_MS)) });
      for (const limit of [ONE_A_MINUTE, ...LIMITS]) await this.requireRoom({ personId }, limit, now);
      for (const limit of LIMITS) await this.requireRoom({ phoneDigest: In(phoneDigests) }, limit, now);
      const id = newId();
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      await manager.insert(PhoneChange, {
        id,
        personId,
        phone: this.crypto.seal(phone, boundTo(id)),
        phoneDigest: phoneDigests[0] as string,
        slot: Math.floor(now.getTime() / MINUTE_MS),
        codeHash: this.crypto.digest(CODE_PURPOSE, codeText(id, code)),
        tries: 0,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE_MS),
        usedAt: null,
      });
      noteAudit(this.unitOfWork, { target: 'person', id: personId, divisionCode: person.divisionCode });
      const text = `【同行】换手机号的确认码 ${code}，10 分钟内有效。不是您在换，不用理会，也不要告诉任何人。`;
      await this.messages.tell({ kind: 'CODE', phone, text });
    });
    await request.catch((error: unknown) => {
      throw isDuplicateKey(error) ? tooMany(MINUTE_MS) : error;
    });
  }

  /** The change that waits for its code; null for none. @throws DomainError NOT_FOUND for an account of nobody */
  async waiting(viewer: SignedIn): Promise<WaitingPhone | null> {
    const row = await this.newest((await this.self(viewer)).id);
    if (row === null) return null;
    return { maskedPhone: maskPhone(this.crypto.open(row.phone, boundTo(row.id))), expiresAt: row.expiresAt };
  }

  /**
   * Writes the new phone down. The old one is told, whatever was said about text messages; sessions that are open stay.
   *
   * @throws DomainError NOT_FOUND, CODE_EXPIRED, CODE_INVALID, CODE_LOCKED at the sixth try; VERSION_CONFLICT
   */
  async change(viewer: SignedIn, code: string): Promise<void> {
    const person = await this.self(viewer);
    const row = await this.rowFor(person.id, code);
    const phone = this.crypto.open(row.phone, boundTo(row.id));
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const { id, version, divisionCode } = person;
      if (!(await guardedUpdate(manager, PhoneChange, { id: row.id, usedAt: IsNull() }, { usedAt: this.clock.wall() })))
        throw expired();
      const { phone: old, ...rest } = openPerson(this.crypto, person);
      const was = old === undefined ? {} : { phoneWas: old };
      const secrets = { ...rest, phone, ...was, phoneChangedOn: this.clock.today() };
      const changed = {
        secrets: sealPerson(this.crypto, id, secrets),
        ...blindColumns('phoneBlind', blindPhone(this.crypto, phone)),
      };
      if (!(await guardedUpdate(manager, Person, { id, version }, changed)))
        throw new DomainError('VERSION_CONFLICT', '您的登记刚被改过，手机号没有换。', {
          hint: '请重新获取确认码再换。',
        });
      noteAudit(this.unitOfWork, { target: 'person', id, divisionCode });
      await this.messages.tell({ kind: 'NOTE', personId: id, text: '您登记的手机号换好了，以后用新号登录。' });
      if (old === undefined || !MOBILE.test(old)) return;
      const text = '【同行】您登记的手机号换了，这个号不能再登录。不是您换的，请马上打 12385。';
      // As a code: neither the night nor a no to text messages keeps a warning back.
      await this.messages.tell({ kind: 'CODE', phone: old, text });
    });
  }

  /** 到期清理. @returns how many went */
  async forget(before: Date): Promise<number> {
    const { affected } = await this.unitOfWork.run(() =>
      this.unitOfWork.manager.delete(PhoneChange, { createdAt: LessThan(before) }),
    );
    return affected ?? 0;
  }

  private newest(personId: string): Promise<PhoneChange | null> {
    return this.unitOfWork.manager
      .findOne(PhoneChange, { where: { personId }, order: { id: 'DESC' } })
      .then((row) => (row && row.usedAt === null && row.expiresAt > this.clock.wall() ? row : null));
  }

  /** The newest request that this code belongs to, with one of its tries taken before anything was compared. */
  private async rowFor(personId: string, typed: string): Promise<PhoneChange> {
    const row = await this.newest(personId);
    if (row === null) throw expired();
    const open = { id: row.id, usedAt: IsNull(), tries: LessThan(MAX_TRIES) };
    const taken = await this.unitOfWork.run(async () => {
      const { affected } = await this.unitOfWork.manager.increment(PhoneChange, open, 'tries', 1);
      return affected === 1;
    });
    if (!taken)
      throw new DomainError('CODE_LOCKED', '这个确认码错的次数太多，不能用了。', {
        field: 'code',
        hint: '请重新获取一个。',
      });
    const plain = typed.normalize('NFKC').replace(/\s/g, '');
    if (!this.crypto.isDigest(CODE_PURPOSE, codeText(row.id, plain), row.codeHash))
      throw new DomainError('CODE_INVALID', '确认码不对。', {
        field: 'code',
        hint: '请看新手机收到的最新的 6 位数字。',
      });
    return row;
  }

  private async requireRoom(whose: object, limit: RequestLimit, now: Date): Promise<void> {
    const waitMs = await fullFor(this.unitOfWork.manager, PhoneChange, whose, limit, now);
    if (waitMs > 0) throw tooMany(waitMs);
  }

  private async self({ personId }: SignedIn): Promise<Person> {
    const { manager } = this.unitOfWork;
    const person = personId === undefined ? null : await manager.findOneBy(Person, { id: personId, state: 'ACTIVE' });
    if (person === null) throw notFound('您的求职登记');
    return person;
  }
}

const boundTo = (id: string): string => `phone_change|phone|${id}`;
const codeText = (id: string, code: string): string => `${id}|${code}`;

const expired = (): DomainError =>
  new DomainError('CODE_EXPIRED', '没有能用的确认码，可能过期了。', { field: 'code', hint: '请重新获取一个。' });

function tooMany(leftMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(leftMs / SECOND_MS));
  const when = seconds <= 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new DomainError('RATE_LIMITED', '确认码要得太勤了。', {
    field: 'phone',
    hint: `请 ${when}后再试；急的话打 12385。`,
    retryAfter: seconds,
  });
}

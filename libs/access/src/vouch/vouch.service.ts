import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { guardedUpdate, sameBlind, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId, notFound, sha256Hex } from '@tongxing/platform';
import { readCertificate, readVeteranCertificate } from '@tongxing/rules';
import { type FindOptionsWhere, IsNull, LessThan, MoreThan } from 'typeorm';
import { AccountService, requireSeeker } from '../account.service.js';
import { noteAudit } from '../audit/audit.service.js';
import { blindOfIdNumber } from '../blind-id.js';
import type { Client } from '../client.js';
import { MessageService } from '../messages/message.service.js';
import { PersonDirectory, type RegisteredPerson } from '../person-directory.js';
import { fullFor, type RequestLimit } from '../request-limit.js';
import { SessionService } from '../session.service.js';
import { bucketOf } from '../sign-in-locks.js';
import type { Viewer } from '../viewer.js';
import { Caseloads } from './caseloads.js';
import { VouchRequest } from './vouch-request.entity.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As long as a code to a phone: the two sit beside each other. */
const LIFE_MS = 10 * MINUTE_MS;
/** Long enough to look at the own matters and apply for something, too short to be forgotten open in a village office. */
export const VOUCHED_LIFE_MS = HOUR_MS;
const DIGITS = 6;
const FOR_CERTIFICATE: readonly RequestLimit[] = [
  { withinMs: HOUR_MS, most: 5 },
  { withinMs: DAY_MS, most: 10 },
];
const FROM_ADDRESS: RequestLimit = { withinMs: HOUR_MS, most: 20 };
const MOBILE = /^1[3-9]\d{9}$/;

/** What the asking browser gets: a code to tell, and a ticket to come back with. */
export interface AskedForVouch {
  /** six digits */
  code: string;
  /** the way in, once somebody has vouched; shown once */
  ticket: string;
  expiresAt: Date;
}

/** Somebody who asks to be let in, as the witness sees them. */
export interface Vouchee {
  name: string;
  birthYear: number;
  divisionCode: string;
  maskedCertificate: string;
  askedAt: Date;
  expiresAt: Date;
}

/**
 * 请人做证登录: for who has no phone. The person asks with the certificate number and tells the code to a witness, who sits with them and is
 * signed in elsewhere. Whether anybody has the number is looked up only then, so that asking tells nothing.
 */
@Injectable()
export class VouchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly directory: PersonDirectory,
    private readonly caseloads: Caseloads,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly messages: MessageService,
  ) {}

  /**
   * Asks for a witness. The same for numbers that nobody has.
   *
   * @throws DomainError VALIDATION on `certificate`; RATE_LIMITED with retryAfter
   */
  async ask(typed: string, client: Client): Promise<AskedForVouch> {
    const certificate = this.certificateOf(typed);
    const certificateBlind = this.crypto.digest('vouch.certificate', certificate);
    const addressBlind = this.crypto.digest('signIn.address', bucketOf(client.address));
    const now = this.clock.wall();
    const expiresAt = new Date(now.getTime() + LIFE_MS);
    const ticket = randomBytes(32).toString('base64url');
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      await manager.delete(VouchRequest, { createdAt: LessThan(new Date(now.getTime() - DAY_MS)) });
      for (const limit of FOR_CERTIFICATE)
        requireRoom(await fullFor(manager, VouchRequest, { certificateBlind }, limit, now));
      requireRoom(await fullFor(manager, VouchRequest, { addressBlind }, FROM_ADDRESS, now));
      const code = await this.freeCode(now);
      const id = newId();
      await manager.insert(VouchRequest, {
        id,
        ticketHash: sha256Hex(ticket),
        codeHash: this.hashOf(code),
        certificate: this.crypto.seal(certificate, boundTo(id)),
        certificateBlind,
        addressBlind,
        createdAt: now,
        expiresAt,
        personId: null,
        witnessId: null,
        vouchedAt: null,
        usedAt: null,
      });
      return { code, ticket, expiresAt };
    });
  }

  /**
   * Who asked with this code.
   *
   * @throws DomainError NOT_FOUND alike for a wrong or old code, an unknown number, and somebody whom the viewer may not vouch for
   */
  async look(viewer: Viewer, code: string): Promise<Vouchee> {
    const { row, person } = await this.find(viewer, code);
    const { name, birthYear, maskedCertificate } = person;
    const divisionCode = person.residenceDivisionCode ?? person.divisionCode;
    return { name, birthYear, divisionCode, maskedCertificate, askedAt: row.createdAt, expiresAt: row.expiresAt };
  }

  /**
   * 做证: the viewer says that the person sits before him. The person is told of it.
   *
   * @returns the name of the person
   * @throws DomainError as {@link look}
   */
  async vouch(viewer: Viewer, code: string): Promise<string> {
    const { row, person } = await this.find(viewer, code);
    const { personId, name, divisionCode } = person;
    const now = this.clock.wall();
    await this.unitOfWork.run(async () => {
      const open = { id: row.id, vouchedAt: IsNull(), expiresAt: MoreThan(now) };
      const said = { personId, witnessId: viewer.id, vouchedAt: now };
      if (!(await guardedUpdate(this.unitOfWork.manager, VouchRequest, open, said))) throw notFound('这个做证码');
      noteAudit(this.unitOfWork, { target: 'person', id: personId, divisionCode });
      const phone = person.phone && MOBILE.test(person.phone) ? { phone: person.phone } : {};
      const text = `【同行】${viewer.displayName}刚为您做证登录。不是您本人在办，请马上打 12385。`;
      await this.messages.tell({ personId, kind: 'NOTE', text, ...phone });
    });
    return name;
  }

  /**
   * Goes on with a ticket.
   *
   * @returns a session's secret; undefined while nobody has vouched
   * @throws DomainError CODE_EXPIRED for a ticket that is old, used or unknown; STAFF_SIGN_IN, AUTH_FAILED
   */
  async enter(ticket: string, client: Client): Promise<string | undefined> {
    const { manager } = this.unitOfWork;
    const now = this.clock.wall();
    const row = await manager.findOneBy(VouchRequest, { ticketHash: sha256Hex(ticket), usedAt: IsNull() });
    if (!row || row.expiresAt <= now) throw expired();
    if (!row.personId || !row.witnessId) return undefined;
    const witnessId = row.witnessId;
    const person = await this.directory.byId(row.personId);
    if (!person) throw expired();
    const account = await this.accounts.ofRegistered(person);
    requireSeeker(account);
    return this.unitOfWork.run(async () => {
      const once = { id: row.id, usedAt: IsNull() };
      if (!(await guardedUpdate(this.unitOfWork.manager, VouchRequest, once, { usedAt: now }))) throw expired();
      const expiresAt = new Date(now.getTime() + VOUCHED_LIFE_MS);
      return this.sessions.open(account.id, client, { provedAt: null, expiresAt, witnessId });
    });
  }

  /** The open request of a code, and who it is, where the viewer may vouch for them. */
  private async find(viewer: Viewer, typed: string): Promise<{ row: VouchRequest; person: RegisteredPerson }> {
    const row = await this.open(typed.normalize('NFKC').replace(/\s/g, ''), this.clock.wall());
    const certificate = row && this.crypto.open(row.certificate, boundTo(row.id));
    const person = certificate ? await this.directory.byCertificate(certificate) : null;
    if (!row || !person || !(await this.mayVouch(viewer, person))) throw notFound('这个做证码');
    return { row, person };
  }

  /** His own people; a commissioner's whole village too. Nobody answers for himself. */
  private async mayVouch(viewer: Viewer, person: RegisteredPerson): Promise<boolean> {
    if (viewer.personId === person.personId) return false;
    if (viewer.idBlind && sameBlind(viewer.idBlind, blindOfIdNumber(this.crypto, person.idNumber))) return false;
    return this.caseloads.serves(viewer, person);
  }

  private open(code: string, now: Date): Promise<VouchRequest | null> {
    const where: FindOptionsWhere<VouchRequest> = {
      codeHash: this.hashOf(code),
      createdAt: MoreThan(new Date(now.getTime() - LIFE_MS)),
      expiresAt: MoreThan(now),
      vouchedAt: IsNull(),
    };
    return this.unitOfWork.manager.findOne(VouchRequest, { where, order: { id: 'ASC' } });
  }

  /** A code that nobody else waits with. */
  private async freeCode(now: Date): Promise<string> {
    for (;;) {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      if ((await this.open(code, now)) === null) return code;
    }
  }

  /** @throws DomainError VALIDATION on `certificate` */
  private certificateOf(typed: string): string {
    const read = readCertificate(typed, this.clock.today());
    if (read.ok) return read.value;
    const veteran = readVeteranCertificate(typed);
    // Digits alone are a certificate number with a digit too many or too few.
    if (veteran.ok && !/^[\dX]+$/.test(veteran.value)) return veteran.value;
    throw new DomainError('VALIDATION', '残疾人证号不对。', { field: 'certificate', hint: '请照证上填，20 位。' });
  }

  private hashOf(code: string): string {
    return this.crypto.digest('vouch.code', code);
  }
}

const boundTo = (id: string): string => `vouch_request|certificate|${id}`;

const expired = (): DomainError =>
  new DomainError('CODE_EXPIRED', '这个做证码过期了，或者用过了。', { hint: '请重新要一个。' });

function requireRoom(waitMs: number): void {
  if (waitMs <= 0) return;
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  throw new DomainError('RATE_LIMITED', '做证码要得太勤了。', {
    field: 'certificate',
    hint: `请 ${Math.ceil(seconds / 60)} 分钟后再试；急的话打 12385。`,
    retryAfter: seconds,
  });
}

import { Injectable } from '@nestjs/common';
import { Caseloads, MessageService, noteAudit, Policy, sayHelped, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId, notFound, redact } from '@tongxing/platform';
import { type IsoDate, isTypedDay } from '@tongxing/rules';
import { OwnSection } from '../own/own.entity.js';
import { LICENCES } from '../own/own.words.js';
import { Person } from '../person.entity.js';
import { reachPerson } from '../reach.js';
import { PersonLicence } from './licence.entity.js';
import type { LicenceInput } from './licence.types.js';

/** Nobody holds more. */
const MOST_LICENCES = 20;
const WHAT = '这张证';
const TOLD = '您的证照登记有更新。有不对的，请告诉就业辅导员，或在「我的证照」里改。';
const TOLD_SHORT = '【同行】您的登记有更新，请登录查看。';

/** What one licence says, without its number. */
type Content = Pick<PersonLicence, 'kind' | 'issuedOn' | 'validUntil'>;

/** All licences of a person, by kind. */
export interface LicencesOf {
  person: Person;
  /** was asked for all of them */
  all: boolean;
  mayWrite: boolean;
  licences: PersonLicence[];
}

/** Who writes of whom: the person, or a helper for him; or an office. */
interface Writer {
  person: Person;
  viewer: SignedIn;
  office: boolean;
}

/** 证照 that people hold. The own word is written down as such; an office that looked at the paper says so. */
@Injectable()
export class LicenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly caseloads: Caseloads,
    private readonly messages: MessageService,
  ) {}

  /** Null: for an account of nobody. */
  async mine(viewer: SignedIn): Promise<LicencesOf | null> {
    const person = await this.self(viewer);
    return person && this.view(person, true);
  }

  /** @throws DomainError NOT_FOUND for who is none of the viewer's people */
  async ofPerson(viewer: SignedIn, personId: string): Promise<LicencesOf> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    return this.view(person, Policy.can(viewer, 'licence.save') && viewer.personId !== personId);
  }

  /**
   * Adds a licence, or puts one right; the same again changes nothing. What a person changes of it nobody has seen any more.
   *
   * @throws DomainError NOT_FOUND; VALIDATION, also for a kind that is there already; VERSION_CONFLICT
   */
  async saveOwn(viewer: SignedIn, input: LicenceInput): Promise<LicencesOf> {
    return this.save(await this.ownWriter(viewer), input, null);
  }

  /**
   * The same by an office, which says whether it looked at the paper. The person is told.
   *
   * @throws DomainError as {@link saveOwn}; FORBIDDEN for oneself
   */
  async saveFor(viewer: SignedIn, personId: string, input: LicenceInput, seen: boolean): Promise<LicencesOf> {
    return this.save(await this.officeWriter(viewer, personId), input, seen);
  }

  /** Takes a licence out. One that is gone stays so. @throws DomainError NOT_FOUND, VERSION_CONFLICT */
  async removeOwn(viewer: SignedIn, id: string, version: number): Promise<LicencesOf> {
    return this.remove(await this.ownWriter(viewer), id, version);
  }

  /** The same by an office. @throws DomainError as {@link removeOwn}; FORBIDDEN for oneself */
  async removeFor(viewer: SignedIn, personId: string, id: string, version: number): Promise<LicencesOf> {
    return this.remove(await this.officeWriter(viewer, personId), id, version);
  }

  /** 看过证件: the paper is what stands here. Said again it stays with who said it first. @throws DomainError as {@link removeFor} */
  async see(viewer: SignedIn, personId: string, id: string, version: number): Promise<LicencesOf> {
    const writer = await this.officeWriter(viewer, personId);
    await this.unitOfWork.run(async () => {
      const standing = await this.standing(writer, id);
      if (standing === null) throw notFound(WHAT);
      if (standing.version !== version) throw changedMeanwhile();
      if (standing.seenAt !== null) return;
      await this.write(writer, standing, this.seenBy(viewer));
    });
    return this.ofPerson(viewer, personId);
  }

  /** 就这些: the person was asked for all licences, so that a kind that is not here is not held. Nobody has to have one. */
  async sayAllOwn(viewer: SignedIn): Promise<LicencesOf> {
    return this.sayAll(await this.ownWriter(viewer));
  }

  /** The same as somebody told an office. @throws DomainError NOT_FOUND; FORBIDDEN for oneself */
  async sayAllFor(viewer: SignedIn, personId: string): Promise<LicencesOf> {
    return this.sayAll(await this.officeWriter(viewer, personId));
  }

  /** The number in clear; null: none was given. */
  numberOf({ id, number }: PersonLicence): string | null {
    return number === null ? null : this.crypto.open(number, boundTo(id));
  }

  private async save(writer: Writer, input: LicenceInput, seen: boolean | null): Promise<LicencesOf> {
    const content = this.contentOf(input);
    const number = input.number?.normalize('NFKC').trim() || null;
    try {
      await this.unitOfWork.run(() =>
        input.id
          ? this.correct(writer, input.id, input.version ?? 0, content, number, seen)
          : this.add(writer, content, number, seen),
      );
    } catch (error) {
      throw isDuplicateKey(error) ? kindTaken() : error;
    }
    return this.after(writer);
  }

  private async add(writer: Writer, content: Content, number: string | null, seen: boolean | null): Promise<void> {
    const { manager } = this.unitOfWork;
    const { person, viewer } = writer;
    const all = await manager.findBy(PersonLicence, { personId: person.id });
    const same = all.find(({ kind }) => kind === content.kind);
    if (same !== undefined) {
      if (this.sameAs(same, content, number) && (seen === null || seen === (same.seenAt !== null))) return;
      throw kindTaken();
    }
    if (all.length >= MOST_LICENCES) throw wrong('kind', `最多登记 ${MOST_LICENCES} 张证。`);
    const id = newId();
    const row = { ...content, number: this.sealed(id, number), ...(seen ? this.seenBy(viewer) : NOT_SEEN) };
    await insertRows(manager, PersonLicence, [{ id, personId: person.id, ...row }]);
    await this.noted(writer, id, {}, { ...content, seen: row.seenAt !== null });
    sayHelped(this.unitOfWork, `登记了${content.kind}`);
  }

  private async correct(
    writer: Writer,
    id: string,
    read: number,
    content: Content,
    number: string | null,
    seen: boolean | null,
  ): Promise<void> {
    const standing = await this.standing(writer, id);
    if (standing === null) throw notFound(WHAT);
    const same = this.sameAs(standing, content, number);
    const was = standing.seenAt !== null;
    if (same && (seen === null || seen === was)) return;
    if (standing.version !== read) throw changedMeanwhile();
    // Who looked stays who looked, as long as nothing else is said than what he saw.
    const look = seen === true ? (same && was ? {} : this.seenBy(writer.viewer)) : NOT_SEEN;
    const sealed = number === null ? {} : { number: this.sealed(id, number) };
    await this.write(writer, standing, { ...content, ...sealed, ...look });
    sayHelped(this.unitOfWork, `改了${content.kind}的登记`);
  }

  private async remove(writer: Writer, id: string, version: number): Promise<LicencesOf> {
    await this.unitOfWork.run(async () => {
      const standing = await this.standing(writer, id);
      if (standing === null) return;
      if (standing.version !== version) throw changedMeanwhile();
      const { affected } = await this.unitOfWork.manager.delete(PersonLicence, { id, version });
      if (affected === 0) throw changedMeanwhile();
      await this.noted(writer, id, shown(standing), {});
      sayHelped(this.unitOfWork, `删了${standing.kind}的登记`);
    });
    return this.after(writer);
  }

  private async sayAll(writer: Writer): Promise<LicencesOf> {
    const { id: personId } = writer.person;
    const say = (): Promise<void> =>
      this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        if (await manager.existsBy(OwnSection, { personId, section: LICENCES })) return;
        const row = { id: newId(), personId, section: LICENCES, savedAt: this.clock.now() } as const;
        await insertRows(manager, OwnSection, [row]);
        await this.noted(writer, personId, { all: false }, { all: true });
        sayHelped(this.unitOfWork, '说了证照就这些');
      });
    await say().catch((error: unknown) => {
      // Pressed twice at once: the other one has said it.
      if (!isDuplicateKey(error)) throw error;
    });
    return this.after(writer);
  }

  private async write(writer: Writer, standing: PersonLicence, set: Partial<PersonLicence>): Promise<void> {
    const { id, version } = standing;
    if (!(await guardedUpdate(this.unitOfWork.manager, PersonLicence, { id, version }, set))) throw changedMeanwhile();
    await this.noted(writer, id, shown(standing), shown({ ...standing, ...set }));
  }

  /** Matching hears of it, and the person where somebody else wrote. Numbers are told to nobody. */
  private async noted({ person, office }: Writer, id: string, before: object, after: object): Promise<void> {
    this.unitOfWork.changed('person', person.id);
    const { divisionCode } = person;
    noteAudit(this.unitOfWork, { target: 'person-licence', id, divisionCode, before, after });
    if (office) await this.messages.tellPeople([{ personId: person.id, text: TOLD, smsText: TOLD_SHORT }]);
  }

  private standing({ person }: Writer, id: string): Promise<PersonLicence | null> {
    return this.unitOfWork.manager.findOneBy(PersonLicence, { id, personId: person.id });
  }

  private after({ person, viewer, office }: Writer): Promise<LicencesOf> {
    return office ? this.ofPerson(viewer, person.id) : this.view(person, true);
  }

  private async view(person: Person, mayWrite: boolean): Promise<LicencesOf> {
    const { manager } = this.unitOfWork;
    const where = { personId: person.id };
    const all = await manager.existsBy(OwnSection, { ...where, section: LICENCES });
    const licences = await manager.find(PersonLicence, { where, order: { kind: 'ASC' } });
    return { person, all, mayWrite, licences };
  }

  private async ownWriter(viewer: SignedIn): Promise<Writer> {
    const person = await this.self(viewer);
    if (person === null) throw notFound('您的求职登记');
    return { person, viewer, office: false };
  }

  private async officeWriter(viewer: SignedIn, personId: string): Promise<Writer> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    if (viewer.personId === person.id)
      throw new DomainError('FORBIDDEN', '不能给自己登记看过的证照。', { hint: '请别的工作人员来登记。' });
    return { person, viewer, office: true };
  }

  private async self(viewer: SignedIn): Promise<Person | null> {
    const id = Policy.personFor(viewer, 'profile.own');
    return id === undefined ? null : this.unitOfWork.manager.findOneBy(Person, { id, state: 'ACTIVE' });
  }

  private seenBy({ id, displayName }: SignedIn): Pick<PersonLicence, 'seenById' | 'seenBy' | 'seenAt'> {
    return { seenById: id, seenBy: displayName, seenAt: this.clock.now() };
  }

  private sealed(id: string, number: string | null): string | null {
    return number === null ? null : this.crypto.seal(number, boundTo(id));
  }

  /** A number left empty is the one that stands. */
  private sameAs(standing: PersonLicence, content: Content, number: string | null): boolean {
    return (
      standing.kind === content.kind &&
      standing.issuedOn === content.issuedOn &&
      standing.validUntil === content.validUntil &&
      (number === null || number === this.numberOf(standing))
    );
  }

  private contentOf(input: LicenceInput): Content {
    const kind = input.kind.normalize('NFKC').trim();
    if (kind === '') throw wrong('kind', '请选或写是什么证。');
    if (redact(kind) !== kind) throw wrong('kind', '这里写证的名称，号码写在「证号」里。');
    const [issuedOn, validUntil] = [input.issuedOn?.trim() || null, input.validUntil?.trim() || null];
    if (issuedOn !== null && !isTypedDay(issuedOn)) throw wrong('issuedOn', '日期要写成 2026-03-01 这样。');
    if (issuedOn !== null && issuedOn > this.clock.today()) throw wrong('issuedOn', '发证日期在今天以后。');
    if (validUntil !== null && !isTypedDay(validUntil)) throw wrong('validUntil', '日期要写成 2026-03-01 这样。');
    if (issuedOn !== null && validUntil !== null && validUntil < issuedOn)
      throw wrong('validUntil', '有效期早于发证日期。');
    return { kind, issuedOn: issuedOn as IsoDate | null, validUntil: validUntil as IsoDate | null };
  }
}

const NOT_SEEN = { seenById: null, seenBy: null, seenAt: null } as const;

const boundTo = (id: string): string => `person_licence|number|${id}`;

const shown = ({ kind, issuedOn, validUntil, seenAt }: PersonLicence): object => ({
  kind,
  issuedOn,
  validUntil,
  seen: seenAt !== null,
});

const wrong = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });
const kindTaken = (): DomainError =>
  new DomainError('VALIDATION', '这种证已经登记了一张。', { field: 'kind', hint: '换了新证，请打开那一张来改。' });
const changedMeanwhile = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这张证刚被改过。', { hint: '请刷新，看看现在的再改。' });

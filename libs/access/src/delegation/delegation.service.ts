import { Inject, Injectable } from '@nestjs/common';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import {
  Clock,
  CONFIG,
  type Config,
  CryptoProvider,
  DomainError,
  maskPhone,
  newId,
  notFound,
} from '@tongxing/platform';
import { addMonths, type IsoDate, isIsoDate } from '@tongxing/rules';
import { In } from 'typeorm';
import { Account } from '../account.entity.js';
import { AccountService } from '../account.service.js';
import { noteAudit } from '../audit/audit.service.js';
import { Divisions } from '../divisions.js';
import { MessageService } from '../messages/message.service.js';
import { PersonDirectory, type RegisteredPerson } from '../person-directory.js';
import { Caseloads } from '../vouch/caseloads.js';
import { PhoneBook } from '../phone-book.js';
import type { Viewer } from '../viewer.js';
import { ConsentCodeService } from './consent-code.service.js';
import { Delegation } from './delegation.entity.js';
import {
  type Consent,
  CONSENTS,
  dayWords,
  type EndedBy,
  HELPER_KINDS,
  type HelperKind,
  isScope,
  ROLE_OF_KIND,
  type Scope,
  SCOPES,
  scopeText,
} from './delegation.words.js';
import { HelperLog } from './helper-log.service.js';
import { divisionsOf, mayBeKind, mayHelp, StandingDelegations } from './standing.js';

const MAX_MONTHS = 12;
/** How long, to choose from. */
const PERIODS: readonly { months: number; text: string }[] = [
  { months: 1, text: '1 个月' },
  { months: 3, text: '3 个月' },
  { months: 6, text: '半年' },
  { months: MAX_MONTHS, text: '1 年' },
];
const MAX_LIVE = 5;
const MAX_SHOWN = 50;
const MAX_STAFF = 200;
const MIN_NOTE = 4;
const PHONE = /^1[3-9]\d{9}$/;
const LOGIN = /^[a-z0-9][a-z0-9.-]{2,59}$/;
/** Somebody's ID number is no account name, and would be shown again as typed. */
const LONG_NUMBER = /\d{12}/;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** What the person says yes to. */
export interface DelegationTerms {
  /** absent: the viewer's own; else somebody of the viewer's caseload or village */
  personId?: string | undefined;
  kind: string;
  /** one of {@link DelegationService.choices} */
  helperId?: string | undefined;
  /** account name or phone of somebody of the family */
  helperName?: string | undefined;
  scopes: readonly string[];
  /** last day */
  until: string;
}

export interface DelegationGrant extends DelegationTerms {
  consent: string;
  /** of the text message, for SMS */
  code?: string | undefined;
  /** for PAPER where it lies, for VOICE when and what was said */
  note?: string | undefined;
}

/** A member of staff who can be named. */
export interface StaffChoice {
  id: string;
  name: string;
  kind: HelperKind;
}

export interface HelperChoices {
  staff: StaffChoice[];
  periods: { until: IsoDate; text: string }[];
  /** 138****5678, where a code would go; null: no phone in the register */
  maskedPhone: string | null;
  personName: string;
}

/** A delegation with the names that its reader may know. */
export interface DelegationView {
  row: Delegation;
  /** of the account once it is staff or has begun; until then what was typed */
  helperName: string;
  witnessName: string | null;
  /** ENDED, OVER (run out), WAITING (not begun), GOOD */
  state: 'GOOD' | 'WAITING' | 'OVER' | 'ENDED';
}

/** Terms that hold, and whom they are about. */
interface Agreed {
  person: RegisteredPerson;
  kind: HelperKind;
  /** normalised */
  typed: string | null;
  helperId: string | null;
  /** keyed digest of what names the helper, under the digest key in use and those before it */
  helperKeys: string[];
  scopes: Scope[];
  until: IsoDate;
}

const invalid = (field: string, message: string, hint?: string): DomainError =>
  new DomainError('VALIDATION', message, { field, ...(hint ? { hint } : {}) });

/** 代办委托: given, seen and ended. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountService,
    private readonly divisions: Divisions,
    private readonly people: PersonDirectory,
    private readonly caseloads: Caseloads,
    private readonly phones: PhoneBook,
    private readonly codes: ConsentCodeService,
    private readonly messages: MessageService,
    private readonly standing: StandingDelegations,
    private readonly log: HelperLog,
  ) {}

  /** Whom the person can name from a list, and until when. @throws DomainError NOT_FOUND outside the viewer's people */
  async choices(viewer: Viewer, personId?: string): Promise<HelperChoices> {
    const person = await this.personOf(viewer, personId);
    const today = this.clock.today();
    return {
      staff: await this.staffFor(person),
      periods: PERIODS.map(({ months, text }) => ({ until: addMonths(today, months), text })),
      maskedPhone: person.phone === undefined ? null : maskPhone(person.phone),
      personName: person.name,
    };
  }

  /**
   * Sends the person a code that says yes to these terms and no others.
   *
   * @throws DomainError NOT_FOUND, VALIDATION with the field, RATE_LIMITED
   */
  async requestCode(viewer: Viewer, terms: DelegationTerms): Promise<void> {
    const agreed = await this.agreed(viewer, terms);
    const { person, scopes, until } = agreed;
    if (person.phone === undefined)
      throw invalid('consent', '登记里没有手机号，收不到确认码。', '请到残联登记手机号，或请工作人员见证。');
    const who = agreed.helperId === null || agreed.typed !== null ? HELPER_KINDS.FAMILY : await this.named(agreed);
    const says = `您要请${who}帮您${scopeText(scopes)}，到${dayWords(until)}为止。`;
    await this.codes.send({ personId: person.personId, phone: person.phone }, termsOf(agreed), says);
  }

  /**
   * Records that the person gave these terms. The same again is the one that stands; other terms for the same helper take its place. What was
   * typed may belong to nobody: the answer is the same, and the person never learns it.
   *
   * @throws DomainError NOT_FOUND for somebody outside the viewer's people; VALIDATION with the field; CODE_EXPIRED, CODE_INVALID,
   *   CODE_LOCKED; DUTY_SEPARATION for a witness who would be the helper
   */
  async grant(viewer: Viewer, input: DelegationGrant): Promise<DelegationView> {
    const agreed = await this.agreed(viewer, input);
    const consent = consentOf(input, agreed.person.personId === viewer.personId);
    const same = await this.sameStanding(agreed);
    if (same !== null) return this.viewOf(same);
    if (consent.kind !== 'SMS' && agreed.helperId === viewer.id)
      throw new DomainError('DUTY_SEPARATION', '见证人不能是代办人自己。', {
        hint: '请换一位同事见证，或用本人的短信确认码。',
      });
    const codeId =
      consent.kind === 'SMS'
        ? await this.codes.check(agreed.person.personId, termsOf(agreed), input.code ?? '')
        : undefined;
    const write = () => this.unitOfWork.run(() => this.write(viewer, agreed, consent, codeId));
    const row = await write().catch(async (error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      // Pressed twice at once: the other one has written it.
      return (await this.sameStanding(agreed)) ?? write();
    });
    return this.viewOf(row);
  }

  /** Delegations of a person, the newest first: those that stand and the last that ended. */
  async list(viewer: Viewer, personId?: string): Promise<DelegationView[]> {
    const person = await this.personOf(viewer, personId);
    const rows = await this.unitOfWork.manager.find(Delegation, {
      where: { personId: person.personId },
      order: { id: 'DESC' },
      take: MAX_SHOWN,
    });
    return this.viewsOf(rows);
  }

  /**
   * Ends a delegation at once, also for pages that are open; a second call does nothing.
   *
   * @throws DomainError NOT_FOUND for anybody but the person, the helper, and the staff of the person
   */
  async revoke(viewer: Viewer, id: string): Promise<DelegationView> {
    const row = await this.unitOfWork.manager.findOneBy(Delegation, { id });
    const by = row === null ? undefined : await this.endedBy(viewer, row);
    if (row === null || by === undefined) throw notFound('这份代办');
    await this.unitOfWork.run(async () => {
      const person = await this.people.find(row.personId);
      if (await this.end(row, by, person)) await this.tellEnded(viewer, row, by, person);
    });
    return this.viewOf(await this.unitOfWork.manager.findOneByOrFail(Delegation, { id }));
  }

  /** Delegations under which the viewer can act today, each with its person. */
  async helping(viewer: Viewer): Promise<{ row: Delegation; person: RegisteredPerson }[]> {
    const account = await this.accounts.byId(viewer.id);
    const rows = await this.unitOfWork.manager.find(Delegation, {
      where: { helperId: viewer.id, live: 1 },
      order: { id: 'DESC' },
      take: MAX_SHOWN,
    });
    const people = new Map(
      (await this.people.findAll(rows.map(({ personId }) => personId))).map((one) => [one.personId, one]),
    );
    return rows.flatMap((row) => {
      const person = people.get(row.personId);
      return account && person && this.standing.isHelpedBy(row, account, person) ? [{ row, person }] : [];
    });
  }

  /**
   * The person whose delegations a viewer gives and sees: the own one, or somebody whose staff the viewer is.
   *
   * @throws DomainError NOT_FOUND
   */
  async personOf(viewer: Viewer, personId?: string): Promise<RegisteredPerson> {
    const id = personId ?? viewer.personId;
    const person = id === undefined ? undefined : await this.people.find(id);
    if (!person) throw notFound(personId === undefined ? '您的求职登记' : '这个人');
    if (id === viewer.personId) return person;
    const staff = await this.staffFor(person);
    if (!staff.some((one) => one.id === viewer.id)) throw notFound('这个人');
    return person;
  }

  // ——— inside ———

  /** Counsellors with the person in their caseload, and the staff of the person's village and township. */
  private async staffFor(person: RegisteredPerson): Promise<StaffChoice[]> {
    const codes = divisionsOf(person).flatMap((code) => [code, `${code.slice(0, 9)}000`]);
    // The county's own code is the whole county's: who works there has a caseload.
    const local = [...new Set(codes)].filter((code) => !code.endsWith('000000'));
    const workers = await this.caseloads.workersOf(person.personId);
    const { manager } = this.unitOfWork;
    const accounts = [
      ...(workers.length > 0 ? await manager.findBy(Account, { id: In(workers), disabled: false }) : []),
      ...(local.length > 0
        ? await manager.find(Account, { where: { divisionCode: In(local), disabled: false }, take: MAX_STAFF })
        : []),
    ];
    const kinds = (Object.keys(ROLE_OF_KIND) as HelperKind[]).filter((kind) => ROLE_OF_KIND[kind] !== null);
    const found = new Map<string, StaffChoice>();
    for (const account of accounts) {
      const kind = kinds.find((one) => mayBeKind(one, account, person));
      if (!kind || account.personId === person.personId || (account.demo && !this.config.demo)) continue;
      found.set(account.id, { id: account.id, name: account.displayName, kind });
    }
    return [...found.values()].sort((a, b) => (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? 1 : -1));
  }

  /** Reads the terms. @throws DomainError NOT_FOUND, VALIDATION */
  private async agreed(viewer: Viewer, terms: DelegationTerms): Promise<Agreed> {
    const person = await this.personOf(viewer, terms.personId);
    if (person.deceased) throw notFound('这个人');
    const scopes = (Object.keys(SCOPES) as Scope[]).filter((scope) => terms.scopes.includes(scope));
    if (scopes.length === 0 || !terms.scopes.every(isScope)) throw invalid('scopes', '请选能帮您办什么。');
    const until = this.untilOf(terms.until);
    const common = { person, scopes, until };
    if (terms.kind === 'FAMILY') {
      const typed = typedOf(terms.helperName ?? '');
      const helperId = (await this.accountFor(typed, person))?.id ?? null;
      return { ...common, kind: 'FAMILY', typed, helperId, helperKeys: this.keysOf('typed', typed) };
    }
    const staff = await this.staffFor(person);
    const chosen = staff.find(({ id, kind }) => id === terms.helperId && kind === terms.kind);
    if (!chosen) throw invalid('helperId', '请从名单里选一位。', '名单里没有的，请打 12385 问。');
    return { ...common, kind: chosen.kind, typed: null, helperId: chosen.id, helperKeys: this.keysOf('id', chosen.id) };
  }

  private untilOf(text: string): IsoDate {
    const today = this.clock.today();
    if (isIsoDate(text) && today <= text && text <= addMonths(today, MAX_MONTHS)) return text;
    throw invalid('until', '到哪天为止没有写对。', '从今天起，最长一年。');
  }

  private keysOf(way: 'typed' | 'id', value: string): string[] {
    return this.crypto.digests('delegation.helper', `${way}|${value}`);
  }

  /** The account that answers to an account name or phone; null where there is none, more than one, or one that must not help. */
  private async accountFor(typed: string, person: RegisteredPerson): Promise<Account | null> {
    const account = PHONE.test(typed)
      ? await this.accountAtPhone(typed, person.personId)
      : await this.accounts.byLogin(typed);
    if (!account || account.disabled || account.personId === person.personId) return null;
    if (account.demo && !this.config.demo) return null;
    return mayHelp(account.roles) ? account : null;
  }

  /** A family shares a phone: the person does not count. Who has a record and never signed in gets the account now. */
  private async accountAtPhone(phone: string, personId: string): Promise<Account | null> {
    const others = (await this.phones.holdersOf(phone)).filter((one) => one.personId !== personId);
    const [holder] = others;
    if (!holder || others.length > 1) return null;
    const { idNumber, name, divisionCode } = holder;
    return (
      (await this.accounts.ofPerson({ personId: holder.personId, idNumber })) ??
      this.accounts.createForPerson({ personId: holder.personId, idNumber, displayName: name, divisionCode })
    );
  }

  private async named({ helperId, kind }: Agreed): Promise<string> {
    const account = helperId === null ? null : await this.accounts.byId(helperId);
    return `${account?.displayName ?? ''}（${HELPER_KINDS[kind]}）`;
  }

  /** The very same that stands already. */
  private async sameStanding({ person, helperKeys, kind, scopes, until }: Agreed): Promise<Delegation | null> {
    const where = { personId: person.personId, helperKey: In(helperKeys), live: 1, kind, until };
    const row = await this.unitOfWork.manager.findOneBy(Delegation, where);
    return row !== null && row.scopes.join() === scopes.join() ? row : null;
  }

  private async write(viewer: Viewer, agreed: Agreed, consent: Said, codeId: string | undefined): Promise<Delegation> {
    const { manager } = this.unitOfWork;
    const { person, kind, typed, helperId, helperKeys, scopes, until } = agreed;
    const { personId } = person;
    if (codeId !== undefined) await this.codes.use(codeId);
    const standing = await manager.findBy(Delegation, { personId, live: 1 });
    const former = standing.filter(
      (row) => helperKeys.includes(row.helperKey) || (helperId !== null && row.helperId === helperId),
    );
    for (const row of former) await this.end(row, 'REPLACED', person);
    const today = this.clock.today();
    if (standing.filter((row) => row.until >= today).length - former.length >= MAX_LIVE)
      throw invalid('kind', `最多请 ${MAX_LIVE} 位。`, '请先停止一位，再请新的。');
    const id = newId();
    const own = personId === viewer.personId;
    const row = {
      id,
      personId,
      helperId,
      helperKey: helperKeys[0] as string,
      helperTyped: typed === null ? null : this.crypto.seal(typed, `delegation|helperTyped|${id}`),
      kind,
      scopes,
      from: today,
      until,
      consent: consent.kind,
      consentNote: consent.note === null ? null : this.crypto.seal(consent.note, `delegation|consentNote|${id}`),
      recordedById: viewer.id,
      witnessId: own ? null : viewer.id,
      createdAt: this.clock.now(),
      usedAt: null,
      endedAt: null,
      endedBy: null,
      live: 1,
      version: 1,
    };
    await manager.insert(Delegation, row);
    const after = { kind, scopes, until, consent: consent.kind };
    noteAudit(this.unitOfWork, { target: 'delegation', id, divisionCode: person.divisionCode, after });
    await this.log.note(
      row,
      viewer.id,
      `登记了代办：${scopeText(scopes)}，到${dayWords(until)}为止，凭${CONSENTS[consent.kind]}`,
    );
    if (!own)
      await this.log.tellPerson(
        personId,
        `${viewer.displayName}给您登记了代办：${HELPER_KINDS[kind]}帮您${scopeText(scopes)}，到${dayWords(until)}为止。不是您同意的，请打 12385。`,
      );
    await this.tellHelper(
      row,
      `${person.name}请您代办：${scopeText(scopes)}，到${dayWords(until)}为止。请在「代办」里开始。`,
    );
    return row;
  }

  /** In the caller's unit of work. @returns false when it was ended before */
  private async end({ id }: Delegation, endedBy: EndedBy, person: RegisteredPerson | undefined): Promise<boolean> {
    const change = { live: null, endedAt: this.clock.now(), endedBy };
    const ended = await guardedUpdate(this.unitOfWork.manager, Delegation, { id, live: 1 }, change);
    const where = person ? { divisionCode: person.divisionCode } : {};
    if (ended) noteAudit(this.unitOfWork, { target: 'delegation', id, ...where, after: { endedBy } });
    return ended;
  }

  private async tellEnded(
    viewer: Viewer,
    row: Delegation,
    by: EndedBy,
    person: RegisteredPerson | undefined,
  ): Promise<void> {
    await this.log.note(row, viewer.id, '停止了代办');
    if (by !== 'PERSON') await this.log.tellPerson(row.personId, `代办停止了：${HELPER_KINDS[row.kind]}不再帮您办事。`);
    if (by !== 'HELPER') await this.tellHelper(row, `${person?.name ?? ''}的代办停止了。`);
  }

  private async tellHelper({ helperId }: Delegation, text: string): Promise<void> {
    if (helperId === null) return;
    const account = await this.accounts.byId(helperId);
    const phone = account?.personId ? (await this.people.find(account.personId))?.phone : undefined;
    await this.messages.tell({ accountId: helperId, kind: 'NOTE', text, ...(phone ? { phone } : {}) });
  }

  private async endedBy(viewer: Viewer, row: Delegation): Promise<EndedBy | undefined> {
    if (row.personId === viewer.personId) return 'PERSON';
    if (row.helperId === viewer.id) return 'HELPER';
    const person = await this.people.find(row.personId);
    const staff = person ? await this.staffFor(person) : [];
    return staff.some(({ id }) => id === viewer.id) ? 'STAFF' : undefined;
  }

  private async viewOf(row: Delegation): Promise<DelegationView> {
    return (await this.viewsOf([row]))[0] as DelegationView;
  }

  private async viewsOf(rows: readonly Delegation[]): Promise<DelegationView[]> {
    const names = await this.log.namesOf(
      rows.flatMap(({ helperId, witnessId }) => [helperId ?? [], witnessId ?? []].flat()),
    );
    const today = this.clock.today();
    return rows.map((row) => {
      const known = row.helperTyped === null || row.usedAt !== null;
      return {
        row,
        helperName: known ? (names.get(row.helperId ?? '') ?? '') : `您填的 ${this.typedOf(row)}`,
        witnessName: row.witnessId === null ? null : (names.get(row.witnessId) ?? ''),
        state: row.live !== 1 ? 'ENDED' : row.until < today ? 'OVER' : row.usedAt === null ? 'WAITING' : 'GOOD',
      };
    });
  }

  private typedOf({ id, helperTyped }: Delegation): string {
    const typed = helperTyped === null ? '' : this.crypto.open(helperTyped, `delegation|helperTyped|${id}`);
    return PHONE.test(typed) ? maskPhone(typed) : typed;
  }
}

interface Said {
  kind: Consent;
  note: string | null;
}

/** How the person said yes. @throws DomainError VALIDATION */
function consentOf({ consent, note }: DelegationGrant, own: boolean): Said {
  if (consent === 'SMS') return { kind: 'SMS', note: null };
  if (own || (consent !== 'PAPER' && consent !== 'VOICE')) throw invalid('consent', '请用短信确认码。');
  const text = (note ?? '').normalize('NFC').trim();
  if ([...text].length < MIN_NOTE || HIDDEN.test(text))
    throw invalid(
      'note',
      consent === 'PAPER' ? '请写委托书放在哪里。' : '请写什么时候打的电话，本人怎么说的。',
      '比如：村委会档案柜 2026 年第 3 号。',
    );
  return { kind: consent, note: text };
}

/** Account name or phone in one form. @throws DomainError VALIDATION */
function typedOf(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const phone = plain.replace(/-/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  if (PHONE.test(phone)) return phone;
  if (LOGIN.test(plain) && !LONG_NUMBER.test(plain)) return plain;
  throw invalid('helperName', '请填对方的手机号或账号名。', '手机号是 11 位数字。');
}

/** What a code is bound to. */
/** The oldest key names the helper here: a code that is on its way stays good while the key is replaced. */
const termsOf = ({ person, helperKeys, kind, scopes, until }: Agreed): unknown => [
  'delegation',
  person.personId,
  helperKeys.at(-1),
  kind,
  scopes,
  until,
];

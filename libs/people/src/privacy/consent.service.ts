import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Account, Caseloads, MessageService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { chinaDay, Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { ageOn, type IsoDate } from '@tongxing/rules';
import { In } from 'typeorm';
import { EvidenceService } from '../papers/evidence.service.js';
import { Person } from '../person.entity.js';
import { reachPerson } from '../reach.js';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentPurposeCode,
  isConsentPurpose,
  purposeOf,
  textHashOf,
} from './consent.purposes.js';
import { Consent, type ConsentBy, type ConsentChannel, type GuardianBasis } from './privacy.entity.js';

/** One purpose as it stands for a person. */
export interface ConsentView extends ConsentPurpose {
  /** null: nobody has asked */
  given: boolean | null;
  at: Date | null;
  channel: ConsentChannel | null;
  saidBy: ConsentBy | null;
  evidenceId: string | null;
}

/** What somebody said off line, as whoever heard it writes it down. */
export interface HeardConsent {
  personId: string;
  purpose: string;
  given: boolean;
  channel: string;
  saidBy: string;
  /** wanted of a guardian */
  guardianBasis?: string | null | undefined;
  /** the signed paper, where there is a picture of it */
  evidenceId?: string | null | undefined;
}

/** One thing that was said, and the name of who wrote it down; null: the person, or nobody who is known any more. */
export interface SaidConsent {
  row: Consent;
  recorder: string | null;
}

/** What stands for somebody, and all that was ever said, the newest first. */
export interface PersonConsents {
  person: Person;
  purposes: (ConsentView & { newest: SaidConsent | null })[];
  history: SaidConsent[];
}

interface Said {
  given: boolean;
  channel: ConsentChannel;
  saidBy: ConsentBy;
  recordedBy: string | null;
  guardianBasis?: GuardianBasis | null;
  evidenceId?: string | null;
}

const HEARD: readonly string[] = ['PAPER', 'CALL', 'FACE'] satisfies ConsentChannel[];
const SAYERS: readonly string[] = ['SELF', 'GUARDIAN'] satisfies ConsentBy[];
const BASES: readonly string[] = ['MINOR', 'KIN', 'COURT', 'APPOINTED'] satisfies GuardianBasis[];
/** 成年: at eighteen. @source 民法典 art. 17 */
const OF_AGE = 18;
/** What an index of people holds. */
const INDEXED: ReadonlySet<string> = new Set(['MATCHING', 'SHORTLIST'] satisfies ConsentPurposeCode[]);
/** Of one person; nobody changes his mind more often. */
const MOST_SHOWN = 200;

/** 同意: what a person has said yes or no to. Rows are added, never changed; the newest counts. */
@Injectable()
export class ConsentService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly parameters: ParameterService,
    private readonly messages: MessageService,
    private readonly caseloads: Caseloads,
    private readonly evidence: EvidenceService,
  ) {}

  /** Text messages are switched at the page of messages too: wherever it is said, it is said once. */
  onModuleInit(): void {
    this.messages.onSmsChoice(async ({ id, personId }, given) => {
      if (personId !== undefined)
        await this.append(personId, 'SMS', { given, channel: 'PORTAL', saidBy: 'SELF', recordedBy: id });
    });
  }

  /** Every purpose of the catalogue as it stands for the viewer. @throws DomainError NOT_FOUND for an account of nobody */
  async mine(viewer: SignedIn): Promise<ConsentView[]> {
    const { id: personId } = await this.self(viewer);
    const rows = await this.unitOfWork.manager.find(Consent, { where: { personId }, order: { serial: 'ASC' } });
    // A helper's own choice about text messages is no word of the person's.
    return this.standing(rows, await this.messages.wantsSms(viewer.onBehalfOf ? { personId } : viewer));
  }

  /**
   * What stands for one of the viewer's people, and what was ever said.
   *
   * @throws DomainError NOT_FOUND for anybody else
   */
  async ofPerson(viewer: SignedIn, personId: string): Promise<PersonConsents> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    const { manager } = this.unitOfWork;
    const rows = await manager.find(Consent, {
      where: { personId },
      order: { at: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
    const ids = [...new Set(rows.flatMap(({ recordedBy }) => recordedBy ?? []))];
    const accounts = ids.length === 0 ? [] : await manager.findBy(Account, { id: In(ids) });
    const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
    const history = rows.map((row) => ({
      row,
      recorder: row.channel === 'PORTAL' ? null : (names.get(row.recordedBy ?? '') ?? null),
    }));
    const bySerial = history.toSorted((one, other) => one.row.serial - other.row.serial);
    const newest = new Map(bySerial.map((said) => [said.row.purpose, said]));
    const sms = await this.messages.wantsSms({ personId });
    const standing = this.standing(
      [...newest.values()].map(({ row }) => row),
      sms,
    );
    const purposes = standing.map((view) => ({ ...view, newest: newest.get(view.code) ?? null }));
    return { person, purposes, history };
  }

  /**
   * Says yes or no to a purpose, for oneself. Said again it changes nothing.
   *
   * @throws DomainError NOT_FOUND; VALIDATION for a purpose that is not in the catalogue; GUARDIAN_REQUIRED
   */
  async set(viewer: SignedIn, purpose: string, given: boolean): Promise<void> {
    const person = await this.self(viewer);
    const code = codeOf(purpose);
    if (given) await this.requireOfAge(person);
    const said: Said = { given, channel: 'PORTAL', saidBy: 'SELF', recordedBy: viewer.id };
    await this.twice(() => (code === 'SMS' ? this.messages.setSms(viewer, given) : this.append(person.id, code, said)));
  }

  /**
   * Writes down what one of the viewer's people, or the guardian, said on paper, in a call or face to face.
   *
   * @throws DomainError NOT_FOUND, VALIDATION, GUARDIAN_REQUIRED
   */
  async record(viewer: SignedIn, heard: HeardConsent): Promise<void> {
    const person = await reachPerson(this.unitOfWork, this.caseloads, viewer, heard.personId);
    const code = codeOf(heard.purpose);
    if (!HEARD.includes(heard.channel))
      throw new DomainError('VALIDATION', '请选是纸上写的、电话里说的，还是当面说的。', { field: 'channel' });
    if (!SAYERS.includes(heard.saidBy))
      throw new DomainError('VALIDATION', '请选是本人还是监护人说的。', { field: 'saidBy' });
    const guardianBasis = this.basisOf(heard, person);
    const evidenceId = heard.evidenceId ?? null;
    if (evidenceId !== null && heard.channel !== 'PAPER')
      throw new DomainError('VALIDATION', '传了签字的纸，请选纸上。', { field: 'channel' });
    if (heard.given && heard.saidBy === 'SELF') await this.requireOfAge(person);
    const said: Said = {
      given: heard.given,
      channel: heard.channel as ConsentChannel,
      saidBy: heard.saidBy as ConsentBy,
      guardianBasis,
      evidenceId,
      recordedBy: viewer.id,
    };
    await this.twice(() =>
      this.unitOfWork.run(async () => {
        if (evidenceId !== null) await this.evidence.use(viewer, evidenceId, person.id, 'CONSENT');
        await this.append(person.id, code, said);
        if (code === 'SMS') await this.messages.setSms({ id: viewer.id, personId: person.id }, said.given);
      }),
    );
  }

  /**
   * What a person said about text messages when visited, in the caller's unit of work. A visit that was uploaded late does not go over what
   * the person has said since.
   */
  async heardAtVisit(recordedBy: string, personId: string, given: boolean, day: IsoDate): Promise<void> {
    this.unitOfWork.requireOpen('what was heard at a visit');
    const newest = await this.newest(personId, 'SMS');
    if (newest !== null && chinaDay(newest.at) > day) return;
    await this.append(personId, 'SMS', { given, channel: 'VISIT', saidBy: 'SELF', recordedBy });
    await this.messages.setSms({ id: recordedBy, personId }, given);
  }

  /** What the demonstration's people have agreed to, on paper. */
  async seedDemo(personIds: readonly string[], purposes: readonly ConsentPurposeCode[]): Promise<void> {
    for (const personId of personIds)
      for (const purpose of purposes)
        await this.append(personId, purpose, { given: true, channel: 'PAPER', saidBy: 'SELF', recordedBy: null });
  }

  /**
   * The newest answer of each person to a purpose.
   *
   * @returns person id → yes or no; who was never asked is not in it
   */
  async answers(personIds: readonly string[], purpose: ConsentPurposeCode): Promise<Map<string, boolean>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.unitOfWork.manager.find(Consent, {
      where: { personId: In([...personIds]), purpose },
      order: { serial: 'ASC' },
    });
    return new Map(rows.map(({ personId, given }) => [personId, given]));
  }

  /** Adds what was said, unless the same was said last and there is no new paper of it. In the caller's unit of work, or its own. */
  private append(personId: string, purpose: ConsentPurposeCode, said: Said): Promise<void> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const text = purposeOf(purpose);
      const textHash = textHashOf(text);
      const newest = await this.newest(personId, purpose);
      const isNewPaper = said.evidenceId != null && said.evidenceId !== newest?.evidenceId;
      if (newest?.given === said.given && newest.textHash === textHash && !isNewPaper) return;
      await manager.insert(Consent, {
        id: newId(),
        personId,
        purpose,
        serial: (newest?.serial ?? 0) + 1,
        textHash,
        textVersion: text.version,
        at: this.clock.now(),
        guardianBasis: null,
        evidenceId: null,
        ...said,
      });
      noteAudit(this.unitOfWork, { target: 'consent', id: personId, after: { purpose, given: said.given } });
      if (INDEXED.has(purpose)) this.unitOfWork.changed('person', personId);
    });
  }

  /** Every purpose as the rows of one person leave it. @param rows the oldest first */
  private standing(rows: readonly Consent[], sms: boolean): ConsentView[] {
    const newest = new Map(rows.map((row) => [row.purpose, row]));
    return CONSENT_PURPOSES.map((purpose) => {
      const row = newest.get(purpose.code);
      // Whoever has not said no gets text messages about the own matters.
      const given = purpose.code === 'SMS' ? sms : (row?.given ?? null);
      const { at = null, channel = null, saidBy = null, evidenceId = null } = row ?? {};
      return { ...purpose, given, at, channel, saidBy, evidenceId };
    });
  }

  private newest(personId: string, purpose: ConsentPurposeCode): Promise<Consent | null> {
    return this.unitOfWork.manager.findOne(Consent, { where: { personId, purpose }, order: { serial: 'DESC' } });
  }

  /** Pressed twice at once: the second finds the first one's row. */
  private async twice(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
      return work();
    });
  }

  private async self(viewer: SignedIn): Promise<Person> {
    const id = Policy.personFor(viewer, 'consent.own');
    const person = id === undefined ? null : await this.unitOfWork.manager.findOneBy(Person, { id });
    if (person === null) throw notFound('您的求职登记');
    return person;
  }

  /** @throws DomainError VALIDATION on `guardianBasis` */
  private basisOf({ saidBy, guardianBasis }: HeardConsent, { birthOn }: Person): GuardianBasis | null {
    if (saidBy !== 'GUARDIAN') return null;
    if (!BASES.includes(guardianBasis ?? ''))
      throw new DomainError('VALIDATION', '请选凭什么是监护人。', { field: 'guardianBasis' });
    if (guardianBasis === 'MINOR' && ageOn(birthOn, this.clock.today()) >= OF_AGE)
      throw new DomainError('VALIDATION', `这个人已满 ${OF_AGE} 周岁。`, {
        field: 'guardianBasis',
        hint: '成年人的监护人，请选别的一项；没有监护人的，请本人说。',
      });
    return guardianBasis as GuardianBasis;
  }

  /** Below an age that an office has entered, a guardian says yes. A no may be said by anybody for himself. */
  private async requireOfAge({ birthOn, divisionCode }: Person): Promise<void> {
    const today = this.clock.today();
    const found = (await this.parameters.lawOf(divisionCode)).find('privacy.guardianAge', today);
    if (found === undefined || ageOn(birthOn, today) >= Number(found.row.value)) return;
    throw new DomainError('GUARDIAN_REQUIRED', `不满 ${found.row.value} 周岁，要监护人同意。`, {
      hint: '请监护人带证件到残联，或请村里的专职委员上门写同意书。',
    });
  }
}

/** @throws DomainError VALIDATION */
function codeOf(purpose: string): ConsentPurposeCode {
  if (isConsentPurpose(purpose)) return purpose;
  throw new DomainError('VALIDATION', '没有这一项同意。', { field: 'purpose', hint: '法律规定要办的事不需要同意。' });
}

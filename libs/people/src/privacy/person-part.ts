import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  AuditEntry,
  Divisions,
  isRole,
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  ROLES,
  sectionOf,
  type Subject,
} from '@tongxing/access';
import { blindColumns, UnitOfWork, whereBlind } from '@tongxing/database';
import { chinaDay, Clock, CryptoProvider } from '@tongxing/platform';
import { type IsoDate, isoDate, yuanText } from '@tongxing/rules';
import { In } from 'typeorm';
import { PastProfile } from '../assessment/past-profile.entity.js';
import { OwnNeed, OwnSection } from '../own/own.entity.js';
import { OWN_SECTIONS } from '../own/own.words.js';
import { Evidence } from '../papers/evidence.entity.js';
import { EvidenceService } from '../papers/evidence.service.js';
import { PhoneChange } from '../phone/phone-change.entity.js';
import { PeopleService } from '../people.service.js';
import { FunctionalProfile, HouseholdMember, Person } from '../person.entity.js';
import { blindPhone, openPerson, sealMember, sealPerson } from '../person.secrets.js';
import {
  EDUCATIONS,
  MEMBER_STATUSES,
  PERSON_STATES,
  POST_KINDS,
  RELATIONS,
  RESIDENCE_KINDS,
  WELFARE_CLASSES,
} from '../person.words.js';
import { purposeOf } from './consent.purposes.js';
import { CHANNEL_WORDS, sayerOf } from './consent.words.js';
import { Consent, DataExportPart, DataRequest, LegalHold } from './privacy.entity.js';

const GONE = '已删除';
const NO_BIRTHDAY = isoDate('1900-01-01');
/** The office's word for a code, as rosters write it. */
const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (Object.entries(words).find(([, known]) => known === code)?.[0] ?? code);

const PAPER_WORDS = { CONSENT: '同意书' } as const;
const KIND_WORDS = { EXPORT: '要一份资料', DELETION: '申请删除' } as const;

/** The record of the register itself: the person, the household, assessments, consents, requests. */
@Injectable()
export class PeoplePart implements PersonPart, OnModuleInit {
  readonly name = 'person';
  readonly tables = [
    Person,
    HouseholdMember,
    FunctionalProfile,
    PastProfile,
    OwnSection,
    OwnNeed,
    Consent,
    Evidence,
    PhoneChange,
    DataRequest,
    DataExportPart,
    LegalHold,
  ];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly divisions: Divisions,
    private readonly parts: PersonParts,
    private readonly evidence: EvidenceService,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect({ personId }: Subject): Promise<PartSection[]> {
    const { manager } = this.unitOfWork;
    const person = await manager.findOneByOrFail(Person, { id: personId });
    const household = await this.people.householdOf(personId);
    const most = { where: { personId }, take: MOST_RECORDS + 1 };
    const profiles = await manager.find(FunctionalProfile, { ...most, order: { assessedOn: 'DESC' } });
    const corrected = await manager.find(PastProfile, { ...most, order: { id: 'DESC' } });
    const sections = await manager.findBy(OwnSection, { personId });
    const needs = await manager.find(OwnNeed, { ...most, order: { id: 'ASC' } });
    const consents = await manager.find(Consent, { ...most, order: { id: 'ASC' } });
    const papers = await this.evidence.ofPerson(personId, MOST_RECORDS + 1);
    const looks = await this.looksAt(papers);
    const requests = await manager.find(DataRequest, { ...most, order: { id: 'ASC' } });
    return [
      { title: '登记信息', rows: [this.record(person)] },
      sectionOf('家庭成员', household?.members ?? [], (member) => ({
        姓名: member.name,
        关系: wordOf(RELATIONS, member.relation),
        出生日期: member.birthOn,
        就业状况: wordOf(MEMBER_STATUSES, member.employmentStatus),
      })),
      sectionOf('能力评估', profiles, (profile) => ({
        评估日期: profile.assessedOn,
        评估人: profile.assessor,
        有效到: profile.validUntil,
        各项等级: Object.entries(profile.levels).map(([item, level]) => `${item} ${level}`),
        自己的辅具: profile.ownAids,
      })),
      sectionOf('改过的能力评估', corrected, (past) => ({
        评估日期: past.assessedOn,
        评估人: past.assessor,
        改以前的各项等级: Object.entries(past.levels).map(([item, level]) => `${item} ${level}`),
        改的时间: past.replacedAt.toISOString(),
      })),
      sectionOf('自己填过的资料', sections, ({ section, savedAt }) => ({
        部分: OWN_SECTIONS[section],
        时间: savedAt.toISOString(),
      })),
      sectionOf('需要什么帮助', needs, (row) => ({
        需要: row.need,
        给谁看: row.shared ? '给单位看' : '只给辅导员看',
        时间: row.saidAt.toISOString(),
      })),
      sectionOf('同意和不同意', consents, (row) => ({
        事项: purposeOf(row.purpose).title,
        意思: row.given ? '同意' : '不同意',
        时间: row.at.toISOString(),
        怎么说的: CHANNEL_WORDS[row.channel],
        谁说的: sayerOf(row),
        看到的文字: `第 ${row.textVersion} 版`,
        签字的纸: row.evidenceId,
      })),
      sectionOf('交来的纸', papers, (row) => ({
        编号: row.id,
        用途: PAPER_WORDS[row.purpose],
        时间: row.uploadedAt.toISOString(),
        格式: row.contentType === 'application/pdf' ? 'PDF' : '照片',
        大小: `${Math.ceil(row.fileBytes / 1024)} KB`,
        在哪里看: '「我的资料」里的「同意了什么」',
        谁看过: looks.get(row.id) ?? [],
      })),
      sectionOf('资料申请', requests, (row) => ({
        事项: KIND_WORDS[row.kind],
        时间: row.requestedAt.toISOString(),
        办到哪一步: row.state,
      })),
    ];
  }

  /**
   * The row becomes a stone with nobody's name on it: what must be kept still points at it. Assessments go. In the household's list the line
   * stays without name and number, since the rights of the others count how many they are.
   */
  async erase({ personId, idBlind }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    const { divisionCode } = await manager.findOneByOrFail(Person, { id: personId });
    await manager.update(Person, { id: personId }, this.stone(personId, divisionCode));
    for (const member of await manager.findBy(HouseholdMember, whereBlind<HouseholdMember>('idBlind', [idBlind]))) {
      const { id } = member;
      const birthOn = isoDate(`${member.birthOn.slice(0, 4)}-01-01`);
      const secrets = sealMember(this.crypto, id, '');
      const nobody = { name: GONE, birthOn, secrets, ...blindColumns('idBlind', null) };
      await manager.update(HouseholdMember, { id }, nobody);
    }
    await manager.delete(PastProfile, { personId });
    await manager.delete(OwnSection, { personId });
    await manager.delete(OwnNeed, { personId });
    await manager.delete(FunctionalProfile, { personId });
    await this.evidence.eraseOf(personId);
    await manager.delete(PhoneChange, { personId });
    const requests = await manager.find(DataRequest, { select: { id: true }, where: { personId } });
    if (requests.length > 0) await manager.delete(DataExportPart, { requestId: In(requests.map(({ id }) => id)) });
    await manager.update(DataRequest, { personId }, { answer: null });
    this.unitOfWork.changed('person', personId);
  }

  /** Who has looked at which paper, and when: the last of each. */
  private async looksAt(papers: readonly Evidence[]): Promise<Map<string, string[]>> {
    const looks = new Map<string, string[]>();
    if (papers.length === 0) return looks;
    const entries = await this.unitOfWork.manager.find(AuditEntry, {
      where: { targetId: In(papers.map(({ id }) => id)), action: 'evidence.read' },
      order: { at: 'DESC' },
      take: MOST_RECORDS,
    });
    for (const { targetId, role, at } of entries) {
      const who = isRole(role) ? ROLES[role] : role;
      looks.set(targetId ?? '', [...(looks.get(targetId ?? '') ?? []), `${who} ${chinaDay(at)}`]);
    }
    return looks;
  }

  private stone(id: string, divisionCode: string): Partial<Person> {
    return {
      name: GONE,
      birthOn: NO_BIRTHDAY,
      divisionCode: divisionCode.slice(0, 6).padEnd(12, '0'),
      residenceDivisionCode: null,
      state: 'ERASED',
      stateOn: this.clock.today(),
      certificateExpiresOn: null,
      employmentStatus: 'UNABLE',
      wantsWork: null,
      skills: [],
      education: null,
      wantedWageFen: null,
      wantedKinds: [],
      commuteKm: null,
      accessNeeds: [],
      graduatedFrom: null,
      graduatedOn: null,
      residence: null,
      welfare: null,
      householdId: null,
      relation: null,
      secrets: sealPerson(this.crypto, id, { idNumber: '' }),
      ...blindColumns('idBlind', null),
      ...blindColumns('veteranBlind', null),
      ...blindColumns('phoneBlind', blindPhone(this.crypto, undefined)),
    };
  }

  private record(person: Person): PartSection['rows'][number] {
    const secrets = openPerson(this.crypto, person);
    const day = (value: IsoDate | null): string | null => value;
    return {
      姓名: person.name,
      性别: person.sex === 'MALE' ? '男' : '女',
      出生日期: person.birthOn,
      身份证号: secrets.idNumber,
      残疾人证号: secrets.certificate ?? null,
      补证号: secrets.suffix ?? null,
      残疾军人证号: secrets.veteran ?? null,
      残疾类别: secrets.category ?? null,
      残疾等级: secrets.grade ?? null,
      证件有效期至: day(person.certificateExpiresOn),
      户籍区划: this.divisions.pathOf(person.divisionCode),
      居住区划: person.residenceDivisionCode === null ? null : this.divisions.pathOf(person.residenceDivisionCode),
      地址: secrets.address ?? null,
      联系电话: secrets.phone ?? null,
      换号以前的电话: secrets.phoneWas ?? null,
      在网上换号的日期: secrets.phoneChangedOn ?? null,
      银行户名: secrets.accountName ?? null,
      银行账号: secrets.accountNumber ?? null,
      就业状况: wordOf(MEMBER_STATUSES, person.employmentStatus),
      求职意愿: person.wantsWork,
      技能: person.skills,
      文化程度: wordOf(EDUCATIONS, person.education),
      期望月薪: person.wantedWageFen === null ? null : `${yuanText(person.wantedWageFen)} 元`,
      期望岗位类型: person.wantedKinds.map((kind) => wordOf(POST_KINDS, kind) ?? kind),
      通勤上限公里: person.commuteKm,
      需要的便利: person.accessNeeds,
      毕业院校: person.graduatedFrom,
      毕业日期: day(person.graduatedOn),
      户口性质: wordOf(RESIDENCE_KINDS, person.residence),
      低保类别: wordOf(WELFARE_CLASSES, person.welfare),
      与户主关系: wordOf(RELATIONS, person.relation),
      状态: wordOf({ ...PERSON_STATES, 残疾人家庭成员: 'MEMBER' }, person.state),
      状态日期: day(person.stateOn),
      登记时间: person.registeredAt.toISOString(),
    };
  }
}

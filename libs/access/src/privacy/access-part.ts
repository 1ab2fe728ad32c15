import { Injectable, type OnModuleInit } from '@nestjs/common';
import { blindColumns, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider } from '@tongxing/platform';
import type { FindOptionsWhere } from 'typeorm';
import { Account, AccountSetup, RecoveryCode, SecondFactor, Session } from '../account.entity.js';
import { AuditEntry } from '../audit/audit.entity.js';
import { ConsentCode, Delegation, DelegationAct } from '../delegation/delegation.entity.js';
import { HELPER_KINDS, scopeText } from '../delegation/delegation.words.js';
import { openAct } from '../delegation/helper-log.service.js';
import { Idempotency } from '../idempotency.entity.js';
import { Message, MessageOptOut, MessageSeen } from '../messages/message.entity.js';
import { Policy } from '../policy.js';
import { Reveal } from '../reveal/reveal.entity.js';
import { sealRevealNote } from '../reveal/reveal.service.js';
import { isRole, ROLES } from '../roles.js';
import {
  MOST_RECORDS,
  type PartSection,
  type PersonPart,
  PersonParts,
  sectionOf,
  type Subject,
} from './person-parts.js';

const MOST = { take: MOST_RECORDS + 1, order: { id: 'DESC' } } as const;
const NOBODY: Readonly<Record<string, string>> = { VISITOR: '访客', JOB: '后台任务', COMMAND: '命令行' };

/** Account, sign-ins, messages, and what was done to the person's things. */
@Injectable()
export class AccessPart implements PersonPart, OnModuleInit {
  readonly name = 'account';
  readonly tables = [
    Account,
    Session,
    SecondFactor,
    RecoveryCode,
    AccountSetup,
    Message,
    MessageOptOut,
    MessageSeen,
    Idempotency,
    AuditEntry,
    Reveal,
    Delegation,
    DelegationAct,
    ConsentCode,
  ];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly parts: PersonParts,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async collect(subject: Subject): Promise<PartSection[]> {
    const { personId, accountId } = subject;
    const { manager } = this.unitOfWork;
    const id = accountId ?? '';
    const account = accountId === null ? null : await manager.findOneBy(Account, { id });
    const sessions = accountId === null ? [] : await manager.find(Session, { where: { accountId }, ...MOST });
    const optOuts = await manager.findBy(
      MessageOptOut,
      ownersOf(subject).map((owner) => ({ owner })),
    );
    const messages = await manager.find(Message, {
      where: [{ personId, kind: 'NOTE' }, ...(accountId === null ? [] : [{ accountId, kind: 'NOTE' as const }])],
      ...MOST,
    });
    const about: FindOptionsWhere<AuditEntry>[] = [{ targetId: personId }, { onBehalfOf: personId }];
    const entries = await manager.find(AuditEntry, {
      where: accountId === null ? about : [...about, { actorId: accountId }, { targetId: accountId }],
      ...MOST,
    });
    const delegations = await manager.find(Delegation, { where: { personId }, ...MOST });
    const acts = await manager.find(DelegationAct, { where: { personId }, ...MOST });
    return [
      sectionOf('账号', account === null ? [] : [account], (row) => ({
        账号名: row.login,
        显示的名字: row.displayName,
        身份: row.roles.map((role) => ROLES[role]),
        开通时间: row.createdAt.toISOString(),
      })),
      sectionOf('登录记录', sessions, (row) => ({
        登录时间: row.createdAt.toISOString(),
        最近使用: row.lastSeenAt.toISOString(),
        浏览器: row.agent,
      })),
      sectionOf('不收短信', optOuts, (row) => ({ 从什么时候起: row.since.toISOString() })),
      sectionOf('消息', messages, (row) => ({
        时间: row.createdAt.toISOString(),
        内容: this.crypto.open(row.text, `message|text|${row.id}`),
        短信内容: row.smsText === null ? null : this.crypto.open(row.smsText, `message|smsText|${row.id}`),
        短信号码: row.phone === null ? null : this.crypto.open(row.phone, `message|phone|${row.id}`),
      })),
      sectionOf('帮我办事的人', delegations, (row) => ({
        是谁: HELPER_KINDS[row.kind],
        能办: scopeText(row.scopes),
        从: row.from,
        到: row.until,
        停止时间: row.endedAt?.toISOString() ?? null,
      })),
      sectionOf('代办记录', acts, (row) => ({ 时间: row.at.toISOString(), 办了什么: openAct(this.crypto, row) })),
      sectionOf('操作记录', entries, (row) => ({
        时间: row.at.toISOString(),
        谁: isRole(row.role) ? ROLES[row.role] : (NOBODY[row.role] ?? row.role),
        做了什么: Policy.sentenceOf(row.action) ?? row.action,
        原因: row.reason,
      })),
    ];
  }

  /** The audit chain holds nothing personal and stays whole; the account stays as a name of nobody for what it did. */
  async erase(subject: Subject): Promise<void> {
    const { personId, accountId } = subject;
    const { manager } = this.unitOfWork;
    await manager.delete(Message, { personId });
    // That somebody was helped stays with whose hand it was: the chain names both by number.
    await manager.delete(ConsentCode, { personId });
    await manager.delete(DelegationAct, { personId });
    await this.endDelegations(subject);
    for (const { id } of await manager.findBy(Reveal, { subjectId: personId }))
      await manager.update(Reveal, { id }, { note: sealRevealNote(this.crypto, id, '') });
    for (const owner of ownersOf(subject)) await manager.delete(MessageOptOut, { owner });
    if (accountId === null) return;
    await manager.delete(Message, { accountId });
    await manager.delete(MessageSeen, { accountId });
    for (const entity of [Session, RecoveryCode, AccountSetup]) await manager.delete(entity, { accountId });
    await manager.delete(SecondFactor, { accountId });
    await manager.delete(Idempotency, { actorId: accountId });
    await manager.update(
      Account,
      { id: accountId },
      {
        login: `erased.${accountId}`,
        displayName: '已删除',
        passwordHash: '',
        roles: [],
        ...blindColumns('idBlind', null),
        idNumber: null,
        personId: null,
        disabled: true,
      },
    );
  }

  /** Nobody helps somebody who is gone, and somebody who is gone helps nobody. What was typed or said goes with them. */
  private async endDelegations({ personId, accountId }: Subject): Promise<void> {
    const { manager } = this.unitOfWork;
    const ended = { live: null, endedAt: this.clock.now() };
    await manager.update(Delegation, { personId, live: 1 }, { ...ended, endedBy: 'PERSON' });
    await manager.update(Delegation, { personId }, { helperTyped: null, consentNote: null });
    if (accountId === null) return;
    await manager.update(Delegation, { helperId: accountId, live: 1 }, { ...ended, endedBy: 'HELPER' });
    await manager.update(Delegation, { helperId: accountId }, { helperTyped: null });
  }
}

const ownersOf = ({ personId, accountId }: Subject): string[] => [personId, ...(accountId === null ? [] : [accountId])];

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, cursorOf, newId, type PageArgs, readCursor } from '@tongxing/platform';
import { In, LessThan } from 'typeorm';
import { Account } from '../account.entity.js';
import { currentlyActing } from '../audit/acting.js';
import { MessageService } from '../messages/message.service.js';
import { PersonDirectory } from '../person-directory.js';
import { POLICY } from '../policy.table.js';
import type { OnBehalfOf, Viewer } from '../viewer.js';
import { type Delegation, DelegationAct } from './delegation.entity.js';
import { scopeText } from './delegation.words.js';
import { helpedBy } from './standing.js';

const SAID = Symbol('what a helper did');

/** A line of the log as it is read. */
export interface ActView {
  id: string;
  at: Date;
  actorId: string;
  personId: string;
  text: string;
}

type ActOf = Pick<Delegation, 'id' | 'personId' | 'helperId'>;

/**
 * Says in plain words what the current unit of work does, for the log of a helper and the message to the person: 申请了岗位「社区保洁员」.
 * Without a helper it says nothing; what a helper does and nobody words is worded by its scope.
 */
export const sayHelped = (unitOfWork: UnitOfWork, words: string): void =>
  void unitOfWork.keep<string[]>(SAID, () => []).push(words);

/** 代办记录: every write of a helper leaves a line and a message to the person, whether its code thought of it or not. */
@Injectable()
export class HelperLog implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    private readonly people: PersonDirectory,
    private readonly messages: MessageService,
  ) {}

  onModuleInit(): void {
    this.unitOfWork.endWith(async ({ wrote, kept }) => {
      const who = currentlyActing();
      const helped = helpedBy(who);
      if (!wrote || !helped || !who?.viewer || !who.action) return;
      for (const words of kept<string[]>(SAID) ?? [wordsOf(who.action)])
        await this.noteHelped(who.viewer, helped, words);
    });
  }

  /** A line about a delegation, in the caller's unit of work. */
  async note({ id, personId, helperId }: ActOf, actorId: string, text: string): Promise<void> {
    this.unitOfWork.requireOpen('a line of the log');
    const act = newId();
    await this.unitOfWork.manager.insert(DelegationAct, {
      id: act,
      delegationId: id,
      personId,
      actorId,
      helperId,
      at: this.clock.now(),
      text: this.crypto.seal(text, boundTo(act)),
    });
  }

  /** A message to a person of the register, in the portal and to the phone. In the caller's unit of work. */
  async tellPerson(personId: string, text: string): Promise<void> {
    const phone = (await this.people.find(personId))?.phone;
    await this.messages.tell({ personId, kind: 'NOTE', text, ...(phone ? { phone } : {}) });
  }

  /** What was done for a person, or by a helper; newest first, one more than asked for. */
  async page(
    of: { personId: string } | { helperId: string },
    { first, after }: PageArgs,
  ): Promise<{ rows: ActView[]; totalCount: number }> {
    const { manager } = this.unitOfWork;
    const totalCount = await manager.countBy(DelegationAct, of);
    const id = after ? { id: LessThan(readCursor(after, 1)[0] as string) } : {};
    const rows = await manager.find(DelegationAct, { where: { ...of, ...id }, order: { id: 'DESC' }, take: first + 1 });
    const view = rows.map((row) => {
      const { id, at, actorId, personId } = row;
      return { id, at, actorId, personId, text: openAct(this.crypto, row) };
    });
    return { rows: view, totalCount };
  }

  cursorFor(row: { id: string }): string {
    return cursorOf(row.id);
  }

  /** Names of those who acted. */
  async namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    if (accountIds.length === 0) return new Map();
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true, displayName: true },
      where: { id: In([...new Set(accountIds)]) },
    });
    return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  }

  private async noteHelped(viewer: Viewer, { delegationId, personId }: OnBehalfOf, words: string): Promise<void> {
    await this.note({ id: delegationId, personId, helperId: viewer.id }, viewer.id, words);
    const text = `${viewer.displayName}在同行帮您${words}。不是您同意的，请打 12385，或在「帮我办事的人」里停止。`;
    await this.tellPerson(personId, text);
  }
}

const boundTo = (id: string): string => `delegation_act|text|${id}`;

/** The words of a line of the log. */
export const openAct = (crypto: CryptoProvider, { id, text }: Pick<DelegationAct, 'id' | 'text'>): string =>
  crypto.open(text, boundTo(id));

/** For code that says nothing: the scope's own words. */
const wordsOf = (action: string): string =>
  `办了一件事：${scopeText((POLICY.find((row) => row.action === action)?.helper ?? []).slice(0, 1))}`;

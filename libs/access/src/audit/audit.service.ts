import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndingUnit, insertRows, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, currentTraceId, newId, redact } from '@tongxing/platform';
import { helpedBy } from '../delegation/standing.js';
import { Policy } from '../policy.js';
import type { Role } from '../roles.js';
import { type Acting, currentlyActing } from './acting.js';
import { AuditChain, AuditEntry } from './audit.entity.js';
import { CHAIN_START, entryHash } from './chain.js';

const NOTES = Symbol('audit notes');
const MAX_REASON = 200;
/** The chain of what belongs to no county. */
const NOWHERE = '000000000000';

/** What an act was about, as the code that did it knows. */
export interface AuditNote {
  /** kebab-case name of the thing: `benefit-application` */
  target?: string;
  id?: string;
  /** where the matter lies; otherwise the region of who acts */
  divisionCode?: string;
  /** instead of the action of the request */
  action?: string;
  /** what the target was and became: only digests of them are kept */
  before?: object;
  after?: object;
  reason?: string | null;
  onBehalfOf?: string;
  /** who acts, where no request says so: the account behind a job, or at the door */
  actorId?: string | null;
  role?: Role;
}

/** Says what the current unit of work does, for its audit entry. One note is one entry. */
export const noteAudit = (unitOfWork: UnitOfWork, note: AuditNote): void =>
  void unitOfWork.keep<AuditNote[]>(NOTES, () => []).push(note);

/**
 * Writes the audit chain. Every unit of work that changes something at somebody's request leaves an entry, whether its code thought of it or
 * not; a note of the code says more.
 */
@Injectable()
export class AuditService implements OnModuleInit {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
  ) {}

  onModuleInit(): void {
    this.unitOfWork.endWith((unit) => this.write(unit));
  }

  /** Writes an entry of its own, for what changes nothing else: a look at a clear number, a refused sign-in. */
  async record(note: AuditNote): Promise<void> {
    await this.unitOfWork.run(async () => noteAudit(this.unitOfWork, note));
  }

  private async write(unit: EndingUnit): Promise<void> {
    const who = currentlyActing();
    const said = unit.kept<AuditNote[]>(NOTES) ?? [];
    const notes = said.length > 0 ? said : unit.wrote && who?.action !== undefined ? [{}] : [];
    const byChain = new Map<string, AuditNote[]>();
    for (const note of notes) {
      const chain = (note.divisionCode ?? placeOf(who)).slice(0, 6);
      byChain.set(chain, [...(byChain.get(chain) ?? []), note]);
    }
    // In one order everywhere, so that two units never wait for each other.
    for (const chain of [...byChain.keys()].sort()) await this.append(chain, byChain.get(chain) as AuditNote[], who);
  }

  private async append(chain: string, notes: readonly AuditNote[], who: Acting | undefined): Promise<void> {
    const { manager } = this.unitOfWork;
    const raise = () =>
      manager
        .createQueryBuilder()
        .update(AuditChain)
        .set({ seq: () => 'seq + :count' })
        .setParameter('count', notes.length)
        .where({ chain })
        .execute();
    if ((await raise()).affected === 0) {
      await manager
        .createQueryBuilder()
        .insert()
        .orIgnore()
        .into(AuditChain)
        .values({ chain, seq: 0, hash: CHAIN_START })
        .execute();
      await raise();
    }
    const end = await manager.findOneByOrFail(AuditChain, { chain });
    let prevHash = end.hash;
    const entries = notes.map((note, index) => {
      const entry = { ...this.entry(chain, note, who), seq: end.seq - notes.length + 1 + index, prevHash };
      prevHash = entryHash(this.crypto, entry);
      return { id: newId(), ...entry, hash: prevHash };
    });
    await insertRows(manager, AuditEntry, entries);
    await manager.update(AuditChain, { chain }, { hash: prevHash });
  }

  private entry(chain: string, note: AuditNote, who: Acting | undefined) {
    const viewer = who?.viewer ?? null;
    const action = note.action ?? who?.action ?? 'unnamed';
    const digest = (value: object | undefined): string | null =>
      value === undefined ? null : this.crypto.digest('audit|digest', JSON.stringify(value));
    return {
      chain,
      at: this.clock.wall(),
      actorId: viewer?.id ?? note.actorId ?? null,
      onBehalfOf: note.onBehalfOf ?? helpedBy(who)?.personId ?? null,
      role: (viewer && Policy.roleFor(viewer, action)) ?? note.role ?? who?.kind ?? 'JOB',
      divisionCode: note.divisionCode ?? placeOf(who),
      action,
      targetKind: note.target ?? null,
      targetId: note.id ?? null,
      before: digest(note.before),
      after: digest(note.after),
      // A reason is typed by hand: a number in it stays out of the chain, where nothing can be taken out again.
      reason: note.reason ? [...redact(note.reason)].slice(0, MAX_REASON).join('') : null,
      address: who?.address ?? null,
      trace: currentTraceId() ?? null,
    };
  }
}

/** Where a matter lies that says nothing of it: with the person helped, else with who acts. */
const placeOf = (who: Acting | undefined): string =>
  helpedBy(who)?.divisionCode ?? who?.viewer?.divisionCode ?? NOWHERE;

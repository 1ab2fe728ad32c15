import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@tongxing/database';
import {
  chinaDay,
  cursorOf,
  CryptoProvider,
  maskName,
  maskNumbers,
  type Page,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { Between, type FindOptionsWhere, In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Account } from '../account.entity.js';
import { Policy } from '../policy.js';
import { Reveal } from '../reveal/reveal.entity.js';
import { openRevealNote } from '../reveal/reveal.service.js';
import { isRole, ROLES } from '../roles.js';
import type { Viewer } from '../viewer.js';
import { AuditChain, AuditEntry } from './audit.entity.js';
import { AuditService } from './audit.service.js';
import type { AuditAnchorNode, AuditEntryNode, AuditReportNode, AuditTrailArgs } from './audit.types.js';
import { AnchorService } from './anchors.js';
import { AuditVerifier } from './verifier.js';

const CHINA = '+08:00';
/** One an hour, and a few by hand. */
const MAX_ANCHORS = 100;
const NOBODY: Readonly<Record<string, string>> = { VISITOR: '访客', JOB: '后台任务', COMMAND: '命令行' };

/** The chain of a viewer's county, to read and to verify. */
@Injectable()
export class TrailService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CryptoProvider) private readonly crypto: CryptoProvider,
    private readonly audit: AuditService,
    private readonly verifier: AuditVerifier,
    private readonly anchors: AnchorService,
  ) {}

  /** Entries of the viewer's region, newest first. @throws DomainError CURSOR_INVALID */
  async page(
    viewer: Viewer,
    { first, after, action, actorId, targetId, from, to }: AuditTrailArgs,
  ): Promise<Page<AuditEntryNode>> {
    const { manager } = this.unitOfWork;
    const days = spanOf(from, to);
    const where: FindOptionsWhere<AuditEntry> = {
      chain: viewer.divisionCode.slice(0, 6),
      ...(action === undefined ? {} : { action }),
      ...(actorId === undefined ? {} : { actorId }),
      ...(targetId === undefined ? {} : { targetId }),
      ...(days === undefined ? {} : { at: days }),
    };
    const before = after === undefined ? {} : { seq: LessThan(Number(readCursor(after, 1)[0])) };
    const rows = await manager.find(AuditEntry, {
      where: { ...where, ...before },
      order: { seq: 'DESC' },
      take: first + 1,
    });
    const [names, notes] = [await this.namesOf(rows), await this.revealNotesOf(rows)];
    return pageOf(
      rows,
      first,
      await manager.countBy(AuditEntry, where),
      ({ seq }) => cursorOf(seq),
      (row) => nodeOf(row, names, notes),
    );
  }

  /** Recomputes the chain of the viewer's county; that somebody looked is an entry itself. */
  async verify(viewer: Viewer): Promise<AuditReportNode> {
    const chain = viewer.divisionCode.slice(0, 6);
    const report = await this.verifier.verify(chain);
    const end = await this.unitOfWork.manager.findOneBy(AuditChain, { chain });
    await this.audit.record({ target: 'audit-chain', after: { ok: report.ok, entries: report.entries } });
    const { ok, entries, anchors, faults } = report;
    return { ok, entries, anchors, fault: faults[0] ?? null, head: end?.hash ?? null };
  }

  /** What was typed at looks at clear values, by entry: it is kept beside the chain, and goes with its key. */
  private async revealNotesOf(rows: readonly AuditEntry[]): Promise<Map<string, string>> {
    const traces = rows.flatMap(({ action, trace }) => (action.startsWith('reveal.') && trace ? [trace] : []));
    if (traces.length === 0) return new Map();
    const reveals = await this.unitOfWork.manager.findBy(Reveal, { trace: In(traces) });
    return new Map(
      rows.flatMap(({ id, action, trace, actorId, targetId }) => {
        const reveal = reveals.find(
          (one) =>
            one.trace === trace &&
            one.accountId === actorId &&
            one.subjectId === targetId &&
            `reveal.${one.field}` === action,
        );
        return reveal ? [[id, maskNumbers(openRevealNote(this.crypto, reveal))]] : [];
      }),
    );
  }

  /** Anchors of the viewer's county of one day in China, oldest first; at most the newest {@link MAX_ANCHORS}. */
  async anchorsOf(viewer: Viewer, day: string): Promise<AuditAnchorNode[]> {
    const chain = viewer.divisionCode.slice(0, 6);
    const ofDay = (await this.anchors.all()).filter(
      (anchor) => anchor.chain === chain && chinaDay(new Date(anchor.at)) === day,
    );
    return ofDay.slice(-MAX_ANCHORS).map((anchor) => ({
      seq: anchor.seq,
      at: anchor.at,
      hash: anchor.hash,
      signer: String(anchor.seal).split('.')[2] ?? '',
      ours: this.anchors.isOurs(anchor),
    }));
  }

  private async namesOf(rows: readonly AuditEntry[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.map(({ actorId }) => actorId).filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true, displayName: true, personId: true },
      where: { id: In(ids) },
    });
    return new Map(
      accounts.map(({ id, displayName, personId }) => [id, personId === null ? displayName : maskName(displayName)]),
    );
  }
}

/** Instants of whole days in China. */
function spanOf(from: string | undefined, to: string | undefined) {
  const start = from === undefined ? undefined : new Date(`${from}T00:00:00.000${CHINA}`);
  const end = to === undefined ? undefined : new Date(`${to}T23:59:59.999${CHINA}`);
  if (start && end) return Between(start, end);
  return start ? MoreThanOrEqual(start) : end && LessThanOrEqual(end);
}

const nodeOf = (
  row: AuditEntry,
  names: ReadonlyMap<string, string>,
  notes: ReadonlyMap<string, string>,
): AuditEntryNode => ({
  id: row.id,
  seq: row.seq,
  at: row.at.toISOString(),
  actorId: row.actorId,
  actorName: row.actorId === null ? null : (names.get(row.actorId) ?? null),
  roleName: isRole(row.role) ? ROLES[row.role] : (NOBODY[row.role] ?? row.role),
  action: row.action,
  says: Policy.sentenceOf(row.action),
  divisionCode: row.divisionCode,
  targetKind: row.targetKind,
  targetId: row.targetId,
  reason: row.reason,
  note: notes.get(row.id) ?? null,
  trace: row.trace,
  hash: row.hash,
});

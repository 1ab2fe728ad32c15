import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Caseloads, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { SealedPlaces, UnitOfWork } from '@tongxing/database';
import { FileVault, readPaper } from '@tongxing/imports';
import { defineJob, JobService } from '@tongxing/jobs';
import {
  Clock,
  CONFIG,
  type Config,
  CryptoProvider,
  DomainError,
  newId,
  notFound,
  sha256Hex,
} from '@tongxing/platform';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { reachPerson } from '../reach.js';
import { Evidence, type EvidencePurpose } from './evidence.entity.js';

const dropEvidence = defineJob<{ evidenceId: string }>({ name: 'drop-evidence' });

const PURPOSES: readonly string[] = ['CONSENT'] satisfies EvidencePurpose[];
const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' };
const DAY_MS = 24 * 60 * 60_000;
const AT_ONCE = 200;
const WHAT = '这张材料';

/** A paper with its bytes. */
export interface OpenedPaper {
  evidence: Evidence;
  content: Buffer;
  extension: string;
}

/** 证明材料: papers of people, brought in by who works with them. Bytes first, then the row that says they are there. */
@Injectable()
export class EvidenceService implements OnModuleInit {
  readonly vault: FileVault;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    crypto: CryptoProvider,
    @Inject(CONFIG) config: Config,
    private readonly caseloads: Caseloads,
    private readonly jobs: JobService,
    private readonly places: SealedPlaces,
  ) {
    this.vault = new FileVault('evidence', join(config.dataDir, 'evidence'), 'evidence', crypto);
  }

  onModuleInit(): void {
    this.places.register(this.vault);
    this.jobs.handle(dropEvidence, async ({ evidenceId }) => this.vault.drop(evidenceId));
  }

  /**
   * Takes a paper of one of the viewer's people.
   *
   * @returns its id
   * @throws DomainError NOT_FOUND for anybody else's; VALIDATION on `purpose`; what {@link readPaper} throws
   */
  async receive(viewer: SignedIn, personId: string, purpose: string, content: Buffer): Promise<string> {
    if (!PURPOSES.includes(purpose)) throw new DomainError('VALIDATION', '没有这种用途。', { field: 'purpose' });
    const { divisionCode } = await reachPerson(this.unitOfWork, this.caseloads, viewer, personId);
    const paper = await readPaper(content);
    const id = newId();
    this.vault.write(id, paper.content);
    await this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.insert(Evidence, {
        id,
        personId,
        divisionCode,
        purpose: purpose as EvidencePurpose,
        contentType: paper.contentType,
        fileBytes: paper.content.length,
        sha256: sha256Hex(paper.content),
        uploadedById: viewer.id,
        uploadedAt: this.clock.now(),
        usedAt: null,
      });
      noteAudit(this.unitOfWork, { target: 'evidence', id, divisionCode, after: { personId, purpose } });
    });
    return id;
  }

  /**
   * The bytes of a paper, for who may see it: the person, who brought it in, the office of the region, a counsellor of the person. Every look
   * is in the audit chain before a byte leaves.
   *
   * @throws DomainError NOT_FOUND for everybody else, and where the file is gone
   */
  async open(viewer: SignedIn, id: string): Promise<OpenedPaper> {
    const evidence = await this.unitOfWork.manager.findOneBy(Evidence, { id });
    if (evidence === null || !(await this.maySee(viewer, evidence))) throw notFound(WHAT);
    const content = this.vault.read(id, evidence.sha256);
    if (content === undefined) throw notFound(WHAT);
    const { divisionCode, contentType } = evidence;
    const look = { action: 'evidence.read', target: 'evidence', id, divisionCode };
    await this.unitOfWork.run(async () => noteAudit(this.unitOfWork, look));
    return { evidence, content, extension: EXTENSIONS[contentType] ?? 'bin' };
  }

  /**
   * Something rests on this paper from now on; in the caller's unit of work.
   *
   * @throws DomainError VALIDATION on `evidenceId` for a paper of somebody else, for another purpose, or that somebody else brought in
   */
  async use(viewer: SignedIn, id: string, personId: string, purpose: EvidencePurpose): Promise<void> {
    this.unitOfWork.requireOpen('the use of a paper');
    const { manager } = this.unitOfWork;
    const own = { id, personId, purpose, uploadedById: viewer.id };
    if (!(await manager.existsBy(Evidence, own)))
      throw new DomainError('VALIDATION', '没有这张材料，或者过期删了。', { field: 'evidenceId', hint: '请重新传。' });
    await manager.update(Evidence, { id, usedAt: IsNull() }, { usedAt: this.clock.now() });
  }

  /** Every paper of a person, the newest first. */
  ofPerson(personId: string, most: number): Promise<Evidence[]> {
    return this.unitOfWork.manager.find(Evidence, { where: { personId }, order: { id: 'DESC' }, take: most });
  }

  /** Takes away all papers of a person, in the caller's unit of work; the files go once it has committed. */
  async eraseOf(personId: string): Promise<void> {
    this.unitOfWork.requireOpen('the deletion of papers');
    const { manager } = this.unitOfWork;
    for (const { id } of await manager.find(Evidence, { select: { id: true }, where: { personId } }))
      await this.jobs.enqueue(dropEvidence, { evidenceId: id });
    await manager.delete(Evidence, { personId });
  }

  /**
   * 到期清理: papers that nothing rests on, and files that have no row: an upload that was cut off.
   *
   * @param held people under a legal hold
   * @returns how many papers
   */
  async forget(before: Date, held: readonly string[]): Promise<number> {
    let gone = 0;
    for (;;) {
      const rows = await this.unitOfWork.manager.find(Evidence, {
        select: { id: true },
        where: {
          usedAt: IsNull(),
          uploadedAt: LessThan(before),
          ...(held.length > 0 ? { personId: Not(In(held)) } : {}),
        },
        take: AT_ONCE,
      });
      if (rows.length === 0) break;
      gone += await this.unitOfWork.run(async () => {
        let dropped = 0;
        for (const { id } of rows) {
          // In the meantime something may have come to rest on it.
          const { affected } = await this.unitOfWork.manager.delete(Evidence, { id, usedAt: IsNull() });
          if (affected !== 1) continue;
          await this.jobs.enqueue(dropEvidence, { evidenceId: id });
          dropped += 1;
        }
        return dropped;
      });
    }
    await this.dropLost();
    return gone;
  }

  private async dropLost(): Promise<void> {
    const old = this.vault.ids().filter((id) => madeAt(id) < this.clock.wall().getTime() - DAY_MS);
    for (let from = 0; from < old.length; from += AT_ONCE) {
      const some = old.slice(from, from + AT_ONCE);
      const rows = await this.unitOfWork.manager.find(Evidence, { select: { id: true }, where: { id: In(some) } });
      const known = new Set(rows.map(({ id }) => id));
      for (const id of some) if (!known.has(id)) this.vault.drop(id);
    }
  }

  private async maySee(viewer: SignedIn, { personId, divisionCode, uploadedById }: Evidence): Promise<boolean> {
    if (viewer.personId === personId) return true;
    if (viewer.roles.includes('OFFICER') && Policy.covers(viewer, divisionCode)) return true;
    if (!Policy.can(viewer, 'evidence.upload')) return false;
    return uploadedById === viewer.id || (await this.caseloads.holds(viewer.id, personId));
  }
}

/** When a UUIDv7 was made, in milliseconds. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

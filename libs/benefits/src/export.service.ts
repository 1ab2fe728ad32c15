import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CONFIG, type Config, CryptoProvider, newId, notFound, sha256Hex } from '@tongxing/platform';
import { BATCH_MACHINE, instructionKey } from '@tongxing/rules';
import { In } from 'typeorm';
import { type BankBatch, bankFileBytes, type BankProfile, DEFAULT_PROFILE, profileOf } from './bank-profiles.js';
import { BatchService } from './batch.service.js';
import { EligibilityService, schemeOf } from './eligibility.service.js';
import { FileVault } from './file-vault.js';
import { openAccount } from './payee.js';
import { BankFile, Batch, Instruction, type Payout } from './payout.entity.js';
import { pieces, stateConflict, stepTo } from './state.js';

/** A file that was handed out, with its bytes. */
export interface HandedFile {
  file: BankFile;
  content: Buffer;
}

/** 银行文件: intents first, then bytes; the same bytes however often it is asked for. */
@Injectable()
export class ExportService {
  readonly vault: FileVault;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    @Inject(CONFIG) config: Config,
    private readonly batches: BatchService,
    private readonly eligibility: EligibilityService,
  ) {
    this.vault = new FileVault(join(config.dataDir, 'bank-files'), crypto);
  }

  /**
   * Writes a released batch for the bank. The upload by a person is an unknown outcome too: every line is an instruction INTENT, committed,
   * before the file can be had. A second call gives the same file.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT, BATCH_HASH_MISMATCH, NOT_ENCODABLE
   */
  async exportBatch(viewer: SignedIn, batchId: string, profileCode = DEFAULT_PROFILE): Promise<BankFile> {
    const batch = await this.batches.byId(viewer, batchId);
    const standing = await this.fileOf(batchId, 'BATCH');
    if (standing !== null) return standing;
    const profile = profileOf(profileCode);
    if (batch.state === 'RELEASED') await this.claim(viewer, batch, profile);
    else if (batch.state !== 'EXPORTED') stepTo(BATCH_MACHINE, batch.state, 'export');
    const content = bankFileBytes(profile, await this.content(batch));
    return this.keep(viewer, batch, 'BATCH', profile.code, `${batch.number}.${profile.extension}`, content);
  }

  /** Keeps a file: bytes first, then the row that says they are there. @returns the standing row when there is one */
  async keep(
    viewer: SignedIn,
    batch: Batch,
    kind: BankFile['kind'],
    profile: string,
    fileName: string,
    content: Buffer,
  ): Promise<BankFile> {
    const id = newId();
    this.vault.write(id, content);
    const row = {
      id,
      batchId: batch.id,
      kind,
      profile,
      fileName,
      sha256: sha256Hex(content),
      fileBytes: content.length,
      divisionCode: batch.divisionCode,
      createdById: viewer.id,
      createdAt: this.clock.now(),
    };
    try {
      await this.unitOfWork.run(() => insertRows(this.unitOfWork.manager, BankFile, [row]));
    } catch (error) {
      // Only a twin that was faster makes these bytes needless; after a lost connection the row may well stand.
      if (!isDuplicateKey(error)) throw error;
      this.vault.drop(id);
    }
    const standing = await this.fileOf(batch.id, kind);
    if (standing === null) throw new Error('a bank file was written but has no row');
    return standing;
  }

  fileOf(batchId: string, kind: BankFile['kind']): Promise<BankFile | null> {
    return this.unitOfWork.manager.findOneBy(BankFile, { batchId, kind });
  }

  /** The bytes of a file. A lost one is written again from the rows and must come out the same. @throws DomainError NOT_FOUND */
  async open(viewer: SignedIn, id: string): Promise<HandedFile> {
    const file = await this.unitOfWork.manager.findOneBy(BankFile, { id });
    if (file === null || !Policy.covers(viewer, file.divisionCode)) throw notFound('这个文件');
    const kept = this.vault.read(file.id, file.sha256);
    if (kept !== undefined) return { file, content: kept };
    if (file.kind !== 'BATCH') throw notFound('这个文件');
    const batch = await this.batches.byId(viewer, file.batchId);
    const content = bankFileBytes(profileOf(file.profile), await this.content(batch));
    if (sha256Hex(content) !== file.sha256) throw new Error(`the file of batch ${batch.number} cannot be made again`);
    this.vault.write(file.id, content);
    return { file, content };
  }

  /** RELEASED → EXPORTED, payouts SENDING, one INTENT a line: committed before any byte leaves. */
  private async claim(viewer: SignedIn, batch: Batch, profile: BankProfile): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const payouts = await this.batches.payoutsOf(batch.id);
      await this.batches.requireSealed(batch, payouts);
      await this.requireEligible(payouts);
      // Looked at before anything moves: a name that the bank cannot write must not leave payouts half sent.
      bankFileBytes(
        profile,
        this.bankBatch(batch, payouts, (payout) => instructionKey(payout.id, payout.seq + 1)),
      );
      const { id, state, version } = batch;
      const to = stepTo(BATCH_MACHINE, state, 'export');
      if (!(await guardedUpdate(manager, Batch, { id, state, version }, { state: to }))) throw stateConflict();
      await this.batches.movePayouts(batch, 'QUEUED', 'claim', viewer);
      await insertRows(
        manager,
        Instruction,
        payouts.map((payout) => newInstruction(payout, batch.id, payout.seq + 1, this.clock.now())),
      );
      await this.batches.note(batch, 'export', to, viewer);
    });
  }

  private async requireEligible(payouts: readonly Payout[]): Promise<void> {
    for (const part of pieces(payouts)) {
      const changes = await this.eligibility.changes(part.map((payout) => payout.applicationId));
      const lines = part.flatMap((payout) => (changes.has(payout.applicationId) ? payouts.indexOf(payout) + 1 : []));
      if (lines.length > 0) throw stateConflict(`第 ${lines.slice(0, 20).join('、')} 行的人不再符合条件，没有导出。`);
    }
  }

  private async content(batch: Batch): Promise<BankBatch> {
    const { manager } = this.unitOfWork;
    const payouts = await this.batches.payoutsOf(batch.id);
    const keys = new Map<string, string>();
    for (const ids of pieces(payouts.map((payout) => payout.id))) {
      for (const row of await manager.findBy(Instruction, { batchId: batch.id, payoutId: In(ids) }))
        keys.set(row.payoutId, row.instructionKey);
    }
    return this.bankBatch(batch, payouts, (payout) => keys.get(payout.id) as string);
  }

  private bankBatch(batch: Batch, payouts: readonly Payout[], keyOf: (payout: Payout) => string): BankBatch {
    return {
      number: batch.number,
      totalFen: batch.totalFen,
      lines: payouts.map((payout, index) => ({
        line: index + 1,
        key: keyOf(payout),
        ...openAccount(this.crypto, 'payout', payout),
        amountFen: payout.amountFen,
        purpose: `${schemeOf(payout.schemeCode).name} ${batch.number}`,
      })),
    };
  }
}

/** An attempt that is about to be made. */
export const newInstruction = (payout: Payout, batchId: string, seq: number, createdAt: Date) => ({
  id: newId(),
  payoutId: payout.id,
  batchId,
  seq,
  instructionKey: instructionKey(payout.id, seq),
  amountFen: payout.amountFen,
  accountBlind: payout.accountBlind,
  state: 'INTENT' as const,
  live: 1 as const,
  unknownSince: null,
  checkAt: null,
  checks: 0,
  failure: null,
  createdAt,
  settledAt: null,
});

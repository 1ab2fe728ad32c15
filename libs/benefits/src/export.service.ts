import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { type ExportSource, FileVault, type HandedOut } from '@tongxing/imports';
import { Clock, CONFIG, type Config, CryptoProvider, newId, notFound, sha256Hex } from '@tongxing/platform';
import { BATCH_MACHINE, instructionKey } from '@tongxing/rules';
import { In } from 'typeorm';
import { type BankBatch, bankFileBytes, type BankProfile, profileOf } from './bank-profiles.js';
import { BatchService } from './batch.service.js';
import { ChainService, type SealedOrder, wholeMismatch } from './chain.service.js';
import { ClearanceService } from './clearance.service.js';
import { schemeOf } from './eligibility.service.js';
import { BankFile, Batch, Instruction, type Payout } from './payout.entity.js';
import { pieces, stateConflict, stepTo } from './state.js';

/** A file that was handed out, with its bytes. */
export interface HandedFile {
  file: BankFile;
  content: Buffer;
}

/** 银行文件: intents first, then bytes; the same bytes however often it is asked for. */
@Injectable()
export class ExportService implements ExportSource {
  readonly name = 'bank-files';
  readonly action = 'bankFile.read';
  readonly vault: FileVault;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
    @Inject(CONFIG) config: Config,
    private readonly batches: BatchService,
    private readonly chain: ChainService,
    private readonly clearance: ClearanceService,
  ) {
    this.vault = new FileVault('bank-files', join(config.dataDir, 'bank-files'), 'bank_file', crypto);
  }

  /**
   * First half of an export, in the caller's unit of work. The upload by a person is an unknown outcome too: every line is an instruction
   * INTENT, committed, before the file can be had. Does nothing where that is done.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT, BATCH_HASH_MISMATCH, NOT_ENCODABLE
   */
  async intend(viewer: SignedIn, batchId: string, profileCode: string): Promise<void> {
    this.unitOfWork.requireOpen('an export');
    const batch = await this.batches.byId(viewer, batchId);
    const profile = profileOf(profileCode);
    if (batch.state === 'RELEASED') await this.claim(viewer, batch, profile);
    else if ((await this.fileOf(batchId, 'BATCH')) === null) requireExported(batch);
  }

  /**
   * Second half, in no unit of work: the file. The same one however often it is asked for; one that was interrupted is written where the
   * rows still are as sealed.
   *
   * @throws DomainError NOT_FOUND, STATE_CONFLICT, BATCH_HASH_MISMATCH, NOT_ENCODABLE
   */
  async batchFile(viewer: SignedIn, batchId: string, profileCode: string): Promise<BankFile> {
    const batch = await this.batches.byId(viewer, batchId);
    const standing = await this.fileOf(batchId, 'BATCH');
    if (standing !== null) return standing;
    requireExported(batch);
    const profile = profileOf(profileCode);
    const content = await this.content(batch, profile);
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

  async handOut(viewer: SignedIn, id: string): Promise<HandedOut | null> {
    const file = await this.unitOfWork.manager.findOneBy(BankFile, { id });
    if (file === null || !Policy.covers(viewer, file.divisionCode)) return null;
    const { content } = await this.open(viewer, id);
    return { fileName: file.fileName, plainName: 'bank-file', contentType: 'application/octet-stream', content };
  }

  /** The bytes of a file. A lost one is written again from the rows and must come out the same. @throws DomainError NOT_FOUND, BATCH_HASH_MISMATCH */
  async open(viewer: SignedIn, id: string): Promise<HandedFile> {
    const file = await this.unitOfWork.manager.findOneBy(BankFile, { id });
    if (file === null || !Policy.covers(viewer, file.divisionCode)) throw notFound('这个文件');
    const kept = this.vault.read(file.id, file.sha256);
    if (kept !== undefined) return { file, content: kept };
    if (file.kind !== 'BATCH') throw notFound('这个文件');
    const batch = await this.batches.byId(viewer, file.batchId);
    const content = await this.content(batch, profileOf(file.profile));
    if (sha256Hex(content) !== file.sha256) throw new Error(`the file of batch ${batch.number} cannot be made again`);
    this.vault.write(file.id, content);
    return { file, content };
  }

  /** RELEASED → EXPORTED, payouts SENDING, one INTENT a line: committed before any byte leaves. */
  private async claim(viewer: SignedIn, batch: Batch, profile: BankProfile): Promise<void> {
    const { manager } = this.unitOfWork;
    const payouts = await this.batches.payoutsOf(batch.id);
    await this.clearance.requireClear(batch, payouts);
    const attempts = payouts.map((payout) => newInstruction(payout, batch.id, this.clock.now()));
    // Looked at before anything moves: a name that the bank cannot write must not leave payouts half sent.
    bankFileBytes(profile, bankBatch(batch, await this.chain.orders(batch, payouts, attempts)));
    const { id, state, version } = batch;
    const to = stepTo(BATCH_MACHINE, state, 'export');
    if (!(await guardedUpdate(manager, Batch, { id, state, version }, { state: to }))) throw stateConflict();
    await this.batches.movePayouts(batch, 'QUEUED', 'claim', viewer);
    await insertRows(manager, Instruction, attempts);
    await this.batches.note(batch, 'export', to, viewer);
  }

  /** The file of a batch whose intents are committed. @throws DomainError BATCH_HASH_MISMATCH, NOT_ENCODABLE; nothing has changed then */
  private async content(batch: Batch, profile: BankProfile): Promise<Buffer> {
    const payouts = await this.batches.payoutsOf(batch.id);
    const attempts: Instruction[] = [];
    for (const ids of pieces(payouts.map((payout) => payout.id)))
      attempts.push(...(await this.unitOfWork.manager.findBy(Instruction, { batchId: batch.id, payoutId: In(ids) })));
    return bankFileBytes(profile, bankBatch(batch, await this.chain.orders(batch, payouts, attempts)));
  }
}

/** @throws DomainError STATE_CONFLICT in the words of the machine */
function requireExported({ state }: Batch): void {
  if (state !== 'EXPORTED') stepTo(BATCH_MACHINE, state, 'export');
}

/** @throws DomainError BATCH_HASH_MISMATCH when the lines do not come to what was sealed: a payout is missing */
function bankBatch({ number, lineCount, totalFen }: Batch, orders: readonly SealedOrder[]): BankBatch {
  const sum = orders.reduce((total, order) => total + order.amountFen, 0);
  if (orders.length !== lineCount || sum !== totalFen) throw wholeMismatch();
  return {
    number,
    totalFen,
    lines: orders.map(({ schemeCode, ...order }) => ({ ...order, purpose: `${schemeOf(schemeCode).name} ${number}` })),
  };
}

/** An attempt that is about to be made. */
export const newInstruction = ({ id, seq, amountFen, accountBlind }: Payout, batchId: string, createdAt: Date) => ({
  id: newId(),
  payoutId: id,
  batchId,
  seq: seq + 1,
  instructionKey: instructionKey(id, seq + 1),
  amountFen,
  accountBlind,
  state: 'INTENT' as const,
  live: 1 as const,
  unknownSince: null,
  checkAt: null,
  checks: 0,
  failure: null,
  createdAt,
  settledAt: null,
  version: 1,
});

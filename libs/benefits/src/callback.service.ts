import { Injectable } from '@nestjs/common';
import { noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { JobService } from '@tongxing/jobs';
import { Clock, DomainError, newId, type PageArgs, readCursor } from '@tongxing/platform';
import { judgeReturnRow } from '@tongxing/rules';
import { Brackets, IsNull } from 'typeorm';
import { BankGateway, type BankWord, type CallbackHeaders } from './bank-gateway.js';
import { BankCallback, Batch, type CallbackVerdict, Instruction, Payout } from './payout.entity.js';
import { askBank } from './send.service.js';

/** Messages that somebody has to look at. */
export const CONFLICTS = ['UNMATCHED', 'AMOUNT_MISMATCH', 'STATE_CONFLICT'] as const satisfies CallbackVerdict[];

/** What became of a message, in words. */
export const CALLBACK_WORDS: Readonly<Record<CallbackVerdict, string>> = {
  ASK: '收下，向银行查询',
  SAME: '和账上一致',
  UNMATCHED: '没有这个指令号',
  AMOUNT_MISMATCH: '金额和应发的不一样，已暂停',
  STATE_CONFLICT: '和账上已有的结果矛盾',
};

const MAX_PROFILE = 40;

/** Held back until a person has looked: a payout that no message should let go on by itself. */
const HOLDS: Partial<Record<CallbackVerdict, string>> = {
  AMOUNT_MISMATCH: '银行通知的金额和应发的不一样。',
  STATE_CONFLICT: '银行先说失败，又说已付。',
};

/** 银行通知: what a bank says by itself. It settles nothing: what fits makes us ask, what does not is kept for a person. */
@Injectable()
export class CallbackService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly gateway: BankGateway,
    private readonly jobs: JobService,
  ) {}

  /**
   * Takes a message in, once however often it comes.
   *
   * @returns ASK: the bank will be asked; SAME: our books say so already; UNMATCHED: no such key; AMOUNT_MISMATCH: the payout is held back;
   * STATE_CONFLICT: our books say otherwise
   * @throws DomainError AUTH_FAILED for a signature that is not the bank's, which leaves an entry in the audit chain; VALIDATION;
   * IDEMPOTENCY_MISMATCH when the number of the message stands for another one
   */
  async receive(profile: string, headers: CallbackHeaders, body: Buffer): Promise<CallbackVerdict> {
    const word = profile.length <= MAX_PROFILE ? this.gateway.verifyCallback(profile, headers, body) : null;
    if (word === null) {
      await this.unitOfWork.run(async () =>
        noteAudit(this.unitOfWork, { action: 'bankCallback', target: 'bank-callback', reason: '签名不对，没有受理' }),
      );
      throw new DomainError('AUTH_FAILED', '银行通知的签名不对，没有受理。', { hint: '请核对签名的密钥和内容。' });
    }
    try {
      return await this.unitOfWork.run(async () => (await this.standing(profile, word)) ?? this.take(profile, word));
    } catch (error) {
      // Its twin was faster by a moment.
      const standing = isDuplicateKey(error) ? await this.standing(profile, word) : undefined;
      if (standing === undefined) throw error;
      return standing;
    }
  }

  /** Conflicts of the viewer's region, the newest first, those of unknown keys too; one more than asked for. */
  async conflicts(viewer: SignedIn, { first, after }: PageArgs): Promise<{ rows: BankCallback[]; totalCount: number }> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(BankCallback, 'callback')
      .where('callback.verdict IN (:...conflicts)', { conflicts: CONFLICTS })
      .andWhere(
        new Brackets((where) =>
          where
            .where('callback.divisionCode IS NULL')
            .orWhere('callback.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` }),
        ),
      )
      .orderBy('callback.id', 'DESC')
      .limit(first + 1);
    const totalCount = await query.clone().getCount();
    if (after) query.andWhere('callback.id < :after', { after: readCursor(after, 1)[0] });
    return { rows: await query.getMany(), totalCount };
  }

  private async standing(profile: string, word: BankWord): Promise<CallbackVerdict | undefined> {
    const row = await this.unitOfWork.manager.findOneBy(BankCallback, { profile, externalId: word.id });
    if (row === null) return undefined;
    if (row.instructionKey === word.key && row.result === word.result && row.amountFen === word.amountFen)
      return row.verdict;
    throw new DomainError('IDEMPOTENCY_MISMATCH', '同一个通知号来了不同的内容。', { field: 'id' });
  }

  private async take(profile: string, word: BankWord): Promise<CallbackVerdict> {
    const { manager } = this.unitOfWork;
    const instruction = await manager.findOneBy(Instruction, { instructionKey: word.key });
    const batch = instruction && (await manager.findOneByOrFail(Batch, { id: instruction.batchId }));
    const verdict = judge(word, instruction);
    if (instruction !== null) await this.holdBack(word, instruction, verdict);
    const divisionCode = batch?.divisionCode ?? null;
    await insertRows(manager, BankCallback, [
      {
        id: newId(),
        profile,
        externalId: word.id,
        instructionKey: word.key,
        instructionId: instruction?.id ?? null,
        divisionCode,
        result: word.result,
        amountFen: word.amountFen,
        verdict,
        receivedAt: this.clock.now(),
      },
    ]);
    if (verdict === 'ASK' && instruction !== null)
      await this.jobs.enqueue(askBank, { instructionId: instruction.id }, { uniqueName: `ask-bank ${instruction.id}` });
    noteAudit(this.unitOfWork, {
      action: 'bankCallback',
      target: 'instruction',
      ...(instruction === null ? {} : { id: instruction.id }),
      ...(divisionCode === null ? {} : { divisionCode }),
      reason: CALLBACK_WORDS[verdict],
    });
    return verdict;
  }

  /** Another amount freezes the payout; money that moved after it was said to have failed stops the next attempt. */
  private async holdBack(word: BankWord, { payoutId }: Instruction, verdict: CallbackVerdict): Promise<void> {
    const hold = verdict === 'STATE_CONFLICT' && word.result === 'FAILED' ? undefined : HOLDS[verdict];
    if (hold === undefined) return;
    await this.unitOfWork.manager.update(Payout, { id: payoutId, hold: IsNull() }, { hold });
  }
}

/** A message is one line of a return file. */
function judge(word: BankWord, instruction: Instruction | null): CallbackVerdict {
  const { key, result, amountFen } = word;
  const row = { row: 1, batchNumber: null, key, account: null, amountFen, result, reason: null };
  const verdict = judgeReturnRow(
    row,
    instruction === null ? undefined : { key, account: '', amountFen: instruction.amountFen, state: instruction.state },
  );
  if (verdict === 'PAID' || verdict === 'FAILED') return 'ASK';
  if (verdict === 'UNCHANGED') return 'SAME';
  if (verdict.code === 'RETURN_UNKNOWN_LINE') return 'UNMATCHED';
  return verdict.code === 'AMOUNT_MISMATCH' ? 'AMOUNT_MISMATCH' : 'STATE_CONFLICT';
}

import { Injectable } from '@nestjs/common';
import { isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, CryptoProvider, DomainError, newId } from '@tongxing/platform';
import { type AuditNote, noteAudit } from './audit/audit.service.js';
import { Idempotency } from './idempotency.entity.js';

/** The key was taken by a twin of this request while it ran. */
class TakenMeanwhile extends Error {}

const PURPOSE = 'idempotency';
const KEY = /^[A-Za-z0-9_.:-]{8,80}$/;

/** JSON with sorted keys, so that the order of fields makes no other request. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const fields = Object.entries(value as Record<string, unknown>).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

interface Named {
  id?: string;
  batchId?: string;
  importId?: string;
  reason?: string | null;
}

/** What a request was about, for the audit chain: the thing it names, or the one it made. */
function aboutOf(request: unknown, reply: unknown): AuditNote {
  const { id, batchId, importId, reason } = (request ?? {}) as Named;
  const about = id ?? batchId ?? importId ?? ((reply ?? {}) as Named).id;
  return { ...(about ? { id: about } : {}), after: { reply }, ...(reason ? { reason } : {}) };
}

/** Does what a client asks once per key, whatever the network does: the same content gets the same reply. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly crypto: CryptoProvider,
  ) {}

  /**
   * Runs `work` and keeps its reply in one unit of work; a failure keeps nothing, so the client may try again with the same key.
   *
   * @param request what the reply depends on, as JSON
   * @throws DomainError VALIDATION for a malformed key; IDEMPOTENCY_MISMATCH when the key stands for another request
   */
  async once<Reply>(
    actorId: string,
    key: string,
    operation: string,
    request: unknown,
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    if (!KEY.test(key))
      throw new DomainError('VALIDATION', '请求编号要 8 到 80 位字母、数字或横线。', { field: 'idempotencyKey' });
    // Keyed, because an account number in the request could be guessed from a plain hash.
    const text = canonical([operation, request]);
    const kept = await this.kept<Reply>(actorId, key, text);
    if (kept !== undefined) return kept.reply;
    try {
      return await this.unitOfWork.run(async () => {
        const id = await this.take(actorId, key, operation, this.crypto.digest(PURPOSE, text));
        const reply = await work();
        const { affected } = await this.unitOfWork.manager.update(
          Idempotency,
          { id },
          { reply: this.crypto.seal(JSON.stringify(reply ?? null), `idempotency|reply|${id}`) },
        );
        if (affected !== 1) throw new Error('the idempotency row is gone');
        noteAudit(this.unitOfWork, aboutOf(request, reply));
        return reply;
      });
    } catch (error) {
      if (!(error instanceof TakenMeanwhile)) throw error;
      const twin = await this.kept<Reply>(actorId, key, text);
      if (twin === undefined) throw new DomainError('STATE_CONFLICT', '同一个请求正在办理。', { hint: '请稍后刷新。' });
      return twin.reply;
    }
  }

  private async take(actorId: string, key: string, operation: string, requestHash: string): Promise<string> {
    const id = newId();
    const row = { id, actorId, idempotencyKey: key, operation, requestHash, reply: '', createdAt: this.clock.now() };
    try {
      await this.unitOfWork.manager.insert(Idempotency, row);
      return id;
    } catch (error) {
      if (isDuplicateKey(error)) throw new TakenMeanwhile();
      throw error;
    }
  }

  private async kept<Reply>(actorId: string, key: string, text: string): Promise<{ reply: Reply } | undefined> {
    const row = await this.unitOfWork.manager.findOneBy(Idempotency, { actorId, idempotencyKey: key });
    if (row === null) return undefined;
    if (!this.crypto.isDigest(PURPOSE, text, row.requestHash))
      throw new DomainError('IDEMPOTENCY_MISMATCH', '这个请求编号已经用于另一件事。', {
        field: 'idempotencyKey',
        hint: '请刷新页面后重新提交。',
      });
    return { reply: JSON.parse(this.crypto.open(row.reply, `idempotency|reply|${row.id}`)) as Reply };
  }
}

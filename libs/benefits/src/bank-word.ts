import { DomainError } from '@tongxing/platform';
import { parseYuan, RuleRefusal } from '@tongxing/rules';
import type { BankWord } from './bank-gateway.js';

const NUMBER = /^[A-Za-z0-9_-]{1,60}$/;

const unreadable = (field: string): DomainError =>
  new DomainError('VALIDATION', '银行通知的内容不对。', { field, hint: '请银行按约定的格式重发。' });

/**
 * Reads `{"id", "key", "result": "PAID" | "FAILED", "amountYuan"}`, whose signature was checked before.
 *
 * @throws DomainError VALIDATION with the field
 */
export function bankWordOf(body: Buffer): BankWord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw unreadable('body');
  }
  if (typeof parsed !== 'object' || parsed === null) throw unreadable('body');
  const { id, key, result, amountYuan } = parsed as Record<string, unknown>;
  if (typeof id !== 'string' || !NUMBER.test(id)) throw unreadable('id');
  if (typeof key !== 'string' || !NUMBER.test(key)) throw unreadable('key');
  if (result !== 'PAID' && result !== 'FAILED') throw unreadable('result');
  return { id, key, result, amountFen: fenOf(amountYuan) };
}

function fenOf(text: unknown): number {
  try {
    if (typeof text === 'string') return parseYuan(text);
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw unreadable('amountYuan');
}

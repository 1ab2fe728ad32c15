import { readFile } from 'node:fs/promises';
import { DomainError } from '@tongxing/platform';
import type { Outcome } from './command.js';

/** What the stand-alone verifier answers. It shares no code with us, and is called as anybody would call it. */
interface Verifier {
  verifyChain(file: unknown, mine?: unknown): { ok: boolean };
}
interface Reporter {
  reportText(report: { ok: boolean }): string;
}

const VERIFIER = new URL('../../verifier/verify-continuation.mjs', import.meta.url);
const REPORTER = new URL('../../verifier/verify-certificate.mjs', import.meta.url);

async function jsonIn(path: string, field: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT')
      throw new DomainError('NOT_FOUND', '没有找到这个文件。', { field, hint: '请检查路径和文件名。' });
    throw new DomainError('VALIDATION', '文件不是 JSON。', { field, hint: '请用系统导出的证书文件，不要改动。' });
  }
}

/** `verify certificate`: the certificate of an allocation round and of every continuation, auditor's or public; with one's own list, one's own place too. */
export async function verifyCertificate(path: string, minePath?: string): Promise<Outcome> {
  const { verifyChain } = (await import(VERIFIER.href)) as Verifier;
  const { reportText } = (await import(REPORTER.href)) as Reporter;
  const file = await jsonIn(path, 'file');
  const report = verifyChain(file, minePath === undefined ? undefined : await jsonIn(minePath, 'mine'));
  return { json: report, text: reportText(report), failed: !report.ok };
}

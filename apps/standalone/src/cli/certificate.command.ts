import { readFile } from 'node:fs/promises';
import { DomainError } from '@tongxing/platform';
import type { Outcome } from './command.js';

/** What the stand-alone verifier answers. It shares no code with us, and is called as anybody would call it. */
interface Verifier {
  verify(file: unknown, mine?: unknown): { ok: boolean };
  reportText(report: { ok: boolean }): string;
}

const VERIFIER = new URL('../../verifier/verify-certificate.mjs', import.meta.url);

async function jsonIn(path: string, field: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT')
      throw new DomainError('NOT_FOUND', '没有找到这个文件。', { field, hint: '请检查路径和文件名。' });
    throw new DomainError('VALIDATION', '文件不是 JSON。', { field, hint: '请用系统导出的证书文件，不要改动。' });
  }
}

/** `verify certificate`: the certificate of an allocation round, auditor's or public; with one's own list, one's own place too. */
export async function verifyCertificate(path: string, minePath?: string): Promise<Outcome> {
  const { verify, reportText } = (await import(VERIFIER.href)) as Verifier;
  const file = await jsonIn(path, 'file');
  const report = verify(file, minePath === undefined ? undefined : await jsonIn(minePath, 'mine'));
  return { json: report, text: reportText(report), failed: !report.ok };
}

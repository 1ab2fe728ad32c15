import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { DomainError } from '@tongxing/platform';
import { type LevyCaseError, LevyService } from '@tongxing/quota';
import type { LevyCase, LevyEstimate } from '@tongxing/rules';
import type { Outcome } from './command.js';

/** A case with what another calculator says of it: computed and compared. */
interface ExpectedCase {
  case: LevyCase;
  expect?: Record<string, string>;
}

type Entry = LevyCase | ExpectedCase;
type Result = (LevyEstimate | LevyCaseError) & { differs?: { field: string; expected: string; got: string }[] };

const isExpected = (entry: Entry): entry is ExpectedCase =>
  typeof entry === 'object' && entry !== null && 'case' in entry;

async function entriesIn(path: string): Promise<Entry[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new DomainError('NOT_FOUND', '没有找到这个文件。', { field: 'file', hint: '请检查路径和文件名。' });
  }
  let entries: unknown;
  try {
    entries = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    entries = undefined;
  }
  if (!Array.isArray(entries)) {
    throw new DomainError('VALIDATION', '文件不是 JSON 数组。', {
      field: 'file',
      hint: '文件内容应为 [{"id":"…","year":2026,…}]。',
    });
  }
  return entries as Entry[];
}

function compared(entry: Entry, result: LevyEstimate | LevyCaseError): Result {
  if (!isExpected(entry)) return result;
  const got = result as unknown as Record<string, unknown>;
  const differs = Object.entries(entry.expect ?? {})
    .filter(([field, expected]) => got[field] !== expected)
    .map(([field, expected]) => ({ field, expected, got: String(got[field] ?? '') }));
  return differs.length > 0 ? { ...result, differs } : result;
}

/** `levy --file`: every case answered in its place; one that is bad, or differs from what was expected, fails the command, not the others. */
export async function levy(services: INestApplicationContext, path: string): Promise<Outcome> {
  const entries = await entriesIn(path);
  const estimates = await services
    .get(LevyService)
    .estimateAll(entries.map((entry) => (isExpected(entry) ? entry.case : entry)));
  const results = estimates.map((estimate, index) => compared(entries[index] as Entry, estimate));
  return {
    json: results,
    text: JSON.stringify(results, null, 2),
    failed: results.some((result) => 'error' in result || 'differs' in result),
  };
}

import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { ErasureService } from '@tongxing/people';
import { DomainError } from '@tongxing/platform';
import type { Outcome } from './command.js';

const UUID = /^[0-9a-f-]{36}$/;

function idsIn(path: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new DomainError('VALIDATION', '文件读不了，或不是 JSON。', {
      field: 'again',
      hint: '要 erased --json 写出来的那一份。',
    });
  }
  const ids = Array.isArray(list) ? list.map((row: { personId?: unknown }) => row?.personId) : [];
  if (ids.length > 0 && ids.every((id): id is string => typeof id === 'string' && UUID.test(id))) return ids;
  throw new DomainError('VALIDATION', '文件里没有删除名单。', {
    field: 'again',
    hint: '要 erased --json 写出来的那一份。',
  });
}

/** `erased`: who was deleted, by an id that tells nobody who it was; with a list from before a restore, those who came back go again. */
export async function erased(services: INestApplicationContext, { again }: { again?: string }): Promise<Outcome> {
  const erasure = services.get(ErasureService, { strict: false });
  if (again === undefined) {
    const list = await erasure.erased();
    return { json: list, text: list.map(({ personId, at }) => `${at} ${personId}`).join('\n') || 'nobody was deleted' };
  }
  const ids = idsIn(again);
  let done = 0;
  for (const id of ids) done += Number(await erasure.eraseAgain(id));
  return { json: { listed: ids.length, done }, text: `${done} of ${ids.length} had come back and were deleted again` };
}

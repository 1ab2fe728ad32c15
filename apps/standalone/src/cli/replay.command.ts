import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import {
  commonScope,
  ParameterDesk,
  type ParameterEntryInput,
  ParameterService,
  TrialService,
} from '@tongxing/parameters';
import { DomainError } from '@tongxing/platform';
import { LevyTrial } from '@tongxing/quota';
import { type ParameterRow, yuanText } from '@tongxing/rules';
import { type Outcome, progress } from './command.js';

export interface ReplayFlags {
  from: string;
  to?: string;
  with?: string;
}

const PROGRESS_STEPS = 1_000;

function yearOf(text: string, field: string): number {
  if (!/^20\d\d$/.test(text)) throw new DomainError('VALIDATION', `--${field} 要写年度，例如 2026。`, { field });
  return Number(text);
}

/** Rows to try, in the shape of `enterParameter`'s input: checked as if somebody entered them, and never stored. */
async function rowsIn(path: string, desk: ParameterDesk): Promise<ParameterRow[]> {
  let entries: unknown;
  try {
    entries = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const code = (error as { code?: string }).code === 'ENOENT' ? 'NOT_FOUND' : 'VALIDATION';
    throw new DomainError(code, code === 'NOT_FOUND' ? '没有找到这个文件。' : '文件不是 JSON 数组。', {
      field: 'with',
      hint: '文件内容应为 [{"code":"quota.ratio","scope":"64","value":"1.6%","from":"2026-01-01","act":"…"}]。',
    });
  }
  const isEntry = (entry: unknown): entry is ParameterEntryInput =>
    typeof entry === 'object' &&
    entry !== null &&
    ['code', 'scope', 'value', 'from', 'act'].every(
      (field) => typeof (entry as Record<string, unknown>)[field] === 'string',
    );
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new DomainError('VALIDATION', '每一行都要有 code、scope、value、from、act，都是文字。', { field: 'with' });
  return desk.drafts(entries);
}

/** `replay`: every assessment of the years computed again, under the law as it stands and, where rows are given, as it would be. */
export async function replay(services: INestApplicationContext, flags: ReplayFlags): Promise<Outcome> {
  const first = yearOf(flags.from, 'from');
  const last = flags.to === undefined ? Number.MAX_SAFE_INTEGER : yearOf(flags.to, 'to');
  const trial = services.get(LevyTrial);
  const before = await services.get(ParameterService).rows();
  const tried = flags.with === undefined ? [] : await rowsIn(flags.with, services.get(ParameterDesk));
  // On trial each row takes the place of whatever stood in its days.
  const after = services.get(TrialService).replacing(before, tried);
  const years = (await trial.declaredYears()).filter((year) => year >= first && year <= last);
  let shown = 0;
  const found = await trial.compare(
    before,
    after,
    years,
    tried.length === 0 ? '' : commonScope(tried),
    async (done, total) => {
      if (done - shown < PROGRESS_STEPS) return;
      shown = done;
      progress(`${done} of ${total}`);
    },
  );
  const { assessments, changed, refusedBefore, refusedAfter, moved } = found;
  const sums = { beforeYuan: yuanText(found.beforeFen), afterYuan: yuanText(found.afterFen) };
  const json = {
    years: found.years,
    employers: found.employers,
    rows: tried.length,
    assessments,
    changed,
    ...sums,
    refusedBefore,
    refusedAfter,
    largest: moved.map(({ name, year, before: old, after: fresh }) => ({
      name,
      year,
      before: old.text,
      after: fresh.text,
    })),
  };
  const lines = moved.map((one) => `  ${one.year} ${one.name}\n    - ${one.before.text}\n    + ${one.after.text}`);
  const text = [
    `${assessments} assessments of ${found.years.join(', ') || 'no year'}: ${changed} differ; ${sums.beforeYuan} yuan before, ${sums.afterYuan} after; refused ${refusedBefore} before, ${refusedAfter} after`,
    ...lines,
  ].join('\n');
  return { json, text };
}

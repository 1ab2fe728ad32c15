import type { INestApplicationContext } from '@nestjs/common';
import { DirectImportService, type ImportResult } from '@tongxing/imports';
import { type Outcome, progress } from './command.js';

interface ImportFlags {
  dryRun?: boolean;
  all?: boolean;
  encoding?: string;
}

const SHOWN = 50;
const PROGRESS_ROWS = 10_000;

function textOf(result: ImportResult, leftOff: number): string {
  const { kind, rows, wrong, warned, problems, committed } = result;
  const head = `${kind}: ${rows} rows, ${result.new} new, ${result.changed} changed, ${result.unchanged} unchanged, ${wrong} wrong, ${warned} with a warning; ${committed ? 'committed' : 'nothing written'}`;
  const lines = problems
    .slice(0, SHOWN)
    .map(({ row, column, code, severity, message, hint }) =>
      [`  ${severity}`, row === null ? 'file' : `row ${row}`, column ?? '', code, message, hint ?? ''].join('  '),
    );
  const more = problems.length - lines.length + leftOff;
  return [head, ...lines, ...(more > 0 ? [`  … and ${more} more problems`] : [])].join('\n');
}

/** `import <kind> <file>`: one pass over the file; wrong rows are reported and left out. */
export async function importFile(
  services: INestApplicationContext,
  kind: string,
  file: string,
  flags: ImportFlags,
): Promise<Outcome> {
  let shown = 0;
  const { result, leftOff } = await services.get(DirectImportService).importFile(kind, file, {
    dryRun: flags.dryRun === true,
    mode: flags.all === true ? 'ALL' : 'GOOD',
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    onProgress: ({ rows }) => {
      if (rows - shown < PROGRESS_ROWS) return;
      shown = rows;
      progress(`${rows} rows`);
    },
  });
  const refused = result.problems.some(({ row, severity }) => row === null && severity === 'error');
  return { json: result, text: textOf(result, leftOff), failed: refused || result.wrong > 0 };
}

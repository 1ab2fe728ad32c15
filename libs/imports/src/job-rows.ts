import { newId, redact } from '@tongxing/platform';
import type { ImportScope } from './context.js';
import type { ImportJob } from './import-job.entity.js';
import type { Tally } from './result.js';

/** A job row before anything is known of its content. */
export const newJob = (
  file: Pick<ImportJob, 'kind' | 'fileName' | 'sha256' | 'fileBytes' | 'encoding' | 'state'>,
  scope: ImportScope,
  now: Date,
): Omit<ImportJob, 'version'> => ({
  id: newId(),
  ...file,
  format: null,
  divisionScope: scope.divisionScope,
  accountId: scope.accountId ?? null,
  employerId: scope.employerId ?? null,
  rowCount: 0,
  newCount: 0,
  changedCount: 0,
  unchangedCount: 0,
  wrongCount: 0,
  warnedCount: 0,
  committedCount: 0,
  committedThrough: 0,
  codes: {},
  fileProblems: [],
  presentColumns: [],
  unknownColumns: [],
  createdAt: now,
  finishedAt: null,
});

/** Counts of a job row. */
export const countsOf = (tally: Tally) => ({
  rowCount: tally.rows,
  newCount: tally.new,
  changedCount: tally.changed,
  unchangedCount: tally.unchanged,
  wrongCount: tally.wrong,
  warnedCount: tally.warned,
});

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const MAX_FILE_NAME = 120;

/** The name under which an upload is shown: its last path part, without control characters and personal numbers, of bounded length. It never names a file on disk. */
export function shownFileName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = [...redact(last.replace(CONTROL, '').trim())].slice(-MAX_FILE_NAME).join('');
  return clean === '' || clean === '.' || clean === '..' ? '表格' : clean;
}

/** The scope that a job was received under. */
export const scopeOf = (job: ImportJob): ImportScope => ({
  divisionScope: job.divisionScope,
  ...(job.accountId === null ? {} : { accountId: job.accountId }),
  ...(job.employerId === null ? {} : { employerId: job.employerId }),
});

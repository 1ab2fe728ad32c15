import { maskNumbers, newId } from '@tongxing/platform';
import type { ImportScope } from './context.js';
import type { SheetHead } from './file/sheet.js';
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
  epoch: 0,
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

/** What the head of a file says of its columns; a stray cell beside the headers may hold anything. */
export const columnsOf = (head: SheetHead): Pick<ImportJob, 'presentColumns' | 'unknownColumns'> => ({
  presentColumns: head.present,
  unknownColumns: head.unknown.map(maskNumbers),
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
/** What every file system takes, with room for an ending. */
const MAX_FILE_NAME_BYTES = 240;
/** Names of devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name under which an upload is shown: its last path part, without control characters, with numbers of persons masked,
 * of bounded length. It never names a file of ours; whoever saves it under this name can do so anywhere.
 */
export function shownFileName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const characters = [...maskNumbers(last.replace(CONTROL, '').trim())].slice(-MAX_FILE_NAME);
  while (Buffer.byteLength(characters.join('')) > MAX_FILE_NAME_BYTES) characters.shift();
  const clean = characters.join('');
  if (clean === '' || clean === '.' || clean === '..') return '表格';
  return DEVICE.test(clean) ? `表格-${clean}` : clean;
}

/** The scope that a job was received under. */
export const scopeOf = (job: ImportJob): ImportScope => ({
  divisionScope: job.divisionScope,
  ...(job.accountId === null ? {} : { accountId: job.accountId }),
  ...(job.employerId === null ? {} : { employerId: job.employerId }),
});

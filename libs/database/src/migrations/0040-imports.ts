import { columns } from '../columns.js';
import { creates } from './table.js';

/** Files brought in: the job, its staged rows, and the uploaded bytes until they are read. */
export const importMigrations = [
  creates('ImportJob', 1764000004001, 'import_job', {
    columns: [
      columns.id(),
      columns.text('kind', 40),
      columns.text('fileName', 200),
      columns.blind('sha256'),
      columns.integer('fileBytes'),
      columns.nullable(columns.text('format', 8)),
      columns.nullable(columns.text('encoding', 16)),
      columns.state('state'),
      columns.text('divisionScope', 12),
      columns.nullable(columns.ref('accountId')),
      columns.nullable(columns.ref('employerId')),
      columns.integer('rowCount'),
      columns.integer('newCount'),
      columns.integer('changedCount'),
      columns.integer('unchangedCount'),
      columns.integer('wrongCount'),
      columns.integer('warnedCount'),
      columns.integer('committedCount'),
      columns.integer('committedThrough'),
      columns.json('codes'),
      columns.json('fileProblems'),
      columns.json('presentColumns'),
      columns.json('unknownColumns'),
      columns.instant('createdAt'),
      columns.nullable(columns.instant('finishedAt')),
      columns.version(),
    ],
    indices: { ix_import_job_sha: ['sha256', 'kind'], ix_import_job_account: ['accountId', 'createdAt'] },
  }),
  creates('ImportRow', 1764000004002, 'import_row', {
    columns: [
      columns.id(),
      columns.ref('jobId'),
      columns.integer('rowNumber'),
      columns.state('state'),
      columns.nullable(columns.state('outcome')),
      columns.nullable(columns.blind('keyBlind')),
      columns.flag('warned'),
      columns.json('problems'),
      columns.secret('sealed'),
      columns.version(),
    ],
    unique: { ux_import_row_number: ['jobId', 'rowNumber'] },
    indices: { ix_import_row_state: ['jobId', 'state', 'rowNumber'], ix_import_row_key: ['jobId', 'keyBlind'] },
    references: { jobId: 'import_job' },
  }),
  creates('ImportFilePart', 1764000004003, 'import_file_part', {
    columns: [columns.id(), columns.ref('jobId'), columns.integer('part'), columns.secret('sealed')],
    unique: { ux_import_file_part: ['jobId', 'part'] },
    references: { jobId: 'import_job' },
  }),
];

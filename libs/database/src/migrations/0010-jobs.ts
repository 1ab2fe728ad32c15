import { columns } from '../columns.js';
import { creates } from './table.js';

/** Background work as rows. */
export const jobMigrations = [
  creates('Job', 1764000001000, 'job', {
    columns: [
      columns.id(),
      columns.text('name', 60),
      columns.json('payload'),
      columns.state('state'),
      columns.instant('runAt'),
      columns.integer('attempts'),
      columns.nullable(columns.text('uniqueName', 120)),
      columns.nullable(columns.ref('leaseOwner')),
      columns.nullable(columns.instant('leaseUntil')),
      columns.nullable(columns.text('lastError', 200)),
      columns.instant('createdAt'),
      columns.nullable(columns.instant('finishedAt')),
      columns.version(),
    ],
    unique: { ux_job_unique_name: ['uniqueName'] },
    indices: { ix_job_due: ['state', 'runAt'] },
  }),
];

import { columns } from '../columns.js';
import { creates } from './table.js';

/** Applications for posts. */
export const matchingMigrations = [
  creates('JobApplication', 1764000008001, 'job_application', {
    columns: [
      columns.id(),
      columns.ref('personId'),
      columns.ref('postId'),
      columns.division('divisionCode'),
      columns.state('state'),
      columns.nullable(columns.integer('live')),
      columns.state('answer'),
      columns.day('appliedOn'),
      columns.flag('shareNeeds'),
      columns.secret('secrets'),
      columns.text('idempotencyKey', 80),
      columns.instant('createdAt'),
      columns.version(),
    ],
    unique: {
      ux_job_application_live: ['personId', 'postId', 'live'],
      ux_job_application_key: ['personId', 'idempotencyKey'],
    },
    indices: { ix_job_application_post: ['postId', 'live'] },
    references: { personId: 'person', postId: 'post' },
  }),
];

import { columns } from '../columns.js';
import { creates } from './table.js';

/** Caseloads and visits of counsellors. */
export const campaignMigrations = [
  creates('CaseAssignment', 1764000011001, 'case_assignment', {
    columns: [
      columns.id(),
      columns.ref('personId'),
      columns.ref('counsellorId'),
      columns.division('divisionCode'),
      columns.state('reason'),
      columns.day('assignedOn'),
      columns.nullable(columns.day('dueOn')),
      columns.nullable(columns.day('lastVisitOn')),
      columns.nullable(columns.day('endedOn')),
      columns.nullable(columns.integer('live')),
      columns.version(),
    ],
    unique: { ux_case_assignment_live: ['personId', 'live'] },
    indices: { ix_case_assignment_counsellor: ['counsellorId', 'live', 'dueOn'] },
    references: { personId: 'person', counsellorId: 'account' },
  }),
  creates('Visit', 1764000011002, 'visit', {
    columns: [
      columns.id(),
      columns.ref('personId'),
      columns.ref('recordedBy'),
      columns.division('divisionCode'),
      columns.day('visitedOn'),
      columns.state('met'),
      columns.nullable(columns.state('situation')),
      columns.nullable(columns.flag('wantsWork')),
      columns.json('needs'),
      columns.nullable(columns.flag('smsConsent')),
      columns.nullable(columns.day('nextOn')),
      columns.secret('secrets'),
      columns.blind('contentHash'),
      columns.instant('recordedAt'),
      columns.version(),
    ],
    indices: { ix_visit_person: ['personId', 'visitedOn'] },
    references: { personId: 'person', recordedBy: 'account' },
  }),
];

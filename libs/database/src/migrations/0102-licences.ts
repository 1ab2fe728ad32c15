import { columns } from '../columns.js';
import { creates } from './table.js';

/** Licences and certificates of occupation that people hold. */
export const licenceMigrations = [
  creates('PersonLicence', 1764000008510, 'person_licence', {
    columns: [
      columns.id(),
      columns.ref('personId'),
      columns.text('kind', 30),
      columns.nullable(columns.secret('number')),
      columns.nullable(columns.day('issuedOn')),
      columns.nullable(columns.day('validUntil')),
      columns.nullable(columns.ref('seenById')),
      columns.nullable(columns.text('seenBy', 60)),
      columns.nullable(columns.instant('seenAt')),
      columns.version(),
    ],
    unique: { ux_person_licence: ['personId', 'kind'] },
    references: { personId: 'person' },
  }),
];

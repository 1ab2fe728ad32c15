import { columns } from '../columns.js';
import { alters, creates } from './table.js';

/** What employers declare of a year: their staff, and the disabled people among it. */
export const quotaMigrations = [
  creates('QuotaReturn', 1764000009001, 'quota_return', {
    columns: [
      columns.id(),
      columns.ref('employerId'),
      columns.integer('year'),
      columns.json('monthlyHeadcount'),
      columns.nullable(columns.integer('dispatched')),
      columns.nullable(columns.integer('seasonalWorkers')),
      columns.nullable(columns.integer('seasonalMonths')),
      columns.fen('payrollFen'),
      columns.state('state'),
      columns.nullable(columns.day('filedOn')),
      columns.instant('updatedAt'),
      columns.version(),
    ],
    unique: { ux_quota_return_year: ['employerId', 'year'] },
    references: { employerId: 'employer' },
  }),
  creates('CountedHire', 1764000009002, 'counted_hire', {
    columns: [
      columns.id(),
      columns.ref('employerId'),
      columns.integer('year'),
      columns.nullable(columns.ref('personId')),
      columns.text('name', 60),
      columns.state('sex'),
      columns.day('birthOn'),
      columns.state('form'),
      columns.nullable(columns.text('dispatcherCode', 18)),
      columns.nullable(columns.state('countedSide')),
      columns.flag('countedHere'),
      columns.day('contractFrom'),
      columns.nullable(columns.day('contractTo')),
      columns.json('monthlyWageFen'),
      columns.json('insuranceMonths'),
      columns.blind('idBlind'),
      columns.secret('secrets'),
      columns.instant('declaredAt'),
      columns.version(),
    ],
    unique: { ux_counted_hire_person: ['employerId', 'year', 'idBlind'] },
    indices: { ix_counted_hire_id: ['idBlind', 'year'] },
    references: { employerId: 'employer', personId: 'person' },
  }),
  alters('CountedHireBlindKeys', 1764000011100, 'counted_hire', {
    adds: [columns.nullable(columns.blind('idBlind2'))],
    loosens: [columns.blind('idBlind')],
    unique: { ux_counted_hire_person2: ['employerId', 'year', 'idBlind2'] },
    indices: { ix_counted_hire_id2: ['idBlind2', 'year'] },
  }),
];

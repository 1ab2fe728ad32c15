import { columns } from '../columns.js';
import { alters, creates } from './table.js';

/** Organisations and the posts they offer. */
export const employerMigrations = [
  creates('Employer', 1764000007001, 'employer', {
    columns: [
      columns.id(),
      columns.text('name', 100),
      columns.text('creditCode', 18),
      columns.state('unitKind'),
      columns.nullable(columns.flag('stateOwned')),
      columns.nullable(columns.state('adminLevel')),
      columns.nullable(columns.integer('establishment')),
      columns.nullable(columns.flag('schoolOrKindergarten')),
      columns.division('divisionCode'),
      columns.nullable(columns.text('address', 200)),
      columns.nullable(columns.integer('longitude')),
      columns.nullable(columns.integer('latitude')),
      columns.nullable(columns.text('collector', 60)),
      columns.secret('secrets'),
      columns.instant('registeredAt'),
      columns.version(),
    ],
    unique: { ux_employer_credit_code: ['creditCode'] },
    indices: { ix_employer_division: ['divisionCode', 'id'] },
  }),
  creates('Post', 1764000007002, 'post', {
    columns: [
      columns.id(),
      columns.ref('employerId'),
      columns.text('title', 60),
      columns.state('kind'),
      columns.nullable(columns.text('welfareKind', 32)),
      columns.integer('openings'),
      columns.division('workDivisionCode'),
      columns.division('divisionCode'),
      columns.nullable(columns.integer('longitude')),
      columns.nullable(columns.integer('latitude')),
      columns.flag('remote'),
      columns.fen('wageLowFen'),
      columns.fen('wageHighFen'),
      columns.nullable(columns.integer('weeklyHours')),
      columns.nullable(columns.flag('nightShift')),
      columns.nullable(columns.state('minEducation')),
      columns.json('skills'),
      columns.json('licences'),
      columns.nullable(columns.json('demands')),
      columns.json('provisions'),
      columns.day('publishedOn'),
      columns.day('closesOn'),
      columns.nullable(columns.text('legalBasis', 200)),
      columns.state('state'),
      columns.version(),
    ],
    unique: { ux_post_natural: ['employerId', 'title', 'workDivisionCode', 'publishedOn'] },
    indices: { ix_post_employer: ['employerId', 'state'], ix_post_public: ['state', 'publishedOn', 'id'] },
    references: { employerId: 'employer' },
  }),
  // What an employer writes: the work in own words, and the task behind each demand.
  alters('PostWriting', 1764000008100, 'post', {
    adds: [columns.nullable(columns.text('description', 500)), columns.nullable(columns.json('tasks'))],
  }),
  // Whoever brings an employer in looks for its name first.
  alters('EmployerName', 1764000011120, 'employer', { indices: { ix_employer_name: ['name'] } }),
];

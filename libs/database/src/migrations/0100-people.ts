import { columns } from '../columns.js';
import { alters, creates, splits } from './table.js';

/** Certificate holders, their households, and what counsellors assessed. */
export const peopleMigrations = [
  creates('Household', 1764000006001, 'household', {
    columns: [
      columns.id(),
      columns.text('number', 40),
      columns.text('countyCode', 6),
      columns.nullable(columns.day('membersKnownOn')),
      columns.version(),
    ],
    unique: { ux_household_number: ['countyCode', 'number'] },
  }),
  creates('Person', 1764000006002, 'person', {
    columns: [
      columns.id(),
      columns.text('name', 60),
      columns.state('sex'),
      columns.day('birthOn'),
      columns.division('divisionCode'),
      columns.nullable(columns.division('residenceDivisionCode')),
      columns.state('state'),
      columns.nullable(columns.day('stateOn')),
      columns.nullable(columns.day('certificateExpiresOn')),
      columns.state('employmentStatus'),
      columns.nullable(columns.flag('wantsWork')),
      columns.json('skills'),
      columns.nullable(columns.state('education')),
      columns.nullable(columns.fen('wantedWageFen')),
      columns.json('wantedKinds'),
      columns.nullable(columns.integer('commuteKm')),
      columns.json('accessNeeds'),
      columns.nullable(columns.text('graduatedFrom', 80)),
      columns.nullable(columns.day('graduatedOn')),
      columns.nullable(columns.state('residence')),
      columns.nullable(columns.state('welfare')),
      columns.nullable(columns.ref('householdId')),
      columns.nullable(columns.state('relation')),
      columns.secret('secrets'),
      columns.blind('idBlind'),
      columns.nullable(columns.blind('veteranBlind')),
      columns.instant('registeredAt'),
      columns.version(),
    ],
    unique: { ux_person_id: ['idBlind'] },
    indices: {
      ix_person_veteran: ['veteranBlind'],
      ix_person_division: ['divisionCode', 'state'],
      ix_person_household: ['householdId'],
    },
    references: { householdId: 'household' },
  }),
  creates('HouseholdMember', 1764000006003, 'household_member', {
    columns: [
      columns.id(),
      columns.ref('householdId'),
      columns.text('name', 60),
      columns.state('sex'),
      columns.day('birthOn'),
      columns.state('relation'),
      columns.state('employmentStatus'),
      columns.nullable(columns.flag('wantsWork')),
      columns.blind('idBlind'),
      columns.secret('secrets'),
      columns.version(),
    ],
    unique: { ux_household_member: ['householdId', 'idBlind'] },
    indices: { ix_household_member_id: ['idBlind'] },
    references: { householdId: 'household' },
  }),
  creates('FunctionalProfile', 1764000006004, 'functional_profile', {
    columns: [
      columns.id(),
      columns.ref('personId'),
      columns.text('assessor', 60),
      columns.day('assessedOn'),
      columns.nullable(columns.day('validUntil')),
      columns.json('levels'),
      columns.json('ownAids'),
      columns.version(),
    ],
    unique: { ux_functional_profile_day: ['personId', 'assessedOn'] },
    references: { personId: 'person' },
  }),
  // Null until a job has opened the row and indexed what it holds.
  alters('PersonPhone', 1764000006014, 'person', {
    adds: [columns.nullable(columns.blind('phoneBlind'))],
    indices: { ix_person_phone: ['phoneBlind'] },
  }),
  // A blind index has a column for each of two keys, so that one key can take the other's place while the system is used.
  alters('PersonBlindKeys', 1764000006120, 'person', {
    adds: ['idBlind2', 'veteranBlind2', 'phoneBlind2'].map((name) => columns.nullable(columns.blind(name))),
    loosens: [columns.blind('idBlind')],
    unique: { ux_person_id2: ['idBlind2'] },
    indices: { ix_person_veteran2: ['veteranBlind2'], ix_person_phone2: ['phoneBlind2'] },
  }),
  alters('HouseholdMemberBlindKeys', 1764000006121, 'household_member', {
    adds: [columns.nullable(columns.blind('idBlind2'))],
    loosens: [columns.blind('idBlind')],
    unique: { ux_household_member2: ['householdId', 'idBlind2'] },
    indices: { ix_household_member_id2: ['idBlind2'] },
  }),
  alters('HouseholdBlindKeys', 1764000006122, 'household', {
    adds: [
      columns.nullable(columns.secret('secrets')),
      columns.nullable(columns.blind('numberBlind')),
      columns.nullable(columns.blind('numberBlind2')),
    ],
    unique: {
      ux_household_blind: ['countyCode', 'numberBlind'],
      ux_household_blind2: ['countyCode', 'numberBlind2'],
    },
  }),
  // 户号 that tell of a person stood as B and 32 digits of their blind index in the column of all numbers.
  splits('HouseholdNumber', 1764000006123, {
    table: 'household',
    set: 'numberBlind',
    from: 'number',
    begins: 'B',
    length: 33,
  }),
];

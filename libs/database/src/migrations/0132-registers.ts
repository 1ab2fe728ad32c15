import { columns } from '../columns.js';
import { creates } from './table.js';

/** One table for every kind of register; what a kind has of its own stands in `content`. */
export const registerMigrations = [
  creates('RegisterEntry', 1764000008460, 'register_entry', {
    columns: [
      columns.id(),
      columns.state('kind'),
      columns.division('divisionCode'),
      columns.text('name', 60),
      columns.state('category'),
      columns.day('openedOn'),
      columns.nullable(columns.day('closedOn')),
      columns.nullable(columns.state('closeReason')),
      columns.nullable(columns.integer('live')),
      columns.json('content'),
      columns.nullable(columns.secret('secrets')),
      columns.version(),
    ],
    unique: { ux_register_entry_name: ['kind', 'divisionCode', 'name', 'live'] },
    indices: { ix_register_entry_category: ['kind', 'category', 'divisionCode'] },
  }),
  creates('RegisterReach', 1764000008461, 'register_reach', {
    columns: [columns.id(), columns.ref('entryId'), columns.division('divisionCode')],
    unique: { ux_register_reach: ['entryId', 'divisionCode'] },
    indices: { ix_register_reach_division: ['divisionCode'] },
    references: { entryId: 'register_entry' },
  }),
];

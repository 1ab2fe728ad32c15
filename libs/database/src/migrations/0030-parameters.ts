import { columns } from '../columns.js';
import { creates } from './table.js';

/** Dated parameters and holidays that do not come with the software. */
export const parameterMigrations = [
  creates('ParameterRow', 1764000003000, 'parameter_row', {
    columns: [
      columns.id(),
      columns.text('code', 80),
      columns.text('scope', 12),
      columns.text('qualifier', 80),
      columns.text('unit', 80),
      columns.longText('value'),
      columns.day('fromOn'),
      columns.nullable(columns.day('toOn')),
      columns.text('source', 300),
      columns.state('status'),
      columns.state('origin'),
      columns.state('afterEnd'),
      columns.nullable(columns.ref('enteredBy')),
      columns.nullable(columns.ref('confirmedBy')),
      columns.instant('enteredAt'),
    ],
    indices: { ix_parameter_row_code: ['code', 'scope'] },
  }),
  creates('CalendarYear', 1764000003001, 'calendar_year', {
    columns: [
      columns.id(),
      columns.integer('year'),
      columns.json('holidays'),
      columns.json('workdays'),
      columns.text('source', 300),
      columns.state('origin'),
      columns.instant('enteredAt'),
    ],
    unique: { ux_calendar_year: ['year', 'origin'] },
  }),
];

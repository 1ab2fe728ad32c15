import type { Divisions } from '@tongxing/access';
import type { IsoDate } from '@tongxing/rules';
import type { CellSetting } from './cells.js';

/** Cells of a job may name any division of the table, by code of 6, 9 or 12 digits or by full name path. */
export function cellSetting(divisions: Divisions, today: IsoDate, divisionScope: string): CellSetting {
  return {
    today,
    divisionScope,
    divisionOf: (text) => {
      if (/^\d+$/.test(text)) return [6, 9, 12].includes(text.length) ? divisions.byCode(text)?.code : undefined;
      return divisions.byPath(text)?.code;
    },
  };
}

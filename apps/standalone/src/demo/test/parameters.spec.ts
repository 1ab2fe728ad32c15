import { describe, expect, it } from '@jest/globals';
import { isStoredValue, parameterKind } from '@tongxing/rules';
import { DEMO_PARAMETERS } from '../parameters.js';

describe('演示参数', () => {
  it.each(DEMO_PARAMETERS.map((row) => [row.code, row.scope, row.qualifier, row] as const))(
    '%s of %s %s keeps to the catalogue',
    (code, _scope, qualifier, { unit, value, source }) => {
      const kind = parameterKind(code);
      expect(kind).toBeDefined();
      expect(kind && isStoredValue(kind.grammar, value)).toBe(true);
      expect(Object.keys(kind?.units ?? {})).toContain(unit);
      expect(Object.keys(kind?.qualifiers ?? {})).toContain(qualifier);
      expect(source).toContain('演示参数');
    },
  );
});

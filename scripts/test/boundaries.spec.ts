import { describe, expect, it } from '@jest/globals';
import { readSources, violations } from '../boundaries.mjs';

const broken = (file: string, text: string): string[] => violations(new Map([[file, text]]));

describe('the dependency rule', () => {
  it('holds in this house', () => {
    expect(violations(readSources())).toEqual([]);
  });

  it.each([
    ['libs/rules/src/a.ts', `import { x } from '@tongxing/platform';`, 'may not import platform'],
    ['libs/rules/src/a.ts', `import fs from 'node:fs';`, 'may not import node:fs'],
    ['libs/rules/src/a.ts', 'const now = Date.now();', 'reads the clock'],
    ['libs/rules/src/test/a.spec.ts', 'const now = new Date();', 'know no clock'],
    ['libs/quota/src/a.ts', 'const today = new Date();', 'reads the clock'],
    ['libs/people/src/a.ts', `import type { X } from '@tongxing/matching';`, 'people may not import matching'],
    ['libs/jobs/src/a.ts', `export { x } from '@tongxing/access';`, 'jobs may not import access'],
    ['libs/quota/src/a.ts', `import { x } from '@tongxing/people/src/person.entity.js';`, 'past its index.ts'],
    ['libs/quota/src/a.ts', `import { x } from '../../people/src/person.entity.js';`, 'by path'],
    ['libs/quota/src/a.ts', `const x = await import('@tongxing/benefits');`, 'quota may not import benefits'],
    ['libs/quota/src/a.ts', `await this.dataSource.query('SELECT 1');`, 'raw .query('],
    ['libs/quota/src/a.ts', 'const port = process.env.PORT;', 'reads the environment'],
    ['apps/portal/src/a.ts', `import { x } from '@tongxing/access';`, 'portal may not import access'],
    ['apps/api/src/a.ts', `import { x } from '../../portal/src/a.js';`, 'by path'],
    ['libs/shared/src/a.ts', '', 'no room'],
  ])('notices %s: %s', (file, text, problem) => {
    expect(broken(file, text).join('\n')).toContain(problem);
  });

  it('lets standalone compose the apps, and lower rooms be used', () => {
    expect(broken('apps/standalone/src/main.ts', `import { x } from '../../api/src/a.js';`)).toEqual([]);
    expect(broken('libs/benefits/src/a.ts', `import { x } from '@tongxing/people';\nimport { y } from '@tongxing/rules';`)).toEqual([]);
  });
});

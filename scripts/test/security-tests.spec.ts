import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { testNames } from './test-names.js';

const text = readFileSync(join('docs', 'security-tests.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| \d/.test(line));
const STATE = /^(?:met|part|not met|operator|see sign-in|n\.a\.)(?:: .+)?$/;

it('every test that docs/security-tests.md names is there', () => {
  const known = new Set(testNames().map(({ file, name }) => `${file} › ${name}`));
  const named = [...text.matchAll(/`([^`]+\.tsx?)` › “([^”]+)”/g)].map(([, file, name]) => `${file} › ${name}`);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it('every row of it has an id that no other row has, and a state of its list', () => {
  const ids = rows.flatMap((row) => [...(row.split(' | ')[0] as string).matchAll(/\d+\.\d+\.\d+/g)].map(([id]) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(rows.filter((row) => !STATE.test(row.split(' | ')[3] as string))).toEqual([]);
});

import { expect, it } from '@jest/globals';
import { testNames } from './test-names.js';

/** Rows of security.md §10. */
const LAST = 92;
const NUMBER = /\(bad input (\d+)\)$/;

const numbered = testNames().flatMap(({ file, name }) => {
  const number = NUMBER.exec(name)?.[1];
  return number === undefined ? [] : [{ file, name, number: Number(number) }];
});

it('each row of security.md §10, 1 to 92, has a test that ends with its number', () => {
  const proved = new Set(numbered.map(({ number }) => number));
  expect(Array.from({ length: LAST }, (_, index) => index + 1).filter((number) => !proved.has(number))).toEqual([]);
});

it('no test has a number that no row has, or one in another place of its name', () => {
  expect(numbered.filter(({ number }) => number < 1 || number > LAST)).toEqual([]);
  expect(testNames().filter(({ name }) => name.includes('bad input ') && !NUMBER.test(name))).toEqual([]);
});

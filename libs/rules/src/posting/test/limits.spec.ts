import { expect, it } from '@jest/globals';
import { limitsIn } from '../limits.js';

it.each([
  ['保洁员（限男性）', ['SEX']],
  ['收银员 女士优先', ['SEX']],
  ['35岁以下', ['AGE']],
  ['18 - 45 周岁', ['AGE']],
  ['身体健康，形象好', ['HEALTH']],
  ['四肢健全，限女', ['SEX', 'HEALTH']],
  ['性别不限、年龄不限', []],
  ['男女不限，45岁以下', ['AGE']],
  ['缝纫、打字、电工证', []],
  ['儿女帮扶专员', []],
  ['四肢体康复护理', []],
  ['健康管理师', []],
  ['', []],
])('"%s" limits %j', (text, limits) => {
  expect(limitsIn(text)).toEqual(limits);
});

import { expect, it } from '@jest/globals';
import { allowsLimit, basesIn, LIMIT_BASES } from '../bases.js';
import { limitsIn } from '../limits.js';

it.each([
  ['保洁员（限男性）', ['SEX']],
  ['收银员 女士优先', ['SEX']],
  ['保洁员（女）', ['SEX']],
  ['门卫(男)', ['SEX']],
  ['搬运工（限男）', ['SEX']],
  ['缝纫女工', ['SEX']],
  ['男保安', ['SEX']],
  ['收银员 女；打字', ['SEX']],
  ['保洁员（男女不限）', []],
  ['保洁员（男、女均可）', []],
  ['保洁员（男/女）', []],
  ['妇女儿童服务站保洁', []],
  ['服务妇女', []],
  ['女装店理货', []],
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
  ['三十五岁以下', ['AGE']],
  ['３５岁以下', ['AGE']],
  ['45岁以上优先', ['AGE']],
  ['年满16周岁', []],
  ['满十六周岁、五十岁以下', ['AGE']],
  ['年满18周岁', ['AGE']],
  ['照看60岁以上的老人', []],
  ['照看六十岁以上老人，50岁以下优先', ['AGE']],
  ['男装店', []],
  ['限男装、女鞋销售', []],
  ['只招男', ['SEX']],
  ['打扫男厕、女厕', []],
  ['不限男女', []],
  ['男女不限，男优先', ['SEX']],
  ['不看年龄', []],
  ['视力障碍的人也能做', []],
  ['视力5.0以上', ['HEALTH']],
  ['听力不限', []],
  ['听力良好', ['HEALTH']],
  ['形象设计学徒', []],
  ['维护企业形象', []],
  ['企业形象好，个人形象好', ['HEALTH']],
  ['', []],
])('"%s" limits %j', (text, limits) => {
  expect(limitsIn(text)).toEqual(limits);
});

it.each([
  ['女职工劳动保护特别规定附录', 'SEX', true],
  ['《女职工劳动保护特别规定》', 'AGE', false],
  ['《食品安全法》第45条', 'HEALTH', true],
  ['劳动法第 64 条', 'AGE', true],
  ['本单位规章制度', 'SEX', false],
  ['', 'SEX', false],
  [null, 'SEX', false],
] as const)('"%s" allows a limit of %s: %s', (basis, limit, allowed) => {
  expect(allowsLimit(basis, limit)).toBe(allowed);
});

it('names every accepted act once, with what it speaks of', () => {
  expect(new Set(LIMIT_BASES.map(({ id }) => id)).size).toBe(LIMIT_BASES.length);
  for (const { act, kinds, says } of LIMIT_BASES) {
    expect(basesIn(`依据《${act}》`).map((basis) => basis.act)).toEqual([act]);
    expect(kinds.length).toBeGreaterThan(0);
    expect(says).not.toBe('');
  }
});

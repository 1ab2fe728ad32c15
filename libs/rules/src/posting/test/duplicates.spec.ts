import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alikePosts, type ComparedPost } from '../duplicates.js';

const post = (over: Partial<ComparedPost> = {}): ComparedPost => ({
  employerId: 'e1',
  kind: 'PROPORTIONAL',
  workDivisionCode: '640324100000',
  title: '包装工',
  wageLowFen: 220_000,
  wageHighFen: 260_000,
  weeklyHours: 400,
  ...over,
});

it.each([
  ['包装工', '包装工'],
  ['包装工', '招聘包装工2名'],
  ['包装工', '包 装 工（若干名）'],
  ['包装工', '车间包装工'],
  ['电话客服专员', '电话客服人员'],
  ['ＡＢ客服', 'ab客服'],
])('takes %s and %s for alike', (one, other) => {
  expect(alikePosts(post({ title: one }), post({ title: other }))?.length).toBe(4);
});

it.each([
  ['包装工', '保洁员'],
  ['电话客服', '仓库管理员'],
  ['工', '包装工'],
  ['！！', '！！'],
])('leaves %s and %s apart', (one, other) => {
  expect(alikePosts(post({ title: one }), post({ title: other }))).toBeNull();
});

it.each([
  ['employer', { employerId: 'e2' }],
  ['kind', { kind: 'FLEXIBLE' }],
  ['place', { workDivisionCode: '640324101000' }],
  ['pay just over', { wageLowFen: 260_001, wageHighFen: 300_000 }],
  ['hours more than four apart', { weeklyHours: 359 }],
])('leaves posts apart that differ in %s', (_, over) => {
  expect(alikePosts(post(), post(over))).toBeNull();
});

it('says what is alike at the boundary', () => {
  expect(alikePosts(post(), post({ weeklyHours: 360, wageLowFen: 260_000, wageHighFen: 300_000 }))).toEqual([
    '同一单位、同一类型、同一地点',
    '名称一样',
    '工时差不到4小时',
    '工资有重叠',
  ]);
  expect(alikePosts(post(), post({ weeklyHours: null }))).toContain('有一个没有写工时');
});

it('is the same either way round', () => {
  const any = fc.record({
    employerId: fc.constantFrom('e1', 'e2'),
    kind: fc.constantFrom('PROPORTIONAL', 'FLEXIBLE'),
    workDivisionCode: fc.constant('640324100000'),
    title: fc.stringMatching(/^[包装保洁员工客服]{1,8}$/),
    wageLowFen: fc.integer({ min: 0, max: 9 }),
    wageHighFen: fc.integer({ min: 9, max: 20 }),
    weeklyHours: fc.option(fc.integer({ min: 1, max: 500 })),
  });
  fc.assert(
    fc.property(any, any, (one, other) => (alikePosts(one, other) === null) === (alikePosts(other, one) === null)),
  );
});

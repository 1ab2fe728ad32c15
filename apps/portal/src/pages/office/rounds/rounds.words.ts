import type { SimulationReport } from '@tongxing/rules';

/** What the page calls the statuses that seats may be reserved for. */
export const RESERVED_FOR = [
  { value: 'ZERO_EMPLOYMENT', text: '零就业家庭' },
  { value: 'NEAR_RETIREMENT', text: '临近退休' },
  { value: 'DISABLED', text: '残疾人' },
] as const;

/** And those that a tier may be for. */
export const STATUSES = [
  ...RESERVED_FOR,
  { value: 'HOUSEHOLD_MEMBER', text: '残疾人家庭成员（只能列在最后，前面要有残疾人）' },
] as const;

/** What a step does, before it is done. */
export const ABOUT: Readonly<Record<string, string>> = {
  SIMULATE: '模拟会用今天的人试一千次。不会改变任何人的结果。',
  FREEZE: '冻结以后，名册上是谁就定了。要两位同事各按一次。',
  REVEAL: '摇号要公开数值。两位同事各填一次，要填得一样。',
  CLOSE: '第一位同事按下去，志愿就截止，公布哈希值。',
  RUN: '志愿已截止。请另一位同事按下去，系统就分配。',
  PUBLISH: '公布以后，每个人都能看录取到哪里。',
};

/** The button of a step, in the words of whoever presses it first, and second. */
export const BUTTONS: Readonly<Record<string, readonly [first: string, second: string]>> = {
  SIMULATE: ['开始模拟', '开始模拟'],
  FREEZE: ['提出冻结名册', '确认冻结名册'],
  REVEAL: ['填公开数值', '再填一次公开数值'],
  CLOSE: ['截止志愿', '截止志愿'],
  RUN: ['确认分配', '确认分配'],
  PUBLISH: ['公布结果', '公布结果'],
};

/** Where the forms of the steps are sent. */
export const WAYS: Readonly<Record<string, string>> = {
  SIMULATE: 'simulate',
  FREEZE: 'freeze',
  REVEAL: 'draw',
  CLOSE: 'run',
  RUN: 'run',
  PUBLISH: 'publish',
};

const TENTH = 10;

/** A mean with one place, exact on the whole numbers: 4.5. */
export function meanText(total: number, runs: number): string {
  const tenths = Math.round((total * TENTH) / runs);
  return `${Math.floor(tenths / TENTH)}.${tenths % TENTH}`;
}

/** The report in one sentence. */
export function reportSentence({ seats, scenarios }: SimulationReport): string {
  const of = (name: string) => scenarios.find(({ scenario }) => scenario === name);
  const [planned, today] = [of('DRAWS'), of('TODAY_ROSTER')];
  if (!planned || !today) return '';
  const mean = (total: number | null, runs: number): string => meanText(total ?? 0, runs);
  return [
    `${seats} 个名额，平均每次有 ${mean(planned.all.placed, planned.runs)} 人分到岗位，`,
    `其中 ${mean(planned.all.firstChoice, planned.runs)} 人是第一志愿；`,
    `按名册先后的现行做法是 ${mean(today.all.placed, today.runs)} 人。`,
  ].join('');
}

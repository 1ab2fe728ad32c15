import { ABILITY_CODES, isWorkKind, KIND_FACTS, KIND_FIELDS, kindFields } from '@tongxing/rules';
import type { FormProblem } from '@tongxing/ui';
import type { LintPostInput, PostEditFragment } from '../../../gql/generated.js';
import { dayParts, Form, missing } from '../../../http/form.js';
import { refuseIf } from '../../../http/portal.service.js';
import type { Values } from '../../../http/sealed.js';

const PLAIN_FEN = /\.00$/;

/** 包装、打字 as a list, whatever stands between. */
const listOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

export const taskName = (item: string): string => `${item}-task`;

/** The day's three boxes. */
const CLOSES = ['closesOn-year', 'closesOn-month', 'closesOn-day'];

export type Step = 1 | 2 | 3 | 4;

/** What each page asks, and what of it must hold something before the API is asked. */
export const STEPS: Readonly<
  Record<Step, { title: string; fields: readonly string[]; wanted: Readonly<Record<string, string>> }>
> = {
  1: {
    title: '什么工作',
    fields: ['title', 'kind', 'openings', 'description'],
    wanted: { title: '请填岗位名称', kind: '请选岗位类型', openings: '请填招几个人' },
  },
  2: {
    title: '在哪里，什么时间',
    fields: [
      'welfareKind',
      'unitName',
      'projectId',
      'internMonths',
      'workDivisionCode',
      'remote',
      'weeklyHours',
      'nightShift',
      ...CLOSES,
    ],
    wanted: { workDivisionCode: '请选工作地点', closesOn: '请填截止日期' },
  },
  3: {
    title: '这个活要求什么',
    fields: [
      'minEducation',
      'skills',
      'licences',
      ...ABILITY_CODES.flatMap((item) => [item, taskName(item)]),
      'legalBasis',
    ],
    wanted: {},
  },
  4: {
    title: '便利和工资',
    fields: ['provisions', 'payBasis', 'wageLowYuan', 'wageHighYuan'],
    wanted: { wageLowYuan: '请填月薪下限', wageHighYuan: '请填月薪上限' },
  },
};
export const NUMBERS = [1, 2, 3, 4] as const;

/** What must hold something on any page. */
export const WANTED: Readonly<Record<string, string>> = Object.assign({}, ...NUMBERS.map((step) => STEPS[step].wanted));

export const stepOf = (text: string): Step | undefined => NUMBERS.find((step) => String(step) === text);

/** The page that a box stands on; what is none of the boxes concerns the first. */
export const stepWith = (box: string): Step =>
  NUMBERS.find((step) => STEPS[step].fields.some((name) => name === box || name === `${box}-year`)) ?? 1;

/** What one page was sent with. @throws FormRefused */
export function readStep(form: Form, step: Step): Record<string, string> {
  const { fields, wanted } = STEPS[step];
  const lacks = missing(form, wanted);
  const known = new Set(lacks.map(({ field }) => field));
  refuseIf([...lacks, ...wrongNumbers(form).filter(({ field }) => fields.includes(field) && !known.has(field))]);
  return Object.fromEntries(fields.map((name) => [name, form.text(name)]));
}

/** The first page that still lacks something; absent when all is there. */
export const lackingStep = (values: Values): Step | undefined =>
  NUMBERS.find((step) => missing(new Form(values), STEPS[step].wanted).length > 0);

/** Without what only posts of another kind have: the kind was changed after it was filled in. */
export function ofItsKind(values: Values): Values {
  const kind = String(values.kind ?? '');
  const own: readonly string[] = kindFields(kind);
  const pays: readonly string[] = isWorkKind(kind) ? KIND_FACTS[kind].incomes : [];
  const foreign = KIND_FIELDS.filter((name) => !own.includes(name));
  const emptied = Object.fromEntries(foreign.map((name) => [name, '']));
  return { ...values, ...(pays.includes(String(values.payBasis)) ? {} : { payBasis: '' }), ...emptied };
}

/** Boxes that want a number. */
export function wrongNumbers(form: Form): (FormProblem & { field: string })[] {
  const problems: (FormProblem & { field: string })[] = [];
  if (!/^\d{1,5}$/.test(form.text('openings'))) problems.push({ field: 'openings', message: '招几个人要填整数' });
  if (!/^(?:\d{1,3}(?:\.\d)?)?$/.test(form.text('weeklyHours')))
    problems.push({ field: 'weeklyHours', message: '每周工时要填数，比如 40 或 37.5' });
  if (!/^\d{0,2}$/.test(form.text('internMonths')))
    problems.push({ field: 'internMonths', message: '见习几个月要填整数' });
  return problems;
}

/** What was typed, as the API wants it. */
export function postOf(form: Form): LintPostInput {
  const night = form.text('nightShift');
  return {
    title: form.text('title'),
    description: form.maybe('description') ?? null,
    kind: form.text('kind'),
    welfareKind: form.maybe('welfareKind') ?? null,
    unitName: form.maybe('unitName') ?? null,
    payBasis: form.maybe('payBasis') ?? null,
    projectId: form.maybe('projectId') ?? null,
    internMonths: form.maybe('internMonths') === undefined ? null : Number(form.text('internMonths')),
    openings: Number(form.text('openings')),
    workDivisionCode: form.text('workDivisionCode'),
    remote: form.text('remote') === 'yes',
    wageLowYuan: form.text('wageLowYuan'),
    wageHighYuan: form.text('wageHighYuan'),
    weeklyHours: form.maybe('weeklyHours') === undefined ? null : Number(form.text('weeklyHours')),
    nightShift: night === '' ? null : night === 'yes',
    minEducation: form.maybe('minEducation') ?? null,
    skills: listOf(form.text('skills')),
    licences: listOf(form.text('licences')),
    provisions: listOf(form.text('provisions')),
    demands: ABILITY_CODES.filter((item) => /^[0-4]$/.test(form.text(item))).map((item) => ({
      item,
      level: Number(form.text(item)),
      task: form.maybe(taskName(item)) ?? null,
    })),
    closesOn: form.day('closesOn'),
    legalBasis: form.maybe('legalBasis') ?? null,
  };
}

/** A post that stands, as the API wants it. */
export function inputOf({ monthlyWageYuan, demands, ...post }: PostEditFragment): LintPostInput {
  const { id: _, version: __, state: ___, takesApplications: ____, refusals, cautions, ...content } = post;
  void [refusals, cautions];
  return { ...content, wageLowYuan: monthlyWageYuan.low, wageHighYuan: monthlyWageYuan.high, demands };
}

/** A post that stands, as the boxes of the form want it. */
export function valuesOf(post: PostEditFragment): Record<string, string> {
  return {
    title: post.title,
    description: post.description ?? '',
    kind: post.kind,
    welfareKind: post.welfareKind ?? '',
    unitName: post.unitName ?? '',
    payBasis: post.payBasis ?? '',
    projectId: post.projectId ?? '',
    internMonths: post.internMonths === null ? '' : String(post.internMonths),
    openings: String(post.openings),
    workDivisionCode: post.workDivisionCode,
    remote: post.remote ? 'yes' : '',
    wageLowYuan: post.monthlyWageYuan.low.replace(PLAIN_FEN, ''),
    wageHighYuan: post.monthlyWageYuan.high.replace(PLAIN_FEN, ''),
    weeklyHours: post.weeklyHours === null ? '' : String(post.weeklyHours),
    nightShift: post.nightShift === null ? '' : post.nightShift ? 'yes' : 'no',
    minEducation: post.minEducation ?? '',
    skills: post.skills.join('、'),
    licences: post.licences.join('、'),
    provisions: post.provisions.join('、'),
    ...Object.fromEntries(
      post.demands.flatMap(({ item, level, task }) => [
        [item, String(level)],
        [taskName(item), task ?? ''],
      ]),
    ),
    ...dayParts('closesOn', post.closesOn),
    legalBasis: post.legalBasis ?? '',
  };
}

/** `tasks.LIFT` → the box that it is about. */
export const boxOf = (field: string): string => {
  const [group, item] = field.split('.');
  return item === undefined ? field : group === 'tasks' ? taskName(item) : item;
};

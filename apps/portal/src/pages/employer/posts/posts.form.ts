import { ABILITY_CODES } from '@tongxing/rules';
import type { FormProblem, FormState } from '@tongxing/ui';
import type { LintPostInput, PostEditFragment } from '../../../gql/generated.js';
import { dayParts, type Form } from '../../../http/form.js';

const PLAIN_FEN = /\.00$/;

/** 包装、打字 as a list, whatever stands between. */
const listOf = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

export const taskName = (item: string): string => `${item}-task`;

/** Fields that must hold something before the API is asked. */
export const WANTED = {
  title: '请填岗位名称',
  kind: '请选岗位类型',
  openings: '请填招几个人',
  workDivisionCode: '请选工作地点',
  wageLowYuan: '请填月薪下限',
  wageHighYuan: '请填月薪上限',
  closesOn: '请填截止日期',
};

/** Boxes that want a number. */
export function wrongNumbers(form: Form): FormProblem[] {
  const problems: FormProblem[] = [];
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
export function valuesOf(post: PostEditFragment): FormState['values'] {
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
const boxOf = (field: string): string => {
  const [group, item] = field.split('.');
  return item === undefined ? field : group === 'tasks' ? taskName(item) : item;
};

/** What stands in the way, at the boxes of the form. */
export const problemsAt = (findings: readonly { field: string; message: string }[]): FormProblem[] =>
  findings.map(({ field, message }) => ({ field: boxOf(field), message }));

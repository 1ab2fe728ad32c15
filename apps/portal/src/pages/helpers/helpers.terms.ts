import type { FormProblem, FormState } from '@tongxing/ui';
import type { DelegationTermsInput, HelperFormQuery } from '../../gql/generated.js';

export type Choices = HelperFormQuery['helperChoices'];
/** What was filled in so far. */
export type Terms = Record<string, string | readonly string[]>;

/** Not of the staff's list: somebody of the family, by account name or phone. */
export const FAMILY = 'family';

export const SCOPES: readonly { value: string; text: string; hint: string }[] = [
  { value: 'POSTS', text: '看岗位', hint: '看推荐的岗位和理由' },
  { value: 'PROFILE', text: '填资料', hint: '看和填登记的资料' },
  { value: 'APPLY', text: '提交申请', hint: '申请岗位，撤回申请' },
  { value: 'PAPERS', text: '交补贴材料', hint: '申请补贴，不能换收款账户' },
];

export const textOf = (values: FormState['values'], name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};
export const listOf = (values: FormState['values'], name: string): readonly string[] => {
  const value = values[name];
  return typeof value === 'string' ? [value].filter(Boolean) : (value ?? []);
};

/** The helper in words; what was typed as it was typed. */
export function whoText(terms: Terms, { staff }: Choices): string {
  const who = textOf(terms, 'who');
  if (who === FAMILY) return `家属或监护人：${textOf(terms, 'name')}`;
  const chosen = staff.find(({ id }) => id === who);
  return chosen ? `${chosen.name}（${chosen.kindText}）` : '';
}

export const scopesText = (terms: Terms): string =>
  SCOPES.filter(({ value }) => listOf(terms, 'scopes').includes(value))
    .map(({ text }) => text)
    .join('、');

/** What the api is asked, of what was filled in. @param personId absent: the viewer's own */
export function termsInput(terms: Terms, { staff }: Choices, personId?: string): DelegationTermsInput {
  const who = textOf(terms, 'who');
  const family = who === FAMILY;
  return {
    personId: personId ?? null,
    kind: family ? 'FAMILY' : (staff.find(({ id }) => id === who)?.kind ?? 'COUNSELLOR'),
    helperId: family ? null : who,
    helperName: family ? textOf(terms, 'name') : null,
    scopes: [...listOf(terms, 'scopes')],
    until: textOf(terms, 'until'),
  };
}

/** What has to be filled in before the check: the name only of somebody of the family. */
export const neededOf = (terms: Terms): readonly string[] =>
  textOf(terms, 'who') === FAMILY ? ['who', 'name', 'scopes', 'until'] : ['who', 'scopes', 'until'];

/** Presence alone; the api judges the rest. */
export function termsProblems(terms: FormState['values'], names: readonly string[]): FormProblem[] {
  const wanted: Readonly<Record<string, string>> = {
    who: '请选请谁代办',
    name: '请填对方的手机号或账号名',
    scopes: '请选能办什么',
    until: '请选办到什么时候',
  };
  return names
    .filter((name) => listOf(terms, name).length === 0)
    .map((field) => ({ field, message: wanted[field] ?? '请填这一项' }));
}

/** The api names its own fields; the form's stand elsewhere. */
const FIELDS: Readonly<Record<string, string>> = { helperId: 'who', kind: 'who', helperName: 'name' };
export const named = (problems: readonly FormProblem[]): FormProblem[] =>
  problems.map((problem) => ({
    ...problem,
    ...(problem.field ? { field: FIELDS[problem.field] ?? problem.field } : {}),
  }));

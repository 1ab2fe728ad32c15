import type { MatchFilterInput } from '../../../gql/generated.js';
import type { Form } from '../../../http/form.js';
import type { FormProblem } from '@tongxing/ui';

/** What the address of the list asks for. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

const WAGE = /^\d{1,7}(?:\.\d{1,2})?$/;

/** The filter as it stands in an address; what is empty is left out. */
export const askedOf = (form: Form): Asked => ({
  kind: form.list('kind'),
  answers: form.list('answers'),
  town: form.maybe('town'),
  within: form.maybe('within'),
  wage: form.maybe('wage'),
  remote: form.maybe('remote'),
  all: form.maybe('all'),
});

/** True when anything is asked for. */
export const isFiltered = (asked: Asked): boolean => Object.values(asked).some((value) => value && value.length > 0);

export const problemsOf = (asked: Asked): FormProblem[] =>
  asked.wage && !WAGE.test(String(asked.wage)) ? [{ field: 'wage', message: '工资只写数字，比如 2000' }] : [];

/** What the API is asked. */
export const filterOf = (asked: Asked): MatchFilterInput => ({
  kinds: asked.kind ? [...asked.kind] : null,
  answers: asked.answers && asked.answers.length > 0 ? [...asked.answers] : null,
  divisionCode: asked.town ? String(asked.town) : null,
  within: asked.within ? String(asked.within) : null,
  wageFromYuan: asked.wage ? String(asked.wage) : null,
  remote: asked.remote === 'yes' ? true : null,
  includeDismissed: asked.all === 'yes' ? true : null,
});

/** The query part of an address; empty for no filter. */
export function searchOf(asked: Asked): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) for (const one of [value ?? []].flat()) search.append(name, one);
  const text = search.toString();
  return text && `?${text}`;
}

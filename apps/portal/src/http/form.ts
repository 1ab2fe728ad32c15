import type { FormProblem, FormState } from '@tongxing/ui';

const MAX_FIELDS = 500;
const MAX_VALUE = 20_000;
type Raw = Readonly<Record<string, unknown>>;

/** A posted form: texts and lists of texts, trimmed; nothing deeper gets through. */
export class Form {
  private readonly fields: ReadonlyMap<string, readonly string[]>;

  constructor(body: unknown) {
    const entries = Object.entries((body ?? {}) as Raw).slice(0, MAX_FIELDS);
    this.fields = new Map(
      entries.map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value])
          .filter((item): item is string => typeof item === 'string')
          .map((item) => item.trim().slice(0, MAX_VALUE)),
      ]),
    );
  }

  /** The first value, or an empty text. */
  text(name: string): string {
    return this.fields.get(name)?.[0] ?? '';
  }

  /** The value, or undefined when it was left empty. */
  maybe(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** Everything that was sent, but what is named. */
  all(but: ReadonlySet<string>): Record<string, string | readonly string[]> {
    const kept = [...this.fields].filter(([name, list]) => !but.has(name) && list.length > 0);
    return Object.fromEntries(kept.map(([name, list]) => [name, list.length > 1 ? list : (list[0] as string)]));
  }

  list(name: string): readonly string[] {
    return (this.fields.get(name) ?? []).filter(Boolean);
  }

  /** Three boxes as `YYYY-MM-DD`; empty text when all are empty. Whether the day exists is for the API to say. */
  day(name: string): string {
    const [year, month, date] = ['year', 'month', 'day'].map((part) => this.text(`${name}-${part}`)) as [
      string,
      string,
      string,
    ];
    if (!year && !month && !date) return '';
    return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  }

  /** The values as typed, to show the form again. */
  state(problems: readonly FormProblem[] = []): FormState {
    const values = Object.fromEntries([...this.fields].map(([name, list]) => [name, list.length > 1 ? list : list[0]]));
    return { values, problems };
  }
}

/** Presence and digit shape only, to save a trip; everything else is for the API. */
export function missing(form: Form, wanted: Readonly<Record<string, string>>): FormProblem[] {
  return Object.entries(wanted)
    .filter(([name]) => form.text(name) === '' && form.day(name) === '')
    .map(([field, message]) => ({ field, message }));
}

/** What is wrong stands at a box only where the page has it: a link that leads nowhere tells nobody anything. */
export const atBoxes = (problems: readonly FormProblem[], ...boxes: readonly string[]): FormProblem[] =>
  problems.map(({ field, ...told }) => (field !== undefined && boxes.includes(field) ? { ...told, field } : told));

/** The parts of a `YYYY-MM-DD` as a date input wants them. */
export function dayParts(name: string, day: string | null | undefined): Record<string, string> {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return {
    [`${name}-year`]: year,
    [`${name}-month`]: month.replace(/^0/, ''),
    [`${name}-day`]: date.replace(/^0/, ''),
  };
}

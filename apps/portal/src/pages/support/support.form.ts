import type { FormProblem } from '@tongxing/ui';
import { type Form, missing } from '../../http/form.js';

const HOUR = /^(?:[01]?\d|2[0-3])[:：][0-5]\d$/;

/** A day's boxes and the hour beside them as `2026-12-01 09:30`. */
export const momentOf = (form: Form, day: string, hour: string): string =>
  `${form.day(day)} ${form.text(hour).replace('：', ':').padStart(5, '0')}`;

/** Presence and shape of a day and its hour. */
export const wrongMoment = (form: Form, day: string, hour: string): FormProblem[] => [
  ...missing(form, { [day]: '请填哪一天', [hour]: '请填几点' }),
  ...(form.text(hour) === '' || HOUR.test(form.text(hour)) ? [] : [{ field: hour, message: '几点要写成 09:30 这样' }]),
];

const MINUTES = /^\d{1,4}$/;
export const wrongMinutes = (form: Form, field: string): FormProblem[] =>
  MINUTES.test(form.text(field)) ? [] : [{ field, message: '请填多少分钟，写整数' }];

/** What became of it, as the API wants it; the version is the one that was shown. */
export function completionOf(id: string, form: Form) {
  const delivered = form.text('delivered') === 'yes';
  return {
    id,
    version: Number(form.text('version')),
    delivered,
    minutes: delivered ? Number(form.text('minutes')) : null,
    reason: delivered ? null : form.text('reason'),
    note: form.maybe('note') ?? null,
  };
}

export function wrongCompletion(form: Form): FormProblem[] {
  if (form.text('delivered') === 'yes') return wrongMinutes(form, 'minutes');
  return missing(
    form,
    form.text('delivered') === 'no' ? { reason: '请选为什么没有做成' } : { delivered: '请选做没做成' },
  );
}

export const cancellationOf = (id: string, form: Form) => ({
  id,
  version: Number(form.text('version')),
  reason: form.text('reason'),
  note: form.maybe('note') ?? null,
});

import type { Reading } from '@tongxing/ui';

const SIZES = ['normal', 'large', 'huge'] as const;
const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;

/** Name of the cookie with the reading settings; readable, since it holds no secret. */
export const READING_COOKIE = 'txg_reading';

/** `large.dark` → settings; anything else is the default. */
export function readReading(cookie: string | undefined): Reading {
  const [size, theme] = (cookie ?? '').split('.', 2);
  return {
    size: SIZES.find((known) => known === size) ?? 'normal',
    theme: THEMES.find((known) => known === theme) ?? 'auto',
  };
}

export const writeReading = (reading: Reading): string => `${reading.size}.${reading.theme}`;

/** The settings after a form: what it does not name stays as it was. */
export function changedReading(before: Reading, form: { text(name: string): string }): Reading {
  const after = readReading(`${form.text('size')}.${form.text('theme')}`);
  return { size: form.text('size') ? after.size : before.size, theme: form.text('theme') ? after.theme : before.theme };
}

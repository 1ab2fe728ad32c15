type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Order of UTF-16 units: alike on every platform, which `localeCompare` is not. */
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const SURROGATE_ALONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * The one text of a value: names in ascending order, no blanks, whole numbers only (RFC 8785 as far as it is needed here). Same value, same
 * bytes on every platform.
 *
 * @throws TypeError for what has no one text: fractions, numbers beyond 2^53, half characters, undefined
 */
export function canonicalJson(value: unknown): string {
  const one = value as Json;
  if (one === null || typeof one === 'boolean') return String(one);
  if (typeof one === 'number') {
    if (!Number.isSafeInteger(one)) throw new TypeError('canonical JSON holds whole numbers only');
    return String(one);
  }
  if (typeof one === 'string') {
    if (SURROGATE_ALONE.test(one)) throw new TypeError('canonical JSON holds whole characters only');
    return JSON.stringify(one);
  }
  if (Array.isArray(one)) return `[${one.map(canonicalJson).join()}]`;
  if (typeof one !== 'object') throw new TypeError(`canonical JSON holds no ${typeof one}`);
  const entries = Object.entries(one).sort(([a], [b]) => byText(a, b));
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join()}}`;
}

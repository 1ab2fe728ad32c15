/** How the values of a roster row meet what stands already. */

/** The value of the file where it has the column, else what stands, else a default. */
export const kept = <T>(value: T | null | undefined, standing: T | null | undefined, otherwise: T | null): T | null =>
  value === undefined ? (standing === undefined ? otherwise : standing) : value;

/** True for equal values; lists and records by their content. */
export function same(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}

const MICRO = 1_000_000;

/** Degrees with decimals as whole micro-degrees, about a tenth of a metre. */
export const microDegrees = (degrees: number | null | undefined): number | null | undefined =>
  degrees === null || degrees === undefined ? degrees : Math.round(degrees * MICRO);

/** What China spans, in degrees; a pair of coordinates outside was mistyped or swapped. */
export const LONGITUDE = { min: 73, max: 136 } as const;
export const LATITUDE = { min: 3, max: 54 } as const;

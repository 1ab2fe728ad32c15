import type { ImportContext, ImportRow } from '@tongxing/imports';
import { type EntityManager, In } from 'typeorm';
import { Employer } from './employer.entity.js';

/** Of a roster that names employers by their credit code. */
interface NamesEmployer {
  creditCode: string;
}

const mayFill = (employer: Employer, context: ImportContext): boolean =>
  context.employerId === undefined
    ? employer.divisionCode.startsWith(context.divisionScope)
    : employer.id === context.employerId;

/**
 * The employers that rows name, in one query. Reports UNKNOWN_EMPLOYER for those that do not exist, lie outside the region, or are not
 * the clerk's own: all three look the same.
 *
 * @returns employers by credit code
 */
export async function employersOfRows<V extends NamesEmployer>(
  manager: EntityManager,
  rows: readonly ImportRow<V>[],
  context: ImportContext,
): Promise<Map<string, Employer>> {
  const codeOf = (row: ImportRow<V>): string | null => (row.values.creditCode as string | null | undefined) ?? null;
  const codes = new Set(rows.flatMap((row) => codeOf(row) ?? []));
  if (codes.size === 0) return new Map();
  const found = await manager.findBy(Employer, { creditCode: In([...codes]) });
  const employers = new Map(
    found.filter((employer) => mayFill(employer, context)).map((employer) => [employer.creditCode, employer]),
  );
  for (const row of rows) {
    const code = codeOf(row);
    if (code === null || employers.has(code)) continue;
    row.report(
      'UNKNOWN_EMPLOYER',
      'creditCode',
      context.employerId === undefined ? {} : { message: '不是您的单位', hint: '只能填自己单位的信用代码' },
    );
  }
  return employers;
}

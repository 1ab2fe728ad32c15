import type { IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import type { Found, ParameterRow } from './parameter.js';

/** What a look-up may do beyond the plain answer. */
export interface LookUp {
  /** '' where the parameter has no qualifier */
  qualifier?: string;
  /** the planner alone may carry a REFUSE row on, flagged */
  assume?: boolean;
}

/** `CN`, then ever narrower: `64`, `6403`, `640324`. */
const scopesOf = (divisionCode: string): string[] => [
  'CN',
  ...[2, 4, 6].map((digits) => divisionCode.slice(0, digits)),
];

const latest = (rows: readonly ParameterRow[]): ParameterRow | undefined =>
  rows.reduce<ParameterRow | undefined>(
    (best, row) => (best === undefined || row.from > best.from ? row : best),
    undefined,
  );

/**
 * The parameters that hold at one place. Pure: the rows come in as an argument, shipped ones and operators' alike.
 *
 * An operator's row stands before a shipped one, and both before a demo one, within the same scope.
 */
export class Law {
  private readonly byCode = new Map<string, ParameterRow[]>();
  private readonly scopes: string[];

  /** @param divisionCode 6 or 12 digits */
  constructor(
    rows: readonly ParameterRow[],
    readonly divisionCode: string,
  ) {
    this.scopes = scopesOf(divisionCode).reverse();
    const here = new Set(this.scopes);
    for (const row of rows) {
      if (!here.has(row.scope)) continue;
      const list = this.byCode.get(row.code);
      if (list) list.push(row);
      else this.byCode.set(row.code, [row]);
    }
  }

  /**
   * The value in force on a day.
   *
   * @throws RuleRefusal LAW_UNKNOWN naming code, scope and day: before the first period, in a gap, or after the end of a REFUSE row
   */
  on(code: string, day: IsoDate, options: LookUp = {}): Found {
    const found = this.find(code, day, options);
    if (found) return found;
    const scope = this.scopes[0] as string;
    throw new RuleRefusal(
      'LAW_UNKNOWN',
      code,
      day,
      `没有「${code}」在 ${day} 的数值（区划 ${scope}），不能计算。请由县残联按文件录入这一参数。`,
      { scope, qualifier: options.qualifier ?? '' },
    );
  }

  /** The same, undefined instead of a refusal. */
  find(code: string, day: IsoDate, { qualifier = '', assume = false }: LookUp = {}): Found | undefined {
    const rows = (this.byCode.get(code) ?? []).filter((row) => row.qualifier === qualifier);
    for (const scope of this.scopes) {
      const inScope = rows.filter((row) => row.scope === scope && row.from <= day);
      for (const origin of ['OPERATOR', 'SHIPPED', 'DEMO'] as const) {
        const started = inScope.filter((row) => row.origin === origin);
        const inForce = latest(started.filter((row) => row.to === null || day <= row.to));
        if (inForce) return { answer: 'known', row: inForce };
      }
      const last = latest(inScope);
      const startsLater = rows.some((row) => row.scope === scope && row.from > day);
      if (last && !startsLater && (last.afterEnd === 'ASSUME' || assume))
        return { answer: 'assumed-continued', row: last };
    }
    return undefined;
  }

  /** Every row that may matter here on a day, for showing. */
  inForce(day: IsoDate): ParameterRow[] {
    return [...this.byCode.values()]
      .flat()
      .filter((row) => row.from <= day && (row.to === null || day <= row.to))
      .sort((a, b) => (a.code + a.qualifier < b.code + b.qualifier ? -1 : 1));
  }
}

/** What is wrong with a set of rows: the checks every table of law must pass. Empty when all is well. */
export function problemsOf(rows: readonly ParameterRow[]): string[] {
  const problems: string[] = [];
  const groups = new Map<string, ParameterRow[]>();
  for (const row of rows) {
    const name = `${row.code} ${row.scope} ${row.qualifier} ${row.origin}`;
    if (row.source.trim() === '') problems.push(`${name}: no source`);
    if (row.to !== null && row.to < row.from) problems.push(`${name}: ends before it begins`);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  for (const [name, group] of groups) {
    for (let index = 1; index < group.length; index += 1) {
      const [before, row] = [group[index - 1] as ParameterRow, group[index] as ParameterRow];
      if (before.to === null || row.from <= before.to)
        problems.push(`${name}: the period from ${row.from} overlaps the one before`);
    }
  }
  return problems;
}

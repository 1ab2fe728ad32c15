import Fraction from 'fraction.js';
import type { IsoDate } from '../calendar.js';
import { Law, type LookUp } from '../law/law.js';
import type { Found, ParameterRow } from '../law/parameter.js';

/** A parameter that a result rests on, as it is shown and stored with the result. */
export interface UsedParameter {
  code: string;
  qualifier: string;
  value: string;
  from: string;
  to: string | null;
  source: string;
  status: ParameterRow['status'];
  origin: ParameterRow['origin'];
  answer: Found['answer'];
}

/** What stands beside a step that rests on this row: nothing for a confirmed one. */
export function noteOf({ answer, row }: Found): string | undefined {
  if (answer === 'assumed-continued') return '按原规定顺延，待新文件';
  if (row.origin === 'DEMO') return '演示参数';
  return row.status === 'UNCONFIRMED' ? '未核对原文' : undefined;
}

/** Looks parameters up and remembers each one, so that a result can name every row it used. */
export class UsedLaw {
  private readonly used = new Map<string, Found>();

  constructor(
    readonly law: Law,
    private readonly assume = false,
  ) {}

  on(code: string, day: IsoDate, qualifier = ''): Found {
    return this.remember(this.law.on(code, day, this.options(qualifier)));
  }

  find(code: string, day: IsoDate, qualifier = ''): Found | undefined {
    const found = this.law.find(code, day, this.options(qualifier));
    return found && this.remember(found);
  }

  fraction(code: string, day: IsoDate, qualifier = ''): { value: Fraction; source: string; note: string | undefined } {
    const found = this.on(code, day, qualifier);
    return { value: new Fraction(found.row.value), source: found.row.source, note: noteOf(found) };
  }

  setting(name: string, day: IsoDate): string {
    return this.on(`setting.${name}`, day).row.value;
  }

  /** Every row used so far, in order of first use. */
  parameters(): UsedParameter[] {
    return [...this.used.values()].map(({ answer, row }) => ({
      code: row.code,
      qualifier: row.qualifier,
      value: row.value,
      from: row.from,
      to: row.to,
      source: row.source,
      status: row.status,
      origin: row.origin,
      answer,
    }));
  }

  private options(qualifier: string): LookUp {
    return { qualifier, assume: this.assume };
  }

  private remember(found: Found): Found {
    this.used.set(found.row.id, found);
    return found;
  }
}

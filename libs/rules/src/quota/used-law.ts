import Fraction from 'fraction.js';
import type { IsoDate } from '../calendar.js';
import { Law, type LookUp } from '../law/law.js';
import type { Found, ParameterRow } from '../law/parameter.js';
import { RuleRefusal } from '../refusal.js';

/** A parameter that a result rests on, as it is shown and stored with the result. */
export interface UsedParameter {
  /** of the row; stays what it was when the row is superseded */
  id: string;
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

/** The source with how far it is confirmed: a sentence that refuses somebody says both. */
export const sourceOf = (found: Found): string => {
  const note = noteOf(found);
  return note === undefined || found.row.source.startsWith(note) ? found.row.source : `${found.row.source}（${note}）`;
};

/** A parameter or setting as a step of a trace names it. */
export interface Named<T> {
  value: T;
  source: string;
  note: string | undefined;
}

/** What a result is for: `final` decides something, and refuses a value that is only assumed to go on; `assume` is the planner's. */
export interface Purpose {
  final?: boolean;
  assume?: boolean;
}

/** Several notes as one, each kind once; undefined where everything is confirmed. */
export const joinNotes = (notes: readonly (string | undefined)[]): string | undefined =>
  [...new Set(notes.filter((note) => note !== undefined))].join('、') || undefined;

/** Looks parameters up and remembers each one, so that a result can name every row it used. */
export class UsedLaw {
  private readonly used = new Map<string, Found>();
  private listeners: Set<Found>[] = [];
  readonly final: boolean;
  private readonly assume: boolean;

  constructor(
    readonly law: Law,
    { final = false, assume = false }: Purpose = {},
  ) {
    this.final = final;
    this.assume = assume;
  }

  /** @throws RuleRefusal LAW_UNKNOWN where no value is in force, or, for a final decision, only one that is assumed to go on */
  on(code: string, day: IsoDate, qualifier = ''): Found {
    return this.remember(this.law.on(code, day, this.options(qualifier)), day);
  }

  find(code: string, day: IsoDate, qualifier = ''): Found | undefined {
    const found = this.law.find(code, day, this.options(qualifier));
    return found && this.remember(found, day);
  }

  fraction(code: string, day: IsoDate, qualifier = ''): Named<Fraction> {
    const found = this.on(code, day, qualifier);
    return { value: new Fraction(found.row.value), source: found.row.source, note: noteOf(found) };
  }

  setting(name: string, day: IsoDate): Named<string> {
    const found = this.on(`setting.${name}`, day);
    return { value: found.row.value, source: found.row.source, note: noteOf(found) };
  }

  /** Does a piece of work and tells how far the rows it looked up are confirmed, each kind of note once. */
  noting<T>(work: () => T): { result: T; note: string | undefined } {
    const seen = new Set<Found>();
    this.listeners.push(seen);
    try {
      const result = work();
      return { result, note: joinNotes([...seen].map(noteOf)) };
    } finally {
      this.listeners = this.listeners.filter((one) => one !== seen);
    }
  }

  /** Every row used so far, in order of first use. */
  parameters(): UsedParameter[] {
    return [...this.used.values()].map(({ answer, row }) => ({
      id: row.id,
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

  private remember(found: Found, day: IsoDate): Found {
    const { code } = found.row;
    if (this.final && found.answer !== 'known')
      throw new RuleRefusal('LAW_UNKNOWN', code, day, `「${code}」在 ${day} 还没有新的规定，不能据此作出决定。`);
    this.used.set(found.row.id, found);
    for (const listener of this.listeners) listener.add(found);
    return found;
  }
}

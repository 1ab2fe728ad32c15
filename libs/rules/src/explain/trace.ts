import Fraction from 'fraction.js';
import { decimalText } from '../money.js';

/** One step of a rule's reasoning. The tree is built by the code that computes, so number and explanation cannot disagree. */
export interface TraceNode {
  /** stable name of the step, `shortfall` */
  step: string;
  /** the same in the office's words, 缺口人数 */
  label: string;
  /** what came out, as text: exact fractions as `2/3`, decimals where they end, amounts in yuan */
  value: string;
  /** what went in, by name */
  inputs?: Record<string, string>;
  /** act and article, or 设定 where it is a choice between readings */
  source?: string;
  /** 未核实 or 演示参数: how far the parameter behind this step is confirmed */
  note?: string;
  children?: TraceNode[];
}

/** A result together with why. */
export interface Ruled<T> {
  result: T;
  trace: TraceNode;
}

/** What a step says besides its value. */
export interface StepOptions {
  inputs?: Record<string, string>;
  source?: string | undefined;
  note?: string | undefined;
  /** how the value is written; by default text, decimals and exact fractions are */
  shown?: string;
}

/** A fraction as exact text: a decimal where it ends within 6 places, else `n/d`. */
export function exactText(value: Fraction): string {
  const decimal = decimalText(value);
  return new Fraction(decimal).equals(value) ? decimal : value.toFraction();
}

const textOf = (value: unknown): string => (value instanceof Fraction ? exactText(value) : String(value));

/** Collects the steps of one rule in order. */
export class Trace {
  private readonly children: TraceNode[] = [];

  constructor(
    private readonly name: string,
    private readonly label: string,
  ) {}

  /** Notes a step and hands its value on, so a step cannot be computed without being told. */
  step<T>(step: string, label: string, value: T, options: StepOptions = {}): T {
    const { inputs, source, note, shown } = options;
    this.children.push({
      step,
      label,
      value: shown ?? textOf(value),
      ...(inputs ? { inputs } : {}),
      ...(source ? { source } : {}),
      ...(note ? { note } : {}),
    });
    return value;
  }

  /** Hangs another rule's trace below this one. */
  child(trace: TraceNode): void {
    this.children.push(trace);
  }

  /** @param value what the whole rule came to */
  done(value: unknown): TraceNode {
    return { step: this.name, label: this.label, value: textOf(value), children: this.children };
  }
}

/** Every node of a tree with its depth, top first: rows for a table. */
export function traceRows(trace: TraceNode, depth = 0): { depth: number; node: TraceNode }[] {
  return [{ depth, node: trace }, ...(trace.children ?? []).flatMap((child) => traceRows(child, depth + 1))];
}

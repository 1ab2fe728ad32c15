import Fraction from 'fraction.js';
import type { IsoDate } from '../calendar.js';
import { type Ruled, Trace } from '../explain/trace.js';
import { type Fen, yuanText } from '../money.js';
import { type Counted, countHires, type HireFacts } from './counting.js';
import { annualHeadcount } from './headcount.js';
import { assessLevy, type Levy, type UnitKind } from './levy.js';
import type { UsedLaw } from './used-law.js';

const NOBODY = new Fraction(0);

/** What a unit declared of the calendar year before the levy year. */
export interface YearFacts {
  /** levy year */
  year: number;
  unitKind: UnitKind;
  /** absent while the unit has not said how many it employs: then the hires alone are counted */
  staff?: {
    monthlyHeadcount: readonly number[];
    seasonal?: { workers: number; months: number };
    payrollFen: Fen;
  };
  hires: readonly HireFacts[];
  /** the day the materials were filed; today for an estimate */
  filedOn: IsoDate;
  /** not verified within the window: nobody counts for that year */
  lapsed?: boolean;
}

/** One month: who was there, and what counted. */
export interface YearMonth {
  month: number;
  /** null while it was not said */
  headcount: number | null;
  counted: Fraction;
}

/** 按比例就业 of one unit and levy year. */
export interface YearAssessment {
  counted: Counted;
  months: YearMonth[];
  /** null while the headcount is not known */
  levy: Levy | null;
}

/**
 * A unit's whole year: months → headcount → counted hires → levy, each through its own rule.
 *
 * @param law for an assessment that stands it is final, and refuses where an estimate only warns
 * @throws RuleRefusal LAW_UNKNOWN naming the missing row; LEVY_INPUT for facts that cannot be
 * @source 财税〔2015〕72号; 残联厅函〔2022〕63号
 */
export function assessYear(facts: YearFacts, law: UsedLaw): Ruled<YearAssessment> {
  const { year, unitKind, staff, hires, filedOn, lapsed = false } = facts;
  const trace = new Trace('assessment', '按比例就业情况');
  const counting = countHires(hires, year - 1, filedOn, law);
  trace.child(counting.trace);
  const counted = counting.result;
  const months = Array.from({ length: 12 }, (_, index): YearMonth => {
    const sum = counted.matrix.reduce((all, { cells }) => all.add(cells[index]?.weight ?? 0), new Fraction(0));
    return { month: index + 1, headcount: staff?.monthlyHeadcount[index] ?? null, counted: sum };
  });
  if (staff === undefined)
    return { result: { counted, months, levy: null }, trace: trace.done('还没有职工人数和工资总额') };
  const employees = annualHeadcount({
    monthly: staff.monthlyHeadcount,
    ...(staff.seasonal === undefined ? {} : { seasonal: staff.seasonal }),
  });
  const { result: levy, trace: steps } = assessLevy(
    {
      year,
      unitKind,
      employees,
      payrollFen: new Fraction(staff.payrollFen),
      countedHires: lapsed ? NOBODY : counted.counted,
      countedHeads: lapsed ? NOBODY : counted.heads,
    },
    law,
  );
  if (lapsed)
    trace.step('lapsed', '没有在认证期内认证，本年按 0 人计', '0', {
      source: '按比例就业联网认证规定（转引）',
      note: '未核对原文',
    });
  trace.child(steps);
  return { result: { counted, months, levy }, trace: trace.done(`${yuanText(levy.levyFen)}元`) };
}

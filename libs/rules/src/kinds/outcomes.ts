import { type IsoDate, isTypedDay } from '../calendar.js';
import type { Fen } from '../money.js';
import { RuleRefusal } from '../refusal.js';
import {
  CONTRACT_WORDS,
  CONVERSION_WORDS,
  INCOME_WORDS,
  type IncomeWord,
  isWorkKind,
  KIND_FACTS,
} from './post-kinds.js';

/** What can be told of somebody's work: 合同, 参保, 一个月的收入, 见习转正, 见习学生的学校. */
export const OUTCOME_FACTS = {
  CONTRACT: '合同',
  INSURANCE: '参保',
  INCOME: '收入',
  CONVERSION: '见习结果',
  SCHOOL: '学校',
} as const;
export type OutcomeFact = keyof typeof OUTCOME_FACTS;

/** A month's money above this is a slip of the keyboard. */
export const MOST_MONTHLY_FEN: Fen = 100_000_00;
const MOST_SCHOOL = 60;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const MONTH_LENGTH = 7;
/** The slot of a fact that a placement has once. */
const ONCE = '-';

/** What was written about a placement. Fields that a fact does not have stay null. */
export interface WrittenOutcome {
  fact: OutcomeFact;
  /** contract and insurance: the first day; conversion: the day of the word, for 留用 the first day of the contract */
  on: string | null;
  /** contract: the last day; null: open */
  until: string | null;
  /** income: `YYYY-MM` */
  month: string | null;
  /** a code of the fact's words */
  word: string | null;
  fen: Fen | null;
  /** the school's name */
  text: string | null;
}

/** A fact as it is kept: one a slot. The same slot again is a correction. */
export interface KeptOutcome {
  fact: OutcomeFact;
  slot: string;
  factOn: IsoDate | null;
  endsOn: IsoDate | null;
  word: string | null;
  fen: Fen | null;
  text: string | null;
}

/** The work that it is told of. */
export interface WorkedAt {
  kind: string;
  startedOn: IsoDate;
  /** the last day worked; null: still there */
  endedOn: IsoDate | null;
}

/** The facts that work of a kind has, in the order of {@link OUTCOME_FACTS}. */
export function outcomeFacts(kind: string): OutcomeFact[] {
  if (!isWorkKind(kind)) return [];
  const { insured, converts } = KIND_FACTS[kind];
  return [
    'CONTRACT',
    ...(insured ? (['INSURANCE'] as const) : []),
    'INCOME',
    ...(converts ? (['CONVERSION', 'SCHOOL'] as const) : []),
  ];
}

/** The words that a fact takes for work of a kind; none for a fact without words. */
export function outcomeWords(kind: string, fact: OutcomeFact): readonly string[] {
  if (!isWorkKind(kind)) return [];
  const { contracts, incomes } = KIND_FACTS[kind];
  if (fact === 'CONTRACT') return contracts;
  if (fact === 'INCOME') return incomes;
  return fact === 'CONVERSION' ? Object.keys(CONVERSION_WORDS) : [];
}

const WORDS: Readonly<Record<string, string>> = { ...CONTRACT_WORDS, ...INCOME_WORDS, ...CONVERSION_WORDS };

/** A word's text; what is none stays as it is. */
export const outcomeWordText = (word: string): string => WORDS[word] ?? word;

const wrong = (field: string, message: string): RuleRefusal => new RuleRefusal('VALIDATION', field, undefined, message);

const monthOf = (day: IsoDate): string => day.slice(0, MONTH_LENGTH);

/**
 * What was written about somebody's work, as it is kept.
 *
 * @param work  the kind of post, and from when to when
 * @param today nothing is told of the days after it
 * @throws RuleRefusal VALIDATION with the field: `fact` that the kind does not have, `on`, `until`, `month`, `word`, `fen`, `text`
 */
export function outcomeOf(work: WorkedAt, written: WrittenOutcome, today: IsoDate): KeptOutcome {
  const { fact } = written;
  if (!outcomeFacts(work.kind).includes(fact))
    throw wrong('fact', `这类岗位不记「${OUTCOME_FACTS[fact] ?? '这一项'}」。`);
  const nothing = { fact, slot: ONCE, factOn: null, endsOn: null, word: null, fen: null, text: null };
  switch (fact) {
    case 'CONTRACT': {
      const factOn = firstDay(written.on, today, work.endedOn);
      const endsOn = written.until === null ? null : dayOf(written.until, 'until');
      if (endsOn !== null && endsOn < factOn) throw wrong('until', '合同的最后一天早于第一天。');
      return { ...nothing, slot: factOn, factOn, endsOn, word: wordOf(work.kind, written) };
    }
    case 'INSURANCE':
      return { ...nothing, factOn: firstDay(written.on, today, work.endedOn) };
    case 'INCOME': {
      const word = wordOf(work.kind, written);
      return {
        ...nothing,
        slot: `${incomeMonth(work, written.month, today)}/${word}`,
        word,
        fen: amountOf(written.fen),
      };
    }
    case 'CONVERSION': {
      const factOn = firstDay(written.on, today, null);
      if (factOn < work.startedOn) throw wrong('on', '这一天还没有开始见习。');
      return { ...nothing, factOn, word: wordOf(work.kind, written) };
    }
    case 'SCHOOL': {
      const text = written.text?.trim() ?? '';
      if (text === '') throw wrong('text', '请填学校名称。');
      if ([...text].length > MOST_SCHOOL) throw wrong('text', `学校名称最多 ${MOST_SCHOOL} 字。`);
      return { ...nothing, text };
    }
  }
}

function dayOf(text: string | null, field: string): IsoDate {
  if (text === null || !isTypedDay(text)) throw wrong(field, '日期要写成 2026-03-01 这样。');
  return text;
}

function firstDay(text: string | null, today: IsoDate, endedOn: IsoDate | null): IsoDate {
  const day = dayOf(text, 'on');
  if (day > today) throw wrong('on', '这一天还没有到，到了再记。');
  if (endedOn !== null && day > endedOn) throw wrong('on', '这一天已经离岗了。');
  return day;
}

function wordOf(kind: string, { fact, word }: WrittenOutcome): string {
  const words = outcomeWords(kind, fact);
  if (word === null || !words.includes(word)) throw wrong('word', `请选：${words.map(outcomeWordText).join('、')}。`);
  return word;
}

function incomeMonth(work: WorkedAt, month: string | null, today: IsoDate): string {
  if (month === null || !MONTH.test(month)) throw wrong('month', '月份要写成 2026-03 这样。');
  const last = work.endedOn !== null && work.endedOn < today ? work.endedOn : today;
  if (month < monthOf(work.startedOn) || month > monthOf(last)) throw wrong('month', '这个月不在岗，没有收入可记。');
  return month;
}

function amountOf(fen: Fen | null): Fen {
  if (fen === null || !Number.isSafeInteger(fen) || fen < 0) throw wrong('fen', '请填金额；这个月没有收入就填 0。');
  if (fen > MOST_MONTHLY_FEN) throw wrong('fen', '金额太大，请核对。');
  return fen;
}

/** One kept income of somebody: slot and amount. */
export type IncomeRow = Pick<KeptOutcome, 'slot' | 'fen'>;

/**
 * What somebody earned in a month, whatever it was paid as; null where nothing was reported: 未报 is not 0.
 *
 * @param rows incomes of one placement
 */
export function monthlyIncome(rows: readonly IncomeRow[], month: string): Fen | null {
  const told = rows.filter(({ slot }) => slot.startsWith(`${month}/`));
  return told.length === 0 ? null : told.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
}

/** The month and the kind of pay of an income's slot. */
export function incomeSlot(slot: string): { month: string; word: IncomeWord } {
  const [month = '', word = ''] = slot.split('/');
  return { month, word: word as IncomeWord };
}

/** So many months ending with the one of a day, the newest first. */
export function monthsUntil(day: IsoDate, count: number): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, MONTH_LENGTH)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const at = last - back;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

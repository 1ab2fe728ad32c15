import Fraction from 'fraction.js';
import { yuanText } from '../money.js';

/** How a value is written by people, and what is stored of it. */
export type Grammar =
  | { kind: 'FRACTION' /** largest share that can be meant */; max: string }
  | {
      kind: 'MONEY' /** stored as fen, or as yuan with two places */;
      stored: 'FEN' | 'YUAN';
      minYuan: number;
      maxYuan: number;
    }
  | { kind: 'INTEGER'; min: number; max: number }
  | { kind: 'LIST'; choices: Readonly<Record<string, string>> }
  | { kind: 'WINDOW' }
  | { kind: 'AGE_BOUNDS' }
  | { kind: 'CHOICE'; choices: Readonly<Record<string, string>> };

/** A value that fits, as it is stored, or what is wrong with it and how to mend it. */
export type ReadValue = { ok: true; value: string } | { ok: false; message: string };

const right = (value: string): ReadValue => ({ ok: true, value });
const wrong = (message: string): ReadValue => ({ ok: false, message });

const PERCENT = /^(\d{1,3}(?:\.\d{1,6})?)%$/;
const DECIMAL = /^\d{1,3}(?:\.\d{1,6})?$/;
const RATIO = /^(\d{1,6})\/([1-9]\d{0,5})$/;
const YUAN = /^(\d{1,9})(?:\.(\d{1,2}))?$/;
const WINDOW = /^(\d{2})-(\d{2})\.\.(\d{2})-(\d{2})$/;
const AGES = /^(\d{1,3})\.\.(\d{1,3})$/;
/** A leap year: 29 February may be the end of a window. */
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const OLDEST = 80;
const YOUNGEST = 14;

/** Full-width digits and signs as half-width ones, without blanks: what a Chinese keyboard leaves. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200d\ufeff]/g, '')
    .replaceAll('～', '..')
    .replaceAll('~', '..');

const dayExists = (month: number, day: number): boolean => day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0);

function readFraction(text: string, max: string): ReadValue {
  const ratio = RATIO.exec(text);
  const percent = PERCENT.exec(text);
  if (!ratio && !percent && !DECIMAL.test(text)) return wrong('要写成 1.5%、0.015 或 3/200 这样');
  const value = percent ? new Fraction(percent[1] as string).div(100) : new Fraction(text);
  if (value.compare(0) <= 0) return wrong('要大于 0');
  if (value.compare(max) > 0)
    return wrong(`比能有的最大值 ${new Fraction(max).toFraction()} 还大，请看是不是漏了百分号或小数点`);
  return right(value.toFraction());
}

function readMoney(text: string, { stored, minYuan, maxYuan }: Extract<Grammar, { kind: 'MONEY' }>): ReadValue {
  const match = YUAN.exec(text.replace(/元$/, ''));
  if (!match) return wrong('要写成以元为单位的金额，例如 1950 或 1950.00，不写千位逗号');
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  // A sum in fen typed where yuan is asked for would be a hundred times too much: the bounds catch it.
  if (fen < minYuan * 100 || fen > maxYuan * 100)
    return wrong(`要在 ${minYuan} 元到 ${maxYuan} 元之间，请看单位是不是元`);
  return right(stored === 'FEN' ? String(fen) : yuanText(fen));
}

function readInteger(text: string, { min, max }: Extract<Grammar, { kind: 'INTEGER' }>): ReadValue {
  if (!/^\d{1,9}$/.test(text)) return wrong('要写整数');
  const value = Number(text);
  return value < min || value > max ? wrong(`要在 ${min} 到 ${max} 之间`) : right(String(value));
}

function readList(text: string, choices: Readonly<Record<string, string>>): ReadValue {
  const byName = new Map(
    Object.entries(choices).flatMap(([code, name]) => [
      [code, code],
      [name, code],
    ]),
  );
  const codes = text
    .split(/[,、;]/)
    .filter(Boolean)
    .map((part) => byName.get(part));
  if (codes.length === 0 || codes.some((code) => code === undefined))
    return wrong(`只能从这些里选：${Object.values(choices).join('、')}`);
  if (new Set(codes).size < codes.length) return wrong('同一项写了两次');
  // In the order of the catalogue, so that the same list always is the same text.
  return right(
    Object.keys(choices)
      .filter((code) => codes.includes(code))
      .join(','),
  );
}

function readWindow(text: string): ReadValue {
  const [, fromMonth, fromDay, toMonth, toDay] = (WINDOW.exec(text) ?? []).map(Number);
  if (fromMonth === undefined || fromDay === undefined || toMonth === undefined || toDay === undefined)
    return wrong('要写成 03-01..10-31 这样：开始的月-日，两个点，结束的月-日');
  if (!dayExists(fromMonth, fromDay) || !dayExists(toMonth, toDay)) return wrong('没有这个月日');
  if (text.slice(0, 5) > text.slice(7)) return wrong('结束比开始早；跨年的要分两条录入');
  return right(text);
}

function readAges(text: string): ReadValue {
  const [, lower, upper] = (AGES.exec(text.replace(/周?岁$/, '')) ?? []).map(Number);
  if (lower === undefined || upper === undefined) return wrong('要写成 16..59 这样，两头都算在内');
  if (lower < YOUNGEST || upper > OLDEST || lower > upper)
    return wrong(`年龄要在 ${YOUNGEST} 到 ${OLDEST} 之间，前小后大`);
  return right(`${lower}..${upper}`);
}

function readChoice(text: string, choices: Readonly<Record<string, string>>): ReadValue {
  const code = Object.hasOwn(choices, text) ? text : Object.entries(choices).find(([, name]) => name === text)?.[0];
  if (code === undefined) return wrong(`只能选：${Object.values(choices).join('、')}`);
  return right(code);
}

/**
 * Reads a value as people write it.
 *
 * @param text `1.5%`, `1950.00`, `03-01..10-31`, `16..59`, a choice by its code or its Chinese name; full-width signs are taken too
 * @returns the text that is stored (`3/200`, fen), or what is wrong in one Chinese sentence without the full stop
 */
export function readValue(grammar: Grammar, text: string): ReadValue {
  const value = plain(text);
  if (value === '') return wrong('没有填');
  switch (grammar.kind) {
    case 'FRACTION':
      return readFraction(value, grammar.max);
    case 'MONEY':
      return readMoney(value, grammar);
    case 'INTEGER':
      return readInteger(value, grammar);
    case 'LIST':
      return readList(value, grammar.choices);
    case 'WINDOW':
      return readWindow(value);
    case 'AGE_BOUNDS':
      return readAges(value);
    case 'CHOICE':
      return readChoice(value, grammar.choices);
  }
}

/** True when a stored text is what {@link readValue} would store: shipped and demonstration rows are held to the same grammar. */
export function isStoredValue(grammar: Grammar, value: string): boolean {
  const typed =
    grammar.kind === 'MONEY' && grammar.stored === 'FEN' && /^\d{1,12}$/.test(value) ? yuanText(Number(value)) : value;
  const read = readValue(grammar, typed);
  return read.ok && read.value === value;
}

/** A stored value as people read it: `3/200` → 1.5%, fen → 元, codes → their names. What does not fit is shown as it stands. */
export function shownValue(grammar: Grammar, value: string): string {
  if (!isStoredValue(grammar, value)) return value;
  switch (grammar.kind) {
    case 'FRACTION': {
      const percent = new Fraction(value).mul(100);
      return percent.d <= 1_000_000n && /^\d+(\.\d{1,4})?$/.test(percent.toString()) ? `${percent.toString()}%` : value;
    }
    case 'MONEY':
      return `${grammar.stored === 'FEN' ? yuanText(Number(value)) : value}元`;
    case 'LIST':
      return value
        .split(',')
        .map((code) => grammar.choices[code] ?? code)
        .join('、');
    case 'CHOICE':
      return grammar.choices[value] ?? value;
    case 'WINDOW': {
      const [from = '', to = ''] = value.split('..');
      const said = (day: string): string => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`;
      return `${said(from)}到${said(to)}`;
    }
    case 'AGE_BOUNDS':
      return `${value.replace('..', '到')}周岁`;
    case 'INTEGER':
      return value;
  }
}

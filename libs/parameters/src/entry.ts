import type { Divisions } from '@tongxing/access';
import { DomainError } from '@tongxing/platform';
import {
  type AfterEnd,
  type IsoDate,
  isIsoDate,
  type ParameterKind,
  type ParameterRow,
  parameterKind,
  type ParameterStatus,
  readValue,
  scopeLevel,
} from '@tongxing/rules';
import type { EnteredParameter } from './entered-parameter.entity.js';

/** A dated value as an officer writes it down. */
export interface ParameterEntryInput {
  code: string;
  /** division code of 2, 4, 6 or 12 digits */
  scope: string;
  qualifier?: string | null;
  /** absent: the first of the code's units */
  unit?: string | null;
  /** as people write it: `1.5%`, `1950.00` yuan, `是` */
  value: string;
  from: string;
  to?: string | null;
  act: string;
  number?: string | null;
  article?: string | null;
  /** CONFIRMED: the issuer's own text was read; absent: UNCONFIRMED */
  status?: string | null;
  /** the confirmed row whose place it takes */
  supersedes?: string | null;
}

/** The same, read and found right. */
export interface CheckedEntry {
  kind: ParameterKind;
  code: string;
  scope: string;
  qualifier: string;
  unit: string;
  value: string;
  fromOn: IsoDate;
  toOn: IsoDate | null;
  act: string;
  number: string;
  article: string;
  status: ParameterStatus;
  afterEnd: AfterEnd;
  supersedesId: string | null;
}

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';
const TEXTS = { act: ['文件名称', 150], number: ['文号', 60], article: ['条款', 60] } as const;
/** Control signs, zero width and direction marks: they would let a source read other than it is. */
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

const bad = (field: string, message: string, hint?: string): DomainError =>
  new DomainError('VALIDATION', message, { field, ...(hint ? { hint } : {}) });

/** `640324000000` → `640324`, `640300` → `6403`; what is no code stays as it is. */
const shortScope = (scope: string): string =>
  /^(?:\d{6}|\d{12})$/.test(scope)
    ? scope
        .replace(/^(\d{6})0{6}$/, '$1')
        .replace(/^(\d\d)0000$/, '$1')
        .replace(/^(\d{4})00$/, '$1')
    : scope;

function textOf(input: ParameterEntryInput, field: keyof typeof TEXTS): string {
  const [name, longest] = TEXTS[field];
  const text = (input[field] ?? '').trim();
  if (field === 'act' && text === '') throw bad(field, '没有填文件名称。', '例如 关于调整全区最低工资标准的通知。');
  if ([...text].length > longest) throw bad(field, `${name}最多 ${longest} 字。`);
  if (HIDDEN.test(text)) throw bad(field, `${name}里有看不见的字符，请重新输入。`);
  return text;
}

function dayOf(field: 'from' | 'to', text: string): IsoDate {
  if (!isIsoDate(text)) throw bad(field, '日期不对：要写成 2026-03-01 这样，并且真有这一天。');
  if (text < FIRST_DAY || text > LAST_DAY) throw bad(field, `日期要在 ${FIRST_DAY} 到 ${LAST_DAY} 之间。`);
  return text;
}

function scopeOf(input: ParameterEntryInput, kind: ParameterKind, divisions: Divisions): string {
  const scope = shortScope(input.scope.trim());
  if (scope === 'CN') throw bad('scope', '全国的值随软件提供，不能录入。', '本地先用新文件的，请录到自己的区划上。');
  const level = scopeLevel(scope);
  if (level === undefined || !divisions.has(scope))
    throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'scope', hint: '例如 640324。' });
  if (!kind.scopes.includes(level)) throw bad('scope', `「${kind.name}」不能按这一级区划录入。`);
  return scope;
}

/**
 * Reads an entry by the catalogue.
 *
 * @throws DomainError VALIDATION naming field and an example: unknown code, a value that does not fit, a qualifier or unit that the code does
 *   not have, days that cannot be; DIVISION_UNKNOWN
 */
export function checkedEntry(input: ParameterEntryInput, divisions: Divisions): CheckedEntry {
  const kind = parameterKind(input.code.trim());
  if (kind === undefined) throw bad('code', '参数目录里没有这个代码。', '请从目录里选，例如 quota.ratio。');
  const scope = scopeOf(input, kind, divisions);
  const qualifier = (input.qualifier ?? '').trim();
  if (!Object.hasOwn(kind.qualifiers, qualifier))
    throw bad('qualifier', `「${kind.name}」要分清是哪一种：${Object.values(kind.qualifiers).join('、')}。`);
  const [firstUnit] = Object.keys(kind.units) as [string];
  const unit = (input.unit ?? '').trim() || firstUnit;
  if (!Object.hasOwn(kind.units, unit)) throw bad('unit', `单位只能是：${Object.values(kind.units).join('、')}。`);
  const read = readValue(kind.grammar, input.value);
  if (!read.ok) throw bad('value', `「${kind.name}」的值不对：${read.message}。`, `例如 ${kind.example}。`);
  const fromOn = dayOf('from', input.from);
  const toOn = input.to ? dayOf('to', input.to) : null;
  if (toOn !== null && toOn < fromOn) throw bad('to', '结束日比开始日早。');
  const status = input.status || 'UNCONFIRMED';
  if (status !== 'CONFIRMED' && status !== 'UNCONFIRMED') throw bad('status', '要选看过原文还是没看过。');
  return {
    kind,
    code: kind.code,
    scope,
    qualifier,
    unit,
    value: read.value,
    fromOn,
    toOn,
    act: textOf(input, 'act'),
    number: textOf(input, 'number'),
    article: textOf(input, 'article'),
    status,
    afterEnd: kind.afterEnd,
    supersedesId: input.supersedes || null,
  };
}

type Sourced = Pick<EnteredParameter, 'act' | 'number' | 'article'>;

/** 关于调整最低工资标准的通知（宁人社发〔2026〕1号）第二条 */
export const sourceText = ({ act, number, article }: Sourced): string =>
  `${act}${number === '' ? '' : `（${number}）`}${article}`;

type Dated = Omit<CheckedEntry, 'kind' | 'supersedesId'>;

/** An entered row as rules take it. */
export const ruleRow = (id: string, entry: Dated): ParameterRow => ({
  id,
  code: entry.code,
  scope: entry.scope,
  qualifier: entry.qualifier,
  unit: entry.unit,
  value: entry.value,
  from: entry.fromOn,
  to: entry.toOn,
  source: sourceText(entry),
  status: entry.status,
  origin: 'OPERATOR',
  afterEnd: entry.afterEnd,
});

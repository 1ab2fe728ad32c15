import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SHIPPED_SCHEMES } from '../../eligibility/index.js';
import {
  isStoredValue,
  PARAMETER_KINDS,
  parameterKind,
  readValue,
  scopeLevel,
  SHIPPED_LAW,
  shownValue,
} from '../index.js';

const FAMILIES =
  'levy|count|quota|setting|post|benefit|notice|work|verify|reward|lead|scheme|concentrated|calendar|target|match|retention|privacy';
/** In the pure rules a dotted word of a family can only be a parameter: there are no actions, tables or message keys of that shape. */
const DOTTED = new RegExp(`['"\`]((?:${FAMILIES})(?:\\.[A-Za-z_]+)+)['"\`]`, 'g');
/** Elsewhere policy actions and columns look alike: only what is asked of a law, in a list of rows, or named as a parameter. */
const ASKED = new RegExp(
  `(?:\\.(?:on|find|fraction)\\(|\\brow\\(|Parameter:)\\s*['"\`]((?:${FAMILIES})(?:\\.[A-Za-z_]+)+)['"\`]`,
  'g',
);
const SETTING = /\.setting\(\s*['"]([A-Za-z]+)['"]/g;

function codesIn(path: string, text: string): string[] {
  const pure = path.startsWith('libs/rules/');
  return [
    ...[...text.matchAll(pure ? DOTTED : ASKED)].map(([, code]) => code as string),
    ...[...text.matchAll(SETTING)].map(([, name]) => `setting.${name}`),
  ];
}

function sources(): [path: string, text: string][] {
  return ['libs', 'apps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\/test\/|\.spec\.|policy\.table|generated|law\/catalogue/.test(path))
      .map((path): [string, string] => [`${folder}/${path}`, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('the catalogue of parameters', () => {
  it('has a row for every code that a source looks up', () => {
    const asked = sources().flatMap(([path, text]) => codesIn(path, text).map((code) => ({ path, code })));
    // The collector itself: it must see the ways in which rules and features ask.
    const seen = new Set(asked.map(({ code }) => code));
    for (const code of [
      'levy.socialAverageWage',
      'count.minimumWage',
      'setting.wageClass',
      'setting.moneyRounding',
      'setting.noticeAnswerDays',
      'setting.feedbackAnswerDays',
      'work.age.min',
      'post.target.disabled',
      'notice.days',
      'benefit.train.max',
    ])
      expect(seen).toContain(code);
    expect(codesIn('libs/quota/src/x.ts', "law.on('levy.moonTax', day)")).toEqual(['levy.moonTax']);
    expect(asked.filter(({ code }) => parameterKind(code) === undefined)).toEqual([]);
  });

  it('has a row for every shipped row, which keeps to it', () => {
    const faults = SHIPPED_LAW.flatMap((row) => {
      const kind = parameterKind(row.code);
      const name = `${row.code} ${row.scope} ${row.qualifier} ${row.from}`;
      if (kind === undefined) return [`${name}: no such code`];
      const level = scopeLevel(row.scope);
      return [
        ...(isStoredValue(kind.grammar, row.value) ? [] : [`${name}: value ${row.value}`]),
        ...(Object.hasOwn(kind.units, row.unit) ? [] : [`${name}: unit ${row.unit}`]),
        ...(Object.hasOwn(kind.qualifiers, row.qualifier) ? [] : [`${name}: qualifier`]),
        ...(level !== undefined && kind.scopes.includes(level) ? [] : [`${name}: scope`]),
      ];
    });
    expect(faults).toEqual([]);
    for (const scheme of SHIPPED_SCHEMES) expect(parameterKind(scheme.amount.maxParameter)).toBeDefined();
  });

  it('says of every code what it is, with an example that its own grammar takes', () => {
    expect(new Set(PARAMETER_KINDS.map(({ code }) => code)).size).toBe(PARAMETER_KINDS.length);
    for (const { code, name, decides, example, grammar, units, qualifiers, scopes, rulebook } of PARAMETER_KINDS) {
      expect([code, readValue(grammar, example).ok]).toEqual([code, true]);
      expect(decides).toMatch(/。$/);
      expect(name).not.toBe('');
      expect(rulebook).toMatch(/^§\d/);
      expect(Object.keys(units).length).toBeGreaterThan(0);
      expect(Object.keys(qualifiers).length).toBeGreaterThan(0);
      expect(scopes.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['quota.ratio', '1.5%', '3/200', '1.5%'],
    ['quota.ratio', '０．０１５', '3/200', '1.5%'],
    ['quota.ratio', '3/200', '3/200', '1.5%'],
    ['levy.lateFee.daily', '5/1000', '1/200', '0.5%'],
    ['count.minimumWage', '1950', '195000', '1950.00元'],
    ['count.minimumWage', '1950.5元', '195050', '1950.50元'],
    ['benefit.train.max', '2000', '2000.00', '2000.00元'],
    ['count.ageBounds', '16～59', '16..59', '16到59周岁'],
    ['count.insurances', '医疗保险、养老保险', 'PENSION,MEDICAL', '养老保险、医疗保险'],
    ['verify.window', '03-01..10-31', '03-01..10-31', '3月1日到10月31日'],
    ['post.target.disabled', '是', 'yes', '是'],
    ['setting.headcountRounding', 'DP2', 'DP2', '保留两位小数'],
    ['notice.days', '５', '5', '5'],
  ])('%s takes %s and stores %s, shown as %s', (code, typed, stored, shown) => {
    const { grammar } = parameterKind(code) as (typeof PARAMETER_KINDS)[number];
    expect(readValue(grammar, typed)).toEqual({ ok: true, value: stored });
    expect(isStoredValue(grammar, stored)).toBe(true);
    expect(shownValue(grammar, stored)).toBe(shown);
  });

  it.each([
    ['quota.ratio', ''],
    ['quota.ratio', '1.5'],
    ['quota.ratio', '0'],
    ['quota.ratio', '-1%'],
    ['quota.ratio', '3/0'],
    ['quota.ratio', '1e-2'],
    ['count.minimumWage', '195000'],
    ['count.minimumWage', '1,950'],
    ['count.minimumWage', '1950.005'],
    ['count.minimumWage', 'NaN'],
    ['count.ageBounds', '59..16'],
    ['count.ageBounds', '16-59'],
    ['count.ageBounds', '16..200'],
    ['count.insurances', 'PENSION,PENSION'],
    ['count.insurances', 'HEALTH'],
    ['verify.window', '03-01..02-30'],
    ['verify.window', '10-31..03-01'],
    ['post.target.disabled', 'maybe'],
    ['post.target.disabled', 'constructor'],
    ['setting.moneyRounding', 'UP'],
    ['notice.days', '0'],
    ['notice.days', '61'],
    ['notice.days', '5.5'],
  ])('%s refuses %s in words', (code, typed) => {
    const { grammar } = parameterKind(code) as (typeof PARAMETER_KINDS)[number];
    const read = readValue(grammar, typed);
    expect(read.ok).toBe(false);
    expect(read).toHaveProperty('message', expect.stringMatching(/[\u4e00-\u9fff]/u));
  });
});

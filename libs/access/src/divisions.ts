import { DIVISION_ROWS } from './divisions/rows.js';

export type DivisionLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

/** 区划: one row of the division table. */
export interface Division {
  /** 12 digits */
  code: string;
  name: string;
  level: DivisionLevel;
  /** 12 digits; undefined for a province */
  parentCode?: string;
}

const LENGTH = 12;
const LEVELS: readonly [digits: number, level: DivisionLevel][] = [
  [2, 'PROVINCE'],
  [4, 'PREFECTURE'],
  [6, 'COUNTY'],
  [9, 'TOWNSHIP'],
  [12, 'VILLAGE'],
];
/** The form of a code, of any level. */
export const DIVISION_CODE = /^\d{2,12}$/;
/** Between province and county stand names that no address repeats. */
const PLACEHOLDERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
const SEPARATORS = /[\s/>、，,·-]+/g;

/**
 * The division table: every county-level division of the country, and the townships and villages of the counties served.
 * Small and read-only, so it stays in memory. @source GB/T 2260 codes; see divisions/rows.ts for date and origin
 */
export class Divisions {
  private readonly rows = new Map<string, Division>();
  private readonly childCodes = new Map<string, string[]>();
  private readonly byFullName = new Map<string, string>();

  constructor(lines: Iterable<readonly [code: string, name: string]>) {
    for (const [short, name] of lines) {
      const index = LEVELS.findIndex(([digits]) => digits === short.length);
      if (index < 0) throw new Error(`division code of an unknown length: ${short}`);
      const code = short.padEnd(LENGTH, '0');
      // A prefecture without counties (东莞, 中山, 儋州) stands in the source again as its own county.
      if (this.rows.has(code)) continue;
      const parentDigits = LEVELS[index - 1]?.[0];
      const parentCode = parentDigits === undefined ? undefined : short.slice(0, parentDigits).padEnd(LENGTH, '0');
      this.rows.set(code, {
        code,
        name,
        level: (LEVELS[index] as [number, DivisionLevel])[1],
        ...(parentCode ? { parentCode } : {}),
      });
      if (parentCode) this.childCodes.set(parentCode, [...(this.childCodes.get(parentCode) ?? []), code]);
    }
    for (const code of this.rows.keys()) this.byFullName.set(this.pathOf(code), code);
  }

  /** The table that comes with the software. */
  static shipped(): Divisions {
    const lines = DIVISION_ROWS.lines.trim().split('\n');
    return new Divisions(lines.map((line) => line.split(' ', 2) as [string, string]));
  }

  /** @param code 2, 4, 6, 9 or 12 digits */
  byCode(code: string): Division | undefined {
    return DIVISION_CODE.test(code) ? this.rows.get(code.padEnd(LENGTH, '0')) : undefined;
  }

  has(code: string): boolean {
    return this.byCode(code) !== undefined;
  }

  /** The division's own name; the code itself where it is unknown. */
  nameOf(code: string): string {
    return this.byCode(code)?.name ?? code;
  }

  /** 豫海镇新华村: a village with its town, since a name of a village is not the only one. */
  homeNameOf(code: string): string {
    const division = this.byCode(code);
    if (division?.level !== 'VILLAGE' || division.parentCode === undefined) return this.nameOf(code);
    return `${this.nameOf(division.parentCode)}${division.name}`;
  }

  /** Name of the county a division lies in; its own where it is no part of one. */
  countyNameOf(code: string): string {
    return this.nameOf(code.slice(0, 6));
  }

  /** The name from the province down, without placeholders: 宁夏回族自治区吴忠市同心县豫海镇. */
  pathOf(code: string): string {
    const names: string[] = [];
    for (let row = this.byCode(code); row; row = row.parentCode ? this.rows.get(row.parentCode) : undefined) {
      if (!PLACEHOLDERS.has(row.name)) names.unshift(row.name);
    }
    return names.join('');
  }

  /** The next level below, in code order. */
  children(code: string): Division[] {
    return (this.childCodes.get(code.padEnd(LENGTH, '0')) ?? []).map((child) => this.rows.get(child) as Division);
  }

  /** The counties whose townships are in the table: those this installation serves. */
  served(): Division[] {
    return [...this.rows.values()]
      .filter(({ code, level }) => level === 'COUNTY' && this.childCodes.has(code))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** @param text the full name from the province down, with or without blanks and separators */
  byPath(text: string): Division | undefined {
    const code = this.byFullName.get(text.replace(SEPARATORS, ''));
    return code === undefined ? undefined : this.rows.get(code);
  }
}

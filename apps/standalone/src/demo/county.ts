import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Divisions } from '@tongxing/access';
import { type IsoDate, yearOf } from '@tongxing/rules';
import { Citizens } from './citizens.js';
import { type Cells, csvOf, type Roster, writeWorkbook } from './files.js';
import { HEADCOUNT_HEADERS, headcountCells, headcountsOf } from './headcounts.js';
import { HIRE_HEADERS, Hires } from './hires.js';
import { type Holder, Holders, seekersOf } from './holders.js';
import { Names } from './names.js';
import { Numbers } from './numbers.js';
import { Places } from './places.js';
import { POINT_HEADERS, pointsOf } from './points.js';
import { POST_HEADERS, Posts } from './posts.js';
import { PROFILE_HEADERS, Profiles } from './profiles.js';
import { Random } from './random.js';
import { EMPLOYER_HEADERS, employerCells, MEMBER_HEADERS, memberRows, PEOPLE_HEADERS, peopleCells } from './rosters.js';
import { Units } from './units.js';

/** How large a made-up county is to be. */
export interface CountySize {
  /** 6 digits of a county whose villages are in the division table */
  countyCode: string;
  /** certificate holders */
  people: number;
  employers: number;
  posts: number;
  /** yuan a month: posts pay it at least, most employees get it */
  minimumWageYuan: number;
}

/** The two counties of the demonstration. */
export const TONGXIN: CountySize = {
  countyCode: '640324',
  people: 14_731,
  employers: 1_200,
  posts: 2_000,
  minimumWageYuan: 1_950,
};
export const XUNWU: CountySize = {
  countyCode: '360734',
  people: 600,
  employers: 60,
  posts: 120,
  minimumWageYuan: 1_850,
};

/** A made-up county, before it is written. */
export interface County {
  size: CountySize;
  rosters: readonly Roster[];
  /** people and a unit that demo accounts stand for */
  showcase: Showcase;
}

export interface Showcase {
  /** ID number of a job seeker who was assessed, and of one who was not */
  assessedSeeker: string;
  newSeeker: string;
  /** credit code of an employer below its quota */
  employer: string;
  /** ID numbers of job seekers, for caseloads */
  seekers: readonly string[];
  /** some of them whose names every bank can write, for applications for a subsidy */
  applicants: readonly string[];
}

export interface GeneratedFile {
  kind: string;
  path: string;
  rows: number;
}

export interface GeneratedCounty {
  countyCode: string;
  files: readonly GeneratedFile[];
  showcase: Showcase;
}

/** Kinds in the order in which they must come in: people before their households, employers before their posts. */
export const KINDS_IN_ORDER = [
  'people',
  'household-members',
  'functional-profiles',
  'employers',
  'posts',
  'headcounts',
  'hires',
  'service-points',
] as const;
/** Written as a workbook, the others as CSV, so that both ways in are used. */
const WORKBOOKS: readonly string[] = ['posts'];
const HOUSEHOLD_PREFIX: Readonly<Record<string, string>> = { '640324': 'TX', '360734': 'XW' };
const SEED = 'tongxing';
const SEEKERS_SHOWN = 120;
const ASSESSORS = 4;
/** In GBK; rare characters are not, and a bank's file refuses them. */
const BANK_NAME = /^[\u4e00-\u9fa5]+$/;

/**
 * Makes a county up: households, certificate holders, units, posts and a year of staff that hang together. Nothing in it is anybody's:
 * names bear a mark (names.ts), numbers are valid in form but given to nobody (numbers.ts).
 *
 * @param today every date is relative to it; figures of staff are those of the year before. The same size, day and seed give the same county.
 */
export function makeCounty(divisions: Divisions, size: CountySize, today: IsoDate, seed = SEED): County {
  const { countyCode, minimumWageYuan } = size;
  const random = new Random(`${seed}/${countyCode}`);
  const names = new Names(random.fork('names'), countyCode);
  const numbers = new Numbers(random.fork('numbers'), countyCode);
  const places = new Places(divisions, countyCode, random.fork('places'));
  const prefix = HOUSEHOLD_PREFIX[countyCode] ?? countyCode;
  const citizens = new Citizens(random.fork('citizens'), names, numbers, places, today, prefix);
  const households = citizens.households(size.people);
  const holders = new Holders(random.fork('holders'), numbers, places, today).all(households);

  const assessors = Array.from({ length: ASSESSORS }, () => names.full(undefined, true));
  const profiles = new Profiles(random.fork('profiles'), today, assessors).all(holders);
  const units = new Units(random.fork('units'), names, numbers, places, divisions.nameOf(countyCode)).all(
    size.employers,
  );
  const posts = new Posts(random.fork('posts'), places, today, minimumWageYuan, units).all(size.posts);
  const year = yearOf(today) - 1;
  const headcounts = headcountsOf(random.fork('headcounts'), units);
  const hires = new Hires(random.fork('hires'), citizens, year, today, minimumWageYuan, holders).all(
    headcounts,
    units.find(({ purpose }) => purpose === 'DISPATCH'),
  );

  const points = pointsOf(random.fork('points'), places, names, numbers, divisions.nameOf(countyCode), today);

  const roster = (kind: string, title: string, headers: readonly string[], rows: readonly Cells[]): Roster => ({
    kind,
    title,
    headers,
    rows,
  });
  return {
    size,
    rosters: [
      roster('people', '持证残疾人名册', PEOPLE_HEADERS, holders.map(peopleCells)),
      roster('household-members', '家庭成员', MEMBER_HEADERS, memberRows(random.fork('members'), households, holders)),
      roster('functional-profiles', '能力评估', PROFILE_HEADERS, profiles),
      roster('employers', '用人单位名册', EMPLOYER_HEADERS, units.map(employerCells)),
      roster('posts', '岗位', POST_HEADERS, posts),
      roster(
        'headcounts',
        '单位年度职工情况',
        HEADCOUNT_HEADERS,
        headcounts.map((one) => headcountCells(one, year)),
      ),
      roster('hires', '残疾职工', HIRE_HEADERS, hires),
      roster('service-points', '就业服务点', POINT_HEADERS, points),
    ],
    showcase: showcaseOf(holders, today, (units[0] as (typeof units)[number]).creditCode),
  };
}

function showcaseOf(holders: readonly Holder[], today: IsoDate, employer: string): Showcase {
  const shown = (role: Holder['role']): string => {
    const holder = holders.find((one) => one.role === role);
    if (holder === undefined) throw new Error(`a county needs at least five people to show a ${role}`);
    return holder.idNumber;
  };
  const plain = seekersOf(holders, today).filter(
    ({ role, certificate, expiresOn, account }) =>
      role === undefined && certificate !== '' && expiresOn >= today && account !== '',
  );
  const seekers = plain.slice(0, SEEKERS_SHOWN);
  return {
    assessedSeeker: shown('ASSESSED_SEEKER'),
    newSeeker: shown('NEW_SEEKER'),
    employer,
    seekers: seekers.map(({ idNumber }) => idNumber),
    applicants: seekers.filter(({ name }) => BANK_NAME.test(name)).map(({ idNumber }) => idNumber),
  };
}

/** The name of a county's file of a kind. */
export const fileNameOf = (countyCode: string, kind: string): string =>
  `演示-${countyCode}-${kind}.${WORKBOOKS.includes(kind) ? 'xlsx' : 'csv'}`;

/**
 * Makes a county up and writes its rosters into a directory, which is made if need be: CSV, and posts as a workbook.
 *
 * @returns the files in the order in which they are to be brought in
 */
export async function generateCounty(options: {
  divisions: Divisions;
  size: CountySize;
  today: IsoDate;
  directory: string;
  seed?: string;
}): Promise<GeneratedCounty> {
  const { divisions, size, today, directory, seed } = options;
  const { rosters, showcase } = makeCounty(divisions, size, today, seed);
  await mkdir(directory, { recursive: true });
  const files: GeneratedFile[] = [];
  for (const kind of KINDS_IN_ORDER) {
    const roster = rosters.find((one) => one.kind === kind) as Roster;
    const path = join(directory, fileNameOf(size.countyCode, kind));
    if (WORKBOOKS.includes(kind)) await writeWorkbook(path, roster);
    else await writeFile(path, csvOf(roster));
    files.push({ kind, path, rows: roster.rows.length });
  }
  return { countyCode: size.countyCode, files, showcase };
}

/** The bytes of a roster as one short text, to compare two runs by. */
export const digestOf = (roster: Roster): string => createHash('sha256').update(csvOf(roster)).digest('hex');

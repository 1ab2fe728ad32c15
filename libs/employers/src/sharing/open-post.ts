import type { ColumnSpec } from '@tongxing/imports';
import { EDUCATIONS, POST_KINDS } from '@tongxing/people';
import { redact } from '@tongxing/platform';
import { ABILITY_CODES, ABILITY_ITEMS, type IsoDate, yuanText } from '@tongxing/rules';
import type { Employer, Post } from '../employer.entity.js';
import { UNIT_KIND_WORDS, WELFARE_KINDS } from '../employer.words.js';
import { PAY_BASES, POST_COLUMNS, type PostsRow } from '../posts.kind.js';

/** Version of the description of the fields; raised when one changes its meaning. */
export const OPEN_POSTS_FORMAT = 'tongxing-open-posts/1';

/** One demand of an open post. */
export interface OpenDemand {
  item: string;
  level: number;
  task: string | null;
}

/** An open post as everybody may take it away: the employer and the work, nobody's name, phone or number. */
export interface OpenPost {
  sourceOffice: string;
  sourceId: string;
  version: number;
  deliveredOn: IsoDate;
  /** posts of this office in this delivery */
  deliveredPosts: number;
  confirmedOn: IsoDate;
  title: string;
  kind: string;
  welfareKind: string | null;
  unitName: string | null;
  payBasis: string | null;
  internMonths: number | null;
  employerName: string;
  employerCreditCode: string;
  employerKind: string;
  divisionCode: string;
  divisionName: string;
  remote: boolean;
  monthlyWageYuan: { low: string; high: string };
  weeklyHours: number | null;
  nightShift: boolean | null;
  openings: number;
  minEducation: string | null;
  skills: string[];
  licences: string[];
  demands: OpenDemand[];
  accommodations: string[];
  legalBasis: string | null;
  publishedOn: IsoDate;
  closesOn: IsoDate;
}

const TENTHS = 10;
/** Stands between the tasks of a cell. */
const TASKS_APART = '｜';
const LONGEST_TASKS = 2_000;

const wordFor = (choices: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '' : (Object.entries(choices).find(([, value]) => value === code)?.[0] ?? code);

/** Text of an employer without what looks like somebody's number. */
const impersonal = (text: string): string => redact(text);
const impersonalOr = (text: string | null): string | null => (text === null ? null : impersonal(text));

export interface Delivery {
  on: IsoDate;
  /** county → posts */
  counts: ReadonlyMap<string, number>;
}

export function openPostOf(
  post: Post,
  employer: Pick<Employer, 'name' | 'creditCode' | 'unitKind'>,
  divisionName: string,
  { on, counts }: Delivery,
): OpenPost {
  const county = post.divisionCode.slice(0, 6);
  return {
    sourceOffice: `${county}000000`,
    sourceId: post.id,
    version: post.version,
    deliveredOn: on,
    deliveredPosts: counts.get(county) ?? 0,
    confirmedOn: post.confirmedOn ?? post.publishedOn,
    title: impersonal(post.title),
    kind: post.kind,
    welfareKind: impersonalOr(post.welfareKind),
    unitName: impersonalOr(post.unitName),
    payBasis: post.payBasis,
    internMonths: post.internMonths,
    employerName: employer.name,
    employerCreditCode: employer.creditCode,
    employerKind: employer.unitKind,
    divisionCode: post.workDivisionCode,
    divisionName,
    remote: post.remote,
    monthlyWageYuan: { low: yuanText(post.wageLowFen), high: yuanText(post.wageHighFen) },
    weeklyHours: post.weeklyHours === null ? null : post.weeklyHours / TENTHS,
    nightShift: post.nightShift,
    openings: post.openings,
    minEducation: post.minEducation,
    skills: post.skills.map(impersonal),
    licences: post.licences.map(impersonal),
    demands: ABILITY_CODES.flatMap((item) => {
      const level = post.demands?.[item];
      return level === undefined ? [] : [{ item, level, task: impersonalOr(post.tasks?.[item] ?? null) }];
    }),
    accommodations: post.provisions.map(impersonal),
    legalBasis: impersonalOr(post.legalBasis),
    publishedOn: post.publishedOn,
    closesOn: post.closesOn,
  };
}

/** A row of the roster of shared posts: that of posts, with where it comes from. */
export interface SharedPostsRow extends PostsRow {
  sourceOffice: string;
  sourceId: string;
  sourceVersion: number;
  deliveredOn: IsoDate;
  deliveredPosts: number;
  confirmedOn: IsoDate;
  employerName: string;
  employerKind: Employer['unitKind'];
  tasks: string;
}

const MOST_POSTS = 200_000;
const MOST_VERSIONS = 2_000_000_000;

const OWN_COLUMNS: readonly ColumnSpec[] = [
  {
    key: 'sourceOffice',
    header: '来源区划',
    type: 'division',
    sample: '640302000000',
    required: true,
    anywhere: true,
    note: '岗位来自哪个县的残联；要先在共享岗位页登记。',
  },
  {
    key: 'sourceId',
    header: '来源编号',
    type: 'text',
    sample: '019a0000-0000-7000-8000-000000000001',
    required: true,
    maxLength: 40,
    holdsNumbers: true,
    note: '岗位在来源机构的编号，不变；编号相同就是同一个岗位。',
  },
  {
    key: 'sourceVersion',
    header: '版本',
    type: 'integer',
    sample: '3',
    required: true,
    min: 1,
    max: MOST_VERSIONS,
    note: '比这里的大才替换，一样或更小的不动。',
  },
  {
    key: 'deliveredOn',
    header: '数据日期',
    type: 'day',
    sample: '2026-11-20',
    required: true,
    note: '来源机构做这份数据的日子。',
  },
  {
    key: 'deliveredPosts',
    header: '本次总数',
    type: 'integer',
    sample: '1',
    required: true,
    min: 1,
    max: MOST_POSTS,
    note: '这份数据里这个来源一共几个岗位；收齐了，不在里面的岗位才算没有再确认。',
  },
  { key: 'confirmedOn', header: '最近确认日期', type: 'day', sample: '2026-11-18' },
  { key: 'employerName', header: '单位名称', type: 'text', sample: '示例食品有限公司', required: true, maxLength: 100 },
  {
    key: 'employerKind',
    header: '单位性质',
    type: 'choice',
    sample: '企业',
    required: true,
    choices: UNIT_KIND_WORDS,
  },
];
const TASKS: ColumnSpec = {
  key: 'tasks',
  header: '要求对应的工作',
  type: 'text',
  sample: '久站：站着装箱｜搬举：搬纸箱',
  maxLength: LONGEST_TASKS,
  note: '每一项写「要求：工作」，几项用｜分开。',
};

/** Where the work lies is said by the division alone. */
const POINTS: readonly string[] = ['longitude', 'latitude'];

export const SHARED_COLUMNS: readonly ColumnSpec[] = [
  ...OWN_COLUMNS,
  ...POST_COLUMNS.filter(({ key }) => !POINTS.includes(key)),
  TASKS,
];

const yesNo = (flag: boolean | null): string => (flag === null ? '' : flag ? '是' : '否');
const itemWord = (code: string): string => wordFor(ABILITY_ITEMS, code);
const listed = (items: readonly string[]): string => items.join('、');

const CELLS: Readonly<Record<keyof SharedPostsRow, ((post: OpenPost) => string) | null>> = {
  sourceOffice: ({ sourceOffice }) => sourceOffice,
  sourceId: ({ sourceId }) => sourceId,
  sourceVersion: ({ version }) => String(version),
  deliveredOn: ({ deliveredOn }) => deliveredOn,
  deliveredPosts: ({ deliveredPosts }) => String(deliveredPosts),
  confirmedOn: ({ confirmedOn }) => confirmedOn,
  employerName: ({ employerName }) => employerName,
  employerKind: ({ employerKind }) => wordFor(UNIT_KIND_WORDS, employerKind),
  creditCode: ({ employerCreditCode }) => employerCreditCode,
  title: ({ title }) => title,
  kind: ({ kind }) => wordFor(POST_KINDS, kind),
  welfareKind: ({ welfareKind }) => wordFor(WELFARE_KINDS, welfareKind),
  unitName: ({ unitName }) => unitName ?? '',
  payBasis: ({ payBasis }) => wordFor(PAY_BASES, payBasis),
  internMonths: ({ internMonths }) => (internMonths === null ? '' : String(internMonths)),
  openings: ({ openings }) => String(openings),
  workDivision: ({ divisionCode }) => divisionCode,
  longitude: null,
  latitude: null,
  remote: ({ remote }) => yesNo(remote),
  wageLowFen: ({ monthlyWageYuan }) => monthlyWageYuan.low,
  wageHighFen: ({ monthlyWageYuan }) => monthlyWageYuan.high,
  weeklyHours: ({ weeklyHours }) => (weeklyHours === null ? '' : String(weeklyHours)),
  nightShift: ({ nightShift }) => yesNo(nightShift),
  minEducation: ({ minEducation }) => wordFor(EDUCATIONS, minEducation),
  skills: ({ skills }) => listed(skills),
  licences: ({ licences }) => listed(licences),
  demands: ({ demands }) => listed(demands.map(({ item, level }) => `${itemWord(item)}${level}`)),
  provisions: ({ accommodations }) => listed(accommodations),
  publishedOn: ({ publishedOn }) => publishedOn,
  closesOn: ({ closesOn }) => closesOn,
  legalBasis: ({ legalBasis }) => legalBasis ?? '',
  tasks: ({ demands }) =>
    demands
      .flatMap(({ item, task }) => (task === null ? [] : `${itemWord(item)}：${task.replaceAll(TASKS_APART, '|')}`))
      .join(TASKS_APART),
};

/** Cells of a post in the order of {@link SHARED_COLUMNS}. */
export const cellsOf = (post: OpenPost): string[] =>
  SHARED_COLUMNS.map(({ key }) => CELLS[key as keyof SharedPostsRow]?.(post) ?? '');

/** Item → task of a cell; null: none is told. What names no item of the scale is left out. */
export function tasksOf(cell: string | null | undefined): Record<string, string> | null {
  const items: Readonly<Record<string, string>> = ABILITY_ITEMS;
  const tasks: Record<string, string> = {};
  for (const part of (cell ?? '').split(TASKS_APART)) {
    const [, word = '', task = ''] = /^([^：:]+)[：:](.+)$/.exec(part.trim()) ?? [];
    const item = items[word.trim()];
    if (item !== undefined && task.trim() !== '') tasks[item] = task.trim();
  }
  return Object.keys(tasks).length > 0 ? tasks : null;
}

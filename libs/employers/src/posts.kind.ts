import { insertRows, type UnitOfWork } from '@tongxing/database';
import type { ColumnSpec, ImportContext, ImportKind, ImportRow, RowValues } from '@tongxing/imports';
import { EDUCATIONS, POST_KINDS } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import {
  ABILITY_ITEMS,
  INCOME_WORDS,
  type IsoDate,
  kindProblems,
  limitsIn,
  MOST_INTERN_MONTHS,
  needsNoSight,
} from '@tongxing/rules';
import { In } from 'typeorm';
import { type Employer, Post, type PostDemands, type PostLife } from './employer.entity.js';
import { WELFARE_KINDS } from './employer.words.js';
import { employersOfRows } from './employers-of-rows.js';
import { kept, LATITUDE, LONGITUDE, microDegrees, same } from './roster-values.js';

/** A row of the 岗位 roster. */
export interface PostsRow {
  creditCode: string;
  title: string;
  kind: string;
  welfareKind: string;
  unitName: string;
  payBasis: string;
  internMonths: number;
  openings: number;
  workDivision: string;
  longitude: number;
  latitude: number;
  remote: boolean;
  wageLowFen: number;
  wageHighFen: number;
  weeklyHours: number;
  nightShift: boolean;
  minEducation: string;
  skills: string[];
  licences: string[];
  demands: PostDemands;
  provisions: string[];
  publishedOn: IsoDate;
  closesOn: IsoDate;
  legalBasis: string;
}

const MAX_OPENINGS = 10_000;
const MAX_WAGE_FEN = 100_000_00;
const MAX_WEEKLY_HOURS = 168;
const MIN_WEEKLY_HOURS = 0.5;
const TENTHS = 10;
export const PAY_BASES = Object.fromEntries(Object.entries(INCOME_WORDS).map(([code, word]) => [word, code]));

const column = <K extends keyof PostsRow>(
  key: K,
  header: string,
  type: ColumnSpec['type'],
  sample: string,
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({ key, header, type, sample, ...more });

export const POST_COLUMNS: readonly ColumnSpec[] = [
  column('creditCode', '统一社会信用代码', 'credit', '91640324MA76XY016F', { required: true }),
  column('title', '岗位名称', 'text', '包装工', { required: true, maxLength: 60 }),
  column('kind', '岗位类型', 'choice', '按比例就业', { required: true, choices: POST_KINDS }),
  column('welfareKind', '公益性岗位类别', 'choice', '', {
    choices: WELFARE_KINDS,
    open: true,
    maxLength: 32,
    note: '公益性岗位填写，其他岗位空着。',
  }),
  column('unitName', '车间或机构', 'text', '', { maxLength: 60, note: '集中就业和辅助性就业填写，其他岗位空着。' }),
  column('payBasis', '计酬方式', 'choice', '', {
    choices: PAY_BASES,
    note: '辅助性就业和灵活就业填写，其他岗位空着。',
  }),
  column('internMonths', '见习月数', 'integer', '', {
    min: 1,
    max: MOST_INTERN_MONTHS,
    note: '见习填写，其他岗位空着。',
  }),
  column('openings', '招聘人数', 'integer', '2', { required: true, min: 1, max: MAX_OPENINGS }),
  column('workDivision', '工作地点区划', 'division', '640324100000', { required: true, anywhere: true }),
  column('longitude', '经度', 'decimal', '105.9143', LONGITUDE),
  column('latitude', '纬度', 'decimal', '36.9802', LATITUDE),
  column('remote', '居家办公', 'flag', '否'),
  column('wageLowFen', '月薪下限', 'yuan', '2200', { required: true, min: 0, max: MAX_WAGE_FEN }),
  column('wageHighFen', '月薪上限', 'yuan', '2600', { required: true, min: 0, max: MAX_WAGE_FEN }),
  column('weeklyHours', '每周工时', 'decimal', '40', { min: MIN_WEEKLY_HOURS, max: MAX_WEEKLY_HOURS }),
  column('nightShift', '夜班', 'flag', '否'),
  column('minEducation', '最低学历', 'choice', '初中', { choices: EDUCATIONS }),
  column('skills', '技能要求', 'list', '包装'),
  column('licences', '证照要求', 'list', ''),
  column('demands', '岗位要求', 'demands', '久站3、搬举1、看2', {
    choices: ABILITY_ITEMS,
    note: '每项写 0 到 4 级：0 是不要求，4 最高。没有写的项目就是没有说明。',
  }),
  column('provisions', '提供的便利', 'list', '无障碍卫生间、坐着干活'),
  column('publishedOn', '发布日期', 'day', '2026-11-01', { required: true }),
  column('closesOn', '截止日期', 'day', '2027-02-28', { required: true }),
  column('legalBasis', '依据', 'text', '', {
    maxLength: 200,
    note: '对年龄、性别或健康有限制的，写明法律依据；没有限制就空着。',
  }),
];

/** What a roster knows of a post. */
export type PostFacts = Omit<
  Post,
  'id' | 'state' | 'barredUntil' | 'version' | 'description' | 'tasks' | 'projectId' | PostLife
>;

interface Found {
  existing: Post | undefined;
  facts: PostFacts;
}

type Row = ImportRow<PostsRow>;

export const naturalKey = (post: Pick<Post, 'employerId' | 'title' | 'workDivisionCode' | 'publishedOn'>): string =>
  [post.employerId, post.title, post.workDivisionCode, post.publishedOn].join('|');

/** Where a limit on age, sex or health may hide. */
const wordsOf = ({ title, welfareKind, skills, licences, provisions }: RowValues<PostsRow>): string =>
  [title, welfareKind, ...(skills ?? []), ...(licences ?? []), ...(provisions ?? [])].filter(Boolean).join('；');

/** 岗位: one row a post, recognised by employer, title, work place and day of publication. */
export class PostsKind implements ImportKind<PostsRow> {
  readonly kind = 'posts';
  readonly title = '岗位';
  readonly action = 'post.import';
  readonly templateVersion = 1;
  readonly columns = POST_COLUMNS;
  readonly sameThing = '同一个岗位';
  readonly keyColumn = 'title' as const;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  keyOf({ creditCode, title, workDivision, publishedOn }: RowValues<PostsRow>): string | null {
    return creditCode && title && workDivision && publishedOn
      ? [creditCode, title, workDivision, publishedOn].join('|')
      : null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    for (const row of rows) checkAlone(row);
    const employers = await employersOfRows(this.unitOfWork.manager, rows, context);
    const good = rows.filter((row) => !row.wrong);
    const standing = await this.standing(good, employers);
    for (const row of good) compare(row, employers.get(row.values.creditCode as string) as Employer, standing);
  }

  async commit(rows: readonly Row[]): Promise<void> {
    const { manager } = this.unitOfWork;
    const fresh: Omit<Post, 'version' | PostLife>[] = [];
    for (const row of rows) {
      const { existing, facts } = row.found as Found;
      const id = existing?.id ?? newId();
      if (existing === undefined)
        fresh.push({ id, ...facts, description: null, tasks: null, projectId: null, state: 'OPEN', barredUntil: null });
      else await manager.update(Post, { id }, facts);
      this.unitOfWork.changed('post', id);
    }
    await insertRows(manager, Post, fresh);
  }

  private async standing(
    rows: readonly Row[],
    employers: ReadonlyMap<string, Employer>,
  ): Promise<ReadonlyMap<string, Post>> {
    if (rows.length === 0) return new Map();
    const ids = new Set(rows.flatMap((row) => employers.get(row.values.creditCode as string)?.id ?? []));
    const days = new Set(rows.map((row) => row.values.publishedOn as IsoDate));
    const posts = await this.unitOfWork.manager.findBy(Post, {
      employerId: In([...ids]),
      publishedOn: In([...days]),
    });
    return new Map(posts.map((post) => [naturalKey(post), post]));
  }
}

/** What a row says by itself. */
export function checkAlone(row: Row): void {
  const { values } = row;
  const { wageLowFen, wageHighFen, publishedOn, closesOn, longitude, latitude } = values;
  if (typeof wageLowFen === 'number' && typeof wageHighFen === 'number' && wageHighFen < wageLowFen)
    row.report('NUMBER_RANGE', 'wageHighFen', { message: '月薪上限比下限低', hint: '请核对两个金额' });
  if (publishedOn && closesOn && closesOn < publishedOn)
    row.report('DATE_ORDER', 'closesOn', { message: '截止日期早于发布日期' });
  if (typeof longitude === 'number' && latitude === null) row.report('REQUIRED', 'latitude');
  if (typeof latitude === 'number' && longitude === null) row.report('REQUIRED', 'longitude');
  const { kind, welfareKind, unitName, payBasis, internMonths } = values;
  for (const { field, message, hint } of kindProblems({
    kind: kind ?? '',
    welfareKind,
    unitName,
    payBasis,
    internMonths,
  }))
    row.report('VALUE_NOT_IN_LIST', field as keyof PostsRow, { message: spoken(message), hint: spoken(hint) });
  if (!values.legalBasis && limitsIn(wordsOf(values)).length > 0) row.report('LEGAL_BASIS_MISSING', 'legalBasis');
}

/** Words of a rule among the roster's, which end without a stop. */
const spoken = (sentence: string): string => sentence.replace(/。$/, '');

function compare(row: Row, employer: Employer, standing: ReadonlyMap<string, Post>): void {
  const { values } = row;
  const natural = {
    employerId: employer.id,
    title: values.title as string,
    workDivisionCode: values.workDivision as string,
    publishedOn: values.publishedOn as IsoDate,
  };
  const existing = standing.get(naturalKey(natural));
  if (existing !== undefined && existing.sourceOffice !== null) {
    row.report('DUPLICATE', 'title', { message: '这个岗位是别的残联共享来的', hint: '内容由来源机构改，这里不能改' });
    return;
  }
  const facts = factsOf(values, natural, employer.divisionCode, existing);
  row.found = { existing, facts } satisfies Found;
  if (existing === undefined) row.outcome = 'NEW';
  else {
    const unchanged = (Object.keys(facts) as (keyof PostFacts)[]).every((key) => same(facts[key], existing[key]));
    row.outcome = unchanged ? 'UNCHANGED' : 'CHANGED';
  }
}

/** What a row makes of a post; columns that the file lacks keep what stands. */
export function factsOf(
  values: RowValues<PostsRow>,
  natural: Pick<Post, 'employerId' | 'title' | 'workDivisionCode' | 'publishedOn'>,
  divisionCode: string,
  existing: Post | undefined,
): PostFacts {
  const hours = values.weeklyHours;
  const demands = kept(values.demands, existing?.demands, null);
  const provisions = kept(values.provisions, existing?.provisions, []) ?? [];
  return {
    ...natural,
    kind: values.kind as string,
    welfareKind: kept(values.welfareKind, existing?.welfareKind, null),
    unitName: kept(values.unitName, existing?.unitName, null),
    payBasis: kept(values.payBasis, existing?.payBasis, null),
    internMonths: kept(values.internMonths, existing?.internMonths, null),
    openings: values.openings as number,
    divisionCode,
    longitude: kept(microDegrees(values.longitude), existing?.longitude, null),
    latitude: kept(microDegrees(values.latitude), existing?.latitude, null),
    remote: kept(values.remote, existing?.remote, false) ?? false,
    wageLowFen: values.wageLowFen as number,
    wageHighFen: values.wageHighFen as number,
    weeklyHours: kept(typeof hours === 'number' ? Math.round(hours * TENTHS) : hours, existing?.weeklyHours, null),
    nightShift: kept(values.nightShift, existing?.nightShift, null),
    minEducation: kept(values.minEducation, existing?.minEducation, null),
    skills: kept(values.skills, existing?.skills, []) ?? [],
    licences: kept(values.licences, existing?.licences, []) ?? [],
    demands,
    provisions,
    noSight: needsNoSight(demands, provisions),
    closesOn: values.closesOn as IsoDate,
    legalBasis: kept(values.legalBasis, existing?.legalBasis, null),
  };
}

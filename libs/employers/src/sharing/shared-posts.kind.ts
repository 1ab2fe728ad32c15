import { insertRows, type UnitOfWork } from '@tongxing/database';
import { type ImportContext, type ImportKind, type ImportRow, type RowValues } from '@tongxing/imports';
import { type CryptoProvider, newId, unguarded } from '@tongxing/platform';
import type { IsoDate } from '@tongxing/rules';
import { In, IsNull, LessThan } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { sealEmployer } from '../employer.secrets.js';
import { checkAlone, factsOf, naturalKey, type PostFacts } from '../posts.kind.js';
import { SHARED_COLUMNS, type SharedPostsRow, tasksOf } from './open-post.js';
import { SourceOffice } from './sharing.entity.js';

type Row = ImportRow<SharedPostsRow>;

interface Found {
  existing: Post | undefined;
  employer: Employer | undefined;
  office: SourceOffice;
  /** the source has a newer version */
  newer: boolean;
}

interface Standing {
  offices: ReadonlyMap<string, SourceOffice>;
  bySource: ReadonlyMap<string, Post>;
  own: ReadonlySet<string>;
  employers: ReadonlyMap<string, Employer>;
  /** natural key → the post that has it */
  natural: Map<string, string>;
}

const CLOSED_AT_ONCE = 500;
/** Parts of a row that are kept in clear and may have been guarded against spreadsheets. */
const TEXTS = ['title', 'welfareKind', 'unitName', 'legalBasis', 'employerName', 'tasks'] as const;
const LISTS = ['skills', 'licences', 'provisions'] as const;

const officeOf = (values: RowValues<SharedPostsRow>): string => `${(values.sourceOffice ?? '').slice(0, 6)}000000`;
const sourceKey = (office: string, id: string): string => `${office} ${id}`;

/**
 * 共享岗位: the open posts of another office, as its `/open/posts.csv` gives them. The source is the master: a newer version replaces, an older or
 * equal one is left; each delivery is its word that the post stands, and what a whole delivery no longer has is closed, never deleted.
 */
export class SharedPostsKind implements ImportKind<SharedPostsRow> {
  readonly kind = 'shared-posts';
  readonly title = '别的残联共享的岗位';
  readonly action = 'post.takeIn';
  readonly templateVersion = 1;
  readonly columns = SHARED_COLUMNS;
  readonly sameThing = '同一个岗位';
  readonly keyColumn = 'sourceId' as const;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoProvider,
  ) {}

  keyOf(values: RowValues<SharedPostsRow>): string | null {
    return values.sourceOffice && values.sourceId ? sourceKey(officeOf(values), values.sourceId) : null;
  }

  async check(rows: readonly Row[], context: ImportContext): Promise<void> {
    for (const row of rows) {
      withoutGuards(row.values);
      checkAlone(row);
    }
    const standing = await this.standing(rows);
    for (const row of rows) compare(row, standing, context);
  }

  async commit(rows: readonly Row[], context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const made = new Map<string, string>();
    const fresh: Partial<Post>[] = [];
    for (const row of rows) {
      const { existing, employer, office, newer } = row.found as Found;
      const values = row.values as SharedPostsRow;
      const employerId = await this.employerOf(values, employer, office, made, context);
      const id = existing?.id ?? newId();
      const confirmed = { confirmedOn: values.deliveredOn, askedOn: null };
      // What the office here took out of sight stays there, whatever the source says.
      const shown = existing?.hiddenReason == null && existing?.duplicateOf == null;
      const state = existing === undefined || shown ? { state: 'OPEN' as const } : {};
      if (existing === undefined) {
        const source = { sourceOffice: office.divisionCode, sourceId: values.sourceId, receivedBy: office.receivedBy };
        fresh.push({ id, ...source, ...contentOf(values, employerId, office), ...confirmed, ...state });
      } else
        await manager.update(
          Post,
          { id },
          { ...(newer ? contentOf(values, employerId, office) : {}), ...confirmed, ...state },
        );
      this.unitOfWork.changed('post', id);
    }
    await insertRows(manager, Post, fresh);
    await this.noteDeliveries(rows);
  }

  /** Of a delivery that came in whole: what it no longer has is closed. */
  async finish(context: ImportContext): Promise<void> {
    const { manager } = this.unitOfWork;
    const offices = await manager
      .createQueryBuilder(SourceOffice, 'office')
      .where('office.receivedBy LIKE :scope AND office.deliveredOn IS NOT NULL', { scope: `${context.divisionScope}%` })
      .andWhere('(office.wholeOn IS NULL OR office.wholeOn < office.deliveredOn)')
      .getMany();
    for (const { id, divisionCode, deliveredOn, deliveredPosts } of offices) {
      const on = deliveredOn as IsoDate;
      const there = await manager.countBy(Post, { sourceOffice: divisionCode, confirmedOn: on });
      if (there !== deliveredPosts) continue;
      await this.closeBefore(divisionCode, on);
      await manager.update(SourceOffice, { id }, { wholeOn: on });
    }
  }

  private async closeBefore(sourceOffice: string, day: IsoDate): Promise<void> {
    const { manager } = this.unitOfWork;
    for (;;) {
      const gone = await manager.find(Post, {
        select: { id: true },
        where: { sourceOffice, state: In(['OPEN', 'PAUSED']), confirmedOn: LessThan(day) },
        take: CLOSED_AT_ONCE,
      });
      if (gone.length === 0) return;
      await manager.update(Post, { id: In(gone.map(({ id }) => id)) }, { state: 'CLOSED', askedOn: null });
      for (const { id } of gone) this.unitOfWork.changed('post', id);
    }
  }

  private async noteDeliveries(rows: readonly Row[]): Promise<void> {
    const newest = new Map<string, { office: SourceOffice; on: IsoDate; posts: number }>();
    for (const row of rows) {
      const { office } = row.found as Found;
      const { deliveredOn: on, deliveredPosts: posts } = row.values as SharedPostsRow;
      const known = newest.get(office.id);
      if (known === undefined || known.on <= on) newest.set(office.id, { office, on, posts });
    }
    for (const { office, on, posts } of newest.values())
      await this.unitOfWork.manager.update(SourceOffice, { id: office.id }, { deliveredOn: on, deliveredPosts: posts });
  }

  /** The employer by its credit code; one that nobody registered here is kept with what the source says of it. */
  private async employerOf(
    values: SharedPostsRow,
    employer: Employer | undefined,
    office: SourceOffice,
    made: Map<string, string>,
    { now }: ImportContext,
  ): Promise<string> {
    const { manager } = this.unitOfWork;
    const facts = { name: values.employerName, unitKind: values.employerKind };
    if (employer !== undefined) {
      const differs = employer.name !== facts.name || employer.unitKind !== facts.unitKind;
      if (employer.sharedFrom === office.divisionCode && differs) {
        await manager.update(Employer, { id: employer.id }, facts);
        this.unitOfWork.changed('employer', employer.id);
      }
      return employer.id;
    }
    const known = made.get(values.creditCode);
    if (known !== undefined) return known;
    const id = newId();
    await insertRows(manager, Employer, [
      {
        id,
        ...facts,
        creditCode: values.creditCode,
        divisionCode: office.divisionCode,
        sharedFrom: office.divisionCode,
        secrets: sealEmployer(this.crypto, id, {}),
        registeredAt: now,
      },
    ]);
    this.unitOfWork.changed('employer', id);
    made.set(values.creditCode, id);
    return id;
  }

  private async standing(rows: readonly Row[]): Promise<Standing> {
    const { manager } = this.unitOfWork;
    const told = rows.flatMap(({ values }) => (values.sourceOffice && values.sourceId ? values : []));
    if (told.length === 0)
      return { offices: new Map(), bySource: new Map(), own: new Set(), employers: new Map(), natural: new Map() };
    const codes = [...new Set(told.map(officeOf))];
    const ids = told.map(({ sourceId }) => sourceId as string);
    const offices = await manager.findBy(SourceOffice, { divisionCode: In(codes) });
    const shared = await manager.findBy(Post, { sourceOffice: In(codes), sourceId: In(ids) });
    const own = await manager.find(Post, { select: { id: true }, where: { id: In(ids), sourceOffice: IsNull() } });
    const credits = [...new Set(rows.flatMap(({ values }) => values.creditCode ?? []))];
    const employers = await manager.findBy(Employer, { creditCode: In(credits) });
    const days = [...new Set(rows.flatMap(({ values }) => values.publishedOn ?? []))];
    const near =
      employers.length === 0
        ? []
        : await manager.find(Post, {
            select: { id: true, employerId: true, title: true, workDivisionCode: true, publishedOn: true },
            where: { employerId: In(employers.map(({ id }) => id)), publishedOn: In(days) },
          });
    return {
      offices: new Map(offices.map((office) => [office.divisionCode, office])),
      bySource: new Map(shared.map((post) => [sourceKey(post.sourceOffice as string, post.sourceId as string), post])),
      own: new Set(own.map(({ id }) => id)),
      employers: new Map(employers.map((employer) => [employer.creditCode, employer])),
      natural: new Map(near.map((post) => [naturalKey(post), post.id])),
    };
  }
}

function contentOf(values: SharedPostsRow, employerId: string, office: SourceOffice) {
  const { title, workDivision: workDivisionCode, publishedOn } = values;
  const facts: PostFacts = factsOf(
    values,
    { employerId, title, workDivisionCode, publishedOn },
    office.divisionCode,
    undefined,
  );
  return { ...facts, tasks: tasksOf(values.tasks), sourceVersion: values.sourceVersion };
}

function withoutGuards(values: RowValues<SharedPostsRow>): void {
  for (const key of TEXTS) if (typeof values[key] === 'string') values[key] = unguarded(values[key]);
  for (const key of LISTS) if (Array.isArray(values[key])) values[key] = values[key].map(unguarded);
}

function compare(row: Row, standing: Standing, context: ImportContext): void {
  const { values } = row;
  if (!values.sourceOffice || !values.sourceId) return;
  const code = officeOf(values);
  const isOwn = context.divisionScope !== '' && code.startsWith(context.divisionScope.slice(0, 6).padEnd(6, '0'));
  if (isOwn || standing.own.has(values.sourceId)) {
    row.report('DUPLICATE', 'sourceId', {
      message: '这是本机构自己的岗位，转了一圈又回来了',
      hint: '自己的岗位在这里改，不用导入',
    });
    return;
  }
  const office = standing.offices.get(code);
  if (office === undefined || !office.receivedBy.startsWith(context.divisionScope)) {
    row.report('VALUE_NOT_IN_LIST', 'sourceOffice', {
      message: '没有登记这个来源机构',
      hint: '请先在共享岗位页登记它的名称和电话',
    });
    return;
  }
  const { deliveredOn } = values;
  if (deliveredOn && deliveredOn > context.today)
    row.report('DATE_ORDER', 'deliveredOn', { message: '数据日期在今天以后', hint: '请向来源机构核对' });
  else if (deliveredOn && office.deliveredOn !== null && deliveredOn < office.deliveredOn)
    row.report('DATE_ORDER', 'deliveredOn', {
      message: `这份数据是${deliveredOn}的，已经收过${office.deliveredOn}的`,
      hint: '请用来源机构新的数据',
    });
  const existing = standing.bySource.get(sourceKey(code, values.sourceId));
  const employer = standing.employers.get(values.creditCode ?? '');
  const newer = existing === undefined || (values.sourceVersion ?? 0) > (existing.sourceVersion ?? 0);
  if (newer) takePlace(row, standing, existing, employer);
  if (row.wrong) return;
  row.found = { existing, employer, office, newer } satisfies Found;
  if (existing === undefined) row.outcome = 'NEW';
  else row.outcome = newer || (existing.confirmedOn ?? '') < (deliveredOn as IsoDate) ? 'CHANGED' : 'UNCHANGED';
}

/** One employer offers a title at a place from a day on once: a post that stands here under that key keeps it. */
function takePlace(row: Row, { natural }: Standing, existing: Post | undefined, employer: Employer | undefined): void {
  const { title, workDivision, publishedOn, creditCode, sourceId } = row.values;
  if (!title || !workDivision || !publishedOn || !creditCode) return;
  const key = naturalKey({
    employerId: employer?.id ?? creditCode,
    title,
    workDivisionCode: workDivision,
    publishedOn,
  });
  const holder = natural.get(key);
  if (holder === undefined) natural.set(key, existing?.id ?? (sourceId as string));
  else if (holder !== existing?.id && holder !== sourceId)
    row.report('DUPLICATE', 'title', {
      message: '这个单位同一天、同一地点已经有一个同名的岗位',
      hint: '是同一个就不用导入；不是请来源机构换个名称',
    });
}

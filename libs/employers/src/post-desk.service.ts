import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { EDUCATIONS, POST_KINDS } from '@tongxing/people';
import {
  Clock,
  cursorOf,
  DomainError,
  newId,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import {
  ABILITY_CODES,
  type AbilityItem,
  accommodationsOf,
  isTypedDay,
  kindProblems,
  Law,
  type Levels,
  lintLawOn,
  lintText,
  needsNoSight,
  parseYuan,
  RuleRefusal,
  type TextLint,
  type WrittenPost,
  yuanText,
} from '@tongxing/rules';
import { Employer, Post, type PostDemands, type PostLife, type PostTasks } from './employer.entity.js';
import { EmployerService } from './employer.service.js';
import { WELFARE_KINDS } from './employer.words.js';
import type { EmployerPostNode, LintPostInput, SavePostInput, WorkPlaceNode } from './post-desk.types.js';
import { PostService } from './post.service.js';
import { ProjectService } from './projects/project.service.js';

const WHAT = '这个岗位';
const MAX_WAGE_FEN = 100_000_00;
const TENTHS = 10;
/** More could not be tried out in all their combinations. */
const MOST_ACCOMMODATIONS = 8;
const CODES: ReadonlySet<string> = new Set(ABILITY_CODES);

/** What an employer writes of a post, checked. */
export type PostContent = Omit<
  Post,
  | 'id'
  | 'employerId'
  | 'divisionCode'
  | 'longitude'
  | 'latitude'
  | 'publishedOn'
  | 'state'
  | 'barredUntil'
  | 'version'
  | PostLife
>;

/** 写岗位: employers write their own posts, the office those of its region. */
@Injectable()
export class PostDeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly parameters: ParameterService,
    private readonly employers: EmployerService,
    private readonly posts: PostService,
    private readonly projects: ProjectService,
  ) {}

  /** Posts of an employer in every state, the newest first. @throws DomainError NOT_FOUND, CURSOR_INVALID */
  async list(
    viewer: SignedIn,
    { first, after }: PageArgs,
    employerId?: string | null,
  ): Promise<Page<EmployerPostNode>> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    const query = this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where('post.employerId = :id', { id: employer.id });
    const totalCount = await query.getCount();
    if (after) query.andWhere('post.id < :after', { after: String(readCursor(after, 1)[0]) });
    const posts = await query
      .orderBy('post.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const law = await this.parameters.rows();
    return pageOf(
      posts,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      (post) => this.node(post, employer, this.lintOf(post, law)),
    );
  }

  /** One post, whatever its state. @throws DomainError NOT_FOUND for another employer's, or outside the region */
  async one(viewer: SignedIn, id: string): Promise<EmployerPostNode> {
    const { post, employer } = await this.load(viewer, id);
    return this.node(post, employer, await this.lint(post));
  }

  /** Towns of the employer's county, where its work may be. */
  async places(viewer: SignedIn, employerId?: string | null): Promise<WorkPlaceNode[]> {
    const { divisionCode } = await this.employers.requireVisible(viewer, employerId);
    const county = divisionCode.slice(0, 6).padEnd(12, '0');
    return [county, ...this.divisions.children(county).map(({ code }) => code)].map((code) => ({
      code,
      divisionName: this.divisions.nameOf(code),
    }));
  }

  /** What was written, checked, for the employer it is written for. @throws DomainError NOT_FOUND, VALIDATION, DIVISION_UNKNOWN */
  async written(viewer: SignedIn, input: LintPostInput): Promise<{ employer: Employer; content: PostContent }> {
    const employer = await this.employers.requireVisible(viewer, input.employerId);
    return { employer, content: this.contentOf(input) };
  }

  /** What the text of a post comes to under the law of its work place today. */
  async lint(content: PostContent): Promise<TextLint> {
    return this.lintOf(content, await this.parameters.rows());
  }

  /** What stands in the way of publishing a post as written, before it is kept. @throws DomainError NOT_FOUND, VALIDATION, DIVISION_UNKNOWN */
  async check(viewer: SignedIn, input: LintPostInput): Promise<TextLint> {
    return this.lint((await this.written(viewer, input)).content);
  }

  /**
   * Writes a new draft, or changes a post. A post that stands open is changed only to something that may be published.
   *
   * @throws DomainError NOT_FOUND, VALIDATION, DIVISION_UNKNOWN, VERSION_CONFLICT; DUPLICATE for the same title, place and day; for an open
   *   post DEMAND_INCOMPLETE, LEGAL_BASIS_MISSING, WAGE_BELOW_MINIMUM, HOURS_OVER_LIMIT
   */
  async save(viewer: SignedIn, input: SavePostInput): Promise<EmployerPostNode> {
    const content = this.contentOf(input);
    const lint = await this.lint(content);
    if (!input.id) {
      const employer = await this.employers.requireVisible(viewer, input.employerId);
      await this.projects.requireJoinable(content.projectId, employer);
      return this.node(await this.create(employer, content), employer, lint);
    }
    const { post, employer } = await this.load(viewer, input.id);
    requireOwn(post);
    requireVersion(post, input.version);
    if (content.projectId !== post.projectId) await this.projects.requireJoinable(content.projectId, employer);
    // A paused one comes back by a word alone.
    if (post.state === 'OPEN' || post.state === 'PAUSED') requirePublishable(lint);
    await this.change(
      post,
      content,
      { title: post.title, state: post.state },
      { title: content.title, state: post.state },
    );
    return this.one(viewer, post.id);
  }

  /**
   * Publishes a draft, or opens a closed post again. One that stands open already stays as it is.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT; VALIDATION on `closesOn` when that day is over; DUPLICATE; DEMAND_INCOMPLETE,
   *   LEGAL_BASIS_MISSING, WAGE_BELOW_MINIMUM, HOURS_OVER_LIMIT; STATE_CONFLICT while withdrawn for refusals
   */
  async submit(viewer: SignedIn, id: string, version: number): Promise<EmployerPostNode> {
    const { post } = await this.load(viewer, id);
    requireOwn(post);
    if (post.state !== 'OPEN') {
      requireVersion(post, version);
      const today = this.clock.today();
      if (post.duplicateOf !== null)
        throw new DomainError('STATE_CONFLICT', '残联定了这个岗位和另一个是同一个，只留一个。', {
          hint: '请改留下的那一个；定错了请联系残联。',
        });
      if (post.barredUntil !== null && post.barredUntil >= today)
        throw new DomainError('STATE_CONFLICT', '这个岗位多次无故拒绝推荐，已经收回。', {
          hint: `${post.barredUntil} 以后可以再发布。`,
        });
      if (post.closesOn < today)
        throw new DomainError('VALIDATION', '截止日期已经过了。', { field: 'closesOn', hint: '请改成以后的日期。' });
      requirePublishable(await this.lint(post));
      const publishedOn = post.state === 'DRAFT' ? today : post.publishedOn;
      const set = { state: 'OPEN' as const, publishedOn, confirmedOn: today, askedOn: null };
      await this.change(post, set, { state: post.state }, { state: 'OPEN' });
    }
    return this.one(viewer, id);
  }

  /** Takes an open post back; applications that run stay. One that is closed stays so. @throws DomainError NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT for a draft */
  async withdraw(viewer: SignedIn, id: string, version: number): Promise<EmployerPostNode> {
    const { post } = await this.load(viewer, id);
    requireOwn(post);
    if (post.state === 'DRAFT')
      throw new DomainError('STATE_CONFLICT', '这个岗位还没有发布，别人看不到。', { hint: '不想要了，放着就行。' });
    if (post.state === 'OPEN' || post.state === 'PAUSED') {
      requireVersion(post, version);
      await this.change(post, { state: 'CLOSED' }, { state: post.state }, { state: 'CLOSED' });
    }
    return this.one(viewer, id);
  }

  /**
   * A post that came about another way than by its employer's hand, an approved proposal: written and published at once.
   *
   * @throws DomainError DUPLICATE; DEMAND_INCOMPLETE, LEGAL_BASIS_MISSING, WAGE_BELOW_MINIMUM, HOURS_OVER_LIMIT; VALIDATION on `closesOn`
   */
  async publish(employer: Employer, content: PostContent): Promise<string> {
    const today = this.clock.today();
    if (content.closesOn < today)
      throw new DomainError('VALIDATION', '截止日期已经过了。', { field: 'closesOn', hint: '请改成以后的日期。' });
    requirePublishable(await this.lint(content));
    const { id } = await this.create(employer, content, 'OPEN');
    return id;
  }

  /** A post of the viewer's employer or region. @throws DomainError NOT_FOUND */
  async load(viewer: SignedIn, id: string): Promise<{ post: Post; employer: Employer }> {
    const post = await this.unitOfWork.manager.findOneBy(Post, { id });
    if (post === null) throw notFound(WHAT);
    try {
      return { post, employer: await this.employers.requireVisible(viewer, post.employerId) };
    } catch (error) {
      // Another employer's post answers like one that is not there.
      if (error instanceof DomainError && error.code === 'NOT_FOUND') throw notFound(WHAT);
      throw error;
    }
  }

  private async create(employer: Employer, content: PostContent, state: 'DRAFT' | 'OPEN' = 'DRAFT'): Promise<Post> {
    const id = newId();
    const { divisionCode, id: employerId } = employer;
    const place = { employerId, divisionCode, longitude: null, latitude: null, publishedOn: this.clock.today() };
    await this.once(() =>
      this.unitOfWork.run(async () => {
        await insertRows(this.unitOfWork.manager, Post, [{ id, ...place, ...content, state }]);
        this.tell({ id, divisionCode }, undefined, { title: content.title, state });
      }),
    );
    return this.unitOfWork.manager.findOneByOrFail(Post, { id });
  }

  private async change(post: Post, set: Partial<Post>, before: object, after: object): Promise<void> {
    await this.once(() =>
      this.unitOfWork.run(async () => {
        const { id, version } = post;
        if (!(await guardedUpdate(this.unitOfWork.manager, Post, { id, version }, set as object))) throw conflict();
        this.tell(post, before, after);
      }),
    );
  }

  private tell(
    { id, divisionCode }: Pick<Post, 'id' | 'divisionCode'>,
    before: object | undefined,
    after: object,
  ): void {
    this.unitOfWork.changed('post', id);
    noteAudit(this.unitOfWork, { target: 'post', id, divisionCode, ...(before ? { before } : {}), after });
  }

  private async once(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new DomainError('DUPLICATE', '同一天、同一地点已经有一个同名的岗位。', {
        field: 'title',
        hint: '请回到岗位列表改那一个，或者换个名称。',
      });
    }
  }

  private lintOf(content: PostContent, rows: Awaited<ReturnType<ParameterService['rows']>>): TextLint {
    const law = new Law(rows, content.workDivisionCode.slice(0, 6));
    return lintText(writtenOf(content), lintLawOn(law, this.clock.today()));
  }

  /** What was written of a post, checked. @throws DomainError VALIDATION, DIVISION_UNKNOWN */
  contentOf(input: LintPostInput): PostContent {
    const title = input.title.trim();
    if (title === '') throw wrong('title', '请填岗位名称。');
    const kind = codeOf(POST_KINDS, input.kind, 'kind', '请选岗位类型。');
    const own = {
      welfareKind: input.welfareKind?.trim() || null,
      unitName: input.unitName?.trim() || null,
      payBasis: input.payBasis || null,
      projectId: input.projectId || null,
      internMonths: input.internMonths ?? null,
    };
    const [problem] = kindProblems({ kind, ...own });
    if (problem !== undefined)
      throw new DomainError('VALIDATION', problem.message, { field: problem.field, hint: problem.hint });
    const division = this.divisions.byCode(input.workDivisionCode);
    if (division === undefined)
      throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'workDivisionCode' });
    const [wageLowFen, wageHighFen] = [
      fenOf(input.wageLowYuan, 'wageLowYuan'),
      fenOf(input.wageHighYuan, 'wageHighYuan'),
    ];
    if (wageHighFen < wageLowFen) throw wrong('wageHighYuan', '月薪上限比下限低，请核对两个金额。');
    if (!isTypedDay(input.closesOn)) throw wrong('closesOn', '日期要写成 2026-03-01 这样。');
    const provisions = wordsOf(input.provisions);
    if (accommodationsOf(provisions).length > MOST_ACCOMMODATIONS)
      throw wrong('provisions', `能改变要求的便利最多写${MOST_ACCOMMODATIONS}样。`);
    const asked = demandsOf(input);
    return {
      title,
      description: input.description?.trim() || null,
      kind,
      ...own,
      openings: input.openings,
      workDivisionCode: division.code,
      remote: input.remote,
      wageLowFen,
      wageHighFen,
      weeklyHours: input.weeklyHours == null ? null : Math.round(input.weeklyHours * TENTHS),
      nightShift: input.nightShift ?? null,
      minEducation: input.minEducation ? codeOf(EDUCATIONS, input.minEducation, 'minEducation', '请选学历。') : null,
      skills: wordsOf(input.skills),
      licences: wordsOf(input.licences),
      provisions,
      ...asked,
      noSight: needsNoSight(asked.demands, provisions),
      closesOn: input.closesOn,
      legalBasis: input.legalBasis?.trim() || null,
    };
  }

  private node(post: Post, employer: Employer, { refusals, cautions }: TextLint): EmployerPostNode {
    return {
      id: post.id,
      version: post.version,
      employerId: employer.id,
      employerName: employer.name,
      state: post.state,
      originName: post.sourceOffice === null ? null : this.divisions.nameOf(post.sourceOffice),
      takesApplications: this.posts.isOpen(post),
      title: post.title,
      description: post.description,
      kind: post.kind,
      welfareKind: post.welfareKind,
      unitName: post.unitName,
      payBasis: post.payBasis,
      projectId: post.projectId,
      internMonths: post.internMonths,
      openings: post.openings,
      workDivisionCode: post.workDivisionCode,
      divisionName: this.divisions.nameOf(post.workDivisionCode),
      remote: post.remote,
      monthlyWageYuan: { low: yuanText(post.wageLowFen), high: yuanText(post.wageHighFen) },
      weeklyHours: post.weeklyHours === null ? null : post.weeklyHours / TENTHS,
      nightShift: post.nightShift,
      minEducation: post.minEducation,
      skills: post.skills,
      licences: post.licences,
      provisions: post.provisions,
      demands: ABILITY_CODES.flatMap((item) => {
        const level = post.demands?.[item];
        return level === undefined ? [] : [{ item, level, task: post.tasks?.[item] ?? null }];
      }),
      legalBasis: post.legalBasis,
      publishedOn: post.publishedOn,
      closesOn: post.closesOn,
      refusals,
      cautions,
    };
  }
}

/** A post as the linter reads it. */
export const writtenOf = (content: PostContent): WrittenPost => ({
  ...content,
  // A code of the usual kinds says nothing about people.
  welfareKind: Object.values<string>(WELFARE_KINDS).includes(content.welfareKind ?? '') ? null : content.welfareKind,
  demands: content.demands as Levels | null,
  tasks: content.tasks as Partial<Record<AbilityItem, string>> | null,
});

const wrong = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });
const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这个岗位刚被改过。', { hint: '请刷新后再改。' });

/** @throws DomainError STATE_CONFLICT for a post of another office: the source keeps it */
export function requireOwn({ sourceOffice }: Pick<Post, 'sourceOffice'>): void {
  if (sourceOffice === null) return;
  throw new DomainError('STATE_CONFLICT', '这个岗位是别的残联共享来的，这里不能改。', {
    hint: '内容由来源机构改；这里不想要，请残联在共享岗位页隐藏。',
  });
}

function requireVersion({ version }: Post, read: number | null | undefined): void {
  if (version !== read) throw conflict();
}

/** @throws DomainError with the code, field and message of the first refusal */
export function requirePublishable({ refusals }: TextLint): void {
  const [first] = refusals;
  if (first === undefined) return;
  const { code, message, field } = first;
  const more = refusals.length - 1;
  throw new DomainError(code, message, { field, ...(more > 0 ? { hint: `还有${more}处也要改。` } : {}) });
}

function codeOf(choices: Readonly<Record<string, string>>, code: string, field: string, message: string): string {
  if (Object.values(choices).includes(code)) return code;
  throw wrong(field, message);
}

function fenOf(text: string, field: string): number {
  try {
    const fen = parseYuan(text.trim());
    if (fen <= MAX_WAGE_FEN) return fen;
  } catch (error) {
    if (!(error instanceof RuleRefusal)) throw error;
  }
  throw wrong(field, '请填每月多少元，比如 2200，最多10万。');
}

const wordsOf = (list: readonly string[]): string[] => [...new Set(list.map((one) => one.trim()).filter(Boolean))];

function demandsOf({ demands }: LintPostInput): { demands: PostDemands | null; tasks: PostTasks | null } {
  const levels: PostDemands = {};
  const tasks: PostTasks = {};
  for (const { item, level, task } of demands) {
    if (!CODES.has(item)) throw wrong('demands', '没有这一项要求，请看能力评估的16项。');
    if (levels[item] !== undefined) throw wrong(`demands.${item}`, '同一项写了两次。');
    levels[item] = level;
    if (task?.trim()) tasks[item] = task.trim();
  }
  return {
    demands: Object.keys(levels).length > 0 ? levels : null,
    tasks: Object.keys(tasks).length > 0 ? tasks : null,
  };
}

import { Injectable } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { EDUCATIONS } from '@tongxing/people';
import { Clock, cursorOf, DomainError, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { demandSentences, type IsoDate, isTypedDay, kindSentences, PART_TIME, yuanText } from '@tongxing/rules';
import { In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { Employer, Post } from './employer.entity.js';
import { WELFARE_KINDS } from './employer.words.js';
import { WorkProject } from './projects/project.entity.js';
import type { PostOriginNode, PublicPostFilter, PublicPostNode } from './post.types.js';
import { SourceOffice } from './sharing/sharing.entity.js';

/** Which posts {@link PostService.matchFacts} gives: the next ones after an id, or these. */
export type PostRange = { afterId: string; limit: number; divisionScope?: string } | { ids: readonly string[] };

const TENTHS = 10;
const COUNTY_DIGITS = 6;
const ESCAPE = '!';

const wordOf = (choices: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (Object.entries(choices).find(([, value]) => value === code)?.[0] ?? code);

/** Text for LIKE, with its wild cards taken literally. */
const literally = (text: string): string => text.replace(/[!%_]/g, (character) => ESCAPE + character);

/** `640324000000` → `640324`: codes that lie in it begin so. */
const prefixOf = (code: string): string =>
  [2, 4, 6, 9].map((digits) => code.slice(0, digits)).find((short) => /^0*$/.test(code.slice(short.length))) ?? code;

/** Posts: the public list, and rows for the features above. */
@Injectable()
export class PostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /** Posts by id, open or not; missing ones are left out. */
  async byIds(ids: readonly string[]): Promise<Post[]> {
    return ids.length === 0 ? [] : this.unitOfWork.manager.findBy(Post, { id: In([...new Set(ids)]) });
  }

  /** Posts by id as everybody may see them, open or not, in two queries; missing ones are left out. */
  async publicByIds(ids: readonly string[]): Promise<PublicPostNode[]> {
    return this.shown(await this.byIds(ids));
  }

  /** True while one can apply. */
  isOpen(post: Post): boolean {
    const today = this.clock.today();
    return post.state === 'OPEN' && post.openings > 0 && post.publishedOn <= today && post.closesOn >= today;
  }

  /**
   * One applies for a post of another office there, unless its employer is registered here and so has somebody who reads applications.
   *
   * @throws DomainError STATE_CONFLICT with whom to call
   */
  async requireAppliedHere(post: Post): Promise<void> {
    if (post.sourceOffice === null) return;
    const employer = await this.unitOfWork.manager.findOneByOrFail(Employer, { id: post.employerId });
    const origin = (await this.originsOf([post], [employer])).get(post.id);
    if (origin === undefined || origin.applyHere) return;
    const { officeName, phone } = origin;
    throw new DomainError('STATE_CONFLICT', `这个岗位是${officeName}的，要到那里报名。`, {
      field: 'postId',
      hint: phone === null ? `请联系${officeName}。` : `请打电话${phone}。`,
    });
  }

  /**
   * One opening of a post is filled, in the caller's unit of work.
   *
   * @throws DomainError STATE_CONFLICT when none is left
   */
  async takeOpening(postId: string): Promise<void> {
    const { affected } = await this.unitOfWork.manager
      .createQueryBuilder()
      .update(Post)
      .set({ openings: () => 'openings - 1' })
      .where('id = :postId AND openings > 0', { postId })
      .execute();
    if (affected !== 1)
      throw new DomainError('STATE_CONFLICT', '这个岗位已经招满了。', { hint: '要再招人，请先改招聘人数。' });
    this.unitOfWork.changed('post', postId);
  }

  /** Whatever was ever offered in a county and published, the newest first. */
  ofCounty(countyCode: string): Promise<Post[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where('post.divisionCode LIKE :county AND post.state <> :draft', { county: `${countyCode}%`, draft: 'DRAFT' })
      .orderBy('post.publishedOn', 'DESC')
      .addOrderBy('post.id', 'DESC')
      .getMany();
  }

  /**
   * Posts that a region's office looks after, in every state, to be narrowed and ordered further.
   *
   * @throws DomainError DIVISION_UNKNOWN
   */
  ofRegion(
    scope: string,
    { divisionCode, text }: { divisionCode?: string | null; text?: string | null },
  ): SelectQueryBuilder<Post> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where('post.divisionCode LIKE :scope', { scope: `${scope}%` });
    if (divisionCode) this.inDivision(query, divisionCode);
    return text?.trim() ? this.withText(query, text.trim()) : query;
  }

  /** A post is withdrawn for refusals: it stands closed, and is not opened again before the day is over. In the caller's unit of work. */
  async bar(postId: string, barredUntil: IsoDate): Promise<void> {
    await this.unitOfWork.manager.update(Post, { id: postId }, { state: 'CLOSED', barredUntil });
    this.unitOfWork.changed('post', postId);
  }

  /**
   * Posts that were published, open or not, with an opening left: somebody may be placed there by another way than an application.
   *
   * @param divisionCode of the county whose office looks after them
   * @param text part of the title or of the employer's name
   */
  async roomy(divisionCode: string, text: string, limit: number): Promise<PublicPostNode[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where("post.state <> 'DRAFT' AND post.openings > 0 AND post.divisionCode LIKE :county", {
        county: `${divisionCode.slice(0, COUNTY_DIGITS)}%`,
      });
    const posts = await this.withText(query, text).orderBy('post.id', 'DESC').limit(limit).getMany();
    return this.shown(posts);
  }

  /** One opening of a post is to be filled anew, in the caller's unit of work. */
  async returnOpening(postId: string): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .update(Post)
      .set({ openings: () => 'openings + 1' })
      .where('id = :postId', { postId })
      .execute();
    this.unitOfWork.changed('post', postId);
  }

  /** Rows for the match index, in id order. */
  matchFacts(range: PostRange): Promise<Post[]> {
    if ('ids' in range) return this.byIds(range.ids);
    const query = this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where({ id: MoreThan(range.afterId) })
      .orderBy('post.id')
      .limit(range.limit);
    if (range.divisionScope) query.andWhere('post.divisionCode LIKE :scope', { scope: `${range.divisionScope}%` });
    return query.getMany();
  }

  /** One open post; null where there is none or it has closed. */
  async publicPost(id: string): Promise<PublicPostNode | null> {
    const [post] = await this.byIds([id]);
    return post !== undefined && this.isOpen(post) ? ((await this.shown([post]))[0] ?? null) : null;
  }

  /**
   * Open posts, the newest first.
   *
   * @throws DomainError VALIDATION for a day that does not exist, DIVISION_UNKNOWN, CURSOR_INVALID
   */
  async publicPosts({ first, after }: PageArgs, filter: PublicPostFilter | null): Promise<Page<PublicPostNode>> {
    const query = this.openPosts(filter ?? {});
    const totalCount = await query.getCount();
    if (after !== undefined && after !== null) {
      const [publishedOn, id] = readCursor(after, 2);
      query.andWhere('(post.publishedOn < :publishedOn OR (post.publishedOn = :publishedOn AND post.id < :id))', {
        publishedOn: String(publishedOn),
        id: String(id),
      });
    }
    const posts = await query
      .orderBy('post.publishedOn', 'DESC')
      .addOrderBy('post.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.shown(posts)).map((node) => [node.id, node]));
    return pageOf(
      posts,
      first,
      totalCount,
      (post) => cursorOf(post.publishedOn, post.id),
      (post) => nodes.get(post.id) as PublicPostNode,
    );
  }

  private openPosts(filter: PublicPostFilter): SelectQueryBuilder<Post> {
    const today = this.clock.today();
    const query = this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where('post.state = :open AND post.openings > 0 AND post.publishedOn <= :today AND post.closesOn >= :day', {
        open: 'OPEN',
        today,
        day: this.dayOf(filter, today),
      });
    if (filter.kind) query.andWhere('post.kind = :kind', { kind: filter.kind });
    if (filter.remote === true) query.andWhere('post.remote = :remote', { remote: true });
    if (filter.partTime === true) query.andWhere('post.weeklyHours <= :partTime', { partTime: PART_TIME });
    if (filter.noSight === true) query.andWhere('post.noSight = :noSight', { noSight: true });
    if (filter.projectId) query.andWhere('post.projectId = :projectId', { projectId: filter.projectId });
    if (filter.divisionCode) this.inDivision(query, filter.divisionCode);
    const text = filter.text?.trim();
    return text ? this.withText(query, text) : query;
  }

  private inDivision(query: SelectQueryBuilder<Post>, divisionCode: string): void {
    const division = this.divisions.byCode(divisionCode);
    if (division === undefined)
      throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'filter.divisionCode' });
    query.andWhere('post.workDivisionCode LIKE :place', { place: `${prefixOf(division.code)}%` });
  }

  private withText(query: SelectQueryBuilder<Post>, text: string): SelectQueryBuilder<Post> {
    const names = this.unitOfWork.manager
      .createQueryBuilder(Employer, 'employer')
      .select('employer.id')
      .where(`LOWER(employer.name) LIKE :text ESCAPE '${ESCAPE}'`);
    return query.andWhere(
      `(LOWER(post.title) LIKE :text ESCAPE '${ESCAPE}' OR post.employerId IN (${names.getQuery()}))`,
      { text: `%${literally(text.toLowerCase())}%` },
    );
  }

  private dayOf({ onDay }: PublicPostFilter, today: IsoDate): IsoDate {
    if (!onDay) return today;
    if (!isTypedDay(onDay))
      throw new DomainError('VALIDATION', '日期要写成 2026-03-01 这样。', { field: 'filter.onDay' });
    return onDay > today ? onDay : today;
  }

  private async shown(posts: readonly Post[]): Promise<PublicPostNode[]> {
    if (posts.length === 0) return [];
    const employers = await this.unitOfWork.manager.find(Employer, {
      select: { id: true, name: true, sharedFrom: true },
      where: { id: In([...new Set(posts.map((post) => post.employerId))]) },
    });
    const origins = await this.originsOf(posts, employers);
    const projectIds = posts.flatMap(({ projectId }) => projectId ?? []);
    const projects =
      projectIds.length === 0 ? [] : await this.unitOfWork.manager.findBy(WorkProject, { id: In(projectIds) });
    const projectOf = new Map(projects.map(({ id, title }) => [id, title]));
    const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
    return posts.map((post) => ({
      id: post.id,
      title: post.title,
      kind: post.kind,
      welfareKind: wordOf(WELFARE_KINDS, post.welfareKind),
      employerName: nameOf.get(post.employerId) ?? '',
      origin: origins.get(post.id) ?? null,
      divisionName: this.placeOf(post.workDivisionCode),
      monthlyWageYuan: { low: yuanText(post.wageLowFen), high: yuanText(post.wageHighFen) },
      openings: post.openings,
      remote: post.remote,
      weeklyHours: post.weeklyHours === null ? null : post.weeklyHours / TENTHS,
      nightShift: post.nightShift,
      minEducation: wordOf(EDUCATIONS, post.minEducation),
      skills: post.skills,
      licences: post.licences,
      provisions: post.provisions,
      kindFacts: kindSentences(post, projectOf.get(post.projectId ?? '') ?? null),
      duties: demandSentences(post.demands, post.tasks),
      description: post.description,
      legalBasis: post.legalBasis,
      publishedOn: post.publishedOn,
      closesOn: post.closesOn,
    }));
  }

  private async originsOf(
    posts: readonly Post[],
    employers: readonly Pick<Employer, 'id' | 'sharedFrom'>[],
  ): Promise<Map<string, PostOriginNode>> {
    const shared = posts.filter(({ sourceOffice }) => sourceOffice !== null);
    if (shared.length === 0) return new Map();
    const offices = await this.unitOfWork.manager.findBy(SourceOffice, {
      divisionCode: In([...new Set(shared.map(({ sourceOffice }) => sourceOffice as string))]),
    });
    const byCode = new Map(offices.map((office) => [office.divisionCode, office]));
    const registered = new Set(employers.filter(({ sharedFrom }) => sharedFrom === null).map(({ id }) => id));
    return new Map(
      shared.map((post) => {
        const office = byCode.get(post.sourceOffice as string);
        const applyHere = registered.has(post.employerId);
        return [post.id, { officeName: office?.name ?? '', phone: office?.phone ?? null, applyHere }];
      }),
    );
  }

  /** 同心县豫海镇: from the county down; a higher place by its own name. */
  private placeOf(code: string): string {
    const levels = [6, 9, 12].filter((digits) => digits === 6 || !/^0*$/.test(code.slice(digits === 9 ? 6 : 9)));
    const names = levels.map((digits) => this.divisions.byCode(code.slice(0, digits).padEnd(12, '0'))?.name ?? '');
    return names.join('') || this.divisions.nameOf(code);
  }
}

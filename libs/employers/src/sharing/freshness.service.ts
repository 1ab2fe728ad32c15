import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Account, MessageService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, UnitOfWork } from '@tongxing/database';
import { defineJob, JobService, NIGHTLY } from '@tongxing/jobs';
import { ParameterService } from '@tongxing/parameters';
import { Clock, cursorOf, DomainError, type Page, type PageArgs, pageOf, readCursor } from '@tongxing/platform';
import { type FreshnessLaw, freshnessLawOn, freshnessOf, type IsoDate, Law } from '@tongxing/rules';
import { In } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { PostDeskService, requireOwn } from '../post-desk.service.js';
import { DuplicatesService } from './duplicates.service.js';
import { grouped } from './grouped.js';
import { SharingService } from './sharing.service.js';
import type { FreshnessRuleNode, StalePostNode } from './sharing.types.js';

const keepPosts = defineJob({ name: 'keep-posts-fresh', attempts: 3 });
const CHUNK = 200;
const COUNTY_DIGITS = 6;

/** What a night did. */
export interface FreshnessRun {
  asked: number;
  paused: number;
}

/** 岗位还招不招: asked for after some days, out of matching after some more, back with one word. */
@Injectable()
export class FreshnessService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: JobService,
    private readonly messages: MessageService,
    private readonly parameters: ParameterService,
    private readonly desk: PostDeskService,
    private readonly sharing: SharingService,
    private readonly duplicates: DuplicatesService,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat(keepPosts, NIGHTLY, async () => {
      await this.run(this.clock.today());
      await this.duplicates.lookEverywhere(this.clock.today());
    });
  }

  /** The parameters of the viewer's place today. */
  async rule(viewer: SignedIn): Promise<FreshnessRuleNode> {
    const law = await this.parameters.lawOf(viewer.divisionCode);
    return freshnessLawOn(law, this.clock.today());
  }

  /**
   * Asks and pauses whatever is due on a day, page by page: a run that was cut off goes on, a second one of the day does nothing, a missed night is
   * made up for.
   */
  async run(day: IsoDate): Promise<FreshnessRun> {
    const rows = await this.parameters.rows();
    const laws = new Map<string, FreshnessLaw>();
    const lawOf = ({ divisionCode, receivedBy }: Post): FreshnessLaw => {
      const county = (receivedBy ?? divisionCode).slice(0, COUNTY_DIGITS);
      const known = laws.get(county) ?? freshnessLawOn(new Law(rows, county), day);
      laws.set(county, known);
      return known;
    };
    const done: FreshnessRun = { asked: 0, paused: 0 };
    for (let after: { employerId: string; id: string } = { employerId: '', id: '' }; ; ) {
      const posts = await this.unitOfWork.manager
        .createQueryBuilder(Post, 'post')
        .where("post.state = 'OPEN' AND post.closesOn >= :day AND post.publishedOn <= :day", { day })
        .andWhere('(post.employerId > :employerId OR (post.employerId = :employerId AND post.id > :id))', after)
        .orderBy('post.employerId')
        .addOrderBy('post.id')
        .limit(CHUNK)
        .getMany();
      const last = posts.at(-1);
      if (last === undefined) return done;
      after = { employerId: last.employerId, id: last.id };
      const { asked, paused } = await this.unitOfWork.run(() => this.settle(posts, lawOf, day));
      done.asked += asked;
      done.paused += paused;
    }
  }

  /**
   * 仍在招: the employer's or the office's word that a post is still offered. One that was paused is offered again. A second word of the day changes nothing.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT for a draft, a closed one and one of another office; VALIDATION on `closesOn` when that day is over
   */
  async confirm(viewer: SignedIn, id: string): Promise<Post> {
    const { post } = await this.desk.load(viewer, id);
    requireOwn(post);
    if (post.state !== 'OPEN' && post.state !== 'PAUSED')
      throw new DomainError('STATE_CONFLICT', '这个岗位没有在招。', { hint: '还要招，请先发布。' });
    const today = this.clock.today();
    if (post.closesOn < today)
      throw new DomainError('VALIDATION', '截止日期已经过了。', { field: 'closesOn', hint: '请先改成以后的日期。' });
    if (post.state === 'OPEN' && post.confirmedOn === today && post.askedOn === null) return post;
    const set = { state: 'OPEN' as const, confirmedOn: today, askedOn: null };
    await this.unitOfWork.run(async () => {
      if (!(await guardedUpdate(this.unitOfWork.manager, Post, { id, version: post.version }, set)))
        throw new DomainError('VERSION_CONFLICT', '这个岗位刚被改过。', { hint: '请刷新后再试。' });
      this.unitOfWork.changed('post', id);
      const { state, confirmedOn, divisionCode } = post;
      noteAudit(this.unitOfWork, { target: 'post', id, divisionCode, before: { state, confirmedOn }, after: set });
    });
    return { ...post, ...set };
  }

  /** Posts that were asked for and not answered, the longest first: a clerk's own employer's, an officer's region's. */
  async stale(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<StalePostNode>> {
    const { manager } = this.unitOfWork;
    const today = this.clock.today();
    const query = manager
      .createQueryBuilder(Post, 'post')
      .where("post.askedOn IS NOT NULL AND post.state IN ('OPEN', 'PAUSED') AND post.closesOn >= :today", { today });
    if (viewer.employerId !== undefined || Policy.employerOnly(viewer))
      query.andWhere('post.employerId = :employerId AND post.sourceOffice IS NULL', {
        employerId: viewer.employerId ?? '',
      });
    else
      query.andWhere('COALESCE(post.receivedBy, post.divisionCode) LIKE :scope', {
        scope: `${Policy.divisionScope(viewer)}%`,
      });
    const totalCount = await query.getCount();
    if (after) {
      const [askedOn, id] = readCursor(after, 2);
      query.andWhere('(post.askedOn > :askedOn OR (post.askedOn = :askedOn AND post.id > :id))', {
        askedOn: String(askedOn),
        id: String(id),
      });
    }
    const posts = await query
      .orderBy('post.askedOn')
      .addOrderBy('post.id')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(posts)).map((node) => [node.id, node]));
    return pageOf(
      posts,
      first,
      totalCount,
      ({ askedOn, id }) => cursorOf(askedOn as string, id),
      ({ id }) => nodes.get(id) as StalePostNode,
    );
  }

  private async settle(
    posts: readonly Post[],
    lawOf: (post: Post) => FreshnessLaw,
    day: IsoDate,
  ): Promise<FreshnessRun> {
    const { manager } = this.unitOfWork;
    const asked: { post: Post; law: FreshnessLaw }[] = [];
    const paused: Post[] = [];
    for (const post of posts) {
      const law = lawOf(post);
      const { state } = freshnessOf(post, law, day);
      if (state !== 'DUE' && state !== 'OVERDUE') continue;
      const set = state === 'DUE' ? { askedOn: day } : { state: 'PAUSED' as const };
      // Somebody has just spoken of it: not asked, not paused.
      if (!(await guardedUpdate(manager, Post, { id: post.id, version: post.version, state: 'OPEN' }, set))) continue;
      this.unitOfWork.changed('post', post.id);
      if (state === 'DUE') asked.push({ post, law });
      else paused.push(post);
    }
    const own = <T>(items: readonly T[], postOf: (item: T) => Post): T[] =>
      items.filter((item) => postOf(item).sourceOffice === null);
    await this.tellAsked(own(asked, ({ post }) => post));
    await this.tellPaused(own(paused, (post) => post));
    return { asked: asked.length, paused: paused.length };
  }

  private async tellAsked(asked: readonly { post: Post; law: FreshnessLaw }[]): Promise<void> {
    for (const [employerId, some] of grouped(asked, ({ post }) => post.employerId)) {
      const days = some[0]?.law.pauseDays ?? null;
      const after = days === null ? '' : `${days}天不答，就先不推荐了。`;
      await this.tell(
        employerId,
        `${titlesOf(some.map(({ post }) => post))}还招吗？还招，请到岗位页按“仍在招”。${after}`,
      );
    }
  }

  private async tellPaused(paused: readonly Post[]): Promise<void> {
    for (const [employerId, some] of grouped(paused, (post) => post.employerId))
      await this.tell(
        employerId,
        `${titlesOf(some)}一直没有确认，先暂停了，求职的人看不到。还招，请到岗位页按“仍在招”。`,
      );
  }

  private async tell(employerId: string, text: string): Promise<void> {
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true },
      where: { employerId, disabled: false },
    });
    for (const { id } of accounts) await this.messages.tell({ accountId: id, kind: 'NOTE', text });
  }

  private async nodes(posts: readonly Post[]): Promise<StalePostNode[]> {
    if (posts.length === 0) return [];
    const day = this.clock.today();
    const rows = await this.parameters.rows();
    const offices = await this.sharing.namesOf(posts.flatMap(({ sourceOffice }) => sourceOffice ?? []));
    const employers = await this.unitOfWork.manager.find(Employer, {
      select: { id: true, name: true },
      where: { id: In([...new Set(posts.map(({ employerId }) => employerId))]) },
    });
    const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
    return posts.map((post) => {
      const law = freshnessLawOn(new Law(rows, (post.receivedBy ?? post.divisionCode).slice(0, COUNTY_DIGITS)), day);
      const { lastWordOn, pausesOn } = freshnessOf(post, law, day);
      return {
        id: post.id,
        title: post.title,
        employerName: nameOf.get(post.employerId) ?? '',
        state: post.state,
        lastWordOn,
        askedOn: post.askedOn as IsoDate,
        pausesOn: post.state === 'PAUSED' ? null : pausesOn,
        officeName: post.sourceOffice === null ? null : (offices.get(post.sourceOffice)?.name ?? ''),
      };
    });
  }
}

const NAMED = 3;
function titlesOf(posts: readonly Post[]): string {
  const named = posts
    .slice(0, NAMED)
    .map(({ title }) => `「${title}」`)
    .join('');
  return posts.length > NAMED ? `${named}等${posts.length}个岗位` : `岗位${named}`;
}

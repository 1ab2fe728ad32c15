import { Injectable } from '@nestjs/common';
import { Account, Divisions, MessageService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
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
import { alikePosts, type IsoDate, yuanText } from '@tongxing/rules';
import { In } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { PostDeskService } from '../post-desk.service.js';
import { grouped } from './grouped.js';
import { PostPair } from './sharing.entity.js';
import { SharingService } from './sharing.service.js';
import type { AlikePostNode, PairedPostNode, PostPairNode } from './sharing.types.js';

const WHAT = '这一对岗位';
const STANDING = ['OPEN', 'PAUSED'] as const;
/** Employers looked at in one unit of work. */
const CHUNK = 50;
/** New pairs of one employer a night: a roster that came twice is told by the first of them. */
const MOST_PAIRS = 200;
const MOST_ALIKE = 5;

/** 像同一个的岗位: found by a rule, decided by an officer, never merged by itself. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly messages: MessageService,
    private readonly desk: PostDeskService,
    private readonly sharing: SharingService,
  ) {}

  /** Looks through the posts of every employer that has more than one, page by page. @returns how many new pairs were found */
  async lookEverywhere(day: IsoDate): Promise<number> {
    let found = 0;
    for (let after = ''; ; ) {
      const rows = await this.unitOfWork.manager
        .createQueryBuilder(Post, 'post')
        .select('post.employerId', 'employerId')
        .where('post.state IN (:...standing) AND post.closesOn >= :day AND post.employerId > :after', {
          standing: STANDING,
          day,
          after,
        })
        .groupBy('post.employerId')
        .having('COUNT(*) > 1')
        .orderBy('post.employerId')
        .limit(CHUNK)
        .getRawMany<{ employerId: string }>();
      const last = rows.at(-1);
      if (last === undefined) return found;
      after = last.employerId;
      found += await this.look(
        rows.map(({ employerId }) => employerId),
        day,
      );
    }
  }

  /** Open posts of the same employer that look like this one: what is told before it is published. @throws DomainError NOT_FOUND */
  async alike(viewer: SignedIn, id: string): Promise<AlikePostNode[]> {
    const { post } = await this.desk.load(viewer, id);
    const others = await this.unitOfWork.manager.findBy(Post, {
      employerId: post.employerId,
      kind: post.kind,
      workDivisionCode: post.workDivisionCode,
      state: In([...STANDING]),
    });
    const today = this.clock.today();
    return others
      .filter((other) => other.id !== post.id && other.closesOn >= today)
      .flatMap((other) => {
        const reasons = alikePosts(post, other);
        return reasons === null ? [] : [{ id: other.id, title: other.title, reasons }];
      })
      .slice(0, MOST_ALIKE);
  }

  /**
   * Pairs of the viewer's region, the oldest first.
   *
   * @param decided those that were decided, the newest first, instead of those that wait
   */
  async list(viewer: SignedIn, { first, after }: PageArgs, decided: boolean): Promise<Page<PostPairNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(PostPair, 'pair')
      .innerJoin(Post, 'one', 'one.id = pair.oneId')
      .innerJoin(Post, 'other', 'other.id = pair.otherId')
      .where(
        '(COALESCE(one.receivedBy, one.divisionCode) LIKE :scope OR COALESCE(other.receivedBy, other.divisionCode) LIKE :scope)',
        { scope: `${Policy.divisionScope(viewer)}%` },
      );
    if (decided) query.andWhere("pair.state <> 'FOUND'");
    else
      query.andWhere("pair.state = 'FOUND' AND one.state IN (:...standing) AND other.state IN (:...standing)", {
        standing: STANDING,
      });
    const totalCount = await query.getCount();
    if (after) query.andWhere(`pair.id ${decided ? '<' : '>'} :after`, { after: String(readCursor(after, 1)[0]) });
    const pairs = await query
      .orderBy('pair.id', decided ? 'DESC' : 'ASC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(pairs)).map((node) => [node.id, node]));
    return pageOf(
      pairs,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as PostPairNode,
    );
  }

  /**
   * 是同一个: one stays, the other closes and points at it. 不是: both stay. The same decision again changes nothing.
   *
   * @param keepId null: they are not the same
   * @throws DomainError NOT_FOUND; VALIDATION for a post that is none of the two; STATE_CONFLICT once decided otherwise, or when the one that
   *   is to stay is not offered any more
   */
  async decide(viewer: SignedIn, id: string, keepId: string | null): Promise<PostPairNode> {
    const { pair, posts } = await this.load(viewer, id);
    const state = keepId === null ? ('DIFFERENT' as const) : ('SAME' as const);
    if (keepId !== null && keepId !== pair.oneId && keepId !== pair.otherId)
      throw new DomainError('VALIDATION', '请选留下哪一个。', { field: 'keepId' });
    if (pair.state === state && pair.keptId === keepId) return this.node(pair);
    if (pair.state !== 'FOUND') throw decidedAlready();
    const kept = posts.find((post) => post.id === keepId);
    const gone = posts.find((post) => post.id !== keepId);
    if (kept !== undefined && kept.state !== 'OPEN' && kept.state !== 'PAUSED')
      throw new DomainError('STATE_CONFLICT', '要留下的那个已经不在招了。', { hint: '请刷新后再看。' });
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const set = { state, keptId: keepId, decidedOn: this.clock.today() };
      if (!(await guardedUpdate(manager, PostPair, { id, state: 'FOUND' }, set))) throw decidedAlready();
      if (kept !== undefined && gone !== undefined) {
        await this.changePost(gone, { state: 'CLOSED', duplicateOf: kept.id, askedOn: null });
        if (gone.sourceOffice === null)
          await this.tellEmployer(
            gone.employerId,
            `残联看过，岗位「${gone.title}」和「${kept.title}」是同一个，只留后一个。不对请联系残联。`,
          );
      }
      this.note(viewer, pair, { state: pair.state }, set);
    });
    return this.node({ ...pair, state, keptId: keepId, decidedOn: this.clock.today() });
  }

  /** Takes a decision back: the pair waits again, and the post that was closed for it is offered again. @throws DomainError NOT_FOUND, STATE_CONFLICT */
  async reopen(viewer: SignedIn, id: string): Promise<PostPairNode> {
    const { pair, posts } = await this.load(viewer, id);
    if (pair.state === 'FOUND') return this.node(pair);
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const set = { state: 'FOUND' as const, keptId: null, decidedOn: null };
      if (!(await guardedUpdate(manager, PostPair, { id, state: pair.state }, set))) throw decidedAlready();
      const gone = posts.find((post) => pair.keptId !== null && post.duplicateOf === pair.keptId);
      if (gone !== undefined) {
        const back = gone.state === 'CLOSED' && gone.hiddenReason === null ? { state: 'OPEN' as const } : {};
        await this.changePost(gone, { duplicateOf: null, ...back });
        if (gone.sourceOffice === null)
          await this.tellEmployer(gone.employerId, `残联又看了，岗位「${gone.title}」恢复了。`);
      }
      this.note(viewer, pair, { state: pair.state, keptId: pair.keptId }, set);
    });
    return this.node({ ...pair, state: 'FOUND', keptId: null, decidedOn: null });
  }

  /** Finds new pairs among the posts of some employers. */
  private async look(employerIds: readonly string[], day: IsoDate): Promise<number> {
    const posts = await this.unitOfWork.manager.find(Post, {
      where: { employerId: In([...employerIds]), state: In([...STANDING]) },
      order: { id: 'ASC' },
    });
    const fresh: Pick<PostPair, 'oneId' | 'otherId' | 'reasons'>[] = [];
    for (const own of grouped(
      posts.filter(({ closesOn }) => closesOn >= day),
      (post) => `${post.employerId} ${post.kind} ${post.workDivisionCode}`,
    ).values()) {
      const known = await this.known(own);
      let left = MOST_PAIRS;
      for (const [index, one] of own.entries())
        for (const other of own.slice(index + 1)) {
          if (left === 0 || known.has(`${one.id} ${other.id}`)) continue;
          const reasons = alikePosts(one, other);
          if (reasons === null) continue;
          fresh.push({ oneId: one.id, otherId: other.id, reasons });
          left -= 1;
        }
    }
    if (fresh.length === 0) return 0;
    try {
      await this.unitOfWork.run(() =>
        insertRows(
          this.unitOfWork.manager,
          PostPair,
          fresh.map((pair) => ({ id: newId(), ...pair, state: 'FOUND' as const, foundOn: day })),
        ),
      );
    } catch (error) {
      // Another process looked at the same moment: it has written them.
      if (!isDuplicateKey(error)) throw error;
      return 0;
    }
    return fresh.length;
  }

  private async known(posts: readonly Post[]): Promise<ReadonlySet<string>> {
    if (posts.length < 2) return new Set();
    const ids = posts.map(({ id }) => id);
    const pairs = await this.unitOfWork.manager.find(PostPair, {
      select: { id: true, oneId: true, otherId: true },
      where: { oneId: In(ids), otherId: In(ids) },
    });
    return new Set(pairs.map(({ oneId, otherId }) => `${oneId} ${otherId}`));
  }

  private async load(viewer: SignedIn, id: string): Promise<{ pair: PostPair; posts: Post[] }> {
    const { manager } = this.unitOfWork;
    const pair = await manager.findOneBy(PostPair, { id });
    if (pair === null) throw notFound(WHAT);
    const posts = await manager.findBy(Post, { id: In([pair.oneId, pair.otherId]) });
    if (!posts.some((post) => Policy.covers(viewer, post.receivedBy ?? post.divisionCode))) throw notFound(WHAT);
    return { pair, posts };
  }

  private async changePost({ id, version }: Post, set: Partial<Post>): Promise<void> {
    if (!(await guardedUpdate(this.unitOfWork.manager, Post, { id, version }, set as object)))
      throw new DomainError('VERSION_CONFLICT', '有一个岗位刚被改过。', { hint: '请刷新后再定。' });
    this.unitOfWork.changed('post', id);
  }

  private note({ divisionCode }: SignedIn, pair: PostPair, before: object, after: object): void {
    noteAudit(this.unitOfWork, { target: 'post-pair', id: pair.id, divisionCode, before, after });
  }

  private async tellEmployer(employerId: string, text: string): Promise<void> {
    const accounts = await this.unitOfWork.manager.find(Account, {
      select: { id: true },
      where: { employerId, disabled: false },
    });
    for (const { id } of accounts) await this.messages.tell({ accountId: id, kind: 'NOTE', text });
  }

  private async node(pair: PostPair): Promise<PostPairNode> {
    return (await this.nodes([pair]))[0] as PostPairNode;
  }

  private async nodes(pairs: readonly PostPair[]): Promise<PostPairNode[]> {
    if (pairs.length === 0) return [];
    const { manager } = this.unitOfWork;
    const posts = await manager.findBy(Post, { id: In(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId])) });
    const employers = await manager.find(Employer, {
      select: { id: true, name: true },
      where: { id: In([...new Set(posts.map(({ employerId }) => employerId))]) },
    });
    const names = new Map(employers.map(({ id, name }) => [id, name]));
    const offices = await this.sharing.namesOf(posts.flatMap(({ sourceOffice }) => sourceOffice ?? []));
    const shown = new Map<string, PairedPostNode>(
      posts.map((post) => [
        post.id,
        {
          id: post.id,
          title: post.title,
          employerName: names.get(post.employerId) ?? '',
          officeName: post.sourceOffice === null ? null : (offices.get(post.sourceOffice)?.name ?? ''),
          divisionName: this.divisions.nameOf(post.workDivisionCode),
          wage: `${yuanText(post.wageLowFen)}–${yuanText(post.wageHighFen)}元`,
          publishedOn: post.publishedOn,
        },
      ]),
    );
    return pairs.map(({ id, oneId, otherId, reasons, state, decidedOn, keptId }) => ({
      id,
      one: shown.get(oneId) as PairedPostNode,
      other: shown.get(otherId) as PairedPostNode,
      reasons,
      state,
      decidedOn,
      keptId,
    }));
  }
}

const decidedAlready = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这一对刚有人定过。', { hint: '请刷新后再看。' });

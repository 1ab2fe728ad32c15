import { Injectable } from '@nestjs/common';
import { AuditEntry, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { UnitOfWork } from '@tongxing/database';
import { Employer, type Post, PostService, WorkProject } from '@tongxing/employers';
import {
  Clock,
  csvText,
  cursorOf,
  DomainError,
  notFound,
  type Page,
  type PageArgs,
  pageOf,
  readCursor,
} from '@tongxing/platform';
import { In } from 'typeorm';
import { JobApplication } from '../job-application.entity.js';
import type {
  OfficePostFileNode,
  OfficePostFilter,
  OfficePostNode,
  PostEventNode,
  PostStand,
  TableFileNode,
} from './office-posts.types.js';

/** More rows are no list that anybody reads: the filter makes it shorter. */
export const MOST_FILE_ROWS = 5_000;
const MOST_EVENTS = 50;
const STAND_WORDS: Readonly<Record<PostStand, string>> = {
  DRAFT: '草稿',
  OPEN: '在招',
  PAUSED: '暂停，等确认',
  ENDED: '已截止',
  CLOSED: '已撤下',
};
const KIND_WORDS: Readonly<Record<string, string>> = {
  PUBLIC_WELFARE: '公益性岗位',
  PROPORTIONAL: '按比例就业',
  CONCENTRATED: '集中就业',
  AUXILIARY: '辅助性就业',
  FLEXIBLE: '灵活就业',
  INTERNSHIP: '见习',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  EMPLOYER_CLERK: '单位',
  EMPLOYER_ADMIN: '单位',
  OFFICER: '残联',
  JOB: '系统',
  COMMAND: '系统',
};
/** What an act on a post is called by its action. Saving, publishing and withdrawing are one action, and the chain keeps digests alone. */
const ACTS: Readonly<Record<string, string>> = {
  'post.import': '用表格导入',
  'post.confirm': '确认还在招',
  'post.takeIn': '隐藏或重新显示',
  'project.save': '放进灵活就业项目，或移出',
};
const saysOf = (action: string, isNew: boolean): string => ACTS[action] ?? (isNew ? '写下' : '改动、发布或撤下');

/** The posts of a county as its office looks through them. */
@Injectable()
export class OfficePostsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly posts: PostService,
  ) {}

  /** Posts of the viewer's region in every state, the newest first. @throws DomainError DIVISION_UNKNOWN, CURSOR_INVALID */
  async list(
    viewer: SignedIn,
    { first, after }: PageArgs,
    filter: OfficePostFilter | null,
  ): Promise<Page<OfficePostNode>> {
    const query = this.found(viewer, filter ?? {});
    const totalCount = await query.getCount();
    if (after) query.andWhere('post.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('post.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(rows);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as OfficePostNode,
    );
  }

  /** One post, with who did what to it and when. @throws DomainError NOT_FOUND outside the region */
  async one(viewer: SignedIn, id: string): Promise<OfficePostFileNode> {
    const [post] = await this.posts.byIds([id]);
    if (post === undefined) throw notFound('这个岗位');
    Policy.requireCovers(viewer, post.divisionCode, '这个岗位');
    const project =
      post.projectId === null ? null : await this.unitOfWork.manager.findOneBy(WorkProject, { id: post.projectId });
    return {
      post: (await this.nodes([post])).get(id) as OfficePostNode,
      projectTitle: project?.title ?? null,
      history: await this.historyOf(id),
    };
  }

  /** The list as a file. @throws DomainError VALIDATION for more than {@link MOST_FILE_ROWS}, DIVISION_UNKNOWN */
  async file(viewer: SignedIn, filter: OfficePostFilter | null): Promise<TableFileNode> {
    const query = this.found(viewer, filter ?? {});
    requireShort(await query.getCount());
    const rows = await query.orderBy('post.id', 'DESC').getMany();
    const nodes = await this.nodes(rows);
    return {
      name: `岗位-${this.clock.today()}.csv`,
      text: csvText([
        ['岗位', '类型', '状态', '单位', '工作地点', '招几人', '发布', '截止', '正在应聘', '应聘过'],
        ...rows.map(({ id }) => {
          const one = nodes.get(id) as OfficePostNode;
          return [
            one.title,
            KIND_WORDS[one.kind] ?? one.kind,
            STAND_WORDS[one.stand],
            one.employerName,
            one.divisionName,
            one.openings,
            one.publishedOn,
            one.closesOn,
            one.running,
            one.applications,
          ];
        }),
      ]),
    };
  }

  private found(viewer: SignedIn, { stand, kind, divisionCode, text }: OfficePostFilter) {
    const query = this.posts.ofRegion(Policy.divisionScope(viewer), { divisionCode, text });
    const today = this.clock.today();
    if (kind) query.andWhere('post.kind = :kind', { kind });
    if (stand === 'DRAFT' || stand === 'PAUSED' || stand === 'CLOSED') query.andWhere('post.state = :stand', { stand });
    if (stand === 'OPEN')
      query.andWhere("post.state = 'OPEN' AND post.openings > 0 AND post.closesOn >= :today", { today });
    if (stand === 'ENDED')
      query.andWhere("post.state = 'OPEN' AND (post.openings <= 0 OR post.closesOn < :today)", { today });
    return query;
  }

  private standOf(post: Post): PostStand {
    if (post.state !== 'OPEN') return post.state;
    return post.openings > 0 && post.closesOn >= this.clock.today() ? 'OPEN' : 'ENDED';
  }

  private async nodes(rows: readonly Post[]): Promise<Map<string, OfficePostNode>> {
    if (rows.length === 0) return new Map();
    const { manager } = this.unitOfWork;
    const employers = await manager.find(Employer, {
      select: { id: true, name: true },
      where: { id: In([...new Set(rows.map(({ employerId }) => employerId))]) },
    });
    const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
    const counted = await manager
      .createQueryBuilder(JobApplication, 'application')
      .select('application.postId', 'postId')
      .addSelect('COUNT(*)', 'all')
      .addSelect('COUNT(application.live)', 'running')
      .where({ postId: In(rows.map(({ id }) => id)) })
      .groupBy('application.postId')
      .getRawMany<{ postId: string; all: string | number; running: string | number }>();
    const countOf = new Map(counted.map((row) => [row.postId, row]));
    return new Map(
      rows.map((post) => [
        post.id,
        {
          id: post.id,
          title: post.title,
          kind: post.kind,
          stand: this.standOf(post),
          employerId: post.employerId,
          employerName: nameOf.get(post.employerId) ?? '',
          divisionName: this.divisions.nameOf(post.workDivisionCode),
          openings: post.openings,
          publishedOn: post.publishedOn,
          closesOn: post.closesOn,
          running: Number(countOf.get(post.id)?.running ?? 0),
          applications: Number(countOf.get(post.id)?.all ?? 0),
        },
      ]),
    );
  }

  /** The chain keeps digests of a change, not its words: it says who and when, and whether the post was new. */
  private async historyOf(postId: string): Promise<PostEventNode[]> {
    const rows = await this.unitOfWork.manager.find(AuditEntry, {
      where: { targetKind: 'post', targetId: postId },
      order: { seq: 'DESC' },
      take: MOST_EVENTS,
    });
    return rows.map(({ at, role, action, before }) => ({
      at,
      by: BY_ROLE[role] ?? '残联',
      says: saysOf(action, before === null),
    }));
  }
}

/** @throws DomainError VALIDATION for a list that is too long for a file */
export function requireShort(rows: number): void {
  if (rows <= MOST_FILE_ROWS) return;
  throw new DomainError('VALIDATION', `一共 ${rows} 行，一次最多导出 ${MOST_FILE_ROWS} 行。`, {
    field: 'filter',
    hint: '请先用条件筛一筛。',
  });
}

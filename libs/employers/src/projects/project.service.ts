import { Injectable } from '@nestjs/common';
import { Divisions, noteAudit, Policy, type SignedIn } from '@tongxing/access';
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
import { type IsoDate, isTypedDay, kindProblems, projectKindOf, projectKindText } from '@tongxing/rules';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { EmployerService } from '../employer.service.js';
import { WorkProject } from './project.entity.js';
import type { ProjectChoiceNode, PublicProjectNode, SaveProjectInput, WorkProjectNode } from './project.types.js';

const WHAT = '这个项目';
const MOST_CHOICES = 100;
const COUNTY_DIGITS = 6;

const countyOf = (code: string): string => code.slice(0, COUNTY_DIGITS);

/** 灵活就业项目: written by the office, joined by posts, shown to everybody while there are free places. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly employers: EmployerService,
  ) {}

  async byIds(ids: readonly string[]): Promise<WorkProject[]> {
    return ids.length === 0 ? [] : this.unitOfWork.manager.findBy(WorkProject, { id: In([...new Set(ids)]) });
  }

  /** Projects of the viewer's region, the newest first. @throws DomainError CURSOR_INVALID */
  async list(viewer: SignedIn, { first, after }: PageArgs, closed: boolean): Promise<Page<WorkProjectNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(WorkProject, 'project')
      .where('project.divisionCode LIKE :scope AND project.state = :state', {
        scope: `${Policy.divisionScope(viewer)}%`,
        state: closed ? 'CLOSED' : 'OPEN',
      });
    const { rows, totalCount } = await newest(query, { first, after });
    const nodes = await this.nodes(rows);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as WorkProjectNode,
    );
  }

  /** @throws DomainError NOT_FOUND, outside the region too */
  async one(viewer: SignedIn, id: string): Promise<WorkProjectNode> {
    const project = await this.own(viewer, id);
    return (await this.nodes([project])).get(id) as WorkProjectNode;
  }

  /** Projects that run and have a post one can apply for today, the newest first. How many take part stands nowhere. */
  async publicProjects({ first, after }: PageArgs): Promise<Page<PublicProjectNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(WorkProject, 'project')
      .where("project.state = 'OPEN'")
      .andWhere(`EXISTS (${this.openPosts().select('1').andWhere('post.projectId = project.id').getQuery()})`)
      .setParameters(this.openPosts().getParameters());
    const { rows, totalCount } = await newest(query, { first, after });
    const nodes = await this.nodes(rows);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      (row) => {
        const { id, title, kindText, hostName, divisionName, description, free } = nodes.get(row.id) as WorkProjectNode;
        return { id, title, kindText, hostName, divisionName, description, free };
      },
    );
  }

  /** Projects that a post of the employer can belong to. @throws DomainError NOT_FOUND for an employer out of sight */
  async choices(viewer: SignedIn, employerId?: string | null): Promise<ProjectChoiceNode[]> {
    const employer = await this.employers.requireVisible(viewer, employerId);
    const projects = await this.unitOfWork.manager
      .createQueryBuilder(WorkProject, 'project')
      .where("project.state = 'OPEN' AND project.divisionCode LIKE :county", {
        county: `${countyOf(employer.divisionCode)}%`,
      })
      .andWhere('(project.employerId = :id OR project.employerId IS NULL)', { id: employer.id })
      .orderBy('project.id', 'DESC')
      .limit(MOST_CHOICES)
      .getMany();
    return projects.map(({ id, title }) => ({ id, title }));
  }

  /**
   * A post of this employer may belong to the project: it runs, in the same county, and no other employer is its host.
   *
   * @param id null: no project
   * @throws DomainError VALIDATION on `projectId`
   */
  async requireJoinable(id: string | null, employer: Pick<Employer, 'id' | 'divisionCode'>): Promise<void> {
    if (id === null) return;
    const project = await this.unitOfWork.manager.findOneBy(WorkProject, { id });
    const fits =
      project?.state === 'OPEN' &&
      countyOf(project.divisionCode) === countyOf(employer.divisionCode) &&
      (project.employerId === null || project.employerId === employer.id);
    if (!fits)
      throw new DomainError('VALIDATION', '这个岗位不能放进这个项目。', {
        field: 'projectId',
        hint: '请选本县还在办的项目，或不选。',
      });
  }

  /**
   * Writes a new project, or changes one.
   *
   * @throws DomainError NOT_FOUND, VALIDATION with the field, DIVISION_UNKNOWN, VERSION_CONFLICT, DUPLICATE for a title that the region has
   */
  async save(viewer: SignedIn, input: SaveProjectInput): Promise<WorkProjectNode> {
    const content = await this.contentOf(viewer, input);
    const id = input.id ?? newId();
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        if (input.id) {
          const standing = await this.own(viewer, input.id);
          const where = { id, version: input.version ?? 0 };
          if (!(await guardedUpdate(manager, WorkProject, where, content))) throw conflict();
          const { title, places } = standing;
          noteAudit(this.unitOfWork, {
            target: 'work-project',
            id,
            divisionCode: content.divisionCode,
            before: { title, places },
            after: { title: content.title, places: content.places },
          });
          return;
        }
        await insertRows(manager, WorkProject, [{ id, ...content, state: 'OPEN', closedOn: null }]);
        const { divisionCode, title, places } = content;
        noteAudit(this.unitOfWork, { target: 'work-project', id, divisionCode, after: { title, places } });
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new DomainError('DUPLICATE', '本地已经有一个同名的项目。', { field: 'title', hint: '请换个名称。' });
    }
    return this.one(viewer, id);
  }

  /**
   * The project takes nobody any more; who works in it stays, and its posts stay as they are. Done twice it changes nothing.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT
   */
  async close(viewer: SignedIn, id: string, version: number): Promise<WorkProjectNode> {
    await this.unitOfWork.run(async () => {
      const { state, divisionCode } = await this.own(viewer, id);
      if (state === 'CLOSED') return;
      const set = { state: 'CLOSED' as const, closedOn: this.clock.today() };
      if (!(await guardedUpdate(this.unitOfWork.manager, WorkProject, { id, version, state: 'OPEN' }, set)))
        throw conflict();
      noteAudit(this.unitOfWork, {
        target: 'work-project',
        id,
        divisionCode,
        before: { state },
        after: { state: 'CLOSED' },
      });
    });
    return this.one(viewer, id);
  }

  /**
   * Puts a post into a project: posts that a roster brought in name none. Whoever works there takes part with it.
   *
   * @throws DomainError NOT_FOUND, VALIDATION for a post of another kind or a project it can't belong to, STATE_CONFLICT when the post was
   *   changed meanwhile
   */
  async place(viewer: SignedIn, postId: string, projectId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const post = await manager.findOneBy(Post, { id: postId });
      if (post === null) throw notFound('这个岗位');
      Policy.requireCovers(viewer, post.divisionCode, '这个岗位');
      if (post.projectId === projectId) return;
      await this.own(viewer, projectId);
      await this.requireJoinable(projectId, { id: post.employerId, divisionCode: post.divisionCode });
      const [problem] = kindProblems({ kind: post.kind, projectId });
      if (problem !== undefined) throw wrong('postId', problem.message);
      if (!(await guardedUpdate(manager, Post, { id: postId, version: post.version }, { projectId })))
        throw new DomainError('STATE_CONFLICT', '单位刚改过这个岗位。', { hint: '请刷新后再办。' });
      this.unitOfWork.changed('post', postId);
      noteAudit(this.unitOfWork, {
        target: 'post',
        id: postId,
        divisionCode: post.divisionCode,
        before: { projectId: post.projectId },
        after: { projectId },
      });
    });
  }

  private async own(viewer: SignedIn, id: string): Promise<WorkProject> {
    const project = await this.unitOfWork.manager.findOneBy(WorkProject, { id });
    if (project === null) throw notFound(WHAT);
    Policy.requireCovers(viewer, project.divisionCode, WHAT);
    return project;
  }

  private async contentOf(
    viewer: SignedIn,
    input: SaveProjectInput,
  ): Promise<Omit<WorkProject, 'id' | 'state' | 'closedOn' | 'version'>> {
    const title = input.title.trim();
    if (title === '') throw wrong('title', '请填项目名称。');
    const kind = projectKindOf(input.kind);
    if (kind === '') throw wrong('kind', '请选项目类型，或写几个字。');
    const division = this.divisions.byCode(input.divisionCode ?? viewer.divisionCode);
    if (division === undefined || !Policy.covers(viewer, division.code))
      throw new DomainError('DIVISION_UNKNOWN', '没有这个区划，请看区划表。', { field: 'divisionCode' });
    if (!isTypedDay(input.startedOn)) throw wrong('startedOn', '日期要写成 2026-03-01 这样。');
    return {
      title,
      kind,
      divisionCode: division.code,
      ...(await this.hostOf(viewer, input)),
      places: input.places,
      description: input.description?.trim() || null,
      startedOn: input.startedOn as IsoDate,
    };
  }

  private async hostOf(
    viewer: SignedIn,
    { hostCreditCode, hostName }: SaveProjectInput,
  ): Promise<Pick<WorkProject, 'employerId' | 'hostName'>> {
    const [code, name] = [hostCreditCode?.trim().toUpperCase() || null, hostName?.trim() || null];
    if ((code === null) === (name === null)) throw wrong('hostName', '请填主办单位的信用代码，或者只填名称。');
    if (code === null) return { employerId: null, hostName: name };
    const employer = await this.employers.byCreditCode(code);
    if (employer === null || !Policy.covers(viewer, employer.divisionCode))
      throw wrong('hostCreditCode', '本地名册里没有这个信用代码。');
    return { employerId: employer.id, hostName: null };
  }

  private async nodes(rows: readonly WorkProject[]): Promise<Map<string, WorkProjectNode>> {
    if (rows.length === 0) return new Map();
    const hosts = await this.employers.byIds(rows.flatMap(({ employerId }) => employerId ?? []));
    const hostOf = new Map(hosts.map((employer) => [employer.id, employer]));
    const sums = await this.openPosts()
      .select('post.projectId', 'projectId')
      .addSelect('SUM(post.openings)', 'free')
      .andWhere('post.projectId IN (:...ids)', { ids: rows.map(({ id }) => id) })
      .groupBy('post.projectId')
      .getRawMany<{ projectId: string; free: string | number }>();
    const freeOf = new Map(sums.map(({ projectId, free }) => [projectId, Number(free)]));
    return new Map(
      rows.map((row) => {
        const host = row.employerId === null ? undefined : hostOf.get(row.employerId);
        const node: WorkProjectNode = {
          id: row.id,
          version: row.version,
          title: row.title,
          kind: row.kind,
          kindText: projectKindText(row.kind),
          hostName: host?.name ?? row.hostName ?? '',
          hostCreditCode: host?.creditCode ?? null,
          divisionName: this.divisions.nameOf(row.divisionCode),
          description: row.description,
          places: row.places,
          free: row.state === 'OPEN' ? (freeOf.get(row.id) ?? 0) : 0,
          state: row.state,
          startedOn: row.startedOn,
          closedOn: row.closedOn,
        };
        return [row.id, node];
      }),
    );
  }

  /** Posts one can apply for today that have an opening left. */
  private openPosts(): SelectQueryBuilder<Post> {
    return this.unitOfWork.manager
      .createQueryBuilder(Post, 'post')
      .where("post.state = 'OPEN' AND post.openings > 0 AND post.publishedOn <= :today AND post.closesOn >= :today", {
        today: this.clock.today(),
      });
  }
}

async function newest(
  query: SelectQueryBuilder<WorkProject>,
  { first, after }: PageArgs,
): Promise<{ rows: WorkProject[]; totalCount: number }> {
  const totalCount = await query.getCount();
  if (after) query.andWhere('project.id < :after', { after: String(readCursor(after, 1)[0]) });
  const rows = await query
    .orderBy('project.id', 'DESC')
    .limit(first + 1)
    .getMany();
  return { rows, totalCount };
}

const wrong = (field: string, message: string): DomainError => new DomainError('VALIDATION', message, { field });

const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '别人刚改过这个项目。', { hint: '请刷新后再改。' });

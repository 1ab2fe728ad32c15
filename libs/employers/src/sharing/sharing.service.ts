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
import { In } from 'typeorm';
import { Employer, Post } from '../employer.entity.js';
import { SourceOffice } from './sharing.entity.js';
import type { SaveSourceOfficeInput, SharedPostNode, SourceOfficeNode } from './sharing.types.js';

const WHAT = '这个共享岗位';
const COUNTY_DIGITS = 6;
/** A county's neighbours; more would be a province's work. */
const MOST_OFFICES = 100;
const OFFICE_PHONE = /^[\d\- 转]{5,20}$/;
const MOBILE = /^1[3-9]\d{9}$/;

/** 共享岗位: whose posts are taken in, and which of them are not shown here. */
@Injectable()
export class SharingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /** Offices whose posts the viewer's region takes in, by their codes. */
  async offices(viewer: SignedIn): Promise<SourceOfficeNode[]> {
    const { manager } = this.unitOfWork;
    const offices = await manager
      .createQueryBuilder(SourceOffice, 'office')
      .where('office.receivedBy LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` })
      .orderBy('office.divisionCode')
      .limit(MOST_OFFICES)
      .getMany();
    if (offices.length === 0) return [];
    const today = this.clock.today();
    const rows = await manager
      .createQueryBuilder(Post, 'post')
      .select('post.sourceOffice', 'office')
      .addSelect('COUNT(*)', 'posts')
      .where("post.state = 'OPEN' AND post.openings > 0 AND post.publishedOn <= :today AND post.closesOn >= :today", {
        today,
      })
      .andWhere('post.sourceOffice IN (:...codes)', { codes: offices.map(({ divisionCode }) => divisionCode) })
      .groupBy('post.sourceOffice')
      .getRawMany<{ office: string; posts: string | number }>();
    const shown = new Map(rows.map(({ office, posts }) => [office, Number(posts)]));
    return offices.map((office) => ({
      id: office.id,
      divisionCode: office.divisionCode,
      divisionName: this.divisions.nameOf(office.divisionCode),
      name: office.name,
      phone: office.phone,
      deliveredOn: office.deliveredOn,
      deliveredPosts: office.deliveredPosts,
      wholeOn: office.wholeOn,
      shown: shown.get(office.divisionCode) ?? 0,
    }));
  }

  /**
   * Registers a source office, or changes its name and telephone.
   *
   * @throws DomainError DIVISION_UNKNOWN; VALIDATION for the own county, or a mobile number; STATE_CONFLICT when another county takes it in
   */
  async saveOffice(viewer: SignedIn, input: SaveSourceOfficeInput): Promise<SourceOfficeNode> {
    const division = this.divisions.byCode(input.divisionCode);
    const code = division?.code ?? '';
    if (division === undefined || !/^\d{6}0{6}$/.test(code) || code.slice(2).startsWith('0000'))
      throw new DomainError('DIVISION_UNKNOWN', '请填来源机构所在县的区划代码，如 640302。', { field: 'divisionCode' });
    const scope = Policy.divisionScope(viewer);
    if (code.startsWith(scope.slice(0, COUNTY_DIGITS)) && scope.length >= COUNTY_DIGITS)
      throw new DomainError('VALIDATION', '这是本县自己，不用登记。', { field: 'divisionCode' });
    const name = input.name.trim();
    if (name === '') throw new DomainError('VALIDATION', '请填机构名称。', { field: 'name' });
    const phone = input.phone?.trim() || null;
    if (phone !== null && !OFFICE_PHONE.test(phone))
      throw new DomainError('VALIDATION', '请填机构的座机，如 0953-1234567。', { field: 'phone' });
    if (phone !== null && MOBILE.test(phone.replace(/[\s-]/g, '')))
      throw new DomainError('VALIDATION', '请填机构公开的座机，不要填个人手机。', { field: 'phone' });
    const receivedBy = viewer.divisionCode.slice(0, COUNTY_DIGITS).padEnd(12, '0');
    try {
      await this.unitOfWork.run(async () => {
        const { manager } = this.unitOfWork;
        const standing = await manager.findOneBy(SourceOffice, { divisionCode: code });
        if (standing !== null && standing.receivedBy !== receivedBy) throw taken();
        const id = standing?.id ?? newId();
        if (standing !== null) await manager.update(SourceOffice, { id }, { name, phone });
        else await insertRows(manager, SourceOffice, [{ id, divisionCode: code, receivedBy, name, phone }]);
        noteAudit(this.unitOfWork, {
          target: 'source-office',
          id,
          divisionCode: receivedBy,
          after: { code, name, phone },
        });
      });
    } catch (error) {
      if (isDuplicateKey(error)) throw taken();
      throw error;
    }
    const saved = (await this.offices(viewer)).find(({ divisionCode }) => divisionCode === code);
    if (saved === undefined) throw taken();
    return saved;
  }

  /** Posts that came from other offices, the newest here first. */
  async list(viewer: SignedIn, { first, after }: PageArgs): Promise<Page<SharedPostNode>> {
    const { manager } = this.unitOfWork;
    const query = manager
      .createQueryBuilder(Post, 'post')
      .where('post.sourceOffice IS NOT NULL AND post.receivedBy LIKE :scope', {
        scope: `${Policy.divisionScope(viewer)}%`,
      });
    const totalCount = await query.getCount();
    if (after) query.andWhere('post.id < :after', { after: String(readCursor(after, 1)[0]) });
    const posts = await query
      .orderBy('post.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = new Map((await this.nodes(posts)).map((node) => [node.id, node]));
    return pageOf(
      posts,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as SharedPostNode,
    );
  }

  /** @throws DomainError NOT_FOUND */
  async one(viewer: SignedIn, id: string): Promise<SharedPostNode> {
    return (await this.nodes([await this.load(viewer, id)]))[0] as SharedPostNode;
  }

  /** Takes a shared post out of sight here, whatever its source says. Hidden already: the reason is replaced. @throws DomainError NOT_FOUND, VALIDATION */
  async hide(viewer: SignedIn, id: string, reason: string): Promise<SharedPostNode> {
    const hiddenReason = reason.trim();
    if (hiddenReason === '') throw new DomainError('VALIDATION', '请写为什么不显示。', { field: 'reason' });
    return this.change(viewer, id, () => ({ hiddenReason, state: 'CLOSED', askedOn: null }));
  }

  /** Shows a hidden post again, where the newest delivery still has it; otherwise the next one brings it back. @throws DomainError NOT_FOUND */
  async show(viewer: SignedIn, id: string): Promise<SharedPostNode> {
    return this.change(viewer, id, (post, office) => {
      const stands = office.wholeOn === null || (post.confirmedOn ?? '') >= office.wholeOn;
      const open = stands && post.duplicateOf === null;
      return post.hiddenReason === null ? null : { hiddenReason: null, ...(open ? { state: 'OPEN' as const } : {}) };
    });
  }

  /** Names of offices by their codes. */
  async namesOf(codes: readonly string[]): Promise<Map<string, SourceOffice>> {
    if (codes.length === 0) return new Map();
    const offices = await this.unitOfWork.manager.findBy(SourceOffice, { divisionCode: In([...new Set(codes)]) });
    return new Map(offices.map((office) => [office.divisionCode, office]));
  }

  private async change(
    viewer: SignedIn,
    id: string,
    setOf: (post: Post, office: SourceOffice) => Partial<Post> | null,
  ): Promise<SharedPostNode> {
    const changed = await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const post = await this.load(viewer, id);
      const office = await manager.findOneByOrFail(SourceOffice, { divisionCode: post.sourceOffice as string });
      const set = setOf(post, office);
      if (set === null) return post;
      if (!(await guardedUpdate(manager, Post, { id, version: post.version }, set as object)))
        throw new DomainError('VERSION_CONFLICT', '这个岗位刚被改过。', { hint: '请刷新后再试。' });
      this.unitOfWork.changed('post', id);
      noteAudit(this.unitOfWork, {
        target: 'post',
        id,
        divisionCode: post.receivedBy as string,
        before: { state: post.state, hiddenReason: post.hiddenReason },
        after: set,
      });
      return { ...post, ...set };
    });
    return (await this.nodes([changed]))[0] as SharedPostNode;
  }

  private async load(viewer: SignedIn, id: string): Promise<Post> {
    const post = await this.unitOfWork.manager.findOneBy(Post, { id });
    if (post === null || post.sourceOffice === null || post.receivedBy === null) throw notFound(WHAT);
    Policy.requireCovers(viewer, post.receivedBy, WHAT);
    return post;
  }

  private async nodes(posts: readonly Post[]): Promise<SharedPostNode[]> {
    if (posts.length === 0) return [];
    const today = this.clock.today();
    const offices = await this.namesOf(posts.flatMap(({ sourceOffice }) => sourceOffice ?? []));
    const employers = await this.unitOfWork.manager.find(Employer, {
      select: { id: true, name: true },
      where: { id: In([...new Set(posts.map(({ employerId }) => employerId))]) },
    });
    const nameOf = new Map(employers.map(({ id, name }) => [id, name]));
    return posts.map((post) => ({
      id: post.id,
      title: post.title,
      employerName: nameOf.get(post.employerId) ?? '',
      officeName: offices.get(post.sourceOffice ?? '')?.name ?? '',
      stateText: stateText(post, today),
      hiddenReason: post.hiddenReason,
      demandsStated: post.demands !== null,
      confirmedOn: post.confirmedOn,
      closesOn: post.closesOn,
    }));
  }
}

function stateText(post: Post, today: string): string {
  if (post.hiddenReason !== null) return '这里隐藏了';
  if (post.duplicateOf !== null) return '和另一个是同一个';
  if (post.state === 'CLOSED') return '来源没有再确认';
  if (post.state === 'PAUSED') return '很久没有确认，暂停';
  return post.closesOn < today ? '已截止' : post.openings === 0 ? '已招满' : '在招';
}

const taken = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这个机构的岗位已经由别的县接收。', {
    field: 'divisionCode',
    hint: '请和那个县联系。',
  });

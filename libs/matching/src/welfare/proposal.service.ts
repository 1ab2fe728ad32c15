import { Injectable } from '@nestjs/common';
import {
  Account,
  Divisions,
  IdempotencyService,
  MessageService,
  noteAudit,
  Policy,
  type SignedIn,
} from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import {
  Employer,
  EmployerService,
  PostDeskService,
  requirePublishable,
  type WorkPlaceNode,
} from '@tongxing/employers';
import { Clock, cursorOf, DomainError, newId, notFound, type Page, pageOf, readCursor } from '@tongxing/platform';
import { ABILITY_CODES, demandSentences, PUBLIC_WELFARE, yuanText } from '@tongxing/rules';
import { In } from 'typeorm';
import { WelfareProposal } from './welfare.entity.js';
import type {
  DecideWelfareProposalInput,
  ProposeWelfarePostInput,
  WelfareProposalArgs,
  WelfareProposalNode,
  WelfareUnitNode,
} from './welfare.types.js';
import { FUND_SOURCES, PROPOSAL_STATES } from './welfare.words.js';

const WHAT = '这份申报';
const TENTHS = 10;
const LONGEST_NAME = 60;
const MOST_UNITS = 100;
/** Units that public-welfare posts belong to: whoever serves the public. */
const UNIT_KINDS = ['GOVERNMENT_ORGAN', 'PUBLIC_INSTITUTION', 'SOCIAL_ORGANISATION', 'PRIVATE_NON_ENTERPRISE'];

/** 岗位申报: towns propose public-welfare posts, the office approves them with the money behind them. */
@Injectable()
export class WelfareProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly idempotency: IdempotencyService,
    private readonly messages: MessageService,
    private readonly employers: EmployerService,
    private readonly desk: PostDeskService,
  ) {}

  /** Units of the viewer's town, of the whole county for who works county-wide, by name; the first hundred. @param text part of the name */
  async units(viewer: SignedIn, text?: string | null): Promise<WelfareUnitNode[]> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(Employer, 'employer')
      .select(['employer.id', 'employer.name'])
      .where('employer.divisionCode LIKE :town', { town: `${townScope(viewer)}%` })
      .andWhere('employer.unitKind IN (:...kinds)', { kinds: UNIT_KINDS });
    // A name is no longer than this; more would be too much for LIKE.
    const wanted = text?.trim().slice(0, LONGEST_NAME);
    if (wanted)
      query.andWhere("employer.name LIKE :text ESCAPE '!'", {
        text: `%${wanted.replace(/[!%_]/g, (one) => `!${one}`)}%`,
      });
    const rows = await query.orderBy('employer.name').addOrderBy('employer.id').limit(MOST_UNITS).getMany();
    return rows.map(({ id, name }) => ({ id, name }));
  }

  /** Where the viewer may propose work: the own village; a town with its villages; the towns of a county. */
  places(viewer: SignedIn): WorkPlaceNode[] {
    const own = Policy.divisionScope(viewer).padEnd(12, '0');
    return [own, ...this.divisions.children(own).map(({ code }) => code)].map((code) => ({
      code,
      divisionName: this.divisions.nameOf(code),
    }));
  }

  /** Proposals of the viewer's region, the newest first. */
  async page(viewer: SignedIn, { first, after, state }: WelfareProposalArgs): Promise<Page<WelfareProposalNode>> {
    const query = this.unitOfWork.manager
      .createQueryBuilder(WelfareProposal, 'proposal')
      .where('proposal.divisionCode LIKE :scope', { scope: `${Policy.divisionScope(viewer)}%` });
    if (state) query.andWhere('proposal.state = :state', { state });
    const totalCount = await query.getCount();
    if (after) query.andWhere('proposal.id < :after', { after: String(readCursor(after, 1)[0]) });
    const rows = await query
      .orderBy('proposal.id', 'DESC')
      .limit(first + 1)
      .getMany();
    const nodes = await this.nodes(viewer, rows);
    return pageOf(
      rows,
      first,
      totalCount,
      ({ id }) => cursorOf(id),
      ({ id }) => nodes.get(id) as WelfareProposalNode,
    );
  }

  /** @throws DomainError NOT_FOUND, outside the viewer's region too */
  async one(viewer: SignedIn, id: string): Promise<WelfareProposalNode> {
    const row = await this.byId(viewer, id);
    return (await this.nodes(viewer, [row])).get(id) as WelfareProposalNode;
  }

  /**
   * A town proposes a post, or sends one again that was returned.
   *
   * @throws DomainError VALIDATION, DIVISION_UNKNOWN; NOT_FOUND for a place outside the viewer's region or a unit outside the town's county;
   *   VERSION_CONFLICT, STATE_CONFLICT for one that was not returned; DEMAND_INCOMPLETE, LEGAL_BASIS_MISSING, WAGE_BELOW_MINIMUM,
   *   HOURS_OVER_LIMIT for what could not be published; IDEMPOTENCY_MISMATCH
   */
  propose(viewer: SignedIn, { idempotencyKey, ...input }: ProposeWelfarePostInput): Promise<WelfareProposalNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'proposeWelfarePost', input, async () => {
      const content = this.desk.contentOf({ ...input.post, kind: PUBLIC_WELFARE });
      // An officer of a prefecture does not propose for it: the work is at one place.
      Policy.requireCovers(viewer, content.workDivisionCode, '这个工作地点');
      const employer = input.post.employerId ? await this.employers.byId(input.post.employerId) : null;
      if (employer === null || employer.divisionCode.slice(0, 6) !== content.workDivisionCode.slice(0, 6))
        throw new DomainError('VALIDATION', '请选本县的一个单位。', { field: 'employerId' });
      requirePublishable(await this.desk.lint(content));
      const { manager } = this.unitOfWork;
      const facts = {
        divisionCode: content.workDivisionCode,
        employerId: employer.id,
        content,
        reason: input.reason.trim(),
        proposedById: viewer.id,
        proposedOn: this.clock.today(),
      };
      const id = input.id ?? newId();
      if (input.id) {
        const row = await this.byId(viewer, id);
        if (row.state !== 'RETURNED') throw decided();
        const again = { ...facts, state: 'PROPOSED' as const, decidedById: null, decidedOn: null };
        const where = { id, state: 'RETURNED' as const, version: input.version ?? 0 };
        if (!(await guardedUpdate(manager, WelfareProposal, where, again as object))) throw conflict();
      } else
        await insertRows(manager, WelfareProposal, [{ id, ...facts, state: 'PROPOSED', createdAt: this.clock.now() }]);
      noteAudit(this.unitOfWork, {
        target: 'welfare-proposal',
        id,
        divisionCode: facts.divisionCode,
        after: { title: content.title, seats: content.openings, employerId: employer.id },
      });
      return this.one(viewer, id);
    });
  }

  /**
   * Another officer than who proposed it approves it with its money, and the post stands open; or returns it with what is to be changed.
   *
   * @throws DomainError NOT_FOUND, VERSION_CONFLICT, STATE_CONFLICT, SELF_APPROVAL; VALIDATION for an approval without its money or a return
   *   without its reason; what {@link PostDeskService.publish} throws; IDEMPOTENCY_MISMATCH
   */
  decide(viewer: SignedIn, { idempotencyKey, ...input }: DecideWelfareProposalInput): Promise<WelfareProposalNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'decideWelfareProposal', input, async () => {
      const { id, version, outcome } = input;
      const row = await this.byId(viewer, id);
      if (row.proposedById === viewer.id)
        throw new DomainError('SELF_APPROVAL', '自己申报的，要由另一位干部审批。', { hint: '请另一位干部来办。' });
      if (row.state !== 'PROPOSED') throw decided();
      const reason = input.reason?.trim() || null;
      const fundDocument = input.fundDocument?.trim() || null;
      if (outcome === 'RETURN' && reason === null)
        throw new DomainError('VALIDATION', '退回要写清要改什么。', { field: 'reason' });
      if (outcome === 'APPROVE' && !input.fundSource)
        throw new DomainError('VALIDATION', '请选资金来源。', { field: 'fundSource' });
      if (outcome === 'APPROVE' && fundDocument === null)
        throw new DomainError('VALIDATION', '请填给钱的文件号。', { field: 'fundDocument' });
      const state = outcome === 'APPROVE' ? ('APPROVED' as const) : ('RETURNED' as const);
      const set = {
        state,
        decidedById: viewer.id,
        decidedOn: this.clock.today(),
        returnReason: outcome === 'RETURN' ? reason : null,
        fundSource: outcome === 'APPROVE' ? (input.fundSource ?? null) : null,
        fundDocument: outcome === 'APPROVE' ? fundDocument : null,
      };
      const { manager } = this.unitOfWork;
      // Taken first: of two who approve at once only one makes a post.
      if (!(await guardedUpdate(manager, WelfareProposal, { id, state: 'PROPOSED', version }, set))) throw conflict();
      if (outcome === 'APPROVE') {
        const employer = await this.employers.byId(row.employerId);
        if (employer === null) throw notFound('这个单位');
        await manager.update(WelfareProposal, { id }, { postId: await this.desk.publish(employer, row.content) });
      }
      noteAudit(this.unitOfWork, {
        target: 'welfare-proposal',
        id,
        divisionCode: row.divisionCode,
        before: { state: row.state },
        after: { state, fundDocument: set.fundDocument },
        reason,
      });
      const said = outcome === 'APPROVE' ? '批准了，岗位已经发布' : `退回了：${reason}`;
      await this.messages.tellAccount(row.proposedById, {
        text: `您申报的公益性岗位「${row.content.title}」${said}。`,
        smsText: '【同行】您申报的事有了结果，请登录看。',
      });
      return this.one(viewer, id);
    });
  }

  private async byId(viewer: SignedIn, id: string): Promise<WelfareProposal> {
    const row = await this.unitOfWork.manager.findOneBy(WelfareProposal, { id });
    if (row === null) throw notFound(WHAT);
    Policy.requireCovers(viewer, row.divisionCode, WHAT);
    return row;
  }

  private async nodes(viewer: SignedIn, rows: readonly WelfareProposal[]): Promise<Map<string, WelfareProposalNode>> {
    const { manager } = this.unitOfWork;
    const employers = new Map(
      (await this.employers.byIds(rows.map(({ employerId }) => employerId))).map((one) => [one.id, one]),
    );
    const ids = rows.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]);
    const accounts = ids.length === 0 ? [] : await manager.findBy(Account, { id: In([...new Set(ids)]) });
    const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
    const nodes = new Map<string, WelfareProposalNode>();
    for (const row of rows) {
      const { content } = row;
      nodes.set(row.id, {
        id: row.id,
        version: row.version,
        state: row.state,
        stateText: PROPOSAL_STATES[row.state],
        employerId: row.employerId,
        employerName: employers.get(row.employerId)?.name ?? '',
        workDivisionCode: row.divisionCode,
        divisionName: this.divisions.nameOf(row.divisionCode),
        title: content.title,
        description: content.description,
        welfareKind: content.welfareKind,
        seats: content.openings,
        monthlyWageYuan: { low: yuanText(content.wageLowFen), high: yuanText(content.wageHighFen) },
        weeklyHours: content.weeklyHours === null ? null : content.weeklyHours / TENTHS,
        nightShift: content.nightShift,
        provisions: content.provisions,
        demands: ABILITY_CODES.flatMap((item) => {
          const level = content.demands?.[item];
          return level === undefined ? [] : [{ item, level, task: content.tasks?.[item] ?? null }];
        }),
        duties: demandSentences(content.demands, content.tasks),
        closesOn: content.closesOn,
        reason: row.reason,
        proposedBy: names.get(row.proposedById) ?? '',
        proposedOn: row.proposedOn,
        decidedBy: row.decidedById === null ? null : (names.get(row.decidedById) ?? ''),
        decidedOn: row.decidedOn,
        returnReason: row.returnReason,
        fundSource: row.fundSource === null ? null : FUND_SOURCES[row.fundSource],
        fundDocument: row.fundDocument,
        postId: row.postId,
        mayDecide: row.state === 'PROPOSED' && row.proposedById !== viewer.id && Policy.can(viewer, 'welfare.decide'),
        mayResend: row.state === 'RETURNED' && Policy.can(viewer, 'welfare.propose'),
      });
    }
    return nodes;
  }
}

/** A village's commissioner proposes with the units of the town it lies in. */
const townScope = (viewer: SignedIn): string => Policy.divisionScope(viewer).slice(0, 9);

const decided = (): DomainError =>
  new DomainError('STATE_CONFLICT', '这份申报已经办过了。', { hint: '请刷新后再看。' });
const conflict = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这份申报刚被改过。', { hint: '请刷新后再办。' });

import { Injectable } from '@nestjs/common';
import { Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, UnitOfWork } from '@tongxing/database';
import { ParameterService } from '@tongxing/parameters';
import { Clock, cursorOf, DomainError, newId, notFound, pageOf, readCursor, sha256Hex } from '@tongxing/platform';
import { addDays, type IsoDate, noticePeriod } from '@tongxing/rules';
import { In, Like } from 'typeorm';
import { NoticeLine, Objection, PublicNotice } from './notice.entity.js';
import { NoticeKinds } from './notice-kinds.js';
import { noticeText } from './notice.text.js';
import { type NoticePageNode, noticeNode, type PublicNoticeNode, type PublicNoticesArgs } from './notice.types.js';
import { type ProofReport, proveMasked } from './prover.js';

/** Lines of one notice: what a person can read, and a page can hold. */
const MAX_LINES = 2_000;
const SHOWN_STATES = ['PUBLISHED', 'CLOSED'] as const;

/** One line as a feature hands it over: already masked. */
export interface NewNoticeLine {
  /** the feature's own row; unique within the notice */
  subjectId: string;
  /** from `maskName`: 张*, 张*明 */
  maskedName: string;
  /** township or village, its bare name */
  divisionName: string;
  /** public name of the scheme or post */
  subject: string;
  amountFen?: number | null;
  periodText?: string | null;
}

export interface NewNotice {
  /** a registered kind */
  kind: string;
  /** which row of `notice.days` is meant (`TRAIN`); without one the row without qualifier counts */
  qualifier?: string;
  /** 12 digits: whose notice it is */
  divisionCode: string;
  title: string;
  basis: string;
  /** 监督电话 */
  phone?: string;
  lines: readonly NewNoticeLine[];
  /** the account that publishes */
  publishedBy?: string;
}

/** 公示: from the list to its closing. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly parameters: ParameterService,
    private readonly kinds: NoticeKinds,
  ) {}

  /**
   * Publishes a list from today on, in the caller's unit of work. The masked-publication prover must pass; its report is stored.
   *
   * @throws DomainError VALIDATION naming the place of what may not be shown, or of an empty or too long list
   * @throws RuleRefusal LAW_UNKNOWN without the number of days, or where holidays of a year it runs into are not known
   */
  publish(input: NewNotice): Promise<PublicNotice> {
    this.unitOfWork.requireOpen('publishing a notice');
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      this.kinds.of(input.kind);
      const id = newId();
      const lines = linesOf(id, input.lines);
      const { result: period } = noticePeriod(
        this.clock.today(),
        input.qualifier ?? input.kind,
        await this.parameters.lawOf(input.divisionCode),
        await this.parameters.workingCalendar(),
      );
      const { kind, divisionCode, title, basis } = input;
      const draft = {
        id,
        kind,
        state: 'DRAFT' as const,
        divisionCode,
        title,
        basis,
        phone: input.phone ?? null,
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        withdrawOn: addDays(period.endsOn, 1),
        days: period.days,
        daysUnit: period.unit,
        daysSource: [...new Set([period.source, period.note])].filter(Boolean).join('；'),
        lineCount: lines.length,
        totalFen: totalOf(lines),
        textHash: null,
        proof: null,
        objections: 0,
        publishedBy: input.publishedBy ?? null,
        publishedAt: this.clock.now(),
        closedBy: null,
        closedAt: null,
      };
      await insertRows(manager, PublicNotice, [draft]);
      await insertRows(manager, NoticeLine, lines);
      const proof = proveMasked({ title, basis, lines });
      if (!proof.passed) throw notMasked(proof);
      await this.step(id, 'DRAFT', { state: 'PROVED', proof });
      await this.step(id, 'PROVED', { state: 'PUBLISHED', textHash: sha256Hex(noticeText(draft, lines)) });
      return manager.findOneByOrFail(PublicNotice, { id });
    });
  }

  /**
   * Closes a notice whose period has passed and tells its kind, in one unit of work. A second call changes nothing and gives the same row.
   *
   * @throws DomainError NOT_FOUND; NOTICE_OPEN before the day after its last day; STATE_CONFLICT while an objection to the whole notice is open,
   * and once one was upheld
   */
  close(noticeId: string, closedBy?: string): Promise<PublicNotice> {
    return this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      const notice = await manager.findOneBy(PublicNotice, { id: noticeId });
      if (notice === null) throw notFound('这份公示');
      if (notice.state === 'CLOSED') return notice;
      if (notice.state === 'WITHDRAWN')
        throw new DomainError('STATE_CONFLICT', '这份公示因异议成立已撤下，没有人通过。', {
          hint: '请改好名单，重新公示。',
        });
      if (this.clock.today() <= notice.endsOn)
        throw new DomainError('NOTICE_OPEN', `公示到 ${notice.endsOn} 才结束，还不能关闭。`, {
          hint: `请在 ${addDays(notice.endsOn, 1)} 或以后再关闭。`,
        });
      const standing = await manager.findBy(Objection, { noticeId, state: In(['OPEN', 'UPHELD']) });
      if (standing.some((objection) => objection.lineId === null))
        throw new DomainError('STATE_CONFLICT', '有人对整份公示提出异议，还没有处理完。', {
          hint: '请先处理异议，再关闭公示。',
        });
      const held = new Set(standing.map((objection) => objection.lineId));
      const closed = { state: 'CLOSED' as const, closedAt: this.clock.now(), closedBy: closedBy ?? null };
      // An objection raises the version, so one that came in since the reading above is never passed over.
      const { id, state, version } = notice;
      if (!(await guardedUpdate(manager, PublicNotice, { id, state, version }, closed))) throw busy();
      const lines = await manager.find(NoticeLine, { where: { noticeId }, order: { serial: 'ASC' } });
      const passed = lines.filter((line) => !held.has(line.id));
      const waiting = lines.filter((line) => held.has(line.id));
      await manager.update(NoticeLine, { noticeId }, { outcome: 'PASSED' });
      if (waiting.length > 0)
        await manager.update(NoticeLine, { id: In(waiting.map((line) => line.id)) }, { outcome: 'HELD' });
      const subjects = (of: readonly NoticeLine[]) => of.map((line) => line.subjectId);
      await this.kinds.of(notice.kind).onClosed(noticeId, subjects(passed), subjects(waiting));
      return manager.findOneByOrFail(PublicNotice, { id });
    });
  }

  /**
   * A notice with its lines, by serial, whatever its state.
   *
   * @returns intact: its text still has the hash it was published with; null where there is none
   */
  async published(id: string): Promise<{ notice: PublicNotice; lines: NoticeLine[]; intact: boolean } | null> {
    const { manager } = this.unitOfWork;
    const notice = await manager.findOneBy(PublicNotice, { id });
    if (notice === null) return null;
    const lines = await manager.find(NoticeLine, { where: { noticeId: id }, order: { serial: 'ASC' } });
    return { notice, lines, intact: sha256Hex(noticeText(notice, lines)) === notice.textHash };
  }

  /**
   * Lines that a feature may act on: their notice is closed, they have passed, and nothing that is open or was upheld stands against them.
   *
   * @param of a line by its notice and subject; one without a notice is in none
   * @returns lines by subject id
   */
  async passedLines(of: readonly { noticeId: string | null; subjectId: string }[]): Promise<Map<string, NoticeLine>> {
    const { manager } = this.unitOfWork;
    const noticeOf = new Map(of.map(({ noticeId, subjectId }) => [subjectId, noticeId]));
    const named = [...new Set(of.flatMap(({ noticeId }) => noticeId ?? []))];
    const closed = await manager.findBy(PublicNotice, { id: In(named), state: 'CLOSED' });
    const noticeIds = closed.map((notice) => notice.id);
    const standing = await manager.findBy(Objection, { noticeId: In(noticeIds), state: In(['OPEN', 'UPHELD']) });
    const against = new Set(standing.map((objection) => objection.lineId ?? objection.noticeId));
    const lines = await manager.findBy(NoticeLine, {
      noticeId: In(noticeIds),
      subjectId: In([...noticeOf.keys()]),
      outcome: 'PASSED',
    });
    return new Map(
      lines
        .filter(({ id, noticeId, subjectId }) => {
          const isAsked = noticeOf.get(subjectId) === noticeId;
          return isAsked && !against.has(id) && !against.has(noticeId);
        })
        .map((line) => [line.subjectId, line]),
    );
  }

  /**
   * Published and closed notices, newest first; `mine`: those of the viewer's region, none for a visitor. Who decides objections sees
   * withdrawn ones of the region besides.
   */
  async page({ first, after, mine }: PublicNoticesArgs, viewer: SignedIn | null): Promise<NoticePageNode> {
    const { manager } = this.unitOfWork;
    const today = this.clock.today();
    const query = manager
      .createQueryBuilder(PublicNotice, 'notice')
      .where({ state: In([...SHOWN_STATES, ...(mine && decides(viewer) ? (['WITHDRAWN'] as const) : [])]) })
      .orderBy('notice.startsOn', 'DESC')
      .addOrderBy('notice.id', 'DESC')
      .limit(first + 1);
    if (mine) query.andWhere({ divisionCode: viewer ? Like(`${Policy.divisionScope(viewer)}%`) : In([]) });
    const totalCount = await query.clone().getCount();
    if (after !== undefined && after !== null) {
      const [day, id] = readCursor(after, 2);
      query.andWhere('(notice.startsOn < :day OR (notice.startsOn = :day AND notice.id < :id))', { day, id });
    }
    const rows = await query.getMany();
    return pageOf(
      rows,
      first,
      totalCount,
      (row) => cursorOf(row.startsOn, row.id),
      (row) => noticeNode(row, today),
    );
  }

  /**
   * One notice as everybody sees it; null where there is none. Its lines are gone once the last day is over. A withdrawn one is there
   * only for those of the region who decide objections.
   */
  async publicView(id: string, viewer: SignedIn | null = null): Promise<PublicNoticeNode | null> {
    const states = [...SHOWN_STATES, 'WITHDRAWN' as const];
    const notice = await this.unitOfWork.manager.findOneBy(PublicNotice, { id, state: In(states) });
    if (notice === null) return null;
    const isInside = decides(viewer) && Policy.covers(viewer, notice.divisionCode);
    return notice.state === 'WITHDRAWN' && !isInside ? null : noticeNode(notice, this.clock.today());
  }

  /** Lines of notices as shown, by serial; none of a notice that is not open. */
  async openLines(noticeIds: readonly string[], today: IsoDate = this.clock.today()): Promise<NoticeLine[]> {
    if (noticeIds.length === 0) return [];
    const open = await this.unitOfWork.manager.findBy(PublicNotice, { id: In([...noticeIds]), state: 'PUBLISHED' });
    const ids = open.filter((notice) => today <= notice.endsOn).map((notice) => notice.id);
    if (ids.length === 0) return [];
    return this.unitOfWork.manager.find(NoticeLine, { where: { noticeId: In(ids) }, order: { serial: 'ASC' } });
  }

  /** The sheet to print while the notice is open; null afterwards, when the list is withdrawn. */
  async printText(id: string): Promise<string | null> {
    const notice = await this.unitOfWork.manager.findOneBy(PublicNotice, { id, state: 'PUBLISHED' });
    const lines = await this.openLines([id]);
    return notice === null || lines.length === 0 ? null : noticeText(notice, lines);
  }

  private async step(
    id: string,
    from: 'DRAFT' | 'PROVED',
    set: { state: 'PROVED'; proof: ProofReport } | { state: 'PUBLISHED'; textHash: string },
  ): Promise<void> {
    const moved = await guardedUpdate(this.unitOfWork.manager, PublicNotice, { id, state: from }, set);
    if (!moved) throw new Error(`the notice ${id} is not ${from}`);
  }
}

const decides = (viewer: SignedIn | null): viewer is SignedIn => Policy.can(viewer, 'objection.decide');

const busy = (): DomainError => new DomainError('STATE_CONFLICT', '这份公示刚刚有了变化。', { hint: '请刷新后再看。' });

function linesOf(noticeId: string, lines: readonly NewNoticeLine[]) {
  if (lines.length === 0) throw new DomainError('VALIDATION', '公示名单是空的。', { field: 'lines' });
  if (lines.length > MAX_LINES)
    throw new DomainError('VALIDATION', `一份公示最多 ${MAX_LINES} 行。`, { field: 'lines', hint: '请分几份公示。' });
  return lines.map(({ subjectId, maskedName, divisionName, subject, amountFen, periodText }, index) => ({
    id: newId(),
    noticeId,
    serial: index + 1,
    subjectId,
    maskedName,
    divisionName,
    subject,
    amountFen: amountFen ?? null,
    periodText: periodText ?? null,
    outcome: null,
  }));
}

function totalOf(lines: readonly { amountFen: number | null }[]): number | null {
  const amounts = lines.map((line) => line.amountFen).filter((fen) => fen !== null);
  return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0);
}

const LEAKS: Readonly<Record<ProofReport['findings'][number]['leak'], string>> = {
  NAME: '姓名没有遮住',
  LONG_NUMBER: '有长号码或日期',
  EMAIL: '有邮箱',
  DISABILITY: '提到残疾类别或等级',
  DOCUMENT: '提到证件或账号',
  ADDRESS: '有详细住址',
  BLANK: '没有填写',
};

/** Places and kinds of leaks, never the values. */
function notMasked(proof: ProofReport): DomainError {
  const [first] = proof.findings;
  const kinds = [...new Set(proof.findings.map((finding) => LEAKS[finding.leak]))].join('、');
  return new DomainError('VALIDATION', `公示里有不能公开的内容：${kinds}。没有发布。`, {
    field: String(first?.place),
    hint: '请改好名单再公示。',
  });
}

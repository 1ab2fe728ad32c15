import { Injectable } from '@nestjs/common';
import { Account, Divisions, IdempotencyService, noteAudit, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { EmployerService, type Post } from '@tongxing/employers';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { chinaDay, Clock, DomainError, newId, notFound } from '@tongxing/platform';
import {
  addDays,
  attendanceLawOn,
  attendanceProblem,
  type AttendedMonth,
  attendedMonth,
  daysIn,
  type IsoDate,
  isMonth,
  lastDayOf,
  firstDayOf,
  Law,
  monthOf,
  monthsFrom,
  PUBLIC_WELFARE,
} from '@tongxing/rules';
import { In, IsNull } from 'typeorm';
import { Placement } from '../placements/placement.entity.js';
import { spanOf, townOf, WelfareBook } from './welfare-book.js';
import { AttendanceClose, AttendanceEntry } from './welfare.entity.js';
import type { AttendanceEntryNode, AttendanceSheetNode, RecordAttendanceInput } from './welfare.types.js';

/** People of one sheet. */
const MOST_ROWS = 500;

/** 考勤: towns enter the days of a month, an officer closes it once; a correction is a new row that another one confirms. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
    private readonly idempotency: IdempotencyService,
    private readonly parameters: ParameterService,
    private readonly people: PeopleService,
    private readonly employers: EmployerService,
    private readonly book: WelfareBook,
  ) {}

  /** @param asked `YYYY-MM`; the last month that is over unless given. @throws DomainError NOT_FOUND; VALIDATION for what is no month */
  async sheet(viewer: SignedIn, postId: string, asked?: string | null): Promise<AttendanceSheetNode> {
    const month = asked || monthOf(addDays(firstDayOf(monthOf(this.clock.today())), -1));
    requireMonth(month);
    const post = await this.book.post(viewer, postId);
    const placements = await this.onSheet(post, month);
    const { manager } = this.unitOfWork;
    const [close, entries, people, employer] = [
      await manager.findOneBy(AttendanceClose, { postId, month }),
      await this.entriesOf(placements, month),
      new Map((await this.people.byIds(placements.map(({ personId }) => personId))).map((one) => [one.id, one])),
      await this.employers.byId(post.employerId),
    ];
    const names = await this.namesOf([...entries.values()].flat(), close);
    const law = attendanceLawOn(await this.parameters.lawOf(post.divisionCode), lastDayOf(month));
    const over = this.clock.today() > lastDayOf(month);
    const rows = placements.map((placement) => {
      const own = entries.get(placement.id) ?? [];
      const { answer, says } = attendedMonth(factsOf(placement, month, own, close !== null), law);
      return {
        placementId: placement.id,
        name: people.get(placement.personId)?.name ?? '',
        from: placement.startedOn,
        to: placement.endedOn,
        servedDays: daysIn(month, spanOf(placement)),
        entries: own.map((entry, index) => entryNode(entry, names, mayConfirm(viewer, entry, index, close))),
        counts: answer,
        countsText: says,
      };
    });
    const entered = rows.length > 0 && rows.every((row) => row.entries.length > 0);
    const own = [...entries.values()].some(([newest]) => newest?.enteredById === viewer.id);
    return {
      postId,
      postTitle: post.title,
      employerName: employer?.name ?? '',
      townName: this.divisions.nameOf(townOf(post.workDivisionCode)),
      month,
      over,
      closedBy: close === null ? null : (names.get(close.closedById) ?? ''),
      closedOn: close === null ? null : chinaDay(close.closedAt),
      mayClose: close === null && over && entered && !own && Policy.can(viewer, 'attendance.close'),
      rows,
    };
  }

  /**
   * Days of a month. What stands already is left; what differs becomes a new row. Once the month is closed it wants a reason, and counts when
   * an officer has confirmed it.
   *
   * @throws DomainError NOT_FOUND; VALIDATION on `rows.<n>.daysDue`, `rows.<n>.daysPresent`, `reason`, `month`; STATE_CONFLICT when somebody
   *   entered the same month at the same time; IDEMPOTENCY_MISMATCH
   */
  record(viewer: SignedIn, { idempotencyKey, ...input }: RecordAttendanceInput): Promise<AttendanceSheetNode> {
    return this.idempotency.once(viewer.id, idempotencyKey, 'recordAttendance', input, async () => {
      const { postId, month, rows } = input;
      requireMonth(month);
      if (firstDayOf(month) > this.clock.today())
        throw new DomainError('VALIDATION', '这个月还没有到。', { field: 'month' });
      const post = await this.book.post(viewer, postId);
      const placements = new Map((await this.onSheet(post, month)).map((one) => [one.id, one]));
      const { manager } = this.unitOfWork;
      const closed = await manager.existsBy(AttendanceClose, { postId, month });
      const entries = await this.entriesOf([...placements.values()], month);
      const fresh = rows.flatMap(({ placementId, daysDue, daysPresent }, index) => {
        const placement = placements.get(placementId);
        if (placement === undefined) throw notFound('这个月在岗的这个人');
        const problem = attendanceProblem({ daysDue, daysPresent }, daysIn(month, spanOf(placement)));
        if (problem !== null)
          throw new DomainError('VALIDATION', problem.says, { field: `rows.${index}.${problem.field}` });
        const newest = entries.get(placementId)?.[0];
        if (newest?.daysDue === daysDue && newest.daysPresent === daysPresent) return [];
        return [{ placementId, daysDue, daysPresent, serial: (newest?.serial ?? 0) + 1 }];
      });
      if (new Set(rows.map(({ placementId }) => placementId)).size < rows.length)
        throw new DomainError('VALIDATION', '同一个人写了两行。', { field: 'rows' });
      const reason = input.reason?.trim() || null;
      if (closed && fresh.length > 0 && reason === null)
        throw new DomainError('VALIDATION', '这个月办结了，改数要写原因。', { field: 'reason' });
      const enteredAt = this.clock.now();
      try {
        await insertRows(
          manager,
          AttendanceEntry,
          fresh.map((row) => ({
            id: newId(),
            month,
            ...row,
            reason: closed ? reason : null,
            enteredById: viewer.id,
            enteredAt,
            confirmedById: null,
            confirmedAt: null,
          })),
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new DomainError('STATE_CONFLICT', '别人刚填过这个月的考勤。', { hint: '请刷新后再看。' });
      }
      noteAudit(this.unitOfWork, {
        target: 'attendance',
        id: postId,
        divisionCode: post.divisionCode,
        after: { month, rows: fresh },
        reason,
      });
      return this.sheet(viewer, postId, month);
    });
  }

  /**
   * An officer closes a post's month, once: every row is confirmed. Closed already, it stays as it is.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT before the month is over or while a row is missing; SELF_APPROVAL for figures of his own
   */
  async close(viewer: SignedIn, postId: string, month: string): Promise<AttendanceSheetNode> {
    requireMonth(month);
    const work = () =>
      this.unitOfWork.run(async () => {
        const post = await this.book.post(viewer, postId);
        const { manager } = this.unitOfWork;
        if (await manager.existsBy(AttendanceClose, { postId, month })) return;
        if (this.clock.today() <= lastDayOf(month))
          throw new DomainError('STATE_CONFLICT', '这个月还没过完。', { hint: '请下个月再办结。' });
        const placements = await this.onSheet(post, month);
        const entries = await this.entriesOf(placements, month);
        const newest = placements.map(({ id }) => entries.get(id)?.[0]);
        const missing = newest.filter((entry) => entry === undefined).length;
        if (placements.length === 0 || missing > 0)
          throw new DomainError('STATE_CONFLICT', missing > 0 ? `还有${missing}人没有填考勤。` : '这个月没有人在岗。', {
            hint: '请乡镇填好再办结。',
          });
        const closedAt = this.clock.now();
        // First, so that of two who close at once only one goes on.
        await insertRows(manager, AttendanceClose, [
          { id: newId(), postId, month, people: placements.length, closedById: viewer.id, closedAt },
        ]);
        for (const entry of newest as AttendanceEntry[]) {
          requireOther(viewer, entry);
          const set = { confirmedById: viewer.id, confirmedAt: closedAt };
          await guardedUpdate(manager, AttendanceEntry, { id: entry.id, confirmedById: IsNull() }, set);
        }
        noteAudit(this.unitOfWork, {
          target: 'attendance',
          id: postId,
          divisionCode: post.divisionCode,
          after: { month, closed: true, people: placements.length },
        });
      });
    try {
      await work();
    } catch (error) {
      // Closed by somebody else at the same moment: that is the close.
      if (!isDuplicateKey(error)) throw error;
    }
    return this.sheet(viewer, postId, month);
  }

  /**
   * An officer confirms a correction of a closed month.
   *
   * @throws DomainError NOT_FOUND; STATE_CONFLICT for one that was confirmed, is not the newest, or whose month is open; SELF_APPROVAL
   */
  async confirm(viewer: SignedIn, entryId: string): Promise<AttendanceSheetNode> {
    const { manager } = this.unitOfWork;
    const entry = await manager.findOneBy(AttendanceEntry, { id: entryId });
    if (entry === null) throw notFound('这一行考勤');
    const { post } = await this.book.placed(viewer, entry.placementId);
    await this.unitOfWork.run(async () => {
      requireOther(viewer, entry);
      const { placementId, month } = entry;
      const closed = await manager.existsBy(AttendanceClose, { postId: post.id, month });
      const newest = await this.unitOfWork.manager.findOne(AttendanceEntry, {
        where: { placementId, month },
        order: { serial: 'DESC' },
      });
      const set = { confirmedById: viewer.id, confirmedAt: this.clock.now() };
      const where = { id: entryId, confirmedById: IsNull() };
      if (
        !closed ||
        newest?.id !== entryId ||
        !(await guardedUpdate(this.unitOfWork.manager, AttendanceEntry, where, set))
      )
        throw new DomainError('STATE_CONFLICT', '这一行现在不用确认。', { hint: '请刷新后再看。' });
      noteAudit(this.unitOfWork, {
        target: 'attendance',
        id: post.id,
        divisionCode: post.divisionCode,
        after: { month, entry: entryId, confirmed: true },
      });
    });
    return this.sheet(viewer, post.id, entry.month);
  }

  /**
   * Which months of a person count for the 岗位补贴: one answer a month, whichever of his posts it comes from. Money follows COUNTS alone.
   *
   * @param from first day asked for; its whole month is meant, and that of `to`
   */
  async attendedMonths(personId: string, from: IsoDate, to: IsoDate): Promise<AttendedMonth[]> {
    const { manager } = this.unitOfWork;
    const placements = await manager.find(Placement, {
      where: { personId, kind: PUBLIC_WELFARE },
      order: { startedOn: 'ASC', id: 'ASC' },
    });
    const months = monthsFrom(from, to);
    const entries = await manager.find(AttendanceEntry, {
      where: { placementId: In(placements.map(({ id }) => id)), month: In(months) },
      order: { serial: 'DESC' },
    });
    const closes = await manager.findBy(AttendanceClose, {
      postId: In(placements.map(({ postId }) => postId)),
      month: In(months),
    });
    const rows = await this.parameters.rows();
    return months.map((month) => {
      const answers = placements
        .filter((placement) => daysIn(month, spanOf(placement)) > 0)
        .map((placement) => {
          const own = entries.filter((one) => one.placementId === placement.id && one.month === month);
          const closed = closes.some((one) => one.postId === placement.postId && one.month === month);
          const law = attendanceLawOn(new Law(rows, placement.divisionCode), lastDayOf(month));
          return attendedMonth(factsOf(placement, month, own, closed), law);
        });
      const best = (['COUNTS', 'UNKNOWN', 'NOT'] as const).flatMap((one) =>
        answers.filter(({ answer }) => answer === one),
      );
      return best[0] ?? { month, answer: 'NOT', code: 'NOT_PLACED', says: '这个月不在岗。' };
    });
  }

  /** Who was placed at the post on a day of the month, in the order they came. */
  private async onSheet({ id }: Post, month: string): Promise<Placement[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(Placement, 'placement')
      .where('placement.postId = :id AND placement.startedOn <= :last', { id, last: lastDayOf(month) })
      .andWhere('(placement.endedOn IS NULL OR placement.endedOn >= :first)', { first: firstDayOf(month) })
      .orderBy('placement.startedOn')
      .addOrderBy('placement.id')
      .limit(MOST_ROWS)
      .getMany();
  }

  /** Entries of the month by placement, the newest first. */
  private async entriesOf(placements: readonly Placement[], month: string): Promise<Map<string, AttendanceEntry[]>> {
    const rows =
      placements.length === 0
        ? []
        : await this.unitOfWork.manager.find(AttendanceEntry, {
            where: { placementId: In(placements.map(({ id }) => id)), month },
            order: { serial: 'DESC' },
          });
    const entries = new Map<string, AttendanceEntry[]>();
    for (const row of rows) entries.set(row.placementId, [...(entries.get(row.placementId) ?? []), row]);
    return entries;
  }

  private async namesOf(
    entries: readonly AttendanceEntry[],
    close: AttendanceClose | null,
  ): Promise<Map<string, string>> {
    const ids = new Set(
      entries.flatMap(({ enteredById, confirmedById }) => [enteredById, confirmedById ?? enteredById]),
    );
    if (close !== null) ids.add(close.closedById);
    if (ids.size === 0) return new Map();
    const accounts = await this.unitOfWork.manager.findBy(Account, { id: In([...ids]) });
    return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
  }
}

/** The newest figures that were confirmed; a correction that waits changes nothing yet. */
function factsOf(placement: Placement, month: string, entries: readonly AttendanceEntry[], closed: boolean) {
  const confirmed = entries.find(({ confirmedById }) => confirmedById !== null) ?? null;
  return { month, span: spanOf(placement), closed, confirmed };
}

const mayConfirm = (
  viewer: SignedIn,
  { confirmedById, enteredById }: AttendanceEntry,
  index: number,
  close: AttendanceClose | null,
): boolean =>
  close !== null &&
  index === 0 &&
  confirmedById === null &&
  enteredById !== viewer.id &&
  Policy.can(viewer, 'attendance.close');

const entryNode = (
  entry: AttendanceEntry,
  names: ReadonlyMap<string, string>,
  waitsForViewer: boolean,
): AttendanceEntryNode => ({
  id: entry.id,
  serial: entry.serial,
  daysDue: entry.daysDue,
  daysPresent: entry.daysPresent,
  reason: entry.reason,
  enteredBy: names.get(entry.enteredById) ?? '',
  enteredOn: chinaDay(entry.enteredAt),
  confirmedBy: entry.confirmedById === null ? null : (names.get(entry.confirmedById) ?? ''),
  mayConfirm: waitsForViewer,
});

function requireOther(viewer: SignedIn, { enteredById }: AttendanceEntry): void {
  if (enteredById === viewer.id)
    throw new DomainError('SELF_APPROVAL', '自己填的考勤，要由另一位干部确认。', { hint: '请另一位干部来办。' });
}

function requireMonth(month: string): void {
  if (!isMonth(month)) throw new DomainError('VALIDATION', '月份要写成 2026-03 这样。', { field: 'month' });
}

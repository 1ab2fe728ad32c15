import { Injectable } from '@nestjs/common';
import { Account, Divisions, Policy, type SignedIn } from '@tongxing/access';
import { guardedUpdate, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, DomainError, newId, notFound } from '@tongxing/platform';
import { addDays, inEffect, type ParameterRow, parameterKind, periodsMeet } from '@tongxing/rules';
import { EnteredParameter, ParameterTurn } from './entered-parameter.entity.js';
import { type CheckedEntry, checkedEntry, type ParameterEntryInput, ruleRow } from './entry.js';
import { supersedingRow } from './parameter.service.js';

const WHAT = '这条参数';
/** Two officers at the same parameter in the same instant: the later one looks again. */
const ATTEMPTS = 4;

/** The row's turn was taken by somebody else between reading and writing. */
class TurnTaken extends Error {}

type Group = Pick<EnteredParameter, 'code' | 'scope' | 'qualifier'>;
type Period = Pick<ParameterRow, 'from' | 'to'>;

const changed = (): DomainError =>
  new DomainError('VERSION_CONFLICT', '这条参数刚被别人改过。', { hint: '请刷新后再看。' });
const periodText = ({ from, to }: Period): string => `${from} 到 ${to ?? '长期'}`;

/**
 * 参数录入: one officer enters a dated value from an act, another natural person confirms it; only then does it count. Rows are never
 * edited or deleted: what did not count yet can be withdrawn, what counts is superseded from a day on.
 */
@Injectable()
export class ParameterDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly divisions: Divisions,
  ) {}

  /**
   * Enters a row; the same content entered again by the same person while it waits gives the row that stands.
   *
   * @throws DomainError VALIDATION, DIVISION_UNKNOWN as `checkedEntry`; NOT_FOUND for another region's place or row; DUPLICATE where the
   *   period meets a row that counts or waits, STATE_CONFLICT after too many at once
   */
  async enter(viewer: SignedIn, input: ParameterEntryInput): Promise<EnteredParameter> {
    const entry = checkedEntry(input, this.divisions);
    this.requireOwnPlace(viewer, entry.scope);
    return this.inTurn(entry, async () => {
      const rows = await this.groupRows(entry);
      const same = rows.find((row) => row.state === 'ENTERED' && row.enteredById === viewer.id && isSame(row, entry));
      if (same) return same;
      const superseded = entry.supersedesId === null ? undefined : this.supersededRow(viewer, rows, entry);
      const confirmed = rows.filter(({ state }) => state === 'CONFIRMED');
      requireFree(entry, { confirmed, waiting: rows.filter(({ state }) => state === 'ENTERED'), superseded });
      const { kind: _, ...values } = entry;
      const row = {
        ...values,
        id: newId(),
        state: 'ENTERED' as const,
        enteredById: viewer.id,
        enteredByPersonId: viewer.personId ?? null,
        enteredAt: this.clock.now(),
        confirmedById: null,
        confirmedAt: null,
        withdrawnById: null,
        withdrawnAt: null,
        version: 1,
      };
      await this.unitOfWork.manager.insert(EnteredParameter, row);
      return row;
    });
  }

  /**
   * The second person's word: from now on the row counts. Confirmed again by the same person it stands as it is.
   *
   * @param version as the viewer saw it
   * @throws DomainError DUTY_SEPARATION for the natural person who entered it; VERSION_CONFLICT; STATE_CONFLICT for a withdrawn row, one that
   *   another person confirmed, or one whose period was taken meanwhile; NOT_FOUND for another region's
   */
  async confirm(viewer: SignedIn, id: string, version: number): Promise<EnteredParameter> {
    const found = await this.ownRow(viewer, id);
    return this.inTurn(found, async () => {
      const rows = await this.groupRows(found);
      const row = rows.find((one) => one.id === id) as EnteredParameter;
      if (row.state === 'CONFIRMED' && row.confirmedById === viewer.id) return row;
      requireWaiting(row);
      if (await this.isSamePerson(viewer, row))
        throw new DomainError('DUTY_SEPARATION', '这条参数是您录入的，要由另一个人核对确认。', {
          hint: '请换一位同事办理；同一个人的两个账号也不行。',
        });
      if (row.version !== version) throw changed();
      const superseded = row.supersedesId === null ? undefined : rows.find((one) => one.id === row.supersedesId);
      try {
        const confirmed = rows.filter(({ state }) => state === 'CONFIRMED');
        requireFree(row, { confirmed, waiting: [], superseded });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        throw new DomainError('STATE_CONFLICT', `不能确认：${error.message}`, {
          hint: '请作废这一条，按现在的情况重新录入。',
        });
      }
      return this.move(row, { state: 'CONFIRMED', confirmedById: viewer.id, confirmedAt: this.clock.now() });
    });
  }

  /**
   * Takes a row back that did not count yet; done again it stands as it is.
   *
   * @throws DomainError VERSION_CONFLICT; STATE_CONFLICT for a row that counts; NOT_FOUND for another region's
   */
  async withdraw(viewer: SignedIn, id: string, version: number): Promise<EnteredParameter> {
    const found = await this.ownRow(viewer, id);
    return this.inTurn(found, async () => {
      const row = await this.unitOfWork.manager.findOneByOrFail(EnteredParameter, { id });
      if (row.state === 'WITHDRAWN' && row.withdrawnById === viewer.id) return row;
      requireWaiting(row);
      if (row.version !== version) throw changed();
      return this.move(row, { state: 'WITHDRAWN', withdrawnById: viewer.id, withdrawnAt: this.clock.now() });
    });
  }

  /** Checks entries that nobody enters, and gives them as rules take them. @throws DomainError as `enter` */
  drafts(inputs: readonly ParameterEntryInput[]): ParameterRow[] {
    return inputs.map((input, index) => ruleRow(`draft:${index + 1}`, checkedEntry(input, this.divisions)));
  }

  /** True for the account that entered the row, and for any account of the same natural person. */
  async isSamePerson(viewer: SignedIn, row: EnteredParameter): Promise<boolean> {
    if (row.enteredById === viewer.id) return true;
    if (viewer.personId === undefined) return false;
    if (row.enteredByPersonId === viewer.personId) return true;
    // Who the account belongs to may have been recorded after the entry.
    const account = await this.unitOfWork.manager.findOneBy(Account, { id: row.enteredById });
    return account?.personId === viewer.personId;
  }

  /** May the viewer enter, confirm and withdraw at this place? Own county, or a county of the own region. */
  decides(viewer: SignedIn, scope: string): boolean {
    return scope !== 'CN' && Policy.covers(viewer, scope);
  }

  private requireOwnPlace(viewer: SignedIn, scope: string): void {
    if (this.decides(viewer, scope)) return;
    if (Policy.divisionScope(viewer).startsWith(scope))
      throw new DomainError('VALIDATION', '您只能录入本区划的值。', {
        field: 'scope',
        hint: `请填 ${Policy.divisionScope(viewer).slice(0, 6)}，只对本地有效。`,
      });
    throw notFound('这个区划');
  }

  /** A row that the viewer may decide about; what holds at his place but is set above it, he may only read. */
  private async ownRow(viewer: SignedIn, id: string): Promise<EnteredParameter> {
    const row = await this.unitOfWork.manager.findOneBy(EnteredParameter, { id });
    if (row === null) throw notFound(WHAT);
    if (this.decides(viewer, row.scope)) return row;
    if (Policy.divisionScope(viewer).startsWith(row.scope))
      throw new DomainError('FORBIDDEN', '这条参数是上级区划的，您只能看。', { hint: '请联系上级残联。' });
    throw notFound(WHAT);
  }

  private supersededRow(viewer: SignedIn, rows: readonly EnteredParameter[], entry: CheckedEntry): EnteredParameter {
    const row = rows.find(({ id, state }) => id === entry.supersedesId && state === 'CONFIRMED');
    if (row === undefined || !this.decides(viewer, row.scope)) throw notFound('要替换的那条参数');
    return row;
  }

  private groupRows({ code, scope, qualifier }: Group): Promise<EnteredParameter[]> {
    return this.unitOfWork.manager.find(EnteredParameter, {
      where: { code, scope, qualifier },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
  }

  private async move(row: EnteredParameter, set: Partial<EnteredParameter>): Promise<EnteredParameter> {
    const { id, version } = row;
    const { manager } = this.unitOfWork;
    if (!(await guardedUpdate(manager, EnteredParameter, { id, state: 'ENTERED', version }, set)))
      throw new TurnTaken();
    return manager.findOneByOrFail(EnteredParameter, { id });
  }

  /** Work at one (code, scope, qualifier), tried again when somebody else was faster there. */
  private async inTurn<T>(group: Group, work: () => Promise<T>): Promise<T> {
    const name = [group.code, group.scope, group.qualifier].join('|');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run(async () => {
          const { manager } = this.unitOfWork;
          const standing = await manager.findOneBy(ParameterTurn, { name });
          const result = await work();
          await this.takeTurn(name, standing?.turn);
          return result;
        });
      } catch (error) {
        if (!(error instanceof TurnTaken)) throw error;
        if (attempt >= ATTEMPTS)
          throw new DomainError('STATE_CONFLICT', '同一参数正有别人在录入。', {
            hint: '请稍后再提交一次，您填的内容没有丢。',
          });
      }
    }
  }

  private async takeTurn(name: string, turn: number | undefined): Promise<void> {
    const { manager } = this.unitOfWork;
    if (turn !== undefined) {
      if (!(await guardedUpdate(manager, ParameterTurn, { name, turn }, { turn: turn + 1 }))) throw new TurnTaken();
      return;
    }
    try {
      await manager.insert(ParameterTurn, { name, turn: 1 });
    } catch (error) {
      throw isDuplicateKey(error) ? new TurnTaken() : error;
    }
  }
}

function requireWaiting({ state }: EnteredParameter): void {
  if (state === 'WITHDRAWN')
    throw new DomainError('STATE_CONFLICT', '这条参数已经作废。', { hint: '需要的话请重新录入。' });
  if (state === 'CONFIRMED')
    throw new DomainError('STATE_CONFLICT', '这条参数已经确认生效。', { hint: '要改请从某一天起用新的值替换它。' });
}

const isSame = (row: EnteredParameter, entry: CheckedEntry): boolean =>
  (['unit', 'value', 'fromOn', 'toOn', 'act', 'number', 'article', 'status', 'supersedesId'] as const).every(
    (field) => row[field] === entry[field],
  );

/**
 * No two periods of one (code, scope, qualifier) share a day, what is superseded left out.
 *
 * @throws DomainError DUPLICATE naming the period in the way; VALIDATION where the new row does not begin within the one it supersedes
 */
function requireFree(
  entry: Pick<EnteredParameter, 'code' | 'fromOn' | 'toOn'> & { id?: string },
  among: {
    confirmed: readonly EnteredParameter[];
    waiting: readonly EnteredParameter[];
    superseded: EnteredParameter | undefined;
  },
): void {
  const own: Period = { from: entry.fromOn, to: entry.toOn };
  const name = parameterKind(entry.code)?.name ?? entry.code;
  const standing = inEffect(among.confirmed.map(supersedingRow));
  const { superseded } = among;
  if (superseded) {
    const left = standing.find(({ id }) => id === superseded.id);
    if (left === undefined || own.from < left.from || (left.to !== null && own.from > left.to))
      throw new DomainError(
        'VALIDATION',
        `替换要从原值的期间内开始：${periodText(left ?? { from: superseded.fromOn, to: superseded.toOn })}。`,
        {
          field: 'from',
          hint: left === undefined ? '原值已经整条被替换。' : '期间以外的日子请不选替换，直接录入。',
        },
      );
  }
  const others = standing.flatMap((row) =>
    row.id !== superseded?.id ? [row] : row.from < own.from ? [{ ...row, to: addDays(own.from, -1) }] : [],
  );
  const inWay = others.find((row) => periodsMeet(own, row));
  if (inWay)
    throw new DomainError('DUPLICATE', `「${name}」在 ${periodText(inWay)} 已经有值，期间重叠。`, {
      field: 'from',
      hint: '要改它的值，请打开那一条，选从某一天起替换。',
    });
  const waiting = among.waiting.find(
    (row) => row.id !== entry.id && periodsMeet(own, { from: row.fromOn, to: row.toOn }),
  );
  if (waiting)
    throw new DomainError(
      'DUPLICATE',
      `「${name}」在 ${periodText({ from: waiting.fromOn, to: waiting.toOn })} 已有一条等确认，期间重叠。`,
      {
        field: 'from',
        hint: '请先确认或作废那一条。',
      },
    );
}

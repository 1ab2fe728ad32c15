import { Inject, Injectable } from '@nestjs/common';
import { insertRows, UnitOfWork } from '@tongxing/database';
import { CONFIG, type Config, Clock, DomainError, newId } from '@tongxing/platform';
import {
  inEffect,
  isoDate,
  Law,
  type ParameterRow,
  problemsOf,
  SHIPPED_LAW,
  type SupersedingRow,
  type WorkingCalendar,
} from '@tongxing/rules';
import { SHIPPED_CALENDAR } from './calendar/shipped.js';
import { EnteredParameter } from './entered-parameter.entity.js';
import { ruleRow } from './entry.js';
import { CalendarYear, ParameterEntry } from './parameter.entity.js';

/** A row as it is entered; `id` and times are given by the service. */
export type NewParameter = Omit<ParameterRow, 'id' | 'origin'>;

/** Holidays of a year as they are entered. */
export interface NewCalendarYear {
  year: number;
  holidays: string[];
  workdays: string[];
  source: string;
}

const toRow = (entry: ParameterEntry): ParameterRow => ({
  id: entry.id,
  code: entry.code,
  scope: entry.scope,
  qualifier: entry.qualifier,
  unit: entry.unit,
  value: entry.value,
  from: isoDate(entry.fromOn),
  to: entry.toOn === null ? null : isoDate(entry.toOn),
  source: entry.source,
  status: entry.status,
  origin: entry.origin,
  afterEnd: entry.afterEnd,
});

/** An entered row with its link to the one it supersedes. */
export const supersedingRow = (entry: EnteredParameter): SupersedingRow => ({
  ...ruleRow(entry.id, entry),
  supersedes: entry.supersedesId,
});

/** The law as rows: what comes with the software and what was entered here, handed to rules. */
@Injectable()
export class ParameterService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every row that counts here: shipped ones, what officers entered and a second one confirmed, and demo rows in demo mode only. */
  async rows(): Promise<ParameterRow[]> {
    const { manager } = this.unitOfWork;
    const loaded = await manager.find(ParameterEntry, { order: { fromOn: 'ASC', id: 'ASC' } });
    const confirmed = await manager.find(EnteredParameter, {
      where: { state: 'CONFIRMED' },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    return [
      ...SHIPPED_LAW,
      ...loaded.filter((entry) => this.config.demo || entry.origin !== 'DEMO').map(toRow),
      ...inEffect(confirmed.map(supersedingRow)),
    ];
  }

  /** The law of one place. @param divisionCode 6 or 12 digits */
  async lawOf(divisionCode: string): Promise<Law> {
    return new Law(await this.rows(), divisionCode);
  }

  /** The working calendar: an entered year stands before the shipped one. */
  async workingCalendar(): Promise<WorkingCalendar> {
    const entered = await this.unitOfWork.manager.find(CalendarYear);
    const byYear = new Map<number, Pick<NewCalendarYear, 'holidays' | 'workdays'>>();
    for (const row of entered) if (row.origin === 'DEMO' && this.config.demo) byYear.set(row.year, row);
    for (const row of SHIPPED_CALENDAR.years) byYear.set(row.year, row);
    for (const row of entered) if (row.origin === 'OPERATOR') byYear.set(row.year, row);
    const years = [...byYear.values()];
    return {
      years: new Set(byYear.keys()),
      holidays: new Set(years.flatMap((year) => year.holidays)),
      workdays: new Set(years.flatMap((year) => year.workdays)),
    };
  }

  /**
   * Loads the demonstration's rows (演示参数), once: a second call does nothing.
   *
   * @throws DomainError FORBIDDEN outside demo mode; VALIDATION when the rows overlap or lack a source
   */
  async loadDemo(rows: readonly NewParameter[], years: readonly NewCalendarYear[]): Promise<void> {
    if (!this.config.demo) throw new DomainError('FORBIDDEN', '正式环境不能装入演示参数。');
    const problems = problemsOf(rows.map((row, index) => ({ ...row, id: String(index), origin: 'DEMO' })));
    if (problems.length > 0) throw new DomainError('VALIDATION', `演示参数有问题：${problems.join('；')}`);
    await this.unitOfWork.run(async () => {
      const { manager } = this.unitOfWork;
      if ((await manager.countBy(ParameterEntry, { origin: 'DEMO' })) > 0) return;
      const enteredAt = this.clock.now();
      const entries = rows.map(({ from, to, ...row }) => ({
        ...row,
        id: newId(),
        fromOn: from,
        toOn: to,
        origin: 'DEMO' as const,
        enteredBy: null,
        confirmedBy: null,
        enteredAt,
      }));
      await insertRows(manager, ParameterEntry, entries);
      await insertRows(
        manager,
        CalendarYear,
        years.map((year) => ({ ...year, id: newId(), origin: 'DEMO' as const, enteredAt })),
      );
    });
  }
}

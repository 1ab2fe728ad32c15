import { type IsoDate, isoDate, type Moment } from '@tongxing/rules';

/** China has one zone and no daylight saving, so a day is a fixed offset away from UTC. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day of an instant in China, `YYYY-MM-DD`. */
export const chinaDay = (instant: Date): IsoDate =>
  isoDate(new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10));

/** The minute of an instant in China, `2026-12-01 09:30`. */
export const chinaMoment = (instant: Date): Moment =>
  new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ') as Moment;

/** The only source of time. Rules get the day as an argument; nothing else reads the machine's clock. */
export abstract class Clock {
  /** The present instant, to the millisecond. */
  abstract now(): Date;

  /** Today's date in China. */
  today(): IsoDate {
    return chinaDay(this.now());
  }

  /** The machine's own time, which no demonstration moves: sessions and locks live by it. */
  wall(): Date {
    return this.now();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/**
 * The machine's clock, moved forward by whole days: a demonstration can pass the end of a public notice without waiting a week.
 * Only demo mode provides it.
 */
export class DemoClock extends Clock {
  private aheadDays = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadDays * DAY_MS);
  }

  override wall(): Date {
    return new Date();
  }

  get daysAhead(): number {
    return this.aheadDays;
  }

  /** @param days total days ahead of the machine's clock, ≥ 0; time never runs backwards */
  setDaysAhead(days: number): void {
    if (!Number.isInteger(days) || days < this.aheadDays)
      throw new RangeError(`demo time cannot go back to ${days} days`);
    this.aheadDays = days;
  }
}

/** A clock that stands still, for tests. */
export class FixedClock extends Clock {
  private instant: Date;

  constructor(instant: string | Date = '2026-11-23T09:00:00+08:00') {
    super();
    this.instant = new Date(instant);
  }

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  advance(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }

  advanceDays(days: number): void {
    this.advance(days * DAY_MS);
  }
}

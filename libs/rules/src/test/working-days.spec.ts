import { describe, expect, it } from '@jest/globals';
import { addMonths, ageOn, daysBetween, isIsoDate, isoDate } from '../calendar.js';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../working-days.js';

const calendar: WorkingCalendar = {
  years: new Set([2026]),
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  workdays: new Set(['2026-09-27', '2026-10-10']),
};

describe('working days', () => {
  it('skip holidays and weekends, and count a worked Saturday', () => {
    expect(addWorkingDays(isoDate('2026-09-30'), 1, calendar)).toBe('2026-10-08');
    expect(addWorkingDays(isoDate('2026-09-30'), 3, calendar)).toBe('2026-10-10');
    expect(isWorkingDay(isoDate('2026-09-27'), calendar)).toBe(true);
    expect(isWorkingDay(isoDate('2026-10-11'), calendar)).toBe(false);
  });

  it('are refused where a period runs into a year that nobody entered', () => {
    expect(addWorkingDays(isoDate('2026-12-30'), 1, calendar)).toBe('2026-12-31');
    expect(() => addWorkingDays(isoDate('2026-12-30'), 2, calendar)).toThrow('2027 年');
    expect(() => addWorkingDays(isoDate('2026-01-05'), 0, calendar)).toThrow('工作日数');
  });
});

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-1', false],
    ['1900-02-28', true],
  ])('%s exists: %s', (text, exists) => {
    expect(isIsoDate(text)).toBe(exists);
  });

  it('add months to the end of a shorter month', () => {
    expect(addMonths(isoDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(isoDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(isoDate('2026-01-15'), -1)).toBe('2025-12-15');
  });

  it('give an age that changes on the birthday, on 1 March for those of 29 February', () => {
    expect(ageOn(isoDate('2008-02-29'), isoDate('2026-02-28'))).toBe(17);
    expect(ageOn(isoDate('2008-02-29'), isoDate('2026-03-01'))).toBe(18);
    expect(daysBetween(isoDate('2026-02-28'), isoDate('2026-03-01'))).toBe(1);
  });
});

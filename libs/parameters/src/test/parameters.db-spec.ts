import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { type Config, FixedClock } from '@tongxing/platform';
import { addWorkingDays, isoDate, isWorkingDay } from '@tongxing/rules';
import { type NewParameter, parameterEntities, ParameterService } from '../index.js';

const row = (change: Partial<NewParameter> = {}): NewParameter => ({
  code: 'notice.days',
  scope: '640324',
  qualifier: '',
  unit: 'working days',
  value: '5',
  from: isoDate('2020-01-01'),
  to: null,
  source: '演示参数',
  status: 'UNCONFIRMED',
  afterEnd: 'REFUSE',
  ...change,
});

eachEngine([...parameterEntities], (engine) => {
  let db: TestDatabase;
  const service = (demo: boolean) => new ParameterService(db.unitOfWork, new FixedClock(), { demo } as Config);

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());

  describe('parameters', () => {
    it('refuse demo rows in production, and rows that overlap', async () => {
      await expect(service(false).loadDemo([row()], [])).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(service(true).loadDemo([row(), row({ from: isoDate('2021-01-01') })], [])).rejects.toMatchObject({
        code: 'VALIDATION',
      });
    });

    it('load once, and serve demo rows in demo mode only', async () => {
      const year = { year: 2027, holidays: ['2027-01-01'], workdays: [], source: '演示参数' };
      await service(true).loadDemo([row()], [year]);
      await service(true).loadDemo([row({ value: '9' })], [year]);
      expect((await service(true).lawOf('640324000000')).on('notice.days', isoDate('2026-05-01')).row).toMatchObject({
        value: '5',
        origin: 'DEMO',
      });
      expect((await service(false).lawOf('640324')).find('notice.days', isoDate('2026-05-01'))).toBeUndefined();
      expect((await service(true).workingCalendar()).years.has(2027)).toBe(true);
      expect((await service(false).workingCalendar()).years.has(2027)).toBe(false);
    });

    it('know the holidays of 2026: National Day is off, a worked Saturday is not', async () => {
      const calendar = await service(false).workingCalendar();
      expect(isWorkingDay(isoDate('2026-10-01'), calendar)).toBe(false);
      expect(isWorkingDay(isoDate('2026-10-10'), calendar)).toBe(true);
      expect(addWorkingDays(isoDate('2026-09-30'), 1, calendar)).toBe('2026-10-08');
    });
  });
});

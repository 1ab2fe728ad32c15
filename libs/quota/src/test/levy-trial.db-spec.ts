import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { MissingParameter, ParameterEntry } from '@tongxing/parameters';
import { isoDate, type ParameterRow } from '@tongxing/rules';
import {
  COUNTING_PARAMETERS,
  employerCells,
  entities,
  headcountCells,
  hireCells,
  officer,
  parameter,
  personCells,
  services,
} from './setup.js';

const tried = (over: Partial<ParameterRow>): ParameterRow => ({
  ...parameter('quota.ratio', '1/50'),
  id: 'draft:1',
  origin: 'OPERATOR',
  ...over,
});

eachEngine(entities, (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-trial-'));
  let db: TestDatabase;
  let app: ReturnType<typeof services>;
  let rows: ParameterRow[];
  const run = (row: ParameterRow, scope = row.scope) =>
    app.levyTrial.run({ before: rows, after: [...rows, row], tried: [row], scope, onProgress: async () => undefined });

  beforeAll(async () => {
    db = await engine.open();
    app = services(db, folder);
    await app.parameters.loadDemo([...COUNTING_PARAMETERS], []);
    await app.bring(
      'people',
      [0, 1].map((index) => personCells(index)),
    );
    // 200 staff with 2 hires: half of 1 × 52,000; 101 staff with none: nine tenths of 1.515 × 60,000.
    await app.bring(
      'employers',
      [0, 1, 2].map((index) => employerCells(index)),
    );
    await app.bring('headcounts', [headcountCells(0, 200, 200 * 52_000), headcountCells(1, 101, 101 * 60_000)]);
    await app.bring('hires', [hireCells(0, 0), hireCells(0, 1)]);
    rows = await app.parameters.rows();
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('what a row would move of the levy', () => {
    it('is told in sums, counts and employers, and nothing is stored', async () => {
      const finding = await run(tried({}));
      // 2 %: 200 → 4 − 2 = 2, half of 104,000; 101 → 2.02, nine tenths of 121,200.
      expect(finding).toMatchObject({
        name: 'quota',
        checked: 2,
        changed: 2,
        beforeYuan: '107810.00',
        afterYuan: '161080.00',
      });
      expect(finding.sentence).toBe('2026年2份残保金里有2份会变，合计从107810.00元变为161080.00元。');
      expect(finding.lines.map(({ name, what }) => [name, what])).toEqual([
        ['甲乙1有限公司', '2026年'],
        ['甲乙0有限公司', '2026年'],
      ]);
      expect((await app.parameters.rows()).length).toBe(rows.length);
    });

    it('is nothing where the row says what holds, or speaks for other years', async () => {
      expect(await run(tried({ value: '3/200' }))).toMatchObject({ changed: 0, lines: [] });
      expect(await run(tried({ from: isoDate('2027-01-01') }))).toMatchObject({ checked: 0, changed: 0 });
      expect(await run(tried({ to: isoDate('2024-12-31') }))).toMatchObject({ checked: 0 });
    });

    it('counts for the year of the facts and the levy year after it', async () => {
      const wage = tried({
        code: 'count.minimumWage',
        value: '900000',
        from: isoDate('2025-01-01'),
        to: isoDate('2025-12-31'),
      });
      expect(await run(wage)).toMatchObject({ changed: 1 });
    });

    it('keeps to the region, and knows what is no matter of the levy', async () => {
      expect(await run(tried({}), '360734')).toMatchObject({ checked: 0, changed: 0 });
      expect(app.levyTrial.concerns('notice.days')).toBe(false);
      expect(app.levyTrial.concerns('setting.noticeAnswerDays')).toBe(false);
      expect(app.levyTrial.concerns('setting.headcountRounding')).toBe(true);
    });

    it('tells how many can be computed that could not, and what was asked for in vain is noted once', async () => {
      const without = rows.filter(({ code }) => code !== 'count.insurances');
      const row = tried({ code: 'count.insurances', value: 'PENSION,MEDICAL' });
      const finding = await app.levyTrial.run({
        before: without,
        after: [...without, row],
        tried: [row],
        scope: '640324',
        onProgress: async () => undefined,
      });
      expect(finding.lines[0]).toEqual({ name: '算不出的', what: '份', before: '1', after: '0' });
      await app.unitOfWork.run(() => app.unitOfWork.manager.delete(ParameterEntry, { code: 'count.insurances' }));
      for (let look = 0; look < 2; look += 1) await app.assessments.board(officer, '640324', 2026, { first: 10 });
      expect(
        await db.unitOfWork.manager.countBy(MissingParameter, {
          scope: '640324',
          code: 'count.insurances',
          year: 2025,
        }),
      ).toBe(1);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService } from '@tongxing/people';
import { BenefitApplication } from '../application.entity.js';
import { BenefitTrial } from '../benefit-trial.js';
import { EligibilityService } from '../eligibility.service.js';
import { entities, type Services, services } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  beforeAll(async () => {
    app = await services(await engine.open());
  });
  afterAll(() => app.close());

  describe('what a row would move of open applications', () => {
    it('is told by kinds of change, names nobody, and changes nothing', async () => {
      const [one, two] = (await app.people(1, 2)) as [SignedIn, SignedIn];
      await app.desk.apply(one, app.application(one));
      await app.desk.apply(two, app.application(two));
      const trial = new BenefitTrial(app.unitOfWork, app.app.get(PeopleService), app.app.get(EligibilityService));
      const before = await app.app.get(ParameterService).rows();
      const after = before.map((row) => (row.code === 'benefit.train.max' ? { ...row, value: '100.00' } : row));
      const ask = (scope: string, rows = after) =>
        trial.run({ before, after: rows, tried: [], scope, onProgress: async () => undefined });
      const stored = await app.manager.find(BenefitApplication);
      const finding = await ask('64');
      expect(finding).toMatchObject({ checked: 2, population: 2, changed: 2, afterYuan: '200.00' });
      expect(finding.lines).toMatchObject([{ what: '2份', after: '符合，100.00元' }]);
      expect(await app.manager.find(BenefitApplication)).toEqual(stored);
      expect(await ask('64', before)).toMatchObject({ changed: 0, lines: [] });
      expect(await ask('36')).toMatchObject({ population: 0, changed: 0 });
      expect(
        await ask(
          '64',
          before.filter(({ code }) => code !== 'benefit.train.max'),
        ),
      ).toMatchObject({
        changed: 2,
        lines: [{ after: '算不出' }],
      });
      expect(['benefit.train.max', 'work.age.min', 'quota.ratio'].map((code) => trial.concerns(code))).toEqual([
        true,
        true,
        false,
      ]);
    });
  });
});

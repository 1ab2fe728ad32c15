import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { blindColumns, blindOf, insertRows } from '@tongxing/database';
import { eachEngine } from '@tongxing/database/testing';
import { HouseholdMember, Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { approver, entities, reviewer, type Services, services, staff } from './setup.js';

eachEngine(entities, (engine) => {
  let app: Services;
  let database: Awaited<ReturnType<typeof engine.open>>;
  let seekers: SignedIn[];
  beforeAll(async () => {
    database = await engine.open();
    app = await services(database);
    await app.allot('100000');
    seekers = await app.people(1, 4);
  });
  afterAll(() => app.close());

  const personOf = (seeker: SignedIn) => app.manager.findOneByOrFail(Person, { id: seeker.personId as string });

  describe('duties are apart by natural person', () => {
    it('an official who holds a certificate decides nothing of the own record, known by the ID number alone (bad input 23)', async () => {
      const [seeker] = seekers as [SignedIn];
      const idBlind = blindOf(await personOf(seeker), 'idBlind');
      const { id } = await app.desk.apply(seeker, app.application(seeker));
      await expect(app.decide({ ...reviewer, idBlind }, id, 'REVIEW')).rejects.toMatchObject({ code: 'SELF_APPROVAL' });
    });

    it('an official without a certificate decides nothing of the own household (bad input 23)', async () => {
      const [, seeker] = seekers as [SignedIn, SignedIn];
      const person = await personOf(seeker);
      const idBlind = ['e'.repeat(64), null] as const;
      const member = {
        id: newId(),
        householdId: person.householdId as string,
        name: '甲同住',
        sex: 'FEMALE' as const,
        birthOn: person.birthOn,
        relation: '配偶',
        employmentStatus: person.employmentStatus,
        wantsWork: null,
        ...blindColumns('idBlind', idBlind),
        secrets: 'v1',
      };
      await database.unitOfWork.run(() => insertRows(database.unitOfWork.manager, HouseholdMember, [member]));
      const { id } = await app.desk.apply(seeker, app.application(seeker));
      await expect(app.decide({ ...reviewer, idBlind }, id, 'REVIEW')).rejects.toMatchObject({ code: 'SELF_APPROVAL' });
      await expect(app.decide({ ...reviewer, idBlind: ['f'.repeat(64), null] }, id, 'REVIEW')).resolves.toBeDefined();
    });

    it('steps 1 and 2 stay apart when the account is given its record in between (bad input 24)', async () => {
      const [, , seeker, other] = seekers as [SignedIn, SignedIn, SignedIn, SignedIn];
      const both = staff('both', 'REVIEWER', { roles: ['REVIEWER', 'APPROVER'] });
      const { id } = await app.desk.apply(seeker, app.application(seeker));
      await app.decide(both, id, 'REVIEW');
      const known = { ...both, personId: other.personId as string };
      await expect(app.decide(known, id, 'APPROVE')).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      expect((await app.desk.case(known, id)).blocked).toContain('已经办过一步');
      await expect(app.decide(approver, id, 'APPROVE')).resolves.toBeDefined();
    });
  });
});

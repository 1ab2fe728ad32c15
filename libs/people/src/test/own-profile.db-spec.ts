import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Scope, type SignedIn } from '@tongxing/access';
import { blindColumns, insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { blindId, OwnNeed, OwnProfileService, peopleEntities, PeopleService, Person } from '../index.js';
import { idNumber } from './setup.js';

eachEngine(peopleEntities, (engine) => {
  let db: TestDatabase;
  let profiles: OwnProfileService;
  let people: PeopleService;
  let serial = 0;
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });

  beforeAll(async () => {
    db = await engine.open();
    profiles = new OwnProfileService(db.unitOfWork, new FixedClock('2026-11-23T09:00:00+08:00'));
    people = new PeopleService(db.unitOfWork, crypto);
  });
  afterAll(() => db.close());

  const seeker = async (over: Partial<Person> = {}): Promise<SignedIn> => {
    const id = newId();
    serial += 1;
    const number = idNumber(serial);
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Person, [
        {
          id,
          name: '示例人',
          sex: 'MALE',
          birthOn: isoDate('1990-01-01'),
          divisionCode: '640324100201',
          state: 'ACTIVE',
          employmentStatus: 'UNEMPLOYED',
          skills: [],
          wantedKinds: [],
          accessNeeds: [],
          secrets: crypto.seal(JSON.stringify({ idNumber: number }), `person|secrets|${id}`),
          ...blindColumns('idBlind', blindId(crypto, number)),
          registeredAt: new Date(),
          ...over,
        },
      ]),
    );
    return { id: newId(), displayName: '求职者', roles: ['SEEKER'], divisionCode: '640324000000', personId: id };
  };
  const helperOf = (viewer: SignedIn, scopes: readonly Scope[]): SignedIn => ({
    id: newId(),
    displayName: '代办人',
    roles: ['HELPER'],
    divisionCode: '640324000000',
    onBehalfOf: {
      personId: viewer.personId as string,
      name: '示例',
      divisionCode: '640324100201',
      delegationId: newId(),
      scopes,
      ended: false,
    },
  });
  const mine = async (viewer: SignedIn) => {
    const profile = await profiles.mine(viewer);
    if (profile === null) throw new Error('nobody');
    return profile;
  };
  const sectionOf = (profile: Awaited<ReturnType<typeof mine>>, section: string) =>
    profile.sections.find((one) => one.section === section);
  const need = (name: string, shared = false) => ({ need: name, shared });

  describe('the own profile', () => {
    it('saves each part as a whole, for matching too, and leaves the others alone', async () => {
      const viewer = await seeker({ skills: ['养殖'] });
      const fresh = await mine(viewer);
      expect(fresh.sections.map(({ done }) => done)).toEqual([true, false, false, false, false]);
      let { version } = fresh;
      ({ version } = await profiles.save(viewer, { section: 'SKILLS', version, skills: [' 缝纫 ', '缝纫', ''] }));
      ({ version } = await profiles.save(viewer, {
        section: 'WORK',
        version,
        wantsWork: true,
        wantedKinds: ['FLEXIBLE'],
        wantedWageYuan: '2500',
      }));
      ({ version } = await profiles.save(viewer, { section: 'PLACES', version, commuteKm: 0 }));
      const last = await profiles.save(viewer, {
        section: 'NEEDS',
        version,
        needs: [need('坡道电梯'), need('讲慢一点')],
      });
      expect(last).toMatchObject({ skills: ['缝纫'], wantedWageYuan: '2500', commuteKm: 0 });
      expect(last.sections.filter(({ done }) => !done).map(({ section }) => section)).toEqual(['LICENCES']);
      // Licences are said one by one.
      await expect(profiles.save(viewer, { section: 'LICENCES', version: last.version })).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'section',
      });
      const [facts] = await people.matchFacts({ ids: [viewer.personId as string] });
      // What helps at an interview keeps no post away.
      expect(facts).toMatchObject({
        skills: ['缝纫'],
        wantsWork: true,
        wantedKinds: ['FLEXIBLE'],
        wantedWageFen: 250_000,
        commuteKm: 0,
        accessNeeds: ['坡道电梯'],
        profile: null,
      });
    });

    it('tells an answer of nothing from no answer', async () => {
      const viewer = await seeker();
      const { version } = await mine(viewer);
      const saved = await profiles.save(viewer, { section: 'PLACES', version, commuteKm: null });
      expect(sectionOf(saved, 'PLACES')).toMatchObject({ done: true });
      expect(sectionOf(saved, 'NEEDS')).toMatchObject({ done: false, savedAt: null });
    });

    it('holds two savers apart; the same sent twice is one', async () => {
      const viewer = await seeker();
      const { version } = await mine(viewer);
      const go = (commuteKm: number) => profiles.save(viewer, { section: 'PLACES', version, commuteKm });
      const outcomes = await Promise.allSettled([go(8), go(30)]);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { code: 'VERSION_CONFLICT' } },
      ]);
      const { commuteKm, version: now } = await mine(viewer);
      expect(await go(commuteKm as number)).toMatchObject({ version: now });
    });

    it('shows a unit only the needs that the person opened, one by one; what is not named any more is closed', async () => {
      const viewer = await seeker({ accessNeeds: ['无障碍卫生间'] });
      const personId = viewer.personId as string;
      let profile = await mine(viewer);
      expect(profile.needs.filter(({ chosen }) => chosen)).toMatchObject([{ need: '无障碍卫生间', shared: false }]);
      const save = async (needs: { need: string; shared: boolean }[], by = viewer) => {
        profile = await profiles.save(by, { section: 'NEEDS', version: profile.version, needs });
      };
      await save([need('无障碍卫生间'), need('文字联系', true)]);
      expect((await profiles.sharedNeedsOf([personId])).get(personId)).toEqual(['文字联系']);
      await save([need('无障碍卫生间', true), need('文字联系')]);
      expect((await profiles.sharedNeedsOf([personId])).get(personId)).toEqual(['无障碍卫生间']);
      await save([need('文字联系')]);
      expect(await profiles.sharedNeedsOf([personId])).toEqual(new Map());
      expect(await profiles.neededBy(personId)).toEqual(['文字联系']);
      await save([]);
      expect(await profiles.neededBy(personId)).toEqual([]);
      expect(await db.unitOfWork.manager.countBy(OwnNeed, { personId })).toBe(0);
    });

    it('is filled in by a helper with that scope, who opens nothing to units but may close it; nor may a witnessed session', async () => {
      const viewer = await seeker();
      const helper = helperOf(viewer, ['PROFILE']);
      const { version } = await mine(helper);
      const saved = await profiles.save(helper, { section: 'NEEDS', version, needs: [need('文字联系')] });
      expect(saved.mayShare).toBe(false);
      const open = { section: 'NEEDS', version: saved.version, needs: [need('文字联系', true)] };
      await expect(profiles.save(helper, open)).rejects.toMatchObject({ code: 'FORBIDDEN_ACTING' });
      await expect(profiles.save({ ...viewer, witnessId: newId() }, open)).rejects.toMatchObject({
        code: 'FORBIDDEN_ACTING',
      });
      const opened = await profiles.save(viewer, open);
      await profiles.save(helper, { section: 'NEEDS', version: opened.version, needs: [need('文字联系')] });
      expect(await profiles.sharedNeedsOf([viewer.personId as string])).toEqual(new Map());
      await expect(profiles.mine(helperOf(viewer, ['POSTS']))).rejects.toMatchObject({ code: 'FORBIDDEN_SCOPE' });
    });

    it.each([
      ['section', { section: 'LEVELS' }],
      ['wantsWork', { section: 'WORK' }],
      ['wantedKinds', { section: 'WORK', wantsWork: true, wantedKinds: ['ANY'] }],
      ['wantedWageYuan', { section: 'WORK', wantsWork: true, wantedWageYuan: '0' }],
      ['wantedWageYuan', { section: 'WORK', wantsWork: true, wantedWageYuan: '很多' }],
      ['needs', { section: 'NEEDS', needs: [{ need: ' ', shared: false }] }],
    ])('refuses a wrong %s, and writes nothing', async (field, input) => {
      const viewer = await seeker();
      const { version } = await mine(viewer);
      await expect(profiles.save(viewer, { version, ...input })).rejects.toMatchObject({ code: 'VALIDATION', field });
      expect((await mine(viewer)).version).toBe(version);
    });

    it('is nobody else’s', async () => {
      const counsellor: SignedIn = {
        id: newId(),
        displayName: '辅导员',
        roles: ['COUNSELLOR'],
        divisionCode: '640324000000',
      };
      expect(await profiles.mine(counsellor)).toBeNull();
      await expect(profiles.save(counsellor, { section: 'PLACES', version: 1, commuteKm: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
});

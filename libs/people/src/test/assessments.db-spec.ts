import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accessEntities,
  Caseloads,
  MemorySmsSender,
  Message,
  MessageService,
  PhoneBook,
  type SignedIn,
} from '@tongxing/access';
import { blindColumns, insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type Config, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import {
  AssessmentService,
  blindId,
  FunctionalProfile,
  PastProfile,
  peopleEntities,
  PeopleService,
  Person,
} from '../index.js';
import { idNumber } from './setup.js';

const TODAY = '2026-11-23';
const VILLAGE = '640324100201';

eachEngine([...accessEntities, ...peopleEntities, Job], (engine) => {
  let db: TestDatabase;
  let assessments: AssessmentService;
  let people: PeopleService;
  let serial = 0;
  const cases = new Map<string, string>();
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const counsellor: SignedIn = {
    id: newId(),
    displayName: '李示例',
    roles: ['COUNSELLOR'],
    divisionCode: '640324000000',
  };

  beforeAll(async () => {
    db = await engine.open();
    const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);
    const caseloads = new Caseloads();
    caseloads.register({
      holds: async (counsellorId, personId) => cases.get(personId) === counsellorId,
      workersOf: async () => [],
      heldBy: async () => [],
    });
    const config = { demo: true } as Config;
    const jobs = new JobService(db.unitOfWork, clock);
    const sms = new MemorySmsSender();
    const messages = new MessageService(db.unitOfWork, clock, crypto, jobs, sms, new PhoneBook(), config);
    messages.onModuleInit();
    assessments = new AssessmentService(db.unitOfWork, clock, caseloads, messages);
    people = new PeopleService(db.unitOfWork, crypto);
  });
  afterAll(() => db.close());

  const person = async (over: Partial<Person> = {}): Promise<string> => {
    const id = newId();
    serial += 1;
    const number = idNumber(serial);
    await db.unitOfWork.run(async () => {
      await insertRows(db.unitOfWork.manager, Person, [
        {
          id,
          name: '示例人',
          sex: 'FEMALE',
          birthOn: isoDate('1990-01-01'),
          divisionCode: VILLAGE,
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
      ]);
    });
    cases.set(id, counsellor.id);
    return id;
  };
  const input = (personId: string, over: object = {}) => ({
    personId,
    assessor: '李示例',
    assessedOn: TODAY,
    validUntil: '2027-11-22',
    levels: [
      { item: 'LIFT', level: 2 },
      { item: 'SEE', level: 0 },
    ],
    ownAids: ['眼镜'],
    ...over,
  });
  const past = (personId: string) => db.unitOfWork.manager.findBy(PastProfile, { personId });

  describe('an assessment', () => {
    it('keeps level 0 apart from what was not assessed, counts at once, and tells the person without saying what it is about', async () => {
      const id = await person();
      const { profiles } = await assessments.save(counsellor, input(id));
      expect(profiles).toMatchObject([{ levels: { LIFT: 2, SEE: 0 }, assessor: '李示例', version: 1 }]);
      const [facts] = await people.matchFacts({ ids: [id] });
      expect(facts?.profile?.levels).toEqual({ LIFT: 2, SEE: 0 });
      const [told] = await db.unitOfWork.manager.findBy(Message, { personId: id });
      expect(crypto.open(told?.text as string, `message|text|${told?.id}`)).toContain('能力评估');
    });

    it('comes today at the latest; its last day may be the day itself', async () => {
      const id = await person();
      await expect(assessments.save(counsellor, input(id, { assessedOn: '2026-11-24' }))).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'assessedOn',
      });
      await expect(assessments.save(counsellor, input(id, { validUntil: '2026-11-22' }))).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'validUntil',
      });
      await expect(assessments.save(counsellor, input(id, { validUntil: TODAY }))).resolves.toBeDefined();
    });

    it.each([
      ['ASSESSMENT_SOURCE_REQUIRED', { assessor: ' ' }],
      ['ASSESSMENT_SOURCE_REQUIRED', { assessedOn: '' }],
      ['VALIDATION', { assessedOn: '2026-02-30' }],
      ['VALIDATION', { levels: [] }],
      ['VALIDATION', { levels: [{ item: 'LIFT', level: 5 }] }],
      ['VALIDATION', { levels: [{ item: 'CATEGORY', level: 1 }] }],
      [
        'VALIDATION',
        {
          levels: [
            { item: 'LIFT', level: 1 },
            { item: 'LIFT', level: 2 },
          ],
        },
      ],
    ])('is refused with %s for %j, and nothing is written', async (code, over) => {
      const id = await person();
      await expect(assessments.save(counsellor, input(id, over))).rejects.toMatchObject({ code });
      expect(await db.unitOfWork.manager.countBy(FunctionalProfile, { personId: id })).toBe(0);
    });

    it('sent twice is one, with one message', async () => {
      const id = await person();
      await assessments.save(counsellor, input(id));
      const { profiles } = await assessments.save(counsellor, input(id));
      expect(profiles).toHaveLength(1);
      expect(await db.unitOfWork.manager.countBy(Message, { personId: id })).toBe(1);
    });

    it('of another day stands beside the older one; the newest counts whole, so that what it leaves out is unknown again', async () => {
      const id = await person();
      await assessments.save(counsellor, input(id, { assessedOn: '2026-05-01' }));
      const { profiles } = await assessments.save(counsellor, input(id, { levels: [{ item: 'HEAR', level: 4 }] }));
      expect(profiles.map(({ assessedOn }) => assessedOn)).toEqual([TODAY, '2026-05-01']);
      const [facts] = await people.matchFacts({ ids: [id] });
      expect(facts?.profile?.levels).toEqual({ HEAR: 4 });
    });

    it('that is put right keeps what it said, and of two who do it at once one is told', async () => {
      const id = await person();
      const [first] = (await assessments.save(counsellor, input(id))).profiles;
      const fix = (level: number) =>
        assessments.save(counsellor, input(id, { id: first?.id, version: 1, levels: [{ item: 'LIFT', level }] }));
      const outcomes = await Promise.allSettled([fix(3), fix(4)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'VERSION_CONFLICT' },
      });
      expect(await past(id)).toMatchObject([
        { profileVersion: 1, levels: { LIFT: 2, SEE: 0 }, replacedById: counsellor.id },
      ]);
      const { profiles, corrected } = await assessments.ofPerson(counsellor, id);
      expect(profiles).toMatchObject([{ version: 2 }]);
      expect(corrected).toHaveLength(1);
    });

    it('of a day that has one is not written over, alone or at once', async () => {
      const id = await person();
      const other = { levels: [{ item: 'HEAR', level: 1 }] };
      const outcomes = await Promise.allSettled([
        assessments.save(counsellor, input(id)),
        assessments.save(counsellor, input(id, other)),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { code: 'VERSION_CONFLICT', field: 'assessedOn' } },
      ]);
      const [older] = (await assessments.save(counsellor, input(id, { assessedOn: '2026-05-01' }))).profiles.slice(1);
      await expect(
        assessments.save(counsellor, input(id, { id: older?.id, version: 1, ...other })),
      ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      expect(await past(id)).toEqual([]);
    });

    it('is written by the counsellor of the person alone, and by nobody of himself', async () => {
      const id = await person();
      const strangers: SignedIn[] = [
        { ...counsellor, id: newId() },
        { ...counsellor, divisionCode: '360734000000' },
      ];
      for (const stranger of strangers)
        await expect(assessments.save(stranger, input(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(assessments.save({ ...counsellor, personId: id }, input(id))).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      const officer: SignedIn = { ...counsellor, id: newId(), roles: ['OFFICER'] };
      await expect(assessments.ofPerson(officer, id)).resolves.toMatchObject({ mayAssess: false });
      const elsewhere: SignedIn = { ...officer, divisionCode: '360734000000' };
      await expect(assessments.ofPerson(elsewhere, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('of another person is not put right through this one', async () => {
      const [one, two] = [await person(), await person()];
      const [profile] = (await assessments.save(counsellor, input(one))).profiles;
      await expect(assessments.save(counsellor, input(two, { id: profile?.id, version: 1 }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
  });
});

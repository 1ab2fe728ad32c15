import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accessEntities,
  Caseloads,
  MemorySmsSender,
  Message,
  MessageService,
  PersonParts,
  PhoneBook,
  type SignedIn,
} from '@tongxing/access';
import { blindColumns, insertRows, MatchChange } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type Config, FixedClock, IntlCryptoProvider, newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { LicencePart } from '../licences/licence-part.js';
import { LicenceResolver } from '../licences/licence.resolver.js';
import {
  blindId,
  LicenceService,
  OwnProfileService,
  OwnSection,
  peopleEntities,
  PeopleService,
  Person,
  PersonLicence,
} from '../index.js';
import { idNumber } from './setup.js';

const TODAY = '2026-11-23';
const VILLAGE = '640324100201';
const NUMBER = '640324199001011234';

eachEngine([...accessEntities, ...peopleEntities, Job], (engine) => {
  let db: TestDatabase;
  let service: LicenceService;
  let people: PeopleService;
  let profiles: OwnProfileService;
  let serial = 0;
  const clock = new FixedClock(`${TODAY}T09:00:00+08:00`);
  const cases = new Map<string, string>();
  const crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
  const of = (role: SignedIn['roles'][number], over: Partial<SignedIn> = {}): SignedIn => ({
    id: newId(),
    displayName: '李示例',
    roles: [role],
    divisionCode: '640324000000',
    ...over,
  });
  const counsellor = of('COUNSELLOR');
  const officer = of('OFFICER', { displayName: '残联干部' });

  beforeAll(async () => {
    db = await engine.open();
    const caseloads = new Caseloads();
    caseloads.register({
      holds: async (counsellorId, personId) => cases.get(personId) === counsellorId,
      workersOf: async () => [],
      heldBy: async () => [],
    });
    const config = { demo: true } as Config;
    const jobs = new JobService(db.unitOfWork, clock);
    const messages = new MessageService(
      db.unitOfWork,
      clock,
      crypto,
      jobs,
      new MemorySmsSender(),
      new PhoneBook(),
      config,
    );
    messages.onModuleInit();
    service = new LicenceService(db.unitOfWork, clock, crypto, caseloads, messages);
    people = new PeopleService(db.unitOfWork, crypto);
    profiles = new OwnProfileService(db.unitOfWork, clock);
  });
  afterAll(() => db.close());

  const person = async (): Promise<string> => {
    const id = newId();
    serial += 1;
    const number = idNumber(serial);
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Person, [
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
        },
      ]),
    );
    cases.set(id, counsellor.id);
    return id;
  };
  const seeker = async (): Promise<SignedIn & { personId: string }> => {
    const personId = await person();
    return { ...of('SEEKER', { displayName: '求职者' }), personId };
  };
  const helperOf = (viewer: SignedIn, scopes: NonNullable<SignedIn['onBehalfOf']>['scopes']): SignedIn =>
    of('HELPER', {
      displayName: '代办人',
      onBehalfOf: {
        personId: viewer.personId as string,
        name: '示例',
        divisionCode: VILLAGE,
        delegationId: newId(),
        scopes,
        ended: false,
      },
    });
  const licence = (over: object = {}) => ({ kind: '电工证', ...over });
  const known = async (personId: string) => (await people.matchFacts({ ids: [personId] }))[0]?.licences;
  const told = (personId: string) => db.unitOfWork.manager.countBy(Message, { personId });
  const signals = (personId: string) => db.unitOfWork.manager.countBy(MatchChange, { entityId: personId });

  describe('licences', () => {
    it('are unknown until somebody says something; an own word is one, and what a person has no more is known only when asked', async () => {
      const viewer = await seeker();
      expect(await known(viewer.personId)).toBeNull();
      const { licences } = await service.saveOwn(viewer, licence({ kind: ' 电工证 ', validUntil: '2026-11-23' }));
      expect(licences).toMatchObject([{ kind: '电工证', validUntil: '2026-11-23', seenAt: null, seenBy: null }]);
      const held = [{ kind: '电工证', until: '2026-11-23', seen: false }];
      expect(await known(viewer.personId)).toEqual({ all: false, held });
      expect((await service.sayAllOwn(viewer)).all).toBe(true);
      expect(await known(viewer.personId)).toEqual({ all: true, held });
      expect(await told(viewer.personId)).toBe(0);
    });

    it('none at all is an answer; said twice, and twice at once, it is one', async () => {
      const viewer = await seeker();
      await Promise.all([service.sayAllOwn(viewer), service.sayAllOwn(viewer)]);
      const before = await signals(viewer.personId);
      await service.sayAllOwn(viewer);
      expect(await known(viewer.personId)).toEqual({ all: true, held: [] });
      expect(await signals(viewer.personId)).toBe(before);
      expect(await db.unitOfWork.manager.countBy(OwnSection, { personId: viewer.personId })).toBe(1);
      const section = (await profiles.mine(viewer))?.sections.find((one) => one.section === 'LICENCES');
      expect(section?.done).toBe(true);
    });

    it('every change reaches matching, and the same again reaches nobody', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence({ number: NUMBER }));
      const [row] = (await service.mine(viewer))?.licences ?? [];
      const first = await signals(viewer.personId);
      await service.saveOwn(viewer, licence({ number: NUMBER }));
      await service.saveOwn(viewer, licence({ id: row?.id, version: 99 }));
      expect(await signals(viewer.personId)).toBe(first);
      await service.see(counsellor, viewer.personId, row?.id as string, 1);
      const seen = await signals(viewer.personId);
      expect(seen).toBeGreaterThan(first);
      await service.see(counsellor, viewer.personId, row?.id as string, 2);
      expect(await signals(viewer.personId)).toBe(seen);
      await service.removeOwn(viewer, row?.id as string, 2);
      expect(await signals(viewer.personId)).toBeGreaterThan(seen);
      const gone = await signals(viewer.personId);
      await service.removeOwn(viewer, row?.id as string, 2);
      expect(await signals(viewer.personId)).toBe(gone);
      expect(await known(viewer.personId)).toBeNull();
    });

    it('one of a kind, though two come at once; a second is refused at its field', async () => {
      const viewer = await seeker();
      const both = await Promise.allSettled([
        service.saveOwn(viewer, licence({ validUntil: '2027-01-01' })),
        service.saveOwn(viewer, licence({ validUntil: '2028-01-01' })),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await service.saveOwn(viewer, licence({ kind: '焊工证' }));
      const { licences } = (await service.mine(viewer)) ?? { licences: [] };
      expect(licences.map(({ kind }) => kind).sort()).toEqual(['焊工证', '电工证'].sort());
      const welder = licences.find(({ kind }) => kind === '焊工证');
      await expect(
        service.saveOwn(viewer, licence({ id: welder?.id, version: 1, kind: '电工证' })),
      ).rejects.toMatchObject({ code: 'VALIDATION', field: 'kind' });
      expect(await db.unitOfWork.manager.countBy(PersonLicence, { personId: viewer.personId })).toBe(2);
    });

    it.each([
      ['kind', { kind: ' ' }],
      ['kind', { kind: `驾驶证${NUMBER}` }],
      ['issuedOn', { issuedOn: '2026-11-24' }],
      ['issuedOn', { issuedOn: '2026-02-30' }],
      ['validUntil', { validUntil: '明年' }],
      ['validUntil', { issuedOn: '2026-11-23', validUntil: '2026-11-22' }],
    ])('a wrong %s is refused, and nothing is written', async (field, over) => {
      const viewer = await seeker();
      await expect(service.saveOwn(viewer, licence(over))).rejects.toMatchObject({ code: 'VALIDATION', field });
      expect(await known(viewer.personId)).toBeNull();
    });

    it('issued today and over today are both possible; twenty are enough', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence({ issuedOn: TODAY, validUntil: TODAY }));
      for (let at = 1; at < 20; at += 1) await service.saveOwn(viewer, licence({ kind: `第${at}种证` }));
      await expect(service.saveOwn(viewer, licence({ kind: '多一种证' }))).rejects.toMatchObject({ field: 'kind' });
    });

    it('a number is sealed, shown by its end alone, kept where it is left empty, and given out whole to its person', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence({ number: ` ${NUMBER} ` }));
      const [row] = await db.unitOfWork.manager.findBy(PersonLicence, { personId: viewer.personId });
      expect(row?.number).not.toContain('1234');
      await service.saveOwn(viewer, licence({ id: row?.id, version: 1, validUntil: '2029-01-01' }));
      const resolver = new LicenceResolver(service, clock);
      const node = await resolver.ownLicences(viewer);
      expect(node?.licences).toMatchObject([{ maskedNumber: '****1234', state: 'UNSEEN', validUntil: '2029-01-01' }]);
      const part = new LicencePart(db.unitOfWork, service, new PersonParts());
      const subject = { personId: viewer.personId } as Parameters<LicencePart['erase']>[0];
      const sections = await part.collect(subject);
      expect(JSON.stringify(sections)).toContain(NUMBER);
      await db.unitOfWork.run(() => part.erase(subject));
      await db.unitOfWork.run(() => part.erase(subject));
      expect(await db.unitOfWork.manager.countBy(PersonLicence, { personId: viewer.personId })).toBe(0);
    });

    it('a short number shows nothing of itself, and the day after the last one it has run out, seen or not', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence({ number: '1234567', validUntil: '2026-11-22' }));
      await service.saveFor(officer, viewer.personId, licence({ kind: '焊工证', validUntil: TODAY }), true);
      const states = (await new LicenceResolver(service, clock).ownLicences(viewer))?.licences;
      expect(states?.map(({ kind, maskedNumber, state }) => [kind, maskedNumber, state]).sort()).toEqual(
        [
          ['焊工证', null, 'SEEN'],
          ['电工证', '****', 'EXPIRED'],
        ].sort(),
      );
    });
  });

  describe('who looked', () => {
    it('stands with name and time, stays with the first, and goes when the person changes what was seen', async () => {
      const viewer = await seeker();
      const { personId } = viewer;
      await service.saveOwn(viewer, licence({ number: NUMBER }));
      const id = (await service.mine(viewer))?.licences[0]?.id as string;
      await service.see(counsellor, personId, id, 1);
      expect(await told(personId)).toBe(1);
      await service.see(officer, personId, id, 2);
      expect((await service.mine(viewer))?.licences).toMatchObject([{ seenBy: '李示例', seenById: counsellor.id }]);
      expect(await told(personId)).toBe(1);
      expect(await known(personId)).toEqual({ all: false, held: [{ kind: '电工证', until: null, seen: true }] });
      // The same words take nothing away.
      await service.saveOwn(viewer, licence({ id, version: 2, number: NUMBER }));
      expect((await known(personId))?.held[0]?.seen).toBe(true);
      await service.saveOwn(viewer, licence({ id, version: 2, validUntil: '2031-01-01' }));
      expect(await known(personId)).toEqual({
        all: false,
        held: [{ kind: '电工证', until: '2031-01-01', seen: false }],
      });
    });

    it('is taken back by an office that pressed it wrongly, and another number is another paper', async () => {
      const viewer = await seeker();
      const { personId } = viewer;
      await service.saveFor(counsellor, personId, licence({ number: NUMBER }), true);
      const id = (await service.mine(viewer))?.licences[0]?.id as string;
      await service.saveFor(officer, personId, licence({ id, version: 1 }), true);
      expect((await service.mine(viewer))?.licences).toMatchObject([{ seenBy: '李示例', version: 1 }]);
      await service.saveFor(officer, personId, licence({ id, version: 1 }), false);
      expect((await known(personId))?.held[0]?.seen).toBe(false);
      await service.saveFor(officer, personId, licence({ id, version: 2 }), true);
      expect((await service.mine(viewer))?.licences).toMatchObject([{ seenBy: '残联干部' }]);
      await service.saveOwn(viewer, licence({ id, version: 3, number: '640324199001010000' }));
      expect((await known(personId))?.held[0]?.seen).toBe(false);
    });

    it('is nobody where the paper was changed meanwhile, and two who look at once are one', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence());
      const id = (await service.mine(viewer))?.licences[0]?.id as string;
      await service.saveOwn(viewer, licence({ id, version: 1, validUntil: '2030-01-01' }));
      for (const refused of [
        service.see(counsellor, viewer.personId, id, 1),
        service.removeOwn(viewer, id, 1),
        service.saveOwn(viewer, licence({ id, version: 1, validUntil: '2031-01-01' })),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      await Promise.allSettled([
        service.see(counsellor, viewer.personId, id, 2),
        service.see(officer, viewer.personId, id, 2),
      ]);
      expect((await service.mine(viewer))?.licences).toMatchObject([{ version: 3 }]);
      expect(await told(viewer.personId)).toBe(1);
    });

    it('is never the person, a helper, or a stranger', async () => {
      const viewer = await seeker();
      await service.saveOwn(viewer, licence());
      const id = (await service.mine(viewer))?.licences[0]?.id as string;
      const self = { ...counsellor, personId: viewer.personId };
      await expect(service.see(self, viewer.personId, id, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect((await service.ofPerson(self, viewer.personId)).mayWrite).toBe(false);
      const stranger = of('COUNSELLOR');
      await expect(service.see(stranger, viewer.personId, id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(service.ofPerson(stranger, viewer.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const elsewhere = of('OFFICER', { divisionCode: '360734000000' });
      await expect(service.saveFor(elsewhere, viewer.personId, licence(), true)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(service.see(counsellor, await person(), id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('a helper writes the own word for whom he was given the profile, and for nobody else', async () => {
      const viewer = await seeker();
      const { licences } = await service.saveOwn(helperOf(viewer, ['PROFILE']), licence());
      expect(licences).toMatchObject([{ seenAt: null }]);
      await expect(service.saveOwn(helperOf(viewer, ['POSTS']), licence({ kind: '焊工证' }))).rejects.toMatchObject({
        code: 'FORBIDDEN_SCOPE',
      });
      expect((await known(viewer.personId))?.held).toHaveLength(1);
    });

    it('a commissioner of the village looks and writes nothing', async () => {
      const personId = await person();
      const commissioner = of('VILLAGE_COMMISSIONER', { divisionCode: VILLAGE });
      expect((await service.ofPerson(commissioner, personId)).mayWrite).toBe(false);
    });
  });
});

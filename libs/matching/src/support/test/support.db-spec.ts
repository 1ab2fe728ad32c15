import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, Message, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { JobApplication } from '../../job-application.entity.js';
import { entities, setup } from '../../test/setup.js';
import { Support, SupportProvider } from '../support.entity.js';
import type { RequestSupportInput, SupportProviderNode } from '../support.types.js';

const PAGE = { first: 50 };
const AT_ONCE = 5;
const START = '2026-11-23T09:00:00+08:00';
const INTERVIEW = '2026-12-01 09:30';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let counsellor: SignedIn;
  let other: SignedIn;
  let clerk: SignedIn;
  let officer: SignedIn;
  let sign: SupportProviderNode;
  const held = new Set<string>();

  const account = async (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): Promise<SignedIn> => {
    const id = newId();
    const { divisionCode = '640324000000', employerId, personId } = more;
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Account, [
        {
          id,
          login: id,
          displayName: '示例',
          passwordHash: 'x',
          roles: [...roles],
          divisionCode,
          employerId: employerId ?? null,
          personId: personId ?? null,
          disabled: false,
          demo: false,
          createdAt: world.clock.now(),
        },
      ]),
    );
    return {
      id,
      displayName: '示例',
      roles,
      divisionCode,
      ...(employerId ? { employerId } : {}),
      ...(personId ? { personId } : {}),
    };
  };
  const provider = (over: object = {}) =>
    world.supportDesk.saveProvider(officer, {
      name: `示例手语服务部${newId().slice(-6)}`,
      kind: 'ORGANISATION',
      kinds: ['SIGN', 'COMPANION'],
      phone: '13900000001',
      hourlyYuan: '120.50',
      active: true,
      ...over,
    });

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    counsellor = await account(['COUNSELLOR']);
    other = await account(['COUNSELLOR']);
    world.caseloads.register({
      holds: async (id, personId) => id === counsellor.id && held.has(personId),
      workersOf: async (personId) => (held.has(personId) ? [counsellor.id] : []),
      heldBy: async (id) => (id === counsellor.id ? [...held] : []),
    });
    clerk = await account(['EMPLOYER_CLERK'], { employerId: await world.employer() });
    officer = await account(['OFFICER']);
    sign = await provider();
  });
  beforeEach(() => world.clock.set(START));
  afterAll(() => db.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const rowOf = (id: string) => db.unitOfWork.manager.findOneByOrFail(Support, { id });
  const told = async (viewer: SignedIn) => (await world.messages.page(viewer, PAGE)).rows.map(({ text }) => text);
  const move = async (id: string, to: string, more: object = {}) => {
    const { version } = await db.unitOfWork.manager.findOneByOrFail(JobApplication, { id });
    return world.flow.move(clerk, { id, version, to: to as 'INTERVIEW', ...more });
  };
  const invite = (id: string, at = INTERVIEW, place = '示例路1号') =>
    move(id, 'INTERVIEW', { interview: { at, place, way: 'FACE' as const } });
  const release = (viewer: SignedIn, id: string, over: object = {}) =>
    world.flow.release(viewer, {
      id,
      release: true,
      contactPhone: '13800000000',
      contactWay: 'CALL',
      needs: [],
      shareNeeds: false,
      ...over,
    });

  /** Somebody of the counsellor's, who applied, agreed, and is invited. */
  const invited = async () => {
    const { id: personId } = await world.person({ name: '马示例' });
    held.add(personId);
    const viewer = await account(['SEEKER'], { personId });
    const title = `缝纫工${newId().slice(-8)}`;
    const postId = await world.post({ title });
    const { id: applicationId } = await world.applications.apply(viewer, {
      postId,
      contactPhone: '13800000000',
      contactWay: 'CALL',
      needs: [],
      shareNeeds: false,
      idempotencyKey: newId(),
    });
    await release(viewer, applicationId);
    await invite(applicationId);
    return { personId, viewer, title, applicationId };
  };
  const asking = (applicationId: string, over: Partial<RequestSupportInput> = {}): RequestSupportInput => ({
    kind: 'SIGN',
    occasion: 'INTERVIEW',
    applicationId,
    minutes: 60,
    tellEmployer: false,
    idempotencyKey: newId(),
    ...over,
  });
  const training = (over: Partial<RequestSupportInput> = {}): RequestSupportInput => ({
    kind: 'SIGN',
    occasion: 'TRAINING',
    title: '电商培训',
    place: '示例中心',
    startsAt: '2026-12-03 09:00',
    minutes: 180,
    tellEmployer: false,
    idempotencyKey: newId(),
    ...over,
  });
  const asked = async (over: Partial<RequestSupportInput> = {}) => {
    const someone = await invited();
    const { id } = await world.supports.request(someone.viewer, asking(someone.applicationId, over));
    return { ...someone, id };
  };
  const book = async (id: string, over: object = {}, viewer = counsellor) =>
    world.supportDesk.bookOne(viewer, {
      id,
      version: (await rowOf(id)).version,
      providerId: sign.id,
      from: '2026-12-01 09:00',
      minutes: 120,
      feeBy: 'HOUR',
      idempotencyKey: newId(),
      ...over,
    });
  const booked = async (over: Partial<RequestSupportInput> = {}) => {
    const one = await asked(over);
    await book(one.id, { providerId: (await provider()).id });
    return one;
  };
  const complete = async (viewer: SignedIn, id: string, over: object = {}) =>
    world.supports.complete(viewer, { id, version: (await rowOf(id)).version, delivered: true, minutes: 100, ...over });
  const cancel = async (viewer: SignedIn, id: string, version?: number) =>
    world.supports.cancel(viewer, { id, version: version ?? (await rowOf(id)).version, reason: 'NO_NEED' });

  describe('asking', () => {
    it('takes time and place of the interview, tells the desk that there is something, and not who', async () => {
      const { viewer, applicationId, personId, title } = await invited();
      const one = await world.supports.request(viewer, asking(applicationId));
      expect(one).toMatchObject({
        state: 'REQUESTED',
        startsAt: INTERVIEW,
        place: '示例路1号',
        title,
        moves: ['CANCELLED'],
      });
      const [news] = await told(counsellor);
      expect(news).toContain('要人帮忙');
      expect(news).not.toContain('马示例');
      expect((await rowOf(one.id)).secrets).not.toContain('示例路');
      expect((await world.supportDesk.list(counsellor, PAGE, 'WAITING')).edges.map(({ node }) => node.id)).toContain(
        one.id,
      );
      expect((await world.supportDesk.one(officer, one.id)).personName).toBe('马示例');
      expect(personId).toBe((await rowOf(one.id)).personId);
    });

    it('is one for one key and one for a kind and an interview, also when pressed at once', async () => {
      const { viewer, applicationId } = await invited();
      const input = asking(applicationId);
      const all = await Promise.all(Array.from({ length: AT_ONCE }, () => world.supports.request(viewer, input)));
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(await codeOf(world.supports.request(viewer, { ...input, minutes: 90 }))).toBe('IDEMPOTENCY_MISMATCH');
      expect(await codeOf(world.supports.request(viewer, asking(applicationId)))).toBe('STATE_CONFLICT');
      expect(await codeOf(world.supports.request(viewer, asking(applicationId, { kind: 'COMPANION' })))).toBe('done');
      expect(await db.unitOfWork.manager.countBy(Support, { applicationId })).toBe(2);
      await cancel(viewer, all[0]?.id as string);
      expect(await codeOf(world.supports.request(viewer, asking(applicationId)))).toBe('done');
    });

    it('needs an interview ahead of the own: none, a past one, somebody else’s is refused', async () => {
      const { viewer, applicationId } = await invited();
      const stranger = await invited();
      expect(await codeOf(world.supports.request(stranger.viewer, asking(applicationId)))).toBe('NOT_FOUND');
      world.clock.set('2026-12-01T09:30:00+08:00');
      expect(await codeOf(world.supports.request(viewer, asking(applicationId)))).toBe('STATE_CONFLICT');
      world.clock.set('2026-12-01T09:29:00+08:00');
      expect(await codeOf(world.supports.request(viewer, asking(applicationId)))).toBe('done');
      expect(await codeOf(world.supports.request(viewer, asking('', { applicationId: null })))).toBe('VALIDATION');
    });

    it('for a training says what, where and when, and has no employer to tell', async () => {
      const { viewer } = await invited();
      for (const over of [{ title: ' ' }, { place: null }, { startsAt: null }, { startsAt: '2026-02-30 09:00' }])
        expect(await codeOf(world.supports.request(viewer, training(over)))).toBe('VALIDATION');
      expect(await codeOf(world.supports.request(viewer, training({ startsAt: '2026-11-23 09:00' })))).toBe(
        'VALIDATION',
      );
      expect(await codeOf(world.supports.request(viewer, training({ tellEmployer: true })))).toBe('VALIDATION');
      const one = await world.supports.request(viewer, training({ startsAt: '2026-11-23 09:01', note: '请坐前排' }));
      expect(one).toMatchObject({ title: '电商培训', place: '示例中心', helpText: '请坐前排', applicationId: null });
      expect(await codeOf(world.supports.share(viewer, one.id, true))).toBe('STATE_CONFLICT');
    });

    it('for the first days at work goes with an application that was agreed on', async () => {
      const { viewer, applicationId, title } = await invited();
      const startup = training({ occasion: 'STARTUP', applicationId, title: null, startsAt: '2026-12-10 08:00' });
      expect(await codeOf(world.supports.request(viewer, startup))).toBe('STATE_CONFLICT');
      await move(applicationId, 'OFFERED', {
        offer: { wageYuan: '2200', startsOn: '2026-12-10', replyBy: '2026-12-05' },
      });
      await world.flow.respond(viewer, { id: applicationId, accept: true });
      expect(await world.supports.request(viewer, startup)).toMatchObject({
        title,
        occasionText: '上岗头几天',
      });
    });

    it('is offered by the own needs, without what was asked for already', async () => {
      const { viewer, applicationId, personId } = await invited();
      expect(await world.supports.offers(viewer, applicationId)).toMatchObject({ open: true, kinds: [], asked: [] });
      const { version } = (await world.profiles.mine(viewer)) as { version: number };
      const needs = [
        { need: '面试有手语翻译', shared: false },
        { need: '讲慢一点', shared: true },
      ];
      await world.profiles.save(viewer, { section: 'NEEDS', version, needs });
      expect(await world.supports.offers(viewer, applicationId)).toMatchObject({
        kinds: ['SIGN', 'PLAIN'],
      });
      const chosen = (await world.supports.needs(viewer)).filter((one) => one.chosen);
      expect(chosen).toEqual([
        { need: '面试有手语翻译', chosen: true, shared: false, tellable: true },
        { need: '讲慢一点', chosen: true, shared: true, tellable: true },
      ]);
      await world.supports.request(viewer, asking(applicationId, { kind: 'PLAIN' }));
      expect(await world.supports.offers(viewer, applicationId)).toMatchObject({ kinds: ['SIGN'] });
      expect(
        (
          await world.supportDesk.one(
            counsellor,
            (
              await db.unitOfWork.manager.findOneByOrFail(Support, { personId })
            ).id,
          )
        ).needs,
      ).toEqual(['面试有手语翻译', '讲慢一点']);
    });

    it('is done by an officer for somebody of the region, from what lies ahead, and the person is told by whom', async () => {
      const { viewer, applicationId, personId, title } = await invited();
      const here = await world.supports.personFor(officer, personId);
      expect(here).toMatchObject({ personId, personName: '马示例', needs: [] });
      expect(here.interviews).toEqual([{ id: applicationId, title, startsAt: INTERVIEW }]);
      const made = await world.supports.requestFor(officer, personId, asking(applicationId));
      expect(made.moves).toEqual(['BOOKED', 'DECLINED', 'CANCELLED']);
      expect((await told(viewer))[0]).toContain('残联替您要了「手语翻译」');
      // The interview's own minute is not ahead any more.
      world.clock.set('2026-12-01T09:29:00+08:00');
      expect((await world.supports.personFor(officer, personId)).interviews).toHaveLength(1);
      world.clock.set('2026-12-01T09:30:00+08:00');
      expect((await world.supports.personFor(officer, personId)).interviews).toEqual([]);
      world.clock.set(START);
      const stranger = await account(['OFFICER'], { divisionCode: '360734000000' });
      expect(await codeOf(world.supports.personFor(stranger, personId))).toBe('NOT_FOUND');
      expect(await codeOf(world.supports.personFor(other, personId))).toBe('NOT_FOUND');
      expect(await codeOf(world.supports.personFor(counsellor, personId))).toBe('done');
      const companion = asking(applicationId, { kind: 'COMPANION' });
      expect(await codeOf(world.supports.requestFor(stranger, personId, companion))).toBe('NOT_FOUND');
    });

    it('is done by a helper with that scope and by the counsellor, neither of whom tells the employer', async () => {
      const { viewer, applicationId, personId } = await invited();
      const acting = (scopes: readonly string[]): SignedIn =>
        ({
          ...counsellor,
          id: other.id,
          roles: ['HELPER'],
          onBehalfOf: {
            personId,
            name: '马示例',
            divisionCode: viewer.divisionCode,
            delegationId: newId(),
            scopes,
            ended: false,
          },
        }) as SignedIn;
      expect(await codeOf(world.supports.request(acting(['POSTS']), asking(applicationId)))).toBe('FORBIDDEN_SCOPE');
      const tells = asking(applicationId, { tellEmployer: true });
      expect(await codeOf(world.supports.request(acting(['APPLY']), tells))).toBe('FORBIDDEN_ACTING');
      expect(await codeOf(world.supports.requestFor(counsellor, personId, tells))).toBe('FORBIDDEN_ACTING');
      expect(await codeOf(world.supports.requestFor(other, personId, asking(applicationId)))).toBe('NOT_FOUND');
      expect(await codeOf(world.supports.request(acting(['APPLY']), asking(applicationId)))).toBe('done');
      const own = await world.supports.requestFor(counsellor, personId, asking(applicationId, { kind: 'COMPANION' }));
      expect(own.moves).toEqual(['BOOKED', 'DECLINED', 'CANCELLED']);
      expect((await told(viewer))[0]).toContain('辅导员替您要了「陪同」');
      expect(await codeOf(world.supports.share(acting(['APPLY']), own.id, true))).toBe('FORBIDDEN_ACTING');
      await world.supports.share(viewer, own.id, true);
      expect((await world.supports.share(acting(['APPLY']), own.id, false)).tellEmployer).toBe(false);
      const witnessed = { ...viewer, witnessId: counsellor.id };
      expect(await codeOf(world.supports.share(witnessed, own.id, true))).toBe('FORBIDDEN_ACTING');
    });
  });

  describe('booking', () => {
    it('writes down who, when and for how much, and tells the person in the portal and the phone only that', async () => {
      const { id, viewer, personId } = await asked();
      const { id: providerId, name } = await provider({ hourlyYuan: '0.29' });
      await book(id, { providerId, minutes: 61 });
      expect(await rowOf(id)).toMatchObject({
        state: 'BOOKED',
        bookedFrom: '2026-12-01 09:00',
        bookedTo: '2026-12-01 10:01',
        feeBy: 'HOUR',
        feeFen: 29,
        agreedFen: 29,
      });
      expect((await told(viewer))[0]).toBe(`「手语翻译」约好了：12月1日 09:00，${name}。`);
      const messages = await db.unitOfWork.manager.findBy(Message, { personId });
      expect(messages.some(({ smsText }) => smsText?.includes('手语'))).toBe(false);
    });

    it('finds a provider busy for every shared minute, and free where one ends as the next begins', async () => {
      const { id: providerId } = await provider();
      const nine = await asked();
      await book(nine.id, { providerId, from: '2026-12-01 09:00', minutes: 60 });
      const { viewer } = nine;
      const next = await world.supports.request(viewer, training({ startsAt: '2026-12-01 10:00' }));
      const at = (from: string, minutes: number) =>
        codeOf(book(next.id, { providerId, from: `2026-12-01 ${from}`, minutes }));
      expect(await at('09:59', 15)).toBe('SUPPORT_CLASH');
      expect(await at('08:00', 61)).toBe('SUPPORT_CLASH');
      expect(await at('09:15', 15)).toBe('SUPPORT_CLASH');
      expect(await at('08:00', 60)).toBe('done');
      expect(await at('10:00', 60)).toBe('done');
      // The same booking again is in nobody's way, its own least.
      expect(await at('10:00', 60)).toBe('done');
      // Over midnight too.
      const night = await world.supports.request(viewer, training({ startsAt: '2026-12-01 23:30' }));
      await book(night.id, { providerId, from: '2026-12-01 23:30', minutes: 60 });
      const early = await world.supports.request(viewer, training({ startsAt: '2026-12-02 00:00' }));
      expect(await codeOf(book(early.id, { providerId, from: '2026-12-02 00:15', minutes: 30 }))).toBe('SUPPORT_CLASH');
      expect(await codeOf(book(early.id, { providerId, from: '2026-12-02 00:30', minutes: 30 }))).toBe('done');
      // Called off, the time is free.
      await cancel(viewer, nine.id);
      expect(await at('09:00', 60)).toBe('done');
    });

    it('of one provider for two people at once is one: nobody is promised twice', async () => {
      const { id: providerId } = await provider();
      const two = [await asked(), await asked()];
      const codes = await Promise.all(two.map(({ id }) => codeOf(book(id, { providerId }))));
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(['SUPPORT_CLASH', 'VERSION_CONFLICT']).toContain(codes.find((code) => code !== 'done'));
      const standing = await db.unitOfWork.manager.findBy(Support, { providerId, state: 'BOOKED' });
      expect(standing).toHaveLength(1);
      const lost = two[codes.indexOf('done') === 0 ? 1 : 0] as { id: string };
      expect((await rowOf(lost.id)).state).toBe('REQUESTED');
      expect(await codeOf(book(lost.id, { providerId }))).toBe('SUPPORT_CLASH');
    });

    it('by two counsellors at once is done once', async () => {
      const { id } = await asked();
      const version = (await rowOf(id)).version;
      const providers = [(await provider()).id, (await provider()).id];
      const codes = await Promise.all([
        codeOf(book(id, { version, providerId: providers[0] })),
        codeOf(book(id, { version, providerId: providers[1] }, officer)),
      ]);
      expect([...codes].sort()).toEqual(['VERSION_CONFLICT', 'done']);
      expect((await rowOf(id)).providerId).toBe(providers[codes.indexOf('done')]);
    });

    it('takes what fits: a day that is not over, around the interview, a provider of the county who does this, a fee', async () => {
      const { id } = await asked();
      const { id: free, name } = await provider({ hourlyYuan: null, kinds: ['SIGN'] });
      const bad = (over: object) => codeOf(book(id, over));
      expect(await bad({ from: '2026-11-22 23:00' })).toBe('VALIDATION');
      expect(await bad({ from: '2026-12-01 09:31' })).toBe('VALIDATION');
      expect(await bad({ from: '2026-12-01 09:00', minutes: 30 })).toBe('VALIDATION');
      expect(await bad({ providerId: newId() })).toBe('NOT_FOUND');
      expect(await bad({ providerId: free })).toBe('VALIDATION');
      expect(await bad({ providerId: free, feeBy: 'FIXED' })).toBe('VALIDATION');
      expect(await bad({ providerId: free, feeBy: 'FIXED', fixedYuan: '1.005' })).toBe('VALIDATION');
      expect(await bad({ providerId: (await provider({ kinds: ['TRAVEL'] })).id })).toBe('VALIDATION');
      expect(await bad({ providerId: (await provider({ active: false })).id })).toBe('VALIDATION');
      expect(await codeOf(book(id, {}, other))).toBe('NOT_FOUND');
      const foreign = { ...officer, divisionCode: '360734000000' };
      expect(await codeOf(book(id, {}, foreign))).toBe('NOT_FOUND');
      expect(await codeOf(book(id, { version: 99 }))).toBe('VERSION_CONFLICT');
      expect((await rowOf(id)).state).toBe('REQUESTED');
      expect(
        await bad({ providerId: free, feeBy: 'FIXED', fixedYuan: '0', from: '2026-12-01 09:30', minutes: 15 }),
      ).toBe('done');
      expect(await rowOf(id)).toMatchObject({ agreedFen: 0, feeBy: 'FIXED' });
      await expect(provider({ name })).rejects.toMatchObject({ code: 'VALIDATION' });
    });

    it('is not done by the person himself, whatever else he is; the same key is the same booking', async () => {
      const { id, personId } = await asked();
      expect(await codeOf(book(id, {}, { ...officer, personId }))).toBe('SELF_APPROVAL');
      const input = { version: 1, providerId: (await provider()).id, idempotencyKey: newId() };
      expect(await book(id, input)).toBe(id);
      expect(await book(id, input)).toBe(id);
      expect((await rowOf(id)).version).toBe(2);
      expect(await codeOf(book(id, { ...input, minutes: 130 }))).toBe('IDEMPOTENCY_MISMATCH');
    });

    it('cannot be arranged, with a reason that the person reads; again changes nothing', async () => {
      const { id, viewer } = await asked();
      const decline = async (by: SignedIn, version = 1) =>
        world.supportDesk.decline(by, { id, version, reason: 'NOBODY', note: '全县只有一位，那天在外地' });
      expect(await codeOf(decline(other))).toBe('NOT_FOUND');
      await decline(counsellor);
      await decline(counsellor);
      expect(await world.supports.one(viewer, id)).toMatchObject({
        state: 'DECLINED',
        reasonText: '约不到人：全县只有一位，那天在外地',
        moves: [],
      });
      expect((await told(viewer)).filter((text) => text.includes('没有安排上'))).toHaveLength(1);
      expect(await codeOf(book(id))).toBe('STATE_CONFLICT');
    });
  });

  describe('the employer', () => {
    const seen = async (applicationId: string) => (await world.flow.applicant(clerk, applicationId)).comingAlong;

    it('reads who comes along after a yes to it, never before, and not a moment after it is taken back', async () => {
      const { viewer, applicationId, id, title } = await asked();
      await book(id, { providerId: (await provider()).id });
      expect(await seen(applicationId)).toEqual([]);
      await world.supports.share(viewer, id, true);
      expect(await seen(applicationId)).toEqual(['手语翻译']);
      const [news] = await told(clerk);
      expect(news).toBe(`岗位「${title}」的一位应聘人会有人一起来。请看这份应聘。`);
      await release(viewer, applicationId, { release: false });
      expect(await seen(applicationId)).toEqual([]);
      await release(viewer, applicationId);
      expect(await seen(applicationId)).toEqual(['手语翻译']);
      await world.supports.share(viewer, id, false);
      expect(await seen(applicationId)).toEqual([]);
    });

    it('is told nothing of what is not booked, and nothing while the person is a reference to it', async () => {
      const { viewer, applicationId, id } = await asked({ tellEmployer: true });
      const before = (await told(clerk)).length;
      expect(await seen(applicationId)).toEqual([]);
      await release(viewer, applicationId, { release: false });
      const after = (await told(clerk)).length;
      await book(id, { providerId: (await provider()).id });
      expect(await seen(applicationId)).toEqual([]);
      expect((await told(clerk)).length).toBe(after);
      expect(after).toBe(before);
    });

    it('reads of the needs those told to it, from the interview on those open to all, and none that was closed', async () => {
      const { id: personId } = await world.person();
      const viewer = await account(['SEEKER'], { personId });
      const postId = await world.post();
      const { id } = await world.applications.apply(viewer, {
        postId,
        contactPhone: '13800000000',
        contactWay: 'CALL',
        needs: ['坡道', '文字联系'],
        shareNeeds: true,
        sharedNeeds: ['坡道'],
        idempotencyKey: newId(),
      });
      const needs = async () => (await world.flow.applicant(clerk, id)).needs;
      const save = async (list: { need: string; shared: boolean }[]) =>
        world.profiles.save(viewer, {
          section: 'NEEDS',
          version: ((await world.profiles.mine(viewer)) as { version: number }).version,
          needs: list,
        });
      await save([
        { need: '讲慢一点', shared: true },
        { need: '文字联系', shared: true },
        { need: '安静位置', shared: false },
      ]);
      expect(await needs()).toEqual([]);
      await release(viewer, id, { needs: ['坡道', '文字联系'], shareNeeds: true, sharedNeeds: ['坡道'] });
      expect(await needs()).toEqual(['坡道']);
      await invite(id);
      expect(await needs()).toEqual(['坡道', '讲慢一点']);
      await save([{ need: '讲慢一点', shared: false }]);
      expect(await needs()).toEqual(['坡道']);
      expect(await codeOf(release(viewer, id, { needs: ['坡道'], shareNeeds: true, sharedNeeds: ['轮椅'] }))).toBe(
        'VALIDATION',
      );
      await release(viewer, id, { needs: ['坡道'], shareNeeds: false });
      expect(await needs()).toEqual([]);
    });
  });

  describe('an interview that moves', () => {
    it('takes along what nobody has booked, and flags what is booked for the counsellor', async () => {
      const { viewer, applicationId, id } = await asked();
      const companion = await world.supports.request(viewer, asking(applicationId, { kind: 'COMPANION' }));
      const { id: providerId } = await provider();
      await book(id, { providerId });
      await invite(applicationId, '2026-12-02 14:00');
      expect(await rowOf(companion.id)).toMatchObject({ state: 'REQUESTED', startsAt: '2026-12-02 14:00' });
      expect(await rowOf(id)).toMatchObject({
        state: 'REBOOK',
        startsAt: '2026-12-02 14:00',
        bookedFrom: '2026-12-01 09:00',
      });
      expect((await told(counsellor))[0]).toContain('时间变了');
      expect((await told(viewer)).some((text) => text.includes('要重新约'))).toBe(true);
      // The old time is nobody's any more, not even its own.
      const { id: another } = await asked();
      expect(await codeOf(book(another, { providerId }))).toBe('done');
      expect(await codeOf(complete(counsellor, id))).toBe('STATE_CONFLICT');
      await book(id, { providerId, from: '2026-12-02 13:30' });
      expect((await rowOf(id)).state).toBe('BOOKED');
    });

    it('to another place is flagged too; the same again is not', async () => {
      const { applicationId, id } = await booked();
      await invite(applicationId);
      expect((await rowOf(id)).state).toBe('BOOKED');
      await invite(applicationId, INTERVIEW, '示例路2号');
      expect((await rowOf(id)).state).toBe('REBOOK');
      expect((await world.supportDesk.one(counsellor, id)).support.place).toBe('示例路2号');
    });

    it.each(['REFUSED', 'WITHDRAWN'])(
      'or falls through (%s) cancels what waits and flags what is booked, once and for all',
      async (how) => {
        const { viewer, applicationId, id } = await asked();
        const companion = await world.supports.request(viewer, asking(applicationId, { kind: 'COMPANION' }));
        await book(id, { providerId: (await provider()).id });
        if (how === 'REFUSED') await move(applicationId, 'REFUSED', { reason: 'FILLED' });
        else await world.applications.withdraw(viewer, applicationId);
        expect(await rowOf(companion.id)).toMatchObject({ state: 'CANCELLED', reason: 'GONE', live: null });
        expect(await rowOf(id)).toMatchObject({ state: 'REBOOK', gone: true });
        expect((await told(counsellor))[0]).toContain('用不上了');
        expect(await codeOf(book(id))).toBe('STATE_CONFLICT');
        expect((await cancel(counsellor, id)).state).toBe('CANCELLED');
        expect((await told(viewer))[0]).toContain('取消了');
      },
    );

    it('leaves alone what has begun: a no after the interview is no change of it', async () => {
      const { applicationId, id } = await booked();
      world.clock.set('2026-12-01T09:00:00+08:00');
      await move(applicationId, 'REFUSED', { reason: 'FILLED' });
      expect(await rowOf(id)).toMatchObject({ state: 'BOOKED', gone: false });
    });

    it('is rolled back whole: where the supports cannot follow, the interview does not move', async () => {
      const { applicationId, id } = await booked();
      const broken = db.unitOfWork.run(async () => {
        await invite(applicationId, '2026-12-05 10:00');
        throw new Error('later');
      });
      await expect(broken).rejects.toThrow('later');
      expect(await rowOf(id)).toMatchObject({ state: 'BOOKED', startsAt: INTERVIEW });
    });
  });

  describe('taking back', () => {
    it('twice is once, by the person; whoever booked is told to call it off', async () => {
      const { viewer, id } = await booked();
      const { version } = await rowOf(id);
      expect((await cancel(viewer, id, version)).state).toBe('CANCELLED');
      expect((await cancel(viewer, id, version)).state).toBe('CANCELLED');
      expect((await rowOf(id)).version).toBe(version + 1);
      expect((await told(counsellor)).filter((text) => text.includes('取消了一次'))).not.toHaveLength(0);
      expect(await codeOf(book(id))).toBe('STATE_CONFLICT');
    });

    it('is refused once it has begun, to strangers, and over a newer version', async () => {
      const { viewer, id } = await booked();
      const stranger = await invited();
      expect(await codeOf(cancel(stranger.viewer, id))).toBe('NOT_FOUND');
      expect(await codeOf(cancel(other, id))).toBe('NOT_FOUND');
      expect(await codeOf(cancel(viewer, id, 1))).toBe('VERSION_CONFLICT');
      world.clock.set('2026-12-01T08:59:00+08:00');
      expect((await world.supports.one(viewer, id)).moves).toEqual(['CANCELLED']);
      world.clock.set('2026-12-01T09:00:00+08:00');
      expect(await codeOf(cancel(viewer, id))).toBe('STATE_CONFLICT');
    });
  });

  describe('what became of it', () => {
    it('is written down by the person or the counsellor, after it began, with minutes that are over', async () => {
      const { viewer, id } = await booked();
      expect(await codeOf(complete(viewer, id))).toBe('STATE_CONFLICT');
      world.clock.set('2026-12-01T10:39:00+08:00');
      expect(await codeOf(complete(viewer, id))).toBe('VALIDATION');
      expect(await codeOf(complete(viewer, id, { minutes: null }))).toBe('VALIDATION');
      expect(await codeOf(complete(other, id))).toBe('NOT_FOUND');
      world.clock.set('2026-12-01T10:40:00+08:00');
      expect(await complete(viewer, id)).toMatchObject({
        state: 'DELIVERED',
        deliveredMinutes: 100,
        confirmedBy: '本人',
      });
      // 100 minutes at 120.50 an hour: 20083⅓ fen.
      expect(await rowOf(id)).toMatchObject({ costFen: 20_083, deliveredOn: '2026-12-01', live: null });
      expect(await codeOf(complete(counsellor, id))).toBe('done');
      expect(await codeOf(complete(counsellor, id, { minutes: 90 }))).toBe('STATE_CONFLICT');
      expect((await rowOf(id)).confirmedBy).toBe('PERSON');
    });

    it('is not delivered without a booking', async () => {
      const { viewer, id } = await asked();
      world.clock.set('2026-12-01T12:00:00+08:00');
      expect(await codeOf(complete(viewer, id))).toBe('STATE_CONFLICT');
      expect(await codeOf(complete(counsellor, id, { delivered: false, reason: 'OTHER' }))).toBe('STATE_CONFLICT');
    });

    it('costs as it was agreed, whatever the provider asks today', async () => {
      const { id } = await asked();
      const { id: providerId, version, name } = await provider({ hourlyYuan: '60' });
      await book(id, { providerId });
      await provider({ id: providerId, version: version + 1, name, hourlyYuan: '600' });
      world.clock.set('2026-12-01T18:00:00+08:00');
      await complete(counsellor, id, { minutes: 60 });
      expect((await rowOf(id)).costFen).toBe(6_000);
    });

    it('did not take place, for a reason, costs nothing and stands on no sheet', async () => {
      const { viewer, id } = await booked();
      world.clock.set('2026-12-01T18:00:00+08:00');
      expect(await codeOf(complete(counsellor, id, { delivered: false }))).toBe('VALIDATION');
      await complete(counsellor, id, { delivered: false, reason: 'PROVIDER_ABSENT', note: '车坏在路上' });
      expect(await rowOf(id)).toMatchObject({ state: 'NOT_DELIVERED', costFen: null, deliveredOn: null });
      expect((await told(viewer))[0]).toContain('来帮忙的人没有到');
      expect((await world.supports.one(viewer, id)).reasonText).toBe('来帮忙的人没有到：车坏在路上');
    });
  });

  describe('the desk', () => {
    const ids = async (viewer: SignedIn, view: 'WAITING' | 'DAY' | 'OVERDUE', day?: string) => {
      const all: string[] = [];
      for (let after: string | undefined; ; ) {
        const { edges, pageInfo } = await world.supportDesk.list(
          viewer,
          { first: 3, ...(after ? { after } : {}) },
          view,
          day,
        );
        all.push(...edges.map(({ node }) => node.id));
        if (!pageInfo.hasNextPage) return all;
        after = pageInfo.endCursor as string;
      }
    };

    it('shows own people only, the earliest first, page by page without a gap; an officer the region', async () => {
      const { id, personId } = await asked();
      const { viewer } = await invited();
      const early = await world.supports.request(viewer, training({ startsAt: '2026-11-25 09:00' }));
      const mine = await ids(counsellor, 'WAITING');
      expect(mine).toEqual(expect.arrayContaining([id, early.id]));
      expect(mine.indexOf(early.id)).toBeLessThan(mine.indexOf(id));
      expect(new Set(mine).size).toBe(mine.length);
      expect(await ids(other, 'WAITING')).toEqual([]);
      expect(await ids(officer, 'WAITING')).toEqual(expect.arrayContaining(mine));
      expect(await ids({ ...officer, divisionCode: '360734000000' }, 'WAITING')).toEqual([]);
      held.delete(personId);
      expect(await ids(counsellor, 'WAITING')).not.toContain(id);
      held.add(personId);
    });

    it('shows a day with its first and last minute, and what is over without a word', async () => {
      const { viewer } = await invited();
      const at = async (startsAt: string) => (await world.supports.request(viewer, training({ startsAt }))).id;
      const [first, last, next] = [
        await at('2027-01-05 00:00'),
        await at('2027-01-05 23:59'),
        await at('2027-01-06 00:00'),
      ];
      expect(await ids(counsellor, 'DAY', '2027-01-05')).toEqual([first, last]);
      expect(await ids(counsellor, 'DAY', '2027-01-06')).toEqual([next]);
      expect(await codeOf(world.supportDesk.list(counsellor, PAGE, 'DAY', '2027-02-30'))).toBe('VALIDATION');
      await book(first as string, { providerId: (await provider()).id, from: '2027-01-05 00:00', minutes: 60 });
      world.clock.set('2027-01-05T01:00:00+08:00');
      expect(await ids(counsellor, 'OVERDUE')).not.toContain(first);
      world.clock.set('2027-01-05T01:01:00+08:00');
      expect(await ids(counsellor, 'OVERDUE')).toContain(first);
      expect((await world.supportDesk.one(counsellor, first as string)).overdue).toBe(true);
    });
  });

  describe('the sheet of a month', () => {
    it('counts what was delivered from its first to its last day, adds up, and says what is not written down', async () => {
      const { viewer } = await invited();
      const { id: providerId } = await provider({
        name: '三月示例部',
        hourlyYuan: '100.01',
        kinds: ['SIGN', 'TRAVEL'],
      });
      const on = async (startsAt: string, minutes: number | null, kind: 'SIGN' | 'TRAVEL' = 'SIGN') => {
        const { id } = await world.supports.request(viewer, training({ startsAt, kind }));
        await book(id, { providerId, from: startsAt, minutes: 60 });
        return { id, minutes };
      };
      const all = [
        await on('2027-03-01 00:00', 7),
        await on('2027-03-31 23:00', 11, 'TRAVEL'),
        await on('2027-02-28 23:00', 60),
        await on('2027-04-01 00:00', 60),
        await on('2027-03-15 09:00', null),
      ];
      world.clock.set('2027-04-02T09:00:00+08:00');
      for (const { id, minutes } of all) if (minutes !== null) await complete(counsellor, id, { minutes });
      const sheet = await world.supportCosts.sheet(officer, '2027-03');
      expect(sheet).toMatchObject({
        month: '2027-03',
        unrecorded: 1,
        rows: [
          {
            kindText: '手语翻译',
            occasionText: '培训',
            providedBy: '三月示例部',
            times: 1,
            minutes: 7,
            costYuan: '11.67',
          },
          { kindText: '接送', times: 1, minutes: 11, costYuan: '18.34' },
        ],
        byProvider: [{ text: '三月示例部', times: 2, minutes: 18, costYuan: '30.01' }],
        total: { times: 2, minutes: 18, costYuan: '30.01' },
      });
      expect((await world.supportCosts.sheet(officer, '2027-02')).total).toMatchObject({
        minutes: 60,
        costYuan: '100.01',
      });
      expect(
        (await world.supportCosts.sheet({ ...officer, divisionCode: '360734000000' }, '2027-03')).total.times,
      ).toBe(0);
      expect(await codeOf(world.supportCosts.sheet(officer, '2027-13'))).toBe('VALIDATION');
      expect((await world.supportCosts.sheet(officer)).month).toBe('2027-04');
    });
  });

  describe('a provider', () => {
    it('keeps its phone sealed and masked, an empty one takes it out, none leaves it; of another county it is not there', async () => {
      const one = await provider();
      expect(one.maskedPhone).toBe('139****0001');
      const row = () => db.unitOfWork.manager.findOneByOrFail(SupportProvider, { id: one.id });
      expect((await row()).phone).not.toContain('13900000001');
      const save = (over: object) => provider({ id: one.id, name: one.name, ...over });
      expect((await save({ version: 1, phone: null })).maskedPhone).toBe('139****0001');
      expect(await codeOf(save({ version: 1 }))).toBe('VERSION_CONFLICT');
      const kind = world.supportDesk.reveals();
      const { thing } = await kind.find(counsellor, one.id);
      expect(kind.fields[0]?.value(thing)).toBe('13900000001');
      const foreign = { ...officer, divisionCode: '360734000000' };
      await expect(kind.find(foreign, one.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await world.supportDesk.providers(foreign)).map(({ id }) => id)).not.toContain(one.id);
      expect((await save({ version: 2, phone: '' })).maskedPhone).toBeNull();
    });
  });

  describe('the person’s own data', () => {
    it('is told whole, keeps an erasure waiting while open, and leaves day and cost alone behind', async () => {
      const { viewer, personId, id } = await booked({ note: '请用手语' });
      const subject = { personId } as Parameters<typeof world.supportPart.collect>[0];
      expect(JSON.stringify(await world.supportPart.collect(subject))).toContain('请用手语');
      expect(await world.supportPart.open(subject)).toHaveLength(1);
      expect(await world.supportPart.kept(subject)).toEqual([]);
      world.clock.set('2026-12-01T18:00:00+08:00');
      await complete(viewer, id);
      expect(await world.supportPart.open(subject)).toEqual([]);
      expect(await world.supportPart.kept(subject)).toMatchObject([{ since: '2026-12-01' }]);
      await db.unitOfWork.run(() => world.supportPart.erase(subject));
      expect(JSON.stringify(await world.supportPart.collect(subject))).not.toContain('请用手语');
      expect((await rowOf(id)).costFen).toBe(20_083);
    });
  });
});

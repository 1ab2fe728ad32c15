import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, Message, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '@tongxing/employers';
import { ParameterEntry } from '@tongxing/parameters';
import { Consent, Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { JobApplication } from '../../job-application.entity.js';
import { Placement } from '../../placements/placement.entity.js';
import { entities, setup } from '../../test/setup.js';
import { RefusalCase } from '../refusal-case.entity.js';
import { RetentionCheck } from '../retention.entity.js';

const PAGE = { first: 50 };
const AT_ONCE = 5;
const PHONE = '13800000000';
const START = '2026-11-23T09:00:00+08:00';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let counsellor: SignedIn;
  let clerk: SignedIn;
  let officer: SignedIn;

  const account = async (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): Promise<SignedIn> => {
    const id = newId();
    const { divisionCode = '640324000000', employerId } = more;
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
          disabled: false,
          demo: false,
          createdAt: world.clock.now(),
        },
      ]),
    );
    return { id, displayName: '示例', roles, divisionCode, ...(employerId ? { employerId } : {}) };
  };

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    world.caseloads.register({
      holds: async (id) => id === counsellor.id,
      workersOf: async () => [],
      heldBy: async () => [],
    } as Parameters<typeof world.caseloads.register>[0]);
    counsellor = await account(['COUNSELLOR']);
    clerk = await account(['EMPLOYER_CLERK'], { employerId: await world.employer() });
    officer = await account(['OFFICER']);
  });
  beforeEach(() => world.clock.set(START));
  afterAll(() => db.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const rowOf = (id: string) => db.unitOfWork.manager.findOneByOrFail(JobApplication, { id });
  const told = async (viewer: SignedIn) => (await world.messages.page(viewer, PAGE)).rows.map(({ text }) => text);
  const welfare = (over: Partial<Post> = {}) => world.post({ kind: 'PUBLIC_WELFARE', openings: 3, ...over });
  const refer = (personId: string, postId: string, key = newId()) =>
    world.flow.refer(counsellor, { personId, postId, note: '离您家近', idempotencyKey: key });
  const release = (viewer: SignedIn, id: string, over: object = {}) =>
    world.flow.release(viewer, {
      id,
      release: true,
      contactPhone: PHONE,
      contactWay: 'CALL',
      needs: ['手语翻译'],
      shareNeeds: false,
      ...over,
    });
  const move = async (viewer: SignedIn, id: string, to: string, more: object = {}) =>
    world.flow.move(viewer, { id, version: (await rowOf(id)).version, to: to as 'INTERVIEW', ...more });
  const interview = { interview: { at: '2026-12-01 09:30', place: '示例路1号', way: 'FACE' as const } };
  const offer = { offer: { wageYuan: '2200', startsOn: '2026-12-10', replyBy: '2026-12-05' } };

  /** Somebody who was referred, agreed, and was offered the post. */
  const offered = async () => {
    const someone = await world.person();
    const postId = await world.post();
    const id = await refer(someone.id, postId);
    await release(someone.viewer, id);
    await move(clerk, id, 'INTERVIEW', interview);
    await move(clerk, id, 'OFFERED', offer);
    return { ...someone, postId, application: id };
  };

  describe('a referral', () => {
    it('keeps what the rules said that day, and tells the person what and the employer only that', async () => {
      const { id: personId, viewer } = await world.person({ name: '马示例' });
      const postId = await world.post({ title: '缝纫工甲' });
      const id = await refer(personId, postId);
      expect(await rowOf(id)).toMatchObject({
        state: 'REFERRED',
        answer: 'FITS',
        appliedOn: '2026-11-23',
        referredById: counsellor.id,
        live: 1,
      });
      expect((await told(viewer))[0]).toContain('推荐了岗位「缝纫工甲」');
      const [news] = await told(clerk);
      expect(news).toContain('缝纫工甲');
      expect(news).not.toContain('马示例');
      const message = await db.unitOfWork.manager.findOneByOrFail(Message, { personId });
      expect(message.smsText === null || !message.smsText.includes('缝纫')).toBe(true);
    });

    it('is one for one key, and for one person and post, also when sent at once', async () => {
      const { id: personId } = await world.person();
      const postId = await world.post();
      const key = newId();
      const ids = await Promise.all(Array.from({ length: AT_ONCE }, () => refer(personId, postId, key)));
      expect(new Set(ids).size).toBe(1);
      expect(await codeOf(refer(personId, await world.post(), key))).toBe('IDEMPOTENCY_MISMATCH');
      expect(await codeOf(refer(personId, postId))).toBe('DUPLICATE_APPLICATION');
    });

    it('is not made to a post that does not suit, to a closed one, for who said no, or by who does not look after him', async () => {
      const { id: personId } = await world.person({}, { STAND: 1 });
      expect(await codeOf(refer(personId, await world.post()))).toBe('NOT_ELIGIBLE');
      const unknown = await world.person({}, null);
      expect(await codeOf(refer(unknown.id, await world.post()))).toBe('NOT_ELIGIBLE');
      const fit = await world.person();
      expect(await codeOf(refer(fit.id, await world.post({ state: 'CLOSED' })))).toBe('STATE_CONFLICT');
      expect(await codeOf(refer(fit.id, newId()))).toBe('NOT_FOUND');
      await world.consents.set(fit.viewer, 'MATCHING', false);
      expect(await codeOf(refer(fit.id, await world.post()))).toBe('CONSENT_DECLINED');
      const stranger = await account(['COUNSELLOR']);
      const input = { personId: fit.id, postId: await world.post(), idempotencyKey: newId() };
      expect(await codeOf(world.flow.refer(stranger, input))).toBe('NOT_FOUND');
      const far = await account(['OFFICER'], { divisionCode: '360734000000' });
      expect(await codeOf(world.flow.refer(far, input))).toBe('NOT_FOUND');
    });
  });

  describe('an employer', () => {
    it('sees a reference, then what the person released, and nothing again once that is taken back', async () => {
      const { id: personId, viewer } = await world.person({ name: '马示例' });
      const postId = await world.post();
      const id = await refer(personId, postId);
      const seen = () => world.flow.applicant(clerk, id);
      const before = await seen();
      expect(before).toMatchObject({
        released: false,
        name: null,
        contactPhone: null,
        needs: [],
        note: null,
        meets: true,
      });
      expect(JSON.stringify(before)).not.toContain('马示例');
      expect(JSON.stringify(before)).not.toContain(personId);
      await release(viewer, id);
      expect(await seen()).toMatchObject({ released: true, name: '马示例', contactPhone: PHONE, needs: [] });
      await release(viewer, id, { shareNeeds: true });
      expect((await seen()).needs).toEqual(['手语翻译']);
      await release(viewer, id, { release: false });
      expect(await seen()).toMatchObject({ released: false, name: null, contactPhone: null, needs: [] });
    });

    it('sees who asked by himself only under his yes to that, read anew each time', async () => {
      const { id: personId, viewer } = await world.person({ name: '马示例' });
      const postId = await world.post();
      const { id } = await world.applications.apply(viewer, {
        postId,
        contactPhone: PHONE,
        contactWay: 'SMS',
        needs: ['坡道'],
        shareNeeds: true,
        idempotencyKey: newId(),
      });
      expect((await world.flow.applicant(clerk, id)).name).toBeNull();
      await world.consents.set(viewer, 'EMPLOYER_CONTACT', true);
      expect(await world.flow.applicant(clerk, id)).toMatchObject({ name: '马示例', needs: ['坡道'] });
      await world.consents.set(viewer, 'EMPLOYER_CONTACT', false);
      expect(await world.flow.applicant(clerk, id)).toMatchObject({ name: null, needs: [] });
      expect(await db.unitOfWork.manager.countBy(Consent, { personId, purpose: 'EMPLOYER_CONTACT' })).toBe(2);
    });

    it('sees and moves only those of its own posts; the office those of its region', async () => {
      const { id: personId } = await world.person();
      const postId = await world.post();
      const id = await refer(personId, postId);
      const other = await account(['EMPLOYER_ADMIN'], { employerId: newId() });
      const far = await account(['OFFICER'], { divisionCode: '360734000000' });
      for (const viewer of [other, far]) {
        expect(await codeOf(world.flow.applicants(viewer, postId, PAGE, null))).toBe('NOT_FOUND');
        expect(await codeOf(world.flow.applicant(viewer, id))).toBe('NOT_FOUND');
        expect(await codeOf(move(viewer, id, 'REFUSED', { reason: 'FILLED' }))).toBe('NOT_FOUND');
      }
      for (const viewer of [clerk, officer])
        expect((await world.flow.applicants(viewer, postId, PAGE, null)).totalCount).toBe(1);
      expect((await world.flow.applicants(clerk, postId, PAGE, ['NEW'])).totalCount).toBe(1);
      expect((await world.flow.applicants(clerk, postId, PAGE, ['INTERVIEW', 'ACCEPTED'])).totalCount).toBe(0);
    });

    it('invites nobody before he agreed, refuses with a reason only, and moves from what it has read', async () => {
      const { id: personId, viewer } = await world.person();
      const id = await refer(personId, await world.post());
      expect(await codeOf(move(clerk, id, 'INTERVIEW', interview))).toBe('STATE_CONFLICT');
      await release(viewer, id);
      expect(await codeOf(move(clerk, id, 'INTERVIEW'))).toBe('VALIDATION');
      const past = { interview: { ...interview.interview, at: '2026-11-22 09:30' } };
      expect(await codeOf(move(clerk, id, 'INTERVIEW', past))).toBe('VALIDATION');
      expect(await codeOf(move(clerk, id, 'ONBOARD', { startedOn: '2026-11-23' }))).toBe('STATE_CONFLICT');
      expect(await codeOf(move(clerk, id, 'KEPT_1'))).toBe('STATE_CONFLICT');
      expect(await codeOf(move(clerk, id, 'REFUSED'))).toBe('VALIDATION');
      const { version } = await rowOf(id);
      const codes = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          codeOf(world.flow.move(clerk, { id, version, to: 'INTERVIEW', ...interview })),
        ),
      );
      expect(codes.toSorted()).toEqual([...Array.from({ length: AT_ONCE - 1 }, () => 'VERSION_CONFLICT'), 'done']);
      expect((await told(viewer)).filter((text) => text.includes('约您面试'))).toHaveLength(1);
    });

    it('is told that somebody does not come, and never why', async () => {
      const { id: personId, viewer } = await world.person();
      const id = await refer(personId, await world.post());
      await release(viewer, id);
      await world.flow.decline(viewer, { id, reason: 'HEALTH', reasonText: '腰病犯了' });
      const seen = await world.flow.applicant(clerk, id);
      expect(seen).toMatchObject({ state: 'GONE', stateText: '本人不来了', refuseReason: null });
      const all = JSON.stringify([seen, await told(clerk)]);
      for (const word of ['HEALTH', '身体', '腰病']) expect(all).not.toContain(word);
      expect(await world.applications.one(viewer, id)).toMatchObject({ state: 'DECLINED', declineReason: '身体原因' });
    });
  });

  describe('an offer', () => {
    it('that is taken leads to the first day, a placement, and one opening less', async () => {
      const { id: personId, viewer, postId, application: id } = await offered();
      expect(await codeOf(move(clerk, id, 'ONBOARD', { startedOn: '2026-11-23' }))).toBe('STATE_CONFLICT');
      await world.flow.respond(viewer, { id, accept: true });
      await world.flow.respond(viewer, { id, accept: true });
      expect(await codeOf(move(clerk, id, 'OFFERED', offer))).toBe('STATE_CONFLICT');
      expect((await world.flow.applicant(clerk, id)).state).toBe('ACCEPTED');
      expect(await codeOf(move(clerk, id, 'ONBOARD', { startedOn: '2026-11-24' }))).toBe('VALIDATION');
      expect((await rowOf(id)).state).toBe('OFFERED');
      world.clock.set('2026-12-10T09:00:00+08:00');
      await move(clerk, id, 'ONBOARD', { startedOn: '2026-12-10' });
      const placement = await db.unitOfWork.manager.findOneByOrFail(Placement, { source: 'APPLICATION', sourceId: id });
      expect(placement).toMatchObject({ personId, postId, startedOn: '2026-12-10', live: 1 });
      expect((await db.unitOfWork.manager.findOneByOrFail(Post, { id: postId })).openings).toBe(0);
      expect((await db.unitOfWork.manager.findOneByOrFail(Person, { id: personId })).employmentStatus).toBe('EMPLOYED');
    });

    it('is not taken by two answers at once, by somebody else, or after it was declined', async () => {
      const { viewer, application: id } = await offered();
      const { viewer: other } = await world.person();
      expect(await codeOf(world.flow.respond(other, { id, accept: true }))).toBe('NOT_FOUND');
      expect(await codeOf(world.flow.respond(viewer, { id, accept: false }))).toBe('VALIDATION');
      await Promise.all([
        codeOf(world.flow.respond(viewer, { id, accept: true })),
        codeOf(world.flow.respond(viewer, { id, accept: false, reason: 'TRAVEL' })),
      ]);
      const row = await rowOf(id);
      if (row.state === 'DECLINED')
        expect(await codeOf(world.flow.respond(viewer, { id, accept: true }))).not.toBe('done');
      else expect(row.acceptedOn).toBe('2026-11-23');
      expect((await told(clerk)).length).toBeGreaterThan(0);
    });

    it('that nobody answers is never counted: the referrer is told to go and see the person', async () => {
      const { application: id } = await offered();
      const silent = async () =>
        (await world.retention.referrals(counsellor, PAGE, { dueOnly: true })).edges.filter(
          ({ node }) => node.id === id,
        );
      world.clock.set('2026-12-05T23:00:00+08:00');
      expect(await silent()).toHaveLength(0);
      world.clock.set('2026-12-06T01:00:00+08:00');
      expect((await silent())[0]?.node.silent).toBe(true);
      expect((await rowOf(id)).countedFor).toBeNull();
    });

    it('that fails on the first day for want of an opening leaves nothing behind', async () => {
      const { viewer, postId, application: id } = await offered();
      await world.flow.respond(viewer, { id, accept: true });
      await world.change(postId, { openings: 0 });
      expect(await codeOf(move(clerk, id, 'ONBOARD', { startedOn: '2026-11-23' }))).toBe('STATE_CONFLICT');
      expect((await rowOf(id)).state).toBe('OFFERED');
      expect(await db.unitOfWork.manager.countBy(Placement, { sourceId: id })).toBe(0);
    });
  });

  it('a referral is not withdrawn, an own application is', async () => {
    const { id: personId, viewer } = await world.person();
    const id = await refer(personId, await world.post());
    expect(await codeOf(world.applications.withdraw(viewer, id))).toBe('STATE_CONFLICT');
    expect(await world.applications.one(viewer, id)).toMatchObject({ withdrawable: false, declinable: true });
  });

  describe('refusals', () => {
    /** The dated rows of the demonstration's county, as an operator would have them. */
    const enterLaw = () =>
      db.unitOfWork.run(() =>
        insertRows(
          db.unitOfWork.manager,
          ParameterEntry,
          ['PERSON', 'UNIT'].flatMap((qualifier) =>
            [
              ['post.refusals', '2'],
              ['post.refusals.barMonths', '12'],
              ['post.refusals.appealDays', '10'],
            ].map(([code, value]) => ({
              id: newId(),
              code: code as string,
              scope: 'CN',
              qualifier,
              unit: 'x',
              value: value as string,
              fromOn: isoDate('2026-01-01'),
              toOn: null,
              source: '演示参数',
              status: 'UNCONFIRMED' as const,
              origin: 'DEMO' as const,
              afterEnd: 'REFUSE' as const,
              enteredBy: null,
              confirmedBy: null,
              enteredAt: world.clock.now(),
            })),
          ),
        ),
      );
    const caseOf = (personId: string) => db.unitOfWork.manager.findOneBy(RefusalCase, { personId });
    const sayNo = async (someone: { id: string; viewer: SignedIn }, reason: 'NONE' | 'CARE' = 'NONE') => {
      const id = await refer(someone.id, await welfare());
      await world.flow.decline(someone.viewer, { id, reason });
      return id;
    };

    it('come to nothing where no row says what follows', async () => {
      const someone = await world.person();
      for (let times = 0; times < 3; times += 1) await sayNo(someone);
      expect(await caseOf(someone.id)).toBeNull();
    });

    it('that count are told at the limit, decided after the appeal, and end on their day', async () => {
      await enterLaw();
      const someone = await world.person();
      await sayNo(someone);
      await sayNo(someone, 'CARE');
      expect(await caseOf(someone.id)).toBeNull();
      await sayNo(someone);
      const notice = await caseOf(someone.id);
      expect(notice).toMatchObject({ state: 'NOTICED', counted: 2, limitCount: 2, appealUntil: '2026-12-03', live: 1 });
      const { id, version } = notice as RefusalCase;
      expect((await told(someone.viewer)).some((text) => text.includes('2026-12-03 前可以申诉'))).toBe(true);

      const verdict = { id, version, uphold: true, reason: '两次都没有原因' };
      expect(await codeOf(world.refusals.decide(officer, verdict))).toBe('STATE_CONFLICT');
      const { viewer: other } = await world.person();
      expect(await codeOf(world.refusals.appeal(other, id, '不对'))).toBe('NOT_FOUND');
      world.clock.set('2026-12-03T23:00:00+08:00');
      expect(await world.refusals.appeal(someone.viewer, id, '那天在住院')).toMatchObject({ state: 'APPEALED' });
      const far = await account(['OFFICER'], { divisionCode: '360734000000' });
      const again = { ...verdict, version: version + 1 };
      expect(await codeOf(world.refusals.decide(far, again))).toBe('NOT_FOUND');
      expect(await codeOf(world.refusals.decide({ ...officer, personId: someone.id }, again))).toBe('SELF_APPROVAL');
      const codes = await Promise.all([1, 2].map(() => codeOf(world.refusals.decide(officer, again))));
      expect(codes).toContain('done');
      expect(codes.filter((code) => code === 'done')).toHaveLength(1);
      expect(await caseOf(someone.id)).toMatchObject({ state: 'BARRED', barredUntil: '2027-12-02', live: null });

      expect(await codeOf(refer(someone.id, await welfare()))).toBe('NOT_ELIGIBLE');
      await refer(someone.id, await world.post());
      world.clock.set('2027-12-02T23:00:00+08:00');
      const later = await welfare({ closesOn: isoDate('2027-12-31') });
      const wide = async () => (await world.matches.explainFor(someone.id, later)).findings;
      const barOf = async () => (await wide()).find(({ rule }) => rule === 'H-REFUSED');
      expect(await barOf()).toMatchObject({ answer: 'NO', has: '暂停到2027-12-02', basis: { kind: 'LOCAL_ACT' } });
      world.clock.set('2027-12-03T00:30:00+08:00');
      expect(await barOf()).toMatchObject({ answer: 'FITS' });
    });

    it('may not be appealed a day late; without an appeal the office decides after that', async () => {
      const someone = await world.person();
      await sayNo(someone);
      await sayNo(someone);
      const { id, version } = (await caseOf(someone.id)) as RefusalCase;
      world.clock.set('2026-12-04T00:30:00+08:00');
      expect(await codeOf(world.refusals.appeal(someone.viewer, id, '晚了'))).toBe('STATE_CONFLICT');
      const lifted = await world.refusals.decide(officer, {
        id,
        version,
        uphold: false,
        reason: '第一次说不去，情有可原',
      });
      expect(lifted).toMatchObject({ state: 'LIFTED', barredUntil: null });
      world.clock.set(START);
      expect(await codeOf(refer(someone.id, await welfare()))).toBe('done');
    });

    it('of the same moment are put together in the night', async () => {
      const someone = await world.person();
      const ids = [await refer(someone.id, await welfare()), await refer(someone.id, await welfare())];
      await Promise.all(ids.map((id) => world.flow.decline(someone.viewer, { id, reason: 'NONE' })));
      await world.refusals.sweep();
      expect(await db.unitOfWork.manager.countBy(RefusalCase, { personId: someone.id })).toBe(1);
      await world.refusals.sweep();
      expect(await db.unitOfWork.manager.countBy(RefusalCase, { personId: someone.id })).toBe(1);
    });

    it('by a unit withdraw the post, which is not published again before its day', async () => {
      const postId = await welfare();
      for (let times = 0; times < 2; times += 1) {
        const { id: personId } = await world.person();
        const id = await refer(personId, postId);
        await move(clerk, id, 'REFUSED', { reason: 'NONE' });
      }
      const { id, version } = await db.unitOfWork.manager.findOneByOrFail(RefusalCase, { postId });
      const other = await account(['EMPLOYER_CLERK'], { employerId: newId() });
      expect(await codeOf(world.refusals.appeal(other, id, '不对'))).toBe('NOT_FOUND');
      await world.refusals.appeal(clerk, id, '技能不符，忘了选');
      expect((await world.refusals.list(clerk, PAGE)).edges.map(({ node }) => node.id)).toContain(id);
      await world.refusals.decide(officer, { id, version: version + 1, uphold: true, reason: '没有依据' });
      const post = await db.unitOfWork.manager.findOneByOrFail(Post, { id: postId });
      expect(post).toMatchObject({ state: 'CLOSED', barredUntil: '2027-11-22' });
      expect(await codeOf(world.postDesk.submit(clerk, postId, post.version))).toBe('STATE_CONFLICT');
    });
  });

  describe('whether somebody is still there', () => {
    const atWork = async () => {
      const { viewer, id, application, postId } = await offered();
      await world.flow.respond(viewer, { id: application, accept: true });
      await move(clerk, application, 'ONBOARD', { startedOn: '2026-11-23' });
      return { viewer, personId: id, application, postId };
    };
    const record = (viewer: SignedIn, applicationId: string, month: 1 | 3 | 6 | 12, stillThere = true, more = {}) =>
      world.retention.record(viewer, { applicationId, month, stillThere, ...more });
    const checks = (applicationId: string) =>
      db.unitOfWork.manager.find(RetentionCheck, { where: { applicationId }, order: { month: 'ASC' } });

    it('does not lead out of a public-welfare post: the exit comes first, then the check is written down', async () => {
      const { id: personId } = await world.person();
      const application = await refer(personId, await welfare());
      const { postId, divisionCode } = await db.unitOfWork.manager.findOneByOrFail(JobApplication, { id: application });
      await db.unitOfWork.run(async () => {
        const { manager } = db.unitOfWork;
        await manager.update(JobApplication, { id: application }, { state: 'ONBOARD' });
        await insertRows(manager, RetentionCheck, [
          {
            id: newId(),
            applicationId: application,
            divisionCode,
            month: 1,
            dueOn: isoDate('2026-11-23'),
            createdAt: world.clock.now(),
          },
        ]);
      });
      const placement = await world.placements.begin({
        personId,
        postId,
        startedOn: isoDate('2026-11-20'),
        endsOn: null,
        source: 'APPLICATION',
        sourceId: application,
      });
      const left = { leftOn: '2026-11-22', leftBecause: 'RESIGNED' };
      expect(await codeOf(record(counsellor, application, 1, false, left))).toBe('STATE_CONFLICT');
      expect((await checks(application))[0]).toMatchObject({ doneOn: null });
      await world.placements.end(placement.id, isoDate('2026-11-22'), 'RESIGNED');
      expect(await codeOf(record(counsellor, application, 1, false, left))).toBe('done');
    });

    it('is asked from its day on, once, also when two nights run at once', async () => {
      const { application } = await atWork();
      world.clock.set('2026-12-22T23:00:00+08:00');
      await world.retention.createDue();
      expect(await checks(application)).toHaveLength(0);
      expect(await codeOf(record(counsellor, application, 1))).toBe('NOT_FOUND');
      world.clock.set('2026-12-23T01:00:00+08:00');
      await Promise.all([world.retention.createDue(), world.retention.createDue()]);
      expect((await checks(application)).map(({ month, dueOn }) => [month, dueOn])).toEqual([[1, '2026-12-23']]);
      const due = (await world.retention.referrals(counsellor, PAGE, { dueOnly: true })).edges.find(
        ({ node }) => node.id === application,
      );
      expect(due?.node.due).toEqual([{ month: 1, dueOn: '2026-12-23' }]);
      await record(counsellor, application, 1, true, { note: '做得不错' });
      await record(counsellor, application, 1);
      expect(await codeOf(record(counsellor, application, 1, false))).toBe('STATE_CONFLICT');
      expect((await rowOf(application)).state).toBe('KEPT_1');
      expect((await checks(application))[0]?.note).not.toContain('做得不错');
      world.clock.set('2027-11-23T09:00:00+08:00');
      await world.retention.createDue();
      expect(await checks(application)).toHaveLength(4);
      for (const month of [3, 6, 12] as const) await record(officer, application, month);
      expect(await rowOf(application)).toMatchObject({ state: 'KEPT_12', live: null });
      expect((await world.flow.applicant(clerk, application)).state).toBe('ONBOARD');
    });

    it('ends the placement with a no, which wants a day and a reason, and asks no more', async () => {
      const { application, personId, postId } = await atWork();
      world.clock.set('2027-02-23T09:00:00+08:00');
      await world.retention.createDue();
      expect(await codeOf(record(counsellor, application, 3, false))).toBe('VALIDATION');
      expect((await checks(application)).every(({ doneOn }) => doneOn === null)).toBe(true);
      const left = { leftOn: '2027-02-01', leftBecause: 'RESIGNED' as const };
      const stranger = await account(['COUNSELLOR']);
      expect(await codeOf(record(stranger, application, 3, false, left))).toBe('NOT_FOUND');
      await record(counsellor, application, 3, false, left);
      expect(await rowOf(application)).toMatchObject({ state: 'LEFT', live: null });
      const placement = await db.unitOfWork.manager.findOneByOrFail(Placement, { sourceId: application });
      expect(placement).toMatchObject({ endedOn: '2027-02-01', endReason: 'RESIGNED', live: null });
      expect(await codeOf(record(counsellor, application, 1))).toBe('STATE_CONFLICT');
      world.clock.set('2027-06-01T09:00:00+08:00');
      await world.retention.createDue();
      expect(await checks(application)).toHaveLength(2);
      expect((await world.flow.applicants(clerk, postId, PAGE, ['LEFT'])).totalCount).toBe(1);
      expect((await db.unitOfWork.manager.findOneByOrFail(Person, { id: personId })).employmentStatus).toBe(
        'UNEMPLOYED',
      );
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, Divisions, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '@tongxing/employers';
import { ParameterEntry } from '@tongxing/parameters';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RefusalCase } from '../../applications/refusal-case.entity.js';
import { Placement } from '../../placements/placement.entity.js';
import { WelfareProposal } from '../../welfare/welfare.entity.js';
import { entities } from '../../test/setup.js';
import { RoundEntrant, RoundResult } from '../round.entity.js';
import { SeatOffer, SeatPlace, SeatWave } from '../seats/seat.entity.js';
import { atOnce, DAYS, officer, roundWorld } from './a-round.js';

const SENT = '2026-11-30';
const LAST = '2026-12-03';
const SILENT = '2026-12-04';
const DAYS_GIVEN = { replyDays: 3, visitDays: 5 };
const VERIFIER = join(import.meta.dirname, '../../../../../apps/standalone/verifier/verify-continuation.mjs');
const villages = ['640324102000', '640324103000', '640324104000', '640324200000', '640324201000'].flatMap((town) =>
  Divisions.shipped()
    .children(town)
    .map(({ code }) => code),
);

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof roundWorld>>;
  let verifyChain: (file: unknown) => { ok: boolean; problems: unknown[]; continuations: number };
  let used = 0;
  const nextVillage = (): string => villages[used++] as string;

  beforeAll(async () => {
    ({ verifyChain } = (await import(pathToFileURL(VERIFIER).href)) as { verifyChain: typeof verifyChain });
    db = await engine.open();
    world = await roundWorld(db);
  });
  afterAll(() => db.close());
  beforeEach(() => world.on(DAYS.announce));

  const rows = () => db.unitOfWork.manager;
  const offersOf = (roundId: string) => rows().find(SeatOffer, { where: { roundId }, order: { id: 'ASC' } });
  const offerOf = (id: string) => rows().findOneByOrFail(SeatOffer, { id });
  const code = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code ?? error),
    );
  const answer = (by: SignedIn, id: string, over: object = {}) =>
    world.seatAnswers.respond(by, { id, accept: true, idempotencyKey: newId(), ...over });
  const no = { accept: false, reason: 'HEALTH' } as const;
  const onward = (by: SignedIn, roundId: string, over: object = {}) =>
    world.seatDesk.continue(by, { roundId, ...DAYS_GIVEN, idempotencyKey: newId(), ...over });
  const release = (by: SignedIn, id: string) => world.seatDesk.release(by, id, newId());
  const send = (roundId: string, over: object = {}) =>
    world.seatDesk.send(world.one, { roundId, ...DAYS_GIVEN, idempotencyKey: newId(), ...over });

  /** A published round: people who all list the same posts in order, one seat each. */
  async function published(people: number, posts: number) {
    const division = nextVillage();
    const seekers = await world.seekers(people, division);
    const postIds = await world.posts(posts);
    const one = (postId: string) => ({ postId, seats: 1, reserve: null, local: null });
    const id = await world.drawn(division, postIds, { posts: postIds.map(one), tiers: [] });
    for (const { viewer } of seekers) await world.submit(viewer, id, postIds);
    world.on(DAYS.close);
    await world.both('run', id);
    await world.desk.publish(world.one, id, newId());
    world.on(SENT);
    const viewerOf = (personId: string | null): SignedIn =>
      (seekers.find((seeker) => seeker.id === personId) as (typeof seekers)[number]).viewer;
    return { id, division, seekers, postIds, viewerOf };
  }
  /** The same, with offers: by number, so that the first is of the best. */
  async function offered(people: number, posts: number) {
    const round = await published(people, posts);
    await send(round.id);
    const offers = await offersOf(round.id);
    offers.sort((one, other) => round.postIds.indexOf(one.postId) - round.postIds.indexOf(other.postId));
    return { ...round, offers: offers as [SeatOffer, ...SeatOffer[]] };
  }
  const auditorFile = async (roundId: string) =>
    JSON.parse((await world.rounds.certificate(officer({ roles: ['AUDITOR'] }), roundId)).file);
  const publicFile = async (roundId: string) => JSON.parse((await world.rounds.certificate(null, roundId)).file);

  describe('sending', () => {
    it('makes an offer of every seat, once, with the days that the officer states, and tells the people', async () => {
      const { id, seekers, viewerOf } = await published(4, 3);
      expect(await code(send(id, { replyDays: null }))).toBe('VALIDATION');
      expect(await code(send(id, { replyDays: 0 }))).toBe('VALIDATION');
      expect(await code(send(id, { visitDays: 61 }))).toBe('VALIDATION');
      expect(await world.seats.mine(seekers[0]!.viewer, id)).toBeNull();
      expect((await atOnce([send(id), send(id)])).sort()).toEqual(['OFFERS_SENT', 'done']);
      const offers = await offersOf(id);
      expect(offers).toHaveLength(3);
      for (const offer of offers) {
        expect(offer).toMatchObject({ state: 'OPEN', live: 1, lastDay: LAST, answer: 'FITS' });
        const mine = await world.seats.mine(viewerOf(offer.personId), id);
        expect(mine).toMatchObject({
          left: false,
          canLeave: false,
          offer: { id: offer.id, state: 'OPEN', late: false },
        });
        const told = await world.messages.page(viewerOf(offer.personId), { first: 10 });
        expect(told.rows[0]?.text).toContain('没答复不算拒绝');
      }
      const results = await rows().findBy(RoundResult, { roundId: id });
      const unplaced = results.find(({ postId }) => postId === null) as RoundResult;
      const waiting = await rows().findOneByOrFail(RoundEntrant, { id: unplaced.entrantId });
      const mine = await world.seats.mine(viewerOf(waiting.personId), id);
      expect(mine).toMatchObject({ offer: null, canLeave: true });
      expect(mine?.queues.map(({ ahead }) => ahead)).toEqual([2, 1, 0]);
    });

    it('not before the round is published, not elsewhere, and by the dated row where there is one', async () => {
      const { id, division } = await published(2, 1);
      const elsewhere = officer({ divisionCode: '360734000000' });
      const input = { roundId: id, ...DAYS_GIVEN, idempotencyKey: newId() };
      expect(await code(world.seatDesk.send(elsewhere, input))).toBe('NOT_FOUND');
      expect(await code(world.seatDesk.send(officer({ roles: ['AUDITOR'] }), input))).toBe('FORBIDDEN');
      expect(await code(onward(world.one, id))).toBe('ROUND_STEP_EARLY');
      const row = {
        id: newId(),
        code: 'post.offer.replyDays',
        scope: '640324',
        qualifier: '',
        unit: 'days',
        value: '4',
        fromOn: isoDate('2026-12-10'),
        toOn: isoDate('2026-12-10'),
        source: '示例通知',
        status: 'UNCONFIRMED' as const,
        origin: 'OPERATOR' as const,
        afterEnd: 'REFUSE' as const,
        enteredBy: null,
        confirmedBy: null,
        enteredAt: world.clock.now(),
      };
      await db.unitOfWork.run(() => insertRows(rows(), ParameterEntry, [row]));
      world.on('2026-12-10');
      expect((await world.seats.round(world.one, id)).replyDays).toBe(4);
      expect(await code(send(id))).toBe('VALIDATION');
      await send(id, { replyDays: null });
      expect((await offersOf(id)).map(({ lastDay }) => lastDay)).toEqual(['2026-12-14']);
      world.on(DAYS.announce);
      const open = await world.desk.open(world.one, world.input(division, await world.posts(1)));
      expect(await code(send(open.id))).toBe('ROUND_STEP_EARLY');
    });
  });

  describe('answering', () => {
    it('yes holds the seat; again, the other way, and by a stranger it is refused', async () => {
      const { id, offers, viewerOf, seekers } = await offered(4, 2);
      const [first, second] = offers as [SeatOffer, SeatOffer];
      const me = viewerOf(first.personId);
      const stranger = seekers.find((seeker) => seeker.id !== first.personId)!.viewer;
      expect(await code(answer(stranger, first.id))).toBe('NOT_FOUND');
      const key = newId();
      await answer(me, first.id, { idempotencyKey: key });
      await answer(me, first.id, { idempotencyKey: key });
      expect(await code(answer(me, first.id))).toBe('OFFER_ANSWERED');
      expect(await code(answer(me, first.id, no))).toBe('OFFER_ANSWERED');
      expect(await offerOf(first.id)).toMatchObject({
        state: 'ACCEPTED',
        live: 1,
        answeredBy: 'SELF',
        answeredOn: SENT,
      });
      expect(await code(answer(viewerOf(second.personId), second.id, { accept: false }))).toBe('VALIDATION');
      expect(await world.roundsPart.open({ personId: first.personId as string } as never)).toHaveLength(1);
      expect((await world.seats.round(world.one, id)).counts).toEqual([
        { stand: 'OPEN', standText: '等答复', people: 1 },
        { stand: 'ACCEPTED', standText: '答应了，等上岗', people: 1 },
      ]);
    });

    it('taken down by the office says how it was said, and only of its own region', async () => {
      const { offers } = await offered(3, 2);
      const [first, second] = offers as [SeatOffer, SeatOffer];
      expect(await code(answer(world.one, first.id))).toBe('VALIDATION');
      expect(await code(answer(officer({ divisionCode: '360734000000' }), first.id, { way: 'PHONE' }))).toBe(
        'NOT_FOUND',
      );
      expect(await code(answer(officer({ roles: ['COUNSELLOR'] }), first.id, { way: 'PHONE' }))).toBe('NOT_FOUND');
      await answer(world.one, first.id, { way: 'PAPER' });
      expect(await offerOf(first.id)).toMatchObject({
        state: 'ACCEPTED',
        answeredBy: 'PAPER',
        answeredById: world.one.id,
      });
      const commissioner = officer({ roles: ['VILLAGE_COMMISSIONER'], divisionCode: second.divisionCode });
      await answer(commissioner, second.id, { way: 'PHONE', ...no });
      expect(await offerOf(second.id)).toMatchObject({ state: 'DECLINED', answeredBy: 'PHONE', countedFor: null });
    });

    it('two answers at once: one stands', async () => {
      const { offers, viewerOf } = await offered(3, 1);
      const me = viewerOf(offers[0].personId);
      const told = await atOnce([answer(me, offers[0].id), answer(me, offers[0].id, no)]);
      expect(told.filter((one) => one === 'done')).toHaveLength(1);
      const { state, live } = await offerOf(offers[0].id);
      expect([state, live]).toEqual(told[0] === 'done' ? ['ACCEPTED', 1] : ['DECLINED', null]);
    });

    it('a no without a reason counts as a referral refused does, where the dated rows say so; a good reason does not', async () => {
      const { id, offers, viewerOf } = await offered(4, 3);
      const [first, second, third] = offers as [SeatOffer, SeatOffer, SeatOffer];
      // Not fitting any more on the day of the offer: nothing to count.
      await db.unitOfWork.run(() => rows().update(SeatOffer, { id: third.id }, { answer: 'UNKNOWN' }));
      await answer(viewerOf(first.personId), first.id, { accept: false, reason: 'NONE' });
      await answer(viewerOf(second.personId), second.id, { accept: false, reason: 'TRAVEL', reasonText: '太远' });
      await answer(viewerOf(third.personId), third.id, { accept: false, reason: 'NONE' });
      const counted = await Promise.all([first, second, third].map(async (one) => (await offerOf(one.id)).countedFor));
      expect(counted).toEqual(['PERSON', null, null]);
      // Without the rows nothing follows; with them the night's look puts it together.
      expect(await rows().countBy(RefusalCase, { personId: first.personId as string })).toBe(0);
      const row = (name: string, value: string) => ({
        id: newId(),
        code: name,
        scope: '640324',
        qualifier: 'PERSON',
        unit: 'x',
        value,
        fromOn: isoDate('2026-01-01'),
        toOn: null,
        source: '演示参数',
        status: 'UNCONFIRMED' as const,
        origin: 'DEMO' as const,
        afterEnd: 'REFUSE' as const,
        enteredBy: null,
        confirmedBy: null,
        enteredAt: world.clock.now(),
      });
      await db.unitOfWork.run(() =>
        insertRows(rows(), ParameterEntry, [
          row('post.refusals', '1'),
          row('post.refusals.barMonths', '12'),
          row('post.refusals.appealDays', '10'),
        ]),
      );
      await world.refusals.sweep();
      await world.refusals.sweep();
      const [notice, ...more] = await rows().findBy(RefusalCase, { personId: first.personId as string });
      expect([notice?.counted, more.length]).toEqual([1, 0]);
      expect((await offerOf(first.id)).refusalCaseId).toBe(notice?.id);
      expect(await rows().countBy(RefusalCase, { personId: second.personId as string })).toBe(0);
      const copy = JSON.stringify(await world.roundsPart.collect({ personId: second.personId as string } as never));
      expect(copy).toContain('太远，超过能去的路程');
      expect(await code(onward(world.one, id))).toBe('done');
    });
  });

  describe('a silence', () => {
    it('is no refusal: the last day passes, somebody goes there, and only then two officers take the seat back', async () => {
      const { id, offers, viewerOf } = await offered(3, 1);
      const [offer] = offers;
      world.on(LAST);
      expect(await world.seatAnswers.createVisits()).toBe(0);
      expect(await code(release(world.one, offer.id))).toBe('OFFER_VISIT_FIRST');
      world.on(SILENT);
      const twice = await Promise.all([world.seatAnswers.createVisits(), world.seatAnswers.createVisits()]);
      expect(twice.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(1);
      expect(await offerOf(offer.id)).toMatchObject({
        state: 'OPEN',
        visit: 'OPEN',
        visitDueOn: '2026-12-08',
        countedFor: null,
      });
      expect(await world.seatAnswers.createVisits()).toBe(0);
      expect(await code(release(world.one, offer.id))).toBe('OFFER_VISIT_FIRST');

      const commissioner = officer({ roles: ['VILLAGE_COMMISSIONER'], divisionCode: offer.divisionCode });
      const other = officer({ roles: ['VILLAGE_COMMISSIONER'], divisionCode: nextVillage() });
      expect((await world.seats.visits(commissioner)).map((one) => one.id)).toEqual([offer.id]);
      expect(await world.seats.visits(other)).toEqual([]);
      const record = (by: SignedIn, attempts: { on: string; way: 'VISIT' | 'PHONE' }[]) =>
        world.seatAnswers.recordVisit(by, { id: offer.id, attempts, idempotencyKey: newId() });
      expect(await code(record(other, [{ on: SILENT, way: 'VISIT' }]))).toBe('NOT_FOUND');
      expect(await code(record(commissioner, [{ on: LAST, way: 'VISIT' }]))).toBe('VALIDATION');
      expect(await code(record(commissioner, [{ on: '2026-12-05', way: 'VISIT' }]))).toBe('VALIDATION');
      expect(await code(record(commissioner, [{ on: SILENT, way: 'PHONE' }]))).toBe('VALIDATION');
      await record(commissioner, [{ on: SILENT, way: 'VISIT' }]);
      expect(await world.seats.visits(commissioner)).toEqual([]);

      await release(world.one, offer.id);
      expect(await code(release(world.one, offer.id))).toBe('DUTY_SEPARATION');
      expect((await world.seats.offers(world.one, id, { first: 10 }, 'RELEASING')).edges[0]?.node).toMatchObject({
        releaseIsViewers: true,
        attempts: ['2026-12-04 上门，没有找到'],
      });
      expect((await offerOf(offer.id)).state).toBe('OPEN');
      await release(world.other, offer.id);
      expect(await offerOf(offer.id)).toMatchObject({ state: 'RELEASED', live: null, countedFor: null });
      const me = viewerOf(offer.personId);
      expect(await code(answer(me, offer.id))).toBe('OFFER_RELEASED');
      expect(await world.seats.mine(me, id)).toMatchObject({
        left: true,
        canLeave: false,
        offer: { state: 'RELEASED' },
      });
    });

    it('an answer at the moment of release: the one or the other, never both', async () => {
      for (let at = 0; at < 3; at += 1) {
        const { offers, viewerOf } = await offered(2, 1);
        const [offer] = offers;
        world.on(SILENT);
        await world.seatAnswers.createVisits();
        const attempts = [{ on: SILENT, way: 'VISIT' as const }];
        await world.seatAnswers.recordVisit(world.one, { id: offer.id, attempts, idempotencyKey: newId() });
        await release(world.one, offer.id);
        const told = await atOnce([release(world.other, offer.id), answer(viewerOf(offer.personId), offer.id)]);
        expect(told.filter((one) => one === 'done')).toHaveLength(1);
        const { state, visit } = await offerOf(offer.id);
        expect([state, visit]).toEqual(told[0] === 'done' ? ['RELEASED', 'NOT_FOUND'] : ['ACCEPTED', 'REACHED']);
      }
    });

    it('a late answer counts as long as the seat is there, and ends the visit and what was proposed', async () => {
      const { offers, viewerOf } = await offered(2, 1);
      const [offer] = offers;
      world.on(SILENT);
      await world.seatAnswers.createVisits();
      const attempts = [{ on: SILENT, way: 'VISIT' as const }];
      await world.seatAnswers.recordVisit(world.one, { id: offer.id, attempts, idempotencyKey: newId() });
      await release(world.one, offer.id);
      // Another try is written down: what was proposed rested on less.
      await world.seatAnswers.recordVisit(world.one, { id: offer.id, attempts, idempotencyKey: newId() });
      expect((await offerOf(offer.id)).releaseById).toBeNull();
      await release(world.one, offer.id);
      await answer(viewerOf(offer.personId), offer.id);
      expect(await offerOf(offer.id)).toMatchObject({ state: 'ACCEPTED', visit: 'REACHED', releaseById: null });
      expect(await code(release(world.other, offer.id))).toBe('OFFER_ANSWERED');
    });
  });

  describe('going on', () => {
    it('by two officers: who said yes stays, who waits moves up, and the chain stands up', async () => {
      const { id, offers, viewerOf } = await offered(5, 3);
      const [first, second, third] = offers as [SeatOffer, SeatOffer, SeatOffer];
      expect(await code(onward(world.one, id))).toBe('ROUND_NOTHING_FREE');
      await answer(viewerOf(second.personId), second.id);
      await answer(viewerOf(first.personId), first.id, no);
      expect(await world.seats.round(world.one, id)).toMatchObject({ turn: 'ANY', newlyLeft: 1 });
      const preview = (await world.seats.round(world.one, id)).posts.flatMap(({ next }) => next);
      await onward(world.one, id);
      expect(await world.seats.round(world.one, id)).toMatchObject({ turn: 'OTHER', proposedReplyDays: 3 });
      expect(await world.seats.round(world.other, id)).toMatchObject({ turn: 'SECOND' });
      expect(await code(onward(world.one, id))).toBe('DUTY_SEPARATION');
      expect(await rows().countBy(SeatPlace, {})).toBe(0);
      await onward(world.other, id);
      // The third had the third post, and moves to the first; the fourth gets the third's.
      expect(await offerOf(second.id)).toMatchObject({ state: 'ACCEPTED', live: 1 });
      expect(await offerOf(third.id)).toMatchObject({ state: 'REPLACED', live: null });
      const live = (await offersOf(id)).filter((offer) => offer.live === 1);
      expect(live).toHaveLength(3);
      expect(live.find(({ personId }) => personId === third.personId)).toMatchObject({
        postId: first.postId,
        state: 'OPEN',
      });
      const [line] = (await world.list.rounds(viewerOf(third.personId), { first: 10 }, {})).edges;
      const title = (await rows().findOneByOrFail(Post, { id: first.postId })).title;
      expect(line?.node.mine?.seat).toBe(`岗位「${title}」：等您答复。`);
      expect(preview).toHaveLength(2);
      expect(await code(answer(viewerOf(third.personId), third.id))).toBe('OFFER_REPLACED');
      expect(await code(onward(world.other, id))).toBe('ROUND_NOTHING_FREE');
      // Who answered no is out, who waits stands where he stands.
      expect(await world.seats.mine(viewerOf(first.personId), id)).toMatchObject({ left: true, queues: [] });

      for (const file of [await auditorFile(id), await publicFile(id)])
        expect(verifyChain(file)).toMatchObject({ ok: true, problems: [], continuations: 1 });
      const open = await publicFile(id);
      for (const { id: personId } of await rows().find(RoundEntrant, { where: { roundId: id } }))
        expect(JSON.stringify(open)).not.toContain(personId);
      expect(JSON.stringify(open.continuations)).not.toMatch(/"places"|"held":\[/);
      expect((await world.rounds.published(id, null)).continuations).toMatchObject([
        { serial: 1, left: 1, held: 1, stayed: 1, moved: 2, waiting: 1, justifiedEnvy: 0, waste: 0 },
      ]);

      // Once more, after contracts opened: nobody who has a seat is moved, and so nobody of them waits.
      world.on(DAYS.contracts);
      for (const offer of live) expect((await world.seats.mine(viewerOf(offer.personId), id))?.queues).toEqual([]);
      const mover = live.find(({ personId }) => personId === third.personId) as SeatOffer;
      await answer(viewerOf(third.personId), mover.id, no);
      await onward(world.one, id);
      await onward(world.other, id);
      const now = (await offersOf(id)).filter((offer) => offer.live === 1);
      expect(now).toHaveLength(3);
      for (const offer of live.filter((one) => one.id !== mover.id))
        expect(now.map((one) => one.id)).toContain(offer.id);
      for (const file of [await auditorFile(id), await publicFile(id)])
        expect(verifyChain(file)).toMatchObject({ ok: true, problems: [], continuations: 2 });
      const bad = await auditorFile(id);
      bad.continuations[0].stand.places[0].number += 1;
      expect(verifyChain(bad).ok).toBe(false);
    });

    it('an answer in between makes the second word a first one', async () => {
      const { id, offers, viewerOf } = await offered(4, 2);
      const [first, second] = offers as [SeatOffer, SeatOffer];
      await answer(viewerOf(first.personId), first.id, no);
      await onward(world.one, id);
      await answer(viewerOf(second.personId), second.id);
      await onward(world.other, id);
      expect(await rows().findOneByOrFail(SeatWave, { roundId: id, serial: 1 })).toMatchObject({ state: 'PROPOSED' });
      expect(await world.seats.round(world.one, id)).toMatchObject({ turn: 'SECOND' });
      await onward(world.one, id, { replyDays: 7 });
      expect(await world.seats.round(world.other, id)).toMatchObject({ turn: 'SECOND', proposedReplyDays: 7 });
      await onward(world.other, id, { replyDays: 7 });
      expect(await rows().findOneByOrFail(SeatWave, { roundId: id, serial: 1 })).toMatchObject({ state: 'DONE' });
    });

    it('twice at once goes on once; the proposal of two at once is proposed and done', async () => {
      const { id, offers, viewerOf } = await offered(4, 1);
      await answer(viewerOf(offers[0].personId), offers[0].id, no);
      await onward(world.one, id);
      const third = officer();
      const told = await atOnce([onward(world.other, id), onward(third, id)]);
      expect(told.filter((one) => one === 'done')).toHaveLength(1);
      expect((await offersOf(id)).filter(({ live }) => live === 1)).toHaveLength(1);
      expect(await rows().countBy(SeatWave, { roundId: id })).toBe(2);
      expect(verifyChain(await auditorFile(id))).toMatchObject({ ok: true, continuations: 1 });
    });

    it('killed halfway it leaves nothing, and is done again', async () => {
      const { id, offers, viewerOf } = await offered(4, 2);
      const [first] = offers;
      await answer(viewerOf(first.personId), first.id, no);
      await onward(world.one, id);
      const before = await offersOf(id);
      const { tellPeople } = world.messages;
      world.messages.tellPeople = () => Promise.reject(new Error('killed'));
      await expect(onward(world.other, id)).rejects.toThrow('killed');
      world.messages.tellPeople = tellPeople;
      expect(await offersOf(id)).toEqual(before);
      expect(await rows().findOneByOrFail(SeatWave, { roundId: id, serial: 1 })).toMatchObject({
        state: 'PROPOSED',
        certificate: null,
      });
      await onward(world.other, id);
      expect(verifyChain(await auditorFile(id))).toMatchObject({ ok: true, continuations: 1 });
    });

    it('passes somebody by who waits no more; who has a seat open answers it, who gave one back is out', async () => {
      const { id, offers, viewerOf } = await offered(4, 1);
      const [offer] = offers;
      const me = viewerOf(offer.personId);
      const leave = (by: SignedIn, over: object = {}) =>
        world.seatAnswers.leaveRound(by, { roundId: id, idempotencyKey: newId(), ...over });
      expect(await code(leave(me))).toBe('OFFER_OPEN');
      const entrants = await rows().findBy(RoundEntrant, { roundId: id });
      const waiting = entrants
        .filter(({ personId }) => personId !== offer.personId)
        .sort((one, other) => (one.number as number) - (other.number as number));
      const next = viewerOf(waiting[0]?.personId as string);
      expect((await atOnce([leave(next), leave(next)])).filter((one) => one === 'done')).toHaveLength(1);
      expect(await code(leave(next))).toBe('OFFER_ANSWERED');
      await answer(me, offer.id);
      expect(await code(leave(me))).toBe('VALIDATION');
      await leave(me, { reason: 'CARE' });
      expect(await offerOf(offer.id)).toMatchObject({ state: 'WITHDRAWN', live: null, countedFor: null });
      await onward(world.one, id);
      await onward(world.other, id);
      const [live] = (await offersOf(id)).filter((one) => one.live === 1);
      expect(live?.personId).toBe(waiting[1]?.personId);
    });
  });

  describe('beginning', () => {
    it('on a day of contracts, after a yes, once; the opening is taken and one person has one post', async () => {
      const { id, offers, viewerOf } = await offered(3, 2);
      const [first, second] = offers as [SeatOffer, SeatOffer];
      const begin = (offerId: string, startedOn: string, key = newId()) =>
        world.seatDesk.begin(world.one, { id: offerId, startedOn, saidBy: 'EMPLOYER', idempotencyKey: key });
      expect(await code(begin(first.id, DAYS.contracts))).toBe('OFFER_NOT_ACCEPTED');
      await answer(viewerOf(first.personId), first.id);
      await answer(viewerOf(second.personId), second.id);
      world.on('2026-12-06');
      expect(await code(begin(first.id, '2026-12-04'))).toBe('ROUND_STEP_EARLY');
      expect(await code(begin(first.id, '2026-12-07'))).toBe('VALIDATION');
      expect((await offerOf(first.id)).state).toBe('ACCEPTED');
      const openings = async () => (await rows().findOneByOrFail(Post, { id: first.postId })).openings;
      const had = await openings();
      const told = await atOnce([begin(first.id, DAYS.contracts), begin(first.id, DAYS.contracts)]);
      expect(told.filter((one) => one === 'done')).toHaveLength(1);
      expect(await code(begin(first.id, DAYS.contracts))).toBe('OFFER_BEGUN');
      expect(await openings()).toBe(had - 1);
      expect(await rows().findBy(Placement, { source: 'ROUND', sourceId: first.id })).toMatchObject([
        { personId: first.personId, postId: first.postId, live: 1, startedOn: DAYS.contracts },
      ]);
      // Somebody who has such a post by now does not get a second: the whole is rolled back.
      await db.unitOfWork.run(() =>
        insertRows(rows(), Placement, [
          {
            id: newId(),
            personId: second.personId as string,
            postId: first.postId,
            divisionCode: '640324000000',
            kind: 'PUBLIC_WELFARE',
            startedOn: isoDate('2026-12-01'),
            live: 1,
            welfareLive: 1,
            source: 'RECORDED',
            sourceId: newId(),
            createdAt: world.clock.now(),
            version: 1,
          },
        ]),
      );
      expect(await code(begin(second.id, DAYS.contracts))).toBe('STATE_CONFLICT');
      expect((await offerOf(second.id)).state).toBe('ACCEPTED');
      // Held for good: going on does not touch it.
      expect(await code(onward(world.one, id))).toBe('ROUND_NOTHING_FREE');
    });
  });

  describe('the employer and the town', () => {
    it('hear of a yes, of a seat given back and of the first day, and never of whom', async () => {
      const { id, offers, viewerOf } = await offered(4, 3);
      const [first, second, third] = offers as [SeatOffer, SeatOffer, SeatOffer];
      const { employerId, title } = await rows().findOneByOrFail(Post, { id: first.postId });
      const account = async (over: Partial<Account>): Promise<SignedIn> => {
        const accountId = newId();
        const made = { id: accountId, login: accountId, displayName: '示例', passwordHash: 'x', demo: false };
        await db.unitOfWork.run(() =>
          insertRows(rows(), Account, [
            {
              ...made,
              roles: ['EMPLOYER_CLERK' as const],
              divisionCode: '640324000000',
              employerId: null,
              personId: null,
              disabled: false,
              createdAt: world.clock.now(),
              ...over,
            },
          ]),
        );
        return { id: accountId, displayName: '示例', roles: ['EMPLOYER_CLERK'], divisionCode: '640324000000' };
      };
      const clerk = await account({ employerId });
      const gone = await account({ employerId, disabled: true });
      const town = await account({ roles: ['COUNSELLOR'] });
      await db.unitOfWork.run(() =>
        insertRows(rows(), WelfareProposal, [
          {
            id: newId(),
            divisionCode: '640324000000',
            employerId,
            state: 'APPROVED',
            content: {} as WelfareProposal['content'],
            reason: '示例',
            proposedById: town.id,
            proposedOn: isoDate(SENT),
            postId: first.postId,
            createdAt: world.clock.now(),
            version: 1,
          },
        ]),
      );
      const told = async (who: SignedIn) =>
        (await world.messages.page(who, { first: 20 })).rows.map(({ text }) => text).reverse();
      const of = async (offer: SeatOffer) => (await rows().findOneByOrFail(Post, { id: offer.postId })).title;
      await answer(viewerOf(first.personId), first.id);
      expect(await code(answer(viewerOf(first.personId), first.id))).toBe('OFFER_ANSWERED');
      await answer(viewerOf(second.personId), second.id);
      await answer(viewerOf(third.personId), third.id, no);
      const leave = { roundId: id, reason: 'HEALTH' as const, idempotencyKey: newId() };
      await world.seatAnswers.leaveRound(viewerOf(second.personId), leave);
      world.on('2026-12-06');
      await world.seatDesk.begin(world.one, {
        id: first.id,
        startedOn: DAYS.contracts,
        saidBy: 'EMPLOYER',
        idempotencyKey: newId(),
      });
      const yes = (post: string) => `岗位「${post}」的一个名额，有人答应去了。哪天上岗，请单位和乡镇说好，告诉残联。`;
      const back = `岗位「${await of(second)}」的一个名额，答应去的人退回了。残联会接着分给还在等的人。`;
      const begun = `岗位「${title}」的一个名额，2026年12月5日上岗，残联登记好了。`;
      expect(await told(clerk)).toEqual([yes(title), yes(await of(second)), back, begun]);
      expect(await told(town)).toEqual([yes(title), begun]);
      expect(await told(gone)).toEqual([]);
      // Rolled back with what was not done.
      expect(await code(answer(viewerOf(third.personId), third.id))).toBe('OFFER_ANSWERED');
      expect(await told(clerk)).toHaveLength(4);
    });
  });

  describe('a person who goes', () => {
    it('answers first; then the words are gone and the seat stays counted by its ticket', async () => {
      const { id, offers, viewerOf } = await offered(2, 1);
      const [offer] = offers;
      const subject = { personId: offer.personId as string } as never;
      expect(await world.roundsPart.open(subject)).toHaveLength(1);
      await answer(viewerOf(offer.personId), offer.id, { ...no, reasonText: '自己的话' });
      expect(await world.roundsPart.open(subject)).toEqual([]);
      await db.unitOfWork.run(() => world.roundsPart.erase(subject));
      expect(await offerOf(offer.id)).toMatchObject({ personId: null, secrets: null, state: 'DECLINED' });
      await onward(world.one, id);
      await onward(world.other, id);
      expect(verifyChain(await auditorFile(id))).toMatchObject({ ok: true, continuations: 1 });
    });
  });
});

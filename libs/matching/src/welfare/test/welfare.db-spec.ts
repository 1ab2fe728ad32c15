import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Message } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post } from '@tongxing/employers';
import { PersonParts, type SignedIn } from '@tongxing/access';
import { newId } from '@tongxing/platform';
import { addDays, isoDate } from '@tongxing/rules';
import { entities } from '../../test/setup.js';
import { WelfarePart } from '../welfare-part.js';
import {
  AttendanceClose,
  AttendanceEntry,
  TermAlert,
  WelfareExitCase,
  WelfareProposal,
  WelfareSeats,
} from '../welfare.entity.js';
import { aTown, atOnce, COUNTY, refusal, TODAY, TOWN } from './a-town.js';

const on = isoDate;
const key = () => `key-${newId()}`;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof aTown>>;
  let officer: SignedIn;
  let other: SignedIn;
  let town: SignedIn;
  let abroad: SignedIn;

  beforeAll(async () => {
    db = await engine.open();
    world = await aTown(db);
    officer = await world.account('OFFICER');
    other = await world.account('OFFICER');
    town = await world.account('COUNSELLOR', TOWN);
    abroad = await world.account('OFFICER', '360734000000');
  });
  afterAll(() => db.close());

  const manager = () => db.unitOfWork.manager;

  describe('a proposal', () => {
    const propose = async (over: object = {}, viewer = town) =>
      world.proposals.propose(viewer, {
        post: await world.written(over),
        reason: '村道没人看护',
        idempotencyKey: key(),
      });
    const approval = {
      outcome: 'APPROVE' as const,
      fundSource: 'EMPLOYMENT_FUND' as const,
      fundDocument: '示例〔2026〕1号',
    };

    it('becomes an open post when another officer approves it with its money, once', async () => {
      const { id, version, state } = await propose();
      expect(state).toBe('PROPOSED');
      const decide = (viewer: SignedIn, over: object = {}) =>
        world.proposals.decide(viewer, { id, version, ...approval, idempotencyKey: key(), ...over });
      expect(await refusal(decide(officer, { fundDocument: ' ' }))).toBe('VALIDATION');
      expect(await refusal(decide(officer, { fundSource: null }))).toBe('VALIDATION');
      expect(await refusal(decide(abroad))).toBe('NOT_FOUND');
      const codes = await atOnce([decide(officer), decide(other)]);
      expect(codes).toContain('done');
      expect(['STATE_CONFLICT', 'VERSION_CONFLICT']).toContain(codes.find((code) => code !== 'done'));
      const row = await manager().findOneByOrFail(WelfareProposal, { id });
      const post = await manager().findOneByOrFail(Post, { id: String(row.postId) });
      expect(post).toMatchObject({ kind: 'PUBLIC_WELFARE', state: 'OPEN', openings: 2, divisionCode: COUNTY });
      expect(await refusal(decide(other))).toBe('STATE_CONFLICT');
    });

    it('of an officer is not approved by himself', async () => {
      const { id, version, mayDecide } = await propose({}, officer);
      expect(mayDecide).toBe(false);
      const input = { id, version, ...approval, idempotencyKey: key() };
      expect(await refusal(world.proposals.decide(officer, input))).toBe('SELF_APPROVAL');
      expect((await world.proposals.decide(other, input)).state).toBe('APPROVED');
    });

    it('goes back with a reason, is sent again, and then approved', async () => {
      const first = await propose();
      const back = { id: first.id, version: first.version, outcome: 'RETURN' as const, idempotencyKey: key() };
      expect(await refusal(world.proposals.decide(officer, back))).toBe('VALIDATION');
      const returned = await world.proposals.decide(officer, { ...back, reason: '写清地点', idempotencyKey: key() });
      expect(returned).toMatchObject({ state: 'RETURNED', returnReason: '写清地点', postId: null });
      const again = await world.proposals.propose(town, {
        id: first.id,
        version: returned.version,
        post: await world.written({ title: '护路员新' }),
        reason: '写清了',
        idempotencyKey: key(),
      });
      expect(again).toMatchObject({ state: 'PROPOSED', title: '护路员新' });
      const stale = { id: first.id, version: returned.version, ...approval, idempotencyKey: key() };
      expect(await refusal(world.proposals.decide(officer, stale))).toBe('VERSION_CONFLICT');
    });

    it('sent twice with one key is one, and one the linter refuses is none', async () => {
      const input = { post: await world.written(), reason: '要', idempotencyKey: key() };
      const [one, two] = [await world.proposals.propose(town, input), await world.proposals.propose(town, input)];
      expect(two.id).toBe(one.id);
      const before = await manager().countBy(WelfareProposal, {});
      expect(await refusal(propose({ description: '限男性，35岁以下' }))).toBe('LEGAL_BASIS_MISSING');
      expect(await refusal(propose({ demands: [] }))).toBe('DEMAND_INCOMPLETE');
      expect(await refusal(propose({ employerId: await world.strangers() }))).toBe('VALIDATION');
      expect(await refusal(propose({ workDivisionCode: '640324101000' }))).toBe('NOT_FOUND');
      expect(await manager().countBy(WelfareProposal, {})).toBe(before);
    });

    it('whose post may not be published any more stays a proposal', async () => {
      const { id, version } = await propose({ closesOn: '2026-11-24' });
      world.clock.set('2026-11-25T09:00:00+08:00');
      const late = { id, version, ...approval, idempotencyKey: key() };
      expect(await refusal(world.proposals.decide(officer, late))).toBe('VALIDATION');
      world.clock.set('2026-11-23T09:00:00+08:00');
      expect((await world.proposals.one(officer, id)).state).toBe('PROPOSED');
    });
  });

  describe('attendance', () => {
    const sheetOf = async () => {
      const one = await world.placed(on('2026-10-01'));
      const two = await world.placed(on('2026-10-12'), one.postId);
      return { ...one, second: two };
    };
    const rows = (first: string, second: string, present = 20) => [
      { placementId: first, daysDue: 20, daysPresent: present },
      { placementId: second, daysDue: 15, daysPresent: 15 },
    ];

    it('is entered by the town, closed once by an officer, and counts', async () => {
      const { postId, placementId, second, personId } = await sheetOf();
      const input = { postId, month: '2026-10', rows: rows(placementId, second.placementId), idempotencyKey: key() };
      expect(await refusal(world.attendance.close(officer, postId, '2026-10'))).toBe('STATE_CONFLICT');
      await world.attendance.record(town, input);
      await world.attendance.record(town, { ...input, idempotencyKey: key() });
      expect(await manager().countBy(AttendanceEntry, { placementId })).toBe(1);
      const asked = () => world.attendance.attendedMonths(personId, on('2026-09-15'), on('2026-11-01'));
      expect((await asked()).map(({ code }) => code)).toEqual(['NOT_PLACED', 'NOT_CLOSED', 'NOT_CLOSED']);
      const codes = await atOnce([
        world.attendance.close(officer, postId, '2026-10'),
        world.attendance.close(other, postId, '2026-10'),
      ]);
      expect(codes).toEqual(['done', 'done']);
      expect(await manager().countBy(AttendanceClose, { postId })).toBe(1);
      expect((await asked()).map(({ answer }) => answer)).toEqual(['NOT', 'COUNTS', 'UNKNOWN']);
      // The second one began in the middle of the month: no row says what that is.
      const part = await world.attendance.attendedMonths(second.personId, on('2026-10-01'), on('2026-10-31'));
      expect(part).toMatchObject([{ answer: 'UNKNOWN', code: 'LAW_UNKNOWN' }]);
    });

    it('of a closed month is corrected with a reason, keeps what stood, and counts anew when another officer confirms it', async () => {
      const { postId, placementId, second, personId } = await sheetOf();
      const record = (viewer: SignedIn, present: number, reason?: string) =>
        world.attendance.record(viewer, {
          postId,
          month: '2026-10',
          rows: rows(placementId, second.placementId, present),
          ...(reason ? { reason } : {}),
          idempotencyKey: key(),
        });
      await record(town, 20);
      await world.attendance.close(officer, postId, '2026-10');
      expect(await refusal(record(town, 0))).toBe('VALIDATION');
      const sheet = await record(officer, 0, '单位报错了');
      const answer = async () =>
        (await world.attendance.attendedMonths(personId, on('2026-10-01'), on('2026-10-31')))[0]?.answer;
      expect(await answer()).toBe('COUNTS');
      const entries = sheet.rows.find((row) => row.placementId === placementId)?.entries ?? [];
      expect(entries.map(({ serial, daysPresent }) => [serial, daysPresent])).toEqual([
        [2, 0],
        [1, 20],
      ]);
      const [newest, first] = entries.map(({ id }) => id) as [string, string];
      expect(await refusal(world.attendance.confirm(officer, newest))).toBe('SELF_APPROVAL');
      expect(await refusal(world.attendance.confirm(other, first))).toBe('STATE_CONFLICT');
      expect(await refusal(world.attendance.confirm(abroad, newest))).toBe('NOT_FOUND');
      await world.attendance.confirm(other, newest);
      expect(await answer()).toBe('NOT');
      expect(await refusal(world.attendance.confirm(other, newest))).toBe('STATE_CONFLICT');
    });

    it('is refused for days that do not fit, people who were not there, months to come, and another region', async () => {
      const { postId, placementId, second } = await sheetOf();
      const record = (over: object, viewer = town) =>
        world.attendance.record(viewer, {
          postId,
          month: '2026-10',
          rows: rows(placementId, second.placementId),
          idempotencyKey: key(),
          ...over,
        });
      const field = (over: object) =>
        record(over).then(
          () => null,
          (error) => error.details?.field ?? error.field,
        );
      expect(await field({ rows: [{ placementId: second.placementId, daysDue: 21, daysPresent: 1 }] })).toBe(
        'rows.0.daysDue',
      );
      expect(await field({ rows: [{ placementId, daysDue: 20, daysPresent: 21 }] })).toBe('rows.0.daysPresent');
      expect(await refusal(record({ month: '2026-09' }))).toBe('NOT_FOUND');
      expect(await refusal(record({ month: '2026-12' }))).toBe('VALIDATION');
      expect(await refusal(record({ month: '2026-13' }))).toBe('VALIDATION');
      expect(await refusal(record({}, abroad))).toBe('NOT_FOUND');
      await record({ month: '2026-11' });
      expect(await refusal(world.attendance.close(officer, postId, '2026-11'))).toBe('STATE_CONFLICT');
      expect(await manager().countBy(AttendanceEntry, { placementId, month: '2026-10' })).toBe(0);
    });

    it('of who entered it is not closed by himself, and nothing of the close stays', async () => {
      const { postId, placementId, second } = await sheetOf();
      const input = { postId, month: '2026-10', rows: rows(placementId, second.placementId), idempotencyKey: key() };
      expect((await world.attendance.record(officer, input)).mayClose).toBe(false);
      expect(await refusal(world.attendance.close(officer, postId, '2026-10'))).toBe('SELF_APPROVAL');
      expect(await manager().countBy(AttendanceClose, { postId })).toBe(0);
      expect((await world.attendance.close(other, postId, '2026-10')).closedOn).toBe(TODAY);
    });

    it('entered by two at the same time is one row', async () => {
      const { postId, placementId } = await sheetOf();
      const record = (present: number) =>
        world.attendance.record(town, {
          postId,
          month: '2026-10',
          rows: [{ placementId, daysDue: 20, daysPresent: present }],
          idempotencyKey: key(),
        });
      await atOnce([record(18), record(18), record(18)]);
      const entries = await manager().findBy(AttendanceEntry, { placementId });
      expect(new Set(entries.map(({ serial }) => serial)).size).toBe(entries.length);
    });
  });

  describe('an exit', () => {
    const begin = (placementId: string, over: object = {}, viewer = officer) =>
      world.exits.begin(viewer, {
        placementId,
        reason: 'OTHER_JOB',
        basis: '在县里找到了工作',
        lastDay: TODAY,
        idempotencyKey: key(),
        ...over,
      });
    const openings = async (id: string) => (await manager().findOneByOrFail(Post, { id })).openings;

    it('with nothing against the person ends at once, and the seat opens only when the officer says so', async () => {
      const one = await world.placed(on('2026-01-01'));
      const before = await openings(one.postId);
      await begin(one.placementId);
      expect(await openings(one.postId)).toBe(before);
      const two = await world.placed(on('2026-01-01'));
      await begin(two.placementId, { reopen: true });
      expect(await openings(two.postId)).toBe(before + 1);
      expect(await world.placements.ofPerson(two.personId)).toMatchObject([
        { endedOn: TODAY, endReason: 'OTHER_JOB', live: null },
      ]);
      expect(await refusal(begin(two.placementId))).toBe('STATE_CONFLICT');
      expect(await manager().countBy(Message, { personId: two.personId })).toBe(1);
    });

    it('sent twice with one key is one; by two officers at once the second finds him gone', async () => {
      const { placementId, postId } = await world.placed(on('2026-01-01'));
      const idempotencyKey = key();
      const [one, two] = [
        await begin(placementId, { reopen: true, idempotencyKey }),
        await begin(placementId, { reopen: true, idempotencyKey }),
      ];
      expect(two).toBe(one);
      expect(await openings(postId)).toBe(3);
      const again = await world.placed(on('2026-01-01'));
      const codes = await atOnce([begin(again.placementId), begin(again.placementId, {}, other)]);
      expect(codes).toEqual(['STATE_CONFLICT', 'done']);
      expect(await manager().countBy(WelfareExitCase, { placementId: again.placementId })).toBe(1);
    });

    it.each(['FALSE_DATA', 'ABSENCE', 'REFUSED'] as const)(
      'for %s is told first, waits for the answer, and is decided by another officer',
      async (reason) => {
        const { placementId, personId } = await world.placed(on('2026-01-01'));
        const basis = '请看记录';
        expect(await refusal(begin(placementId, { reason, basis, answerBy: TODAY }))).toBe('VALIDATION');
        const id = await begin(placementId, { reason, basis, answerBy: addDays(TODAY, 5) });
        expect(await manager().countBy(Message, { personId })).toBe(1);
        expect((await world.placements.ofPerson(personId))[0]?.live).toBe(1);
        expect(await refusal(begin(placementId))).toBe('STATE_CONFLICT');
        const decide = (viewer: SignedIn, over: object = {}) =>
          world.exits.decide(viewer, {
            id,
            version: 1,
            outcome: 'END',
            decision: '属实',
            lastDay: TODAY,
            idempotencyKey: key(),
            ...over,
          });
        expect(await refusal(decide(officer, { answer: '住院了' }))).toBe('SELF_APPROVAL');
        expect(await refusal(decide(other))).toBe('STATE_CONFLICT');
        expect(await refusal(decide(abroad, { answer: '住院了' }))).toBe('NOT_FOUND');
        world.clock.set('2026-11-28T09:00:00+08:00');
        expect(await refusal(decide(other))).toBe('STATE_CONFLICT');
        world.clock.set('2026-11-29T09:00:00+08:00');
        const codes = await atOnce([decide(other), decide(other)]);
        world.clock.set('2026-11-23T09:00:00+08:00');
        expect(codes[1]).toBe('done');
        expect(['STATE_CONFLICT', 'VERSION_CONFLICT']).toContain(codes[0]);
        expect(await world.placements.ofPerson(personId)).toMatchObject([{ endReason: reason, live: null }]);
      },
    );

    it('that is dropped after the answer leaves the person where he is', async () => {
      const { placementId, personId } = await world.placed(on('2026-01-01'));
      const id = await begin(placementId, { reason: 'ABSENCE', answerBy: addDays(TODAY, 5) });
      const input = {
        id,
        version: 1,
        outcome: 'DROP' as const,
        answer: '陪母亲看病',
        decision: '有正当理由',
        idempotencyKey: key(),
      };
      await world.exits.decide(other, input);
      expect((await world.placements.ofPerson(personId))[0]?.live).toBe(1);
      const [exit] = (await world.exits.of(officer, [placementId])).get(placementId) ?? [];
      expect(exit).toMatchObject({ state: 'DROPPED', answer: '陪母亲看病', decision: '有正当理由' });
      const stored = JSON.stringify(await manager().findBy(WelfareExitCase, { placementId }));
      expect(stored).not.toContain('陪母亲');
    });

    it('of the own post is somebody else’s business, and a region abroad finds nobody', async () => {
      const { placementId, personId } = await world.placed(on('2026-01-01'));
      expect(await refusal(begin(placementId, {}, { ...officer, personId }))).toBe('SELF_APPROVAL');
      expect(await refusal(begin(placementId, {}, abroad))).toBe('NOT_FOUND');
      expect(await refusal(begin(placementId, { lastDay: addDays(TODAY, 1) }))).toBe('VALIDATION');
      expect(await manager().countBy(WelfareExitCase, { placementId })).toBe(0);
    });

    it('is given out to the person, and forgotten with him', async () => {
      const { placementId, personId } = await world.placed(on('2026-01-01'));
      await begin(placementId);
      const part = new WelfarePart(db.unitOfWork, world.exits, new PersonParts());
      const sections = await part.collect({ personId } as never);
      expect(JSON.stringify(sections)).toContain('在县里找到了工作');
      await db.unitOfWork.run(() => part.erase({ personId } as never));
      expect(JSON.stringify(await part.collect({ personId } as never))).not.toContain('在县里找到了工作');
    });
  });

  describe('the share, with both lists', () => {
    it('counts who is there on the day with a good certificate, and the seats that were reported', async () => {
      const postId = await world.post({
        kind: 'PUBLIC_WELFARE',
        openings: 9,
        welfareKind: 'WATER_KEEPER',
        workDivisionCode: '640324102000',
      });
      const good = await world.placed(on('2026-05-01'), postId);
      await world.placed(on('2026-05-01'), postId, { certificateExpiresOn: on('2026-11-22') });
      const filter = { divisionCode: '640324102000', welfareKind: 'WATER_KEEPER' };
      const row = async () =>
        (await world.desk.share(officer)).rows.find(({ divisionCode }) => divisionCode === '640324102000');
      expect(await row()).toMatchObject({ inUse: 2, disabled: 1, welfareKind: 'WATER_KEEPER', kindText: '水管员' });
      const input = { postId, onDay: TODAY, inUse: 10, source: '十一月花名册' };
      expect(await refusal(world.desk.recordSeats(officer, { ...input, onDay: addDays(TODAY, 1) }))).toBe('VALIDATION');
      expect(await refusal(world.desk.recordSeats(abroad, input))).toBe('NOT_FOUND');
      await world.desk.recordSeats(officer, input);
      await world.desk.recordSeats(officer, { ...input, inUse: 11 });
      expect(await manager().countBy(WelfareSeats, { postId })).toBe(1);
      expect(await row()).toMatchObject({ inUse: 11, disabled: 1 });
      // Every number equals its list.
      const posts = await world.desk.posts(officer, { first: 100, filter });
      const people = await world.desk.people(officer, { first: 100, filter });
      expect(posts.edges.reduce((sum, { node }) => sum + node.inUse, 0)).toBe(11);
      expect(people.edges.filter(({ node }) => node.counted).map(({ node }) => node.id)).toEqual([good.placementId]);
      expect(people.totalCount).toBe(2);
      // On the day before he came, nobody was there.
      expect(
        (await world.desk.people(officer, { first: 9, filter: { ...filter, day: '2026-04-30' } })).totalCount,
      ).toBe(0);
      expect(
        (await world.desk.people(officer, { first: 9, filter: { ...filter, day: '2026-05-01' } })).totalCount,
      ).toBe(2);
      expect((await world.desk.share(abroad)).rows).toEqual([]);
    });

    it('is no verdict while the seats of one post are not reported', async () => {
      await world.parameter('post.share.min', '0.1');
      const all = await world.desk.posts(officer, { first: 100 });
      for (const { node } of all.edges)
        await world.desk.recordSeats(officer, { postId: node.id, onDay: TODAY, inUse: 100, source: '花名册' });
      expect(await world.desk.share(officer)).toMatchObject({ unreported: 0, meets: false });
      expect((await world.desk.share(officer)).missing).toBeGreaterThan(0);
      await world.post({ kind: 'PUBLIC_WELFARE', openings: 1, workDivisionCode: '640324102000' });
      const share = await world.desk.share(officer);
      expect(share).toMatchObject({ unreported: 1, meets: null, missing: null });
      expect(share.share).not.toBeNull();
    });

    it('says that no day was entered, and takes the county’s day when one is', async () => {
      expect((await world.desk.share(officer)).dayBasis).toContain('没有录入规定');
      await world.parameter('setting.postShareDay', 'LAST_YEAR_END');
      const share = await world.desk.share(officer);
      expect(share).toMatchObject({ day: '2025-12-31', inUse: 0, share: null, meets: null });
    });

    it('pages its lists', async () => {
      const first = await world.desk.posts(officer, { first: 1 });
      const next = await world.desk.posts(officer, { first: 1, after: String(first.pageInfo.endCursor) });
      expect(next.edges[0]?.node.id).not.toBe(first.edges[0]?.node.id);
      expect(await refusal(world.desk.posts(officer, { first: 1, filter: { divisionCode: '99' } }))).toBe(
        'DIVISION_UNKNOWN',
      );
    });
  });

  // Last: the county's limit holds for everybody from here on.
  describe('terms', () => {
    it('end by the county’s limit; who is near the end is listed, the person told once and the office too', async () => {
      await world.parameter('post.maxMonths', '12');
      // 2026-12-23 is thirty days away, 2027-02-21 ninety, 2027-02-22 ninety-one.
      const [thirty, ninety, far] = [
        await world.placed(on('2025-12-24')),
        await world.placed(on('2026-02-22')),
        await world.placed(on('2026-02-23')),
      ];
      const page = await world.desk.alerts(officer, { first: 100 });
      const alertOf = (id: string) => page.edges.find(({ node }) => node.id === id)?.node;
      expect(alertOf(thirty.placementId)).toMatchObject({ alert: 30, termEndsOn: '2026-12-23' });
      expect(alertOf(ninety.placementId)).toMatchObject({ alert: 90, termEndsOn: '2027-02-21' });
      expect(alertOf(far.placementId)).toBeUndefined();
      const ends = page.edges.map(({ node }) => String(node.termEndsOn));
      expect(ends).toEqual(ends.toSorted());
      const one = await world.desk.alerts(officer, { first: 1 });
      const two = await world.desk.alerts(officer, { first: 1, after: String(one.pageInfo.endCursor) });
      expect([one, two].map(({ edges }) => edges[0]?.node.id)).toEqual(
        page.edges.slice(0, 2).map(({ node }) => node.id),
      );

      expect(await world.alerts.tell()).toBe(page.totalCount);
      expect(await world.alerts.tell()).toBe(0);
      const told = (personId: string) => manager().countBy(Message, { personId });
      expect([await told(thirty.personId), await told(far.personId)]).toEqual([1, 0]);
      expect(await manager().countBy(Message, { accountId: officer.id })).toBeGreaterThan(0);
      world.clock.set('2026-11-24T09:00:00+08:00');
      expect(await world.alerts.tell()).toBe(1);
      expect(await told(far.personId)).toBe(1);
      world.clock.set('2026-11-23T09:00:00+08:00');
      expect(await manager().countBy(TermAlert, { placementId: thirty.placementId })).toBe(1);
      const early = world.exits.begin(officer, {
        placementId: thirty.placementId,
        reason: 'TERM',
        basis: '期满',
        lastDay: TODAY,
        idempotencyKey: key(),
      });
      expect(await refusal(early)).toBe('VALIDATION');
    });

    it('are longer by a dated decision, which stands among the reasons', async () => {
      const { placementId } = await world.placed(on('2025-12-24'));
      expect((await world.desk.person(officer, placementId)).termEndsOn).toBe('2026-12-23');
      await world.parameter('post.relax.termMonths', '6');
      const person = await world.desk.person(officer, placementId);
      expect(person).toMatchObject({ termEndsOn: '2027-06-23', served: '11个月' });
      expect(person.termReasons.join('')).toContain('放宽6个月（示例文件 post.relax.termMonths）');
    });
  });
});

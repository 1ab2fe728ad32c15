import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEntry, type Role, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Person } from '@tongxing/people';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { entities, setup } from '../../test/setup.js';
import { PlacementOutcome } from '../placement-outcome.entity.js';
import { Placement } from '../placement.entity.js';
import type { RecordOutcomeInput } from '../placement.types.js';

const TODAY = '2026-11-23';
const COUNTY = '640324000000';
const AT_ONCE = 5;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let served: Set<string>;

  const staff = (role: Role, divisionCode = COUNTY): SignedIn => ({
    id: newId(),
    displayName: '工作人员',
    roles: [role],
    divisionCode,
  });
  const officer = staff('OFFICER');
  const counsellor = staff('COUNSELLOR');

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    served = new Set();
    world.caseloads.register({
      holds: (_: string, personId: string) => Promise.resolve(served.has(personId)),
      workersOf: () => Promise.resolve([]),
      heldBy: async () => [],
    });
  });
  beforeEach(() => served.clear());
  afterAll(() => db.close());

  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => [error.code, error.field].filter(Boolean).join(' '),
    );
  const placed = async (kind: string, viewer = officer) => {
    const { id: personId } = await world.person();
    const postId = await world.post({ kind });
    const input = { personId, postId, startedOn: '2026-09-01', idempotencyKey: newId() };
    const file = await world.placementDesk.record(viewer, input);
    return { personId, postId, input, id: file.placement.id, file };
  };
  const tell = (placementId: string, over: Partial<RecordOutcomeInput>, viewer = officer) =>
    world.placementDesk.recordOutcome(viewer, { placementId, fact: 'INCOME', ...over });
  const income = (placementId: string, yuan: string, over: Partial<RecordOutcomeInput> = {}) =>
    tell(placementId, { month: '2026-10', word: 'WAGE', yuan, ...over });
  const statusOf = async (id: string) => (await db.unitOfWork.manager.findOneByOrFail(Person, { id })).employmentStatus;

  describe('a placement that is recorded', () => {
    it('is one for its key, takes one opening, tells the person, and another request with the key is refused', async () => {
      const { input, id, personId } = await placed('PROPORTIONAL');
      expect((await world.placementDesk.record(officer, input)).placement.id).toBe(id);
      expect(await db.unitOfWork.manager.countBy(Placement, { personId })).toBe(1);
      const other = { ...input, startedOn: '2026-09-02' };
      expect(await refusal(world.placementDesk.record(officer, other))).toBe('IDEMPOTENCY_MISMATCH idempotencyKey');
      const { rows } = await world.messages.page({ ...officer, id: newId(), personId }, { first: 10 });
      expect(rows.map(({ text }) => text.slice(0, 6))).toEqual(['给您登记了就']);
    });

    it('is not recorded by another county, by a counsellor of other people, or for a post that is a draft', async () => {
      const { id: personId } = await world.person();
      const postId = await world.post();
      const draft = await world.post({ state: 'DRAFT' });
      const input = { personId, postId, startedOn: TODAY, idempotencyKey: newId() };
      const by = (viewer: SignedIn, over = {}) =>
        refusal(world.placementDesk.record(viewer, { ...input, idempotencyKey: newId(), ...over }));
      expect(await by(staff('OFFICER', '360734000000'))).toBe('NOT_FOUND');
      expect(await by(counsellor)).toBe('NOT_FOUND');
      expect(await by(officer, { postId: draft })).toBe('STATE_CONFLICT');
      expect(await by(officer, { startedOn: '2026-11-24' })).toBe('VALIDATION startedOn');
      expect(await by(officer, { startedOn: '2026-02-30' })).toBe('VALIDATION startedOn');
      expect(await db.unitOfWork.manager.countBy(Placement, { personId })).toBe(0);
      served.add(personId);
      expect(await by(counsellor)).toBe('done');
    });

    it('is not recorded for somebody whose certificate is cancelled or who asked to be deleted', async () => {
      const [cancelled, erased] = [await world.person({ state: 'CANCELLED' }), await world.person({ state: 'ERASED' })];
      const postId = await world.post({ openings: 2 });
      const of = (personId: string) =>
        refusal(world.placementDesk.record(officer, { personId, postId, startedOn: TODAY, idempotencyKey: newId() }));
      expect([await of(cancelled.id), await of(erased.id)]).toEqual(['STATE_CONFLICT', 'NOT_FOUND']);
    });
  });

  describe('an outcome', () => {
    it('is kept once a slot: the same words change nothing, other words correct it with a trail', async () => {
      const { id } = await placed('PROPORTIONAL');
      await income(id, '1800');
      await income(id, '1800.00');
      const row = await db.unitOfWork.manager.findOneByOrFail(PlacementOutcome, { placementId: id });
      expect([row.fen, row.version]).toEqual([180_000, 1]);
      const file = await income(id, '0');
      expect(file.outcomes.map(({ yuan }) => yuan)).toEqual(['0.00']);
      expect(file.placement.months.map(({ month, yuan }) => [month, yuan])).toEqual([
        ['2026-11', null],
        ['2026-10', '0.00'],
        ['2026-09', null],
      ]);
    });

    it('of several who tell the same slot at once is one row', async () => {
      const { id } = await placed('PROPORTIONAL');
      const codes = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) => refusal(income(id, String(1000 + index)))),
      );
      expect(codes.every((code) => code === 'done' || code === 'STATE_CONFLICT')).toBe(true);
      expect(codes).toContain('done');
      expect(await db.unitOfWork.manager.countBy(PlacementOutcome, { placementId: id })).toBe(1);
    });

    it('that the kind does not have is refused at its field, and so is an amount that is none', async () => {
      const { id } = await placed('INTERNSHIP');
      expect(await refusal(tell(id, { fact: 'INSURANCE', on: TODAY }))).toBe('VALIDATION fact');
      expect(await refusal(income(id, '900'))).toBe('VALIDATION word');
      expect(await refusal(income(id, '12,00', { word: 'ALLOWANCE' }))).toBe('VALIDATION yuan');
      expect(await refusal(income(id, '900', { word: 'ALLOWANCE', month: '2026-08' }))).toBe('VALIDATION month');
      expect(await refusal(income(id, '900', { word: 'ALLOWANCE' }))).toBe('done');
    });

    it('is told by the counsellor of the person and by nobody else of the desk', async () => {
      const { id, personId } = await placed('PROPORTIONAL');
      const contract = { fact: 'CONTRACT' as const, on: '2026-09-01', word: 'LABOUR_CONTRACT' };
      expect(await refusal(tell(id, contract, counsellor))).toBe('NOT_FOUND');
      expect(await refusal(tell(id, contract, staff('OFFICER', '360734000000')))).toBe('NOT_FOUND');
      served.add(personId);
      expect((await tell(id, contract, counsellor)).placement.contractText).toBe('劳动合同');
    });

    it('goes with the rest of its unit of work', async () => {
      const { id } = await placed('PROPORTIONAL');
      const before = await db.unitOfWork.manager.count(AuditEntry);
      const cut = db.unitOfWork.run(async () => {
        await income(id, '1800');
        throw new Error('the power went');
      });
      await expect(cut).rejects.toThrow('the power went');
      expect(await db.unitOfWork.manager.countBy(PlacementOutcome, { placementId: id })).toBe(0);
      expect(await db.unitOfWork.manager.count(AuditEntry)).toBe(before);
    });
  });

  describe('见习', () => {
    it('is counted once when somebody is kept on, who has work from then on; the word can be taken back', async () => {
      const { id, personId } = await placed('INTERNSHIP');
      expect(await statusOf(personId)).toBe('UNEMPLOYED');
      const keptBefore = (await world.placementDesk.figures(officer, 2026)).kept;
      const say = (word: string, on = TODAY) => tell(id, { fact: 'CONVERSION', word, on });
      await say('KEPT');
      await say('KEPT', '2026-11-20');
      expect(await statusOf(personId)).toBe('EMPLOYED');
      const { kept } = await world.placementDesk.figures(officer, 2026);
      expect(kept).toBe(keptBefore + 1);
      const { totalCount } = await world.placementDesk.list(officer, { first: 1 }, { keptIn: 2026 });
      expect(totalCount).toBe(kept);
      expect((await world.placementDesk.figures(officer, 2025)).kept).toBe(0);
      await say('NOT_KEPT');
      expect(await statusOf(personId)).toBe('UNEMPLOYED');
      expect((await world.placementDesk.figures(officer, 2026)).kept).toBe(keptBefore);
    });

    it('has a school, on whose name the copy of somebody deleted says nothing', async () => {
      const { id, personId } = await placed('INTERNSHIP');
      const { placement } = await tell(id, { fact: 'SCHOOL', text: '示例职业学校' });
      expect(placement.school).toBe('示例职业学校');
      await db.unitOfWork.run(() => world.placementPart.erase({ personId } as never));
      expect(await db.unitOfWork.manager.countBy(PlacementOutcome, { placementId: id, fact: 'SCHOOL' })).toBe(0);
    });
  });

  describe('the list', () => {
    it('counts every kind by the query that lists it, in the region and year alone', async () => {
      for (const kind of ['AUXILIARY', 'FLEXIBLE']) await placed(kind);
      const figures = await world.placementDesk.figures(officer, 2026);
      for (const { kind, begun } of figures.kinds) {
        const { totalCount } = await world.placementDesk.list(officer, { first: 1 }, { kind, year: 2026 });
        expect([kind, totalCount]).toEqual([kind, begun]);
      }
      const all = await world.placementDesk.list(officer, { first: 1 }, { year: 2026 });
      expect(all.totalCount).toBe(figures.begun);
      expect((await world.placementDesk.list(officer, { first: 1 }, { live: true })).totalCount).toBe(figures.live);
      expect((await world.placementDesk.list(officer, { first: 1 }, { year: 2025 })).totalCount).toBe(0);
      const elsewhere = await world.placementDesk.list(staff('OFFICER', '360734000000'), { first: 10 }, null);
      expect(elsewhere.totalCount).toBe(0);
    });

    it('goes on after its cursor without a gap, those of one day too', async () => {
      for (let turn = 0; turn < 3; turn += 1) await placed('CONCENTRATED');
      const filter = { kind: 'CONCENTRATED' };
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await world.placementDesk.list(officer, { first: 1, ...(after ? { after } : {}) }, filter);
        seen.push(...page.edges.map(({ node }) => node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor ?? undefined;
      }
      expect(new Set(seen).size).toBe((await world.placementDesk.list(officer, { first: 1 }, filter)).totalCount);
    });

    it('holds nothing of a disability', async () => {
      const { file } = await placed('PROPORTIONAL');
      expect(Object.keys(file.placement).join(' ')).not.toMatch(/category|grade|certificate|level|disab/i);
    });
  });

  describe('leaving', () => {
    it('leads out of a public-welfare post by the exit alone', async () => {
      const { id } = await placed('PUBLIC_WELFARE');
      const input = { id, endedOn: TODAY, reason: 'RESIGNED' as const, idempotencyKey: newId() };
      expect(await refusal(world.placementDesk.end(officer, input))).toBe('STATE_CONFLICT');
      expect((await world.placementDesk.file(officer, id)).placement.live).toBe(true);
    });

    it('ends once with its reason, and the one who left is told once', async () => {
      const { id, personId } = await placed('PROPORTIONAL');
      const idempotencyKey = newId();
      const end = (over = {}) =>
        world.placementDesk.end(officer, {
          id,
          endedOn: TODAY,
          reason: 'RESIGNED',
          idempotencyKey: newId(),
          ...over,
        });
      expect(await refusal(end({ endedOn: '2026-08-31' }))).toBe('VALIDATION endedOn');
      expect(await refusal(end({ endedOn: '2026-11-24' }))).toBe('VALIDATION endedOn');
      const left = { live: false, endedOn: TODAY, endText: '本人不做了' };
      expect((await end({ idempotencyKey })).placement).toMatchObject(left);
      // The command that came twice is answered, the deed said twice is not.
      expect((await end({ idempotencyKey })).placement).toMatchObject(left);
      expect(await refusal(end())).toBe('STATE_CONFLICT');
      expect(await refusal(end({ reason: 'TERM' }))).toBe('STATE_CONFLICT');
      expect(await refusal(end({ idempotencyKey, reason: 'TERM' }))).toBe('IDEMPOTENCY_MISMATCH idempotencyKey');
      const { rows } = await world.messages.page({ ...officer, id: newId(), personId }, { first: 10 });
      expect(rows).toHaveLength(2);
      expect(await refusal(income(id, '1800', { month: '2026-11' }))).toBe('done');
    });
  });

  describe('a project', () => {
    const save = (over = {}) =>
      world.projects.save(officer, {
        title: `项目${newId()}`,
        kind: '云客服',
        hostName: '示例合作社',
        places: 3,
        startedOn: '2026-06-01',
        ...over,
      });

    it('is shown to everybody while one of its posts has an opening, and who took it takes part', async () => {
      const project = await save();
      expect([project.kind, project.kindText, project.free]).toEqual(['CLOUD_SERVICE', '云客服', 0]);
      const shown = async () => (await world.projects.publicProjects({ first: 50 })).edges.map(({ node }) => node);
      expect(await shown()).toEqual([]);
      const postId = await world.post({ kind: 'FLEXIBLE', projectId: project.id, openings: 1 });
      expect(await shown()).toMatchObject([{ id: project.id, free: 1, kindText: '云客服' }]);
      const { id: personId } = await world.person();
      const input = { personId, postId, startedOn: '2026-10-05', idempotencyKey: newId() };
      const { placement } = await world.placementDesk.record(officer, input);
      expect(placement.project?.id).toBe(project.id);
      expect(await shown()).toEqual([]);
      const months = await world.placementDesk.projectMonths(officer, project.id);
      expect(months).toEqual([
        { month: '2026-11', participants: 1, told: 0, yuan: null },
        { month: '2026-10', participants: 1, told: 0, yuan: null },
        { month: '2026-09', participants: 0, told: 0, yuan: null },
      ]);
      await tell(placement.id, { month: '2026-10', word: 'SALES', yuan: '0' });
      const [, october] = await world.placementDesk.projectMonths(officer, project.id);
      expect(october).toEqual({ month: '2026-10', participants: 1, told: 1, yuan: '0.00' });
    });

    it('has one host, a title of its own and a version; another county does not see it', async () => {
      const project = await save({ title: '直播小站' });
      expect(await refusal(save({ title: '直播小站' }))).toBe('DUPLICATE title');
      expect(await refusal(save({ hostName: null }))).toBe('VALIDATION hostName');
      expect(await refusal(save({ hostCreditCode: '91640324MA76XY016F' }))).toBe('VALIDATION hostName');
      expect(await refusal(save({ divisionCode: '360734000000' }))).toBe('DIVISION_UNKNOWN divisionCode');
      const other = staff('OFFICER', '360734000000');
      expect(await refusal(world.projects.one(other, project.id))).toBe('NOT_FOUND');
      const again = { id: project.id, version: project.version, title: '直播小站二' };
      expect((await save(again)).version).toBe(project.version + 1);
      expect(await refusal(save(again))).toBe('VERSION_CONFLICT');
      const closed = await world.projects.close(officer, project.id, project.version + 1);
      expect([closed.state, closed.closedOn]).toEqual(['CLOSED', TODAY]);
      expect((await world.projects.close(officer, project.id, 1)).state).toBe('CLOSED');
    });

    it('of another county, of another host, or closed takes no post', async () => {
      const project = await save();
      const employer = { id: await world.employer(), divisionCode: COUNTY };
      const join = (id: string | null, over = {}) =>
        refusal(world.projects.requireJoinable(id, { ...employer, ...over }));
      expect(await join(null)).toBe('done');
      expect(await join(project.id)).toBe('done');
      expect(await join(project.id, { divisionCode: '360734000000' })).toBe('VALIDATION projectId');
      expect(await join(newId())).toBe('VALIDATION projectId');
      const hosted = await save({ hostName: null, hostCreditCode: '91640324MA76XY016F' });
      expect(await join(hosted.id)).toBe('done');
      expect(await join(hosted.id, { id: newId() })).toBe('VALIDATION projectId');
      await world.projects.close(officer, project.id, project.version);
      expect(await join(project.id)).toBe('VALIDATION projectId');
    });
  });

  it('keeps the day of a contract that ended apart from the next one', async () => {
    const { id } = await placed('PROPORTIONAL');
    const contract = (on: string, until?: string) =>
      tell(id, { fact: 'CONTRACT', on, word: 'LABOUR_CONTRACT', ...(until ? { until } : {}) });
    await contract('2026-09-01', '2026-10-31');
    const { outcomes } = await contract('2026-11-01');
    expect(outcomes.map(({ on, until }) => [on, until])).toEqual([
      [isoDate('2026-11-01'), null],
      [isoDate('2026-09-01'), isoDate('2026-10-31')],
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Divisions, type Scope, SCOPES, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { FixedClock, newId } from '@tongxing/platform';
import { entities } from '../../test/setup.js';
import { AllocationRound, RoundChoice, RoundEntrant, RoundPost, RoundResult, RoundStepTaken } from '../round.entity.js';
import { atOnce, DAYS, officer, roundWorld, VALUE, verifier } from './a-round.js';

const AUDITOR: Partial<SignedIn> = { roles: ['AUDITOR'] };
const villages = ['640324100000', '640324101000'].flatMap((town) =>
  Divisions.shipped()
    .children(town)
    .map(({ code }) => code),
);

/** Every leaf of a value with the way to it. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, entry]) =>
    leaves(entry, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** One way of each shape: the same field of every entrant is looked at in one of them. */
function shapes(value: unknown): (string | number)[][] {
  const seen = new Map<string, (string | number)[]>();
  for (const path of leaves(value))
    seen.set(path.map((name) => (typeof name === 'number' ? '*' : name)).join('.'), path);
  return [...seen.values()];
}

/** A copy with one leaf changed to another value of its sort. */
function changed(value: unknown, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  const old = at[last];
  if (typeof old === 'number') at[last] = old + 1;
  else if (typeof old === 'boolean') at[last] = !old;
  else if (old === null) at[last] = { tier: 1, local: false, number: 1 };
  else at[last] = old === 'SOURCE' ? 'FALLBACK' : `${String(old)}0`;
  return copy;
}

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof roundWorld>>;
  let verify: Awaited<ReturnType<typeof verifier>>;
  let used = 0;
  /** Each test has people of its own. */
  const nextVillage = (): string => villages[used++] as string;

  beforeAll(async () => {
    verify = await verifier();
    db = await engine.open();
    world = await roundWorld(db);
  });
  afterAll(() => db.close());
  beforeEach(() => world.on(DAYS.announce));

  const rows = () => db.unitOfWork.manager;
  const stateOf = async (id: string) => (await rows().findOneByOrFail(AllocationRound, { id })).state;
  const write = (work: () => Promise<unknown>) => db.unitOfWork.run(work);

  describe('a whole round', () => {
    it('of 30 people and 6 posts goes its fixed way, and its certificate stands up', async () => {
      const division = nextVillage();
      const people = await world.seekers(30, division);
      // Not on the roster: works, does not look for work, was never asked, said no, lives elsewhere.
      const outside = [
        await world.person({ divisionCode: division, employmentStatus: 'EMPLOYED' }),
        await world.person({ divisionCode: division, wantsWork: false }),
        await world.person({ divisionCode: nextVillage() }),
      ];
      const postIds = await world.posts(6);
      const { one, other, desk, steps } = world;
      const reserve = { status: 'ZERO_EMPLOYMENT', seats: 0, basis: '示例办法第3条' };
      const floor = { status: 'ZERO_EMPLOYMENT', share: '1/4', basis: '示例规划', seats: 12, countedOn: DAYS.announce };
      const input = world.input(division, postIds, {
        floor,
        posts: postIds.map((postId, at) => ({
          postId,
          seats: 2,
          reserve: at < 3 ? reserve : null,
          local: at === 5 ? { divisionCode: '640324', basis: '示例办法第6条' } : null,
        })),
      });
      const { id } = await desk.open(one, input);
      expect(await desk.open(one, input)).toEqual({ id });
      await expect(desk.open(one, { ...input, title: '另一轮' })).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
      await expect(desk.open(one, { ...input, idempotencyKey: newId() })).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      const announced = await world.rounds.node(one, id);
      expect(announced).toMatchObject({ state: 'ANNOUNCED', seed: null, entrants: null, steps: [], mine: null });
      expect(announced.posts.map(({ reserved }) => reserved).reduce((sum, count) => sum + count, 0)).toBe(3);

      // Nothing out of its order, nothing before its day.
      await expect(steps.reveal(one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_ORDER' });
      await expect(steps.run(one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_ORDER' });
      await expect(desk.publish(one, id, newId())).rejects.toMatchObject({ code: 'ROUND_STEP_ORDER' });
      await expect(steps.freeze(one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });
      world.on(DAYS.freeze);
      await expect(steps.freeze(one, id)).rejects.toMatchObject({ code: 'SIMULATION_MISSING' });
      await world.simulate(one, id, newId());
      const report = JSON.parse((await world.rounds.node(one, id)).simulation as string);
      expect(report).toMatchObject({ runs: 1000, seats: 12 });
      expect(report.scenarios[0].groups.map(({ group }: { group: string }) => group).sort()).toEqual([
        '其他残疾人',
        '零就业家庭',
      ]);

      // Two people, and the first one pressing twice is still one.
      const key = newId();
      await steps.freeze(one, id, key);
      await steps.freeze(one, id, key);
      await expect(steps.freeze(one, id)).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      expect(await stateOf(id)).toBe('ANNOUNCED');
      expect((await world.rounds.node(one, id)).steps).toMatchObject([{ step: 'FREEZE', waitsForViewer: false }]);
      expect((await world.rounds.node(other, id)).steps).toMatchObject([{ step: 'FREEZE', waitsForViewer: true }]);
      const second = newId();
      await steps.freeze(other, id, second);
      await steps.freeze(other, id, second);
      const entrants = await rows().findBy(RoundEntrant, { roundId: id });
      expect(new Set(entrants.map(({ personId }) => personId))).toEqual(new Set(people.map((person) => person.id)));
      for (const { ticket, personId } of entrants) expect(ticket).not.toContain(String(personId).slice(0, 8));
      expect(entrants.filter(({ statuses }) => statuses.includes('ZERO_EMPLOYMENT'))).toHaveLength(10);
      const [seeker] = people as [(typeof people)[number]];
      await expect(world.submit(seeker.viewer, id, postIds)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });

      // The draw: both say the same value, each for himself.
      await expect(steps.reveal(one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });
      world.on(DAYS.draw);
      const blank = { id, value: ' ', valueFrom: 'SOURCE', idempotencyKey: newId() } as const;
      await expect(desk.reveal(one, blank)).rejects.toMatchObject({ code: 'PUBLIC_VALUE_MISSING' });
      await desk.reveal(one, { id, ...VALUE, value: '03 11 17 20 28 + 06', idempotencyKey: newId() });
      await steps.reveal(other, id);
      expect(await stateOf(id)).toBe('FROZEN');
      await expect(steps.reveal(other, id)).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      await steps.reveal(one, id);
      const drawn = await world.rounds.node(seeker.viewer, id);
      expect(drawn).toMatchObject({ state: 'DRAWN', value: VALUE.value, steps: [], mine: { open: true, choices: [] } });
      const numbers = (await rows().findBy(RoundEntrant, { roundId: id })).map(({ number }) => number as number);
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
      expect((await world.rounds.node(outside[0]!.viewer, id)).mine).toBeNull();

      // Everybody lists some of the posts, all but one.
      for (const [at, { viewer }] of people.entries()) {
        if (at === 29) continue;
        const list = Array.from(
          { length: 1 + (at % 5) },
          (_, step) => postIds[(at * 7 + step * (at % 2 ? 1 : 5)) % 6] as string,
        );
        expect((await world.submit(viewer, id, list)).choices.map(({ postId }) => postId)).toEqual(list);
      }
      expect(await stateOf(id)).toBe('CHOOSING');
      await expect(steps.run(one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });
      await expect(world.choices.myResult(seeker.viewer, id)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });
      world.on(DAYS.close);
      await steps.run(one, id);
      expect(await stateOf(id)).toBe('CLOSED');
      await expect(steps.run(one, id)).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      await expect(world.submit(seeker.viewer, id, postIds)).rejects.toMatchObject({ code: 'CHOICE_LATE' });
      await steps.run(other, id);
      expect(await rows().countBy(RoundResult, { roundId: id })).toBe(30);

      // Nobody hears a result before everybody does, but the auditor, who has no names.
      await expect(world.rounds.certificate(null, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.choices.myResult(seeker.viewer, id)).rejects.toMatchObject({ code: 'ROUND_STEP_EARLY' });
      expect((await world.rounds.node(one, id)).posts.every(({ cutOffs }) => cutOffs.length === 0)).toBe(true);
      const audited = await world.rounds.certificate(officer(AUDITOR), id);
      await desk.publish(one, id, newId());
      await expect(desk.publish(one, id, newId())).rejects.toMatchObject({ code: 'ROUND_STEP_ORDER' });
      const opened = await world.rounds.certificate(null, id);
      expect([audited.kind, opened.kind]).toEqual(['AUDITOR', 'PUBLIC']);
      expect(opened.hash).toBe(audited.hash);
      for (const { file } of [audited, opened]) {
        expect(verify(JSON.parse(file))).toMatchObject({ ok: true, problems: [] });
        for (const person of people) expect(file).not.toContain(person.id);
      }
      expect(Object.keys(JSON.parse(opened.file))).toEqual(['certificate', 'tickets']);
      const elsewhere = officer({ ...AUDITOR, divisionCode: '360734000000' });
      expect((await world.rounds.certificate(elsewhere, id)).kind).toBe('PUBLIC');

      // Any one field changed is found out.
      const file = JSON.parse(audited.file) as Record<string, unknown>;
      const paths = leaves(file.certificate);
      expect(paths.length).toBeGreaterThan(100);
      for (const path of paths)
        expect([path, verify({ ...file, certificate: changed(file.certificate, path) }).ok]).toEqual([path, false]);
      for (const part of ['roster', 'choices', 'places'])
        for (const path of shapes(file[part]))
          expect([part, path, verify({ ...file, [part]: changed(file[part], path) }).ok]).toEqual([part, path, false]);

      // Everybody's own result is what the verifier finds for him, from the public file alone.
      const everybody = JSON.parse(opened.file);
      let placed = 0;
      for (const { viewer, id: personId } of people) {
        const result = await world.choices.myResult(viewer, id);
        const entrant = await rows().findOneByOrFail(RoundEntrant, { roundId: id, personId });
        const list = await rows().find(RoundChoice, { where: { entrantId: entrant.id }, order: { choice: 'ASC' } });
        const { ticket, statuses, divisionCode } = entrant;
        const mine = { ticket, statuses, divisionCode, posts: list.map(({ postId }) => postId) };
        expect(verify(everybody, mine).mine).toEqual({
          number: result.number,
          post: result.postId,
          kind: result.kind,
          choice: result.choice,
        });
        expect(result.why[0]).toBe(`摇到的号：${result.number} 号。`);
        expect(result.why.join('')).not.toMatch(/[0-9a-f]{8}-/);
        if (result.postId === null) continue;
        placed += 1;
        expect(result.why.at(-1)).toBe(`分配到「${result.title}」。`);
        expect(result.why).toHaveLength((result.choice as number) + 2);
      }
      expect(placed).toBe(12);
      const without = await world.choices.myResult(people[29]!.viewer, id);
      expect(without).toMatchObject({ postId: null, why: [expect.anything(), '没有填志愿。'] });
      await expect(world.choices.myResult(outside[0]!.viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await world.rounds.node(seeker.viewer, id)).posts.every(({ cutOffs }) => cutOffs.length > 0)).toBe(true);
      // People and posts are free for the next round.
      expect(await rows().countBy(RoundEntrant, { roundId: id, live: 1 })).toBe(0);
      expect(await rows().countBy(RoundPost, { roundId: id, live: 1 })).toBe(0);
    });
  });

  describe('an announcement', () => {
    it('is refused for what no round can be made of', async () => {
      const division = nextVillage();
      const postIds = await world.posts(2);
      const refused = (over: Parameters<typeof world.input>[2], by = world.one) =>
        world.desk.open(by, world.input(division, postIds, over)).then(
          () => 'OK',
          (error: { code: string }) => error.code,
        );
      const withPosts = (posts: { postId: string; seats: number }[]) => refused({ posts });
      expect(await refused({ drawnOn: DAYS.freeze })).toBe('VALIDATION');
      expect(await refused({ frozenOn: '2026-11-22' })).toBe('VALIDATION');
      expect(await refused({ contractsFrom: DAYS.lastChoice })).toBe('VALIDATION');
      expect(await refused({ frozenOn: '2026-02-30' })).toBe('VALIDATION');
      expect(await refused({ source: ' ' })).toBe('VALIDATION');
      expect(await withPosts([{ postId: postIds[0] as string, seats: 4 }])).toBe('VALIDATION');
      expect(await withPosts([{ postId: newId(), seats: 1 }])).toBe('NOT_FOUND');
      const ordinary = await world.post({ kind: 'PROPORTIONAL' });
      expect(await withPosts([{ postId: ordinary, seats: 1 }])).toBe('VALIDATION');
      const short = await world.post({ closesOn: DAYS.draw as never });
      expect(await withPosts([{ postId: short, seats: 1 }])).toBe('VALIDATION');
      const foreign = await world.post({ divisionCode: '360734000000' });
      expect(await withPosts([{ postId: foreign, seats: 1 }])).toBe('NOT_FOUND');
      expect(await refused({}, officer({ divisionCode: '360734000000' }))).toBe('NOT_FOUND');
      expect(await refused({}, officer(AUDITOR))).toBe('FORBIDDEN');
      expect(await refused({ divisionCode: '640324999000' })).toBe('DIVISION_UNKNOWN');
      // Nothing of it was kept: the posts are still free.
      expect(await refused({})).toBe('OK');
    });

    it('of another region is not there for its officers, auditors and seekers', async () => {
      const division = nextVillage();
      await world.seekers(1, division);
      const { id } = await world.desk.open(world.one, world.input(division, await world.posts(1)));
      const foreign = officer({ divisionCode: '360734000000' });
      const works = [
        () => world.rounds.node(foreign, id),
        () => world.rounds.node(officer({ ...AUDITOR, divisionCode: '360734000000' }), id),
        () => world.simulate(foreign, id, newId()),
        () => world.steps.freeze(foreign, id),
        () => world.steps.reveal(foreign, id),
        () => world.steps.run(foreign, id),
        () => world.desk.publish(foreign, id, newId()),
      ];
      for (const work of works) await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const [stranger] = await world.seekers(1, '360734100201');
      await expect(world.rounds.node(stranger!.viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.rounds.node(officer(AUDITOR), id)).resolves.toMatchObject({ id });
    });

    it('that nobody belongs to is neither simulated nor frozen', async () => {
      const { id } = await world.desk.open(world.one, world.input(nextVillage(), await world.posts(1)));
      await expect(world.simulate(world.one, id, newId())).rejects.toMatchObject({ code: 'ROSTER_EMPTY' });
    });

    it('that ran out of its days ends there, and lets go of its people and posts', async () => {
      const division = nextVillage();
      await world.seekers(2, division);
      const postIds = await world.posts(1);
      const id = await world.drawn(division, postIds);
      await expect(world.drawn(division, await world.posts(1))).rejects.toMatchObject({ code: 'ROSTER_EMPTY' });
      world.on(DAYS.contracts);
      await expect(world.steps.run(world.one, id)).rejects.toMatchObject({ code: 'ROUND_STEP_LATE' });
      const later = {
        frozenOn: '2026-12-06',
        drawnOn: '2026-12-07',
        choicesUntil: '2026-12-08',
        contractsFrom: '2026-12-10',
      };
      const next = await world.desk.open(world.one, world.input(division, postIds, later));
      await world.simulate(world.one, next.id, newId());
      world.on('2026-12-06');
      await world.both('freeze', next.id);
      expect(await rows().countBy(RoundEntrant, { roundId: next.id, live: 1 })).toBe(2);
      world.on('2026-12-08');
      await expect(world.steps.reveal(world.one, next.id)).rejects.toMatchObject({ code: 'ROUND_STEP_LATE' });
    });
  });

  describe('two officers at once', () => {
    it('are the two that a step needs, once each', async () => {
      const division = nextVillage();
      await world.seekers(5, division);
      const { id } = await world.desk.open(world.one, world.input(division, await world.posts(2)));
      await world.simulate(world.one, id, newId());
      const both = [world.one, world.other];
      const third = officer();
      for (const [step, day, state] of [
        ['freeze', DAYS.freeze, 'FROZEN'],
        ['reveal', DAYS.draw, 'DRAWN'],
        ['run', DAYS.close, 'RUN'],
      ] as const) {
        world.on(day);
        expect(await atOnce(both.map((by) => world.steps[step](by, id)))).toEqual(['done', 'done']);
        expect(await stateOf(id)).toBe(state);
        const taken = await rows().findOneByOrFail(RoundStepTaken, { roundId: id, step: step.toUpperCase() as 'RUN' });
        expect(new Set([taken.proposedById, taken.confirmedById])).toEqual(new Set(both.map((by) => by.id)));
        // And nobody after them.
        expect(await atOnce([world.steps[step](third, id)])).toEqual(['ROUND_STEP_ORDER']);
      }
      expect(await rows().countBy(RoundEntrant, { roundId: id })).toBe(5);
      expect(await rows().countBy(RoundResult, { roundId: id })).toBe(5);
    });

    it('freeze on the same report: a newer one wants both words again', async () => {
      const division = nextVillage();
      // Enough people for the report to show figures.
      await world.seekers(6, division);
      const { id } = await world.desk.open(world.one, world.input(division, await world.posts(1)));
      await world.simulate(world.one, id, newId());
      world.on(DAYS.freeze);
      await world.steps.freeze(world.one, id);
      await world.seekers(1, division);
      await world.simulate(world.other, id, newId());
      await world.steps.freeze(world.other, id);
      expect(await stateOf(id)).toBe('ANNOUNCED');
      await world.steps.freeze(world.one, id);
      expect(await stateOf(id)).toBe('FROZEN');
      expect(await rows().countBy(RoundEntrant, { roundId: id })).toBe(7);
    });

    it('who both confirm are one, and the other is told so', async () => {
      const division = nextVillage();
      await world.seekers(5, division);
      const { id } = await world.desk.open(world.one, world.input(division, await world.posts(1)));
      await world.simulate(world.one, id, newId());
      world.on(DAYS.freeze);
      await world.steps.freeze(world.one, id);
      const outcomes = await atOnce([world.other, officer(), officer()].map((by) => world.steps.freeze(by, id)));
      expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
      for (const code of outcomes.filter((one) => one !== 'done'))
        expect(['STATE_CONFLICT', 'ROUND_STEP_ORDER']).toContain(code);
      expect(await rows().countBy(RoundEntrant, { roundId: id })).toBe(5);
    });
  });

  describe('choices', () => {
    it('are refused with a code for each fault, and the earlier ones stay', async () => {
      const division = nextVillage();
      const [seeker, unassessed] = await world.seekers(2, division);
      const { id: blankId } = await world.person({ divisionCode: division }, null);
      const [first, second] = await world.posts(2);
      const heavy = await world.post({ title: '搬运', demands: { LIFT: 4 } });
      const id = await world.drawn(division, [first as string, second as string, heavy]);
      const viewer = seeker!.viewer;
      const stands = async () => (await world.rounds.node(viewer, id)).mine?.choices.map(({ postId }) => postId);
      await world.submit(viewer, id, [first as string, second as string]);
      for (const [list, code] of [
        [[first, first], 'CHOICE_DUPLICATE'],
        [[second, heavy], 'CHOICE_UNFIT'],
        [[newId()], 'CHOICE_UNFIT'],
      ] as [string[], string][]) {
        await expect(world.submit(viewer, id, list)).rejects.toMatchObject({ code });
        expect(await stands()).toEqual([first, second]);
      }
      await expect(world.submit(viewer, id, [heavy])).rejects.toMatchObject({
        message: expect.stringContaining('「搬运」'),
        field: 'postIds.0',
      });
      // Not assessed: unknown is not fit.
      const blank = { ...unassessed!.viewer, personId: blankId };
      await expect(world.submit(blank, id, [first as string])).rejects.toMatchObject({ code: 'CHOICE_UNFIT' });
      await expect(world.submit(officer({ roles: ['SEEKER'] }), id, [])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const [stranger] = await world.seekers(1, nextVillage());
      await expect(world.submit(stranger!.viewer, id, [])).rejects.toMatchObject({ code: 'NOT_FOUND' });

      // Changed and emptied until the last second of the last day, and never after it.
      world.on(DAYS.lastChoice, '23:59:59.999');
      const entry = await world.submit(viewer, id, [second as string]);
      expect(entry.listHash).toMatch(/^[0-9a-f]{64}$/);
      world.on(DAYS.close, '00:00:00');
      await expect(world.submit(viewer, id, [])).rejects.toMatchObject({ code: 'CHOICE_LATE' });
      expect(await stands()).toEqual([second]);
      expect((await world.rounds.node(viewer, id)).mine?.open).toBe(false);
    });

    it('handed in twice with one key are handed in once: an old request does not undo a newer one', async () => {
      const division = nextVillage();
      const [seeker] = await world.seekers(1, division);
      const [first, second] = (await world.posts(2)) as [string, string];
      const id = await world.drawn(division, [first, second]);
      const key = newId();
      await world.submit(seeker!.viewer, id, [first], key);
      await world.submit(seeker!.viewer, id, [second]);
      const again = await world.submit(seeker!.viewer, id, [first], key);
      expect(again.choices.map(({ postId }) => postId)).toEqual([second]);
      await expect(world.submit(seeker!.viewer, id, [second], key)).rejects.toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
      const lists = [[first], [second], [first, second], [second, first]];
      await Promise.all(lists.map((list) => world.submit(seeker!.viewer, id, list)));
      const { mine } = await world.rounds.node(seeker!.viewer, id);
      expect(lists).toContainEqual(mine?.choices.map(({ postId }) => postId));
    });

    it('by a helper need the delegation to apply, and are the person’s', async () => {
      const division = nextVillage();
      const [seeker, helper] = await world.seekers(2, division);
      const [post] = (await world.posts(1)) as [string];
      const id = await world.drawn(division, [post]);
      const acting = (scopes: readonly Scope[], ended = false): SignedIn => ({
        ...helper!.viewer,
        roles: ['SEEKER', 'HELPER'],
        onBehalfOf: {
          personId: seeker!.id,
          name: '示例',
          divisionCode: division,
          delegationId: newId(),
          scopes,
          ended,
        },
      });
      for (const by of [acting(['POSTS', 'PROFILE', 'PAPERS']), acting(Object.keys(SCOPES) as Scope[], true)])
        await expect(world.submit(by, id, [post])).rejects.toMatchObject({ code: 'CHOICE_UNDELEGATED' });
      await world.submit(acting(['APPLY']), id, [post]);
      expect((await world.rounds.node(seeker!.viewer, id)).mine?.choices).toHaveLength(1);
      expect((await world.rounds.node(helper!.viewer, id)).mine?.choices).toHaveLength(0);
      expect((await world.rounds.node(acting(['APPLY']), id)).mine?.ticket).toBe(
        (await world.rounds.node(seeker!.viewer, id)).mine?.ticket,
      );
    });

    it('at the moment of the close are counted whole or refused', async () => {
      const division = nextVillage();
      const people = await world.seekers(8, division);
      const postIds = await world.posts(3);
      const id = await world.drawn(division, postIds);
      for (const { viewer } of people) await world.submit(viewer, id, [postIds[0] as string]);
      world.on(DAYS.lastChoice, '23:59:59.999');
      // Two machines: on one it is the last moment of the day, on the other the first of the next.
      const desk = world.deskAt(new FixedClock(`${DAYS.close}T00:00:00+08:00`));
      const late = people.map(({ viewer }) => world.submit(viewer, id, [...postIds].reverse()));
      const [closed, ...handed] = await atOnce([desk.run(world.one, id, newId()), ...late]);
      expect(closed).toBe('done');
      for (const [at, outcome] of handed.entries()) {
        expect(['done', 'CHOICE_LATE']).toContain(outcome);
        const { mine } = await world.rounds.node(people[at]!.viewer, id);
        expect(mine?.choices).toHaveLength(outcome === 'done' ? 3 : 1);
      }
      // The published hash is that of the lists that stand: otherwise the second officer could not run it.
      world.on(DAYS.close);
      await world.steps.run(world.other, id);
      expect(verify(JSON.parse((await world.rounds.certificate(officer(AUDITOR), id)).file)).ok).toBe(true);
    });
  });

  describe('what was published', () => {
    it('cannot be changed afterwards: the step stops, and nothing of it is left', async () => {
      const division = nextVillage();
      const people = await world.seekers(4, division);
      const postIds = (await world.posts(2)) as [string, string];
      world.on(DAYS.announce);
      const { id } = await world.desk.open(world.one, world.input(division, postIds));
      await world.simulate(world.one, id, newId());
      world.on(DAYS.freeze);
      await world.both('freeze', id);
      const round = await rows().findOneByOrFail(AllocationRound, { id });
      world.on(DAYS.draw);

      // Another seed than the one that was committed to.
      const other = world.crypto.seal('b2'.repeat(32), `allocation_round|sealedSeed|${id}`);
      await write(() => rows().update(AllocationRound, { id }, { sealedSeed: other }));
      await expect(world.steps.reveal(world.one, id)).rejects.toMatchObject({ code: 'SEED_MISMATCH' });
      expect(await rows().countBy(RoundStepTaken, { roundId: id, step: 'REVEAL' })).toBe(0);
      await write(() => rows().update(AllocationRound, { id }, { sealedSeed: round.sealedSeed }));

      // Somebody made to stand before others after the freeze.
      const [entrant] = await rows().findBy(RoundEntrant, { roundId: id, personId: people[1]!.id });
      const statuses = (set: readonly string[]) =>
        write(() => rows().update(RoundEntrant, { id: entrant!.id }, { statuses: set as string[] }));
      await statuses(['DISABLED', 'ZERO_EMPLOYMENT']);
      await world.steps.reveal(world.one, id);
      await expect(world.steps.reveal(world.other, id)).rejects.toMatchObject({ code: 'ROUND_CHANGED' });
      expect(await rows().findOneBy(RoundStepTaken, { roundId: id, step: 'REVEAL' })).toMatchObject({
        confirmedById: null,
      });
      expect((await rows().findBy(RoundEntrant, { roundId: id })).every(({ number }) => number === null)).toBe(true);
      await statuses(['DISABLED']);
      await world.steps.reveal(world.other, id);

      // A list changed after the close.
      for (const { viewer } of people) await world.submit(viewer, id, [postIds[0]]);
      world.on(DAYS.close);
      await world.steps.run(world.one, id);
      const [line] = await rows().findBy(RoundChoice, { entrantId: entrant!.id });
      const listed = (postId: string) => write(() => rows().update(RoundChoice, { id: line!.id }, { postId }));
      await listed(postIds[1]);
      await expect(world.steps.run(world.other, id)).rejects.toMatchObject({ code: 'ROUND_CHANGED' });
      expect(await stateOf(id)).toBe('CLOSED');
      expect(await rows().countBy(RoundResult, { roundId: id })).toBe(0);
      expect(await rows().findOneBy(RoundStepTaken, { roundId: id, step: 'RUN' })).toMatchObject({
        confirmedById: null,
      });
      await listed(postIds[0]);
      await world.steps.run(world.other, id);
      expect(await stateOf(id)).toBe('RUN');
    });
  });

  describe('a person’s part', () => {
    it('is given out, holds deletion up while the round runs, and afterwards leaves the ticket without its owner', async () => {
      const division = nextVillage();
      const [seeker] = await world.seekers(2, division);
      const [post] = (await world.posts(1)) as [string];
      const id = await world.drawn(division, [post]);
      const subject = { personId: seeker!.id, accountId: null, idBlind: [null, null] as never };
      await world.submit(seeker!.viewer, id, [post]);
      expect(await world.roundsPart.open(subject)).toHaveLength(1);
      const [section] = await world.roundsPart.collect(subject);
      expect(section?.rows).toMatchObject([{ 轮次: '2026年第一轮', 志愿: [expect.any(String)], 分配到: null }]);
      world.on(DAYS.close);
      await world.both('run', id);
      expect((await world.roundsPart.collect(subject))[0]?.rows).toMatchObject([{ 分配到: null }]);
      await world.desk.publish(world.one, id, newId());
      expect((await world.roundsPart.collect(subject))[0]?.rows).toMatchObject([
        { 分配到: expect.stringMatching(/^岗位/) },
      ]);
      expect(await world.roundsPart.open(subject)).toEqual([]);
      for (let twice = 0; twice < 2; twice += 1) await write(() => world.roundsPart.erase(subject));
      expect(await rows().countBy(RoundEntrant, { personId: seeker!.id })).toBe(0);
      expect((await world.roundsPart.collect(subject))[0]?.rows).toEqual([]);
      expect(verify(JSON.parse((await world.rounds.certificate(officer(AUDITOR), id)).file)).ok).toBe(true);
    });
  });
});

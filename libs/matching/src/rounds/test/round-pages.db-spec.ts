import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Divisions, Message, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job } from '@tongxing/jobs';
import { newId } from '@tongxing/platform';
import { entities } from '../../test/setup.js';
import { AllocationRound, RoundSimulation } from '../round.entity.js';
import { atOnce, DAYS, officer, roundWorld } from './a-round.js';

const PAGE = { first: 50 };
const villages = Divisions.shipped()
  .children('640324102000')
  .map(({ code }) => code);

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof roundWorld>>;
  let used = 0;
  const nextVillage = (): string => villages[used++] as string;

  beforeAll(async () => {
    db = await engine.open();
    world = await roundWorld(db);
  });
  afterAll(() => db.close());
  beforeEach(() => world.on(DAYS.announce));

  const rows = () => db.unitOfWork.manager;
  const idsFor = async (viewer: SignedIn | null, filter = {}) =>
    (await world.list.rounds(viewer, PAGE, filter)).edges.map(({ node }) => node.id);

  describe('the list of rounds', () => {
    it('shows the office its region, seekers what is theirs, and everybody what is published', async () => {
      const [village, elsewhere] = [nextVillage(), nextVillage()];
      const [seeker] = await world.seekers(2, village);
      const [stranger] = await world.seekers(1, elsewhere);
      const postIds = await world.posts(2);
      const id = await world.drawn(village, postIds);
      const { list, one, other } = world;
      const foreign = officer({ divisionCode: '360734000000' });

      expect(await idsFor(one)).toContain(id);
      expect(await idsFor(officer({ roles: ['AUDITOR'] }))).toContain(id);
      expect(await idsFor(foreign)).not.toContain(id);
      expect(await idsFor(seeker!.viewer)).toEqual([id]);
      expect(await idsFor(stranger!.viewer)).toEqual([]);
      expect(await idsFor(null)).not.toContain(id);
      expect(await idsFor(officer({ roles: ['EMPLOYER_CLERK'] }))).not.toContain(id);
      await expect(world.rounds.published(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });

      const [row] = (await list.rounds(seeker!.viewer, PAGE, {})).edges;
      expect(row?.node).toMatchObject({ posts: 2, seats: 4, entrants: 2, next: null, mine: { listed: 0, open: true } });
      expect(row?.node.mine?.number).toBeGreaterThan(0);
      await world.submit(seeker!.viewer, id, postIds);
      expect((await list.rounds(seeker!.viewer, PAGE, {})).edges[0]?.node.mine?.listed).toBe(2);
      world.on(DAYS.lastChoice);
      expect((await list.rounds(seeker!.viewer, PAGE, {})).edges[0]?.node.mine?.open).toBe(true);

      world.on(DAYS.close);
      const turnOf = async (by: SignedIn) =>
        (await list.rounds(by, PAGE, {})).edges.find(({ node }) => node.id === id)?.node.next;
      expect(await turnOf(one)).toMatchObject({ step: 'CLOSE', when: 'NOW', turn: 'ANY' });
      await world.steps.run(one, id);
      expect(await turnOf(one)).toMatchObject({ step: 'RUN', turn: 'OTHER' });
      expect(await turnOf(other)).toMatchObject({ step: 'RUN', turn: 'SECOND' });
      await world.steps.run(other, id);
      // The place is there, and nobody hears it yet.
      expect((await list.rounds(seeker!.viewer, PAGE, {})).edges[0]?.node.mine?.place).toBeNull();
      await world.desk.publish(one, id, newId());
      expect((await list.rounds(seeker!.viewer, PAGE, {})).edges[0]?.node.mine?.place).toMatch(/^岗位/);
      for (const viewer of [null, stranger!.viewer, foreign])
        expect(await idsFor(viewer, { published: true })).toContain(id);
      expect(await idsFor(one, { state: 'ANNOUNCED' })).not.toContain(id);

      const { mine } = await world.rounds.node(seeker!.viewer, id);
      const shown = await world.rounds.published(id, mine!.ticket);
      expect(shown).toMatchObject({ entrants: 2, justifiedEnvy: 0, waste: 0, ticketNumber: mine!.number });
      expect((await world.rounds.published(id, 'T0')).ticketNumber).toBeNull();
      // No name and no list of anybody.
      expect(JSON.stringify(await world.rounds.published(id, null))).not.toMatch(new RegExp(`示例人|${mine!.ticket}`));
    });

    it('offers the office the welfare posts of its region, with the round that has them', async () => {
      const village = nextVillage();
      const [free, taken] = await world.posts(2);
      const ordinary = await world.post({ kind: 'PROPORTIONAL' });
      const { id } = await world.desk.open(world.one, world.input(village, [taken as string], { title: '占着的' }));
      const found = await world.list.candidates(world.one, { first: 100 }, null, null);
      const nodes = new Map(found.edges.map(({ node }) => [node.id, node]));
      expect(nodes.get(free as string)).toMatchObject({ takenBy: null });
      expect(nodes.get(taken as string)).toMatchObject({ takenBy: '占着的' });
      expect(nodes.has(ordinary)).toBe(false);
      const abroad = world.list.candidates(world.one, PAGE, '360734', null);
      await expect(abroad).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(world.list.candidates(officer({ roles: ['AUDITOR'] }), PAGE, null, null)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      expect(id).toBeDefined();
    });
  });

  describe('a simulation', () => {
    it('is one job however often it is asked for, says how far it is, and is begun anew after a kill', async () => {
      const village = nextVillage();
      await world.seekers(4, village);
      const { id } = await world.desk.open(world.one, world.input(village, await world.posts(2)));
      const { simulations, one, other } = world;
      const jobs = () => rows().countBy(Job, { name: 'simulate-round' });
      const before = await jobs();
      const asked = [one, other, one].map((by) => simulations.begin(by, id, newId()));
      expect(await atOnce(asked)).toEqual(['done', 'done', 'done']);
      expect(await jobs()).toBe(before + 1);
      expect(await rows().countBy(RoundSimulation, { roundId: id })).toBe(1);
      expect((await world.rounds.node(one, id)).simulating).toMatchObject({ state: 'WAITING', done: 0 });
      await expect(simulations.begin(officer({ divisionCode: '360734000000' }), id, newId())).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });

      const { id: simulationId } = (await simulations.newest(id))!;
      const killed = AbortSignal.abort(new Error('killed'));
      await expect(simulations.work(simulationId, killed)).rejects.toThrow('killed');
      expect((await rows().findOneByOrFail(AllocationRound, { id })).simulationHash).toBeNull();
      await simulations.work(simulationId);
      const { simulation, simulating, next } = await world.rounds.node(one, id);
      expect(simulating).toMatchObject({ state: 'DONE', problem: null });
      expect(next).toMatchObject({ step: 'FREEZE', when: 'EARLY' });
      // Four people are too few for a group, never for the whole.
      for (const { all, groups } of JSON.parse(simulation as string).scenarios) {
        expect(all).toMatchObject({ group: '全部', people: 4 });
        for (const group of groups) expect(group.people).toBeNull();
      }
      // Delivered twice: nothing more happens.
      const hash = (await rows().findOneByOrFail(AllocationRound, { id })).simulationHash;
      await simulations.work(simulationId);
      expect((await rows().findOneByOrFail(AllocationRound, { id })).simulationHash).toBe(hash);
    });

    it('that cannot be made says why, and another can be asked for', async () => {
      const village = nextVillage();
      const { id } = await world.desk.open(world.one, world.input(village, await world.posts(1)));
      await expect(world.simulate(world.one, id)).rejects.toMatchObject({ code: 'ROSTER_EMPTY' });
      expect((await world.rounds.node(world.one, id)).simulating).toMatchObject({
        state: 'FAILED',
        problem: '没有可以列入名册的人。',
      });
      await world.seekers(3, village);
      await world.simulate(world.one, id);
      expect((await world.rounds.node(world.one, id)).simulating).toMatchObject({ state: 'DONE' });
    });

    it('does not take the place of the report that was frozen with', async () => {
      const village = nextVillage();
      await world.seekers(3, village);
      const { id } = await world.desk.open(world.one, world.input(village, await world.posts(1)));
      await world.simulate(world.one, id);
      await world.simulations.begin(world.one, id, newId());
      const late = (await world.simulations.newest(id))!;
      world.on(DAYS.freeze);
      await world.both('freeze', id);
      const { simulationHash } = await rows().findOneByOrFail(AllocationRound, { id });
      await world.simulations.work(late.id);
      expect(await rows().findOneByOrFail(RoundSimulation, { id: late.id })).toMatchObject({
        state: 'FAILED',
        live: null,
      });
      expect((await rows().findOneByOrFail(AllocationRound, { id })).simulationHash).toBe(simulationHash);
    });
  });

  describe('people on the roster', () => {
    it('are told their number when choices open and their result when it is public, once', async () => {
      const village = nextVillage();
      const [seeker, silent] = await world.seekers(2, village);
      const postIds = await world.posts(1);
      const id = await world.drawn(village, postIds);
      const textsFor = async (personId: string) => {
        const found = await rows().find(Message, { where: { personId }, order: { id: 'ASC' } });
        return found.map((row) => JSON.parse(JSON.stringify(row)) as Record<string, unknown>);
      };
      expect(await textsFor(seeker!.id)).toHaveLength(1);
      await world.submit(seeker!.viewer, id, postIds);
      world.on(DAYS.close);
      await world.both('run', id);
      expect(await textsFor(seeker!.id)).toHaveLength(1);
      const key = newId();
      await world.desk.publish(world.one, id, key);
      await world.desk.publish(world.one, id, key);
      expect(await textsFor(seeker!.id)).toHaveLength(2);
      // Who listed nothing has no result to hear of.
      expect(await textsFor(silent!.id)).toHaveLength(1);
      const texts = (await world.messages.page(seeker!.viewer, PAGE)).rows.map(({ text }) => text);
      const { mine } = await world.rounds.node(seeker!.viewer, id);
      expect(texts[1]).toContain(`您是 ${mine!.number} 号`);
      expect(texts[0]).toMatch(/您分配到岗位「岗位\d+」/);
    });
  });

  it('a tier that nobody can hold for want of a parameter is not announced', async () => {
    const input = world.input(nextVillage(), await world.posts(1), {
      tiers: [{ status: 'NEAR_RETIREMENT', basis: '示例办法' }],
    });
    await expect(world.desk.open(world.one, input)).rejects.toMatchObject({
      code: 'LEGAL_BASIS_MISSING',
      field: 'tiers',
    });
  });
});

import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Divisions, type SignedIn } from '@tongxing/access';
import { blindColumns, insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { blindId, Consent, FunctionalProfile, HouseholdMember, Person } from '@tongxing/people';
import { ParameterEntry } from '@tongxing/parameters';
import { newId } from '@tongxing/platform';
import { ABILITY_CODES, isoDate, MEMBERS_PARAMETER, withIdCheckDigit } from '@tongxing/rules';
import { RoundEntrant, RoundResult } from '../../rounds/round.entity.js';
import { atOnce, DAYS, officer, roundWorld, verifier } from '../../rounds/test/a-round.js';
import { entities } from '../../test/setup.js';
import { MembersService } from '../members.service.js';
import { RoundMembersService } from '../round-members.service.js';

const villages = Divisions.shipped()
  .children('640324100000')
  .map(({ code }) => code);
const BASIS = '示例办法第8条';
const TIERS = ['DISABLED', 'HOUSEHOLD_MEMBER'].map((status) => ({ status, basis: BASIS }));
const SAID = { channel: 'FACE', saidBy: 'SELF' } as const;

let serial = 0;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof roundWorld>>;
  let members: MembersService;
  let onRosters: RoundMembersService;
  let used = 0;
  const nextVillage = (): string => villages[used++] as string;

  beforeAll(async () => {
    db = await engine.open();
    world = await roundWorld(db);
    await db.unitOfWork.run(() =>
      insertRows(rows(), ParameterEntry, [
        {
          id: newId(),
          code: MEMBERS_PARAMETER,
          scope: '640324',
          qualifier: '',
          unit: 'yes or no',
          value: 'yes',
          fromOn: isoDate('2020-01-01'),
          toOn: null,
          source: '示例办法',
          status: 'CONFIRMED',
          afterEnd: 'REFUSE',
          origin: 'OPERATOR',
          enteredBy: null,
          confirmedBy: null,
          enteredAt: world.clock.now(),
        },
      ]),
    );
    const divisions = Divisions.shipped();
    const { clock, people, consents, matchPeople, matches, rounds, choices } = world;
    members = new MembersService(db.unitOfWork, clock, divisions, world.index(), people, matchPeople, consents);
    onRosters = new RoundMembersService(
      db.unitOfWork,
      divisions,
      people,
      world.publicPosts,
      matches,
      world.book,
      rounds,
      choices,
    );
  });
  afterAll(() => db.close());
  beforeEach(() => world.on(DAYS.announce));

  const rows = () => db.unitOfWork.manager;

  /** A line of a household's list: somebody without a certificate who wants work. */
  const line = async (householdId: string, over: Partial<HouseholdMember> = {}, number?: string): Promise<string> => {
    serial += 1;
    const id = newId();
    const idNumber = number ?? withIdCheckDigit(`6403241985020${String(serial).padStart(4, '0')}`);
    await db.unitOfWork.run(() =>
      insertRows(rows(), HouseholdMember, [
        {
          id,
          householdId,
          name: `家人${serial}`,
          sex: 'MALE',
          birthOn: isoDate('1985-02-01'),
          relation: 'SON',
          employmentStatus: 'UNEMPLOYED',
          wantsWork: true,
          ...blindColumns('idBlind', blindId(world.crypto, idNumber)),
          secrets: world.crypto.seal(JSON.stringify({ idNumber }), `household_member|secrets|${id}`),
          ...over,
        },
      ]),
    );
    return id;
  };
  const assessed = (personId: string) =>
    db.unitOfWork.run(async () => {
      await insertRows(rows(), FunctionalProfile, [
        {
          id: newId(),
          personId,
          assessor: '示例员',
          assessedOn: isoDate('2026-05-01'),
          validUntil: isoDate('2027-04-30'),
          levels: Object.fromEntries(ABILITY_CODES.map((item) => [item, 3])),
          ownAids: [],
        },
      ]);
      db.unitOfWork.changed('person', personId);
    });
  const home = async (divisionCode: string, over: Partial<Person> = {}) => {
    const householdId = await world.household();
    const holder = await world.person({ divisionCode, householdId, ...over });
    return { householdId, holder };
  };
  const entered = async (viewer: SignedIn, memberId: string): Promise<string> => {
    const { personId } = await members.enter(viewer, { memberId, ...SAID });
    await assessed(personId as string);
    return personId as string;
  };

  it('enters a member with a wish and a consent, once, however often and at once', async () => {
    const village = nextVillage();
    const clerk = officer({ divisionCode: village });
    const { householdId, holder } = await home(village);
    const id = await line(householdId);
    expect((await members.page(clerk, { first: 10 })).edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({ id, personId: null, mayEnter: true, birthYear: 1985, relationText: '子' }),
    ]);
    expect(await atOnce([1, 2].map(() => members.enter(clerk, { memberId: id, ...SAID })))).toEqual(['done', 'done']);
    const node = await members.enter(clerk, { memberId: id, ...SAID });
    expect(node).toMatchObject({ lacks: [], mayEnter: false });
    const record = await rows().findOneByOrFail(Person, { id: node.personId as string });
    expect(record).toMatchObject({ state: 'MEMBER', householdId, divisionCode: village, certificateExpiresOn: null });
    expect(await rows().countBy(Consent, { personId: record.id, purpose: 'MATCHING', given: true })).toBe(1);
    expect(world.people.secretsOf(record)).toEqual({ idNumber: expect.stringMatching(/^6403241985/) });
    // What is built on certificate holders does not know the member.
    expect(await world.people.findByIdNumber(world.people.secretsOf(record).idNumber)).toBeNull();
    expect(await world.people.idsInRegion(village)).toEqual([holder.id]);
    expect(
      (await world.matchPeople.facts({ afterId: '', limit: 50, divisionScope: village })).map(({ id }) => id),
    ).toEqual([holder.id]);
    const household = await world.people.householdOf(holder.id);
    expect(household?.members.filter(({ isHolder }) => isHolder).map(({ personId }) => personId)).toEqual([holder.id]);
  });

  it('says why somebody can’t be entered, and enters nobody', async () => {
    const village = nextVillage();
    const clerk = officer({ divisionCode: village });
    const good = await home(village);
    const late = await home(village, { certificateExpiresOn: isoDate('2026-11-22') });
    const gone = await home(village);
    const onLine = await line(gone.householdId);
    await db.unitOfWork.run(() => rows().update(Person, { id: gone.holder.id }, { state: 'CANCELLED' }));
    const young = await line(good.householdId, { birthOn: isoDate('2010-11-24') });
    const other = await world.person({ divisionCode: village });
    const own = await line(good.householdId, {}, other.certificate.slice(0, 18));
    const without = await line(late.householdId);
    const before = await rows().count(Person);
    for (const [id, words] of [
      [young, '不到可以就业的年龄'],
      [own, '本人在残疾人名册里有登记'],
      [without, '没有证件有效的残疾人'],
    ] as const) {
      const node = await members.one(clerk, id);
      expect(node).toMatchObject({ mayEnter: false, personId: null });
      expect(node.lacks.join()).toContain(words);
      await expect(members.enter(clerk, { memberId: id, ...SAID })).rejects.toMatchObject({
        code: 'MEMBER_MAY_NOT_STAND',
        message: expect.stringContaining(words),
      });
    }
    await expect(members.enter(clerk, { memberId: onLine, ...SAID })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = officer({ divisionCode: '640300000000' });
    await expect(members.one(officer({ divisionCode: '360734000000' }), young)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await members.one(stranger, young)).id).toBe(young);
    expect(await rows().count(Person)).toBe(before);
    // The day of sixteen.
    world.on('2026-11-24');
    expect((await members.enter(clerk, { memberId: young, ...SAID })).lacks).toEqual([]);
  });

  it('one person on the lists of two households has one record, which goes along', async () => {
    const village = nextVillage();
    const clerk = officer({ divisionCode: village });
    const [first, second] = [await home(village), await home(village)];
    const number = withIdCheckDigit('64032419860101003');
    const [one, two] = [await line(first.householdId, {}, number), await line(second.householdId, {}, number)];
    const { personId } = await members.enter(clerk, { memberId: one, ...SAID });
    expect(await members.one(clerk, two)).toMatchObject({ personId, mayEnter: false });
    // The first household's holder is gone: there the member stands no more, and is entered through the other one.
    await db.unitOfWork.run(() =>
      rows().update(Person, { id: first.holder.id }, { state: 'ERASED', householdId: null }),
    );
    expect((await members.one(clerk, two)).lacks).toEqual(['这一户现在没有证件有效的残疾人']);
    expect(await members.enter(clerk, { memberId: two, ...SAID })).toMatchObject({ personId, lacks: [] });
    expect((await rows().findOneByOrFail(Person, { id: personId as string })).householdId).toBe(second.householdId);
  });

  it('a round takes members only where it names them, and gives them what disabled people leave', async () => {
    const verify = await verifier();
    const village = nextVillage();
    const clerk = officer({ divisionCode: village });
    const { householdId, holder } = await home(village);
    const waiting = await world.person({ divisionCode: village });
    const [one, two] = [await entered(clerk, await line(householdId)), await entered(clerk, await line(householdId))];
    const [wanted, free] = await world.posts(2);
    const postIds = [wanted as string, free as string];
    const posts = postIds.map((postId) => ({ postId, seats: 1, reserve: null, local: null }));

    world.on(DAYS.announce);
    await expect(
      world.desk.open(world.one, world.input(village, postIds, { tiers: [...TIERS].reverse(), posts })),
    ).rejects.toMatchObject({ code: 'VALIDATION' });
    const id = await world.drawn(village, postIds, { tiers: TIERS, posts });
    const roster = await rows().findBy(RoundEntrant, { roundId: id });
    const statusesOf = new Map(roster.map(({ personId, statuses }) => [personId, statuses]));
    expect(statusesOf.get(one)).toEqual(['HOUSEHOLD_MEMBER']);
    expect(statusesOf.get(holder.id)).toContain('DISABLED');
    expect(roster).toHaveLength(4);
    const node = await world.rounds.node(clerk, id);
    expect(node.tiers.map(({ statusText, entrants }) => [statusText, entrants])).toEqual([
      ['残疾人', 2],
      ['残疾人家庭成员', 2],
    ]);
    expect((await world.rounds.node(holder.viewer, id)).tiers.map(({ entrants }) => entrants)).toEqual([null, null]);

    // The office hands in the members' lists, nobody else's, and nobody else the members'.
    const enter = (personId: string, list: readonly string[], viewer = clerk) =>
      world.choices.enter(viewer, { roundId: id, personId, postIds: [...list], idempotencyKey: newId() });
    await expect(enter(holder.id, postIds)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(enter(one, postIds, officer({ divisionCode: '360734000000' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(enter(one, postIds, holder.viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await enter(one, postIds);
    await enter(two, postIds);
    await world.submit(holder.viewer, id, [wanted as string]);
    await world.submit(waiting.viewer, id, [wanted as string]);
    const shown = await onRosters.page(clerk, { roundId: id, first: 10 });
    expect(shown.edges.map(({ node: { personId, handedIn, open } }) => [personId, handedIn, open])).toEqual(
      [one, two].toSorted().map((personId) => [personId, true, true]),
    );
    const shownOne = await onRosters.one(clerk, id, one);
    expect(shownOne.posts.map(({ answer }) => answer)).toEqual(['FITS', 'FITS']);
    expect(shownOne.postIds).toEqual(postIds);

    world.on(DAYS.close);
    await expect(enter(one, [])).rejects.toMatchObject({ code: 'CHOICE_LATE' });
    await world.both('run', id);
    await world.desk.publish(world.one, id, newId());
    const results = await rows().findBy(RoundResult, { roundId: id });
    const ofPost = (postId: string) =>
      results
        .filter((result) => result.postId === postId)
        .map(({ entrantId }) => roster.find((entrant) => entrant.id === entrantId)?.personId ?? '');
    expect([holder.id, waiting.id]).toEqual(expect.arrayContaining(ofPost(wanted as string)));
    expect(ofPost(wanted as string)).toHaveLength(1);
    expect([one, two]).toEqual(expect.arrayContaining(ofPost(free as string)));
    expect(ofPost(free as string)).toHaveLength(1);
    const auditor = officer({ divisionCode: village, roles: ['AUDITOR'] });
    const file = JSON.parse((await world.rounds.certificate(auditor, id)).file) as unknown;
    expect(verify(file)).toMatchObject({ ok: true, problems: [] });
  });

  it('a round that does not name members has none; nor has one after the wish, the consent or the certificate is gone', async () => {
    const village = nextVillage();
    const clerk = officer({ divisionCode: village });
    const { householdId } = await home(village);
    const [wish, consent, record, stays] = [
      await entered(clerk, await line(householdId)),
      await entered(clerk, await line(householdId)),
      await entered(clerk, await line(householdId)),
      await entered(clerk, await line(householdId)),
    ];
    await db.unitOfWork.run(() => rows().update(Person, { id: wish }, { wantsWork: false }));
    await world.consents.record(clerk, { personId: consent, purpose: 'MATCHING', given: false, ...SAID });
    // Has a certificate of the own by now: first tier.
    await db.unitOfWork.run(() =>
      rows().update(Person, { id: record }, { state: 'ACTIVE', certificateExpiresOn: isoDate('2030-01-01') }),
    );
    const plain = await world.drawn(village, await world.posts(1), { tiers: TIERS.slice(0, 1) });
    expect(await rows().countBy(RoundEntrant, { roundId: plain, personId: stays })).toBe(0);
    await db.unitOfWork.run(() => rows().update(RoundEntrant, { roundId: plain }, { live: null }));
    const id = await world.drawn(village, await world.posts(1), { tiers: TIERS });
    const roster = await rows().findBy(RoundEntrant, { roundId: id });
    const statusesOf = new Map(roster.map(({ personId, statuses }) => [personId, statuses]));
    expect([statusesOf.has(wish), statusesOf.has(consent)]).toEqual([false, false]);
    expect(statusesOf.get(record)).toContain('DISABLED');
    expect(statusesOf.get(stays)).toEqual(['HOUSEHOLD_MEMBER']);
    // The holder's certificate runs out between the draw and the list: no post fits any more.
    await db.unitOfWork.run(() =>
      rows().update(Person, { householdId, state: 'ACTIVE' }, { certificateExpiresOn: isoDate('2026-11-20') }),
    );
    const { posts } = await onRosters.one(clerk, id, stays);
    expect(posts.map(({ answer }) => answer)).toEqual(['NO']);
    const postId = posts[0]?.postId as string;
    await expect(
      world.choices.enter(clerk, { roundId: id, personId: stays, postIds: [postId], idempotencyKey: newId() }),
    ).rejects.toMatchObject({ code: 'CHOICE_UNFIT' });
  });

  it('without the parameter members do not stand, and no round names them', async () => {
    const elsewhere = officer({ divisionCode: '360734000000' });
    const { householdId } = await home('360734100000');
    const id = await line(householdId);
    expect((await members.one(elsewhere, id)).lacks.join()).toContain('没有录入');
    await expect(members.enter(elsewhere, { memberId: id, ...SAID })).rejects.toMatchObject({
      code: 'MEMBER_MAY_NOT_STAND',
    });
    const post = await world.post({ divisionCode: '360734000000', workDivisionCode: '360734100000' });
    await expect(
      world.desk.open(elsewhere, world.input('360734100000', [post], { tiers: TIERS })),
    ).rejects.toMatchObject({ code: 'LEGAL_BASIS_MISSING', field: 'tiers' });
  });
});

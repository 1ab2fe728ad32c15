import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, PersonParts, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { JobApplication } from '../../job-application.entity.js';
import { employerShortlistNode } from '../../index.js';
import { entities, setup } from '../../test/setup.js';
import { AsksPart } from '../asks-part.js';
import { CandidateAsk } from '../candidate-ask.entity.js';

const AT_ONCE = 4;
const skill = (): string => `技能${newId()}`;

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let asks: ReturnType<typeof world.asksBy>;
  let lists: ReturnType<typeof world.shortlistBy>;
  let clerk: SignedIn;
  let counsellor: SignedIn;
  let stranger: SignedIn;
  let officer: SignedIn;
  const mine = new Set<string>();

  const staff = async (roles: SignedIn['roles'], more: Partial<SignedIn> = {}): Promise<SignedIn> => {
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
    clerk = await staff(['EMPLOYER_CLERK'], { employerId: await world.employer() });
    counsellor = await staff(['COUNSELLOR']);
    stranger = await staff(['COUNSELLOR']);
    officer = await staff(['OFFICER']);
    world.caseloads.register({
      holds: async (id, personId) => id === counsellor.id && mine.has(personId),
      heldBy: async () => [],
      workersOf: async (personId) => (mine.has(personId) ? [counsellor.id] : []),
    });
  });
  beforeEach(() => {
    const held = world.peopleIndex();
    lists = world.shortlistBy(held);
    asks = world.asksBy(held);
  });
  afterAll(() => db.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const rowsOf = (postId: string) => db.unitOfWork.manager.findBy(CandidateAsk, { postId });
  const told = async (viewer: SignedIn, word: string) =>
    (await world.messages.page(viewer, { first: 50 })).rows.filter(({ text }) => text.includes(word));

  /** Five who said yes to standing on lists, all of the counsellor's, and a post that they fit. */
  const listed = async () => {
    const skills = [skill()];
    const postId = await world.post({ skills, title: `缝纫工${skills[0]}` });
    for (let count = 0; count < 5; count += 1) {
      const one = await world.person({ skills });
      await world.consents.set(one.viewer, 'SHORTLIST', true);
      mine.add(one.id);
    }
    const refs = async () => (await lists.employerShortlist(clerk, postId)).candidates;
    return { postId, skills, refs };
  };

  it('an ask reaches whoever looks after the person, and tells the employer only that it was heard', async () => {
    const { postId, skills, refs } = await listed();
    const [one, other] = await refs();
    expect([one?.asked, other?.asked]).toEqual([false, false]);
    await asks.ask(clerk, postId, String(one?.candidateRef));
    expect((await refs()).filter(({ asked }) => asked).map(({ candidateRef }) => candidateRef)).toEqual([
      one?.candidateRef,
    ]);
    const [row] = (await asks.waiting(counsellor)).filter(({ post }) => post.id === postId);
    expect(row?.personId && (await lists.refOf({ id: postId, version: 1 }, row.personId))).toBe(one?.candidateRef);
    expect(row?.personPlace).toBe('豫海镇城北村委会');
    expect((await asks.waiting(stranger)).filter(({ post }) => post.id === postId)).toEqual([]);
    expect((await asks.waiting(officer)).filter(({ post }) => post.id === postId)).toHaveLength(1);
    expect(await told(counsellor, skills[0] as string)).toHaveLength(1);
    const text = JSON.stringify(employerShortlistNode(await lists.employerShortlist(clerk, postId)));
    expect(text).not.toContain(row?.personId);
  });

  it('said again, at once or under the reference of a changed post, is one ask, and one message', async () => {
    const { postId, skills, refs } = await listed();
    const ref = String((await refs())[0]?.candidateRef);
    await Promise.all(Array.from({ length: AT_ONCE }, () => asks.ask(clerk, postId, ref)));
    expect(await rowsOf(postId)).toHaveLength(1);
    await world.change(postId, { version: 2 });
    const [{ personId } = { personId: '' }] = await rowsOf(postId);
    const fresh = lists.refOf({ id: postId, version: 2 }, personId);
    expect(fresh).not.toBe(ref);
    // The mark does not wander along: nobody can lay the two lists side by side.
    expect((await refs()).filter(({ asked }) => asked)).toEqual([]);
    expect(await codeOf(asks.ask(clerk, postId, ref))).toBe('STATE_CONFLICT');
    await asks.ask(clerk, postId, fresh);
    expect(await rowsOf(postId)).toHaveLength(1);
    expect((await refs()).filter(({ asked }) => asked)).toHaveLength(1);
    expect(await told(counsellor, skills[0] as string)).toHaveLength(1);
  });

  it('is refused for another employer’s post, for nobody on the list, and while fewer than five stand there', async () => {
    const { postId, refs } = await listed();
    const ref = String((await refs())[0]?.candidateRef);
    const rival = await staff(['EMPLOYER_CLERK'], { employerId: newId() });
    expect(await codeOf(asks.ask(rival, postId, ref))).toBe('NOT_FOUND');
    expect(await codeOf(asks.ask(clerk, postId, '000-000-000'))).toBe('STATE_CONFLICT');
    const alone = [skill()];
    const lonely = await world.post({ skills: alone });
    const one = await world.person({ skills: alone });
    await world.consents.set(one.viewer, 'SHORTLIST', true);
    expect(await codeOf(asks.ask(clerk, lonely, lists.refOf({ id: lonely, version: 1 }, one.id)))).toBe(
      'STATE_CONFLICT',
    );
    expect([...(await rowsOf(postId)), ...(await rowsOf(lonely))]).toEqual([]);
  });

  it('a referral answers it; what comes of that stays with the person', async () => {
    const { postId, refs } = await listed();
    await asks.ask(clerk, postId, String((await refs())[0]?.candidateRef));
    const [row] = await rowsOf(postId);
    const personId = String(row?.personId);
    await world.flow.refer(counsellor, { personId, postId, idempotencyKey: newId() });
    expect(await rowsOf(postId)).toMatchObject([
      { state: 'REFERRED', decidedOn: '2026-11-23', decidedById: counsellor.id },
    ]);
    expect((await asks.waiting(counsellor)).filter(({ post }) => post.id === postId)).toEqual([]);
    const seen = await world.flow.applicants(clerk, postId, { first: 5 }, null);
    expect(seen.edges.map(({ node }) => [node.released, node.name])).toEqual([[false, null]]);
  });

  it('a no is kept from the employer, is not asked again, and is nobody else’s to say', async () => {
    const { postId, refs } = await listed();
    const ref = String((await refs())[0]?.candidateRef);
    await asks.ask(clerk, postId, ref);
    const [row] = await rowsOf(postId);
    const id = String(row?.id);
    expect(await codeOf(asks.drop(stranger, id, 1))).toBe('NOT_FOUND');
    expect(await codeOf(asks.drop(counsellor, newId(), 1))).toBe('NOT_FOUND');
    expect(await codeOf(asks.drop(counsellor, id, 7))).toBe('VERSION_CONFLICT');
    await asks.drop(counsellor, id, 1);
    await asks.drop(counsellor, id, 1);
    await asks.ask(clerk, postId, ref);
    expect(await rowsOf(postId)).toMatchObject([{ state: 'DROPPED' }]);
    expect((await refs()).filter(({ asked }) => asked)).toHaveLength(1);
    expect((await asks.waiting(officer)).filter(({ post }) => post.id === postId)).toEqual([]);
  });

  it('is not shown where the person asked for the post himself meanwhile, or it closed', async () => {
    const { postId, refs } = await listed();
    const shown = async () => (await asks.waiting(counsellor)).filter(({ post }) => post.id === postId).length;
    await asks.ask(clerk, postId, String((await refs())[0]?.candidateRef));
    expect(await shown()).toBe(1);
    await world.change(postId, { state: 'CLOSED' });
    expect(await shown()).toBe(0);
    await world.change(postId, { state: 'OPEN' });
    const [row] = await rowsOf(postId);
    await world.flow.refer(officer, { personId: String(row?.personId), postId, idempotencyKey: newId() });
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(CandidateAsk, { postId }, { state: 'WAITING' }));
    expect(await shown()).toBe(0);
    await db.unitOfWork.run(() => db.unitOfWork.manager.update(JobApplication, { postId }, { live: null }));
    expect(await shown()).toBe(1);
  });

  describe('of one person', () => {
    it('is in the own copy without the employer’s list, and goes with the person', async () => {
      const part = new AsksPart(db.unitOfWork, { byIds: async () => [] } as never, new PersonParts());
      const { postId, refs } = await listed();
      await asks.ask(clerk, postId, String((await refs())[0]?.candidateRef));
      const [row] = await rowsOf(postId);
      const subject = { personId: String(row?.personId) } as Parameters<typeof part.collect>[0];
      const [section] = await part.collect(subject);
      expect(JSON.stringify(section)).toContain('残联还没有问');
      expect(JSON.stringify(section)).not.toContain(row?.candidateRef);
      await db.unitOfWork.run(() => part.erase(subject));
      expect(await rowsOf(postId)).toEqual([]);
    });
  });
});

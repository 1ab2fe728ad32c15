import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { ParameterEntry } from '@tongxing/parameters';
import { newId } from '@tongxing/platform';
import { type IsoDate, isoDate } from '@tongxing/rules';
import { RefusalCase } from '../applications/refusal-case.entity.js';
import { entities, setup } from './setup.js';

const TODAY = isoDate('2026-11-23');
const COUNTY = '640324000000';

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
  });
  afterAll(() => db.close());

  const officer: SignedIn = { id: newId(), displayName: '示例', roles: ['OFFICER'], divisionCode: COUNTY };
  const welfare = (over = {}) => world.post({ kind: 'PUBLIC_WELFARE', openings: 5, ...over });
  const begin = (personId: string, postId: string, startedOn: IsoDate) =>
    world.placements.begin({ personId, postId, startedOn, endsOn: null, source: 'RECORDED', sourceId: newId() });
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const ruleOf = async (rule: string, personId: string, postId: string) =>
    (await world.matches.explainFor(personId, postId)).findings.find((one) => one.rule === rule);
  const parameter = (code: string, value: string) =>
    db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, ParameterEntry, [
        {
          id: newId(),
          code,
          scope: '640324',
          qualifier: '',
          unit: 'x',
          value,
          fromOn: isoDate('2020-01-01'),
          toOn: null,
          source: `示例文件 ${code}`,
          status: 'CONFIRMED',
          origin: 'OPERATOR',
          afterEnd: 'REFUSE',
          enteredBy: null,
          confirmedBy: null,
          enteredAt: world.clock.now(),
        },
      ]),
    );
  const noticed = async (personId: string): Promise<string> => {
    const id = newId();
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, RefusalCase, [
        {
          id,
          side: 'PERSON',
          personId,
          postId: null,
          divisionCode: COUNTY,
          state: 'APPEALED',
          live: 1,
          counted: 2,
          limitCount: 2,
          barMonths: 12,
          source: '县〔2025〕3号',
          noticedOn: isoDate('2026-11-01'),
          appealUntil: isoDate('2026-11-11'),
          secrets: world.crypto.seal('{}', `refusal_case|secrets|${id}`),
          createdAt: world.clock.now(),
        },
      ]),
    );
    return id;
  };
  const decide = (id: string, uphold: boolean) =>
    world.refusals.decide(officer, { id, uphold, reason: '两次都没有原因', version: 1 });

  describe('an index of people', () => {
    it('knows of a placement, of its end and of a bar at once, and is the same as one read anew', async () => {
      const skills = [newId().slice(0, 20)];
      const [one, other] = [await welfare({ skills }), await welfare({ skills })];
      const someone = await world.person({ skills });
      const held = world.peopleIndex();
      const lists = world.shortlistBy(held);
      const listed = async (by = lists) =>
        (await by.shortlist(officer, other, { first: 50 })).edges.map(({ node }) => node.personId);
      expect(await listed()).toEqual([someone.id]);
      const placement = await begin(someone.id, one, isoDate('2026-11-20'));
      expect(await listed()).toEqual([]);
      await world.placements.end(placement.id, isoDate('2026-11-22'), 'RESIGNED');
      expect(await listed()).toEqual([someone.id]);
      const caseId = await noticed(someone.id);
      expect(await listed()).toEqual([someone.id]);
      await decide(caseId, true);
      expect(await listed()).toEqual([]);
      expect(await listed(world.shortlistBy(world.peopleIndex()))).toEqual([]);
      expect(await world.matches.selfCheckOfPeople()).toMatchObject({ differing: 0 });
      expect(await world.matches.selfCheck()).toMatchObject({ differing: 0 });
      // Nothing of it concerns other posts.
      expect(await ruleOf('H-REFUSED', someone.id, await world.post({ skills }))).toMatchObject({ answer: 'FITS' });
    });

    it('lists on another day whom the bar has left by then', async () => {
      const skills = [newId().slice(0, 20)];
      const postId = await welfare({ skills, closesOn: isoDate('2028-01-01') });
      const someone = await world.person({ skills });
      await decide(await noticed(someone.id), true);
      const answerOn = async (day: string) =>
        (await world.matches.explain(someone.viewer, postId, null, day)).findings.find(
          ({ rule }) => rule === 'H-REFUSED',
        )?.answer;
      expect(await answerOn('2027-11-22')).toBe('NO');
      expect(await answerOn('2027-11-23')).toBe('FITS');
    });

    it('does not change for an appeal that is upheld', async () => {
      const someone = await world.person();
      await decide(await noticed(someone.id), false);
      expect(await ruleOf('H-REFUSED', someone.id, await welfare())).toMatchObject({ answer: 'FITS', has: '没有暂停' });
    });
  });

  describe('a placement at a public-welfare post', () => {
    it('does not begin on a day of a bar, and does on the day after and before it', async () => {
      const someone = await world.person();
      const caseId = await noticed(someone.id);
      await decide(caseId, true);
      const last = { barredFrom: isoDate('2026-11-01'), barredUntil: TODAY };
      const put = (set: object) =>
        db.unitOfWork.run(() => db.unitOfWork.manager.update(RefusalCase, { id: caseId }, set));
      await put(last);
      const postId = await welfare();
      expect(await refusal(begin(someone.id, postId, TODAY))).toBe('NOT_ELIGIBLE');
      expect(await refusal(begin(someone.id, postId, isoDate('2026-11-01')))).toBe('NOT_ELIGIBLE');
      expect(await refusal(begin(someone.id, await world.post(), TODAY))).toBe('done');
      await put({ barredUntil: isoDate('2026-11-22') });
      expect(await refusal(begin(someone.id, postId, TODAY))).toBe('done');
    });

    it('does not begin before one that was held later', async () => {
      const someone = await world.person();
      const [one, other] = [await welfare(), await welfare()];
      const { id } = await begin(someone.id, one, isoDate('2026-03-01'));
      await world.placements.end(id, isoDate('2026-05-31'), 'RESIGNED');
      expect(await refusal(begin(someone.id, other, isoDate('2026-01-01')))).toBe('STATE_CONFLICT');
      expect(await refusal(begin(someone.id, other, isoDate('2026-05-31')))).toBe('STATE_CONFLICT');
      expect(await refusal(begin(someone.id, other, isoDate('2026-06-01')))).toBe('done');
    });

    it('does not begin once the term is used up, and the lists say so; a day earlier it does', async () => {
      const skills = [newId().slice(0, 20)];
      const postId = await welfare({ skills });
      const served = async (to: string) => {
        const someone = await world.person({ skills });
        const { id } = await begin(someone.id, await welfare(), isoDate('2025-10-01'));
        await world.placements.end(id, isoDate(to), 'TERM');
        return someone;
      };
      const [full, short] = [await served('2026-09-30'), await served('2026-09-29')];
      expect(await ruleOf('H-TERM', full.id, postId)).toMatchObject({ answer: 'FITS', needed: '不限' });
      await parameter('post.maxMonths', '12');
      expect(await ruleOf('H-TERM', full.id, postId)).toMatchObject({
        answer: 'NO',
        has: '干过12个月',
        basis: { kind: 'LOCAL_ACT', source: '示例文件 post.maxMonths' },
      });
      expect(await ruleOf('H-TERM', short.id, postId)).toMatchObject({ answer: 'FITS', has: '干过11个月零29天' });
      const found = await world.shortlistBy(world.peopleIndex()).shortlist(officer, postId, { first: 50 });
      expect(found.edges.map(({ node }) => node.personId)).toEqual([short.id]);
      expect(await refusal(begin(full.id, postId, TODAY))).toBe('NOT_ELIGIBLE');
      expect(await refusal(begin(short.id, postId, TODAY))).toBe('done');
      const input = { postId, contactPhone: '13800000000', contactWay: 'CALL', idempotencyKey: newId() };
      expect(await refusal(world.applications.apply(full.viewer, input as never))).toBe('NOT_ELIGIBLE');
    });
  });
});

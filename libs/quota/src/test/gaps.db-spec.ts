import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Caseloads, Divisions, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Post, PostService } from '@tongxing/employers';
import {
  ApplicationBook,
  MatchPeople,
  PeopleIndex,
  Placement,
  RefusalCase,
  ShortlistService,
} from '@tongxing/matching';
import { ConsentService, FunctionalProfile, PeopleService, Person } from '@tongxing/people';
import { newId, ReadinessChecks } from '@tongxing/platform';
import { ABILITY_CODES, isoDate, MATCH_PARAMETERS } from '@tongxing/rules';
import { GapService } from '../gap.service.js';
import {
  certificate,
  COUNTING_PARAMETERS,
  employerCells,
  entities,
  headcountCells,
  officer,
  parameter,
  personCells,
  services,
} from './setup.js';

const ALL = { first: 100 };
const counsellor: SignedIn = { ...officer, roles: ['COUNSELLOR'], divisionCode: '640324101000' };

eachEngine([...entities, Placement, RefusalCase], (engine) => {
  let db: TestDatabase;
  let desk: ReturnType<typeof services>;
  let gaps: GapService;
  const folder = mkdtempSync(join(tmpdir(), 'tongxing-gaps-'));

  const post = async (employer: number, over: Partial<Post> = {}): Promise<string> =>
    db.unitOfWork.run(async () => {
      const id = newId();
      await insertRows(db.unitOfWork.manager, Post, [
        {
          id,
          employerId: await desk.idOf(employer),
          title: '资料录入员',
          kind: 'PROPORTIONAL',
          openings: 0,
          workDivisionCode: '640324100000',
          divisionCode: '640324100000',
          remote: true,
          wageLowFen: 200_000,
          wageHighFen: 250_000,
          skills: [],
          licences: [],
          demands: { SEE: 2 },
          provisions: [],
          publishedOn: isoDate('2025-03-01'),
          closesOn: isoDate('2025-06-01'),
          state: 'CLOSED',
          ...over,
        },
      ]);
      db.unitOfWork.changed('post', id);
      return id;
    });

  beforeAll(async () => {
    db = await engine.open();
    desk = services(db, folder);
    const { clock, crypto, parameters, employers, unitOfWork } = desk;
    await parameters.loadDemo(
      [...COUNTING_PARAMETERS, parameter(MATCH_PARAMETERS.minimumAge, '16'), parameter('levy.quotaRatio', '0.015')],
      [],
    );
    const people = new PeopleService(unitOfWork, crypto);
    const posts = new PostService(unitOfWork, clock, Divisions.shipped());
    const consents = new ConsentService(
      unitOfWork,
      clock,
      parameters,
      undefined as never,
      new Caseloads(),
      undefined as never,
    );
    const matchPeople = new MatchPeople(unitOfWork, people);
    const index = new PeopleIndex(unitOfWork, clock, matchPeople, consents, parameters, new ReadinessChecks());
    const shortlists = new ShortlistService(
      index,
      people,
      matchPeople,
      posts,
      employers,
      new Caseloads(),
      Divisions.shipped(),
      crypto,
      new ApplicationBook(unitOfWork, crypto),
    );
    gaps = new GapService(
      unitOfWork,
      parameters,
      clock,
      Divisions.shipped(),
      employers,
      posts,
      desk.assessments,
      shortlists,
    );

    // 1 and 2 owe, 2 in the counsellor's town; 3 owes more but is hiring; 4 said nothing of its staff; 5 is too small to owe a whole person.
    await desk.bring(
      'employers',
      [1, 2, 3, 4, 5].map((index) => employerCells(index, index === 2 ? { 区划: '640324101000' } : {})),
    );
    await desk.bring('headcounts', [
      headcountCells(1, 200, 12_000_000),
      headcountCells(2, 70, 4_000_000),
      headcountCells(3, 400, 24_000_000),
    ]);
    await desk.bring(
      'people',
      [1, 2, 3].map((index) => personCells(index, { 就业状况: '未就业', 求职意愿: '是' })),
    );
    const today = clock.today();
    await post(1);
    await post(3, { state: 'OPEN', openings: 1, publishedOn: today, closesOn: today });
    await db.unitOfWork.run(async () => {
      const found = await Promise.all([1, 2, 3].map((index) => people.findByCertificate(certificate(index))));
      await insertRows(
        unitOfWork.manager,
        FunctionalProfile,
        // The third does not see well enough.
        found.map((person, index) => ({
          id: newId(),
          personId: (person as Person).id,
          assessor: '示例员',
          assessedOn: isoDate('2026-05-01'),
          validUntil: null,
          levels: { ...Object.fromEntries(ABILITY_CODES.map((item) => [item, 3])), SEE: index === 2 ? 1 : 3 },
          ownAids: [],
        })),
      );
      for (const person of found) unitOfWork.changed('person', (person as Person).id);
    });
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('names who owes people and offers no post: the own town first, and whom typical work fits', async () => {
    const { totalCount, edges } = await gaps.gaps(counsellor, ALL);
    expect(totalCount).toBe(2);
    expect(edges.map(({ node }) => node)).toMatchObject([
      {
        employerName: '甲乙2有限公司',
        near: true,
        missing: 2,
        typicalWork: ['资料录入员'],
        ownWork: false,
        fitting: 2,
      },
      {
        employerName: '甲乙1有限公司',
        near: false,
        missing: 3,
        typicalWork: ['资料录入员'],
        ownWork: true,
        fitting: 2,
      },
    ]);
  });

  it('pages without losing or doubling one', async () => {
    const one = await gaps.gaps(counsellor, { first: 1 });
    const two = await gaps.gaps(counsellor, { first: 1, after: String(one.pageInfo.endCursor) });
    expect([one, two].map(({ edges, pageInfo }) => [edges.length, pageInfo.hasNextPage])).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(two.edges[0]?.node.employerName).toBe('甲乙1有限公司');
  });

  it('says nothing of another county', async () => {
    expect((await gaps.gaps({ ...counsellor, divisionCode: '360734000000' }, ALL)).totalCount).toBe(0);
  });

  describe('what is kept between two looks', () => {
    /** How many employers were worked out while this ran. */
    const workedOut = async (work: () => Promise<unknown>): Promise<number> => {
      const spied = jest.spyOn(desk.assessments, 'assess');
      await work();
      const count = spied.mock.calls.reduce((sum, [employers]) => sum + employers.length, 0);
      spied.mockRestore();
      return count;
    };
    const look = () => gaps.gaps(counsellor, ALL);
    const missingOf = async () => (await look()).edges.map(({ node }) => node.missing);

    it('is worked out once for everybody who looks, also at once', async () => {
      await db.unitOfWork.run(async () => db.unitOfWork.changed('employer', newId()));
      expect(await workedOut(() => Promise.all([look(), look(), look()]))).toBe(5);
      expect(await workedOut(look)).toBe(0);
    });

    it('stands while posts change, which are looked at each time', async () => {
      const id = await post(2, {
        state: 'OPEN',
        openings: 1,
        publishedOn: desk.clock.today(),
        closesOn: desk.clock.today(),
      });
      expect(await workedOut(look)).toBe(0);
      expect((await look()).totalCount).toBe(1);
      await db.unitOfWork.run(async () => {
        await db.unitOfWork.manager.update(Post, { id }, { state: 'CLOSED' });
        db.unitOfWork.changed('post', id);
      });
      expect((await look()).totalCount).toBe(2);
    });

    it('goes when a declaration, a declared person, or the register changes', async () => {
      const before = await missingOf();
      await desk.bring('headcounts', [headcountCells(1, 400, 24_000_000)]);
      const grown = await missingOf();
      expect(grown).not.toEqual(before);
      await desk.bring('headcounts', [headcountCells(1, 200, 12_000_000)]);
      expect(await missingOf()).toEqual(before);
      expect(await workedOut(() => desk.bring('people', [personCells(9, {})]))).toBe(0);
      expect(await workedOut(look)).toBe(5);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Account, actAs, AuditEntry, AuditService, type SignedIn } from '@tongxing/access';
import { insertRows } from '@tongxing/database';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { newId } from '@tongxing/platform';
import { isoDate } from '@tongxing/rules';
import { entities, setup } from '../../test/setup.js';

const PAGE = { first: 50 };

eachEngine(entities, (engine) => {
  let db: TestDatabase;
  let world: Awaited<ReturnType<typeof setup>>;
  let officer: SignedIn;
  let counsellor: SignedIn;
  let elsewhere: SignedIn;

  const account = async (displayName: string, roles: SignedIn['roles'], divisionCode = '640324000000') => {
    const id = newId();
    await db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Account, [
        {
          id,
          login: id,
          displayName,
          passwordHash: 'x',
          roles: [...roles],
          divisionCode,
          employerId: null,
          disabled: false,
          demo: false,
          createdAt: world.clock.now(),
        },
      ]),
    );
    return { id, displayName, roles, divisionCode } satisfies SignedIn;
  };

  beforeAll(async () => {
    db = await engine.open();
    world = await setup(db);
    new AuditService(db.unitOfWork, world.clock, world.crypto).onModuleInit();
    officer = await account('王干部', ['OFFICER']);
    counsellor = await account('李辅导员', ['COUNSELLOR']);
    elsewhere = await account('外县干部', ['OFFICER'], '640323000000');
    world.caseloads.register({
      holds: async (id) => id === counsellor.id,
      heldBy: async () => [],
      workersOf: async () => [],
    });
  });
  afterAll(() => db.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error) => String(error.code),
    );
  const titles = async (filter: Parameters<typeof world.officePosts.list>[2], viewer = officer) =>
    (await world.officePosts.list(viewer, PAGE, filter)).edges.map(({ node }) => node.title).sort();
  const refer = (personId: string, postId: string) =>
    world.flow.refer(counsellor, { personId, postId, idempotencyKey: newId() });

  describe('posts of the county', () => {
    beforeAll(async () => {
      await world.post({ title: '今天截止', closesOn: isoDate('2026-11-23') });
      await world.post({ title: '昨天截止', closesOn: isoDate('2026-11-22') });
      await world.post({ title: '招满', openings: 0 });
      await world.post({ title: '草稿', state: 'DRAFT', kind: 'FLEXIBLE' });
      await world.post({ title: '撤下', state: 'CLOSED', workDivisionCode: '640324101000' });
      await world.post({ title: '100%_工' });
    });

    it('are told apart by how they stand on the day', async () => {
      expect(await titles({ stand: 'OPEN' })).toEqual(['100%_工', '今天截止']);
      expect(await titles({ stand: 'ENDED' })).toEqual(['招满', '昨天截止']);
      expect(await titles({ stand: 'DRAFT' })).toEqual(['草稿']);
      expect(await titles({ stand: 'CLOSED' })).toEqual(['撤下']);
      const stands = (await world.officePosts.list(officer, PAGE, null)).edges.map(({ node }) => node.stand);
      expect(stands.sort()).toEqual(['CLOSED', 'DRAFT', 'ENDED', 'ENDED', 'OPEN', 'OPEN']);
    });

    it('are found by kind, place, and words of title or employer taken literally', async () => {
      expect(await titles({ kind: 'FLEXIBLE' })).toEqual(['草稿']);
      expect(await titles({ divisionCode: '640324101000' })).toEqual(['撤下']);
      expect(await titles({ text: '%_工' })).toEqual(['100%_工']);
      expect(await titles({ text: '示例公司' })).toHaveLength(6);
      expect(await titles({ text: '没有这样的' })).toEqual([]);
      expect(await codeOf(world.officePosts.list(officer, PAGE, { divisionCode: '999999000000' }))).toBe(
        'DIVISION_UNKNOWN',
      );
    });

    it('come page by page, each once', async () => {
      const seen: string[] = [];
      let after: string | undefined;
      for (let turn = 0; turn < 10; turn += 1) {
        const page: Awaited<ReturnType<typeof world.officePosts.list>> = await world.officePosts.list(
          officer,
          { first: 4, ...(after ? { after } : {}) },
          null,
        );
        seen.push(...page.edges.map(({ node }) => node.id));
        expect(page.totalCount).toBe(6);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor ?? undefined;
      }
      expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
    });

    it('are another county’s as little as one of them', async () => {
      const id = await world.post({ title: '缝纫工' });
      expect(await titles(null, elsewhere)).toEqual([]);
      expect(await codeOf(world.officePosts.one(elsewhere, id))).toBe('NOT_FOUND');
      expect(await codeOf(world.officePosts.one(officer, newId()))).toBe('NOT_FOUND');
    });

    it('count who asks for them, those that run and all', async () => {
      const id = await world.post({ title: '数人头', openings: 3 });
      const [one, other] = [await world.person(), await world.person()];
      const first = await refer(one.id, id);
      await refer(other.id, id);
      await world.flow.decline(one.viewer, { id: first, reason: 'TRAVEL' });
      const { post } = await world.officePosts.one(officer, id);
      expect([post.running, post.applications, post.employerName]).toEqual([1, 2, '示例公司']);
    });

    it('tell who did what to them, the newest first', async () => {
      const id = await world.post();
      const entry = (seq: number, role: string, action: string, before: string | null) => ({
        id: newId(),
        chain: 'TEST00',
        seq,
        at: new Date(Date.UTC(2026, 10, seq)),
        actorId: null,
        onBehalfOf: null,
        role,
        divisionCode: '640324000000',
        action,
        targetKind: 'post',
        targetId: id,
        before,
        after: 'a',
        reason: null,
        address: null,
        trace: null,
        prevHash: 'p',
        hash: `h${seq}`,
      });
      await db.unitOfWork.run(() =>
        insertRows(db.unitOfWork.manager, AuditEntry, [
          entry(1, 'EMPLOYER_CLERK', 'post.save', null),
          entry(2, 'OFFICER', 'post.save', 'b'),
          entry(3, 'JOB', 'post.import', 'b'),
          entry(4, 'EMPLOYER_ADMIN', 'post.confirm', 'b'),
          entry(5, 'OFFICER', 'post.takeIn', 'b'),
          entry(6, 'OFFICER', 'project.save', 'b'),
        ]),
      );
      const { history } = await world.officePosts.one(officer, id);
      expect(history.map(({ by, says }) => `${by}${says}`)).toEqual([
        '残联放进灵活就业项目，或移出',
        '残联隐藏或重新显示',
        '单位确认还在招',
        '系统用表格导入',
        '残联改动、发布或撤下',
        '单位写下',
      ]);
    });

    it('are a file with the same rows, its formulas text', async () => {
      await world.post({ title: '=1+1', state: 'CLOSED' });
      const { name, text } = await world.officePosts.file(officer, { stand: 'CLOSED' });
      expect(name).toBe('岗位-2026-11-23.csv');
      const lines = text.split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines[1]).toContain("'=1+1,按比例就业,已撤下,示例公司");
    });
  });

  describe('referrals and applications across counsellors', () => {
    const people = async (filter: Parameters<typeof world.retention.referrals>[2], viewer = officer) =>
      (await world.retention.referrals(viewer, PAGE, filter)).edges.map(({ node }) => node.personName).sort();

    it('are found by state, way, town and post', async () => {
      const postId = await world.post({ title: '推荐用', openings: 9, workDivisionCode: '640324100000' });
      const near = await world.person({ name: '近处甲' });
      const far = await world.person({ name: '远处乙', residenceDivisionCode: '640324101000' });
      const id = await refer(near.id, postId);
      await refer(far.id, postId);
      await world.flow.decline(near.viewer, { id, reason: 'CARE' });
      expect(await people({ postId })).toEqual(['近处甲', '远处乙']);
      expect(await people({ postId, states: ['DECLINED'] })).toEqual(['近处甲']);
      expect(await people({ postId, states: ['REFERRED', 'APPLIED'] })).toEqual(['远处乙']);
      expect(await people({ postId, divisionCode: '640324101000' })).toEqual(['远处乙']);
      expect(await people({ postId, divisionCode: '640324100000' })).toEqual(['近处甲']);
      expect(await people({ postId, referred: false })).toEqual([]);
      expect(await people({ postId, referred: true })).toHaveLength(2);
      expect(await people({ postId }, elsewhere)).toEqual([]);
      expect(await codeOf(world.retention.referrals(officer, PAGE, { divisionCode: '999999' }))).toBe(
        'DIVISION_UNKNOWN',
      );
      const [declined] = (await world.retention.referrals(officer, PAGE, { postId, states: ['DECLINED'] })).edges;
      expect([declined?.node.stateText, declined?.node.referredBy]).toEqual(['本人没有去', '李辅导员']);
    });

    it('leave the house as a file only with an entry of who took it', async () => {
      const postId = await world.post({ title: '导出用' });
      await refer((await world.person({ name: '示例丙' })).id, postId);
      const entries = () => db.unitOfWork.manager.countBy(AuditEntry, { action: 'application.export' });
      const before = await entries();
      const { name, text } = await actAs({ viewer: officer, kind: 'COMMAND', action: 'application.export' }, () =>
        world.retention.referralsFile(officer, { postId }),
      );
      expect(name).toBe('推荐和应聘-2026-11-23.csv');
      expect(text.split('\r\n').slice(1, 3)).toEqual([
        '示例丙,豫海镇城北村委会,导出用,示例公司,推荐，李辅导员,2026-11-23,已推荐,',
        '王干部 2026-11-23 导出，共 1 行，只供工作用',
      ]);
      expect(await entries()).toBe(before + 1);
    });
  });
});

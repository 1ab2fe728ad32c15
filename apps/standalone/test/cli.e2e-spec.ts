import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataFolder, type Ended, runCommand, runScript } from './running.js';

describe("the operator's command line", () => {
  const data = dataFolder();
  const tongxing = (...args: string[]): Promise<Ended> =>
    runCommand(args, { TONGXING_DATA_DIR: join(data.path, 'data') });
  const file = (name: string, content: string | Buffer): string => {
    const path = join(data.path, name);
    writeFileSync(path, content);
    return path;
  };
  const levyCase = (change: object) => ({
    id: 'a',
    year: 2026,
    divisionCode: '640324',
    unitKind: 'ENTERPRISE',
    employees: '50',
    averageWageYuan: '100000',
    countedHires: '0',
    quotaRatio: '0.015',
    ...change,
  });

  beforeAll(() => tongxing('migrate'));
  afterAll(() => data.remove());

  it('computes every levy case, names the bad one in its place, and fails', async () => {
    const cases = [levyCase({}), levyCase({ id: 'b', divisionCode: '999999' }), levyCase({ id: 'c', year: 1990 })];
    const { status, stdout } = await tongxing('levy', '--file', file('cases.json', JSON.stringify(cases)), '--json');
    const results = JSON.parse(stdout);
    expect(results).toMatchObject([
      { id: 'a', levyYuan: '67500.00', outcome: 'TIER_90' },
      { id: 'b', error: { code: 'DIVISION_UNKNOWN', field: 'divisionCode' } },
      { id: 'c', error: { code: 'LAW_UNKNOWN' } },
    ]);
    expect(status).toBe(1);
  });

  it('succeeds when all cases are good, and says where another calculator differs', async () => {
    const good = { case: levyCase({}), expect: { levyYuan: '67500.00' } };
    const all = await tongxing('levy', '--file', file('good.json', JSON.stringify([good])), '--json');
    expect([all.status, JSON.parse(all.stdout)[0].differs]).toEqual([0, undefined]);
    const off = { ...good, expect: { levyYuan: '67500.01' } };
    const one = await tongxing('levy', '--file', file('off.json', JSON.stringify([off])), '--json');
    expect(one.status).toBe(1);
    expect(JSON.parse(one.stdout)[0].differs).toEqual([{ field: 'levyYuan', expected: '67500.01', got: '67500.00' }]);
  });

  it.each([
    ['a file that is not there', ['levy', '--file', '/nowhere/cases.json'], 'NOT_FOUND'],
    ['a kind of roster that does not exist', ['import', 'planets', '/nowhere/x.csv'], 'NOT_FOUND'],
  ])('refuses %s with a code and a hint', async (_, args, code) => {
    const { status, stdout, stderr } = await tongxing(...args, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, hint: expect.stringMatching(/.+/) } });
    expect(stderr).toContain(`${code}: `);
    expect(stderr).not.toContain('    at ');
  });

  it('refuses a damaged workbook by name, and writes nothing', async () => {
    const path = file('broken.xlsx', Buffer.from('PK\u0003\u0004 not really a zip'));
    const { status, stdout } = await tongxing('import', 'people', path, '--json');
    expect(status).toBe(1);
    const [problem, ...others] = JSON.parse(stdout).problems;
    expect(problem).toMatchObject({ row: null, code: 'FILE_REJECTED', hint: expect.stringMatching(/.+/) });
    expect(others).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({ committed: false, rows: 0 });
  });

  it('seeds a demo county once, matches its people, and proves its ledger', async () => {
    const own = { TONGXING_DATA_DIR: join(data.path, 'seeded') };
    const json = async (...args: string[]) => {
      const { status, stdout } = await runCommand([...args, '--json'], own);
      return { status, answer: JSON.parse(stdout) };
    };
    const unknown = await json('seed', 'demo', '--division', '999999');
    expect([unknown.status, unknown.answer.error.code]).toEqual([1, 'DIVISION_UNKNOWN']);
    const few = await json('seed', 'demo', '--people', '3');
    expect([few.status, few.answer.error]).toEqual([
      1,
      expect.objectContaining({ code: 'VALIDATION', field: 'people' }),
    ]);
    const first = await json('seed', 'demo', '--division', '360734', '--people', '300');
    expect([first.status, first.answer.seeded]).toEqual([0, true]);
    const again = await json('seed', 'demo', '--division', '360734', '--people', '300');
    expect([again.status, again.answer.seeded]).toEqual([0, false]);
    const all = await json('match', '--all');
    expect(all.answer).toMatchObject({ people: expect.any(Number), posts: 60 });
    expect(all.answer.people).toBeGreaterThan(200);
    expect((await json('verify', 'ledger')).status).toBe(0);

    const replayed = await json('replay', '--from', '2020');
    expect(replayed.answer).toMatchObject({ rows: 0, changed: 0, refusedBefore: replayed.answer.refusedAfter });
    expect(replayed.answer.assessments).toBeGreaterThan(10);
    const rows = file(
      'rows.json',
      JSON.stringify([{ code: 'quota.ratio', scope: '36', value: '2%', from: '2020-01-01', act: '示例' }]),
    );
    // An operator's row stands before a shipped one of the same place.
    const tried = await json('replay', '--from', '2020', '--with', rows);
    expect(tried.answer).toMatchObject({ rows: 1, assessments: replayed.answer.assessments });
    expect(tried.answer.changed).toBeGreaterThan(0);
    expect(Number(tried.answer.afterYuan)).toBeGreaterThan(Number(tried.answer.beforeYuan));
    const bad = file(
      'bad.json',
      JSON.stringify([{ code: 'quota.ratio', scope: '36', value: '2', from: '2020-01-01', act: '示例' }]),
    );
    expect((await json('replay', '--from', '2020', '--with', bad)).answer.error).toMatchObject({
      code: 'VALIDATION',
      field: 'value',
    });
    expect((await json('replay', '--from', 'last')).answer.error).toMatchObject({ code: 'VALIDATION', field: 'from' });
  }, 120_000);

  it('refuses a command it does not know', async () => {
    const { status, stderr } = await runScript('tongxing', ['fly'], { TONGXING_DATA_DIR: data.path });
    expect(status).toBe(1);
    expect(stderr).toContain("unknown command 'fly'");
  });

  it('says which setting is wrong, and what would do', async () => {
    const { status, stdout } = await runScript('tongxing', ['jobs', '--json'], {
      TONGXING_DATA_DIR: data.path,
      DATABASE_URL: 'postgres://somewhere/tongxing',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.message).toMatch(
      /^CONFIG_INVALID DATABASE_URL: scheme .* Example: DATABASE_URL=mysql:/,
    );
  });
});

describe('npm start', () => {
  const data = dataFolder();
  afterAll(() => data.remove());

  it('tells of a busy port at once, before it touches the database', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, resolve));
    const { port } = blocker.address() as { port: number };
    const { status, stderr } = await runScript('start', [], { TONGXING_DATA_DIR: data.path, PORT: String(port) });
    await new Promise((resolve) => blocker.close(resolve));
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      `PORT_BUSY: port ${port} is in use by another process. Choose another one: PORT=3001 npm start`,
    );
  });
});

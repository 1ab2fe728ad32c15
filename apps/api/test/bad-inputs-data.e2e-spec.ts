import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@tongxing/database';
import { DirectImportService, ImportRowEntity } from '@tongxing/imports';
import { ParameterService } from '@tongxing/parameters';
import { PeopleService, Person } from '@tongxing/people';
import { Clock, newId } from '@tongxing/platform';
import { addDays, isoDate, makeCreditCode, withIdCheckDigit, yearOf } from '@tongxing/rules';
import { RATES } from '../src/limits/rates.js';
import { type Checked, type EdgeApi, edgeApi, type Told } from './edge-api.js';
import { type Cells, csvOf, encoded, idNumber, person } from './roster.js';

/** Rows 49 to 71 of security.md §10, against the running api: rosters by upload, everything else by GraphQL. */
const LEAK = /\bat \/|node_modules|\.ts:|\.js:|SELECT |INSERT |SQLITE|QueryFailedError/;
/** A wrong input is answered within it, however long the text. */
const SOON_MS = 1_000;

describe('bad inputs: data', () => {
  let api: EdgeApi;
  let officer: Record<string, string>;
  let finance: Record<string, string>;
  let next = 100;
  let today: ReturnType<Clock['today']>;

  beforeAll(async () => {
    // One person sends here what an hour would hold; the rates have a suite of their own.
    const rates = Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, { ...rate, limit: 100_000 }]));
    api = await edgeApi({ runJobs: true, rates });
    today = api.app.get(Clock).today();
    officer = await api.bearer('OFFICER');
    finance = await api.bearer('FINANCE');
    const row = { scope: '640324', qualifier: '', from: isoDate('2020-01-01'), to: null, source: '演示参数' };
    const more = { status: 'UNCONFIRMED' as const, afterEnd: 'REFUSE' as const };
    await api.app.get(ParameterService).loadDemo(
      [
        { ...row, ...more, code: 'benefit.train.max', unit: 'yuan', value: '3000' },
        { ...row, ...more, code: 'work.age.min', unit: 'full years', value: '16' },
      ],
      [],
    );
  });
  afterAll(() => api.close());

  const send = (who: Record<string, string>, query: string, variables: object): Promise<Told> =>
    api.post({ query, variables }, who);
  const refused = (told: Told, code: string, field?: string): void => {
    const [error] = told.errors ?? [];
    expect([told.code, error?.extensions.field]).toEqual([code, field]);
    expect(error?.message).toMatch(/[一-鿿]{2}/);
    expect(error?.extensions.traceId).toMatch(/^[0-9a-f-]{36}$/);
    expect(told.text).not.toMatch(LEAK);
    expect(told.text.length).toBeLessThan(2_000);
  };
  const roster = (rows: readonly Cells[]): Promise<Checked> =>
    api.checked(officer, 'people', 'a.csv', encoded(csvOf(rows), 'utf8'));
  const found = ({ problems }: Checked) => problems.map(({ row, column, code }) => [row, column, code]);

  /** Somebody of the roster, with an account of the own. */
  async function seeker(over: Cells = {}): Promise<{ index: number; who: Record<string, string>; id: string }> {
    const index = (next += 1);
    const path = join(api.config.dataDir, `people-${index}.csv`);
    writeFileSync(path, csvOf([person(index, over)], [...Object.keys(person(index)), ...Object.keys(over)]));
    await api.app.get(DirectImportService).importFile('people', path);
    const id = ((await api.app.get(PeopleService).findByIdNumber(idNumber(index))) as Person).id;
    return { index, id, who: await api.bearer('SEEKER', { personId: id }) };
  }
  const APPLY = 'mutation ($input: ApplyForSchemeInput!) { applyForScheme(input: $input) { id } }';
  const application = (index: number, over: object = {}) => ({
    input: {
      schemeCode: 'TRAIN',
      course: '中式面点',
      courseHours: 80,
      feeYuan: '1500.05',
      periodStart: addDays(today, -60),
      periodEnd: addDays(today, -30),
      accountName: person(index).姓名,
      accountNumber: '6217000000000000004',
      idempotencyKey: newId(),
      ...over,
    },
  });
  const ALLOT = 'mutation ($input: AllotEnvelopeInput!) { allotEnvelope(input: $input) { id } }';
  const allotment = (over: object) => ({
    input: {
      schemeCode: 'TRAIN',
      year: yearOf(today),
      source: '县',
      amountYuan: '1.00',
      document: newId(),
      idempotencyKey: newId(),
      ...over,
    },
  });

  it('an ID number with a wrong check digit (bad input 49)', async () => {
    const wrong = idNumber(1).replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));
    const seen = await roster([
      person(1, { 残疾人证号: `${wrong}43` }),
      person(2, { 残疾人证号: '', 身份证号: wrong }),
      person(3, { 身份证号: wrong }),
    ]);
    expect(found(seen).map(([row, , code]) => [row, code])).toEqual([
      [2, 'CERT_CHECKSUM'],
      [3, 'ID_CHECKSUM'],
      [3, 'REQUIRED'],
      [4, 'ID_CHECKSUM'],
    ]);
    expect(JSON.stringify(seen)).not.toContain(wrong);
  });

  it('an ID number born on 30 February (bad input 50)', async () => {
    const born = withIdCheckDigit('64032419900230001');
    const seen = await roster([person(1, { 身份证号: born }), person(2, { 残疾人证号: `${born}43` })]);
    expect(found(seen)).toEqual([
      [2, '身份证号', 'ID_DATE'],
      [3, '残疾人证号', 'ID_DATE'],
    ]);
  });

  it('an ID number born tomorrow, or more than 120 years ago (bad input 51)', async () => {
    const bornOn = (day: string): string => withIdCheckDigit(`640324${day.replaceAll('-', '')}001`);
    const tomorrow = addDays(today, 1);
    const old = addDays(isoDate(`${yearOf(today) - 120}${today.slice(4)}`), -1);
    const seen = await roster([
      person(1, { 残疾人证号: `${bornOn(tomorrow)}43` }),
      person(2, { 残疾人证号: `${bornOn(old)}43` }),
      person(3, { 残疾人证号: `${bornOn(today)}43` }),
    ]);
    expect(found(seen)).toEqual([
      [2, '残疾人证号', 'ID_DATE'],
      [3, '残疾人证号', 'ID_DATE'],
    ]);
  });

  it('an ID number of fifteen digits (bad input 52)', async () => {
    const seen = await roster([person(1, { 身份证号: '640324900101001' })]);
    expect(found(seen)).toEqual([[2, '身份证号', 'ID_CHECKSUM']]);
    expect(seen.problems[0]?.hint).toContain('18 位');
  });

  it('numbers in full-width digits are read as what they are (bad input 53)', async () => {
    const wide = (text: string): string =>
      text.replace(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    const index = (next += 1);
    const row = person(index);
    const seen = await roster([
      { ...row, 残疾人证号: wide(row.残疾人证号 as string), 身份证号: wide(idNumber(index)), 期望月薪: wide('2500') },
    ]);
    expect(seen).toMatchObject({ new: 1, wrong: 0, problems: [] });
    const told = await send(officer, 'mutation ($id: ID!) { commitImport(id: $id) { state } }', { id: seen.id });
    expect(told.code).toBeUndefined();
    const stands = () => api.app.get(PeopleService).findByIdNumber(idNumber(index));
    for (const until = Date.now() + 20_000; Date.now() < until && !(await stands()); ) await sleep(20);
    expect(await stands()).toMatchObject({ divisionCode: '640324100000' });
  });

  it.each([
    ['of 2 KB', '甲'.repeat(700)],
    ['with a control character', '甲\u0007乙'],
    ['turned from right to left', '甲\u202e乙'],
    ['with something of no width', '甲\u200b乙'],
    ['with a joiner', '甲\u2060乙'],
  ])('a name %s (bad input 54)', async (_, name) => {
    const seen = await roster([person(1, { 姓名: name })]);
    expect(found(seen)).toEqual([[2, '姓名', name.length > 60 ? 'NUMBER_RANGE' : 'TEXT_CONTROL']]);
    refused(await send(finance, ALLOT, allotment({ source: name })), 'VALIDATION', 'source');
    refused(await send(finance, ALLOT, allotment({ document: name })), 'VALIDATION', 'document');
    const { index, who } = await seeker();
    refused(await send(who, APPLY, application(index, { course: name })), 'VALIDATION', 'course');
  });

  it('names with emoji and with hanzi of four bytes are taken as they are (bad input 55)', async () => {
    const names = ['甲😀', '马𬱟', '㛃𠮷'];
    for (const 姓名 of names) {
      const { id } = await seeker({ 姓名, 银行户名: 姓名 });
      expect(await api.app.get(UnitOfWork).manager.findOneBy(Person, { id })).toMatchObject({ name: 姓名 });
    }
  });

  it('a card number that fails its check: a warning in a roster, refused as a payee account (bad input 56)', async () => {
    const seen = await roster([person(1, { 银行账号: '6217000000000000005' })]);
    expect(seen).toMatchObject({ new: 1, wrong: 0 });
    expect(found(seen)).toEqual([[2, '银行账号', 'ACCOUNT_CHECKSUM']]);
    const { index, who } = await seeker();
    const input = application(index, { accountNumber: '6217000000000000005' });
    refused(await send(who, APPLY, input), 'ACCOUNT_INVALID', 'accountNumber');
  });

  it('an account in another name than the holder’s (bad input 57)', async () => {
    const { index, who } = await seeker();
    refused(await send(who, APPLY, application(index, { accountName: '别人' })), 'NAME_MISMATCH', 'accountName');
  });

  it.each(['0', '-1', '0.001', '1e309', 'NaN', '1,000', '9007199254740992', '', '１５００', 'Infinity', '0x10'])(
    'the amount %j (bad input 58)',
    async (amount) => {
      const { index, who } = await seeker();
      refused(await send(who, APPLY, application(index, { feeYuan: amount })), 'AMOUNT_INVALID', 'feeYuan');
      if (amount !== '-1') {
        const told = await send(finance, ALLOT, allotment({ amountYuan: amount }));
        expect([told.code, told.errors?.[0]?.extensions.field]).toEqual(['AMOUNT_INVALID', 'amountYuan']);
      }
    },
  );

  it('a number where an amount is a text (bad input 58)', async () => {
    const { index, who } = await seeker();
    for (const feeYuan of [0, -1, 1e21, 2 ** 53])
      refused(await send(who, APPLY, application(index, { feeYuan })), 'VALIDATION', 'input.feeYuan');
  });

  it('an amount over the cap (bad input 59)', async () => {
    const { index, who } = await seeker();
    for (const feeYuan of ['200000.01', '9999999999999.99'])
      refused(await send(who, APPLY, application(index, { feeYuan })), 'AMOUNT_INVALID', 'feeYuan');
    const seen = await roster([person(1, { 期望月薪: '99999999999' })]);
    expect(found(seen)).toEqual([[2, '期望月薪', 'NUMBER_RANGE']]);
  });

  it.each(['9999-12-31', '2026-02-30', '0001-01-01', '2026-13-01', '2026-2-3', '20260201', '今天'])(
    'the day %s (bad input 60)',
    async (day) => {
      const { index, who } = await seeker();
      refused(await send(who, APPLY, application(index, { periodStart: day })), 'VALIDATION', 'periodStart');
      refused(await send(who, APPLY, application(index, { periodEnd: day })), 'VALIDATION', 'periodEnd');
      const posts = 'query ($day: String) { publicPosts(first: 1, filter: { onDay: $day }) { totalCount } }';
      refused(await send({}, posts, { day }), 'VALIDATION', 'filter.onDay');
      const law = 'query ($on: String!) { policyParameters(on: $on, divisionCode: "640324") { code } }';
      refused(await send({}, law, { on: day }), 'VALIDATION', 'on');
      if (day === '2026-2-3') return;
      expect(found(await roster([person(1, { 证件有效期至: day })]))).toEqual([[2, '证件有效期至', 'DATE_FORMAT']]);
    },
  );

  const LEVY = 'query ($input: LevyEstimateInput!) { levyEstimate(input: $input) { levyYuan } }';
  const levy = (over: object) => ({
    input: {
      year: 2026,
      divisionCode: '640324',
      unitKind: 'ENTERPRISE',
      employees: '100',
      averageWageYuan: '60000',
      countedHires: '0',
      ...over,
    },
  });
  it('a levy without staff, with more heads than staff, with a month of one head twice (bad input 61)', async () => {
    const hire = { certificate: 'DISABLED_PERSON', grade: 3, months: [1] };
    expect((await send({}, LEVY, levy({}))).code).toBeUndefined();
    for (const over of [
      { employees: '0' },
      { employees: '-5' },
      { employees: '2', countedHires: '9' },
      { employees: '2', countedHires: null, hires: Array.from({ length: 3 }, () => ({ ...hire, months: MONTHS })) },
      { countedHires: null, hires: [{ ...hire, months: [8, 8] }] },
      { countedHires: null, hires: [{ ...hire, months: [13] }] },
      { countedHires: null, hires: [{ ...hire, grade: 5 }] },
    ]) {
      const told = await send({}, LEVY, levy(over));
      expect([over, told.code]).toEqual([over, 'LEVY_INPUT']);
      expect(told.text).not.toMatch(LEAK);
    }
  });

  describe('a search', () => {
    const search = async (text: string): Promise<number> => {
      const query = 'query ($text: String) { publicPosts(first: 10, filter: { text: $text }) { totalCount } }';
      const { data } = (await send({}, query, { text })) as { data?: { publicPosts: { totalCount: number } } };
      return data?.publicPosts.totalCount ?? -1;
    };

    beforeAll(async () => {
      const creditCode = makeCreditCode('91', '640324', 'MA000001');
      const employer = {
        单位名称: '示例食品有限公司',
        统一社会信用代码: creditCode,
        单位性质: '企业',
        区划: '640324100000',
      };
      const post = (title: string): Cells => ({
        统一社会信用代码: creditCode,
        岗位名称: title,
        岗位类型: '按比例就业',
        招聘人数: '2',
        工作地点区划: '640324100000',
        月薪下限: '2200',
        月薪上限: '2600',
        发布日期: addDays(today, -1),
        截止日期: addDays(today, 30),
      });
      const posts = ['包装工', '计件50%提成工', 'A_B工', 'AxB工', '叹号!工'].map(post);
      for (const [kind, rows] of [
        ['employers', [employer]],
        ['posts', posts],
      ] as [string, Cells[]][]) {
        const path = join(api.config.dataDir, `${kind}.csv`);
        writeFileSync(path, csvOf(rows, Object.keys(rows[0] as Cells)));
        const { result } = await api.app.get(DirectImportService).importFile(kind, path);
        expect(result.new).toBe(rows.length);
      }
    });

    it.each(["' OR 1=1--", "'; DROP TABLE post; --", '" OR ""="', '1) OR (1=1', "\\' OR 1=1#"])(
      'for %s finds nothing, and harms nothing (bad input 62)',
      async (text) => {
        expect(await search(text)).toBe(0);
        expect(await search('')).toBe(5);
      },
    );

    it('takes the wild cards of LIKE as they stand (bad input 63)', async () => {
      expect(await search('%')).toBe(1);
      expect(await search('_')).toBe(1);
      expect(await search('a_b')).toBe(1);
      expect(await search('!')).toBe(1);
      expect(await search('包装%')).toBe(0);
      expect(await search('\\')).toBe(0);
    });
  });

  it('a script in a text is kept as text, and answered as JSON that no browser runs (bad input 64)', async () => {
    const name = '<script>alert(1)</script>';
    const seen = await roster([person(1, { 姓名: name, 技能: 'javascript:alert(1)' })]);
    expect(seen).toMatchObject({ new: 1, wrong: 0 });
    const row = await send(officer, 'query ($id: ID!) { importRow(importId: $id, row: 2) { cells { key value } } }', {
      id: seen.id,
    });
    expect(row.headers['content-type']).toContain('application/json');
    expect(row.headers['x-content-type-options']).toBe('nosniff');
    expect(row.headers['content-security-policy']).toContain("default-src 'none'");
    expect(row.data).toMatchObject({
      importRow: { cells: expect.arrayContaining([expect.objectContaining({ value: name })]) },
    });
  });

  it.each(['a'.repeat(50_000), `${'1-'.repeat(25_000)}x`, `${' '.repeat(50_000)}x`, '６'.repeat(50_000)])(
    'a text of 50,000 characters is refused at once (bad input 65)',
    async (text) => {
      const { index, who } = await seeker();
      const questions: [Record<string, string>, string, object][] = [
        [who, APPLY, application(index, { course: text })],
        [who, APPLY, application(index, { feeYuan: text })],
        [who, APPLY, application(index, { accountNumber: text })],
        [who, APPLY, application(index, { periodStart: text })],
        [finance, ALLOT, allotment({ document: text })],
        [finance, ALLOT, allotment({ amountYuan: text })],
        [{}, LEVY, levy({ employees: text })],
        [{}, LEVY, levy({ quotaRatio: text })],
        [{}, 'query ($text: String) { publicPosts(first: 1, filter: { text: $text }) { totalCount } }', { text }],
        [
          {},
          'mutation ($input: SignInInput!) { signIn(input: $input) { token } }',
          { input: { account: text, password: text } },
        ],
        [{}, 'mutation ($input: RequestCodeInput!) { requestCode(input: $input) }', { input: { phone: text } }],
      ];
      for (const [from, query, variables] of questions) {
        const start = performance.now();
        const told = await send(from, query, variables);
        expect([query, told.code]).toEqual([
          query,
          // Of three bytes a character, twice: beyond what any variables may be.
          expect.stringMatching(/^(?:VALIDATION|AMOUNT_INVALID|LEVY_INPUT|QUERY_TOO_LARGE)$/),
        ]);
        expect(performance.now() - start).toBeLessThan(SOON_MS);
      }
      const start = performance.now();
      const seen = await roster([person(1, { 技能: text.slice(0, 32_000), 联系电话: text.slice(0, 32_000) })]);
      expect(seen.wrong).toBe(1);
      expect(performance.now() - start).toBeLessThan(5 * SOON_MS);
    },
  );

  describe.each([
    ['a NUL', '甲\u0000乙', '甲\\u0000乙'],
    ['half a character', '甲\ud83d乙', '甲\\ud83d乙'],
  ])('%s', (what, text, written) => {
    const everywhere = async (): Promise<void> => {
      const { index, who } = await seeker();
      refused(await send(who, APPLY, application(index, { course: text })), 'VALIDATION', 'course');
      refused(await send(who, APPLY, application(index, { idempotencyKey: text })), 'VALIDATION', 'idempotencyKey');
      refused(await send(finance, ALLOT, allotment({ budgetItem: text })), 'VALIDATION', 'budgetItem');
      const filter = 'query ($text: String) { publicPosts(first: 1, filter: { text: $text }) { totalCount } }';
      refused(await send({}, filter, { text }), 'VALIDATION', 'filter.text');
      refused(await send(officer, 'query ($id: ID!) { importJob(id: $id) { id } }', { id: text }), 'VALIDATION', 'id');
      // Written out in the document it reaches the same check.
      const inline = `{ publicPosts(first: 1, filter: { text: "${written}" }) { totalCount } }`;
      expect((await send({}, inline, {})).code).toBe('VALIDATION');
      const manager = api.app.get(UnitOfWork).manager;
      const before = await manager.count(ImportRowEntity);
      if (what === 'a NUL') {
        const seen = await roster([person(1, { 姓名: text })]);
        expect(seen).toMatchObject({ state: 'FAILED', problems: [{ code: 'FILE_NOT_WORKBOOK' }] });
        expect(await manager.count(ImportRowEntity)).toBe(before);
      }
    };
    if (what === 'a NUL') it('is refused wherever it stands (bad input 66)', everywhere);
    else it('is refused wherever it stands (bad input 67)', everywhere);
  });

  it('a twin of an employer, its name composed in another way (bad input 68)', async () => {
    const employer = (name: string, code: string): Cells => ({
      单位名称: name,
      统一社会信用代码: makeCreditCode('91', '640324', code),
      单位性质: '企业',
      区划: '640324100000',
    });
    const bring = async (...rows: Cells[]): Promise<Checked> =>
      api.checked(officer, 'employers', 'a.csv', encoded(csvOf(rows, Object.keys(rows[0] as Cells)), 'utf8'));
    const [composed, apart] = ['示例Café有限公司', '示例Cafe\u0301有限公司'];
    expect(composed).not.toBe(apart);
    expect(found(await bring(employer(composed, 'MA000011'), employer(apart, 'MA000012')))).toEqual([
      [3, '单位名称', 'DUPLICATE'],
    ]);
    const path = join(api.config.dataDir, 'twin.csv');
    writeFileSync(path, csvOf([employer(composed, 'MA000011')], Object.keys(employer('', 'MA000011'))));
    await api.app.get(DirectImportService).importFile('employers', path);
    expect(found(await bring(employer(apart, 'MA000012')))).toEqual([[2, '单位名称', 'DUPLICATE']]);
    expect(found(await bring({ ...employer(apart, 'MA000011'), 单位性质: '社会团体' }))).toEqual([]);
  });

  it('the same right a second time (bad input 69)', async () => {
    const { index, who } = await seeker();
    expect((await send(who, APPLY, application(index))).code).toBeUndefined();
    refused(await send(who, APPLY, application(index, { feeYuan: '1' })), 'DUPLICATE_APPLICATION');
  });

  it('on a certificate that has expired, with the rule (bad input 70)', async () => {
    const { index, who } = await seeker({ 证件有效期至: addDays(today, -61) });
    const told = await send(who, APPLY, application(index));
    refused(told, 'NOT_ELIGIBLE', 'CERTIFICATE_AT_START');
    expect(told.errors?.[0]?.message).toMatch(/证/);
  });

  it.each(['DECEASED', 'CANCELLED'] as const)('of somebody whose record says %s (bad input 71)', async (state) => {
    const { index, id, who } = await seeker();
    const unitOfWork = api.app.get(UnitOfWork);
    await unitOfWork.run(() => unitOfWork.manager.update(Person, { id }, { state }));
    refused(await send(who, APPLY, application(index)), 'NOT_ELIGIBLE', 'ALIVE');
  });
});

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

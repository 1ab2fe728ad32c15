import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Account, Divisions, type SignedIn } from '@tongxing/access';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type Config, FixedClock, newId } from '@tongxing/platform';
import { isoDate, RuleRefusal } from '@tongxing/rules';
import { Not } from 'typeorm';
import {
  EnteredParameter,
  MissingParameter,
  MissingParameters,
  ParameterBook,
  ParameterDesk,
  parameterEntities,
  type ParameterEntryInput,
  ParameterService,
  ParameterTrial,
  ParameterTrials,
  ParameterTurn,
  TrialService,
} from '../index.js';

const PERSON = '019a0000-0000-7000-8000-000000000777';
const officer = (number: number, over: Partial<SignedIn> = {}): SignedIn => ({
  id: `019a0000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`,
  displayName: `干部${number}`,
  roles: ['OFFICER'],
  divisionCode: '640324000000',
  ...over,
});
const [first, second, third] = [officer(1), officer(2), officer(3)];
const other = officer(4, { divisionCode: '360734000000' });
const province = officer(5, { divisionCode: '640000000000' });

eachEngine([...parameterEntities, Account, Job], (engine) => {
  let db: TestDatabase;
  let desk: ParameterDesk;
  let book: ParameterBook;
  let parameters: ParameterService;
  let trials: ParameterTrials;
  let trying: TrialService;
  let missing: MissingParameters;
  let year = 2024;
  const clock = new FixedClock();
  const divisions = Divisions.shipped();

  const entry = (over: Partial<ParameterEntryInput> = {}): ParameterEntryInput => ({
    code: 'count.minimumWage',
    scope: '640324',
    value: '1950',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    act: '关于调整最低工资标准的通知',
    number: '宁人社发〔2026〕1号',
    article: '第二条',
    status: 'CONFIRMED',
    ...over,
  });
  const valueOn = async (day: string, code = 'count.minimumWage', division = '640324') =>
    (await parameters.lawOf(division)).find(code, isoDate(day))?.row.value;
  const settled = async (work: Promise<unknown>[]) => {
    const results = await Promise.allSettled(work);
    return {
      done: results.filter(({ status }) => status === 'fulfilled').length,
      codes: results.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : [])),
    };
  };

  beforeAll(async () => {
    db = await engine.open();
    const { unitOfWork } = db;
    parameters = new ParameterService(unitOfWork, clock, { demo: true } as Config);
    desk = new ParameterDesk(unitOfWork, clock, divisions);
    book = new ParameterBook(unitOfWork, clock, divisions, parameters, desk);
    trials = new ParameterTrials();
    const jobs = new JobService(unitOfWork, clock);
    trying = new TrialService(unitOfWork, clock, jobs, parameters, book, trials);
    trying.onModuleInit();
    missing = new MissingParameters(unitOfWork, clock, divisions);
    const account = (who: SignedIn, personId: string | null = null) => ({
      id: who.id,
      login: `login${who.id.slice(-2)}`,
      displayName: who.displayName,
      passwordHash: 'x',
      roles: ['OFFICER' as const],
      divisionCode: who.divisionCode,
      personId,
      employerId: null,
      disabled: false,
      demo: false,
      failures: 0,
      lockedUntil: null,
      createdAt: clock.now(),
      version: 1,
    });
    await unitOfWork.run(async () => {
      for (const who of [first, second, other, province]) await unitOfWork.manager.insert(Account, account(who));
      await unitOfWork.manager.insert(Account, account(third, PERSON));
    });
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    year = 2024;
    await db.unitOfWork.run(async () => {
      const { manager } = db.unitOfWork;
      await manager.delete(ParameterTrial, { id: Not('') });
      await manager.update(EnteredParameter, { id: Not('') }, { supersedesId: null });
      await manager.delete(EnteredParameter, { id: Not('') });
      await manager.delete(ParameterTurn, { name: Not('') });
    });
  });

  describe('a value of two persons', () => {
    it('counts only once another natural person has confirmed it', async () => {
      const row = await desk.enter(first, entry());
      expect(row).toMatchObject({ state: 'ENTERED', value: '195000', unit: 'fen a month', version: 1 });
      expect(await valueOn(`${year}-06-01`)).toBeUndefined();
      await expect(desk.confirm(first, row.id, 1)).rejects.toMatchObject({ code: 'DUTY_SEPARATION' });
      const counting = await desk.confirm(second, row.id, 1);
      expect(counting).toMatchObject({ state: 'CONFIRMED', confirmedById: second.id, version: 2 });
      expect(await valueOn(`${year}-01-01`)).toBe('195000');
      expect(await valueOn(`${year}-12-31`)).toBe('195000');
      expect(await valueOn(`${year + 1}-01-01`)).toBeUndefined();
      // A second press is answered with what stands; somebody else's is told.
      expect((await desk.confirm(second, row.id, 1)).version).toBe(2);
      await expect(desk.confirm(third, row.id, 2)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      await expect(desk.withdraw(first, row.id, 2)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('cannot be confirmed by a second account of the same person, known then or recorded since', async () => {
      const row = await desk.enter({ ...first, personId: PERSON }, entry());
      await expect(desk.confirm({ ...second, personId: PERSON }, row.id, 1)).rejects.toMatchObject({
        code: 'DUTY_SEPARATION',
      });
      await desk.confirm(second, row.id, 1);
      year += 1;
      // Entered when nobody knew whose account it is; the register of accounts knows today.
      const late = await desk.enter(third, entry());
      await expect(desk.confirm({ ...second, personId: PERSON }, late.id, 1)).rejects.toMatchObject({
        code: 'DUTY_SEPARATION',
      });
    });

    it('is taken back before it counts, leaves its place free, and stays in the history', async () => {
      const row = await desk.enter(first, entry());
      expect(await desk.withdraw(second, row.id, 1)).toMatchObject({ state: 'WITHDRAWN', withdrawnById: second.id });
      expect((await desk.withdraw(second, row.id, 1)).version).toBe(2);
      await expect(desk.confirm(second, row.id, 2)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const again = await desk.enter(first, entry());
      expect(again.id).not.toBe(row.id);
      const history = await book.history(first, again.id);
      expect(
        history
          .filter(({ from }) => from === `${year}-01-01`)
          .map(({ state }) => state)
          .sort(),
      ).toEqual(['ENTERED', 'WITHDRAWN']);
    });

    it('entered twice by the same person with the same words is one row', async () => {
      const row = await desk.enter(first, entry());
      expect((await desk.enter(first, entry())).id).toBe(row.id);
      await expect(desk.enter(first, entry({ value: '2000' }))).rejects.toMatchObject({
        code: 'DUPLICATE',
        field: 'from',
      });
      await expect(desk.enter(second, entry())).rejects.toMatchObject({ code: 'DUPLICATE' });
    });
  });

  describe('one period', () => {
    const confirmed = async (over: Partial<ParameterEntryInput> = {}) => {
      const row = await desk.enter(first, entry(over));
      return desk.confirm(second, row.id, row.version);
    };

    it.each([
      ['the last day', -1, '12-31', 'DUPLICATE'],
      ['the day after', 0, '01-01', undefined],
    ])('may begin on %s of another or not', async (_, back, day, code) => {
      await confirmed();
      const from = `${year + 1 + back}-${day}`;
      const next = desk.enter(first, entry({ from, to: `${year + 1}-12-31` }));
      if (code) await expect(next).rejects.toMatchObject({ code, field: 'from' });
      else expect((await next).fromOn).toBe(from);
    });

    it('is apart for another qualifier, code and place', async () => {
      await confirmed();
      await desk.enter(first, entry({ qualifier: '2' }));
      await desk.enter(province, entry({ scope: '64' }));
      await expect(desk.enter(first, entry())).rejects.toMatchObject({ code: 'DUPLICATE' });
    });

    it('changes hands from a day on, for ever, and the old row stays as it was', async () => {
      const old = await confirmed({ to: null });
      await expect(desk.enter(first, entry({ value: '2100', from: `${year}-07-01`, to: null }))).rejects.toMatchObject({
        code: 'DUPLICATE',
      });
      const next = await desk.enter(
        first,
        entry({ value: '2100', from: `${year}-07-01`, to: `${year}-12-31`, supersedes: old.id }),
      );
      expect(await valueOn(`${year}-07-01`)).toBe('195000');
      await desk.confirm(second, next.id, 1);
      expect(await valueOn(`${year}-06-30`)).toBe('195000');
      expect(await valueOn(`${year}-07-01`)).toBe('210000');
      expect(await valueOn(`${year + 1}-01-01`)).toBeUndefined();
      expect(await book.one(first, old.id)).toMatchObject({
        state: 'COUNTS',
        from: `${year}-01-01`,
        to: null,
        until: `${year}-06-30`,
      });
      // From its first day on: the whole row gives way.
      const whole = await desk.enter(
        first,
        entry({ value: '2200', from: `${year}-07-01`, to: `${year}-12-31`, supersedes: next.id }),
      );
      await desk.confirm(second, whole.id, 1);
      expect(await book.one(first, next.id)).toMatchObject({ state: 'SUPERSEDED', maySupersede: false });
      expect(await valueOn(`${year}-08-01`)).toBe('220000');
      await expect(
        desk.enter(first, entry({ from: `${year}-08-01`, to: null, supersedes: next.id })),
      ).rejects.toMatchObject({ code: 'VALIDATION', field: 'from' });
      await expect(
        desk.enter(first, entry({ from: `${year - 1}-08-01`, to: null, supersedes: old.id })),
      ).rejects.toMatchObject({ code: 'VALIDATION', field: 'from' });
    });

    it('does not supersede what waits, is of another parameter, or another place', async () => {
      const waits = await desk.enter(first, entry());
      const input = entry({ from: `${year}-02-01`, supersedes: waits.id });
      await expect(desk.enter(first, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await desk.confirm(second, waits.id, 1);
      await expect(desk.enter(first, { ...input, qualifier: '3' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(desk.enter(other, { ...input, scope: '360734' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('at the same time', () => {
    it('two officers enter overlapping rows: one stands, the other is told', async () => {
      const result = await settled([
        desk.enter(first, entry({ value: '1900' })),
        desk.enter(second, entry({ value: '1901', from: `${year}-06-01`, to: null })),
        desk.enter(third, entry({ value: '1902', from: `${year}-12-31`, to: null })),
      ]);
      expect(result).toEqual({ done: 1, codes: ['DUPLICATE', 'DUPLICATE'] });
    });

    it('two enter rows of the same parameter that do not meet: both stand', async () => {
      const result = await settled([
        desk.enter(first, entry({ to: `${year}-06-30` })),
        desk.enter(second, entry({ from: `${year}-07-01` })),
      ]);
      expect(result).toEqual({ done: 2, codes: [] });
    });

    it('two confirm one row: it is confirmed once', async () => {
      const row = await desk.enter(first, entry());
      const result = await settled([desk.confirm(second, row.id, 1), desk.confirm(third, row.id, 1)]);
      expect(result).toEqual({ done: 1, codes: ['STATE_CONFLICT'] });
      expect((await book.one(first, row.id)).version).toBe(2);
    });

    it('one confirms while another withdraws: one of both happens', async () => {
      const row = await desk.enter(first, entry());
      const result = await settled([desk.confirm(second, row.id, 1), desk.withdraw(first, row.id, 1)]);
      expect(result).toEqual({ done: 1, codes: ['STATE_CONFLICT'] });
    });

    it('two rows that supersede the same one from days that meet: the later confirmation is refused', async () => {
      const old = await desk.enter(first, entry({ to: null }));
      await desk.confirm(second, old.id, 1);
      const input = entry({ from: `${year}-05-01`, to: null, supersedes: old.id });
      const result = await settled([desk.enter(first, input), desk.enter(second, { ...input, value: '3000' })]);
      expect(result).toEqual({ done: 1, codes: ['DUPLICATE'] });
    });

    it('a page that is older than the row is told so', async () => {
      const row = await desk.enter(first, entry());
      await expect(desk.confirm(second, row.id, 7)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
      await expect(desk.withdraw(second, row.id, 7)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    });
  });

  describe('a region', () => {
    it('answers another one with NOT_FOUND, whatever is asked', async () => {
      const row = await desk.enter(first, entry());
      for (const work of [
        () => desk.enter(other, entry()),
        () => desk.confirm(other, row.id, 1),
        () => desk.withdraw(other, row.id, 1),
        () => book.one(other, row.id),
        () => book.history(other, row.id),
        () => trying.begin(other, row.id),
        () => desk.confirm(first, newId(), 1),
      ])
        await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const seen = await book.page(other, { code: 'count.minimumWage' }, { first: 100 });
      expect(seen.edges.map(({ node }) => node.scope)).not.toContain('640324');
    });

    it('reads what is set above it and decides nothing there', async () => {
      const row = await desk.enter(province, entry({ scope: '64', qualifier: '1' }));
      expect(await book.one(first, row.id)).toMatchObject({ mayConfirm: false, mayWithdraw: false });
      await expect(desk.confirm(first, row.id, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(desk.enter(first, entry({ scope: '64' }))).rejects.toMatchObject({
        code: 'VALIDATION',
        field: 'scope',
      });
      // A county's own value stands before the province's.
      await desk.confirm(officer(6, { divisionCode: '640000000000' }), row.id, 1);
      const own = await desk.enter(province, entry({ qualifier: '1', value: '2500' }));
      await desk.confirm(second, own.id, 1);
      const law = await parameters.lawOf('640324');
      expect(law.find('count.minimumWage', isoDate(`${year}-03-01`), { qualifier: '1' })?.row.value).toBe('250000');
    });
  });

  describe('an entry that cannot be', () => {
    it.each<[string, Partial<ParameterEntryInput>, string]>([
      ['an unknown code', { code: 'levy.moonTax' }, 'code'],
      ['a value in fen', { value: '195000' }, 'value'],
      ['no value', { value: ' ' }, 'value'],
      ['a qualifier that the code lacks', { qualifier: 'MALE' }, 'qualifier'],
      ['a unit that the code lacks', { unit: 'yuan' }, 'unit'],
      ['a day that does not exist', { from: '2026-02-29' }, 'from'],
      ['an end before its beginning', { to: '1990-01-01' }, 'to'],
      ['a year beyond reason', { to: '9999-12-31' }, 'to'],
      ['no act', { act: ' ' }, 'act'],
      ['an act with a hidden turn of direction', { act: '通知\u202e' }, 'act'],
      ['a number that is too long', { number: '号'.repeat(61) }, 'number'],
      ['the whole country', { scope: 'CN' }, 'scope'],
      ['a place that does not exist', { scope: '649999' }, 'scope'],
      ['a township', { scope: '640324100' }, 'scope'],
    ])('is refused for %s, with the field', async (_, over, field) => {
      const before = (await book.page(first, {}, { first: 1 })).totalCount;
      await expect(desk.enter(first, entry(over))).rejects.toMatchObject({
        field,
        code: expect.stringMatching(/^(VALIDATION|DIVISION_UNKNOWN)$/),
      });
      expect((await book.page(first, {}, { first: 1 })).totalCount).toBe(before);
    });

    it('says how to write it', async () => {
      await expect(desk.enter(first, entry({ code: 'quota.ratio', value: '1.5' }))).rejects.toMatchObject({
        code: 'VALIDATION',
        hint: '例如 1.5%。',
      });
    });

    it('takes a long division code for the short one', async () => {
      const row = await desk.enter(first, entry({ scope: '640324000000' }));
      expect(row.scope).toBe('640324');
    });
  });

  describe('the book', () => {
    it('lists by code, place, state and day, page by page, each row once', async () => {
      const row = await desk.enter(first, entry({ status: 'UNCONFIRMED' }));
      const waiting = await book.page(first, { code: 'count.minimumWage', state: 'ENTERED' }, { first: 100 });
      expect(waiting.edges.map(({ node }) => node.id)).toContain(row.id);
      expect(waiting.edges.every(({ node }) => node.state === 'ENTERED')).toBe(true);
      expect((await book.one(second, row.id)).mark).toBe('未核对原文');
      expect(await book.one(second, row.id)).toMatchObject({ mayConfirm: true, mine: false, enteredBy: '干部1' });
      expect(await book.one(first, row.id)).toMatchObject({ mayConfirm: false, mine: true });
      const all = await book.page(first, {}, { first: 100 });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await book.page(first, {}, { first: 7, ...(after ? { after } : {}) });
        seen.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor as string) : undefined;
      } while (after);
      expect(seen).toHaveLength(all.totalCount);
      expect(new Set(seen).size).toBe(all.totalCount);
      const ofDay = await book.page(first, { code: 'levy.tier.upper', day: '2027-12-31' }, { first: 10 });
      expect(ofDay.totalCount).toBe(1);
      expect((await book.page(first, { code: 'levy.tier.upper', day: '2028-01-01' }, { first: 10 })).totalCount).toBe(
        0,
      );
      await expect(book.page(first, { state: 'GONE' }, { first: 1 })).rejects.toMatchObject({ field: 'state' });
      await expect(book.page(first, { day: '2026-02-30' }, { first: 1 })).rejects.toMatchObject({ field: 'day' });
      await expect(book.page(first, {}, { first: 1, after: 'x' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('keeps what was asked for in vain once a place and year, until it is entered', async () => {
      const refusal = (county: string, on: string) =>
        new RuleRefusal('LAW_UNKNOWN', 'levy.socialAverageWage', on, undefined, { scope: county, qualifier: '' });
      const on = `${year}-12-31`;
      await missing.note([
        refusal('640324', on),
        refusal('640324', `${year}-06-30`),
        refusal('110101', on),
        new Error('x'),
      ]);
      await new MissingParameters(db.unitOfWork, clock, divisions).note([refusal('640324', on)]);
      expect(await db.unitOfWork.manager.countBy(MissingParameter, { year })).toBe(1);
      const asked = async () =>
        (await book.missing(first)).filter(({ code, day }) => code === 'levy.socialAverageWage' && day === on);
      expect(await asked()).toMatchObject([{ asked: true, scope: '640324', name: '社会平均工资' }]);
      expect((await book.missing(other)).some(({ scope }) => scope === '640324')).toBe(false);
      const wage = entry({ code: 'levy.socialAverageWage', value: '86000' });
      const row = await desk.enter(first, wage);
      expect(await asked()).toHaveLength(1);
      await desk.confirm(second, row.id, 1);
      expect(await asked()).toEqual([]);
      // What nobody asked for yet is told too.
      expect(await book.missing(first)).toContainEqual(
        expect.objectContaining({ code: 'count.insurances', asked: false, day: clock.today() }),
      );
    });
  });

  describe('a trial', () => {
    it('runs as a job, asks only the features concerned, and leaves the law alone', async () => {
      const asked: { before?: string; after?: string; scope: string }[] = [];
      const wage = (rows: readonly { code: string; value: string; from: string }[]) =>
        rows.find(({ code, from }) => code === 'count.minimumWage' && from === `${year}-01-01`)?.value;
      trials.register({
        name: 'counting',
        concerns: (code) => code.startsWith('count.'),
        run: async ({ before, after, scope, onProgress }) => {
          asked.push({ before: wage(before), after: wage(after), scope } as (typeof asked)[number]);
          await onProgress(1, 1);
          return {
            name: 'counting',
            title: '计数',
            sentence: '没有变化。',
            checked: 1,
            population: 1,
            changed: 0,
            beforeYuan: null,
            afterYuan: null,
            lines: [],
          };
        },
      });
      trials.register({
        name: 'moon',
        concerns: () => false,
        run: async () => {
          throw new Error('not asked');
        },
      });
      expect(() => trials.register({ name: 'moon', concerns: () => false, run: async () => ({}) as never })).toThrow(
        'twice',
      );
      const row = await desk.enter(first, entry());
      const trial = await trying.begin(first, row.id);
      expect(trial.state).toBe('WAITING');
      // Asked again while it is under way: the same one, and one job.
      expect((await trying.begin(second, row.id)).id).toBe(trial.id);
      const jobs = new JobService(db.unitOfWork, clock);
      const service = new TrialService(db.unitOfWork, clock, jobs, parameters, book, trials);
      service.onModuleInit();
      const handler = jobs.handled.get('try-parameter')?.handler as (payload: object, context: object) => Promise<void>;
      await handler({ trialId: trial.id }, {});
      await handler({ trialId: trial.id }, {});
      expect(asked).toEqual([{ before: undefined, after: '195000', scope: '640324' }]);
      expect(await trying.one(second, trial.id)).toMatchObject({ state: 'DONE', findings: [{ name: 'counting' }] });
      expect(await valueOn(`${year}-06-01`)).toBeUndefined();
      await expect(trying.one(other, trial.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await desk.confirm(second, row.id, 1);
      await expect(trying.begin(first, row.id)).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
      const shipped = await book.page(first, { code: 'quota.ratio' }, { first: 1 });
      await expect(trying.begin(first, shipped.edges[0]?.node.id as string)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
    });

    it('that fails says so, and can be begun again', async () => {
      trials.register({
        name: 'broken',
        concerns: (code) => code === 'notice.days',
        run: async () => {
          throw new Error('broken on purpose');
        },
      });
      const row = await desk.enter(first, entry({ code: 'notice.days', value: '5' }));
      const trial = await trying.begin(first, row.id);
      const jobs = new JobService(db.unitOfWork, clock);
      new TrialService(db.unitOfWork, clock, jobs, parameters, book, trials).onModuleInit();
      const handler = jobs.handled.get('try-parameter')?.handler as (payload: object, context: object) => Promise<void>;
      await expect(handler({ trialId: trial.id }, {})).rejects.toThrow('broken on purpose');
      expect((await trying.one(first, trial.id)).state).toBe('FAILED');
      expect((await trying.begin(first, row.id)).id).not.toBe(trial.id);
      expect(await db.unitOfWork.manager.countBy(ParameterTrial, { rowId: row.id })).toBe(2);
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { FixedClock, sha256Hex } from '@tongxing/platform';
import { withIdCheckDigit } from '@tongxing/rules';
import {
  Account,
  accessEntities,
  type Acting,
  actAs,
  AuditEntry,
  AuditService,
  blindOfIdNumber,
  Caseloads,
  MemorySmsSender,
  Message,
  MessageService,
  PersonDirectory,
  PhoneBook,
  type RegisteredPerson,
  type Role,
  Session,
  type SignedIn,
  VouchRequest,
  VouchService,
} from '../index.js';
import { accessOn, atPortal, crypto, MINUTE, PORTAL_KEY, production } from './setup.js';

const VILLAGE = '640324100201';
const NEXT_VILLAGE = '640324100202';
const COUNTY = '640324000000';

eachEngine([...accessEntities, Job], (engine) => {
  let db: TestDatabase;
  let clock: FixedClock;
  let access: ReturnType<typeof accessOn>;
  let vouches: VouchService;
  let people: Map<string, RegisteredPerson>;
  let caseloads: Map<string, string>;
  let count = 0;
  let places = 0;

  const somewhere = () => ({ ...atPortal, address: `198.51.100.${(places += 1)}` });
  /** Somebody of the register, with the number on the certificate. */
  const person = (change: Partial<RegisteredPerson> = {}) => {
    const idNumber = withIdCheckDigit(`64032419900315${String((count += 1)).padStart(3, '0')}`);
    const certificate = `${idNumber}12`;
    const registered: RegisteredPerson = {
      personId: `person-${count}`,
      idNumber,
      name: '甲乙',
      birthYear: 1990,
      divisionCode: VILLAGE,
      residenceDivisionCode: null,
      maskedCertificate: '6403****************',
      deceased: false,
      ...change,
    };
    people.set(certificate, registered);
    return { certificate, ...registered };
  };
  const witness = async (role: Role, divisionCode: string, change: Partial<SignedIn> = {}): Promise<SignedIn> => {
    const { id, displayName, roles } = await access.accounts.create({
      login: `witness.${(count += 1)}`,
      displayName: '示例证人',
      password: 'long-enough-4-specs',
      roles: [role],
      divisionCode,
    });
    return { id, displayName, roles, divisionCode, ...change };
  };
  const vouchAs = (viewer: SignedIn, code: string) =>
    actAs({ viewer, kind: 'VISITOR', action: 'person.vouch' } satisfies Acting, () => vouches.vouch(viewer, code));
  const viewerOf = (token: string | undefined) => access.sessions.viewerOf(`Session ${token}`, PORTAL_KEY);

  beforeAll(async () => {
    db = await engine.open();
    new AuditService(db.unitOfWork, new FixedClock(), crypto).onModuleInit();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    clock = new FixedClock();
    access = accessOn(db, clock, production);
    people = new Map();
    caseloads = new Map();
    const directory = new PersonDirectory();
    directory.register({
      byIdNumber: () => Promise.resolve(null),
      byCertificate: (certificate) => Promise.resolve(people.get(certificate) ?? null),
      byIds: () => Promise.resolve([]),
      byId: (id) => Promise.resolve([...people.values()].find(({ personId }) => personId === id) ?? null),
    });
    const lists = new Caseloads();
    lists.register({
      holds: (counsellorId, personId) => Promise.resolve(caseloads.get(personId) === counsellorId),
      workersOf: () => Promise.resolve([]),
      heldBy: async () => [],
    });
    const jobs = new JobService(db.unitOfWork, clock);
    const messages = new MessageService(
      db.unitOfWork,
      clock,
      crypto,
      jobs,
      new MemorySmsSender(),
      new PhoneBook(),
      production,
    );
    messages.onModuleInit();
    const { accounts, sessions } = access;
    vouches = new VouchService(db.unitOfWork, clock, crypto, directory, lists, accounts, sessions, messages);
  });

  describe('asking for a witness', () => {
    it('tells the same for a number that nobody has, and looks nobody up', async () => {
      const { certificate } = person();
      const stranger = `${withIdCheckDigit('64032419500101999')}12`;
      const before = new Set(people.keys());
      people.clear();
      const shape = async (number: string) => {
        const { code, ticket, expiresAt } = await vouches.ask(number, somewhere());
        return [/^\d{6}$/.test(code), ticket.length, expiresAt.getTime() - clock.now().getTime()];
      };
      expect(await shape(certificate)).toEqual([true, 43, 10 * MINUTE]);
      expect(await shape(stranger)).toEqual(await shape(certificate));
      expect(before.size).toBe(1);
    });

    it.each(['', '123', '6403241990031500', 'abc', "1' OR 1=1--", '6.40324E+19', '640324199003150010129'])(
      '%j is no certificate',
      async (typed) => {
        await expect(vouches.ask(typed, somewhere())).rejects.toMatchObject({
          code: 'VALIDATION',
          field: 'certificate',
        });
      },
    );

    it('takes a number as people type it, and that of a veteran', async () => {
      const { certificate } = person();
      const spaced = certificate
        .replace(/(\d{4})/g, '$1 ')
        .replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] as string);
      await expect(vouches.ask(spaced, somewhere())).resolves.toBeDefined();
      await expect(vouches.ask('军字第000123号', somewhere())).resolves.toBeDefined();
    });

    it('five an hour and ten a day for one number, twenty an hour from one place', async () => {
      const { certificate } = person();
      const ask = () => vouches.ask(certificate, somewhere());
      for (let turn = 0; turn < 5; turn += 1) await ask();
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 * 60 });
      clock.advance(60 * MINUTE);
      for (let turn = 0; turn < 5; turn += 1) await ask();
      clock.advance(60 * MINUTE);
      await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      clock.advance(23 * 60 * MINUTE);
      await expect(ask()).resolves.toBeDefined();
      const here = somewhere();
      for (let turn = 0; turn < 20; turn += 1) await vouches.ask(person().certificate, here);
      await expect(vouches.ask(person().certificate, here)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    });

    it('keeps neither number, code nor ticket in clear, and forgets all after a day', async () => {
      const { certificate } = person();
      const { code, ticket } = await vouches.ask(certificate, somewhere());
      const rows = JSON.stringify(await db.unitOfWork.manager.find(VouchRequest));
      for (const secret of [certificate, certificate.slice(0, 18), ticket]) expect(rows).not.toContain(secret);
      expect(rows).not.toContain(`"${code}"`);
      clock.advance(24 * 60 * MINUTE + 1);
      await vouches.ask(person().certificate, somewhere());
      const left = await db.unitOfWork.manager.findBy(VouchRequest, { ticketHash: sha256Hex(ticket) });
      expect(left).toEqual([]);
    });
  });

  describe('a witness', () => {
    it('of the own village or caseload sees who it is; everybody else finds nothing', async () => {
      const { certificate, personId } = person();
      const { code } = await vouches.ask(certificate, somewhere());
      const [commissioner, next, counsellor, other] = [
        await witness('VILLAGE_COMMISSIONER', VILLAGE),
        await witness('VILLAGE_COMMISSIONER', NEXT_VILLAGE),
        await witness('COUNSELLOR', COUNTY),
        await witness('COUNSELLOR', COUNTY),
      ];
      caseloads.set(personId, counsellor.id);
      for (const viewer of [commissioner, counsellor])
        expect(await vouches.look(viewer, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({
          name: '甲乙',
          birthYear: 1990,
          maskedCertificate: '6403****************',
        });
      for (const viewer of [next, other]) {
        await expect(vouches.look(viewer, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(vouchAs(viewer, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('of a whole county answers for nobody beyond the own caseload, of another county not even for it', async () => {
      const { certificate, personId } = person();
      const { code } = await vouches.ask(certificate, somewhere());
      const wide = await witness('VILLAGE_COMMISSIONER', COUNTY);
      await expect(vouches.look(wide, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      caseloads.set(personId, wide.id);
      await expect(vouches.look(wide, code)).resolves.toBeDefined();
      const foreign = await witness('COUNSELLOR', '360734000000');
      caseloads.set(personId, foreign.id);
      await expect(vouches.look(foreign, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('may live in the village where the person lives, not where the person is registered', async () => {
      const { certificate } = person({ residenceDivisionCode: NEXT_VILLAGE });
      const { code } = await vouches.ask(certificate, somewhere());
      await expect(vouches.look(await witness('VILLAGE_COMMISSIONER', NEXT_VILLAGE), code)).resolves.toMatchObject({
        divisionCode: NEXT_VILLAGE,
      });
    });

    it('does not answer for himself', async () => {
      const { certificate, personId, idNumber } = person();
      const { code } = await vouches.ask(certificate, somewhere());
      for (const self of [{ personId }, { idBlind: blindOfIdNumber(crypto, idNumber) }]) {
        const viewer = await witness('VILLAGE_COMMISSIONER', VILLAGE, self);
        await expect(vouchAs(viewer, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('finds nothing by a wrong code, an unknown number, or ten minutes later', async () => {
      const viewer = await witness('VILLAGE_COMMISSIONER', VILLAGE);
      const { code: nobody } = await vouches.ask(`${withIdCheckDigit('64032419500101998')}12`, somewhere());
      const { code } = await vouches.ask(person().certificate, somewhere());
      const wrong = code === '000000' ? '000001' : '000000';
      const told = await Promise.all(
        [nobody, wrong, ''].map((one) => vouches.look(viewer, one).catch((error: Error) => error.message)),
      );
      expect(new Set(told)).toEqual(new Set(['没有找到这个做证码。']));
      await expect(vouches.look(viewer, code)).resolves.toBeDefined();
      clock.advance(10 * MINUTE);
      await expect(vouchAs(viewer, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('answers once, whoever is quicker; it stands in the chain, and the person is told', async () => {
      const { certificate, personId } = person({ phone: '13800138000' });
      const { code } = await vouches.ask(certificate, somewhere());
      const viewers = [
        await witness('VILLAGE_COMMISSIONER', VILLAGE),
        await witness('VILLAGE_COMMISSIONER', VILLAGE),
      ] as const;
      const outcomes = await Promise.allSettled(viewers.map((viewer) => vouchAs(viewer, code)));
      const said = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(said.map(({ value }) => value)).toEqual(['甲乙']);
      const row = await db.unitOfWork.manager.findOneByOrFail(VouchRequest, { personId });
      const entries = await db.unitOfWork.manager.findBy(AuditEntry, { targetId: personId });
      expect(entries).toMatchObject([
        { action: 'person.vouch', actorId: row.witnessId, role: 'VILLAGE_COMMISSIONER', targetKind: 'person' },
      ]);
      const told = await db.unitOfWork.manager.findBy(Message, { personId });
      expect(told).toMatchObject([{ kind: 'NOTE', smsState: 'WAITING' }]);
      expect(crypto.open((told[0] as Message).text, `message|text|${told[0]?.id}`)).toContain('示例证人刚为您做证登录');
    });
  });

  describe('going on', () => {
    const vouched = async (change: Partial<RegisteredPerson> = {}) => {
      const who = person(change);
      const asked = await vouches.ask(who.certificate, somewhere());
      const viewer = await witness('VILLAGE_COMMISSIONER', VILLAGE);
      return { ...who, ...asked, viewer, vouch: () => vouchAs(viewer, asked.code) };
    };

    it('waits, opens once, for an hour, and says on whose word', async () => {
      const { ticket, vouch, personId, viewer } = await vouched();
      expect(await vouches.enter(ticket, atPortal)).toBeUndefined();
      await vouch();
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => vouches.enter(ticket, atPortal)));
      const tokens = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(tokens).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CODE_EXPIRED' });
      expect(await viewerOf(tokens[0])).toMatchObject({ personId, roles: ['SEEKER'], witnessId: viewer.id });
      const row = await db.unitOfWork.manager.findOneByOrFail(Session, { tokenHash: sha256Hex(tokens[0] as string) });
      expect(row.expiresAt.getTime() - clock.now().getTime()).toBe(60 * MINUTE);
      clock.advance(29 * MINUTE);
      await viewerOf(tokens[0]);
      clock.advance(29 * MINUTE);
      await viewerOf(tokens[0]);
      clock.advance(2 * MINUTE);
      await expect(viewerOf(tokens[0])).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    });

    it('leaves the witness in the chain, on behalf of the person', async () => {
      const { ticket, vouch, viewer, personId } = await vouched();
      await vouch();
      await vouches.enter(ticket, atPortal);
      const account = await db.unitOfWork.manager.findOneByOrFail(Account, { personId });
      expect(await db.unitOfWork.manager.findBy(AuditEntry, { targetId: account.id })).toMatchObject([
        { action: 'session.vouched', actorId: viewer.id, onBehalfOf: account.id },
      ]);
    });

    it('is over after ten minutes, and with a ticket that nobody was given', async () => {
      const { ticket, vouch } = await vouched();
      await vouch();
      await expect(vouches.enter('no-ticket-at-all', atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
      clock.advance(10 * MINUTE);
      await expect(vouches.enter(ticket, atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    });

    it('lets no official in, nor a disabled person, nor one who is registered no longer', async () => {
      const official = await vouched();
      await access.accounts.create({
        login: `official.${count}`,
        displayName: '干部',
        password: 'long-enough-4-specs',
        roles: ['OFFICER', 'SEEKER'],
        divisionCode: COUNTY,
        idNumber: official.idNumber,
      });
      await official.vouch();
      await expect(vouches.enter(official.ticket, atPortal)).rejects.toMatchObject({ code: 'STAFF_SIGN_IN' });

      const disabled = await vouched();
      const { id } = await access.accounts.ofRegistered(disabled);
      await db.unitOfWork.run(() => db.unitOfWork.manager.update(Account, { id }, { disabled: true }));
      await disabled.vouch();
      await expect(vouches.enter(disabled.ticket, atPortal)).rejects.toMatchObject({ code: 'AUTH_FAILED' });

      const gone = await vouched();
      await gone.vouch();
      people.clear();
      await expect(vouches.enter(gone.ticket, atPortal)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    });

    it('uses the account that stands, and makes one where two come in at once', async () => {
      const who = person();
      const made = await Promise.all([1, 2, 3].map(() => access.accounts.ofRegistered(who)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    });
  });
});

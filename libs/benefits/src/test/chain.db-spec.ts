import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedIn } from '@tongxing/access';
import { eachEngine } from '@tongxing/database/testing';
import { NoticeLine, PublicNotice } from '@tongxing/notices';
import { newId } from '@tongxing/platform';
import { BenefitApplication, NoticeList } from '../application.entity.js';
import { blindAccount, sealAccount } from '../payee.js';
import { Batch, Payout } from '../payout.entity.js';
import { accountOf, approver, entities, finance, officer, reviewer, type Services, services } from './setup.js';

const REFUSED = { code: 'BATCH_HASH_MISMATCH' };
type Entity = typeof Payout | typeof BenefitApplication | typeof NoticeLine | typeof PublicNotice | typeof NoticeList;
/** A row changed behind the services. */
type Flip = [Entity, where: object, set: object];

eachEngine(entities, (engine) => {
  let app: Services;
  let seekers: SignedIn[];
  let envelopeId: string;
  /** undo what a spec changed */
  const undo: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    app = await services(await engine.open());
    envelopeId = (await app.allot('100000')).id;
    seekers = await app.people(0, 10);
  });
  afterAll(() => app.close());
  afterEach(async () => {
    for (const back of undo.splice(0).reverse()) await back();
  });

  const update = ([entity, where, set]: Flip) =>
    app.unitOfWork.run(() => app.unitOfWork.manager.update(entity as never, where as never, set as never));
  const flip = async (one: Flip): Promise<void> => {
    const [entity, where, set] = one;
    const before = await app.manager.findOneByOrFail(entity as never, where as never);
    const old = Object.fromEntries(Object.keys(set).map((name) => [name, before[name]]));
    await update(one);
    undo.push(() => update([entity, where, old]));
  };
  const other = { accountName: '甲', accountNumber: accountOf(900) };
  /** The account of a payout, of its application, or of both, with blind values that fit. */
  const account = (entity: typeof Payout | typeof BenefitApplication, id: string, name: string): Flip => {
    const table = entity === Payout ? 'payout' : 'benefit_application';
    const payee = { ...other, accountName: name };
    const set = { secrets: sealAccount(app.crypto, table, id, payee), accountBlind: blindAccount(app.crypto, payee) };
    return [entity, { id }, set];
  };
  /** What somebody with the database in hand may try with one approved payout. */
  const flips: [string, (payout: Payout) => Flip[]][] = [
    ['its amount', ({ id, amountFen }) => [[Payout, { id }, { amountFen: amountFen + 1 }]]],
    [
      'its amount, and the amount of its application',
      ({ id, applicationId, amountFen }) => [
        [Payout, { id }, { amountFen: amountFen + 1 }],
        [BenefitApplication, { id: applicationId }, { amountFen: amountFen + 1 }],
      ],
    ],
    ['its account', ({ id, payeeName }) => [account(Payout, id, payeeName)]],
    [
      'its account, and the account of its application',
      ({ id, applicationId, payeeName }) => [
        account(Payout, id, payeeName),
        account(BenefitApplication, applicationId, payeeName),
      ],
    ],
    [
      'the account of its application',
      ({ applicationId, payeeName }) => [account(BenefitApplication, applicationId, payeeName)],
    ],
    [
      'the blind value of its account',
      ({ id }) => [[Payout, { id }, { accountBlind: blindAccount(app.crypto, other) }]],
    ],
    ['its sealed account, into nothing', ({ id }) => [[Payout, { id }, { secrets: 'v1.nothing' }]]],
    ['its person', ({ id }) => [[Payout, { id }, { personId: newId() }]]],
    ['the name that is shown for it', ({ id }) => [[Payout, { id }, { payeeName: '乙' }]]],
    ['its period', ({ id }) => [[Payout, { id }, { periodText: '2026-01-01/2026-02-01' }]]],
    ['its digest', ({ id, accountBlind }) => [[Payout, { id }, { approvedDigest: accountBlind }]]],
  ];
  const ofNotice: [string, (payout: Payout) => Flip[]][] = [
    [
      'the amount of its line',
      ({ noticeId, applicationId, amountFen }) => [
        [NoticeLine, { noticeId, subjectId: applicationId }, { amountFen: amountFen + 1 }],
      ],
    ],
    [
      'the name on its line',
      ({ noticeId, applicationId }) => [[NoticeLine, { noticeId, subjectId: applicationId }, { maskedName: '丁*' }]],
    ],
    [
      'the township on its line',
      ({ noticeId, applicationId }) => [[NoticeLine, { noticeId, subjectId: applicationId }, { divisionName: '别处' }]],
    ],
    ['the last day of the notice', ({ noticeId }) => [[PublicNotice, { id: noticeId }, { endsOn: '2026-01-01' }]]],
    ['the hash of its list', ({ noticeId, accountBlind }) => [[NoticeList, { noticeId }, { listHash: accountBlind }]]],
    ['the notice it belongs to', ({ id }) => [[Payout, { id }, { noticeId: null }]]],
  ];

  const approved = async (): Promise<Payout> => {
    const applicationId = await app.approved(seekers.shift() as SignedIn, { accountNumber: accountOf(seekers.length) });
    return app.manager.findOneByOrFail(Payout, { applicationId });
  };
  const invariants = async () => (await app.ledger.verify()).problems.map((problem) => problem.invariant);

  describe('between the second approval and the notice', () => {
    let payout: Payout;
    beforeAll(async () => {
      payout = await approved();
    });

    it.each(flips)('a payout with %s changed is not published, and the recount names it', async (_, change) => {
      for (const one of change(payout)) await flip(one);
      const publish = app.desk.publish(officer, { schemeCode: 'TRAIN', idempotencyKey: newId() });
      await expect(publish).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining('第 1 笔') });
      expect(await app.manager.count(PublicNotice)).toBe(0);
      expect(await invariants()).toContain(19);
    });
  });

  describe('between the notice and the seal', () => {
    let payout: Payout;
    beforeAll(async () => {
      await approved();
      await app.noticed();
      payout = await app.manager.findOneByOrFail(Payout, { state: 'READY' });
      expect(await invariants()).toEqual([]);
    });
    const seal = () => app.money.seal(finance, { envelopeId, idempotencyKey: newId() });

    it.each([...flips, ...ofNotice])(
      'a payout with %s changed stops the seal, and the recount names it',
      async (_, change) => {
        for (const one of change(payout)) await flip(one);
        await expect(seal()).rejects.toMatchObject(REFUSED);
        expect(await app.manager.count(Batch)).toBe(0);
        expect(await app.manager.countBy(Payout, { state: 'READY' })).toBe(2);
        expect(await invariants()).toContain(19);
      },
    );

    it('the refusal names the line as the notice numbers it, and no person', async () => {
      const [line] = await app.manager.findBy(NoticeLine, { subjectId: payout.applicationId });
      await flip([Payout, { id: payout.id }, { amountFen: 1 }]);
      await expect(seal()).rejects.toMatchObject({ message: `公示序号 ${line?.serial}和审批时不一样，已停止。` });
      await expect(seal()).rejects.not.toThrow(payout.payeeName);
    });

    it('rows that are as they were approved and shown are sealed', async () => {
      expect(await seal()).toMatchObject({ lines: 2, state: 'SEALED' });
      expect(await invariants()).toEqual([]);
    });
  });

  it('an account that was changed between filing and the second approval is not approved (bad input 78)', async () => {
    const seeker = seekers.shift() as SignedIn;
    const { id } = await app.desk.apply(seeker, app.application(seeker));
    await app.decide(reviewer, id, 'REVIEW');
    await flip([BenefitApplication, { id }, { accountBlind: blindAccount(app.crypto, other) }]);
    await expect(app.decide(approver, id, 'APPROVE')).rejects.toMatchObject(REFUSED);
    expect(await app.manager.countBy(Payout, { applicationId: id })).toBe(0);
  });
});

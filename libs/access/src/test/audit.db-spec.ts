import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertRows } from '@tongxing/database';
import { behindTheBack, eachEngine, type TestDatabase } from '@tongxing/database/testing';
import { Job, JobService } from '@tongxing/jobs';
import { type CryptoKeys, FixedClock, IntlCryptoProvider, newId, signersOf, signingSeed } from '@tongxing/platform';
import {
  type AccountDeskService,
  type Acting,
  actAs,
  AnchorService,
  AuditChain,
  AuditEntry,
  AuditService,
  AuditVerifier,
  DemoTime,
  noteAudit,
  type SignedIn,
} from '../index.js';
import { AuditJobs } from '../audit/audit.jobs.js';
import { CHAIN_START, entryHash } from '../audit/chain.js';

const officer: SignedIn = {
  id: newId(),
  displayName: '残联干部甲',
  roles: ['FINANCE', 'OFFICER'],
  divisionCode: '640324000000',
};
const officerActs: Acting = { viewer: officer, kind: 'VISITOR', action: 'people.import', address: '127.0.0.1' };

eachEngine([AuditEntry, AuditChain, DemoTime, Job], (engine) => {
  let db: TestDatabase;
  let folder: string;
  let crypto: IntlCryptoProvider;
  let anchors: AnchorService;
  let verifier: AuditVerifier;

  beforeAll(async () => {
    db = await engine.open();
    folder = mkdtempSync(join(tmpdir(), 'tongxing-audit-'));
    crypto = new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) });
    const clock = new FixedClock();
    const config = { anchorsFile: join(folder, 'anchors.jsonl') };
    new AuditService(db.unitOfWork, clock, crypto).onModuleInit();
    anchors = new AnchorService(db.unitOfWork, clock, crypto, config);
    verifier = new AuditVerifier(db.unitOfWork, crypto, anchors);
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await behindTheBack(db, 'DELETE FROM audit_entry');
    await behindTheBack(db, 'DELETE FROM audit_chain');
    rmSync(join(folder, 'anchors.jsonl'), { force: true });
  });

  /** Closes a chain again from an entry on, with this key. */
  const rechain = async (from: number, key: IntlCryptoProvider) => {
    const all = await entries();
    let prevHash = all[from - 2]?.hash ?? CHAIN_START;
    for (const entry of all.slice(from - 1)) {
      const { hash: _, ...hashed } = { ...entry, prevHash };
      const hash = entryHash(key, hashed);
      await behindTheBack(db, 'UPDATE audit_entry SET prevHash = ?, hash = ? WHERE id = ?', [prevHash, hash, entry.id]);
      prevHash = hash;
    }
    await behindTheBack(db, 'UPDATE audit_chain SET hash = ?', [prevHash]);
  };

  let rows = 0;
  /** Something that changes a row. */
  const change = () => db.unitOfWork.manager.insert(DemoTime, { name: `row-${(rows += 1)}`, daysAhead: 0 });
  const entries = (chain = '640324') =>
    db.unitOfWork.manager.find(AuditEntry, { where: { chain }, order: { seq: 'ASC' } });
  /** So many acts of the officer, each an entry. */
  const acts = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await actAs(officerActs, () => db.unitOfWork.run(change));
  };

  describe('an entry', () => {
    it('is left by every change in somebody’s name, though its code says nothing', async () => {
      await actAs(officerActs, () => db.unitOfWork.run(change));
      expect(await entries()).toMatchObject([
        {
          seq: 1,
          actorId: officer.id,
          role: 'OFFICER',
          divisionCode: '640324000000',
          action: 'people.import',
          targetKind: null,
          address: '127.0.0.1',
          prevHash: CHAIN_START,
        },
      ]);
    });

    it('is not left by a look, by a unit that wrote nothing, or outside of an action', async () => {
      const { action: _, ...looking } = officerActs;
      await actAs(looking, () => db.unitOfWork.run(change));
      await actAs(officerActs, () => db.unitOfWork.run(() => db.unitOfWork.manager.find(DemoTime)));
      await db.unitOfWork.run(change);
      expect(await entries()).toEqual([]);
    });

    it('goes with its act: nothing of a unit that was rolled back, one of a unit that was tried again', async () => {
      const failing = actAs(officerActs, () =>
        db.unitOfWork.run(async () => {
          await change();
          noteAudit(db.unitOfWork, { target: 'spec' });
          throw new Error('no');
        }),
      );
      await expect(failing).rejects.toThrow('no');
      expect(await entries()).toEqual([]);
      let tries = 0;
      await actAs(officerActs, () =>
        db.unitOfWork.run(async () => {
          tries += 1;
          await change();
          noteAudit(db.unitOfWork, { target: 'spec', id: 'one' });
          // As a server says that it chose this unit to end a deadlock.
          if (tries === 1) throw Object.assign(new Error('deadlock'), { errno: 1213 });
        }),
      );
      expect(tries).toBe(2);
      expect((await entries()).map(({ targetId }) => targetId)).toEqual(['one']);
      expect((await verifier.verify()).ok).toBe(true);
    });

    it('says what its code said, once a note: target, digests, reason without numbers of a person', async () => {
      await actAs(officerActs, () =>
        db.unitOfWork.run(async () => {
          noteAudit(db.unitOfWork, {
            target: 'benefit-application',
            id: 'a1',
            before: { state: 'SUBMITTED' },
            after: { state: 'APPROVED' },
            reason: '身份证 640324199001010014 核对无误',
          });
          noteAudit(db.unitOfWork, { target: 'person', divisionCode: '360734100000', action: 'person.reveal' });
        }),
      );
      const [entry] = await entries();
      expect(entry).toMatchObject({
        targetKind: 'benefit-application',
        targetId: 'a1',
        reason: '身份证 [证件号] 核对无误',
      });
      expect(entry?.before).toMatch(/^[0-9a-f]{64}$/);
      expect(entry?.before).not.toBe(entry?.after);
      expect(await entries('360734')).toMatchObject([
        { seq: 1, action: 'person.reveal', divisionCode: '360734100000' },
      ]);
    });

    it('of a job or a visitor says so', async () => {
      await db.unitOfWork.run(async () => noteAudit(db.unitOfWork, { action: 'commit-import', actorId: officer.id }));
      await actAs({ viewer: null, kind: 'VISITOR', action: 'lodgeObjection' }, () => db.unitOfWork.run(change));
      expect(await entries('000000')).toMatchObject([
        { role: 'JOB', action: 'commit-import', actorId: officer.id },
        { role: 'VISITOR', action: 'lodgeObjection', actorId: null },
      ]);
    });

    it('cannot be changed through the house', async () => {
      await acts(1);
      for (const sql of ['UPDATE audit_entry SET reason = NULL', 'DELETE FROM audit_entry'])
        await expect(db.unitOfWork.run(() => db.unitOfWork.manager.query(sql))).rejects.toThrow('never changed');
    });

    it('of many at once: one chain without a gap, whoever was first', async () => {
      await Promise.all(Array.from({ length: 30 }, () => actAs(officerActs, () => db.unitOfWork.run(change))));
      expect((await entries()).map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      expect(await verifier.verify()).toEqual({ ok: true, chains: 1, entries: 30, anchors: 0, faults: [] });
    });
  });

  describe('tampering is found, at the first bad entry', () => {
    beforeEach(() => acts(12));
    const found = async () => (await verifier.verify()).faults;
    /** The chain written anew from an entry on, as somebody does who has a key. */
    it('none in an untouched chain, nor while acts go on', async () => {
      await anchors.drop();
      const [report] = await Promise.all([verifier.verify(), acts(20)]);
      expect(report).toMatchObject({ ok: true, chains: 1, faults: [] });
      expect((await verifier.verify()).entries).toBe(32);
    });

    it.each(['actorId', 'role', 'action', 'reason', 'at', 'targetId', 'after', 'trace', 'address', 'divisionCode'])(
      'an edited %s',
      async (column) => {
        const value = column === 'at' ? '2020-01-01 00:00:00.000' : 'x';
        await behindTheBack(db, `UPDATE audit_entry SET ${db.dataSource.driver.escape(column)} = ? WHERE seq = 7`, [
          value,
        ]);
        expect(await found()).toEqual([{ chain: '640324', seq: 7, kind: 'CHANGED' }]);
      },
    );

    it('a deleted entry', async () => {
      await behindTheBack(db, 'DELETE FROM audit_entry WHERE seq = 5');
      expect(await found()).toEqual([{ chain: '640324', seq: 5, kind: 'MISSING' }]);
    });

    it('a deleted entry whose followers moved up', async () => {
      await behindTheBack(db, 'DELETE FROM audit_entry WHERE seq = 5');
      for (let seq = 6; seq <= 12; seq += 1)
        await behindTheBack(db, 'UPDATE audit_entry SET seq = seq - 1 WHERE seq = ?', [seq]);
      await behindTheBack(db, 'UPDATE audit_chain SET seq = 11');
      expect(await found()).toEqual([{ chain: '640324', seq: 5, kind: 'CHANGED' }]);
    });

    it('an inserted entry, in the middle and behind the end', async () => {
      const last = (await entries()).at(-1) as AuditEntry;
      const copy = { ...last, id: newId(), seq: 13, prevHash: last.hash };
      await db.unitOfWork.run(() =>
        db.unitOfWork.manager.insert(AuditEntry, { ...copy, hash: entryHash(crypto, copy) }),
      );
      expect(await found()).toEqual([{ chain: '640324', seq: 13, kind: 'ADDED' }]);
      for (let seq = 13; seq >= 4; seq -= 1)
        await behindTheBack(db, 'UPDATE audit_entry SET seq = seq + 1 WHERE seq = ?', [seq]);
      await behindTheBack(db, 'UPDATE audit_entry SET seq = 4 WHERE seq = 14');
      await behindTheBack(db, 'UPDATE audit_chain SET seq = 13');
      expect(await found()).toEqual([{ chain: '640324', seq: 4, kind: 'CHANGED' }]);
    });

    it('two swapped entries', async () => {
      for (const [from, to] of [
        [3, 99],
        [9, 3],
        [99, 9],
      ])
        await behindTheBack(db, 'UPDATE audit_entry SET seq = ? WHERE seq = ?', [to, from]);
      expect(await found()).toEqual([{ chain: '640324', seq: 3, kind: 'CHANGED' }]);
    });

    it('a cut tail: by the end of the chain; by the anchor outside where that was cut too', async () => {
      await anchors.drop();
      await behindTheBack(db, 'DELETE FROM audit_entry WHERE seq > 9');
      expect(await found()).toEqual([{ chain: '640324', seq: 10, kind: 'MISSING' }]);
      const { hash } = (await entries()).at(-1) as AuditEntry;
      await behindTheBack(db, 'UPDATE audit_chain SET seq = 9, hash = ?', [hash]);
      expect(await found()).toEqual([{ chain: '640324', seq: 10, kind: 'MISSING' }]);
    });

    it('a whole chain that is gone, by its anchor', async () => {
      await anchors.drop();
      await behindTheBack(db, 'DELETE FROM audit_entry');
      await behindTheBack(db, 'DELETE FROM audit_chain');
      expect(await found()).toEqual([{ chain: '640324', seq: 1, kind: 'MISSING' }]);
    });

    it('a chain written anew without the key', async () => {
      await behindTheBack(db, `UPDATE audit_entry SET reason = 'x' WHERE seq = 6`);
      await rechain(6, new IntlCryptoProvider({ kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 9) }));
      expect(await found()).toEqual([{ chain: '640324', seq: 6, kind: 'CHANGED' }]);
    });

    it('a chain written anew with the key: between the last good anchor and the first that disagrees', async () => {
      await anchors.drop();
      await acts(8);
      await anchors.drop();
      await acts(3);
      await behindTheBack(db, `UPDATE audit_entry SET reason = 'x' WHERE seq = 15`);
      await rechain(15, crypto);
      expect(await found()).toEqual([{ chain: '640324', seq: 13, kind: 'REWRITTEN' }]);
    });

    it('an anchor that is not ours; a torn last line is none', async () => {
      await anchors.drop();
      const file = join(folder, 'anchors.jsonl');
      const line = readFileSync(file, 'utf8');
      writeFileSync(file, `${line}{"chain":"6403`);
      expect(await found()).toEqual([]);
      writeFileSync(file, line.replace('"seq":12', '"seq":11'));
      expect(await found()).toEqual([{ chain: '640324', seq: 11, kind: 'ANCHOR' }]);
    });
  });

  describe('keys that change in the middle of a chain', () => {
    const DIGESTS = [
      { kid: 'd2', key: Buffer.alloc(32, 7), with: 'hmacsm3' },
      { kid: 'd1', key: Buffer.alloc(32, 2), with: 'hmacsha256' },
    ] as const;
    const old = { kid: 'k1', seal: Buffer.alloc(32, 1), blind: Buffer.alloc(32, 2) };
    const renewed = (digests: CryptoKeys['digests']) =>
      new IntlCryptoProvider({
        ...old,
        ...(digests ? { digests } : {}),
        sign: Buffer.alloc(32, 8),
        oldSigners: signersOf(signingSeed(old)),
      });
    /** The chain of the old key, five entries of the new one behind it, and the eyes of somebody with the new file. */
    const renew = async (): Promise<AuditVerifier> => {
      await acts(5);
      await anchors.drop();
      const next = renewed(DIGESTS);
      const clock = new FixedClock();
      const config = { anchorsFile: join(folder, 'anchors.jsonl') };
      const signing = new AnchorService(db.unitOfWork, clock, next, config);
      await signing.drop(true);
      const [last] = (await entries()).slice(-1);
      let prevHash = last?.hash as string;
      await db.unitOfWork.run(async () => {
        for (let seq = 6; seq <= 10; seq += 1) {
          const entry = { ...(last as AuditEntry), id: newId(), seq, prevHash };
          prevHash = entryHash(next, entry);
          await insertRows(db.unitOfWork.manager, AuditEntry, [{ ...entry, hash: prevHash }]);
        }
      });
      await behindTheBack(db, 'UPDATE audit_chain SET seq = 10, hash = ?', [prevHash]);
      await signing.drop();
      return new AuditVerifier(db.unitOfWork, next, signing);
    };

    it('verify through, chain and anchors, as long as the older ones are kept', async () => {
      const after = await renew();
      expect(await after.verify()).toMatchObject({ ok: true, entries: 10, anchors: 3 });
      // The old file alone knows nothing of what came later; a new one without the old key nothing of what was before.
      expect((await verifier.verify()).faults).toMatchObject([{ kind: 'ANCHOR' }]);
      const lost = renewed([DIGESTS[0]]);
      const blind = new AuditVerifier(db.unitOfWork, lost, {
        all: () => Promise.resolve([]),
        isOurs: () => true,
      } as never);
      expect((await blind.verify()).faults).toEqual([{ chain: '640324', seq: 1, kind: 'CHANGED' }]);
    });

    it('a change on either side is named', async () => {
      for (const seq of [3, 8]) {
        await behindTheBack(db, 'DELETE FROM audit_entry');
        await behindTheBack(db, 'DELETE FROM audit_chain');
        rmSync(join(folder, 'anchors.jsonl'), { force: true });
        const after = await renew();
        await behindTheBack(db, `UPDATE audit_entry SET reason = 'x' WHERE seq = ${seq}`);
        expect((await after.verify()).faults).toEqual([{ chain: '640324', seq, kind: 'CHANGED' }]);
      }
    });

    it('a chain written anew with the old key, which leaked, is found by the anchor of the new one', async () => {
      const after = await renew();
      await behindTheBack(db, `UPDATE audit_entry SET reason = 'x' WHERE seq = 3`);
      await rechain(3, crypto);
      expect((await after.verify()).faults).toEqual([{ chain: '640324', seq: 1, kind: 'REWRITTEN' }]);
    });
  });

  it('leaves a failed job in the night when a chain is broken or roles are mixed, and none otherwise', async () => {
    const jobs = new JobService(db.unitOfWork, new FixedClock());
    let mixed: string[] = [];
    const desk = { mixtures: () => Promise.resolve(mixed) } as AccountDeskService;
    new AuditJobs(jobs, anchors, verifier, desk).onModuleInit();
    const run = (name: string) =>
      jobs.handled.get(name)?.handler({}, { jobId: 'spec', attempt: 1, signal: new AbortController().signal });
    await acts(3);
    for (const name of ['drop-anchors', 'verify-chains', 'verify-accounts']) await run(name);
    expect(await anchors.all()).toHaveLength(1);
    await behindTheBack(db, `UPDATE audit_entry SET reason = 'x' WHERE seq = 2`);
    mixed = ['spec'];
    await expect(run('verify-chains')).rejects.toMatchObject({ code: 'AUDIT_BROKEN' });
    await expect(run('verify-accounts')).rejects.toMatchObject({ code: 'ROLES_MIXED' });
  });

  it('drops an anchor only for a chain that has grown', async () => {
    await acts(2);
    expect(await anchors.drop()).toBe(1);
    expect(await anchors.drop()).toBe(0);
    await acts(1);
    expect(await anchors.drop()).toBe(1);
    expect((await anchors.all()).map(({ seq }) => seq)).toEqual([2, 3]);
  });
});

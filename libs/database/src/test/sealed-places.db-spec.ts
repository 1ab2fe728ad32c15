import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CryptoKeys, GmCryptoProvider, IntlCryptoProvider } from '@tongxing/platform';
import { Entity } from 'typeorm';
import {
  BlindColumn,
  IdColumn,
  InstantColumn,
  isSecretColumn,
  RefColumn,
  SecretColumn,
  TextColumn,
} from '../entity-columns.js';
import { type SealedPlace, SealedPlaces } from '../sealed-places.js';
import { eachEngine, type TestDatabase } from '../testing/index.js';
import { insertRows } from '../writes.js';

/** A table of the migrations with a sealed column and nothing that it points at. */
@Entity('idempotency')
class Kept {
  @IdColumn() id: string;
  @RefColumn() actorId: string;
  @TextColumn(80) idempotencyKey: string;
  @TextColumn(40) operation: string;
  @BlindColumn() requestHash: string;
  @SecretColumn() reply: string;
  @InstantColumn() createdAt: Date;
}

const OLD: CryptoKeys = { kid: 'k1', seal: randomBytes(32), blind: randomBytes(32) };
const NEW: CryptoKeys = { ...OLD, kid: 'k2', seal: randomBytes(32), others: new Map([['k1', OLD.seal]]) };
const boundTo = (id: string) => `idempotency|reply|${id}`;
const idOf = (index: number) => `row-${String(index).padStart(6, '0')}`;
const ROWS = 450;

it('a secret column is known by its mark', () => {
  expect(isSecretColumn(Kept, 'reply')).toBe(true);
  expect(isSecretColumn(Kept, 'operation')).toBe(false);
  expect(isSecretColumn(SealedPlaces, 'reply')).toBe(false);
});

eachEngine([Kept], (engine) => {
  let db: TestDatabase;
  const old = new IntlCryptoProvider(OLD);
  const placesWith = (crypto: IntlCryptoProvider | GmCryptoProvider) =>
    new SealedPlaces(db.dataSource, db.unitOfWork, crypto);
  const rows = () => db.dataSource.manager.find(Kept, { order: { id: 'ASC' } });
  const put = (index: number, reply: string) =>
    db.unitOfWork.run(() =>
      insertRows(db.unitOfWork.manager, Kept, [
        {
          id: idOf(index),
          actorId: 'a',
          idempotencyKey: String(index),
          operation: 'x',
          requestHash: '',
          reply,
          createdAt: new Date(0),
        },
      ]),
    );
  const write = (id: string, reply: string) =>
    db.unitOfWork.run(() => db.unitOfWork.manager.update(Kept, { id }, { reply }));

  beforeAll(async () => {
    db = await engine.open();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.unitOfWork.run(async () => {
      await db.unitOfWork.manager.deleteAll(Kept);
      const all = Array.from({ length: ROWS }, (_, index) => ({
        id: idOf(index),
        actorId: 'a',
        idempotencyKey: String(index),
        operation: 'x',
        requestHash: '',
        // A row that was taken and has no reply yet holds nothing sealed.
        reply: index === 7 ? '' : old.seal(`reply ${index}`, boundTo(idOf(index))),
        createdAt: new Date(0),
      }));
      await insertRows(db.unitOfWork.manager, Kept, all);
    });
  });

  describe('sealing anew', () => {
    it.each([
      ['another key', new IntlCryptoProvider(NEW), 'v1.a256gcm.k2.'],
      ['another algorithm', new GmCryptoProvider(OLD), 'v1.sm4sm3.k1.'],
      ['both', new GmCryptoProvider(NEW), 'v1.sm4sm3.k2.'],
    ])('gives every value %s, once, and loses none', async (_, crypto, writing) => {
      const places = placesWith(crypto);
      expect(await places.status()).toMatchObject({ writing, waiting: ROWS - 1 });
      const told: number[] = [];
      const outcome = await places.reseal({ onProgress: ({ done }) => told.push(done) });
      expect(outcome).toEqual({ changed: ROWS - 1, unreadable: { count: 0, named: [] }, complete: true });
      expect(told.at(-1)).toBe(ROWS - 1);
      for (const [index, { id, reply }] of (await rows()).entries()) {
        if (index === 7) expect(reply).toBe('');
        else expect([reply.startsWith(writing), crypto.open(reply, boundTo(id))]).toEqual([true, `reply ${index}`]);
      }
      const { totals, waiting } = await places.status();
      expect([waiting, totals.byBeginning[writing], totals.others]).toEqual([0, ROWS - 1, 0]);
      const before = await rows();
      expect((await places.reseal()).changed).toBe(0);
      expect(await rows()).toEqual(before);
    });

    it('goes on where it was stopped', async () => {
      const places = placesWith(new IntlCryptoProvider(NEW));
      let asked = 0;
      const first = await places.reseal({ stop: () => (asked += 1) > 1 });
      expect([first.complete, first.changed > 0, first.changed < ROWS - 1]).toEqual([false, true, true]);
      const second = await places.reseal();
      expect([second.complete, first.changed + second.changed]).toEqual([true, ROWS - 1]);
    });

    it('twice at once does each value once', async () => {
      const [one, other] = [placesWith(new IntlCryptoProvider(NEW)), placesWith(new IntlCryptoProvider(NEW))];
      const outcomes = await Promise.all([one.reseal(), other.reseal()]);
      expect(outcomes.reduce((sum, { changed }) => sum + changed, 0)).toBe(ROWS - 1);
      expect((await one.status()).waiting).toBe(0);
    });

    it('never writes over what was written meanwhile, not even with the old key', async () => {
      const crypto = new IntlCryptoProvider(NEW);
      const places = placesWith(crypto);
      const newer = old.seal('newer', boundTo(idOf(0)));
      const open = crypto.open.bind(crypto);
      // Between the read of a lot and its write somebody else saves.
      let saved: Promise<unknown> = Promise.resolve();
      let first = true;
      crypto.open = (sealed, bound) => {
        if (first) saved = write(idOf(0), newer);
        first = false;
        return open(sealed, bound);
      };
      await places.reseal();
      await saved;
      const [row] = await rows();
      expect(crypto.open(row?.reply as string, boundTo(idOf(0)))).toBe('newer');
      await places.reseal();
      expect((await places.status()).waiting).toBe(0);
      const [after] = await rows();
      expect(crypto.open(after?.reply as string, boundTo(idOf(0)))).toBe('newer');
    });

    it('names what does not open, leaves it as it is and does the rest', async () => {
      const moved = old.seal('moved', boundTo('elsewhere'));
      const unknown = new IntlCryptoProvider({ ...OLD, kid: 'k9' }).seal('x', boundTo(idOf(4)));
      await write(idOf(3), moved);
      await write(idOf(4), unknown);
      const places = placesWith(new IntlCryptoProvider(NEW));
      const outcome = await places.reseal();
      expect(outcome).toMatchObject({
        changed: ROWS - 3,
        unreadable: { count: 2, named: [`idempotency.reply ${idOf(3)}`, `idempotency.reply ${idOf(4)}`] },
      });
      const kept = await rows();
      expect([kept[3]?.reply, kept[4]?.reply]).toEqual([moved, unknown]);
      const { totals, waiting } = await places.status();
      expect([totals.byBeginning['v1.a256gcm.k1.'], totals.others, waiting]).toEqual([1, 1, 2]);
    });

    it('takes rows that were added meanwhile on the next call', async () => {
      const places = placesWith(new IntlCryptoProvider(NEW));
      await places.reseal();
      await put(ROWS, old.seal('late', boundTo(idOf(ROWS))));
      expect((await places.reseal()).changed).toBe(1);
    });
  });

  it('counts and seals places that are no columns, and refuses a second of the same name', async () => {
    const places = placesWith(new IntlCryptoProvider(NEW));
    const values = new Map([['a', old.seal('in a file', 'files|a')]]);
    const files: SealedPlace = {
      name: 'files',
      count: async () => ({ byBeginning: { 'v1.a256gcm.k1.': values.size }, others: 0 }),
      next: async (writing, after) =>
        [...values]
          .filter(([id, sealed]) => id > after && !sealed.startsWith(writing))
          .map(([id, sealed]) => ({ id, sealed, boundTo: `files|${id}` })),
      replace: async (changes) => {
        for (const { value, to } of changes) values.set(value.id, to);
        return changes.length;
      },
    };
    places.register(files);
    expect(() => places.register(files)).toThrow('twice');
    expect(places.names).toEqual(['idempotency.reply', 'files']);
    expect((await places.reseal()).changed).toBe(ROWS);
    expect(new IntlCryptoProvider(NEW).open(values.get('a') as string, 'files|a')).toBe('in a file');
    expect(values.get('a')).toMatch(/^v1\.a256gcm\.k2\./);
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { IntlCryptoProvider } from '../crypto.js';
import { newId } from '../ids.js';

const provider = () => new IntlCryptoProvider({ kid: 'k1', seal: randomBytes(32), blind: randomBytes(32) });

describe('sealed fields', () => {
  it('open where they were sealed, and nowhere else', () => {
    const crypto = provider();
    const sealed = crypto.seal('640324199001010014', 'person|secrets|1');
    expect(sealed).not.toContain('6403241990');
    expect(crypto.open(sealed, 'person|secrets|1')).toBe('640324199001010014');
    expect(() => crypto.open(sealed, 'person|secrets|2')).toThrow();
  });

  it('differ for equal values, and fail when one character is changed', () => {
    const crypto = provider();
    const one = crypto.seal('same', 'a|b|c');
    expect(crypto.seal('same', 'a|b|c')).not.toBe(one);
    const parts = one.split('.');
    const text = parts[4] as string;
    parts[4] = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    expect(() => crypto.open(parts.join('.'), 'a|b|c')).toThrow();
    expect(() => provider().open(one, 'a|b|c')).toThrow();
  });

  it('keep blind indexes equal for equal values of one column only', () => {
    const crypto = provider();
    expect(crypto.blind('person.id', 'x')).toBe(crypto.blind('person.id', 'x'));
    expect(crypto.blind('person.id', 'x')).not.toBe(crypto.blind('person.account', 'x'));
    expect(crypto.blind('person.id', 'x')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('newId', () => {
  it('gives ascending UUIDv7 without a twin', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });
});

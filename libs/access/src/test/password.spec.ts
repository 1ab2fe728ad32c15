import { describe, expect, it } from '@jest/globals';
import { passwordMatches, requireGoodPassword } from '../password.js';

describe('a password', () => {
  it.each([
    '123456789',
    '九个汉字也是太短了',
    '1234567890',
    'Password123',
    '8888888888',
    '0123456789',
    'ABCDEFGHIJ',
    'zyxwvutsrq',
  ])('%s is refused', (password) => {
    expect(() => requireGoodPassword(password, [])).toThrow(
      expect.objectContaining({ code: 'VALIDATION', field: 'password' }),
    );
  });
  it.each(['河西村口有三棵老枣树', 'correct horse', 'long-enough-4-specs', '          a'])(
    '%s is taken',
    (password) => {
      expect(() => requireGoodPassword(password, ['zhang.san'])).not.toThrow();
    },
  );
  it('is not mainly the name', () => {
    expect(() => requireGoodPassword('Zhang.San2026', ['zhang.san', '张三'])).toThrow();
    expect(() => requireGoodPassword('x'.repeat(201), [])).toThrow();
  });
  it('of an account that has none fits nothing', async () => {
    expect(await passwordMatches('', '')).toBe(false);
  });
});

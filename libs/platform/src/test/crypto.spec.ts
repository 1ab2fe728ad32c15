import { createCipheriv, createHash, createHmac, createPublicKey, createVerify, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { gmSuite, intlSuite } from '../crypto-suites.js';
import {
  type CryptoKeys,
  GmCryptoProvider,
  IntlCryptoProvider,
  KEYS_LOOK_MS,
  signersOf,
  signingSeed,
} from '../crypto.js';
import { newId } from '../ids.js';

const PLACE = 'person|secrets|1';
const ID_NUMBER = '640324199001010014';
const bytes = (text: string) => Buffer.from(text);
const ring = (change: Partial<CryptoKeys> = {}): CryptoKeys => ({
  kid: 'k1',
  seal: randomBytes(32),
  blind: randomBytes(32),
  ...change,
});
/** The value with one character of one of its parts changed. */
const changed = (sealed: string, part: number): string =>
  sealed
    .split('.')
    .map((text, at) => (at === part ? `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}` : text))
    .join('.');

const PROVIDERS = [
  { name: 'intl', Provider: IntlCryptoProvider, Other: GmCryptoProvider, start: 'v1.a256gcm.k1.' },
  { name: 'gm', Provider: GmCryptoProvider, Other: IntlCryptoProvider, start: 'v1.sm4sm3.k1.' },
];

describe.each(PROVIDERS)('the crypto provider $name', ({ Provider, Other, start }) => {
  it('opens a value where it was sealed, and nowhere else', () => {
    const crypto = new Provider(ring());
    const sealed = crypto.seal(ID_NUMBER, PLACE);
    expect(sealed.startsWith(start)).toBe(true);
    expect(crypto.writing()).toBe(start);
    expect(sealed).not.toContain('6403241990');
    expect(crypto.open(sealed, PLACE)).toBe(ID_NUMBER);
    for (const place of ['person|secrets|2', 'person|other|1', 'visit|secrets|1', ''])
      expect(() => crypto.open(sealed, place)).toThrow();
  });

  it.each(['', '一', 'a'.repeat(15), 'a'.repeat(16), '𬘬'.repeat(10_000)])(
    'keeps texts of every length (%#)',
    (text) => {
      const crypto = new Provider(ring());
      expect(crypto.open(crypto.seal(text, PLACE), PLACE)).toBe(text);
    },
  );

  it('seals equal values differently', () => {
    const crypto = new Provider(ring());
    const sealed = Array.from({ length: 1_000 }, () => crypto.seal('same', PLACE));
    expect(new Set(sealed.map((text) => text.split('.')[3])).size).toBe(1_000);
    expect(new Set(sealed).size).toBe(1_000);
  });

  it.each([0, 1, 2, 3, 4, 5])('refuses a value with part %i changed, cut or lengthened', (part) => {
    const crypto = new Provider(ring());
    const sealed = crypto.seal(ID_NUMBER, PLACE);
    const parts = sealed.split('.');
    const short = parts.map((text, at) => (at === part ? text.slice(0, -4) : text)).join('.');
    expect(() => crypto.open(changed(sealed, part), PLACE)).toThrow();
    expect(() => crypto.open(short, PLACE)).toThrow();
    expect(() => crypto.open(parts.filter((_, at) => at !== part).join('.'), PLACE)).toThrow();
    expect(() => crypto.open(`${sealed}.AAAA`, PLACE)).toThrow();
  });

  it("refuses another ring's value under the same name of a key", () => {
    const sealed = new Provider(ring()).seal(ID_NUMBER, PLACE);
    expect(() => new Provider(ring()).open(sealed, PLACE)).toThrow();
  });

  it('opens what the other provider and an older key sealed while the ring has the key', () => {
    const old = ring();
    const next = ring({ kid: 'k2', others: new Map([['k1', old.seal]]) });
    const crypto = new Provider(next);
    for (const sealed of [new Provider(old).seal('x', PLACE), new Other(old).seal('x', PLACE)])
      expect(crypto.open(sealed, PLACE)).toBe('x');
    expect(crypto.open(new Other(next).seal('y', PLACE), PLACE)).toBe('y');
    expect(crypto.seal('z', PLACE)).toMatch(/^v1\.\w+\.k2\./);
    expect(crypto.readable().sort()).toEqual(['v1.a256gcm.k1.', 'v1.a256gcm.k2.', 'v1.sm4sm3.k1.', 'v1.sm4sm3.k2.']);
    const without = new Provider({ ...next, others: new Map() });
    expect(() => without.open(new Provider(old).seal('x', PLACE), PLACE)).toThrow('not in the ring');
  });

  it('takes up a key that was added while it runs: at once to open, within a second to seal', async () => {
    const old = ring();
    const next = { ...ring({ kid: 'k2', others: new Map([['k1', old.seal]]) }), blind: old.blind };
    let file: CryptoKeys | undefined;
    const crypto = new Provider(old, () => file);
    expect(crypto.seal('x', PLACE)).toMatch(/^v1\.\w+\.k1\./);
    const foreign = new Provider(next).seal('y', PLACE);
    expect(() => crypto.open(foreign, PLACE)).toThrow();
    file = next;
    expect(crypto.open(foreign, PLACE)).toBe('y');
    expect(crypto.seal('x', PLACE)).toMatch(/^v1\.\w+\.k2\./);
    const later = new Provider(old, () => next);
    await new Promise((resolve) => setTimeout(resolve, KEYS_LOOK_MS + 50));
    expect(later.writing()).toMatch(/\.k2\.$/);
  });

  it('keeps blind indexes equal for equal values of one column only', () => {
    const keys = ring();
    const crypto = new Provider(keys);
    expect(crypto.blind('person.id', 'x')).toEqual(new Provider({ ...keys, kid: 'k9' }).blind('person.id', 'x'));
    expect(crypto.blind('person.id', 'x')).not.toEqual(crypto.blind('person.account', 'x'));
    expect(crypto.blind('person.id', 'x')).not.toEqual(new Provider(ring()).blind('person.id', 'x'));
    expect(crypto.blind('person.id', 'x')).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null]);
  });

  it('gives each of two blind-index keys a column, whichever of them comes first', () => {
    const keys = ring();
    const next = { kid: 'b2', key: randomBytes(32), with: 'hmacsm3' } as const;
    const [first] = new Provider(keys).blind('a', 'x');
    const both = new Provider({ ...keys, blindNext: next });
    const alone = new Provider({ ...keys, blind: next.key, blindKid: 'b2', blindWith: next.with });
    expect(both.blindKids()).toEqual(['b1', 'b2']);
    expect(both.blind('a', 'x')).toEqual([first, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(alone.blind('a', 'x')).toEqual([null, both.blind('a', 'x')[1]]);
    const third = { kid: 'b3', key: randomBytes(32), with: 'hmacsha256' } as const;
    const turned = new Provider({ ...keys, blind: next.key, blindKid: 'b2', blindWith: next.with, blindNext: third });
    expect(turned.blind('a', 'x')[1]).toBe(both.blind('a', 'x')[1]);
    expect(turned.blind('a', 'x')[0]).not.toBe(first);
  });

  it('knows its digests under older keys, and makes new ones with the key in use only', () => {
    const keys = ring();
    const old = new Provider(keys).digest('audit|chain', 'x');
    const digests = [
      { kid: 'd2', key: randomBytes(32), with: 'hmacsha256' },
      { kid: 'd1', key: keys.blind, with: new Provider(keys).writing().includes('sm4') ? 'hmacsm3' : 'hmacsha256' },
    ] as const;
    const crypto = new Provider({ ...keys, digests });
    expect(crypto.digest('audit|chain', 'x')).not.toBe(old);
    expect(crypto.digests('audit|chain', 'x')).toEqual([crypto.digest('audit|chain', 'x'), old]);
    for (const digest of crypto.digests('audit|chain', 'x'))
      expect(crypto.isDigest('audit|chain', 'x', digest)).toBe(true);
    expect(crypto.isDigest('audit|chain', 'y', old)).toBe(false);
    expect(crypto.isDigest('audit|other', 'x', old)).toBe(false);
    expect(new Provider({ ...keys, digests: [digests[0]] }).isDigest('audit|chain', 'x', old)).toBe(false);
  });

  it('verifies what a replaced signing key signed, and signs nothing with it', () => {
    const keys = ring();
    const before = new Provider(keys);
    const signature = before.sign('audit-anchor', bytes('head'));
    const replaced = new Provider({ ...keys, sign: randomBytes(32), oldSigners: signersOf(signingSeed(keys)) });
    expect(replaced.verify('audit-anchor', bytes('head'), signature)).toBe(true);
    expect(replaced.verify('audit-anchor', bytes('heae'), signature)).toBe(false);
    expect(before.verify('audit-anchor', bytes('head'), replaced.sign('audit-anchor', bytes('head')))).toBe(false);
    expect(new Provider({ ...keys, sign: randomBytes(32) }).verify('audit-anchor', bytes('head'), signature)).toBe(
      false,
    );
  });

  it('makes the blind index as the key file says, whatever it seals with', () => {
    const keys = ring();
    for (const blindWith of ['hmacsha256', 'hmacsm3'] as const)
      expect(new Provider({ ...keys, blindWith }).blind('a', 'x')).toEqual(
        new Other({ ...keys, blindWith }).blind('a', 'x'),
      );
  });

  it('verifies its own signature for this purpose and these bytes only', () => {
    const keys = ring();
    const crypto = new Provider(keys);
    const signature = crypto.sign('audit-anchor', bytes('head'));
    expect(crypto.verify('audit-anchor', bytes('head'), signature)).toBe(true);
    expect(new Other(keys).verify('audit-anchor', bytes('head'), signature)).toBe(true);
    expect(crypto.verify('audit-anchor', bytes('heae'), signature)).toBe(false);
    expect(crypto.verify('audit-ancho', bytes('rhead'), signature)).toBe(false);
    expect(new Provider(ring()).verify('audit-anchor', bytes('head'), signature)).toBe(false);
    for (const junk of ['', 'v1', 'v1.rsa.x.y', changed(signature, 0), changed(signature, 2), `${signature}.x`])
      expect(crypto.verify('audit-anchor', bytes('head'), junk)).toBe(false);
    const [version, algorithm, fingerprint, text] = signature.split('.') as [string, string, string, string];
    const flipped = Buffer.from(text, 'base64url');
    flipped[flipped.length - 1] = (flipped.at(-1) as number) ^ 1;
    const wrong = `${version}.${algorithm}.${fingerprint}.${flipped.toString('base64url')}`;
    expect(crypto.verify('audit-anchor', bytes('head'), wrong)).toBe(false);
  });

  it('signs alike after a data key was replaced, and shows the public half', () => {
    const keys = ring();
    const signature = new Provider(keys).sign('a', bytes('x'));
    const next = new Provider({ ...keys, kid: 'k2', seal: randomBytes(32) });
    expect(next.verify('a', bytes('x'), signature)).toBe(true);
    const { pem, fingerprint } = next.publicKey();
    expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(signature.split('.')[2]).toBe(fingerprint);
  });
});

describe('known answers', () => {
  const hex = (digits: string) => Buffer.from(digits, 'hex');
  const counted = (length: number) => Buffer.from(Array.from({ length }, (_, at) => at + 1));

  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 (GB/T 32905, examples) of %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
  });

  it('SM4 (GB/T 32907, example 1)', () => {
    const block = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ecb', block, null);
    expect(cipher.update(block, undefined, 'hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it.each([
    [
      counted(32),
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [counted(37), Buffer.alloc(50, 0xcd), '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae'],
    [Buffer.alloc(32, 0x0b), 'Hi There', 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
    [bytes('Jefe'), 'what do ya want for nothing?', '2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882'],
  ])('HMAC-SM3 (GB/T 15852.2, annex) %#', (key, text, digest) => {
    expect(createHmac('sm3', key).update(text).digest('hex')).toBe(digest);
    if (typeof text === 'string') expect(gmSuite.keyedHash(key, text)).toBe(digest);
  });

  it('SM2 (GB/T 32918.5, example): verified with the default user id, refused without one', () => {
    expect(() => gmSuite.selfTest()).not.toThrow();
    const point =
      '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
    const key = createPublicKey({
      key: hex(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${point}`),
      format: 'der',
      type: 'spki',
    });
    const signature = hex(
      '3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
    );
    expect(gmSuite.verify(key, bytes('message digest'), signature)).toBe(true);
    expect(gmSuite.verify(key, bytes('message digesT'), signature)).toBe(false);
    expect(createVerify('sm3').update('message digest').verify(key, signature)).toBe(false);
  });

  it('AES-256-GCM (the specification, test case 16): the same bytes come out', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const clear =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    const cipher = createCipheriv('aes-256-gcm', key, hex('cafebabefacedbaddecaf888'));
    cipher.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'));
    const text = cipher.update(clear, 'hex', 'hex') + cipher.final('hex');
    expect(text).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    );
    expect(cipher.getAuthTag().toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b');
    expect(() => intlSuite.selfTest()).not.toThrow();
  });

  it('Ed25519 (RFC 8032, test 1)', () => {
    const seed = hex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
    expect(intlSuite.sign(seed, bytes('')).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
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

import { createHmac, createPublicKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type BlindAlgorithm, gmSuite, intlSuite, type SealedParts, type Suite, suites } from './crypto-suites.js';
import { sha256Hex } from './hash.js';
import { StartError } from './start-error.js';

export type { BlindAlgorithm } from './crypto-suites.js';

/**
 * Blind index of a value, one for each of the two columns that hold it: 64 hex digits under the key whose column it is, null where no key
 * is. Both are there while the key is being replaced. A column holds values of one key only, so equal values in it are of equal clear texts.
 */
export type Blind = readonly [first: string | null, second: string | null];

/** A key of keyed hashes, with the algorithm that it is used with. */
export interface HashKey {
  /** `b1`, `b2` … for blind indexes, where odd numbers have the first column; `d1`, `d2` … for digests */
  kid: string;
  key: Buffer;
  with: BlindAlgorithm;
}

/** Public half of a signing key. */
export interface Signer {
  algorithm: string;
  fingerprint: string;
  pem: string;
}

/** Encrypts fields, makes blind indexes, signs. Two providers write with different algorithms; each opens what the other wrote. */
export abstract class CryptoProvider {
  /**
   * Sealed form: `v1.<algorithm>.<kid>.<iv>.<ciphertext>.<tag>`, the last three base64url.
   *
   * @param boundTo `table|column|rowId`: a sealed value moved to another row does not open
   */
  abstract seal(clear: string, boundTo: string): string;
  /** @throws Error when the value was changed, moved or sealed with a key that is not in the ring */
  abstract open(sealed: string, boundTo: string): string;
  /** Exact look-up of a normalised value. `purpose` is the column, so equal values in two columns differ. */
  abstract blind(purpose: string, normalised: string): Blind;
  /** The names of the blind-index keys: the one in use, and the one that is to take its place. */
  abstract blindKids(): string[];
  /** Keyed hash of what is never looked for by its value alone: 64 hex digits under the digest key in use. */
  abstract digest(purpose: string, text: string): string;
  /** The same under every digest key of the ring, the one in use first: for finding what was kept under an older one. */
  abstract digests(purpose: string, text: string): string[];
  /** True when `digest` was made of this text under any digest key of the ring. */
  abstract isDigest(purpose: string, text: string, digest: string): boolean;
  /**
   * Signs bytes that somebody else keeps, such as the head of the audit chain.
   *
   * @param purpose what is signed: a signature for one purpose is none for another
   * @returns `v1.<algorithm>.<key's fingerprint>.<signature>`, the last base64url
   */
  abstract sign(purpose: string, bytes: Uint8Array): string;
  /** True when `signature` is `sign(purpose, bytes)` of a key of this ring, also a replaced one, by either provider. Never an error. */
  abstract verify(purpose: string, bytes: Uint8Array, signature: string): boolean;
  /** How everything begins that is sealed now, `v1.<algorithm>.<kid>.`; what begins otherwise waits to be sealed anew. */
  abstract writing(): string;
  /** The beginnings of everything that this ring can open, `writing()` among them. */
  abstract readable(): string[];
  /** For whoever verifies elsewhere: PEM of the public half of the signing key, with its algorithm and fingerprint. */
  abstract publicKey(): Signer;
}

/** The secrets that a provider works with, each 32 bytes or more. */
export interface CryptoKeys {
  /** names the key in use inside each sealed value */
  kid: string;
  seal: Buffer;
  /** other data keys by kid: replaced ones, and one that was handed round before its use */
  others?: ReadonlyMap<string, Buffer>;
  blind: Buffer;
  /** the provider's own unless given */
  blindWith?: BlindAlgorithm;
  /** name of the blind-index key; `b1` unless given */
  blindKid?: string;
  /** the key that is to take the place of `blind`: both are used until then */
  blindNext?: HashKey | undefined;
  /** keys of digests, the one in use first; `blind` unless given */
  digests?: readonly HashKey[];
  /** seed of the signing key; derived from `blind` unless given */
  sign?: Buffer;
  /** public halves of signing keys that were replaced: what they signed stays verifiable */
  oldSigners?: readonly Signer[];
}

/** Gives the keys anew after they have changed; undefined when they have not. */
export type Reread = () => CryptoKeys | undefined;

/** How long a process may go on sealing with a key that was replaced meanwhile. */
export const KEYS_LOOK_MS = 1_000;
const VERSION = 'v1';
const FINGERPRINT_DIGITS = 16;
const FIRST_BLIND = 'b1';
const FIRST_DIGEST = 'd1';

/** Which of the two columns belongs to a blind-index key: they take turns. */
export const columnOfKid = (kid: string): 0 | 1 => (Number(kid.slice(1)) % 2 === 1 ? 0 : 1);

/** Files from before there was a signing key have none: theirs comes from the key that never changes. */
export const signingSeed = ({ sign, blind }: Pick<CryptoKeys, 'sign' | 'blind'>): Buffer =>
  sign ?? createHmac('sha256', blind).update('tongxing|sign').digest();

const fingerprintOf = (key: KeyObject): string =>
  sha256Hex(key.export({ format: 'der', type: 'spki' })).slice(0, FINGERPRINT_DIGITS);

function hashed(key: HashKey, purpose: string, text: string): string {
  const suite = suites.find(({ hashing }) => hashing === key.with) as Suite;
  return suite.keyedHash(key.key, `${purpose}\u0000${text}`);
}

/** The length stands before the purpose, so that no purpose and bytes together read like another pair. */
const signedBytes = (purpose: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`tongxing|${Buffer.byteLength(purpose)}|${purpose}|`), bytes]);

/** The public halves of a seed's keys, one an algorithm. */
export const signersOf = (seed: Buffer): Signer[] =>
  suites.map((suite) => {
    const key = suite.publicKey(seed);
    return {
      algorithm: suite.signing,
      fingerprint: fingerprintOf(key),
      pem: String(key.export({ format: 'pem', type: 'spki' })),
    };
  });

/** Writes with one suite and the ring's current key; opens and verifies with every suite and key that it has. */
class RingCryptoProvider extends CryptoProvider {
  private keys!: CryptoKeys;
  private start = '';
  private seed!: Buffer;
  private blinds!: readonly HashKey[];
  private digestKeys!: readonly HashKey[];
  private lookedAt = 0;

  constructor(
    private readonly suite: Suite,
    keys: CryptoKeys,
    private readonly reread?: Reread,
  ) {
    super();
    try {
      suite.selfTest();
    } catch (error) {
      throw new StartError(
        'CRYPTO_SELF_TEST',
        `the encryption self-test failed (${(error as Error).message})`,
        'Use the official builds of Node; TONGXING_CRYPTO=intl needs no SM algorithms',
      );
    }
    this.take(keys);
  }

  seal(clear: string, boundTo: string): string {
    this.look();
    const { iv, text, tag } = this.suite.seal(this.keys.seal, clear, boundTo);
    return `${this.start}${iv.toString('base64url')}.${text.toString('base64url')}.${tag.toString('base64url')}`;
  }

  open(sealed: string, boundTo: string): string {
    const [version, algorithm, kid, iv, text, tag, more] = sealed.split('.');
    const suite = suites.find(({ sealing }) => sealing === algorithm);
    if (version !== VERSION || !suite || !kid || !iv || text === undefined || !tag || more !== undefined) {
      throw new Error('a sealed value of an unknown form');
    }
    const parts: SealedParts = {
      iv: Buffer.from(iv, 'base64url'),
      text: Buffer.from(text, 'base64url'),
      tag: Buffer.from(tag, 'base64url'),
    };
    return suite.open(this.keyOf(kid), parts, boundTo);
  }

  blind(purpose: string, normalised: string): Blind {
    this.look();
    const pair: [string | null, string | null] = [null, null];
    for (const key of this.blinds) pair[columnOfKid(key.kid)] = hashed(key, purpose, normalised);
    return pair;
  }

  blindKids(): string[] {
    this.look();
    return this.blinds.map(({ kid }) => kid);
  }

  digest(purpose: string, text: string): string {
    this.look();
    return hashed(this.digestKeys[0] as HashKey, purpose, text);
  }

  digests(purpose: string, text: string): string[] {
    this.look();
    return this.digestKeys.map((key) => hashed(key, purpose, text));
  }

  isDigest(purpose: string, text: string, digest: string): boolean {
    this.look();
    return this.digestKeys.some((key) => sameSecret(hashed(key, purpose, text), digest));
  }

  sign(purpose: string, bytes: Uint8Array): string {
    this.look();
    const signature = this.suite.sign(this.seed, signedBytes(purpose, bytes));
    const fingerprint = fingerprintOf(this.suite.publicKey(this.seed));
    return `${VERSION}.${this.suite.signing}.${fingerprint}.${signature.toString('base64url')}`;
  }

  verify(purpose: string, bytes: Uint8Array, signature: string): boolean {
    const [version, algorithm, fingerprint, text, more] = signature.split('.');
    const suite = suites.find(({ signing }) => signing === algorithm);
    if (version !== VERSION || !suite || !text || more !== undefined) return false;
    try {
      this.look();
      const key = this.signerOf(suite, fingerprint);
      if (key === undefined) return false;
      return suite.verify(key, signedBytes(purpose, bytes), Buffer.from(text, 'base64url'));
    } catch {
      return false;
    }
  }

  writing(): string {
    this.look();
    return this.start;
  }

  readable(): string[] {
    this.look();
    const kids = [this.keys.kid, ...(this.keys.others?.keys() ?? [])];
    return kids.flatMap((kid) => suites.map(({ sealing }) => `${VERSION}.${sealing}.${kid}.`));
  }

  publicKey(): Signer {
    this.look();
    return signersOf(this.seed).find(({ algorithm }) => algorithm === this.suite.signing) as Signer;
  }

  private take(keys: CryptoKeys): void {
    this.keys = keys;
    this.start = `${VERSION}.${this.suite.sealing}.${keys.kid}.`;
    this.seed = signingSeed(keys);
    const first = { kid: keys.blindKid ?? FIRST_BLIND, key: keys.blind, with: keys.blindWith ?? this.suite.hashing };
    this.blinds = keys.blindNext === undefined ? [first] : [first, keys.blindNext];
    this.digestKeys = keys.digests ?? [{ ...first, kid: FIRST_DIGEST }];
  }

  private signerOf(suite: Suite, fingerprint: string | undefined): KeyObject | undefined {
    const current = suite.publicKey(this.seed);
    if (fingerprintOf(current) === fingerprint) return current;
    const old = this.keys.oldSigners?.find(
      (signer) => signer.algorithm === suite.signing && signer.fingerprint === fingerprint,
    );
    return old && createPublicKey(old.pem);
  }

  /** Another process may have sealed with a key that was made a moment ago: then the file is read before the value is refused. */
  private keyOf(kid: string): Buffer {
    if (this.known(kid) === undefined) this.look(true);
    const key = this.known(kid);
    if (key === undefined) throw new Error(`a value sealed with the key "${kid}", which is not in the ring`);
    return key;
  }

  private known(kid: string): Buffer | undefined {
    return kid === this.keys.kid ? this.keys.seal : this.keys.others?.get(kid);
  }

  private look(atOnce = false): void {
    if (this.reread === undefined) return;
    const now = performance.now();
    if (!atOnce && now - this.lookedAt < KEYS_LOOK_MS) return;
    this.lookedAt = now;
    const keys = this.reread();
    if (keys !== undefined) this.take(keys);
  }
}

/** Writes AES-256-GCM, HMAC-SHA-256 and Ed25519. */
export class IntlCryptoProvider extends RingCryptoProvider {
  constructor(keys: CryptoKeys, reread?: Reread) {
    super(intlSuite, keys, reread);
  }
}

/** Writes the national algorithms (国密): SM4-CBC with HMAC-SM3, HMAC-SM3, SM2. */
export class GmCryptoProvider extends RingCryptoProvider {
  constructor(keys: CryptoKeys, reread?: Reread) {
    super(gmSuite, keys, reread);
  }
}

/** Compares two secrets without telling by time how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

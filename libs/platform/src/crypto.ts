import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './config.js';

/** Encrypts fields and makes blind indexes. A second provider (SM4, HMAC-SM3) stands behind the same port later. */
export abstract class CryptoProvider {
  /** @param boundTo `table|column|rowId`: a sealed value moved to another row does not open */
  abstract seal(clear: string, boundTo: string): string;
  /** @throws Error when the value was changed, moved or sealed with an unknown key */
  abstract open(sealed: string, boundTo: string): string;
  /** Exact look-up of a normalised value: 64 hex digits. `purpose` is the column, so equal values in two columns differ. */
  abstract blind(purpose: string, normalised: string): string;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** One refill serves many rows: a system call per row is what costs most in a large import. */
const IV_POOL_BYTES = IV_BYTES * 512;

/** AES-256-GCM and HMAC-SHA-256. Sealed form: `v1.a256gcm.<kid>.<iv>.<ciphertext>.<tag>`, base64url. */
export class IntlCryptoProvider extends CryptoProvider {
  private pool = Buffer.alloc(0);
  private poolAt = 0;

  constructor(private readonly keys: Pick<KeyRing, 'kid' | 'seal' | 'blind'>) {
    super();
    if (this.open(this.seal('self-test', 'self|test|0'), 'self|test|0') !== 'self-test') {
      throw new Error('the encryption self-test failed');
    }
  }

  seal(clear: string, boundTo: string): string {
    const iv = this.nextIv();
    const cipher = createCipheriv('aes-256-gcm', this.keys.seal, iv);
    cipher.setAAD(Buffer.from(boundTo));
    const text = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
    const parts = [iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'));
    return `v1.a256gcm.${this.keys.kid}.${parts.join('.')}`;
  }

  open(sealed: string, boundTo: string): string {
    const [version, algorithm, kid, iv, text, tag] = sealed.split('.');
    if (version !== 'v1' || algorithm !== 'a256gcm' || kid !== this.keys.kid || !iv || text === undefined || !tag) {
      throw new Error('sealed value of an unknown form or key');
    }
    const decipher = createDecipheriv('aes-256-gcm', this.keys.seal, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }

  blind(purpose: string, normalised: string): string {
    return createHmac('sha256', this.keys.blind).update(`${purpose}\u0000${normalised}`).digest('hex');
  }

  private nextIv(): Buffer {
    if (this.poolAt + IV_BYTES > this.pool.length) {
      this.pool = randomBytes(IV_POOL_BYTES);
      this.poolAt = 0;
    }
    this.poolAt += IV_BYTES;
    return this.pool.subarray(this.poolAt - IV_BYTES, this.poolAt);
  }
}

/** Compares two secrets without telling by time how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

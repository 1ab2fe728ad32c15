import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A browser keeps 4 KB a cookie; the flag words need some. */
const MAX_LENGTH = 3_600;
const MAX_OPENED = 256 * 1024;

/** Values of a form: texts and lists of texts. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/**
 * What somebody has filled in, kept in a cookie of theirs: encrypted, since it may hold a phone number, and bound to their account, so
 * that the next person at the same phone cannot read it.
 */
export class SealedBox {
  private readonly key: Buffer;

  /** @param purpose keeps one kind of box from being opened as another */
  constructor(portalKey: string, purpose: string) {
    this.key = createHash('sha256').update(`portal|${purpose}|${portalKey}`).digest();
  }

  /** @throws RangeError when it is too much for a cookie */
  seal(owner: string, value: unknown): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(owner));
    const packed = deflateRawSync(JSON.stringify(value));
    const sealed = Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
    const text = sealed.toString('base64url');
    if (text.length > MAX_LENGTH) throw new RangeError('this does not fit into a cookie');
    return text;
  }

  /** The value; undefined when there is none, it was changed, or it is somebody else's. */
  open(owner: string, sealed: string | undefined): unknown {
    const bytes = Buffer.from(sealed ?? '', 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const packed = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
      return JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_OPENED }).toString('utf8'));
    } catch {
      return undefined;
    }
  }
}

/** A form that could not be sent yet: the session had ended, or a second factor was wanted first. */
export interface HeldForm {
  /** where it goes */
  path: string;
  /** the page it stood on */
  back: string;
  fields: Values;
}

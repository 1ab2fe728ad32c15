import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** A browser keeps 4 KB a cookie; the flag words need some. */
const MAX_LENGTH = 3_600;

/**
 * An unfinished form between two of its pages: encrypted in a cookie, since it may hold a phone number, and bound to the
 * session, so that the next person at the same phone cannot read it.
 */
export class DraftBox {
  private readonly key: Buffer;

  constructor(portalKey: string) {
    this.key = createHash('sha256').update(`portal|draft|${portalKey}`).digest();
  }

  seal(sessionId: string, values: Readonly<Record<string, string | readonly string[]>>): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(sessionId));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(JSON.stringify(values), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const text = sealed.toString('base64url');
    if (text.length > MAX_LENGTH) throw new RangeError('the draft does not fit into a cookie');
    return text;
  }

  /** The values, or none when the box is empty, was changed, or belongs to another session. */
  open(sessionId: string, sealed: string | undefined): Record<string, string | readonly string[]> {
    const bytes = Buffer.from(sealed ?? '', 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return {};
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(sessionId))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      );
      return JSON.parse(text) as Record<string, string | readonly string[]>;
    } catch {
      return {};
    }
  }
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const MAX_COOKIE_HEADER = 8192;
const MAC_LENGTH = 32;

/** Cookies of a request by name. A header over 8 KB counts as none. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  if (!header || header.length > MAX_COOKIE_HEADER) return new Map();
  return new Map(
    header.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const] : [];
    }),
  );
}

export interface CookieOptions {
  /** Seconds; absent: until the browser closes. */
  maxAge?: number;
  secure: boolean;
  httpOnly?: boolean;
}

/** One Set-Cookie line: SameSite=Lax, whole site. */
export const cookieLine = (name: string, value: string, options: CookieOptions): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'SameSite=Lax',
    options.httpOnly === false ? '' : 'HttpOnly',
    options.secure ? 'Secure' : '',
    options.maxAge === undefined ? '' : `Max-Age=${options.maxAge}`,
  ]
    .filter(Boolean)
    .join('; ');

/** Signs and checks short texts with a key that only the portal's processes hold. */
export class Signer {
  constructor(private readonly key: string) {}

  /** 32 characters over a purpose and a text; the purpose keeps one kind from passing as another. */
  mac(purpose: string, text: string): string {
    return createHmac('sha256', this.key).update(`portal|${purpose}|${text}`).digest('base64url').slice(0, MAC_LENGTH);
  }

  matches(purpose: string, text: string, mac: string): boolean {
    const [given, wanted] = [Buffer.from(mac), Buffer.from(this.mac(purpose, text))];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  /** `text.mac`, safe inside a cookie. */
  seal(purpose: string, text: string): string {
    const encoded = Buffer.from(text, 'utf8').toString('base64url');
    return `${encoded}.${this.mac(purpose, encoded)}`;
  }

  /** The text of a sealed value, or undefined when it was not ours. */
  open(purpose: string, sealed: string | undefined): string | undefined {
    const [encoded, mac] = (sealed ?? '').split('.', 2);
    if (!encoded || !mac || !this.matches(purpose, encoded, mac)) return undefined;
    return Buffer.from(encoded, 'base64url').toString('utf8');
  }
}

/** A fresh secret of 144 bits. */
export const randomToken = (): string => randomBytes(18).toString('base64url');

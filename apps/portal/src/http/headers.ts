import type { NextFunction, Request, Response } from 'express';

const YEAR_S = 31_536_000;

/** Sent with every answer: no inline script or style, no foreign host, no frame. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/**
 * Puts them on every answer, errors and files included, before anything else runs.
 *
 * @param https the browser is to use HTTPS alone from now on: production, where a proxy brings it
 */
export const securityHeaders =
  (https: boolean) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    response.set(SECURITY_HEADERS);
    if (https) response.set('Strict-Transport-Security', `max-age=${YEAR_S}`);
    next();
  };

/** Addresses that belong to the API; the portal's catch-all page leaves them alone. */
const API_PATHS = /^\/(?:graphql|imports|exports|evidence|bank|healthz|readyz|metrics|admin)(?:\/|$)/;
export const belongsToApi = (path: string): boolean => API_PATHS.test(path);

/** A way back that stays on this site: one slash, no scheme, no backslash, no control character. */
export function localPath(path: string | undefined, otherwise = '/'): string {
  return path && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) && path.length <= 500 ? path : otherwise;
}

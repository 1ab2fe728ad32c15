import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { VNode } from 'preact';
import { renderPage } from '@tongxing/ui';
import type { Request, Response } from 'express';

/** Where to, a local path, and when. */
interface Leaving {
  afterS: number;
  to: string;
}

/** What a handler answers with. */
export type Answer =
  | {
      kind: 'page';
      view: VNode;
      status?: number /** The same for every visitor: may be kept and asked for again. */;
      shared?: boolean;
      /** The browser leaves the page by itself after so many seconds, script or not. */
      leave?: Leaving;
    }
  | { kind: 'go'; to: string; flash?: string }
  | { kind: 'file'; body: Buffer; contentType: string; name: string }
  /** What the API answers, streamed: for programs. */
  | { kind: 'passed'; from: globalThis.Response };

/** Shows a page. */
export const page = (view: VNode, options: { status?: number; shared?: boolean; leave?: Leaving } = {}): Answer => ({
  kind: 'page',
  view,
  ...options,
});

/** POST → 303 → GET; the sentence stands at the top of the next page once. */
export const go = (to: string, flash?: string): Answer => ({ kind: 'go', to, ...(flash ? { flash } : {}) });

const zipped = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const BROTLI_QUALITY = 5;
const WORTH_ZIPPING = 800;

type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding that the browser accepts. */
export function encodingFor(accept: string | undefined): Encoding {
  const names = new Set((accept ?? '').split(',').map((part) => part.split(';')[0]?.trim()));
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : 'identity';
}

async function encoded(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return zipped.br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  if (encoding === 'gzip') return zipped.gzip(body);
  return body;
}

/** Sends a page: compression, and either a strong ETag (shared pages) or `no-store`. */
export async function sendPage(
  request: Request,
  response: Response,
  view: VNode,
  status: number,
  shared: boolean,
): Promise<void> {
  const body = Buffer.from(renderPage(view), 'utf8');
  const encoding = body.length < WORTH_ZIPPING ? 'identity' : encodingFor(request.headers['accept-encoding']);
  response.status(status).set('Content-Type', 'text/html; charset=utf-8').vary('Accept-Encoding');
  if (shared && status === 200) {
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}-${encoding}"`;
    response.set({ 'Cache-Control': 'no-cache', ETag: etag }).vary('Cookie');
    if (request.headers['if-none-match'] === etag) {
      response.status(304).end();
      return;
    }
  } else {
    response.set('Cache-Control', 'no-store');
  }
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.end(await encoded(body, encoding));
}

/** Sends a download under a name that may be Chinese. */
export function sendFile(response: Response, file: { body: Buffer; contentType: string; name: string }): void {
  response
    .status(200)

    .set({
      'Content-Type': file.contentType,
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    .end(file.body);
}

/** What of the API's answer goes on; the portal's own security headers stay. */
const PASSED_HEADERS = [
  'Content-Type',
  'Content-Disposition',
  'Cache-Control',
  'ETag',
  'Retry-After',
  'Access-Control-Allow-Origin',
] as const;

/** Hands the API's answer on without holding it: a slow reader slows the API, who hangs up ends its work. */
export async function sendPassed(response: Response, from: globalThis.Response): Promise<void> {
  response.status(from.status);
  for (const name of PASSED_HEADERS) {
    const value = from.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  if (!from.body) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(from.body as ReadableStream<Uint8Array>), response);
  } catch (error) {
    // Half a list was sent: the connection ends without its end, so that nobody takes it for the whole.
    if (!response.destroyed) throw error;
  }
}

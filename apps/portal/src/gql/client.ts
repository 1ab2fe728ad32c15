import { ApiError, type ApiErrorDetails } from './api-error.js';
import type { Operation } from './operation.js';

/** Time the portal waits for the API before it says that the network is slow. */
export const API_LIMIT_MS = 5_000;
/** A workbook of 20 MB may take longer on its way. */
export const UPLOAD_LIMIT_MS = 120_000;

interface GraphqlAnswer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } & ApiErrorDetails }[];
}

/** Who asks: the session's id, presented together with the portal's own key. */
export interface Caller {
  baseUrl: string;
  portalKey: string;
  sessionId?: string;
  traceId: string;
  /** the visitor's address and browser: sign-in counts failures by the one, and the list of sessions names the other */
  address: string;
  agent: string;
}

const MAX_AGENT = 300;
const plain = (text: string, length: number): string => text.replace(/[^\x20-\x7e]/g, '').slice(0, length);

const headersOf = (caller: Caller): Record<string, string> => ({
  'X-Portal-Key': caller.portalKey,
  'X-Client-Address': plain(caller.address, MAX_AGENT),
  'X-Client-Agent': plain(caller.agent, MAX_AGENT),
  'X-Request-Id': caller.traceId,
  ...(caller.sessionId ? { Authorization: `Session ${caller.sessionId}` } : {}),
});

async function reach(
  url: string,
  init: RequestInit,
  limit: AbortSignal,
  traceId: string,
): Promise<globalThis.Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: limit });
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    throw new ApiError(slow ? 'API_SLOW' : 'API_UNREACHABLE', '没有等到结果。', { traceId });
  }
}

/**
 * Sends one operation.
 *
 * @throws ApiError with the code of the API; API_SLOW after five seconds, API_UNREACHABLE without a connection
 */
export async function ask<Result, Variables>(
  caller: Caller,
  operation: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await reach(
    `${caller.baseUrl}/graphql`,
    {
      method: 'POST',
      headers: { ...headersOf(caller), 'Content-Type': 'application/json' },
      body: JSON.stringify({ operationName: operation.name, documentId: `sha256:${operation.hash}`, variables }),
    },
    AbortSignal.timeout(API_LIMIT_MS),
    caller.traceId,
  );
  let answer: GraphqlAnswer<Result>;
  try {
    answer = (await response.json()) as GraphqlAnswer<Result>;
  } catch {
    throw new ApiError('API_UNREACHABLE', '没有等到结果。', { traceId: caller.traceId });
  }
  const [error] = answer.errors ?? [];
  if (error) {
    const { code = 'INTERNAL', ...details } = error.extensions ?? {};
    throw new ApiError(code, error.message, details);
  }
  if (!answer.data) throw new ApiError('INTERNAL', '没有结果。', { traceId: caller.traceId });
  return answer.data;
}

/** A download of the api. */
export interface ApiFile {
  contentType: string;
  bytes: Buffer;
  /** As the api names it. */
  fileName?: string;
}

/** Asked again with what a program or browser remembers of the last answer. */
export interface Passing {
  method: 'GET' | 'HEAD';
  ifNoneMatch?: string;
}

/**
 * An answer of the api to hand on as it comes: its status, refusals included, and a body that nobody has read yet. The limit of time
 * ends with the first byte, since how long a list takes is up to who reads it.
 *
 * @throws ApiError API_SLOW, API_UNREACHABLE
 */
export async function pass(
  caller: Caller,
  path: string,
  { method, ifNoneMatch }: Passing,
): Promise<globalThis.Response> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException('too slow', 'TimeoutError')), API_LIMIT_MS);
  try {
    // Without a Cache-Control of ours fetch says `no-cache` beside an If-None-Match, and a 304 never comes.
    const again: Record<string, string> = ifNoneMatch
      ? { 'If-None-Match': ifNoneMatch, 'Cache-Control': 'max-age=0' }
      : {};
    const headers = { ...headersOf(caller), ...again };
    return await reach(`${caller.baseUrl}${path}`, { method, headers }, limit.signal, caller.traceId);
  } finally {
    clearTimeout(timer);
  }
}

/** The name inside a Content-Disposition header; the extended form, which can be Chinese, wins. */
function fileNameOf(header: string | null): string | undefined {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  try {
    return extended ? decodeURIComponent(extended) : /filename="([^"]+)"/i.exec(header ?? '')?.[1];
  } catch {
    return undefined;
  }
}

/**
 * A plain HTTP call of the API: template, download, upload.
 *
 * @param body an upload as it came, with its own content type
 * @throws ApiError with the code of the API's JSON error
 */
export async function call(
  caller: Caller,
  path: string,
  body?: { stream: ReadableStream<Uint8Array>; contentType: string },
): Promise<ApiFile> {
  const init: RequestInit & { duplex?: 'half' } = body
    ? {
        method: 'POST',
        headers: { ...headersOf(caller), 'Content-Type': body.contentType },
        body: body.stream,
        duplex: 'half',
      }
    : { headers: headersOf(caller) };
  const response = await reach(
    `${caller.baseUrl}${path}`,
    init,
    AbortSignal.timeout(body ? UPLOAD_LIMIT_MS : API_LIMIT_MS * 4),
    caller.traceId,
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.ok) {
    const fileName = fileNameOf(response.headers.get('content-disposition'));
    return {
      contentType: response.headers.get('content-type') ?? 'application/octet-stream',
      bytes,
      ...(fileName ? { fileName } : {}),
    };
  }
  let told: { error?: { code?: string; message?: string } & ApiErrorDetails } = {};
  try {
    told = JSON.parse(bytes.toString('utf8')) as typeof told;
  } catch {
    // Not our error format: the status is all there is to say.
  }
  const {
    code = response.status === 404 ? 'NOT_FOUND' : 'INTERNAL',
    message = '没有办成。',
    ...details
  } = told.error ?? {};
  throw new ApiError(code, message, details);
}

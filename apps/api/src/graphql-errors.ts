import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { currentTraceId, DomainError, errorFacts, newId, pathOf, redact } from '@tongxing/platform';
import { RuleRefusal } from '@tongxing/rules';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Request, Response } from 'express';
import { SECRET_NAMES } from './secret-names.js';

/** What a client sees of a failure: a stable code, words, a way on, and the number to quote. Never a stack, SQL or a value. */
export interface PublicError {
  code: string;
  message: string;
  field?: string;
  hint?: string;
  /** seconds */
  retryAfter?: number;
  traceId: string;
}

const logger = new Logger('Errors');

/** Sorts a failure into what was expected (its own words) and our mistake (a number to quote; the log has the rest). */
export function publicError(error: unknown): PublicError {
  const traceId = currentTraceId() ?? newId();
  if (error instanceof DomainError) {
    const { code, message, field, hint, retryAfter } = error;
    return {
      code,
      message,
      ...(field ? { field } : {}),
      ...(hint ? { hint } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      traceId,
    };
  }
  if (error instanceof RuleRefusal) {
    return { code: error.code, message: error.message, hint: '请联系县残联核对参数。', traceId };
  }
  if (error instanceof HttpException && error.getStatus() < 500) {
    const code = error.getStatus() === 404 ? 'NOT_FOUND' : 'VALIDATION';
    return { code, message: '请求的地址或内容不对。', hint: '请检查后重试。', traceId };
  }
  // Within a request every line has its number already.
  logger.error({ ...(currentTraceId() ? {} : { traceId }), error: errorFacts(error) });
  return {
    code: 'INTERNAL',
    message: '系统出了问题，没有办成。',
    hint: `请稍后再试；仍不行请联系县残联，并告知编号 ${traceId}。`,
    traceId,
  };
}

/**
 * What the language says of a query, without what was written in it: a number in place of a password must not come back.
 * Names of fields, arguments and types stay.
 */
export function withoutValues(message: string): string {
  const told = message
    .replace(/ got invalid value .*$/s, ' got an invalid value')
    .replace(/,? found .*$/s, '')
    .replace(/ value: .*$/s, ' value')
    .replace(/^Value .* does not exist in /s, 'A value does not exist in ')
    .replace(/\b(String|BlockString|Int|Float) ".*$/s, '$1');
  return redact(told).slice(0, MOST_WORDS);
}

/** A name that a client made up may be as long as its query. */
const MOST_WORDS = 200;

/** The input that a variable's error speaks of, `input.password`. */
const fieldOf = (message: string): string | undefined =>
  /^Variable "\$(\w+)" got invalid value .*? at "(\1[\w.[\]]*)"; /s.exec(message.slice(0, 2_000))?.[2];

/** The field that a query asks for where there is none. */
const missingFieldOf = (message: string): string | undefined =>
  /^Cannot query field "(\w+)" on type /.exec(message)?.[1];

/** Codes of the rules behind the edge; they come with words of their own. */
const SECOND_LAYER = new Set(['QUERY_TOO_DEEP', 'QUERY_TOO_COMPLEX']);

/** Apollo's last step before a failure leaves the process. */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  // Apollo wraps the language's own errors (an unknown field) in one of its own: those are no failure of ours.
  if (original && !(original instanceof GraphQLError)) {
    const { message, ...extensions } = publicError(original);
    return { message, extensions: { ...extensions }, ...(formatted.path ? { path: formatted.path } : {}) };
  }
  // Errors of the language itself (syntax, unknown field, bad variable) speak about the query, not about data.
  const traceId = currentTraceId() ?? newId();
  const code = String(formatted.extensions?.code);
  if (SECOND_LAYER.has(code)) return { message: formatted.message, extensions: { code, traceId } };
  const missing = missingFieldOf(formatted.message);
  if (missing !== undefined && SECRET_NAMES.has(missing)) {
    return {
      message: '这里不提供这一项。',
      extensions: {
        code: 'FORBIDDEN_FIELD',
        field: missing,
        hint: '办事要看完整号码，请用 reveal，写明用途。',
        traceId,
      },
    };
  }
  const field = fieldOf(formatted.message);
  return {
    message: `查询写得不对：${withoutValues(formatted.message)}`,
    extensions: { code: 'VALIDATION', ...(field ? { field } : {}), traceId },
  };
}

/** What the parser of bodies could not take. */
function bodyProblem(error: unknown): unknown {
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown })?.status;
  if (status !== 413) return error;
  return new DomainError('QUERY_TOO_LARGE', '查询太大。', { hint: '请把查询拆成几次，或少要一些。' });
}

const STATUS: Record<string, number> = {
  AUTH_REQUIRED: 401,
  AUTH_FAILED: 401,
  SESSION_EXPIRED: 401,
  SESSION_REVOKED: 401,
  AUTH_LOCKED: 429,
  STEP_UP_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STATE_CONFLICT: 409,
  VERSION_CONFLICT: 409,
  CSRF_BLOCKED: 403,
  RATE_LIMITED: 429,
  FILE_TOO_LARGE: 413,
  QUERY_TOO_LARGE: 413,
  INTERNAL: 500,
};

/** Answers a failure outside of GraphQL's execution; at its address in its shape all the same. */
export function answerError(response: Response, error: unknown, graphql: boolean): void {
  if (response.headersSent) return;
  const told = publicError(error);
  const { message, ...extensions } = told;
  if (told.retryAfter !== undefined) response.set('Retry-After', String(told.retryAfter));
  response
    .status(STATUS[told.code] ?? 400)
    .set('Cache-Control', 'no-store')
    .json(graphql ? { errors: [{ message, extensions }] } : { error: told });
}

/** The same for plain HTTP: uploads, downloads, operations. GraphQL has its own way out. */
@Catch()
export class PublicErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const graphql = pathOf(host.switchToHttp().getRequest<Request>()).startsWith('/graphql');
    answerError(host.switchToHttp().getResponse<Response>(), graphql ? bodyProblem(error) : error, graphql);
  }
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { currentTraceId, DomainError, errorFacts, newId, redact } from '@tongxing/platform';
import { RuleRefusal } from '@tongxing/rules';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Response } from 'express';

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

const GRAPHQL_CODES: Record<string, string> = {
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION',
  GRAPHQL_PARSE_FAILED: 'VALIDATION',
  BAD_USER_INPUT: 'VALIDATION',
  BAD_REQUEST: 'VALIDATION',
};

/** Apollo's last step before a failure leaves the process. */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  // Apollo wraps the language's own errors (an unknown field) in one of its own: those are no failure of ours.
  if (original && !(original instanceof GraphQLError)) {
    const { message, ...extensions } = publicError(original);
    return { message, extensions: { ...extensions }, ...(formatted.path ? { path: formatted.path } : {}) };
  }
  // Errors of the language itself (syntax, unknown field, bad variable) speak about the query, not about data.
  const code = GRAPHQL_CODES[String(formatted.extensions?.code)] ?? 'VALIDATION';
  const message = code === 'VALIDATION' ? `查询写得不对：${redact(formatted.message)}` : formatted.message;
  return { message, extensions: { code, traceId: currentTraceId() ?? newId() } };
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
  RATE_LIMITED: 429,
  FILE_TOO_LARGE: 413,
  INTERNAL: 500,
};

/** The same for plain HTTP: uploads, downloads, operations. GraphQL has its own way out. */
@Catch()
export class PublicErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    const body = publicError(error);
    if (!response.headersSent) response.status(STATUS[body.code] ?? 400).json({ error: body });
  }
}

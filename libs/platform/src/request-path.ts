import type { Request } from 'express';

/** Asked every few seconds by machines: kept out of the log. */
export const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/** The path alone: a query string may hold anything. */
export const pathOf = (request: Request): string => (request.originalUrl ?? request.url).split('?', 1)[0] ?? '/';

import { AsyncLocalStorage } from 'node:async_hooks';
import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { newId } from './ids.js';
import { useStructuredLog } from './logging.js';
import { Metrics } from './metrics.js';
import { pathOf } from './request-path.js';

const TRACE_HEADER = 'X-Request-Id';
const TRACE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const traces = new AsyncLocalStorage<string>();

/** The number of the request at hand: in its log lines, in its answer's header, and in the error a person quotes. */
export const currentTraceId = (): string | undefined => traces.getStore();

/** The pattern of the route, not the address, so that the number of series stays small. */
function routeOf(request: Request): string {
  const pattern = (request.route as { path?: unknown } | undefined)?.path;
  // What passed through middleware only has that one's catch-all for a route.
  if (typeof pattern === 'string' && !pattern.startsWith('{')) return pattern;
  return pathOf(request) === '/graphql' ? '/graphql' : 'other';
}

/**
 * Call first, right after `NestFactory.create`: numbers each request, times it, and sends the logs to the structured log.
 * A number that another process of ours has given is kept, so that one page and its queries can be found together.
 */
export function observe(app: INestApplication): void {
  useStructuredLog(app);
  const metrics = app.get(Metrics);
  app.use((request: Request & { id?: string }, response: Response, next: NextFunction) => {
    const given = request.get(TRACE_HEADER) ?? '';
    const traceId = TRACE_ID.test(given) ? given : newId();
    request.id = traceId;
    response.setHeader(TRACE_HEADER, traceId);
    const end = metrics.httpSeconds.startTimer();
    response.once('finish', () =>
      end({ method: request.method, route: routeOf(request), status: String(response.statusCode) }),
    );
    traces.run(traceId, next);
  });
}

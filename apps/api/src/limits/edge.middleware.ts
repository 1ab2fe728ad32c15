import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import { type ApiRequest, SessionService } from '@tongxing/access';
import {
  addressBucket,
  CLIENT_ADDRESS_HEADER,
  DomainError,
  HEALTH_PATHS,
  pathOf,
  type Rate,
  RateLimiter,
} from '@tongxing/platform';
import type { DocumentNode } from 'graphql';
import type { NextFunction, Request, Response } from 'express';
import { answerError } from '../graphql-errors.js';
import { LIMITS, type QueryLimits } from './limits.js';
import { checkQuery, checkVariables, parseChecked } from './query-check.js';
import type { QueryMeasure } from './query-measure.js';
import { type CountedBy, OPERATION_RATES, RATE_TABLE, type Rates } from './rates.js';
import { trustedDocument } from './trusted-documents.js';
import { Turns } from './turns.js';

const GRAPHQL = '/graphql';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const UPLOAD = /^\/(?:imports|evidence)(?:\/|$)/;
/** Whole lists for everybody: each of them is read from the tables. */
const OPEN_DATA = /^\/exports\/open(?:\/|$)/;
const BUSY_RETRY_S = 2;

const csrf = (message: string): DomainError =>
  new DomainError('CSRF_BLOCKED', message, { hint: '请用 POST 和 application/json，不要从别的网站提交。' });
const tooOften = (retryAfter: number): DomainError =>
  new DomainError('RATE_LIMITED', '操作太频繁了。', {
    hint: retryAfter > 90 ? `请过 ${Math.ceil(retryAfter / 60)} 分钟再试。` : `请过 ${retryAfter} 秒再试。`,
    retryAfter,
  });

/** Who a request counts for: one person, one session or token, one place. */
interface Actor {
  person: string | undefined;
  /** whom the person works for */
  employer: string | undefined;
  session: string;
  address: string;
  portal: boolean;
}

/** The api's door: what is no request of ours, too large, too deep or too often is turned away before anything of it runs. */
@Injectable()
export class EdgeMiddleware implements NestMiddleware {
  private readonly turns: Turns;

  constructor(
    private readonly sessions: SessionService,
    private readonly limiter: RateLimiter,
    @Inject(RATE_TABLE) private readonly rates: Rates,
    @Inject(LIMITS) private readonly limits: QueryLimits,
  ) {
    this.turns = new Turns(limits.atOnce, limits.waiting);
  }

  async use(request: Request & ApiRequest, response: Response, next: NextFunction): Promise<void> {
    const path = pathOf(request);
    if (HEALTH_PATHS.has(path)) return next();
    try {
      requireOwnOrigin(request);
      const actor = this.actorOf(request);
      if (path === GRAPHQL || path === `${GRAPHQL}/`) {
        await this.countQuery(this.readQuery(request, actor), actor);
      } else if (!READS.has(request.method) && UPLOAD.test(path)) {
        await this.count(this.rates.upload, actor.person ?? actor.address);
      } else {
        if (OPEN_DATA.test(path)) await this.count(this.rates.openData, actor.address);
        await this.count(READS.has(request.method) ? this.rates.query : this.rates.mutation, actor.session);
      }
      await this.takeTurn(actor, response);
    } catch (error) {
      return answerError(response, error, path.startsWith(GRAPHQL));
    }
    next();
  }

  private actorOf(request: Request & ApiRequest): Actor {
    const portal = this.sessions.isPortal(request.get('x-portal-key'));
    const told = portal ? request.get(CLIENT_ADDRESS_HEADER) : undefined;
    const address = `address:${addressBucket(told ?? request.ip)}`;
    const person = request.viewer ? `person:${request.viewer.id}` : undefined;
    const employer = request.viewer?.employerId ? `employer:${request.viewer.employerId}` : undefined;
    // A token that is not known counts for nobody: whoever tries them out stays in one place.
    const session = request.viewer ? `session:${request.get('authorization')}` : address;
    return { person, employer, session, address, portal };
  }

  /** Puts the document in place of its number and measures it. */
  private readQuery(request: Request, actor: Actor): QueryMeasure {
    if (request.method !== 'POST' || !request.is('application/json')) throw csrf('这样的请求不收。');
    const body = request.body as unknown;
    if (Array.isArray(body)) throw new DomainError('BATCH_DISABLED', '一次只能发一个查询。', { hint: '请分开发送。' });
    if (typeof body !== 'object' || body === null) throw wrongBody();
    const { query, documentId, operationName, variables } = body as Record<string, unknown>;
    const checked = checkVariables(variables);
    let document: DocumentNode;
    let text: string;
    if (actor.portal) {
      const trusted = trustedDocument(documentId);
      if (trusted === undefined) {
        throw new DomainError('QUERY_UNKNOWN', '页面和系统的版本对不上。', {
          hint: '请刷新页面；仍不行请联系县残联。',
        });
      }
      ({ document, text } = trusted);
    } else {
      if (typeof query !== 'string') throw wrongBody();
      document = parseChecked(query);
      text = query;
    }
    const cost = actor.person === undefined ? this.limits.anonymousCost : this.limits.cost;
    const measure = checkQuery(document, checked, cost);
    const named = !actor.portal && typeof operationName === 'string' ? { operationName } : {};
    request.body = { query: text, variables: checked, ...named };
    return measure;
  }

  private async countQuery(measure: QueryMeasure, actor: Actor): Promise<void> {
    await this.count(this.rates[measure.kind], actor.session);
    for (const [field, times] of measure.roots) {
      const own = OPERATION_RATES[field];
      if (!own || (own.by === 'visitor-address' && actor.person !== undefined)) continue;
      if (own.by === 'employer' && actor.employer === undefined) continue;
      const counted = countedAs(own.by, actor);
      for (let time = 0; time < times; time += 1) await this.count(this.rates[own.rate], counted);
    }
  }

  private async count(rate: Rate, actor: string): Promise<void> {
    const { allowed, retryAfter } = await this.limiter.take(rate, actor);
    if (!allowed) throw tooOften(retryAfter);
  }

  /** The turn is given back with the answer; who hangs up keeps it until the work must have ended. */
  private async takeTurn(actor: Actor, response: Response): Promise<void> {
    const giveBack = await this.turns.take(actor.person ?? actor.address);
    if (!giveBack) throw tooOften(BUSY_RETRY_S);
    if (response.closed) return giveBack();
    response.once('close', () => {
      if (response.writableFinished) giveBack();
      else setTimeout(giveBack, this.limits.timeMs).unref();
    });
  }
}

function countedAs(by: CountedBy, { address, person, employer }: Actor): string {
  if (by === 'employer') return employer ?? address;
  return by === 'person' ? (person ?? address) : address;
}

const wrongBody = (): DomainError =>
  new DomainError('VALIDATION', '请求里没有查询。', { field: 'query', hint: '请发送 {"query", "variables"}。' });

/** Second layer: the api has no cookie that another site could use; a browser that comes from there is refused all the same. */
function requireOwnOrigin(request: Request): void {
  const origin = request.get('origin');
  if (origin === undefined || READS.has(request.method)) return;
  let host: string | undefined;
  try {
    ({ host } = new URL(origin));
  } catch {
    host = undefined;
  }
  if (host === undefined || host !== request.get('host')) throw csrf('请求来自别的网站。');
}

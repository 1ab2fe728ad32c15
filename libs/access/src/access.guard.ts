import {
  type CanActivate,
  createParamDecorator,
  type CustomDecorator,
  type ExecutionContext,
  Injectable,
  type NestMiddleware,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { DomainError } from '@tongxing/platform';
import { actAs, currentlyActing } from './audit/acting.js';
import { clientOf } from './client.js';
import { Policy } from './policy.js';
import { SessionService } from './session.service.js';
import type { Viewer as ViewerType } from './viewer.js';

const ACTION = 'tongxing:action';
const PUBLIC = 'tongxing:public';
const SAYS_ITSELF = 'tongxing:says-itself';
/** Of an IPv6 address that holds an IPv4 one. */
const MAX_ADDRESS = 45;

/** A request of the api, after the viewer middleware. */
export interface ApiRequest {
  headers: Record<string, string | string[] | undefined>;
  ip?: string;
  viewer?: ViewerType | null;
  viewerProblem?: unknown;
}

/** The action of the policy table that a handler performs. */
export const Allow = (action: string): CustomDecorator => SetMetadata(ACTION, action);
/** Open to everyone, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

const requestOf = (context: ExecutionContext): ApiRequest =>
  context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ req: ApiRequest }>().req
    : context.switchToHttp().getRequest<ApiRequest>();

/** The handler's code says itself what goes into the audit chain: counting a wrong password is no act of its own. */
export const SaysItself = (): CustomDecorator => SetMetadata(SAYS_ITSELF, true);

/** The signed-in viewer, or null at a public operation. */
export const Viewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): ViewerType | null => requestOf(context).viewer ?? null,
);

const headerOf = (request: ApiRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Finds out who asks, once a request. A bad token is remembered and refused by the guard, in the shape of the operation. */
@Injectable()
export class ViewerMiddleware implements NestMiddleware {
  constructor(private readonly sessions: SessionService) {}

  async use(request: ApiRequest, _response: unknown, next: () => void): Promise<void> {
    const authorization = headerOf(request, 'authorization');
    request.viewer = null;
    if (authorization) {
      try {
        request.viewer = await this.sessions.viewerOf(authorization, headerOf(request, 'x-portal-key'));
      } catch (error) {
        request.viewerProblem = error;
      }
    }
    const { viewer } = request;
    const { address } = clientOf(request, (key) => this.sessions.isPortal(key));
    actAs({ viewer, kind: 'VISITOR', ...(address ? { address: address.slice(0, MAX_ADDRESS) } : {}) }, next);
  }
}

/** True for a mutation, and for any HTTP request that is no plain look. */
const changes = (context: ExecutionContext): boolean =>
  context.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(context).getInfo<{ operation: { operation: string } }>().operation.operation ===
      'mutation'
    : context.switchToHttp().getRequest<{ method: string }>().method !== 'GET';

/** The second factor was shown too long ago, or never. */
export const stepUpRequired = (): DomainError =>
  new DomainError('STEP_UP_REQUIRED', '这一步要再验证一次是您本人。', { hint: '请填动态码，再继续。' });

/** The session rests on a witness's word, which is not enough for this. */
export const vouchedOnly = (field?: string): DomainError =>
  new DomainError('SESSION_VOUCHED', '您这次是别人做证登录的，这件事不能办。', {
    hint: '请用登记的手机号登录，或到残联服务窗口办。',
    ...(field ? { field } : {}),
  });

/** What may be done before the second factor that is due: see who one is, show it, leave. */
const BEFORE_FACTOR = 'viewer.read';

/** Default deny: a handler without `@Allow` or `@Public` cannot be reached. Asks for the second factor where the policy says so. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const request = requestOf(context);
    if (request.viewerProblem instanceof Error) throw request.viewerProblem;
    const acting = currentlyActing();
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) {
      const silent = this.reflector.getAllAndOverride<boolean | undefined>(SAYS_ITSELF, targets);
      if (acting && !silent && changes(context)) acting.action = context.getHandler().name;
      return true;
    }
    const action = this.reflector.getAllAndOverride<string | undefined>(ACTION, targets);
    if (action === undefined) throw new DomainError('FORBIDDEN', '这个操作没有开放。');
    const viewer = Policy.require(request.viewer ?? null, action);
    if (viewer.factorDue && action !== BEFORE_FACTOR) throw stepUpRequired();
    if (Policy.needsStepUp(action) && !this.sessions.isFresh(viewer)) throw stepUpRequired();
    if (viewer.witnessId && Policy.refusesVouched(action)) throw vouchedOnly();
    if (acting && changes(context)) acting.action = action;
    return true;
  }
}

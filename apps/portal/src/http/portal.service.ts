import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config, currentTraceId, newId } from '@tongxing/platform';
import type { Assets, FormProblem } from '@tongxing/ui';
import { loadAssets } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../gql/api-error.js';
import { type Answer, sendFile, sendPage } from './answer.js';
import { cookieLine, randomToken, readCookies, Signer } from './cookies.js';
import { ErrorPage, kindOfError } from './error-pages.js';
import { Form } from './form.js';
import { DraftBox } from './draft.js';
import { localPath } from './headers.js';
import { OnceStore } from './once.js';
import { READING_COOKIE, readReading } from './reading.js';
import { Visit } from './visit.js';

const HALF_DAY_S = 12 * 60 * 60;
const FLASH_S = 60;
const DRAFT_S = 60 * 60;
const SESSION_ENDED = new Set(['SESSION_EXPIRED', 'SESSION_REVOKED', 'AUTH_FAILED']);

/** A form's handler: what it does, and the page to show again when the API refuses. */
export interface Submit {
  work: (visit: Visit, form: Form) => Promise<Answer>;
  /** The same page with its values and what was wrong; sent as 422. */
  again?: (visit: Visit, form: Form, problems: readonly FormProblem[]) => Promise<Answer>;
  /** A preference needs no token: the Origin is enough, and public pages stay shared. */
  preference?: boolean;
}

/** Thrown by a handler that found something wrong itself; leads to the form again. */
export class FormRefused extends Error {
  constructor(readonly problems: readonly FormProblem[]) {
    super('form refused');
  }
}

/** Stops a submit when anything is wrong. */
export function refuseIf(problems: readonly FormProblem[]): void {
  if (problems.length > 0) throw new FormRefused(problems);
}

/** Stands between controllers and HTTP: cookies, tokens, one way to answer, one way to fail. */
@Injectable()
export class Portal {
  private readonly logger = new Logger('Portal');
  private readonly signer: Signer;
  private readonly drafts: DraftBox;
  private readonly once = new OnceStore();
  readonly assets: Assets = loadAssets();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.signer = new Signer(config.keys.portal);
    this.drafts = new DraftBox(config.keys.portal);
  }

  /** Answers a GET. It changes nothing. */
  async show(request: Request, response: Response, work: (visit: Visit) => Promise<Answer>): Promise<void> {
    const visit = this.visit(request, response);
    await this.settle(request, response, visit, () => work(visit));
  }

  /** Answers a POST: Origin, token, one-time token, then the handler; a refusal shows the form again with 422. */
  async submit(request: Request, response: Response, submit: Submit): Promise<void> {
    const visit = this.visit(request, response);
    await this.settle(request, response, visit, async () => {
      const form = new Form(request.body);
      this.requireOwnOrigin(request);
      if (!submit.preference) this.requireToken(request, form);
      const work = async (): Promise<Answer> => {
        try {
          return await submit.work(visit, form);
        } catch (error) {
          const problems = problemsOf(error);
          if (!submit.again || !problems) throw error;
          return formAgain(response, error, await submit.again(visit, form, problems));
        }
      };
      const key = form.text('once') && `${this.sessionOf(request) ?? ''}|${request.path}|${form.text('once')}`;
      return key ? this.once.first(key, work) : work();
    });
  }

  /** Answers an upload, whose body goes on to the API unread; its token stands in the address. */
  async upload(request: Request, response: Response, submit: Pick<Submit, 'work' | 'again'>): Promise<void> {
    const visit = this.visit(request, response);
    await this.settle(request, response, visit, async () => {
      this.requireOwnOrigin(request);
      const token = typeof request.query.token === 'string' ? request.query.token : '';
      if (!this.signer.matches('upload', this.sessionOf(request) ?? '', token))
        throw new ApiError('CSRF_BLOCKED', '页面过期了。');
      const form = new Form({});
      try {
        return await submit.work(visit, form);
      } catch (error) {
        const problems = problemsOf(error);
        if (!submit.again || !problems) throw error;
        return formAgain(response, error, await submit.again(visit, form, problems));
      }
    });
  }

  /** Puts the session's id into the browser. */
  startSession(response: Response, request: Request, sessionId: string): void {
    response.append(
      'Set-Cookie',
      cookieLine(this.sessionCookie(request), sessionId, { secure: this.isSecure(request), maxAge: HALF_DAY_S }),
    );
  }

  endSession(response: Response, request: Request): void {
    response.append(
      'Set-Cookie',
      cookieLine(this.sessionCookie(request), '', { secure: this.isSecure(request), maxAge: 0 }),
    );
  }

  /** What was filled in on the earlier pages of a form. */
  draft(request: Request): Record<string, string | readonly string[]> {
    return this.drafts.open(this.sessionOf(request) ?? '', readCookies(request.headers.cookie).get('txg_draft'));
  }

  /** Keeps it for the next page; nothing to keep throws it away. */
  keepDraft(response: Response, request: Request, values: Readonly<Record<string, string | readonly string[]>>): void {
    const empty = Object.keys(values).length === 0;
    const sealed = empty ? '' : this.drafts.seal(this.sessionOf(request) ?? '', values);
    response.append(
      'Set-Cookie',
      cookieLine('txg_draft', sealed, { secure: this.isSecure(request), maxAge: empty ? 0 : DRAFT_S }),
    );
  }

  setCookie(response: Response, request: Request, name: string, value: string, maxAge: number): void {
    response.append('Set-Cookie', cookieLine(name, value, { secure: this.isSecure(request), maxAge, httpOnly: false }));
  }

  // ——— inside ———

  private visit(request: Request, response: Response): Visit {
    const cookies = readCookies(request.headers.cookie);
    const sessionId = this.sessionOf(request);
    const flash = this.signer.open('flash', cookies.get('txg_flash'));
    if (flash !== undefined && request.method === 'GET') {
      response.append('Set-Cookie', cookieLine('txg_flash', '', { secure: this.isSecure(request), maxAge: 0 }));
    }
    return new Visit({
      request,
      caller: {
        baseUrl: this.config.apiUrl ?? `http://127.0.0.1:${request.socket.localPort}`,
        portalKey: this.config.keys.portal,
        address: request.ip ?? '',
        traceId: currentTraceId() ?? newId(),
        ...(sessionId ? { sessionId } : {}),
      },
      reading: readReading(cookies.get(READING_COOKIE)),
      ...(flash ? { flash } : {}),
      csrf: () => this.csrfFor(request, response),
      uploadToken: () => this.signer.mac('upload', sessionId ?? ''),
      seal: (text) => this.signer.seal('receipt', text),
      open: (sealed) => this.signer.open('receipt', sealed),
      styles: this.assets.css.path,
      ...(this.assets.script ? { script: this.assets.script.path } : {}),
      demo: this.config.demo,
    });
  }

  private async settle(request: Request, response: Response, visit: Visit, work: () => Promise<Answer>): Promise<void> {
    let answer: Answer;
    try {
      answer = await work();
    } catch (error) {
      answer = this.failed(request, response, visit, error);
    }
    await this.send(request, response, visit, answer);
  }

  private async send(request: Request, response: Response, visit: Visit, answer: Answer): Promise<void> {
    if (answer.kind === 'go') {
      if (answer.flash) {
        const sealed = this.signer.seal('flash', answer.flash);
        response.append(
          'Set-Cookie',
          cookieLine('txg_flash', sealed, { secure: this.isSecure(request), maxAge: FLASH_S }),
        );
      }
      response.status(303).set({ Location: answer.to, 'Cache-Control': 'no-store' }).end();
    } else if (answer.kind === 'file') {
      sendFile(response, answer);
    } else {
      // A page with a cookie of its own (a token, a spent message) belongs to one person.
      const shared = answer.shared === true && !visit.signedIn && response.getHeader('Set-Cookie') === undefined;
      await sendPage(request, response, answer.view, answer.status ?? 200, shared);
    }
  }

  /** Turns a failure into a page, or into the way to sign in. */
  private failed(request: Request, response: Response, visit: Visit, error: unknown): Answer {
    if (error instanceof ApiError && SESSION_ENDED.has(error.code) && visit.signedIn) {
      this.endSession(response, request);
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(localPath(request.originalUrl))}` : '';
      return { kind: 'go', to: `/session/ended${next}` };
    }
    if (error instanceof ApiError && error.code === 'AUTH_REQUIRED') {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(localPath(request.originalUrl))}` : '';
      return { kind: 'go', to: `/login/staff${next}` };
    }
    const known = error instanceof ApiError ? error : new ApiError('INTERNAL', '', { traceId: visit.traceId });
    if (!(error instanceof ApiError)) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error({ traceId: visit.traceId, path: request.path, stack });
    }
    const { status } = kindOfError(known.code);
    sayWhen(response, known);
    return {
      kind: 'page',
      status,
      view: ErrorPage({ frame: visit.frame(null), error: known, traceId: known.details.traceId ?? visit.traceId }),
    };
  }

  /** Production always speaks HTTPS to the browser; only a demonstration may run on plain HTTP. */
  private isSecure(request: Request): boolean {
    return this.config.production || request.secure;
  }

  private sessionCookie(request: Request): string {
    return this.isSecure(request) ? '__Host-txg_session' : 'txg_session';
  }

  /** With the prefix no neighbouring host can plant one. */
  private visitorCookie(request: Request): string {
    return this.isSecure(request) ? '__Host-txg_visitor' : 'txg_visitor';
  }

  private sessionOf(request: Request): string | undefined {
    const value = readCookies(request.headers.cookie).get(this.sessionCookie(request));
    return value && /^[\w-]{20,200}$/.test(value) ? value : undefined;
  }

  /** The session's token; for a visitor that of a signed cookie, set on first need. */
  private csrfFor(request: Request, response: Response): string {
    const sessionId = this.sessionOf(request);
    if (sessionId) return this.signer.mac('csrf', sessionId);
    const known = this.signer.open('visitor', readCookies(request.headers.cookie).get(this.visitorCookie(request)));
    const made = response.locals.visitor as string | undefined;
    const visitor = known ?? made ?? randomToken();
    if (known === undefined && made === undefined) {
      response.locals.visitor = visitor;
      const sealed = this.signer.seal('visitor', visitor);
      response.append(
        'Set-Cookie',
        cookieLine(this.visitorCookie(request), sealed, { secure: this.isSecure(request), maxAge: HALF_DAY_S }),
      );
    }
    return this.signer.mac('csrf', visitor);
  }

  private requireToken(request: Request, form: Form): void {
    const holder =
      this.sessionOf(request) ??
      this.signer.open('visitor', readCookies(request.headers.cookie).get(this.visitorCookie(request)));
    if (holder === undefined || !this.signer.matches('csrf', holder, form.text('csrf'))) {
      throw new ApiError('CSRF_BLOCKED', '页面过期了。');
    }
  }

  /** A browser says where a form came from; anything but this host is refused, and so is silence. */
  private requireOwnOrigin(request: Request): void {
    const { origin, referer, host } = request.headers;
    const from = origin && origin !== 'null' ? origin : referer;
    let own = false;
    try {
      own = from !== undefined && new URL(from).host === host;
    } catch {
      own = false;
    }
    if (!own) throw new ApiError('CSRF_BLOCKED', '页面过期了。');
  }
}

/** A browser or a program that comes too often is told when to come back. */
function sayWhen(response: Response, error: unknown): void {
  const wait = error instanceof ApiError ? error.details.retryAfter : undefined;
  if (wait !== undefined) response.set('Retry-After', String(wait));
}

/** The form as it was, with what was wrong: 422, or 429 when only the time was wrong. */
function formAgain(response: Response, error: unknown, answer: Answer): Answer {
  sayWhen(response, error);
  const tooOften = error instanceof ApiError && error.code === 'RATE_LIMITED';
  return answer.kind === 'page' ? { ...answer, status: tooOften ? 429 : 422 } : answer;
}

const RETRY_CODES = new Set([
  'INTERNAL',
  'API_SLOW',
  'API_UNREACHABLE',
  'FORBIDDEN',
  'AUTH_REQUIRED',
  'CSRF_BLOCKED',
  'NOT_FOUND',
  'SESSION_EXPIRED',
  'SESSION_REVOKED',
]);

/** What a form can show of a failure; undefined when it is a page of its own. */
function problemsOf(error: unknown): readonly FormProblem[] | undefined {
  if (error instanceof FormRefused) return error.problems;
  if (!(error instanceof ApiError) || RETRY_CODES.has(error.code)) return undefined;
  const { field, hint } = error.details;
  // The API names a path such as input.phone; the form knows the last part.
  const name = field?.split('.').findLast((part) => !/^\d+$/.test(part));
  return [{ message: error.message, ...(name ? { field: name } : {}), ...(hint ? { hint } : {}) }];
}

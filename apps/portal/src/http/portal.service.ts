import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config, currentTraceId, newId } from '@tongxing/platform';
import type { Assets, FormProblem } from '@tongxing/ui';
import { loadAssets } from '@tongxing/ui';
import type { Request, Response } from 'express';
import { ApiError } from '../gql/api-error.js';
import { type Answer, sendFile, sendPage, sendPassed } from './answer.js';
import { cookieLine, randomToken, readCookies, Signer } from './cookies.js';
import { ErrorPage, kindOfError } from './error-pages.js';
import { Form } from './form.js';
import { localPath } from './headers.js';
import { OnceStore } from './once.js';
import { type HeldForm, SealedBox, type Values } from './sealed.js';
import { READING_COOKIE, readReading } from './reading.js';
import { Visit } from './visit.js';

const SERVER_FAILED = 500;
const HALF_DAY_S = 12 * 60 * 60;
const FLASH_S = 60;
/** A draft outlives the session that it was begun in. */
const DRAFT_S = 24 * 60 * 60;
const HELD_S = 60 * 60;
const DRAFT_COOKIE = 'txg_draft_';
/** What all drafts together may take of the 8 KB that a server reads of a browser's cookies. */
const DRAFTS_LENGTH = 4_500;
const HELD_COOKIE = 'txg_held';
const BETWEEN_S = 15 * 60;
const OWNER_COOKIE = 'txg_owner';
/** Between the account and the person it acts for: what one has filled in is never the other's. */
const FOR = '+';
/** A token belongs to one page alone; a password or a code is typed again. */
const NOT_HELD = new Set(['csrf', 'held', 'password', 'totp', 'recoveryCode', 'code']);
/** Ways in and out: nobody comes back to them with a form. */
const NEVER_HELD = /^\/(?:login|logout|step-up|setup|session|demo|settings|account\/(?:password|id-number))(?:\/|$)/;
const SESSION_ENDED = new Set(['SESSION_EXPIRED', 'SESSION_REVOKED', 'AUTH_FAILED']);

/** Forms of several pages. Two that are open at once keep what was filled in apart. */
export type DraftOf = 'apply' | 'choices' | 'helper' | 'case-helper' | 'profile' | 'post';

/** A form's handler: what it does, and the page to show again when the API refuses. */
export interface Submit {
  work: (visit: Visit, form: Form) => Promise<Answer>;
  /** The same page with its values and what was wrong; sent as 422. */
  again?: (visit: Visit, form: Form, problems: readonly FormProblem[]) => Promise<Answer>;
  /** A preference needs no token: the Origin is enough, and public pages stay shared. */
  preference?: boolean;
}

/** What lies between two pages of a sign-in. */
interface Between {
  /** the phone that a code was sent to */
  phone: string;
  /** a witness is waited for */
  vouch: { code: string; ticket: string; expiresAt: string };
  /** somebody was sent to the platform: what has to be there when they come back, and where they wanted to go */
  platform: { state: string; next: string };
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
  private readonly drafts: SealedBox;
  private readonly held: SealedBox;
  private readonly between: SealedBox;
  private readonly once = new OnceStore();
  readonly assets: Assets = loadAssets();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.signer = new Signer(config.keys.portal);
    this.drafts = new SealedBox(config.keys.portal, 'draft');
    this.held = new SealedBox(config.keys.portal, 'held');
    this.between = new SealedBox(config.keys.portal, 'between');
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
      if (form.text('held')) this.clearCookie(response, request, HELD_COOKIE);
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

  /**
   * Puts the session's id into the browser, and whose it is, which drafts are bound to.
   *
   * @param accountId absent: the same account goes on under a new id
   */
  startSession(response: Response, request: Request, sessionId: string, accountId = this.ownerOf(request)): void {
    this.putCookie(response, request, this.sessionCookie(request), sessionId, HALF_DAY_S);
    if (accountId)
      this.putCookie(
        response,
        request,
        OWNER_COOKIE,
        this.signer.seal('owner', `${sessionId}|${accountId}`),
        HALF_DAY_S,
      );
  }

  /**
   * 代办: the session goes on under a new id, for somebody else. What was filled in for the one before stays behind.
   *
   * @param personId absent: the account is itself again
   */
  switchPerson(response: Response, request: Request, sessionId: string, personId?: string): void {
    const account = this.ownerOf(request)?.split(FOR)[0];
    this.startSession(response, request, sessionId, account && personId ? `${account}${FOR}${personId}` : account);
    this.dropForms(response, request);
  }

  /** The browser forgets the session. What was filled in stays, sealed, for the same account to come back to. */
  endSession(response: Response, request: Request): void {
    for (const name of [this.sessionCookie(request), OWNER_COOKIE]) this.clearCookie(response, request, name);
  }

  /** Somebody leaves by their own will: nothing of theirs stays at this machine. */
  forget(response: Response, request: Request): void {
    this.endSession(response, request);
    this.dropForms(response, request);
  }

  /** What was filled in on the earlier pages of a form. */
  draft(request: Request, form: DraftOf): Record<string, string | readonly string[]> {
    const sealed = readCookies(request.headers.cookie).get(DRAFT_COOKIE + form);
    return (this.drafts.open(this.boundTo(request), sealed) ?? {}) as Record<string, string | readonly string[]>;
  }

  /**
   * Keeps it for the next page; nothing to keep throws it away. Where drafts grow too many for a browser, the oldest one goes.
   *
   * @throws FormRefused when this one alone is too long to be kept
   */
  keepDraft(response: Response, request: Request, form: DraftOf, values: Values): void {
    const name = DRAFT_COOKIE + form;
    if (Object.keys(values).length === 0) {
      this.clearCookie(response, request, name);
      return;
    }
    const sealed = this.sealedDraft(request, values);
    const others = this.draftsOf(request).filter(([other]) => other !== name);
    let length = others.reduce((sum, [, text]) => sum + text.length, sealed.length);
    for (const [other, text] of others) {
      if (length <= DRAFTS_LENGTH) break;
      this.clearCookie(response, request, other);
      length -= text.length;
    }
    this.putCookie(response, request, name, sealed, DRAFT_S);
  }

  /** What a visitor's browser keeps between two pages of a sign-in; never in an address. */
  kept<Name extends keyof Between>(request: Request, name: Name): Between[Name] | undefined {
    const sealed = readCookies(request.headers.cookie).get(this.betweenCookie(request, name));
    return this.between.open(name, sealed) as Between[Name] | undefined;
  }

  /** Keeps it for the next page; undefined throws it away. */
  keep<Name extends keyof Between>(response: Response, request: Request, name: Name, value?: Between[Name]): void {
    const cookie = this.betweenCookie(request, name);
    if (value === undefined) this.clearCookie(response, request, cookie);
    else this.putCookie(response, request, cookie, this.between.seal(name, value), BETWEEN_S);
  }

  /** The form that could not be sent before; absent when it is not this account's. */
  heldForm(request: Request, accountId = this.ownerOf(request)): HeldForm | undefined {
    if (!accountId) return undefined;
    return this.held.open(accountId, readCookies(request.headers.cookie).get(HELD_COOKIE)) as HeldForm | undefined;
  }

  /** Where somebody goes who has just signed in or proved who they are: on with a form that waited, else where they wanted to. */
  wayOn(request: Request, otherwise: string, accountId?: string): string {
    return this.heldForm(request, accountId) ? '/session/continue' : otherwise;
  }

  setCookie(response: Response, request: Request, name: string, value: string, maxAge: number): void {
    response.append('Set-Cookie', cookieLine(name, value, { secure: this.isSecure(request), maxAge, httpOnly: false }));
  }

  private dropForms(response: Response, request: Request): void {
    const drafts = this.draftsOf(request).map(([name]) => name);
    for (const name of [...drafts, HELD_COOKIE]) this.clearCookie(response, request, name);
  }

  /** Browsers name the cookies that were set first before the others. */
  private draftsOf(request: Request): [string, string][] {
    return [...readCookies(request.headers.cookie)].filter(([name]) => name.startsWith(DRAFT_COOKIE));
  }

  private sealedDraft(request: Request, values: Values): string {
    try {
      return this.drafts.seal(this.boundTo(request), values);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new FormRefused([{ message: '几页一共填得太长，存不下了。请把这一页写短一点' }]);
    }
  }

  private putCookie(response: Response, request: Request, name: string, value: string, maxAge: number): void {
    response.append('Set-Cookie', cookieLine(name, value, { secure: this.isSecure(request), maxAge }));
  }

  private clearCookie(response: Response, request: Request, name: string): void {
    this.putCookie(response, request, name, '', 0);
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
        agent: request.get('user-agent') ?? '',
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
      answer = await this.failed(request, response, visit, error);
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
    } else if (answer.kind === 'passed') {
      await sendPassed(response, answer.from);
    } else {
      // A page with a cookie of its own (a token, a spent message) belongs to one person.
      const shared = answer.shared === true && !visit.signedIn && response.getHeader('Set-Cookie') === undefined;
      if (answer.leave) response.set('Refresh', `${answer.leave.afterS}; url=${answer.leave.to}`);
      await sendPage(request, response, answer.view, answer.status ?? 200, shared);
    }
  }

  /** Turns a failure into a page, or into the way to sign in. */
  private async failed(request: Request, response: Response, visit: Visit, error: unknown): Promise<Answer> {
    if (error instanceof ApiError && SESSION_ENDED.has(error.code) && visit.signedIn) {
      const next = this.hold(request, response);
      this.endSession(response, request);
      return { kind: 'go', to: `/session/ended?next=${encodeURIComponent(next)}` };
    }
    if (error instanceof ApiError && error.code === 'STEP_UP_REQUIRED') {
      return { kind: 'go', to: `/step-up?next=${encodeURIComponent(this.hold(request, response))}` };
    }
    if (error instanceof ApiError && error.code === 'AUTH_REQUIRED') {
      const next = request.method === 'GET' ? `?next=${encodeURIComponent(localPath(request.originalUrl))}` : '';
      const way = /^\/(?:me|helper)(?:\/|$)/.test(request.path) ? '/login/code' : '/login/staff';
      return { kind: 'go', to: `${way}${next}` };
    }
    const known = error instanceof ApiError ? error : new ApiError('INTERNAL', '', { traceId: visit.traceId });
    if (!(error instanceof ApiError)) {
      const stack = error instanceof Error ? error.stack : String(error);
      this.logger.error({ traceId: visit.traceId, path: request.path, stack });
    }
    const { status } = kindOfError(known.code);
    sayWhen(response, known);
    if (known.code === 'DELEGATION_ENDED') this.dropForms(response, request);
    // Whose matters these are stands on every page, on this one too; where the api cannot say, nothing does. What may come from another site
    // moves nothing, not even a question.
    const asks = status < SERVER_FAILED && known.code !== 'CSRF_BLOCKED';
    const viewer = asks ? await visit.viewer().catch(() => null) : null;
    return {
      kind: 'page',
      status,
      view: ErrorPage({ frame: visit.frame(viewer), error: known, traceId: known.details.traceId ?? visit.traceId }),
    };
  }

  /**
   * Keeps a form that cannot be sent now, so that nothing has to be filled in twice. An upload's file cannot be kept.
   *
   * @returns the page to come back to
   */
  private hold(request: Request, response: Response): string {
    if (request.method === 'GET') return localPath(request.originalUrl);
    const back = pageOf(request);
    const owner = this.ownerOf(request);
    const fields = new Form(request.body).all(NOT_HELD);
    if (!owner || NEVER_HELD.test(request.path)) return back;
    try {
      const sealed = this.held.seal(owner, { path: request.originalUrl, back, fields } satisfies HeldForm);
      this.putCookie(response, request, HELD_COOKIE, sealed, HELD_S);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    return back;
  }

  /** The account behind the session, as it was noted at sign-in; a note of another session counts as none. */
  private ownerOf(request: Request): string | undefined {
    const note = this.signer.open('owner', readCookies(request.headers.cookie).get(OWNER_COOKIE));
    const [sessionId, accountId] = (note ?? '').split('|', 2);
    return accountId && sessionId === this.sessionOf(request) ? accountId : undefined;
  }

  private boundTo(request: Request): string {
    return this.ownerOf(request) ?? this.sessionOf(request) ?? '';
  }

  /** Production always speaks HTTPS to the browser; only a demonstration may run on plain HTTP. */
  private isSecure(request: Request): boolean {
    return this.config.production || request.secure;
  }

  private sessionCookie(request: Request): string {
    return this.isSecure(request) ? '__Host-txg_session' : 'txg_session';
  }

  private betweenCookie(request: Request, name: keyof Between): string {
    return this.isSecure(request) ? `__Host-txg_${name}` : `txg_${name}`;
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

/** The page that a form stood on, by what the browser says; its address is this site's, `requireOwnOrigin` has seen to that. */
function pageOf(request: Request): string {
  try {
    const { host, pathname, search } = new URL(request.headers.referer ?? '');
    return host === request.headers.host ? localPath(`${pathname}${search}`) : '/';
  } catch {
    return '/';
  }
}

const RETRY_CODES = new Set([
  'INTERNAL',
  'API_SLOW',
  'API_UNREACHABLE',
  'FORBIDDEN',
  'FORBIDDEN_ACTING',
  'FORBIDDEN_SCOPE',
  'DELEGATION_ENDED',
  'AUTH_REQUIRED',
  'CSRF_BLOCKED',
  'NOT_FOUND',
  'SESSION_EXPIRED',
  'SESSION_REVOKED',
  'STEP_UP_REQUIRED',
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

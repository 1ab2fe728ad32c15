import { newId } from '@tongxing/platform';
import { Readable } from 'node:stream';
import type { Frame, FormState, Reading } from '@tongxing/ui';
import { freshForm } from '@tongxing/ui';
import type { Request } from 'express';
import { type ApiFile, ask, call, type Caller, pass } from '../gql/client.js';
import { frameOnlyDocument } from '../gql/generated.js';
import type { Operation } from '../gql/operation.js';
import { type ActingFor, navigationFor } from './navigation.js';

/** The signed-in account as every page's document asks for it (fragment `FrameViewer`). */
export interface FrameViewer {
  displayName: string;
  roles: readonly string[];
  divisionCode: string;
  countyName: string;
  /** own messages not seen yet; null for who has no inbox here */
  unreadMessages?: number | null;
  /** 代办: whom the session acts for */
  actingFor?: ActingFor | null;
}

/** What a request brought along besides its address. */
export interface VisitFacts {
  request: Request;
  caller: Caller;
  reading: Reading;
  flash?: string;
  /** Token for the forms of this session, or of this visitor. */
  csrf: () => string;
  uploadToken: () => string;
  /** Texts that travel in an address and must come back unchanged. */
  seal: (text: string) => string;
  open: (sealed: string | undefined) => string | undefined;
  styles: string;
  script?: string;
  demo: boolean;
}

const MAX_PATH = 300;

/** One request of a person: who asks, what was chosen for reading, and the way to the API. */
export class Visit {
  constructor(private readonly facts: VisitFacts) {}

  get request(): Request {
    return this.facts.request;
  }
  get signedIn(): boolean {
    return this.facts.caller.sessionId !== undefined;
  }
  get demo(): boolean {
    return this.facts.demo;
  }
  get reading(): Reading {
    return this.facts.reading;
  }
  get traceId(): string {
    return this.facts.caller.traceId;
  }
  /** Rendering a token ties the page to this person: it is then never shared. */
  get csrf(): string {
    return this.facts.csrf();
  }
  /** For the address of an upload form, whose body goes to the API unread. */
  get uploadToken(): string {
    return this.facts.uploadToken();
  }

  /** A receipt's facts, signed into the address of the page that shows them. */
  sealReceipt(facts: Readonly<Record<string, string>>): string {
    return this.facts.seal(JSON.stringify(facts));
  }

  /** The facts of a receipt's address; undefined when they were not ours. */
  openReceipt(): Readonly<Record<string, string>> | undefined {
    const value = this.request.query.receipt;
    const text = this.facts.open(typeof value === 'string' ? value : undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
  }

  /** One document, one round trip. */
  ask<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Result> {
    return ask(this.facts.caller, operation, variables);
  }

  /** The same visit without a session: signing in starts from nothing. */
  anonymous(): Visit {
    const { sessionId: _, ...caller } = this.facts.caller;
    return new Visit({ ...this.facts, caller });
  }

  /** The same visit in a session that was just opened. */
  as(sessionId: string): Visit {
    return new Visit({ ...this.facts, caller: { ...this.facts.caller, sessionId } });
  }

  /** The viewer for a page that asks nothing else; a visitor costs no trip. */
  async viewer(): Promise<FrameViewer | null> {
    return this.signedIn ? (await this.ask(frameOnlyDocument, {})).viewer : null;
  }

  /** A download of the API. */
  fetchFile(path: string): Promise<ApiFile> {
    return call(this.facts.caller, path);
  }

  /** A file of the API for programs, to be handed on as it comes: what it says of being the same, and its refusals, too. */
  passOn(path: string): Promise<globalThis.Response> {
    const ifNoneMatch = this.request.get('if-none-match');
    return pass(this.facts.caller, path, {
      method: this.request.method === 'HEAD' ? 'HEAD' : 'GET',
      ...(ifNoneMatch ? { ifNoneMatch } : {}),
    });
  }

  /** Hands the request's body on to the API as it comes in. */
  async forwardUpload<Result>(path: string): Promise<Result> {
    const stream = Readable.toWeb(this.request) as ReadableStream<Uint8Array>;
    const { bytes } = await call(this.facts.caller, path, {
      stream,
      contentType: this.request.headers['content-type'] ?? 'application/octet-stream',
    });
    return JSON.parse(bytes.toString('utf8')) as Result;
  }

  /** A one-time token for a form. */
  once(): string {
    return newId();
  }

  /** A value of the address. */
  query(name: string): string | undefined {
    const value = this.request.query[name];
    return typeof value === 'string' && value !== '' && value.length <= MAX_PATH ? value : undefined;
  }

  param(name: string): string {
    return String(this.request.params[name] ?? '');
  }

  form(values: FormState['values'] = {}): FormState {
    return freshForm(values);
  }

  /** The frame of the page for this viewer; null is a visitor. */
  frame(viewer: FrameViewer | null): Frame {
    const { facts } = this;
    return {
      county: viewer?.countyName ?? '',
      path: this.request.path.slice(0, MAX_PATH),
      reading: facts.reading,
      nav: navigationFor(viewer?.roles ?? [], viewer?.actingFor, viewer?.unreadMessages),
      ...(viewer ? { viewer: { name: viewer.displayName, role: viewer.roles[0] ?? '' } } : {}),
      ...(viewer?.actingFor ? { acting: viewer.actingFor } : {}),
      csrf: viewer ? this.csrf : '',
      styles: facts.styles,
      ...(facts.script ? { script: facts.script } : {}),
      ...(facts.demo ? { demo: {} } : {}),
      ...(facts.flash ? { flash: facts.flash } : {}),
    };
  }
}

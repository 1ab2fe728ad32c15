import { sessionOf } from './county.js';
import { tokenIn } from './portal-process.js';

/** Cookies of one browser, as they come. */
export class Jar {
  private readonly cookies = new Map<string, string>();
  constructor(
    private readonly site: string,
    role: string,
  ) {
    this.cookies.set('txg_session', sessionOf(role));
  }
  async go(method: 'GET' | 'POST', path: string, fields?: Record<string, string>): Promise<Response> {
    const response = await fetch(this.site + path, {
      method,
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '), origin: this.site },
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
      if (value && !line.includes('Max-Age=0')) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }
  html = async (path: string): Promise<string> => (await this.go('GET', path)).text();
  has = (name: string): boolean => this.cookies.has(name);
  /** The form of a page, sent to where the page stands; leads on. */
  async send(path: string, fields: Record<string, string>, action = path): Promise<Response> {
    return this.go('POST', action, { csrf: tokenIn(await this.html(path)), ...fields });
  }
}

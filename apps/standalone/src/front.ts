import { createServer, type RequestListener, type Server } from 'node:http';

/** Addresses that belong to the api; every other one is a page. */
const API_PATHS = [
  '/graphql',
  '/imports',
  '/exports',
  '/evidence',
  '/bank',
  '/healthz',
  '/readyz',
  '/metrics',
  '/admin',
];
const RETRY_SECONDS = 5;

/** True for `/imports` and `/imports/people`, not for `/important`. */
export const isApiPath = (url: string): boolean => {
  const path = url.split('?', 1)[0] ?? '';
  return API_PATHS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
};

/** Told to whoever comes before the data are there. */
const WAIT_PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${RETRY_SECONDS}"><title>正在准备 - 同行</title>
<h1>正在准备</h1><p>系统正在启动，第一次要装入演示数据，约一两分钟。本页会自动重试。</p></html>`;

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Retry-After': String(RETRY_SECONDS),
  });
  response.end(WAIT_PAGE);
};

/** One HTTP server in front of two applications, from the first moment of the start. */
export class Front {
  private handler: RequestListener = starting;
  readonly server: Server = createServer((request, response) => this.handler(request, response));

  /** @param port 0: any free one. @returns the port. @throws the system's error when it can't be had */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, () => {
        this.server.off('error', reject);
        const address = this.server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  }

  serve(api: RequestListener, portal: RequestListener): void {
    this.handler = (request, response) => (isApiPath(request.url ?? '/') ? api : portal)(request, response);
  }

  /** Takes no new request and waits for the running ones. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
  }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Logger, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, loadConfig } from '../config.js';
import { createLog, errorFacts, loggingModule } from '../logging.js';
import { Metrics } from '../metrics.js';
import { currentTraceId, observe } from '../observe.js';

const ID = '640324199001011234';
const CARD = '6217000010001234567';
const PHONE = '13812345678';

/** What a driver throws: its message quotes the value. */
class QueryFailedError extends Error {
  readonly driverError = Object.assign(new Error(`Duplicate entry '马秀英' for key 'ux'`), { code: 'ER_DUP_ENTRY' });
  override readonly name = 'QueryFailedError';
}

function sink() {
  const lines: string[] = [];
  return { lines, write: (line: string) => void lines.push(line) };
}
const config = (environment: Record<string, string> = {}): Config => ({
  ...loadConfig({ TONGXING_KEYS: '', NODE_ENV: 'test', TONGXING_DATA_DIR: process.env.TMPDIR ?? '/tmp' }),
  logLevel: 'debug',
  production: environment.production === 'yes',
});

describe('the structured log', () => {
  it('lets no identity, account or phone number through, wherever it stands', () => {
    const out = sink();
    const log = createLog(config(), out);
    log.info(`来电 ${PHONE}`);
    log.info({ note: { deep: [ID] } }, `证件 ${ID}，卡 ${CARD}`);
    log.error({ err: new Error(`no account ${CARD}`) }, 'failed');
    log.info({ password: 'geheim', request: { authorization: 'Bearer geheim' } }, 'fields by name');
    const said = out.lines.join('');
    expect(out.lines).toHaveLength(4);
    for (const secret of [ID, CARD, PHONE, 'geheim']) expect(said).not.toContain(secret);
    expect(said).toContain('[证件号]');
    for (const line of out.lines)
      expect(JSON.parse(line)).toMatchObject({ time: expect.any(String), pid: process.pid });
  });

  it('leaves out what a database driver says, and keeps its code and the places', () => {
    const facts = errorFacts(new QueryFailedError(`Duplicate entry '马秀英' for key 'ux'`));
    expect(facts).toMatchObject({
      name: 'QueryFailedError',
      code: 'ER_DUP_ENTRY',
      stack: expect.stringMatching(/^\s+at /),
    });
    expect(JSON.stringify(facts)).not.toContain('马秀英');
  });
});

@Controller()
class Example {
  private readonly logger = new Logger('Example');

  @Get('people/:id')
  read() {
    this.logger.warn('looked up');
    return { traceId: currentTraceId() };
  }

  @Post('people')
  write(@Body() body: { name: string }) {
    throw new Error(`cannot write for ${body.name === '' ? '' : PHONE}`);
  }
}

describe('a request', () => {
  const out = sink();
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    @Module({
      imports: [loggingModule(config({ production: 'yes' }), out)],
      controllers: [Example],
      providers: [{ provide: Metrics, useFactory: () => Metrics.ofProcess() }],
      exports: [Metrics],
    })
    class App {}
    app = await NestFactory.create<NestExpressApplication>(App, { bufferLogs: true, autoFlushLogs: false });
    observe(app);
    await app.listen(0);
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(() => app.close());

  const logged = async (word: string): Promise<Record<string, unknown>[]> => {
    // The line is written when the answer has left, which can be a moment after it arrived here.
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const found = out.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      if (found.some((line) => JSON.stringify(line).includes(word) && line.ms !== undefined)) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`nothing like ${word} in the log`);
  };

  it('leaves one line with method, path, status and time, and its number is in the answer', async () => {
    const response = await fetch(`${url}/people/7?phone=${PHONE}&q=secret`, { headers: { cookie: 'session=secret' } });
    const traceId = response.headers.get('x-request-id');
    expect(await response.json()).toEqual({ traceId });
    const lines = (await logged('/people/7')).filter((line) => line.traceId === traceId);
    expect(lines).toMatchObject([
      { level: 'warn', context: 'Example', msg: 'looked up' },
      { level: 'info', req: { method: 'GET', path: '/people/7' }, res: { status: 200 }, msg: 'request' },
    ]);
    expect(out.lines.join('')).not.toContain('secret');
  });

  it('keeps a number of ours from another process, and no other text', async () => {
    const ours = '019ab0f2-5b1c-7cc0-8f00-0123456789ab';
    const kept = await fetch(`${url}/people/1`, { headers: { 'x-request-id': ours } });
    expect(kept.headers.get('x-request-id')).toBe(ours);
    const replaced = await fetch(`${url}/people/1`, { headers: { 'x-request-id': 'drop table' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that fails is an error line without what was sent', async () => {
    const response = await fetch(`${url}/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: '马秀英' }),
    });
    expect(response.status).toBe(500);
    const [line] = (await logged('"status":500')).filter((each) => each.level === 'error' && each.ms !== undefined);
    expect(line).toMatchObject({ req: { method: 'POST', path: '/people' }, res: { status: 500 } });
    expect(out.lines.join('')).not.toMatch(new RegExp(`马秀英|${PHONE}`));
  });

  it('counts in the figures under its route, not its address', async () => {
    await fetch(`${url}/people/42`);
    const figures = await Metrics.ofProcess().registry.metrics();
    expect(figures).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/people\/:id",status="200"\} \d/,
    );
    expect(figures).not.toContain('/people/42');
  });
});

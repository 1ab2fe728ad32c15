import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Logger, LoggerModule, PARAMS_PROVIDER_TOKEN, PinoLogger } from 'nestjs-pino';
import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import type { Options } from 'pino-http';
import type { Request, Response } from 'express';
import type { Config } from './config.js';
import { redact } from './masking.js';
import { HEALTH_PATHS, pathOf } from './request-path.js';

/** Fields that hold a secret by their name, wherever they turn up in an object handed to the log. */
const SECRET_FIELDS = ['authorization', 'cookie', 'password', 'token', 'totp', 'secrets', 'idNumber', 'accountNumber'];
const HIDDEN = '[隐]';
/** Nest tells every module and route at its start: of use to who builds it, not to who runs it. */
const START_CHATTER = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);
/** A name, never free text that a client could have filled with something else. */
const OPERATION_NAME = /^[A-Za-z]\w{0,59}$/;

/** What a failure leaves in a log. */
export interface ErrorFacts {
  name: string;
  code?: string;
  message?: string;
  /** places only */
  stack?: string;
}

/**
 * Code, words and places of an error. Messages of the database driver quote values (`Duplicate entry '…'`), so those are left out;
 * the others pass the redactor.
 */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: 'Error', message: redact(String(error)) };
  const { driverError, code } = error as Error & { driverError?: { code?: unknown }; code?: unknown };
  const ofDriver = driverError !== undefined || 'sql' in error || /^(?:ER|SQLITE)_/.test(String(code));
  const known = driverError?.code ?? code;
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return {
    name: error.name,
    ...(known === undefined ? {} : { code: String(known) }),
    ...(ofDriver ? {} : { message: redact(error.message) }),
    ...(places ? { stack: places } : {}),
  };
}

/** Every line passes the redactor on its way out, whoever wrote it. */
const redacting = (sink: DestinationStream): DestinationStream => ({ write: (line) => sink.write(redact(line)) });

const loggerOptions = (config: Config): LoggerOptions => ({
  level: config.logLevel,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: HIDDEN },
  serializers: { err: errorFacts, error: (error: unknown) => (error instanceof Error ? errorFacts(error) : error) },
});

/**
 * The structured log of a process: one JSON object a line, on stderr, since stdout holds answers and start lines.
 *
 * @param sink where the lines go; stated by specs only
 */
export const createLog = (config: Config, sink: DestinationStream = process.stderr) =>
  pino(loggerOptions(config), redacting(sink));

const operationOf = (request: Request): string | undefined => {
  const name: unknown = (request.body as { operationName?: unknown } | undefined)?.operationName;
  return typeof name === 'string' && OPERATION_NAME.test(name) ? name : undefined;
};

/** A line a request: who asked is not in it, nor headers, body and query string. */
function requestLog(config: Config, sink?: DestinationStream): Options {
  return {
    logger: createLog(config, sink),
    wrapSerializers: false,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'traceId', responseTime: 'ms' },
    serializers: {
      req: (request: Request) => ({ method: request.method, path: pathOf(request) }),
      res: (response: Response) => ({ status: response.statusCode }),
      err: errorFacts,
    },
    customProps: (request) => {
      const operation = operationOf(request as Request);
      return operation === undefined ? {} : { operation };
    },
    autoLogging: { ignore: (request) => HEALTH_PATHS.has(pathOf(request as Request)) },
    customLogLevel: (_, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      // A demonstration in a terminal shows what went wrong; production keeps every request.
      return response.statusCode >= 400 || config.production ? 'info' : 'debug';
    },
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
  };
}

/** Nest prints why a start failed, with its stack; `runMain` tells the same in one line. */
const START_FAILURE = 'ExceptionHandler';

/** Nest's logger over the structured log, with its start chatter at `debug`. */
class HouseLogger extends Logger {
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== START_FAILURE) super.error(message, ...rest);
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (START_CHATTER.has(String(rest.at(-1)))) this.debug(message, ...rest);
    else super.log(message, ...rest);
  }
}

/** Request lines and Nest's own, for one application. */
export function loggingModule(config: Config, sink?: DestinationStream): DynamicModule {
  const module = LoggerModule.forRoot({ pinoHttp: requestLog(config, sink) });
  const provider = {
    provide: HouseLogger,
    inject: [PinoLogger, PARAMS_PROVIDER_TOKEN],
    useFactory: (...[logger, params]: ConstructorParameters<typeof Logger>) => new HouseLogger(logger, params),
  };
  return {
    ...module,
    providers: [...(module.providers ?? []), provider],
    exports: [...(module.exports ?? []), HouseLogger],
  };
}

/** Sends what Nest and our classes log to the structured log, with what was said before it stood. */
export function useStructuredLog(app: INestApplicationContext): void {
  app.useLogger(app.get(HouseLogger));
  app.flushLogs();
}

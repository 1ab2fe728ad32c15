import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestFactory } from '@nestjs/core';
import { CALLBACK_LIMIT, CALLBACKS_PATH } from '@tongxing/benefits';
import { type Config, observe, pathOf, trustProxies } from '@tongxing/platform';
import type { Request } from 'express';
import helmet from 'helmet';
import { ApiModule, type ApiOptions } from './api.module.js';

/** JSON bodies of GraphQL: the limit of variables in security.md, with room for the document. */
const BODY_LIMIT = '512kb';

const isCallback = (request: IncomingMessage): boolean => pathOf(request as Request).startsWith(`${CALLBACKS_PATH}/`);

/**
 * The api as a Nest application, initialised but not listening.
 *
 * @param options where jobs run; a spec may state other limits
 */
export async function createApi(config: Config, options: ApiOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(config, options), {
    abortOnError: false,
    bodyParser: false,
    bufferLogs: true,
    autoFlushLogs: false,
  });
  observe(app);
  trustProxies(app, config);
  // What a bank has signed are the bytes: they are read as they came, before anything else could.
  app.useBodyParser('raw', { limit: CALLBACK_LIMIT, type: isCallback });
  app.useBodyParser('json', { limit: BODY_LIMIT });
  // The api serves data, not pages; the headers that matter here are the ones against sniffing and framing.
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
        useDefaults: false,
      },
      hsts: config.production,
    }),
  );
  return app;
}

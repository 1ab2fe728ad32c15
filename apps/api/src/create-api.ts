import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestFactory } from '@nestjs/core';
import { type Config, observe, trustProxies } from '@tongxing/platform';
import helmet from 'helmet';
import { ApiModule, type ApiOptions } from './api.module.js';

/** JSON bodies of GraphQL: the limit of variables in security.md, with room for the document. */
const BODY_LIMIT = '512kb';

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

import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestFactory } from '@nestjs/core';
import { type Config, observe, PlatformModule, trustProxies } from '@tongxing/platform';
import { securityHeaders } from './http/headers.js';
import { PortalModule } from './portal.module.js';

/** Forms of the pages; files are not parsed here, they stream on to the api. */
const FORM_LIMIT = '256kb';

/**
 * The portal as a Nest application, initialised but not listening. It has no database: pages come from the api at
 * `config.apiUrl`, or, where both stand behind one server, at the port that the request came in by.
 */
export async function createPortal(config: Config): Promise<NestExpressApplication> {
  class PortalRoot {}
  const app = await NestFactory.create<NestExpressApplication>(
    { module: PortalRoot, imports: [PlatformModule.forRoot(config), PortalModule] },
    {
      abortOnError: false,
      bodyParser: false,
      ...(config.logLevel === 'silent' ? { logger: false } : { bufferLogs: true, autoFlushLogs: false }),
    },
  );
  observe(app);
  trustProxies(app, config);
  app.use(securityHeaders(config.production));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false });
  await app.init();
  return app;
}

import { Module } from '@nestjs/common';
import { Portal } from './http/portal.service.js';
import { AssetsController } from './pages/assets.controller.js';
import { MissingController } from './pages/missing.controller.js';
import { HelpController } from './pages/public/help/help.controller.js';
import { ReadingController } from './pages/public/reading/reading.controller.js';
import { SessionController } from './pages/public/session/session.controller.js';

/** The pages. Needs `PlatformModule` beside it; in one process with the API it must be imported last, since it answers every unknown address. */
@Module({
  controllers: [AssetsController, SessionController, ReadingController, HelpController, MissingController],
  providers: [Portal],
})
export class PortalModule {}

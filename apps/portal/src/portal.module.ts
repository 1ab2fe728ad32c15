import { Module } from '@nestjs/common';
import { Portal } from './http/portal.service.js';
import { AssetsController } from './pages/assets.controller.js';
import { MissingController } from './pages/missing.controller.js';
import { DemoController } from './pages/public/demo/demo.controller.js';
import { HelpController } from './pages/public/help/help.controller.js';
import { HomeController } from './pages/public/home/home.controller.js';
import { JobsController } from './pages/public/jobs/jobs.controller.js';
import { LevyController } from './pages/public/levy/levy.controller.js';
import { NoticesController } from './pages/public/notices/notices.controller.js';
import { ReadingController } from './pages/public/reading/reading.controller.js';
import { SessionController } from './pages/public/session/session.controller.js';
import { ApplicationsController } from './pages/seeker/applications/applications.controller.js';
import { ApplyController } from './pages/seeker/apply/apply.controller.js';
import { MeController } from './pages/seeker/home/me.controller.js';
import { MatchedController } from './pages/seeker/jobs/matched.controller.js';

const PUBLIC = [
  AssetsController,
  HomeController,
  JobsController,
  NoticesController,
  LevyController,
  SessionController,
  DemoController,
  ReadingController,
  HelpController,
];
const SEEKER = [MeController, ApplyController, MatchedController, ApplicationsController];

/** The pages. Needs `PlatformModule` beside it; in one process with the API it must be imported last, since it answers every unknown address. */
@Module({
  controllers: [...PUBLIC, ...SEEKER, MissingController],
  providers: [Portal],
})
export class PortalModule {}

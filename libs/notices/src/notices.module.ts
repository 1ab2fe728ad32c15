import { Global, Module } from '@nestjs/common';
import { NoticeKinds } from './notice-kinds.js';
import { NoticeResolver } from './notice.resolver.js';
import { NoticeService } from './notice.service.js';
import { ObjectionService } from './objection.service.js';

/** Public notices and objections. */
@Global()
@Module({
  providers: [NoticeKinds, NoticeService, ObjectionService, NoticeResolver],
  exports: [NoticeKinds, NoticeService, ObjectionService],
})
export class NoticesModule {}

import { Global, Module } from '@nestjs/common';
import { FeedbackResolver } from './feedback/feedback.resolver.js';
import { FeedbackService } from './feedback/feedback.service.js';
import { NoticeKinds } from './notice-kinds.js';
import { NoticeResolver } from './notice.resolver.js';
import { NoticeService } from './notice.service.js';
import { NoticesPart } from './notices-part.js';
import { ObjectionService } from './objection.service.js';

/** Public notices and objections; opinions and complaints. */
@Global()
@Module({
  providers: [
    NoticeKinds,
    NoticeService,
    ObjectionService,
    NoticeResolver,
    FeedbackService,
    FeedbackResolver,
    NoticesPart,
  ],
  exports: [NoticeKinds, NoticeService, ObjectionService, FeedbackService],
})
export class NoticesModule {}

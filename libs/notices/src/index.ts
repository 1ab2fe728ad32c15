export * from './feedback/feedback.entity.js';
export { FeedbackService } from './feedback/feedback.service.js';
export * from './notice.entity.js';
export * from './notice-kinds.js';
export * from './notice.service.js';
export {
  lineNode,
  NoticeLineNode,
  NoticePage,
  noticeNode,
  ObjectionNode,
  ObjectionReceiptNode,
  PublicNoticeNode,
} from './notice.types.js';
export * from './notices.module.js';
export { NoticesPart } from './notices-part.js';
export * from './objection.service.js';
export { noticeText } from './notice.text.js';
export * from './prover.js';

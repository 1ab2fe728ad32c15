export * from './campaign.entity.js';
export * from './campaign.types.js';
export * from './campaign.words.js';
export * from './campaign-demo.js';
export * from './campaigns.module.js';
export * from './caseload.service.js';
export * from './visit.service.js';

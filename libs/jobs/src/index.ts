export * from './database-job-runner.js';
export * from './definition.js';
export * from './job.entity.js';
export * from './job.service.js';
export * from './job-runner.js';
export * from './job-store.js';
export * from './jobs.module.js';
export * from './reseal.jobs.js';

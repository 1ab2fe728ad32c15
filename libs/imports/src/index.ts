export * from './kind.js';
export * from './kinds.js';
export * from './problems.js';
export * from './import-job.entity.js';
export type { ImportResult } from './result.js';
export * from './direct.service.js';
export * from './context.js';

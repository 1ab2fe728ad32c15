export * from './flow.js';
export * from './refusals.js';
export * from './release.js';
export * from './retention.js';

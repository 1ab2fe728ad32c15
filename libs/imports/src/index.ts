export * from './kind.js';
export * from './kinds.js';
export * from './problems.js';

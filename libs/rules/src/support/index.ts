export * from './cost.js';
export * from './flow.js';
export * from './kinds.js';
export * from './moment.js';
export * from './needs.js';

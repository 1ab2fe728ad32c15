export * from './match-engine.js';
export * from './row-loop-engine.js';
export * from './self-check.js';
export * from './slab-engine.js';

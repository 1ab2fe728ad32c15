export * from './match-engine.js';
export * from './people-engine.js';
export * from './people-row-loop.js';
export * from './people-slab-engine.js';
export * from './row-loop-engine.js';
export * from './self-check.js';
export * from './slab-engine.js';
export type { Ranked } from './top.js';

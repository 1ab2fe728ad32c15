export * from './calendar.js';
export * from './explain/index.js';
export * from './identifiers/index.js';
export * from './law/index.js';
export * from './money.js';
export * from './quota/index.js';
export * from './refusal.js';
export * from './working-days.js';

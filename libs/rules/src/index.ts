export * from './calendar.js';
export * from './identifiers/index.js';
export * from './money.js';
export * from './refusal.js';

export * from './calendar.js';
export * from './refusal.js';

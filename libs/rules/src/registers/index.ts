export * from './coverage.js';
export * from './kinds.js';
export * from './validity.js';

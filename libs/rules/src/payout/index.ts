export * from './digest.js';
export * from './machine.js';
export * from './machines.js';
export * from './postings.js';
export * from './return.js';
export * from './words.js';

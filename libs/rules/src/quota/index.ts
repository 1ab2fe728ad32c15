export * from './counting.js';
export * from './estimate.js';
export * from './headcount.js';
export * from './levy.js';
export * from './rounding.js';
export * from './used-law.js';
export * from './year.js';

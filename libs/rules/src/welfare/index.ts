export * from './attendance.js';
export * from './exits.js';
export * from './share.js';
export * from './standing.js';
export * from './term.js';

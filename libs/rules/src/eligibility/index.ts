export * from './benefit.js';
export type { BenefitFacts, Judged } from './benefit-rules.js';
export * from './household.js';
export * from './notice-period.js';
export * from './rights.js';
export * from './schemes.js';

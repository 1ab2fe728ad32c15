export * from './catalogue.js';
export { type Grammar, isStoredValue, readValue, shownValue } from './grammar.js';
export * from './law.js';
export * from './parameter.js';
export * from './retention.js';
export { SHIPPED_LAW, SHIPPED_REVIEWED_ON } from './shipped.js';
export * from './superseded.js';

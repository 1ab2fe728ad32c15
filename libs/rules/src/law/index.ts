export * from './law.js';
export * from './parameter.js';
export { SHIPPED_LAW, SHIPPED_REVIEWED_ON } from './shipped.js';

export * from './account.js';
export * from './certificate.js';
export * from './credit-code.js';
export * from './id-number.js';
export * from './office-phone.js';
export * from './outcome.js';

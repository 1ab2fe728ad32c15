export * from './coverage.service.js';
export * from './register-file.service.js';
export * from './register.entity.js';
export * from './register.kind.js';
export * from './register.service.js';
export * from './register.types.js';
export * from './registers.module.js';

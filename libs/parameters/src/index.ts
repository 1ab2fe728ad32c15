export * from './parameter.entity.js';
export * from './parameter.resolver.js';
export * from './parameter.service.js';
export * from './parameters.module.js';

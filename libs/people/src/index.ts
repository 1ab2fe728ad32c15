export * from './person.entity.js';
export * from './person.words.js';

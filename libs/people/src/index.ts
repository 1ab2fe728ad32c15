export * from './person.entity.js';
export * from './person.words.js';
export * from './people.kind.js';
export * from './person.secrets.js';

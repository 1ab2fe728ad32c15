export * from './functional-profiles.kind.js';
export * from './household-members.kind.js';
export * from './people.kind.js';
export * from './people.module.js';
export * from './people.resolver.js';
export * from './people.service.js';
export * from './person.entity.js';
export { blindId, blindPhone, type PersonSecrets } from './person.secrets.js';
export * from './person.words.js';

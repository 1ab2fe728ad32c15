export * from './access.guard.js';
export * from './access.module.js';
export * from './access.resolver.js';
export * from './account.entity.js';
export * from './account.service.js';
export * from './client.js';
export * from './demo-time.js';
export * from './divisions.js';
export * from './policy.js';
export { POLICY, type PolicyRow } from './policy.table.js';
export * from './roles.js';
export * from './second-factor.service.js';
export * from './session.service.js';
export * from './setup.service.js';
export * from './sign-in-locks.js';
/** Who is asking; the name `Viewer` belongs to the parameter decorator. */
export type { Viewer as SignedIn } from './viewer.js';

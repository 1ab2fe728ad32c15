import { setImmediate as turn } from 'node:timers/promises';

/**
 * Lets timers, requests and signals have their turn between two chunks. The embedded database answers at once, so that a long import
 * would otherwise go on from promise to promise and keep the process from everything else until its end.
 */
export const breathe = (): Promise<void> => turn();

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Viewer } from '../viewer.js';

/** Who is acting, and how, while a request, a job or a command runs. Filled in as it becomes known. */
export interface Acting {
  viewer: Viewer | null;
  /** where nobody is signed in: VISITOR, JOB, COMMAND */
  kind: 'VISITOR' | 'JOB' | 'COMMAND';
  /** what is being done; undefined: nothing that leaves an entry by itself */
  action?: string;
  address?: string;
}

const acting = new AsyncLocalStorage<Acting>();

/** Runs `work` in somebody's name. */
export const actAs = <T>(who: Acting, work: () => T): T => acting.run(who, work);

export const currentlyActing = (): Acting | undefined => acting.getStore();

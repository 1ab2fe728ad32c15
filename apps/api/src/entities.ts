import { Account, Session } from '@tongxing/access';
import type { EntityClass } from '@tongxing/database';

/** Every table of the house. One list for the processes, the drift check and the command line. */
export const entities: EntityClass[] = [Account, Session];

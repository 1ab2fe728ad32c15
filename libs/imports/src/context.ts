import type { IsoDate } from '@tongxing/rules';
import type { ImportContext } from './kind.js';

/** Who imports and for where; absent fields mean the command line, which may touch everything. */
export interface ImportScope {
  /** prefix of 12-digit codes; empty: everywhere */
  divisionScope: string;
  employerId?: string;
  accountId?: string;
}

export const EVERYWHERE: ImportScope = { divisionScope: '' };

/** The context of one job. */
export class JobContext implements ImportContext {
  readonly divisionScope: string;
  readonly employerId?: string;
  readonly accountId?: string;
  private readonly places = new Map<string, unknown>();

  constructor(
    readonly now: Date,
    readonly today: IsoDate,
    scope: ImportScope,
  ) {
    this.divisionScope = scope.divisionScope;
    if (scope.employerId !== undefined) this.employerId = scope.employerId;
    if (scope.accountId !== undefined) this.accountId = scope.accountId;
  }

  memo<T>(name: string, make: () => T): T {
    if (!this.places.has(name)) this.places.set(name, make());
    return this.places.get(name) as T;
  }
}

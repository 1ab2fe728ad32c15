import { MatchChange, MatchCounter, type UnitOfWork } from '@tongxing/database';
import type { ParameterService } from '@tongxing/parameters';
import type { Clock, Readiness } from '@tongxing/platform';
import {
  type IsoDate,
  Law,
  MATCH_RULES_VERSION,
  type MatchLaw,
  matchLawOn,
  type ParameterRow,
  WEIGHTS_ID,
} from '@tongxing/rules';
import { MoreThan } from 'typeorm';

export const BATCH = 500;
/** More changes than this are read faster as a whole. */
const MAX_CATCH_UP = 20_000;
/** A list that lags more than this says so. */
export const LATE_MS = 60_000;
export const CHECK_TRIES = 3;
/** The length of the short lists that a self-check compares beside the whole ones. */
export const CHECK_TOP = 10;

/** How fresh a list is, and by what it was made. */
export interface AsOf {
  /** number of the last committed change in it */
  seq: number;
  day: IsoDate;
  /** what was committed in so many milliseconds before the answer may be missing */
  lagMs: number;
  rulesVersion: string;
  weightsId: string;
  /** the row loop answers, since the faster engine gave other lists */
  degraded: boolean;
}

/** The laws of one day by county, from the same parameter rows. */
export class DayLaws {
  private readonly byCounty = new Map<string, { law: Law; match: MatchLaw }>();

  constructor(
    readonly day: IsoDate,
    private readonly rows: readonly ParameterRow[],
  ) {}

  of(divisionCode: string): { law: Law; match: MatchLaw } {
    const county = divisionCode.slice(0, 6);
    let found = this.byCounty.get(county);
    if (found === undefined) {
      const law = new Law(this.rows, county);
      found = { law, match: matchLawOn(law, this.day) };
      this.byCounty.set(county, found);
    }
    return found;
  }
}

/** Rows of one kind in memory, brought up to date from the change feed before every question. */
export abstract class FeedIndex {
  protected degraded = false;
  private seq: number | undefined;
  private readAt = 0;
  private lawsKey = '';
  private dayLaws: DayLaws | undefined;
  private following: Promise<void> | undefined;

  /** @param entity whose changes are followed */
  protected constructor(
    protected readonly unitOfWork: UnitOfWork,
    protected readonly clock: Clock,
    protected readonly parameters: ParameterService,
    private readonly entity: MatchChange['entity'],
  ) {}

  /** Takes in the rows of these ids as they stand now, or their absence. */
  protected abstract refresh(ids: readonly string[]): Promise<void>;

  /** Reads everything anew. */
  protected abstract reload(): Promise<void>;

  /** Today's laws, with which the rows are indexed. */
  protected get laws(): DayLaws {
    return this.dayLaws as DayLaws;
  }

  /** Takes in every change that was committed before the call. */
  protected async catchUp(): Promise<AsOf> {
    // One follower at a time; who comes meanwhile needs another look, since its own commit may be younger.
    while (this.following !== undefined) await this.following.catch(() => undefined);
    this.following = this.follow();
    try {
      await this.following;
    } finally {
      this.following = undefined;
    }
    return {
      seq: this.seq as number,
      day: this.laws.day,
      lagMs: Math.round(performance.now() - this.readAt),
      rulesVersion: MATCH_RULES_VERSION,
      weightsId: WEIGHTS_ID,
      degraded: this.degraded,
    };
  }

  /** What `/readyz` tells. @param held how many rows, under the name of their kind */
  protected async readiness(held: () => Record<string, number>): Promise<Readiness> {
    const { seq, lagMs } = await this.catchUp();
    const facts = { seq, ...held(), lagMs, engine: this.degraded ? 'rows' : 'slab' };
    return { state: lagMs > LATE_MS || this.degraded ? 'late' : 'up', facts };
  }

  private async follow(): Promise<void> {
    const day = this.clock.today();
    const rows = await this.parameters.rows();
    const key = `${day}|${rows.map(({ id }) => id).join()}`;
    const readAt = performance.now();
    const counter = await this.unitOfWork.manager.findOneBy(MatchCounter, { name: 'match' });
    const seq = counter?.value ?? 0;
    if (key !== this.lawsKey) {
      // Another day or another law: what was indexed carries its law with it.
      this.dayLaws = new DayLaws(day, rows);
      this.lawsKey = key;
      this.seq = undefined;
    }
    if (this.seq !== seq) {
      const known = this.seq !== undefined && seq - this.seq <= MAX_CATCH_UP;
      if (!known || !(await this.changesUpTo(this.seq as number, seq))) await this.reload();
      this.seq = seq;
    }
    this.readAt = readAt;
  }

  /** @returns false where the feed has a gap, so that the index can't be trusted */
  private async changesUpTo(from: number, to: number): Promise<boolean> {
    const changes = await this.unitOfWork.manager.find(MatchChange, {
      where: { seq: MoreThan(from) },
      order: { seq: 'ASC' },
    });
    if (changes.filter(({ seq }) => seq <= to).length !== to - from) return false;
    const mine = changes.filter(({ entity }) => entity === this.entity);
    const ids = [...new Set(mine.map(({ entityId }) => entityId))];
    for (let start = 0; start < ids.length; start += BATCH) await this.refresh(ids.slice(start, start + BATCH));
    return true;
  }
}

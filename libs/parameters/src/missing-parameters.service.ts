import { Injectable, Logger } from '@nestjs/common';
import { Divisions } from '@tongxing/access';
import { insertRows, isDuplicateKey, UnitOfWork } from '@tongxing/database';
import { Clock, errorFacts, newId } from '@tongxing/platform';
import { isIsoDate, parameterKind, RuleRefusal, yearOf } from '@tongxing/rules';
import { MissingParameter } from './entered-parameter.entity.js';

/** Visitors may ask for any place and year: only counties that are served are kept, and no more than these. */
const MOST_KNOWN = 20_000;

/** Keeps what computations asked for in vain, so that the office sees what is missing before somebody complains. */
@Injectable()
export class MissingParameters {
  private readonly logger = new Logger('MissingParameters');
  /** Noted by this process already: the same refusal of a thousand employers is one write. */
  private readonly known = new Set<string>();
  private readonly served: ReadonlySet<string>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    divisions: Divisions,
  ) {
    this.served = new Set(divisions.served().map(({ code }) => code.slice(0, 6)));
  }

  /**
   * Notes the refusals that name a missing parameter of a served county, each once a year of the day that was asked about. Never fails its
   * caller; inside a unit of work it does nothing, since the note must not depend on whether that is kept.
   */
  async note(refusals: readonly unknown[]): Promise<void> {
    if (this.unitOfWork.isOpen) return;
    for (const refusal of refusals) {
      if (!(refusal instanceof RuleRefusal) || refusal.code !== 'LAW_UNKNOWN' || refusal.missing === undefined)
        continue;
      const { subject: code, on = '', missing } = refusal;
      if (!this.served.has(missing.scope) || parameterKind(code) === undefined || !isIsoDate(on)) continue;
      const row = { code, qualifier: missing.qualifier, scope: missing.scope, year: yearOf(on) };
      const key = Object.values(row).join('|');
      if (this.known.has(key) || this.known.size >= MOST_KNOWN) continue;
      this.known.add(key);
      try {
        await this.unitOfWork.run(async () => {
          const { manager } = this.unitOfWork;
          if (await manager.existsBy(MissingParameter, row)) return;
          const times = { askedFor: on, askedAt: this.clock.now() };
          await insertRows(manager, MissingParameter, [{ id: newId(), ...row, ...times }]);
        });
      } catch (error) {
        // Another process was faster, which is as good; anything else must not spoil the answer that is under way.
        if (!isDuplicateKey(error)) this.logger.warn({ error: errorFacts(error) });
      }
    }
  }
}

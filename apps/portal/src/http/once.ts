import type { Answer } from './answer.js';

const KEPT_MS = 10 * 60_000;
const MOST = 5_000;

/**
 * Remembers the outcome of a form by its one-time token: a second press, even while the first is on its way, gets the first
 * result. A help within one process; what must never happen twice is guarded by keys in the data.
 */
export class OnceStore {
  private readonly kept = new Map<string, { until: number; answer: Promise<Answer> }>();

  /** Runs `work` for a new key; a refused form (a page) is not kept, since it is sent again with other values. */
  async first(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const now = performance.now();
    for (const [old, entry] of this.kept) {
      if (entry.until > now && this.kept.size <= MOST) break;
      this.kept.delete(old);
    }
    const known = this.kept.get(key);
    if (known) return known.answer;
    const answer = work();
    this.kept.set(key, { until: now + KEPT_MS, answer });
    try {
      const outcome = await answer;
      if (outcome.kind !== 'go') this.kept.delete(key);
      return outcome;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }
}

import { isFit, type MatchAnswer } from '../answer.js';

/** A longer list is sorted at the end rather than kept in order. */
export const INSERTED_MOST = 64;

/** What every row of a list is ordered by. */
export interface Ranked {
  answer: MatchAnswer;
  score: number;
  /** rules that could not be answered */
  unknown: number;
}

/** The best k seen so far, of those that come after a mark. */
export class Top<R extends Ranked> {
  readonly list: R[] = [];
  private readonly inserting: boolean;

  /** @param after the last row of the page before; null: from the first on */
  constructor(
    readonly k: number,
    private readonly compare: (one: R, other: R) => number,
    readonly after: R | null = null,
  ) {
    this.inserting = k <= INSERTED_MOST;
  }

  /** True when nothing unknown can come in any more. */
  get fullOfFits(): boolean {
    return this.inserting && this.list.length === this.k && isFit(this.list[this.k - 1].answer);
  }

  /** What scores less and fits can't come in any more. */
  get leastScore(): number {
    return this.fullOfFits ? this.list[this.k - 1].score : -Infinity;
  }

  /** What scores more and fits was on a page before. */
  get mostScore(): number {
    if (this.after === null) return Infinity;
    return isFit(this.after.answer) ? this.after.score : -Infinity;
  }

  add(row: R): void {
    const { list, k, compare } = this;
    if (this.after !== null && compare(this.after, row) >= 0) return;
    if (!this.inserting) {
      list.push(row);
      return;
    }
    if (list.length === k) {
      if (compare(row, list[k - 1]) > 0) return;
      list.pop();
    }
    let at = list.length;
    list.push(row);
    for (; at > 0 && compare(row, list[at - 1]) < 0; at -= 1) list[at] = list[at - 1];
    list[at] = row;
  }

  done(): R[] {
    return this.inserting ? this.list : this.list.sort(this.compare).slice(0, this.k);
  }
}

const best = new Float64Array(INSERTED_MOST);

/** The k-th highest of the first `count` values; k is at most `count`. More than are kept in order are not told apart. */
export function kthBest(values: Float64Array, count: number, k: number): number {
  if (k > INSERTED_MOST) return -Infinity;
  let held = 0;
  for (let at = 0; at < count; at += 1) {
    const value = values[at];
    if (held === k && value <= best[k - 1]) continue;
    let place = held === k ? k - 1 : held++;
    for (; place > 0 && best[place - 1] < value; place -= 1) best[place] = best[place - 1];
    best[place] = value;
  }
  return best[k - 1];
}

import type { IsoDate } from '../calendar.js';
import { RuleRefusal } from '../refusal.js';
import { byText } from './canonical.js';
import { checkChoices } from './check-round.js';
import type { Placement, RoundColumns } from './columns.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { withFloor } from './floor.js';
import { columnsOf } from './prepare.js';
import { type Chance, chanceOf, shuffled } from './random.js';
import type { AllocationEntrant, AllocationPost } from './round.js';

/** Fewer rounds say too little about chance. */
export const LEAST_RUNS = 1_000;
const MOST_RUNS = 100_000;
/** A group of fewer people is not shown: its figures would be somebody's. */
export const SMALLEST_GROUP = 5;
/** Reserved shares tried, in per cent. */
export const TRIED_SHARES = [0, 5, 10, 15, 20] as const;
/** One list in this many has two neighbours swapped when choices are perturbed. */
const PERTURBED_ONE_IN = 5;

/** Frozen data that a planned round is tried on. Nothing in it is drawn yet. */
export interface SimulationFacts {
  posts: readonly AllocationPost[];
  /** in the order of the roster: today's first come, first served */
  entrants: readonly AllocationEntrant[];
  lists: readonly { ticket: string; posts: readonly string[] }[];
  /** whose reserved share is varied from 0 to 20 % */
  reserve: { status: string; basis: string; countedOn: IsoDate };
  /** ticket → group in the report; left out: 其他 */
  groups: ReadonlyMap<string, string>;
  /** rounds a scenario, ≥ 1,000 */
  runs: number;
  /** of the simulation's own chance; the same seed gives the same report */
  seed: number;
}

/** Figures of a group over all runs of a scenario: totals, for means without rounding, and the worst and best run. */
export interface SimulatedGroup {
  group: string;
  /** null throughout: hidden, too few people (or the only other one that would give them away) */
  people: number | null;
  placed: number | null;
  firstChoice: number | null;
  placedLeast: number | null;
  placedMost: number | null;
}

export interface SimulatedScenario {
  /** `DRAWS` as announced; `CHOICES` with perturbed lists; `RESERVE_10` …; `TODAY_ROSTER`, `TODAY_SINGLE`: today's practice */
  scenario: string;
  label: string;
  runs: number;
  /** everybody; never hidden */
  all: SimulatedGroup;
  groups: readonly SimulatedGroup[];
}

/** 模拟报告: its canonical text is published, and its hash stands in the roster. */
export interface SimulationReport {
  runs: number;
  seed: number;
  posts: number;
  seats: number;
  scenarios: readonly SimulatedScenario[];
}

/** First come, first served: in the order of the roster each takes the first listed post that has a seat. */
function byRosterOrder(columns: RoundColumns, order: Int32Array): Placement {
  const free = columns.seats.slice();
  const choice = new Int32Array(columns.people).fill(-1);
  const kind = new Uint8Array(columns.people);
  for (const person of order) {
    for (let at = columns.choiceStart[person] as number; at < (columns.choiceStart[person + 1] as number); at += 1) {
      const post = columns.choicePost[at] as number;
      if (free[post] === 0) continue;
      free[post] -= 1;
      choice[person] = at;
      break;
    }
  }
  return { choice, kind };
}

/** The columns with everybody's first choice only. */
function firstChoicesOnly(columns: RoundColumns): RoundColumns {
  const { people, choiceStart, choicePost, choiceMark } = columns;
  const asks = Array.from({ length: people }, (_, person) => person).filter(
    (person) => choiceStart[person] !== choiceStart[person + 1],
  );
  const starts = new Int32Array(people + 1);
  for (const person of asks) starts[person + 1] = 1;
  for (let person = 0; person < people; person += 1) starts[person + 1] += starts[person] as number;
  return {
    ...columns,
    choiceStart: starts,
    choicePost: Int32Array.from(asks, (person) => choicePost[choiceStart[person] as number] as number),
    choiceMark: Uint8Array.from(asks, (person) => choiceMark[choiceStart[person] as number] as number),
  };
}

/** The columns with two neighbours swapped in some lists. */
function perturbed(columns: RoundColumns, chance: Chance): RoundColumns {
  const choicePost = columns.choicePost.slice();
  const choiceMark = columns.choiceMark.slice();
  for (let person = 0; person < columns.people; person += 1) {
    const start = columns.choiceStart[person] as number;
    const length = (columns.choiceStart[person + 1] as number) - start;
    if (length < 2 || chance(PERTURBED_ONE_IN) > 0) continue;
    const at = start + chance(length - 1);
    [choicePost[at], choicePost[at + 1]] = [choicePost[at + 1] as number, choicePost[at] as number];
    [choiceMark[at], choiceMark[at + 1]] = [choiceMark[at + 1] as number, choiceMark[at] as number];
  }
  return { ...columns, choicePost, choiceMark };
}

const OTHERS = '其他';
const ALL = '全部';

/** Collects figures per group over runs. */
class Tally {
  private readonly totals: { people: number; placed: number; firstChoice: number; least: number; most: number }[];

  constructor(
    private readonly names: readonly string[],
    private readonly groupOf: Int32Array,
  ) {
    this.totals = names.map(() => ({ people: 0, placed: 0, firstChoice: 0, least: Number.MAX_SAFE_INTEGER, most: 0 }));
    for (const group of groupOf) (this.totals[group] as { people: number }).people += 1;
  }

  add({ choiceStart }: RoundColumns, { choice }: Placement): void {
    const placed = new Int32Array(this.names.length);
    this.groupOf.forEach((group, person) => {
      if ((choice[person] as number) < 0) return;
      placed[group] += 1;
      const total = this.totals[group];
      if (total && choice[person] === choiceStart[person]) total.firstChoice += 1;
    });
    this.totals.forEach((total, group) => {
      const count = placed[group] as number;
      total.placed += count;
      total.least = Math.min(total.least, count);
      total.most = Math.max(total.most, count);
    });
  }

  /**
   * With small groups hidden. Everybody's figures are published, so what is hidden can be told from them as one sum: the smallest others
   * are hidden too, until that sum is of two groups and of enough people.
   *
   * @param whole everybody as one group: never hidden
   */
  done(whole = false): SimulatedGroup[] {
    const hidden = whole ? new Set<number>() : this.tooSmall();
    return this.totals.map(({ people, placed, firstChoice, least, most }, group) => {
      const shown = (value: number): number | null => (hidden.has(group) ? null : value);
      return {
        group: this.names[group] as string,
        people: shown(people),
        placed: shown(placed),
        firstChoice: shown(firstChoice),
        placedLeast: shown(least),
        placedMost: shown(most),
      };
    });
  }

  private tooSmall(): Set<number> {
    const sizeOf = (group: number): number => this.totals[group]?.people ?? 0;
    const bySize = this.totals.map((_, group) => group).sort((one, other) => sizeOf(one) - sizeOf(other));
    const hidden = new Set(bySize.filter((group) => sizeOf(group) < SMALLEST_GROUP));
    const sum = (): number => [...hidden].reduce((people, group) => people + sizeOf(group), 0);
    for (const group of bySize) {
      if (hidden.size === 0 || (hidden.size > 1 && sum() >= SMALLEST_GROUP)) break;
      hidden.add(group);
    }
    return hidden;
  }
}

/** How far a simulation is, in rounds tried. */
export interface SimulationProgress {
  done: number;
  total: number;
}

/** So many rounds are tried between two looks at the progress. */
const RUNS_A_STEP = 10;

/**
 * Tries a planned round many times on frozen data: other draws, perturbed choices, reserves from 0 to 20 %, beside today's practice.
 *
 * @returns placed and first choice by group; the same facts and seed give the same report
 * @throws RuleRefusal VALIDATION for fewer than 1,000 runs, and for lists that don't fit posts and roster
 */
export function simulateAllocation(facts: SimulationFacts): SimulationReport {
  const simulation = simulationOf(facts);
  for (;;) {
    const { done, value } = simulation.next();
    if (done) return value;
  }
}

/**
 * {@link simulateAllocation} in small steps, for a process that has other things to do meanwhile.
 *
 * @returns yields how far it is, and gives the report in the end
 * @throws RuleRefusal VALIDATION, at the first step
 */
export function* simulationOf(facts: SimulationFacts): Generator<SimulationProgress, SimulationReport, void> {
  const { runs, seed, entrants, lists } = facts;
  if (!Number.isInteger(runs) || runs < LEAST_RUNS || runs > MOST_RUNS)
    throw new RuleRefusal('VALIDATION', 'runs', undefined, `模拟次数要在 ${LEAST_RUNS} 到 ${MOST_RUNS} 之间。`);
  checkChoices(facts, { lists, left: [] });
  const posts = [...facts.posts].sort((one, other) => byText(one.id, other.id));
  // Nobody has a number yet: the roster's order stands in, and every run draws its own.
  const numbers = new Map(entrants.map(({ ticket }, index) => [ticket, index + 1]));
  const frozen = columnsOf(entrants, posts, { lists, left: [] }, numbers);
  const seats = posts.reduce((sum, post) => sum + post.seats, 0);
  const names = [...new Set(entrants.map(({ ticket }) => facts.groups.get(ticket) ?? OTHERS))].sort(byText);
  const groupOf = Int32Array.from(entrants, ({ ticket }) => names.indexOf(facts.groups.get(ticket) ?? OTHERS));

  interface Trial {
    name: string;
    label: string;
    runs: number;
    run(chance: Chance): Placement;
    over: RoundColumns;
  }
  const drawn = (columns: RoundColumns, chance: Chance): RoundColumns => ({
    ...columns,
    drawRank: shuffled(columns.people, chance),
  });
  const reservedAt = (percent: number): RoundColumns => {
    const floor = { ...facts.reserve, share: `${percent}/100`, seats };
    const reserved = withFloor(floor, posts).map(({ reserve }) => reserve?.seats ?? 0);
    return { ...frozen, reserved: Int32Array.from(reserved) };
  };
  const none = { ...frozen, reserved: new Int32Array(posts.length) };
  const single = firstChoicesOnly(none);
  const order = Int32Array.from(entrants, (_, person) => person);
  const accepting = (name: string, label: string, over: RoundColumns, vary?: typeof perturbed): Trial => ({
    name,
    label,
    runs,
    over,
    run: (chance) => {
      const columns = drawn(over, chance);
      return deferredAcceptance(vary ? vary(columns, chance) : columns);
    },
  });
  const trials: Trial[] = [
    accepting('DRAWS', '按公告办法，换不同的摇号', frozen),
    accepting('CHOICES', '志愿略有变动', frozen, perturbed),
    ...TRIED_SHARES.map((percent) => accepting(`RESERVE_${percent}`, `预留 ${percent}%`, reservedAt(percent))),
    {
      name: 'TODAY_ROSTER',
      label: '现行做法：按名册先后',
      runs: 1,
      over: none,
      run: () => byRosterOrder(none, order),
    },
    accepting('TODAY_SINGLE', '现行做法：只报一个', single),
  ];
  const total = trials.reduce((sum, trial) => sum + trial.runs, 0);
  let done = 0;
  const scenarios: SimulatedScenario[] = [];
  for (const { name, label, runs: count, run, over } of trials) {
    const groups = new Tally(names, groupOf);
    const all = new Tally([ALL], new Int32Array(entrants.length));
    // Each scenario begins anew, so that all of them see the same draws.
    const chance = chanceOf(seed);
    for (let at = 0; at < count; at += 1) {
      const placement = run(chance);
      groups.add(over, placement);
      all.add(over, placement);
      done += 1;
      if (done % RUNS_A_STEP === 0) yield { done, total };
    }
    const [everybody] = all.done(true);
    scenarios.push({
      scenario: name,
      label,
      runs: count,
      all: everybody as SimulatedGroup,
      groups: groups.done(),
    });
  }
  return { runs, seed, posts: posts.length, seats, scenarios };
}

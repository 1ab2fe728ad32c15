import { auditPlacement, type Placement, type RoundColumns } from '../../index.js';
import { type Chance, shuffled } from '../random.js';
import { allLists, blocks, listOf, textbook } from './oracle.js';

export type Engine = (columns: RoundColumns) => Placement;
/** Answers what is wrong; null when nothing is. */
export type Check = (engine: Engine, columns: RoundColumns, chance: Chance) => string | null;

/** Place on the own list, lower is better; none is worst. */
const wished = ({ choiceStart }: RoundColumns, { choice }: Placement, person: number): number =>
  (choice[person] as number) < 0
    ? Number.POSITIVE_INFINITY
    : (choice[person] as number) - (choiceStart[person] as number);

/** The columns with one person's list replaced: posts in order, each with the mark the person has there. */
function withList(
  columns: RoundColumns,
  person: number,
  list: readonly number[],
  markAt: readonly number[],
): RoundColumns {
  const start = columns.choiceStart[person] as number;
  const end = columns.choiceStart[person + 1] as number;
  const grown = list.length - (end - start);
  return {
    ...columns,
    choiceStart: columns.choiceStart.map((at, index) => (index > person ? at + grown : at)),
    choicePost: Int32Array.from([...columns.choicePost.slice(0, start), ...list, ...columns.choicePost.slice(end)]),
    choiceMark: Uint8Array.from([
      ...columns.choiceMark.slice(0, start),
      ...list.map((post) => markAt[post] as number),
      ...columns.choiceMark.slice(end),
    ]),
  };
}

/** The columns with people in another order. @returns them with the old index of each new one */
function reordered(columns: RoundColumns, order: Int32Array): RoundColumns {
  const lists = Array.from(order, (person) => listOf(columns, person));
  const choiceStart = new Int32Array(columns.people + 1);
  lists.forEach((list, person) => (choiceStart[person + 1] = (choiceStart[person] as number) + list.length));
  const at = lists.flat().map((claim) => claim.at);
  return {
    ...columns,
    choiceStart,
    choicePost: Int32Array.from(at, (entry) => columns.choicePost[entry] as number),
    choiceMark: Uint8Array.from(at, (entry) => columns.choiceMark[entry] as number),
    drawRank: Int32Array.from(order, (person) => columns.drawRank[person] as number),
  };
}

const others = (columns: RoundColumns, except: number): number[] =>
  Array.from({ length: columns.people }, (_, person) => person).filter((person) => person !== except);

/** A1 to A6, each by a way of its own. */
export const CHECKS: Readonly<Record<string, Check>> = {
  'A1 by definition': (engine, columns) => blocks(columns, engine(columns).choice)[0] ?? null,

  'A1 by the audit': (engine, columns) => {
    const { overfilled, misreserved, envy, waste } = auditPlacement(columns, engine(columns));
    return overfilled + misreserved + envy + waste === 0
      ? null
      : JSON.stringify({ overfilled, misreserved, envy, waste });
  },

  'A3 better priority': (engine, columns, chance) => {
    if (columns.people < 2) return null;
    const lifted = chance(columns.people);
    const rank = columns.drawRank[lifted] as number;
    const better = chance(rank + 1);
    const drawRank = columns.drawRank.map((one, person) =>
      person === lifted ? better : one >= better && one < rank ? one + 1 : one,
    );
    const [before, after] = [engine(columns), engine({ ...columns, drawRank })];
    return wished(columns, after, lifted) <= wished(columns, before, lifted)
      ? null
      : `${lifted} lost by a better number`;
  },

  'A3 order of asking': (engine, columns, chance) => {
    const order = shuffled(columns.people, chance);
    const other = reordered(columns, order);
    const [before, after] = [engine(columns), engine(other)];
    for (const [now, person] of order.entries())
      if (wished(columns, before, person) !== wished(other, after, now) || before.kind[person] !== after.kind[now])
        return `${person} fares otherwise in another order`;
    return null;
  },

  'A4 one more open seat': (engine, columns, chance) => {
    const post = chance(columns.seats.length);
    const more = { ...columns, seats: columns.seats.map((count, index) => (index === post ? count + 1 : count)) };
    const [before, after] = [engine(columns), engine(more)];
    const hurt = others(columns, -1).find((one) => wished(columns, after, one) > wished(columns, before, one));
    return hurt === undefined ? null : `${hurt} lost by a seat more`;
  },

  'A4 a leaver': (engine, columns, chance) => {
    if (columns.people === 0) return null;
    const leaver = chance(columns.people);
    const rest = withList(columns, leaver, [], []);
    const [before, after] = [engine(columns), engine(rest)];
    const hurt = others(columns, leaver).find((one) => wished(rest, after, one) > wished(columns, before, one));
    return hurt === undefined ? null : `${hurt} lost by a leaver`;
  },

  'A5 reserves': (engine, columns) => {
    const { choice, kind } = engine(columns);
    const used = Array.from(columns.seats, () => 0);
    const accepted = Array.from(columns.seats, () => 0);
    choice.forEach((at, person) => {
      if (at < 0) return;
      const post = columns.choicePost[at] as number;
      const eligible = (columns.choiceMark[at] as number) % 2;
      accepted[post] = (accepted[post] as number) + eligible;
      if (kind[person] === 1) used[post] = (used[post] as number) + 1;
    });
    const post = used.findIndex(
      (count, at) => count !== Math.min(columns.reserved[at] as number, accepted[at] as number),
    );
    return post < 0 ? null : `post ${post} uses ${used[post]} reserved seats`;
  },

  'A6 cut-offs': (engine, columns) => {
    const placement = engine(columns);
    const { reservedCut, openCut } = auditPlacement(columns, placement);
    for (const person of others(columns, -1)) {
      const fair = listOf(columns, person).find(
        ({ post, key, eligible }) =>
          (eligible && key <= (reservedCut[post] as number)) || key <= (openCut[post] as number),
      );
      if ((fair?.at ?? -1) !== placement.choice[person]) return `${person} is not where the cut-offs say`;
    }
    return null;
  },

  'the textbook': (engine, columns) => {
    const { choice, kind } = engine(columns);
    const expected = textbook(columns);
    const at = expected.choice.findIndex(
      (one, person) => one !== choice[person] || expected.kind[person] !== kind[person],
    );
    return at < 0 ? null : `${at} is placed otherwise`;
  },
};

/** A2: with any other list over the posts one fares no better, by the true one. For at most 4 posts. */
export function gains(engine: Engine, columns: RoundColumns, person: number, marks: readonly number[]): string | null {
  const truth = listOf(columns, person).map(({ post }) => post);
  const honest = wished(columns, engine(columns), person);
  for (const list of allLists([...columns.seats.keys()])) {
    const tried = withList(columns, person, list, marks);
    const at = engine(tried).choice[person] as number;
    const won = at < 0 ? -1 : truth.indexOf(tried.choicePost[at] as number);
    if (won >= 0 && won < honest) return `${person} gains by ${list.join()} instead of ${truth.join()}`;
  }
  return null;
}

/** The person's mark at every post: as listed, else by chance with the same eligibility. */
export function marksOf(columns: RoundColumns, person: number, chance: Chance): number[] {
  const list = listOf(columns, person);
  const eligible = Number(list[0]?.eligible ?? false);
  return Array.from(columns.seats, (_, post) => {
    const listed = list.find((claim) => claim.post === post);
    return listed ? (columns.choiceMark[listed.at] as number) : chance(3) * 4 + eligible;
  });
}

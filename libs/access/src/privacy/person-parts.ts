import { Injectable } from '@nestjs/common';
import type { EntityClass } from '@tongxing/database';
import type { Blind } from '@tongxing/platform';
import type { IsoDate, RetainedYears } from '@tongxing/rules';

/** The natural person whose data it is. */
export interface Subject {
  personId: string;
  /** the person's account, where there is one */
  accountId: string | null;
  /** see `person.idBlind` */
  idBlind: Blind;
}

/** A value as its owner reads it. */
export type Shown = string | number | boolean | null | readonly string[];

/** Records of one kind, each with the names that its owner knows: 应聘 → { 岗位: …, 日期: … }. */
export interface PartSection {
  title: string;
  rows: readonly Readonly<Record<string, Shown>>[];
}

/** Records that the law wants kept after the person has gone. */
export interface KeptRecords {
  /** 2 笔补贴发放: no personal data beyond a count */
  what: string;
  /** the last day that the years run from */
  since: IsoDate;
  years: RetainedYears;
}

/** What one room of the house holds of a person: given out, and taken away. */
export interface PersonPart {
  /** `job-applications` */
  readonly name: string;
  /** tables with rows of a person that this part answers for */
  readonly tables: readonly EntityClass[];
  /** Everything that is held, numbers in clear. Each list has a limit and says when it was cut. */
  collect(subject: Subject): Promise<PartSection[]>;
  /** What must come to its end before the person can go: one sentence each. Empty: nothing. */
  open?(subject: Subject): Promise<string[]>;
  /** What stays, and for how long. */
  kept?(subject: Subject): Promise<KeptRecords[]>;
  /** Destroys what is sealed, and what tells who it was; in the caller's unit of work. Done twice it changes nothing more. */
  erase(subject: Subject): Promise<void>;
}

/** The most records of one kind in a person's file. */
export const MOST_RECORDS = 2_000;

/** Every room's share of what is held of a person. Rooms above register theirs at start, so that the privacy desk forgets none. */
@Injectable()
export class PersonParts {
  private readonly parts: PersonPart[] = [];

  /** @throws Error for a name that stands already: our mistake, and it stops the start */
  register(part: PersonPart): void {
    if (this.parts.some(({ name }) => name === part.name)) throw new Error(`"${part.name}" is registered twice`);
    this.parts.push(part);
  }

  all(): readonly PersonPart[] {
    return this.parts;
  }
}

/** The rows of a section, and a line that says so where there are more. */
export function sectionOf<Row>(
  title: string,
  rows: readonly Row[],
  shown: (row: Row) => Readonly<Record<string, Shown>>,
): PartSection {
  const some = rows.slice(0, MOST_RECORDS).map(shown);
  const more = rows.length > MOST_RECORDS ? [{ 说明: `太多，这里只列 ${MOST_RECORDS} 条` }] : [];
  return { title, rows: [...some, ...more] };
}

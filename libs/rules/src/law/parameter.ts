import type { IsoDate } from '../calendar.js';

/** How far a value is confirmed by the issuer's text. */
export type ParameterStatus = 'CONFIRMED' | 'UNCONFIRMED';
/** Where a row comes from: with the software, entered by an operator, or made up for the demonstration (演示参数). */
export type ParameterOrigin = 'SHIPPED' | 'OPERATOR' | 'DEMO';
/** What is answered after the last period: nothing, or the last value, flagged. */
export type AfterEnd = 'REFUSE' | 'ASSUME';

/** One dated row of law. Never edited, only superseded by another. */
export interface ParameterRow {
  /** stable id; shipped rows: code, scope, qualifier and first day */
  id: string;
  /** `levy.tier.threshold` */
  code: string;
  /** `CN`, or a division code of 2, 4 or 6 digits; the narrowest that covers a place wins */
  scope: string;
  /** unit kind, wage class, sex …; empty when there is none */
  qualifier: string;
  /** what the value counts, for reading */
  unit: string;
  /** exact text: `3/200`, fen, days, JSON for tables */
  value: string;
  from: IsoDate;
  /** inclusive; null: open */
  to: IsoDate | null;
  /** act, number, article */
  source: string;
  status: ParameterStatus;
  origin: ParameterOrigin;
  afterEnd: AfterEnd;
}

/** Answer of a look-up: inside a period, or carried on after the last one. A refusal is thrown instead. */
export interface Found {
  answer: 'known' | 'assumed-continued';
  row: ParameterRow;
}

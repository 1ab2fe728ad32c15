/** What sort of seat somebody got. */
export const SEAT_KINDS = { NONE: 0, RESERVED: 1, OPEN: 2 } as const;

/** A round as typed columns: what the run and its audit read. People and posts by their index; lists end to end. */
export interface RoundColumns {
  people: number;
  /** per post, ≥ 0 */
  seats: Int32Array;
  /** per post, of its seats, 0 … seats */
  reserved: Int32Array;
  /** people + 1 entries: the list of person i is `choiceStart[i] … choiceStart[i + 1] − 1`, best first */
  choiceStart: Int32Array;
  /** per entry, no post twice in one list */
  choicePost: Int32Array;
  /** per entry: bit 0 eligible for the post's reserve, the rest the band (tier, then local preference), lower first */
  choiceMark: Uint8Array;
  /** per person, 0 … span − 1, no two alike */
  drawRank: Int32Array;
  /** the key of an entry is band × span + drawRank: one exact integer, lower first */
  span: number;
}

/** Who got what. */
export interface Placement {
  /** per person: the entry won, −1 none */
  choice: Int32Array;
  /** per person: a value of {@link SEAT_KINDS} */
  kind: Uint8Array;
}

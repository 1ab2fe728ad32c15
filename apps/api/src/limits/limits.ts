const KIB = 1024;

/** What one GraphQL request may be (security.md §4). The same in demo mode: what is tried out is what will run. */
export const QUERY_LIMITS = {
  /** fields inside each other, fragments expanded */
  depth: 8,
  tokens: 1_000,
  documentBytes: 16 * KIB,
  variablesBytes: 256 * KIB,
  /** objects and lists inside each other, the variables themselves being the first */
  jsonDepth: 12,
  aliases: 15,
  directives: 10,
  rootFields: 10,
  mutations: 1,
  /** an object 2, a scalar 1, times `first` */
  cost: 2_000,
  anonymousCost: 500,
  /** the largest `first` of a list */
  first: 100,
  timeMs: 10_000,
  /** requests of one actor that run at the same time in one process */
  atOnce: 4,
  /** more of them wait for their turn; one beyond is refused */
  waiting: 16,
} as const;

/** Numbers of {@link QUERY_LIMITS}; a spec may state smaller ones. */
export type QueryLimits = { readonly [name in keyof typeof QUERY_LIMITS]: number };

/** Injection token of the {@link QueryLimits} in force. */
export const LIMITS = Symbol('LIMITS');

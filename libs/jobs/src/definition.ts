/** What kind of work a job is and how it may be run. */
export interface JobDefinition<Payload extends object> {
  /** kebab-case verb: `send-assessment-notice` */
  readonly name: string;
  /** how many at once in one process */
  readonly concurrency: number;
  /** tries before FAILED */
  readonly attempts: number;
  /** pause before the second try; doubled before each further one */
  readonly backoffMs: number;
  /** how long a worker may be silent before another takes the job over; renewed while the handler runs */
  readonly leaseMs: number;
  /** a handler that runs longer has failed */
  readonly deadlineMs: number;
  /** only carries the type */
  readonly payload?: Payload;
}

const DEFAULTS = { concurrency: 1, attempts: 5, backoffMs: 1_000, leaseMs: 30_000, deadlineMs: 5 * 60_000 };

/** Names a kind of job. Its handler must bear to run twice: delivery is at least once. */
export const defineJob = <Payload extends object>(
  definition: Pick<JobDefinition<Payload>, 'name'> & Partial<JobDefinition<Payload>>,
): JobDefinition<Payload> => ({ ...DEFAULTS, ...definition });

/** Tells a handler what it runs for. */
export interface JobContext {
  readonly jobId: string;
  /** from 1 */
  readonly attempt: number;
  /** aborted when the deadline has passed, or another worker may have taken the job over: stop, and write nothing more */
  readonly signal: AbortSignal;
}

/** Ends what a job was about, in the unit of work that marks it FAILED after its last try, also when its worker was killed each time. */
export type JobGivenUp<Payload extends object> = (payload: Payload) => Promise<void>;

export type JobHandler<Payload extends object> = (payload: Payload, context: JobContext) => Promise<void>;

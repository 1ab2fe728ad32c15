/** Runs the jobs of the table. Two kinds: from the table alone, or relayed through Redis. Same meaning. */
export abstract class JobRunner {
  /** @throws Error when a waiting job has no handler; StartError REDIS_UNREACHABLE, REDIS_POLICY */
  abstract start(): Promise<void>;
  /** Takes nothing new and waits for what is running. */
  abstract stop(): Promise<void>;
  /** False once the runner no longer looks for work. */
  abstract isAlive(): boolean;
}

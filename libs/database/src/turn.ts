/** Waiting longer than this for the embedded database means a unit of work hangs: better an error than a silent stop. */
const TURN_TIMEOUT_MS = 60_000;

/** First come, first served: one holder at a time, in one process. */
export class Turn {
  private tail: Promise<void> = Promise.resolve();

  /**
   * Waits for the turn and takes it.
   *
   * @returns gives the turn back; calling it twice does no harm
   * @throws Error when the turn did not come in time
   */
  async take(timeoutMs: number = TURN_TIMEOUT_MS): Promise<() => void> {
    let giveBack: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    const before = this.tail;
    this.tail = before.then(() => mine);

    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no turn at the embedded database within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      await Promise.race([before, late]);
      return giveBack;
    } catch (error) {
      giveBack();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }
}

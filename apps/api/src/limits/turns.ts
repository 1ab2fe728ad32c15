/** Lets so many requests of one actor run at the same time; some more wait for their turn, in order. */
export class Turns {
  private readonly actors = new Map<string, { running: number; waiting: (() => void)[] }>();

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /**
   * Waits for a turn.
   *
   * @returns gives the turn back, once however often it is called; undefined when too many wait already
   */
  async take(actor: string): Promise<(() => void) | undefined> {
    const line = this.actors.get(actor) ?? { running: 0, waiting: [] };
    this.actors.set(actor, line);
    if (line.running < this.atOnce) line.running += 1;
    else if (line.waiting.length < this.waiting) await new Promise<void>((go) => line.waiting.push(go));
    else return undefined;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      // The turn goes to the next one as it is, so that nobody who comes now gets ahead.
      const next = line.waiting.shift();
      if (next) next();
      else {
        line.running -= 1;
        if (line.running === 0) this.actors.delete(actor);
      }
    };
  }
}

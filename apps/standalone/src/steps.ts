type Detail = string | undefined | void;

/** Prints one line a step with the seconds it took. */
export function steps(print: (line: string) => void) {
  const done = (name: string, seconds: number, detail?: string): void =>
    print(`${name} (${seconds.toFixed(1)} s)${detail ? `: ${detail}` : ''}`);
  const step = async (name: string, work: () => Promise<Detail>): Promise<void> => {
    const start = performance.now();
    const detail = await work();
    done(name, (performance.now() - start) / 1000, detail ?? undefined);
  };
  return Object.assign(step, { done });
}

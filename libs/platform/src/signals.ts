const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Ends the process in order on SIGTERM or SIGINT: `close` runs once, then the signal is raised again so that the exit status tells of it (143, 130).
 *
 * @param close lets running work end; a failure is printed and the process ends all the same
 */
export function endOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (closing) return;
    closing = true;
    close()
      .catch((error: unknown) => process.stderr.write(`SHUTDOWN_FAILED: ${(error as Error)?.name ?? 'Error'}\n`))
      .finally(() => {
        for (const name of SIGNALS) process.removeListener(name, onSignal);
        process.kill(process.pid, signal);
      });
  };
  for (const name of SIGNALS) process.on(name, onSignal);
}

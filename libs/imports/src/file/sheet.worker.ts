import { parentPort, workerData } from 'node:worker_threads';
import { BATCHES_AHEAD } from '../limits.js';
import { FileRefusal } from './refusal.js';
import { openSheet, type SheetRequest } from './sheet.js';
import type { ParserMessage } from './sheet-reader.js';

/** The parser thread: reads one file, stays a few batches ahead of the reader, ends. */
async function run(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('sheet.worker runs as a thread only');
  const say = (message: ParserMessage): void => port.postMessage(message);
  let ahead = 0;
  let wake: () => void = () => undefined;
  port.on('message', () => {
    ahead -= 1;
    wake();
  });
  try {
    const { head, batches } = await openSheet(workerData as SheetRequest);
    say({ type: 'head', head });
    for await (const batch of batches) {
      while (ahead >= BATCHES_AHEAD) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      ahead += 1;
      say({ type: 'rows', batch });
    }
    say({ type: 'end' });
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    say({ type: 'refused', reasons: [...error.reasons] });
  } finally {
    port.close();
  }
}

await run();

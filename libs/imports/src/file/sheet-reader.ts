import { Worker } from 'node:worker_threads';
import { PARSER_MEMORY_MB, PARSER_TIME_MS } from '../limits.js';
import { type FileReason, FileRefusal, refuse } from './refusal.js';
import { openSheet, type RowBatch, type SheetHead, type SheetRequest } from './sheet.js';

/** What the parser thread says, in this order: `head`, any `rows`, then `end` or `refused`. */
export type ParserMessage =
  | { type: 'head'; head: SheetHead }
  | { type: 'rows'; batch: RowBatch }
  | { type: 'end' }
  | { type: 'refused'; reasons: FileReason[] };

/** A file being read. `batches` is read once, to its end or to `close`. */
export interface OpenedSheet {
  head: SheetHead;
  batches: AsyncIterable<RowBatch>;
  close(): Promise<void>;
}

const here = import.meta.url;
/** Run from the TypeScript sources (specs), there is no compiled file that a thread could load. */
const isSource = here.endsWith('.ts');

/** Messages of a thread as a queue that waits. */
class Inbox {
  private readonly messages: ParserMessage[] = [];
  private failure: Error | undefined;
  private wake: () => void = () => undefined;

  put(message: ParserMessage): void {
    this.messages.push(message);
    this.wake();
  }

  fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  async take(): Promise<ParserMessage> {
    for (;;) {
      const message = this.messages.shift();
      if (message !== undefined) return message;
      if (this.failure !== undefined) throw this.failure;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

/**
 * Opens a roster in a parser thread of its own: a file that hurts takes its own heap and time, not the server's.
 *
 * @param workerUrl compiled `sheet.worker.js`; stated by specs only, as is `timeMs`, the time that the parser may keep its reader waiting in sum
 * @throws FileRefusal with the codes of whole files, also while batches are read
 */
export async function openSheetInThread(
  request: SheetRequest,
  workerUrl: URL = new URL('./sheet.worker.js', here),
  timeMs = PARSER_TIME_MS,
): Promise<OpenedSheet> {
  const inbox = new Inbox();
  const worker = new Worker(workerUrl, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: PARSER_MEMORY_MB },
  });
  worker.on('message', (message: ParserMessage) => inbox.put(message));
  worker.on('error', (error: NodeJS.ErrnoException) =>
    inbox.fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('FILE_TOO_LARGE') : error),
  );
  worker.on('exit', () => inbox.fail(new Error('the parser thread ended early')));
  const close = async (): Promise<void> => {
    await worker.terminate();
  };

  // Only the time that the parser keeps its reader waiting: a slow database must not refuse a good file half-way.
  let leftMs = timeMs;
  async function next(): Promise<ParserMessage> {
    const start = performance.now();
    const timer = setTimeout(() => {
      inbox.fail(refuse('FILE_REJECTED', { hint: '读这个表格用了太长时间，请分成几个文件' }));
      void worker.terminate();
    }, leftMs);
    const message = await inbox.take().finally(() => clearTimeout(timer));
    leftMs -= performance.now() - start;
    if (message.type === 'refused') throw new FileRefusal(message.reasons);
    return message;
  }
  async function* batches(): AsyncGenerator<RowBatch> {
    try {
      for (;;) {
        const message = await next();
        if (message.type !== 'rows') return;
        worker.postMessage('more');
        yield message.batch;
      }
    } finally {
      await close();
    }
  }

  try {
    const first = await next();
    if (first.type !== 'head') throw new Error('the parser thread spoke out of turn');
    return { head: first.head, batches: batches(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a roster: in a parser thread, or in this one when run from the sources. */
export async function readSheet(request: SheetRequest): Promise<OpenedSheet> {
  if (!isSource) return openSheetInThread(request);
  return { ...(await openSheet(request)), close: async () => undefined };
}

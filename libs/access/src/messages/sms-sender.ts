import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@tongxing/platform';

/** One text message on its way out. */
export interface Sms {
  /** the message's id: a gateway that gets it twice sends it once */
  id: string;
  phone: string;
  text: string;
}

/** Hands text messages to whoever delivers them. */
export abstract class SmsSender {
  /** @throws SmsRefused when it was not taken; any other error counts as a passing one */
  abstract send(sms: Sms): Promise<void>;
}

/** The gateway said no: trying again would not help. */
export class SmsRefused extends Error {
  /** @param code of the gateway, no words */
  constructor(readonly code: string) {
    super(`the text message was refused: ${code}`);
    this.name = 'SmsRefused';
  }
}

/**
 * Writes each message as a line of JSON into one file a day, readable by the system's user alone. A county's gateway picks them up from
 * there; what is in them is personal data, and cleaning up is the gateway's part.
 */
export class FileSmsSender extends SmsSender {
  constructor(
    private readonly directory: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send({ id, phone, text }: Sms): Promise<void> {
    const at = this.clock.wall().toISOString();
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const line = `${JSON.stringify({ id, at, phone, text })}\n`;
    await appendFile(join(this.directory, `${at.slice(0, 10)}.jsonl`), line, { mode: 0o600 });
  }
}

/** Keeps them to itself: in the demonstration `/demo/sms` shows what would have gone out. */
export class MemorySmsSender extends SmsSender {
  readonly sent: Sms[] = [];
  private static readonly MOST = 200;

  send(sms: Sms): Promise<void> {
    this.sent.push(sms);
    if (this.sent.length > MemorySmsSender.MOST) this.sent.shift();
    return Promise.resolve();
  }
}

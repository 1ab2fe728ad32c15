/** What the bank is asked to do once. The key is the same however often it is sent. */
export interface BankOrder {
  key: string;
  amountFen: number;
  accountName: string;
  accountNumber: string;
  purpose: string;
}

export type BankAnswer =
  | { state: 'ACCEPTED' | 'PAID' }
  | { state: 'FAILED'; reason: string }
  | { state: 'PROCESSING' }
  | { state: 'NOT_FOUND' };

/** What a bank says by itself about one of our keys. A hint, never a result: the bank is asked before anything is settled. */
export interface BankWord {
  /** the bank's own number of this message: the same one again is the same message */
  id: string;
  key: string;
  result: 'PAID' | 'FAILED';
  amountFen: number;
}

/** Headers of a request, in lower case. */
export type CallbackHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The bank's reply was lost, late or unreadable: nobody knows whether the order stands. Never a failure. */
export class UnknownOutcome extends Error {}

/** 银行接口. One for a direct line to a bank; the sandbox stands behind it in the demonstration. */
export abstract class BankGateway {
  /** What the bank promises: safe to send a key again, and for how long. */
  abstract readonly capabilities: { dedupesByKey: boolean; windowMs: number };
  /** False where this installation has no line to a bank. */
  abstract readonly available: boolean;

  /**
   * @throws UnknownOutcome
   * @throws DomainError IDEMPOTENCY_MISMATCH when the key stands for another amount or account
   */
  abstract submit(order: BankOrder): Promise<BankAnswer>;
  /** What became of a key. @throws UnknownOutcome */
  abstract outcomeOf(key: string): Promise<BankAnswer>;

  /**
   * Reads a message that came to our door, once its signature is the bank's.
   *
   * @param profile which bank or agreement it claims to be of
   * @param body    byte by byte: what was signed
   * @returns null when nothing of this profile has signed it
   * @throws DomainError VALIDATION for signed bytes that say nothing
   */
  abstract verifyCallback(profile: string, headers: CallbackHeaders, body: Buffer): BankWord | null;
}

/** No line to a bank: files are exported and uploaded by hand. */
export class NoBankGateway extends BankGateway {
  readonly capabilities = { dedupesByKey: false, windowMs: 0 };
  readonly available = false;

  submit(): Promise<BankAnswer> {
    return Promise.reject(new Error('there is no line to a bank'));
  }

  outcomeOf(): Promise<BankAnswer> {
    return Promise.reject(new Error('there is no line to a bank'));
  }

  verifyCallback(): null {
    return null;
  }
}

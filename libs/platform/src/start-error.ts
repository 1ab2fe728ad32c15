/** A start that cannot go on, told in one line: what, and what to do. */
export class StartError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'StartError';
  }
}

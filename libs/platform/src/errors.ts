/**
 * An expected failure, shown to the person who caused it.
 *
 * @param code    stable, `UPPER_SNAKE`; part of the public contract
 * @param message what happened, in Chinese, without personal data
 * @param field   the input that is wrong, as a path (`hires.0.grade`)
 * @param hint    what to do next, in Chinese
 * @param retryAfter whole seconds until the same may be tried again
 */
export class DomainError extends Error {
  readonly code: string;
  readonly field?: string;
  readonly hint?: string;
  readonly retryAfter?: number;

  constructor(
    code: string,
    message: string,
    options: { field?: string; hint?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    if (options.field !== undefined) this.field = options.field;
    if (options.hint !== undefined) this.hint = options.hint;
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** A record that does not exist or lies outside the viewer's region: both look the same on purpose. */
export const notFound = (what: string): DomainError =>
  new DomainError('NOT_FOUND', `没有找到${what}。`, { hint: '请检查链接或编号，或回到列表重新查找。' });

import type { ProblemCode } from '../problems.js';

/** One reason to refuse a file, with what its message says. */
export interface FileReason {
  code: ProblemCode;
  figures?: Record<string, string | number>;
  hint?: string;
}

/** The file as a whole cannot be read. Crosses the thread boundary as its plain `reasons`. */
export class FileRefusal extends Error {
  constructor(readonly reasons: readonly FileReason[]) {
    super(reasons.map((reason) => reason.code).join(' '));
    this.name = 'FileRefusal';
  }
}

export const refuse = (
  code: ProblemCode,
  more: { figures?: Record<string, string | number>; hint?: string } = {},
): FileRefusal => new FileRefusal([{ code, ...more }]);

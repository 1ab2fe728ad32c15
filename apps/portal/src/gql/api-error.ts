export interface ApiErrorDetails {
  field?: string;
  hint?: string;
  /** seconds */
  retryAfter?: number;
  traceId?: string;
}

/** A refusal or failure of the API, as its `extensions` tell it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: ApiErrorDetails = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

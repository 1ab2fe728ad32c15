/** A refusal or failure of the API, as its `extensions` tell it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: { field?: string; hint?: string; traceId?: string } = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** What `consoleFetch` throws for an answer that is neither a success nor 304. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    message: string,
    readonly code?: number,
    readonly response?: Response,
    readonly json?: unknown,
  ) {
    super(message);
  }
}

/** No headers came within the time `consoleFetch` was given. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor(
    readonly url: string,
    readonly ms: number,
  ) {
    super(`No answer from ${url} within ${ms} ms.`);
  }
}

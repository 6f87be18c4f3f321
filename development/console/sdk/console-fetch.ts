import { isRecord, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { HttpError, TimeoutError } from './http-error';
import { csrfToken, SESSION_ENDED } from './session';

const DEFAULT_TIMEOUT = 60_000;
const ATTEMPTS = 4;
const RETRY_PAUSE = 250;

/** Ends with the headers or the time, whichever comes first; the body may take as long as it likes. */
const inTime = async (work: Promise<Response>, url: string, ms: number): Promise<Response> => {
  if (ms <= 0) return work;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(url, ms)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};

const parsed = async (response: Response): Promise<unknown> => {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
};

const messageOf = (json: unknown, response: Response): string => {
  const causes = listAt(json, 'details', 'causes').flatMap(
    (cause) => textAt(cause, 'message') ?? [],
  );
  return (
    (causes.length > 0 ? causes.join('; ') : undefined) ??
    textAt(json, 'message') ??
    textAt(json, 'error') ??
    (response.statusText || `HTTP ${response.status}`)
  );
};

const failure = async (response: Response): Promise<HttpError> => {
  if (response.status === 401) window.dispatchEvent(new Event(SESSION_ENDED));
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json = isJson ? await parsed(response) : undefined;
  return new HttpError(messageOf(json, response), response.status, response, json);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * `fetch` with the console's headers. The time limit, in milliseconds, covers the headers only;
 * 429 is tried again three times; every other failure is an `HttpError`.
 */
export const consoleFetch = async (
  url: string,
  options: RequestInit | null = {},
  timeout: number | null = DEFAULT_TIMEOUT,
): Promise<Response> => {
  const headers = {
    ...Object.fromEntries(new Headers(options?.headers)),
    'X-CSRFToken': csrfToken(),
  };
  const init = { ...options, headers };
  for (let attempt = 1; ; attempt += 1) {
    const response = await inTime(fetch(url, init), url, timeout ?? 0);
    if (response.ok || response.status === 304) return response;
    if (response.status !== 429 || attempt === ATTEMPTS) throw await failure(response);
    await pause(RETRY_PAUSE * attempt);
  }
};

export const consoleFetchText = async (
  url: string,
  options?: RequestInit | null,
  timeout?: number | null,
): Promise<string> => (await consoleFetch(url, options, timeout)).text();

const json = async (
  url: string,
  method = 'GET',
  options?: RequestInit | null,
  timeout?: number | null,
): Promise<unknown> => {
  const headers = {
    Accept: 'application/json',
    ...Object.fromEntries(new Headers(options?.headers)),
  };
  const text = await consoleFetchText(url, { ...options, method, headers }, timeout);
  return text === '' ? {} : (JSON.parse(text) as unknown);
};

type Send = (
  url: string,
  body?: unknown,
  options?: RequestInit | null,
  timeout?: number | null,
) => Promise<unknown>;

const sending =
  (method: string, type: (body: unknown) => string): Send =>
  (url, body, options, timeout) =>
    json(
      url,
      method,
      isRecord(body) || Array.isArray(body)
        ? {
            ...options,
            body: JSON.stringify(body),
            headers: {
              ...Object.fromEntries(new Headers(options?.headers)),
              'Content-Type': type(body),
            },
          }
        : options,
      timeout,
    );

const plain = (): string => 'application/json';
const patch = (body: unknown): string =>
  Array.isArray(body) ? 'application/json-patch+json' : 'application/merge-patch+json';

/** `consoleFetch` for JSON, with a function for each method that carries a body. */
export const consoleFetchJSON = Object.assign(json, {
  post: sending('POST', plain),
  put: sending('PUT', plain),
  patch: sending('PATCH', patch),
  delete: sending('DELETE', plain),
});

import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { textAt, type UnreadReason } from '@cnv-ai/engine/kubernetes';
import type { Budget } from './budget';
import type { Connection } from './connection';

/** What came back: a status and a body, or why nothing did. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      /** Seconds after which a busy API server wants to be asked again. */
      readonly retryAfter?: number;
    }
  | { readonly kind: 'failed'; readonly reason: UnreadReason; readonly message: string };

export type ApiRequest = {
  /** A PATCH is always a dry run: this client adds `dryRun=All` itself, so that nothing is kept. */
  readonly method?: 'GET' | 'POST' | 'PATCH';
  /** Under the API server's root, with its query. */
  readonly path: string;
  readonly accept?: string;
  readonly body?: string;
  /** Of the body; JSON unless given. */
  readonly contentType?: string;
};

const DRY_RUN = '?dryRun=All';

const pathOf = ({ method, path }: ApiRequest): string =>
  method === 'PATCH' ? `${path.split('?')[0] ?? ''}${DRY_RUN}` : path;

/** One identity's way to one API server, within one budget. Every failure is an answer. */
export type ApiClient = {
  readonly send: (request: ApiRequest) => Promise<Answer>;
  /** HTTP requests sent so far, retries included. */
  readonly reads: () => number;
};

/** One HTTP request to the API server, after it ended. Names no object. */
export type ObservedRead = {
  readonly method: string;
  /** Plural of the kind, or the last part of the path. */
  readonly resource: string;
  /** Absent: no answer came. */
  readonly status?: number;
  /** Epoch milliseconds. */
  readonly started: number;
};

export type ReadObserver = (read: ObservedRead) => void;

export type ApiClientOptions = {
  readonly connection: Connection;
  readonly budget: Budget;
  readonly token?: string;
  /** Told when the API server no longer accepts the token. */
  readonly onRefused?: () => void;
  readonly onRead?: ReadObserver;
};

const RETRIES = 2;
const RETRIED = [429, 500, 502, 503, 504];
const BACKOFF = 100;

const failed = (reason: UnreadReason, message: string): Answer => ({
  kind: 'failed',
  reason,
  message,
});

/** Seconds or an HTTP date; absent or odd: a short backoff. In milliseconds. */
const waitOf = (header: string | string[] | undefined, attempt: number): number => {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return BACKOFF * 2 ** attempt;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? BACKOFF * 2 ** attempt : Math.max(0, date - Date.now());
};

const late = failed('deadline', 'The API server did not answer within the time of this call.');
const left = failed('unavailable', 'The caller went away before the API server answered.');

/** The sentence for a request that got no HTTP answer, from Node's error code. */
const explain = (code: string): string => {
  if (code.includes('CERT') || code.includes('SELF_SIGNED') || code.includes('UNABLE_TO')) {
    return "The API server's certificate is not trusted; check the certificate authority of this cluster.";
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return 'The API server sent more than is read at once.';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return 'The API server cannot be reached at its address.';
  }
  return 'The API server ended the request before it answered in full.';
};

const RESENT = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

type Exchange = { readonly answer: Answer; readonly retryIn?: number };

/** The kind in a path of the API: `/apis/GROUP/VERSION[/namespaces/NAMESPACE]/KIND[/NAME]`. */
const resourceIn = (path: string): string => {
  const [root = '', ...rest] = (path.split('?')[0] ?? '').split('/').filter((part) => part !== '');
  const [first = root, , third] = rest.slice(root === 'api' ? 1 : 2);
  return first === 'namespaces' && third !== undefined ? third : first;
};

export const apiClient = (options: ApiClientOptions): ApiClient => {
  const { connection, budget, token, onRefused, onRead } = options;
  let reads = 0;

  const isOver = (): boolean => budget.signal.aborted;
  const over = (): Answer => (budget.expired() ? late : left);

  const exchange = async (wanted: ApiRequest, attempt: number): Promise<Exchange> => {
    if (isOver()) return { answer: over() };
    reads += 1;
    try {
      const response = await request(`${connection.cluster.server}${pathOf(wanted)}`, {
        dispatcher: connection.dispatcher,
        method: wanted.method ?? 'GET',
        headers: {
          accept: wanted.accept ?? 'application/json',
          'user-agent': 'cnv-diagnostic',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(wanted.body === undefined
            ? {}
            : { 'content-type': wanted.contentType ?? 'application/json' }),
        },
        ...(wanted.body === undefined ? {} : { body: wanted.body }),
        signal: budget.signal,
      });
      const body = await response.body.text();
      const { statusCode: status, headers } = response;
      if (status === 401) onRefused?.();
      const type = headers['content-type'];
      const answer = {
        kind: 'answer',
        status,
        type: typeof type === 'string' ? type : '',
        body,
      } as const;
      if (!RETRIED.includes(status)) return { answer };
      const retryIn = waitOf(headers['retry-after'], attempt);
      return { answer: { ...answer, retryAfter: Math.ceil(retryIn / 1000) }, retryIn };
    } catch (error) {
      if (isOver()) return { answer: over() };
      const code = textAt(error, 'code') ?? '';
      const answer = failed('unavailable', explain(code));
      return RESENT.includes(code) ? { answer, retryIn: BACKOFF * 2 ** attempt } : { answer };
    }
  };

  const observed = async (wanted: ApiRequest, attempt: number): Promise<Exchange> => {
    if (onRead === undefined) return exchange(wanted, attempt);
    const started = Date.now();
    const found = await exchange(wanted, attempt);
    const { answer } = found;
    onRead({
      method: wanted.method ?? 'GET',
      resource: resourceIn(wanted.path),
      started,
      ...(answer.kind === 'answer' ? { status: answer.status } : {}),
    });
    return found;
  };

  const send = async (wanted: ApiRequest, attempt = 0): Promise<Answer> => {
    const { answer, retryIn } = await observed(wanted, attempt);
    if (retryIn === undefined || attempt >= RETRIES || retryIn >= budget.remaining()) return answer;
    try {
      await pause(retryIn, undefined, { signal: budget.signal });
    } catch {
      return over();
    }
    return send(wanted, attempt + 1);
  };

  return { send: (wanted) => send(wanted), reads: () => reads };
};

import { createHash } from 'node:crypto';
import { textAt } from '@cnv-ai/engine/kubernetes';
import type { ApiServer } from './kubernetes/api-server';
import type { Answer } from './kubernetes/api-client';
import { startBudget, type Budget } from './kubernetes/budget';

/** Who calls. `user` is absent where the API server has no SelfSubjectReview. */
export type Caller = { readonly token: string; readonly user?: string };

export type Verdict =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };

const KEPT = 60_000;
const MOST_KEPT = 5_000;
const PATIENCE = 4_000;

/** RFC 6750: one `Bearer` and one token of its alphabet. Anything else is no token. */
export const bearerOf = (headers: readonly string[] | undefined): string | undefined => {
  const [header, ...more] = headers ?? [];
  if (header === undefined || more.length > 0) return undefined;
  return /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header)?.[1];
};

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64');

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const refused: Verdict = {
  kind: 'refused',
  message: 'The cluster does not accept this token; log in again.',
};
const unavailable: Verdict = {
  kind: 'unavailable',
  message: 'The cluster could not be asked who you are; try again in a moment.',
};

const REVIEWS = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const REVIEW = JSON.stringify({
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
});

const isReview = (answer: Answer): boolean =>
  answer.kind === 'answer' && (answer.status === 200 || answer.status === 201);

/**
 * Verifies callers by a SelfSubjectReview made with their own token, which needs no right of ours.
 * An acceptance is kept 60 s under the token's hash; a refusal is never kept. The sidecar's own
 * identity is never used instead.
 */
export const identities = (api: ApiServer, clock: () => number = Date.now) => {
  const kept = new Map<string, { until: number; user: string | undefined }>();
  const asked = new Map<string, Promise<Verdict>>();

  const keep = (key: string, user: string | undefined): void => {
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { until: clock() + KEPT, user });
  };

  /** Where the kind is not served, one read that every authenticated user may make decides. */
  const firstRead = async (token: string, budget: Budget): Promise<Verdict> => {
    const answer = await api.client(token, budget).send({ path: '/version' });
    if (answer.kind === 'failed') return unavailable;
    if (answer.status === 401) return refused;
    return answer.status === 200 || answer.status === 403
      ? { kind: 'caller', caller: { token } }
      : unavailable;
  };

  const ask = async (token: string, budget: Budget): Promise<Verdict> => {
    const client = api.client(token, budget);
    const answer = await client.send({ method: 'POST', path: REVIEWS, body: REVIEW });
    if (answer.kind === 'failed') return unavailable;
    if (answer.status === 401) return refused;
    if (answer.status === 404) return firstRead(token, budget);
    const user = textAt(jsonOf(answer.body), 'status', 'userInfo', 'username');
    if (!isReview(answer) || user === undefined) return unavailable;
    return user === 'system:anonymous' ? refused : { kind: 'caller', caller: { token, user } };
  };

  /** Shared by calls that come at once, so it does not end when one of them is given up. */
  const review = async (key: string, token: string): Promise<Verdict> => {
    const budget = startBudget(PATIENCE);
    try {
      const verdict = await ask(token, budget);
      if (verdict.kind === 'caller') keep(key, verdict.caller.user);
      return verdict;
    } finally {
      budget.end();
      asked.delete(key);
    }
  };

  return {
    verify: async (token: string): Promise<Verdict> => {
      const key = keyOf(token);
      const found = kept.get(key);
      if (found !== undefined && found.until > clock()) {
        return {
          kind: 'caller',
          caller: { token, ...(found.user === undefined ? {} : { user: found.user }) },
        };
      }
      kept.delete(key);
      const running = asked.get(key) ?? review(key, token);
      asked.set(key, running);
      return running;
    },
    /** The API server refused a token that was accepted before. */
    forget: (token: string): void => void kept.delete(keyOf(token)),
  };
};

export type Identities = ReturnType<typeof identities>;

import { createHash } from 'node:crypto';
import { flagAt, isRecord, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { ApiServer, OwnAccess } from './kubernetes/api-server';
import type { Answer, ApiClient } from './kubernetes/api-client';
import { startBudget, type Budget } from './kubernetes/budget';
import { gate } from './kubernetes/gate';

/** Who calls. `user` is absent where no review of the API server could be had. */
export type Caller = { readonly token: string; readonly user?: string };

export type Verdict =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };

const KEPT = 60_000;
const MOST_KEPT = 5_000;
const PATIENCE = 4_000;
/** Made-up tokens must not take all sockets to the API server from those who read. */
const AT_ONCE = 16;

/** Characters; that of a service account, or of a user with hundreds of groups, has a fraction of it. */
const LONGEST_TOKEN = 16 * 1024;

/** RFC 6750: one `Bearer` and one token of its alphabet. Anything else is no token. */
export const bearerOf = (headers: readonly string[] | undefined): string | undefined => {
  const [header, ...more] = headers ?? [];
  if (header === undefined || more.length > 0) return undefined;
  const token = /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i.exec(header)?.[1];
  return token === undefined || token.length > LONGEST_TOKEN ? undefined : token;
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

const GROUP = 'authentication.k8s.io/v1';
const SELF_REVIEWS = `/apis/${GROUP}/selfsubjectreviews`;
const SELF_REVIEW = JSON.stringify({ apiVersion: GROUP, kind: 'SelfSubjectReview' });
const TOKEN_REVIEWS = `/apis/${GROUP}/tokenreviews`;

/** Not served, or not granted to the caller: another question tells whose the token is. */
const ELSEWHERE = [403, 404, 405];

const isMade = (answer: Answer): answer is Extract<Answer, { kind: 'answer' }> =>
  answer.kind === 'answer' && (answer.status === 200 || answer.status === 201);

const callerOf = (token: string, user: string | undefined): Verdict =>
  user === 'system:anonymous'
    ? refused
    : { kind: 'caller', caller: { token, ...(user === undefined ? {} : { user }) } };

/** What a TokenReview says; `undefined` when it was not made, which tells nothing of the token. */
const reviewed = (answer: Answer, token: string): Verdict | undefined => {
  if (answer.kind === 'failed') return unavailable;
  if (!isMade(answer)) return undefined;
  const status = recordAt(jsonOf(answer.body), 'status');
  if (flagAt(status, 'authenticated') === true) {
    return callerOf(token, textAt(status, 'user', 'username'));
  }
  return isRecord(status.user) || status.error !== undefined ? refused : unavailable;
};

/** Where neither review can be made, one read that every authenticated user may make decides. */
const firstRead = async (client: ApiClient, token: string): Promise<Verdict> => {
  const answer = await client.send({ path: '/version' });
  if (answer.kind === 'failed') return unavailable;
  if (answer.status === 401) return refused;
  const said = jsonOf(answer.body);
  const isVersion = answer.status === 200 && textAt(said, 'gitVersion') !== undefined;
  const isRefusal = answer.status === 403 && textAt(said, 'kind') === 'Status';
  return isVersion || isRefusal ? callerOf(token, undefined) : unavailable;
};

export type IdentitiesParts = {
  readonly api: ApiServer;
  /** Our own identity, for TokenReviews where the API server has no SelfSubjectReview. */
  readonly own?: OwnAccess;
  readonly clock?: () => number;
};

/**
 * Verifies callers by a SelfSubjectReview made with their own token, which needs no right of ours.
 * An acceptance is kept 60 s under the token's hash, counted from the question; a refusal is never
 * kept. The sidecar's own identity is never used instead of a caller's.
 */
export const identities = ({ api, own, clock = Date.now }: IdentitiesParts) => {
  const kept = new Map<string, { until: number; user: string | undefined }>();
  const asked = new Map<string, Promise<Verdict>>();
  const atMost = gate(AT_ONCE);

  const keep = (key: string, user: string | undefined, askedAt: number): void => {
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { until: askedAt + KEPT, user });
  };

  const tokenReview = async (token: string, budget: Budget): Promise<Verdict | undefined> => {
    // No usable identity of ours: there is nobody to ask as.
    const client = await own?.client(budget).catch(() => undefined);
    if (client === undefined) return undefined;
    const body = JSON.stringify({ apiVersion: GROUP, kind: 'TokenReview', spec: { token } });
    return reviewed(await client.send({ method: 'POST', path: TOKEN_REVIEWS, body }), token);
  };

  const ask = async (token: string, budget: Budget): Promise<Verdict> => {
    const client = api.client(token, budget);
    const answer = await client.send({ method: 'POST', path: SELF_REVIEWS, body: SELF_REVIEW });
    if (answer.kind === 'failed') return unavailable;
    if (answer.status === 401) return refused;
    if (ELSEWHERE.includes(answer.status)) {
      return (await tokenReview(token, budget)) ?? firstRead(client, token);
    }
    const user = textAt(jsonOf(answer.body), 'status', 'userInfo', 'username');
    return isMade(answer) && user !== undefined ? callerOf(token, user) : unavailable;
  };

  /** Shared by calls that come at once, so it does not end when one of them is given up. */
  const review = async (key: string, token: string): Promise<Verdict> => {
    const askedAt = clock();
    const budget = startBudget(PATIENCE);
    try {
      const verdict = await atMost(() => ask(token, budget));
      if (verdict.kind === 'caller') keep(key, verdict.caller.user, askedAt);
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
      if (found !== undefined && found.until > clock()) return callerOf(token, found.user);
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

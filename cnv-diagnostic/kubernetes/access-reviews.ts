import { createHash } from 'node:crypto';
import { flagAt, ok, unread, type Fact, type Resource } from '@cnv-ai/engine/kubernetes';
import { forbidden, jsonOf } from './answers';
import type { ApiServer, Watchers } from './api-server';
import { startBudget, type Budget } from './budget';
import { gate } from './gate';

/** Whether one caller may list a kind, in a namespace or everywhere. Never throws. */
export type ListAccess = {
  readonly mayList: (resource: Resource, namespace?: string) => Promise<Fact<true>>;
  /** Reviews sent for this call. */
  readonly sent: () => number;
};

export type ReviewResult = 'hit' | 'allowed' | 'denied' | 'failed';

/** A right taken away is honoured within this time, counted from when the question was sent. */
const KEPT = 30_000;
const MOST_KEPT = 20_000;
const PATIENCE = 4_000;
const AT_ONCE = 16;

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const REVIEW_KIND = {
  group: 'authorization.k8s.io',
  version: 'v1',
  plural: 'selfsubjectaccessreviews',
  kind: 'SelfSubjectAccessReview',
  namespaced: false,
} as const;

const bodyOf = ({ group, plural }: Resource, namespace: string | undefined): string =>
  JSON.stringify({
    apiVersion: 'authorization.k8s.io/v1',
    kind: REVIEW_KIND.kind,
    spec: {
      resourceAttributes: {
        verb: 'list',
        group,
        resource: plural,
        ...(namespace === undefined ? {} : { namespace }),
      },
    },
  });

export type ReviewsParts = {
  readonly api: ApiServer;
  readonly clock?: () => number;
  readonly count?: (result: ReviewResult) => void;
};

type Asking = Watchers & { readonly token: string; readonly budget: Budget };

/**
 * Asks the API server what callers may list, each with the caller's own token, and remembers yes
 * and no for 30 s under the token's hash. No answer is remembered by nobody and allows nothing.
 */
export const accessReviews = ({ api, clock = Date.now, count = () => undefined }: ReviewsParts) => {
  const kept = new Map<string, { readonly until: number; readonly allowed: boolean }>();
  const running = new Map<string, Promise<boolean | Fact<never>>>();

  const keep = (key: string, allowed: boolean, asked: number): void => {
    kept.delete(key);
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { until: asked + KEPT, allowed });
  };

  const known = (key: string): boolean | undefined => {
    const found = kept.get(key);
    return found !== undefined && found.until > clock() ? found.allowed : undefined;
  };

  /** Shared by calls that come at once, so it does not end when one of them is given up. */
  const review = async (
    key: string,
    { token, onRefused, onRead }: Asking,
    body: string,
  ): Promise<boolean | Fact<never>> => {
    const asked = clock();
    const budget = startBudget(PATIENCE);
    try {
      const client = api.client(token, budget, { onRefused, onRead });
      const answer = await client.send({ method: 'POST', path: REVIEWS, body });
      const fact = jsonOf(answer, REVIEW_KIND);
      const allowed = fact.state === 'ok' ? flagAt(fact.value, 'status', 'allowed') : undefined;
      if (allowed !== undefined) {
        keep(key, allowed, asked);
        count(allowed ? 'allowed' : 'denied');
        return allowed;
      }
      count('failed');
      const reason = fact.state === 'unread' && fact.reason === 'deadline' ? 'deadline' : undefined;
      return unread(reason ?? 'unavailable', 'The API server did not say what you may list.');
    } finally {
      budget.end();
      running.delete(key);
    }
  };

  const of = (asking: Asking): ListAccess => {
    const { budget, token } = asking;
    const caller = createHash('sha256').update(token).digest('base64');
    const atMost = gate(AT_ONCE);
    let sent = 0;
    const late = unread('deadline', 'The API server did not say in time what you may list.');
    const over = new Promise<Fact<never>>((resolve) => {
      if (budget.signal.aborted) resolve(late);
      budget.signal.addEventListener('abort', () => resolve(late), { once: true });
    });

    const asked = (resource: Resource, namespace: string | undefined) =>
      atMost(async (): Promise<boolean | Fact<never>> => {
        const key = JSON.stringify([caller, resource.group, resource.plural, namespace]);
        const before = known(key);
        if (before !== undefined) {
          count('hit');
          return before;
        }
        if (budget.signal.aborted) return late;
        const shared = running.get(key);
        if (shared === undefined) sent += 1;
        const answer = shared ?? review(key, asking, bodyOf(resource, namespace));
        running.set(key, answer);
        return Promise.race([answer, over]);
      });

    return {
      /** Cluster-wide first: who may list everything is asked about nothing else. */
      mayList: async (resource, namespace) => {
        const everywhere = await asked(resource, undefined);
        if (everywhere === true) return ok(true);
        const here = namespace === undefined ? everywhere : await asked(resource, namespace);
        if (here === true) return ok(true);
        return here === false ? forbidden(resource, namespace) : here;
      },
      sent: () => sent,
    };
  };

  return { of };
};

export type AccessReviews = ReturnType<typeof accessReviews>;

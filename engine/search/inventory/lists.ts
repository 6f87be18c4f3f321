import {
  type Fact,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
  type UnreadReason,
} from '../../kubernetes';

/** So many reads at a time, that a cluster of many projects is neither slow nor flooded. */
const AT_ONCE = 16;

/** Runs the work in order, a bounded number at a time. */
export const inBatches = async <T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
};

export type Failure = { reason: UnreadReason; message: string };

/** What lists over some namespaces gave, and the namespaces that could not be read. */
export type Gathered<T> = { values: T[]; failed: Map<string, Failure> };

const failureOf = (fact: Exclude<Fact<unknown>, { state: 'ok' }>): Failure =>
  fact.state === 'unread'
    ? { reason: fact.reason, message: fact.message }
    : { reason: 'not_installed', message: 'The API server does not serve this kind.' };

/** Reads a kind in each of the namespaces. */
export const listEach = async <T>(
  reader: Reader,
  resource: Resource,
  namespaces: readonly string[],
  project: (object: KubeObject) => T | undefined,
  query: ListQuery = {},
): Promise<Gathered<T>> => {
  const facts = await inBatches(namespaces, (namespace) =>
    reader.list(resource, { ...query, namespace }, project),
  );
  const gathered: Gathered<T> = { values: [], failed: new Map() };
  facts.forEach((fact, index) => {
    const namespace = namespaces[index] ?? '';
    if (fact.state === 'ok') for (const value of fact.value) gathered.values.push(value);
    else gathered.failed.set(namespace, failureOf(fact));
  });
  return gathered;
};

export const failure = <T>(fact: Fact<T>): Failure | undefined =>
  fact.state === 'ok' ? undefined : failureOf(fact);

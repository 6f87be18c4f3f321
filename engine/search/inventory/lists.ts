import type { Fact, UnreadReason } from '../../kubernetes';
import type { ResourceName } from '../fields';
import type { Source } from './source';

/** So many reads at a time, that a cluster of many projects is neither slow nor flooded. */
export const AT_ONCE = 16;

/** Runs the work, a bounded number at a time; the results are in the order of the items. */
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

/** The namespaces where a kind may not be listed or could not be read. */
export type Failures = ReadonlyMap<string, Failure>;

export const NO_FAILURES: Failures = new Map();

const failureOf = (fact: Exclude<Fact<unknown>, { state: 'ok' }>): Failure =>
  fact.state === 'unread'
    ? { reason: fact.reason, message: fact.message }
    : { reason: 'not_installed', message: 'The API server does not serve this kind.' };

export const failure = <T>(fact: Fact<T>): Failure | undefined =>
  fact.state === 'ok' ? undefined : failureOf(fact);

/** What lists over some namespaces gave, and the namespaces that could not be read. */
export type Gathered<T> = { values: T[]; failed: Map<string, Failure> };

/** Lists something in a namespace, or everywhere. */
export type List<T> = (namespace?: string) => Promise<Fact<T[]>>;

/** What the list gives in each of the namespaces. */
export const listEach = async <T>(
  list: List<T>,
  namespaces: readonly string[],
): Promise<Gathered<T>> => {
  const facts = await inBatches(namespaces, list);
  const gathered: Gathered<T> = { values: [], failed: new Map() };
  facts.forEach((fact, index) => {
    const namespace = namespaces[index] ?? '';
    if (fact.state === 'ok') for (const value of fact.value) gathered.values.push(value);
    else gathered.failed.set(namespace, failureOf(fact));
  });
  return gathered;
};

/** Opens a kind in each of the namespaces. */
export const openEach = async (
  source: Source,
  kind: ResourceName,
  namespaces: readonly string[],
): Promise<Failures> => {
  const facts = await inBatches(namespaces, (namespace) => source.open(kind, namespace));
  const failed = new Map<string, Failure>();
  namespaces.forEach((namespace, index) => {
    const fact = facts[index];
    const problem = fact && failure(fact);
    if (problem !== undefined) failed.set(namespace, problem);
  });
  return failed;
};

export const firstOf = <T>(values: Iterable<T>): T | undefined => {
  const [first] = values;
  return first;
};

import { isGlob, matchesGlob } from '../query/glob';
import { failure, listEach, type Failure, type Gathered, type List } from './lists';

/** What was read of a kind wherever the caller may see it. */
export type Visible<T> = Gathered<T> & {
  /** The namespaces that were read; `all` when the whole cluster was. */
  read: 'all' | string[];
  hidden: boolean;
  /** Why nothing could be read anywhere. */
  failure?: Failure;
};

const FORBIDDEN: Failure = { reason: 'forbidden', message: '' };

const nowhere = <T>(reason: Failure): Visible<T> => ({
  values: [],
  failed: new Map(),
  read: [],
  hidden: true,
  failure: reason,
});

export const isAsked = (namespace: string, asked: readonly string[] | undefined): boolean =>
  asked === undefined || asked.some((pattern) => matchesGlob(pattern, namespace));

/** Whether the whole cluster is read for these, where the caller may. */
export const mayBeWhole = (asked: readonly string[] | undefined): boolean =>
  asked === undefined || asked.some(isGlob);

/** The whole cluster at once where the caller may, else project by project. */
export const readVisible = async <T>(
  list: List<T>,
  asked: readonly string[] | undefined,
  listed: () => Promise<readonly string[]>,
): Promise<Visible<T>> => {
  const readIn = async (names: readonly string[], otherwise: Failure): Promise<Visible<T>> => {
    const gathered = await listEach(list, names);
    const read = names.filter((name) => !gathered.failed.has(name));
    if (read.length === 0) return nowhere([...gathered.failed.values()][0] ?? otherwise);
    const hidden = [...gathered.failed.values()].some(({ reason }) => reason === 'forbidden');
    return { ...gathered, read, hidden };
  };
  if (asked !== undefined && !mayBeWhole(asked)) return readIn(asked, FORBIDDEN);
  const fact = await list();
  if (fact.state === 'ok')
    return { values: fact.value, failed: new Map(), read: 'all', hidden: false };
  const problem = failure(fact) ?? FORBIDDEN;
  if (problem.reason !== 'forbidden') return nowhere(problem);
  const names = (await listed()).filter((name) => isAsked(name, asked));
  return { ...(await readIn(names, problem)), hidden: true };
};

import {
  RESOURCES,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '../../kubernetes';
import type { Message } from '../../messages';
import type { ResourceName } from '../fields';
import type { Joined } from '../records/joined';
import type { VmRecord } from '../records/record';
import { failure, listEach, type Failure, type Gathered } from './lists';

/** How a kind tells of machines: what is kept of its objects, and which of them belong to one. */
type Definition<T> = {
  kind: ResourceName;
  /** What is unknown without it. */
  missing: Message;
  query?: Pick<ListQuery, 'fieldSelector'>;
  /** Machines it can tell of; for none of them nothing is read. */
  applies?: (record: VmRecord) => boolean;
  project: (object: KubeObject) => { key: string; value: T } | undefined;
  /** What the machine has of it. */
  attach: (record: VmRecord, find: (key: string) => readonly T[]) => Partial<Joined>;
};

/** A kind, read: what it tells of a machine, `undefined` where it could not be read. */
type Loaded = {
  attach: (record: VmRecord) => Partial<Joined> | undefined;
  failure?: Failure;
};

export type Join = {
  kind: ResourceName;
  missing: Message;
  load: (reader: Reader, records: readonly VmRecord[], wide: boolean) => Promise<Loaded>;
};

const namespacesOf = (records: readonly VmRecord[]): string[] => [
  ...new Set(records.map(({ namespace }) => namespace)),
];

/** At once where the caller may; else only in projects that hold candidates. */
const listFor = async <T>(
  reader: Reader,
  resource: Resource,
  { records, wide, query }: { records: readonly VmRecord[]; wide: boolean; query?: ListQuery },
  project: (object: KubeObject) => T | undefined,
): Promise<Gathered<T>> => {
  const namespaces = namespacesOf(records);
  if (wide || !resource.namespaced) {
    const fact = await reader.list(resource, query ?? {}, project);
    if (fact.state === 'ok') return { values: fact.value, failed: new Map() };
    const problem = failure(fact);
    if (problem !== undefined && (!resource.namespaced || problem.reason !== 'forbidden')) {
      return { values: [], failed: new Map(namespaces.map((name) => [name, problem])) };
    }
  }
  return listEach(reader, resource, namespaces, project, query);
};

export const defineJoin = <T>(definition: Definition<T>): Join => {
  const { kind, missing, query, applies = () => true, project, attach } = definition;
  const load: Join['load'] = async (reader, all, wide) => {
    const records = all.filter(applies);
    if (records.length === 0) return { attach: (record) => attach(record, () => []) };
    const found = await listFor(reader, RESOURCES[kind], { records, wide, query }, project);
    const byKey = new Map<string, T[]>();
    for (const { key, value } of found.values) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [value]);
      else known.push(value);
    }
    const [problem] = found.failed.values();
    return {
      attach: (record) =>
        applies(record) && found.failed.has(record.namespace)
          ? undefined
          : attach(record, (key) => byKey.get(key) ?? []),
      ...(problem === undefined ? {} : { failure: problem }),
    };
  };
  return { kind, missing, load };
};

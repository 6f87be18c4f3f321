import { RESOURCES, type KubeObject, type ListQuery } from '../../kubernetes';
import type { Message } from '../../messages';
import type { ResourceName } from '../fields';
import type { Joined } from '../records/joined';
import type { VmRecord } from '../records/record';
import { feedOf, type Feed } from './feed';
import { createShelf } from './shelf';

/** What an object tells, and of whom. */
type Told<T> = { key: string; value: T };

/** How a kind tells of machines: what is kept of its objects, and which of them belong to one. */
type Definition<T> = {
  kind: ResourceName;
  /** What is unknown without it. */
  missing: Message;
  query?: Pick<ListQuery, 'fieldSelector'>;
  /** Machines it can tell of; for none of them nothing is read. */
  applies?: (record: VmRecord) => boolean;
  project: (object: KubeObject) => Told<T> | undefined;
  /** What the machine has of it. */
  attach: (record: VmRecord, find: (key: string) => readonly T[]) => Partial<Joined>;
};

/** The objects of a kind that tells of machines. */
export type JoinShelf<T = unknown> = {
  feed: Feed;
  /** All that is told, of whomever. */
  values: () => T[];
  /** Another number whenever machines of the namespace may be told something else. */
  version: (namespace: string) => number;
  /** What is told of a machine; `readable`: the caller may list the kind where the machine is. */
  attach: (record: VmRecord, readable: boolean) => Partial<Joined> | undefined;
};

export type Join<T = unknown> = {
  kind: ResourceName;
  missing: Message;
  applies: (record: VmRecord) => boolean;
  createShelf: () => JoinShelf<T>;
};

type Index<T> = { version: number; byKey: ReadonlyMap<string, readonly T[]> };

const indexOf = <T>(told: Iterable<Told<T>>): Map<string, T[]> => {
  const byKey = new Map<string, T[]>();
  for (const { key, value } of told) {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [value]);
    else known.push(value);
  }
  return byKey;
};

export const defineJoin = <T>(definition: Definition<T>): Join<T> => {
  const { kind, missing, query, applies = () => true, project, attach } = definition;
  const resource = RESOURCES[kind];
  const none = (): readonly T[] => [];
  return {
    kind,
    missing,
    applies,
    createShelf: () => {
      const shelf = createShelf<Told<T>>();
      const indexes = new Map<string, Index<T>>();
      const placeOf = (namespace: string): string => (resource.namespaced ? namespace : '');
      const byKeyIn = (place: string): Index<T>['byKey'] => {
        const version = shelf.version(place);
        const known = indexes.get(place);
        if (known?.version === version) return known.byKey;
        const byKey = indexOf(shelf.of(place).values());
        indexes.set(place, { version, byKey });
        return byKey;
      };
      return {
        feed: feedOf({ resource, query, shelf, keep: project }),
        values: () =>
          [...shelf.namespaces()].flatMap((place) =>
            [...shelf.of(place).values()].map(({ value }) => value),
          ),
        version: (namespace) => shelf.version(placeOf(namespace)),
        attach: (record, readable) => {
          if (!readable) return applies(record) ? undefined : attach(record, none);
          const byKey = byKeyIn(placeOf(record.namespace));
          return attach(record, (key) => byKey.get(key) ?? []);
        },
      };
    },
  };
};

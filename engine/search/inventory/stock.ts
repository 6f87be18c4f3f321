import { byCodeUnit } from '../../kubernetes';
import type { ResourceName } from '../fields';
import type { Host } from '../records/joined';
import { finish, type Steps } from '../slices';
import { joinVocabularies, vocabularyOf } from '../vocabulary';
import type { Feed } from './feed';
import { createHome, MOST_VIEWS, type Home, type View } from './home';
import { JOINS, nodes } from './joins';
import { createMachineShelf, type MachineShelf } from './machines';
import { recently } from './recently';
import { rightsOf, type Rights } from './rights';

/**
 * What is held of a cluster, flat. Records are made when one of their objects changes, not when
 * somebody asks, and a view tells only what its rights allow.
 */
export type Stock = {
  /** The way in for a kind; one that tells of no machine has none. */
  feed: (kind: ResourceName) => Feed | undefined;
  /** Namespaces that hold machines, sorted. */
  homes: () => string[];
  /** Kinds of instance types that machines of the namespace name. */
  instancetypesIn: MachineShelf['instancetypesIn'];
  /** The nodes, sorted by name. */
  hosts: () => Host[];
  /** Makes the records of a namespace before somebody asks who may read all they are made of. */
  prepare: (namespace: string) => void;
  /** The machines of some namespaces, in the order of these. */
  view: (homes: readonly (readonly [namespace: string, rights: Rights])[]) => Steps<View>;
};

const EMPTY: View = { records: [], vocabulary: vocabularyOf([]) };

const unionOf = (parts: readonly View[]): View => {
  const [first = EMPTY] = parts;
  return parts.length < 2
    ? first
    : {
        records: parts.flatMap(({ records }) => records),
        vocabulary: joinVocabularies(parts.map(({ vocabulary }) => vocabulary)),
      };
};

/**
 * `lasting`: it follows a cluster and serves callers with various rights. Else it is filled once,
 * for one caller.
 */
export const createStock = (lasting: boolean): Stock => {
  const machines = createMachineShelf(lasting);
  const hosts = nodes.createShelf();
  const joins = [...JOINS.values()].map(
    (join) => [join.kind, join === nodes ? hosts : join.createShelf()] as const,
  );
  const feeds = new Map<ResourceName, Feed>([
    ...machines.feeds,
    ...joins.map(([kind, { feed }]) => [kind, feed] as const),
  ]);
  const homes = new Map<string, Home>();
  const unions = recently<string, { parts: readonly View[]; view: View }>(MOST_VIEWS);

  const homeOf = (namespace: string): Home => {
    const known = homes.get(namespace) ?? createHome(namespace, machines, joins);
    homes.set(namespace, known);
    return known;
  };

  return {
    feed: (kind) => feeds.get(kind),
    homes: () => [...machines.namespaces()].sort(),
    instancetypesIn: machines.instancetypesIn,
    hosts: () => hosts.values().sort((a, b) => byCodeUnit(a.name, b.name)),
    prepare: (namespace) => {
      const kinds = [...machines.kindsOf(namespace), 'nodes'] as const;
      finish(homeOf(namespace)(rightsOf(kinds.map((kind) => [kind, true]))));
    },
    *view(wanted) {
      const parts: View[] = [];
      for (const [namespace, rights] of wanted) {
        parts.push(yield* homeOf(namespace)(rights));
        yield;
      }
      const key = wanted.map(([namespace, rights]) => `${namespace} ${rights.key}`).join();
      const known = unions.get(key);
      const same =
        known?.parts.length === parts.length &&
        parts.every((part, index) => part === known.parts[index]);
      if (same) return known.view;
      const view = unionOf(parts);
      unions.set(key, { parts, view });
      return view;
    },
  };
};

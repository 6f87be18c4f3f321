import type { ResourceName } from '../fields';
import type { Joined } from '../records/joined';
import type { VmRecord } from '../records/record';
import { uniform } from '../records/uniform';
import type { Steps } from '../slices';
import type { Vocabulary } from '../vocabulary';
import type { JoinShelf } from './join';
import type { MachineShelf, Made, RecordKind } from './machines';
import { createPortions } from './portions';
import { recently } from './recently';
import type { Rights } from './rights';

/** Machines and the words they give to a sentence, as somebody with certain rights sees them. */
export type View = { records: readonly VmRecord[]; vocabulary: Vocabulary };

/** Callers with the same rights share what is made for them; of more than these the oldest goes. */
export const MOST_VIEWS = 6;

type Base = { version: string; made: ReadonlyMap<string, Made> };

type Complete = ReadonlyMap<string, { base: VmRecord; record: VmRecord }>;

type Seen = {
  base: Base;
  joins: string;
  complete: Complete;
  view: View;
  words: ReturnType<typeof createPortions>;
};

export type Joins = readonly (readonly [kind: ResourceName, shelf: JoinShelf])[];

/** What further kinds tell of a machine; one that is told of by another stands after it. */
const withJoins = (record: VmRecord, joins: Joins, rights: Rights): VmRecord => {
  const joined: Joined = {};
  const complete = uniform(record, joined);
  for (const [kind, shelf] of joins) {
    Object.assign(joined, shelf.attach(complete, rights.of.get(kind) === true));
  }
  return complete;
};

/** One namespace. The same view is answered, the same object, until something in it changes. */
export const createHome = (namespace: string, machines: MachineShelf, all: Joins) => {
  const bases = recently<string, Base>(MOST_VIEWS);
  const seen = recently<string, Seen>(MOST_VIEWS);

  function* baseOf(rights: Rights): Steps<Base> {
    const mayRead = (kind: RecordKind): boolean => rights.of.get(kind) === true;
    const key = machines.kindsOf(namespace).filter(mayRead).join();
    const known = bases.get(key);
    const version = machines.version(namespace, mayRead);
    if (known?.version === version) return known;
    const base = { version, made: yield* machines.records(namespace, mayRead, known?.made) };
    bases.set(key, base);
    return base;
  }

  return function* (rights: Rights): Steps<View> {
    const known = seen.get(rights.key);
    const base = yield* baseOf(rights);
    const joins = all.filter(([kind]) => rights.of.has(kind));
    const version = joins.map(([, shelf]) => shelf.version(namespace)).join();
    const same = known?.joins === version;
    if (same && known.base === base) return known.view;
    const complete = new Map(
      [...base.made].map(([name, { record }]) => {
        const before = same ? known.complete.get(name) : undefined;
        return before?.base === record
          ? ([name, before] as const)
          : ([name, { base: record, record: withJoins(record, joins, rights) }] as const);
      }),
    );
    const records = [...complete.values()].map(({ record }) => record);
    const words = known?.words ?? createPortions();
    const view = { records, vocabulary: words(records) };
    seen.set(rights.key, { base, joins: version, complete, view, words });
    return view;
  };
};

export type Home = ReturnType<typeof createHome>;

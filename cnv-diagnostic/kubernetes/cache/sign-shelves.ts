import { RESOURCES } from '@cnv-ai/engine/kubernetes';
import {
  instanceSigns,
  machineSigns,
  type InstanceSigns,
  type MachineSigns,
} from '@cnv-ai/engine/fleet';
import {
  createShelf,
  feedOf,
  type Feed,
  type ResourceName,
  type Shelf,
} from '@cnv-ai/engine/search';

/** What the survey of a fleet looks at, of every machine and instance. */
export type HeldSigns = {
  readonly machines: (namespace?: string) => MachineSigns[];
  readonly instances: (namespace?: string) => InstanceSigns[];
};

const valuesIn = <T>(shelf: Shelf<T>, namespace: string | undefined): T[] =>
  (namespace === undefined ? [...shelf.namespaces()] : [namespace]).flatMap((home) => [
    ...shelf.of(home).values(),
  ]);

/** One way in for two shelves: what comes is kept in both. */
const both = (first: Feed, second: Feed): Feed => ({
  ...first,
  begin: () => {
    const drafts = [first.begin(), second.begin()];
    return {
      add: (object) => drafts.forEach((draft) => draft.add(object)),
      finish: () => drafts.forEach((draft) => draft.finish()),
    };
  },
  set: (object) => {
    first.set(object);
    second.set(object);
  },
  remove: (object) => {
    first.remove(object);
    second.remove(object);
  },
});

/** A few dozen bytes of each machine and instance; `beside` fills them with what fills another shelf. */
export const signShelves = () => {
  const machines = createShelf<MachineSigns>();
  const instances = createShelf<InstanceSigns>();
  const { virtualMachines, virtualMachineInstances } = RESOURCES;
  const feeds = new Map<ResourceName, Feed>([
    ['virtualMachines', feedOf({ resource: virtualMachines, shelf: machines, keep: machineSigns })],
    [
      'virtualMachineInstances',
      feedOf({ resource: virtualMachineInstances, shelf: instances, keep: instanceSigns }),
    ],
  ]);
  const held: HeldSigns = {
    machines: (namespace) => valuesIn(machines, namespace),
    instances: (namespace) => valuesIn(instances, namespace),
  };
  return {
    held,
    beside: (kind: ResourceName, feed: Feed | undefined): Feed | undefined => {
      const own = feeds.get(kind);
      return feed === undefined || own === undefined ? feed : both(feed, own);
    },
  };
};

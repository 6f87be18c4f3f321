import {
  formatTime,
  nameOf,
  namespaceOf,
  RESOURCES,
  type KubeObject,
  type Reader,
  isOptedOut,
  type Labels,
} from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import type { ResourceName } from '../fields';
import { toHost } from '../records/joined';
import { toRecord, type VmRecord } from '../records/record';
import { slimInstance, slimMachine } from '../records/slim';
import type { SearchUnchecked } from '../types';
import { vocabularyOf, type Vocabulary } from '../vocabulary';
import { completeInventory } from './complete';
import { failure, listEach, type Failure, type Gathered } from './lists';
import { listNamespaces, readMissingLabels } from './namespaces';
import { readSizes } from './sizes';
import { isAsked, readVisible, type Visible } from './visible';

/** Everything a search looks at, as one caller may see it. */
export type Inventory = {
  /** Not `ok` when not even the VirtualMachines could be read anywhere. */
  outcome: 'ok' | 'forbidden' | 'unavailable';
  message?: Message;
  records: readonly VmRecord[];
  vocabulary: Vocabulary;
  scope: { namespaces: 'all' | number; hidden: boolean };
  unchecked: SearchUnchecked[];
  /** Further kinds that were read, each with what stood in the way somewhere. */
  kinds: ReadonlyMap<ResourceName, Failure | undefined>;
  asOf: string;
};

export type InventoryOptions = {
  /** The time of reading, milliseconds since the epoch. */
  now: number;
  /** Only these namespaces; wildcards allowed. */
  namespaces?: readonly string[];
  /** What is read goes to a model: a namespace whose opt-out label cannot be read is left out. */
  forModel?: boolean;
  /** Further kinds to read: what fields of the question need. */
  needs?: readonly ResourceName[];
};

const { virtualMachines, virtualMachineInstances, namespaces: namespaceKind } = RESOURCES;

export const unchecked = (
  resource: string,
  { reason }: Failure,
  message: Message,
): SearchUnchecked => ({
  resource,
  reason,
  message: english(message),
  messageMessage: message,
});

const MISSING = {
  instances: say(
    'VirtualMachineInstances cannot be read everywhere: node, IP address and start time are unknown there.',
  ),
  sizes: say(
    'Instance types cannot be read: vCPU and memory of machines that use them are unknown.',
  ),
  machines: say('VirtualMachines cannot be read in some projects; those are not searched.'),
  labels: say('Labels of some projects cannot be read; those projects are left out.'),
};

const FORBIDDEN: Failure = { reason: 'forbidden', message: '' };

const namespacesOf = (objects: readonly KubeObject[]): string[] => [
  ...new Set(objects.map((object) => namespaceOf(object) ?? '')),
];

const readInstances = async (
  reader: Reader,
  machines: Visible<KubeObject>,
): Promise<Gathered<KubeObject>> => {
  if (machines.read === 'all') {
    const fact = await reader.list(virtualMachineInstances, {}, slimInstance);
    if (fact.state === 'ok') return { values: fact.value, failed: new Map() };
  }
  return listEach(reader, virtualMachineInstances, namespacesOf(machines.values), slimInstance);
};

const keyOf = (object: KubeObject): string => `${namespaceOf(object) ?? ''}/${nameOf(object)}`;

type OptOut = { isOut(namespace: string): boolean; unreadable: string[] };

const optOut = (
  labels: ReadonlyMap<string, Labels>,
  names: readonly string[],
  forModel: boolean,
): OptOut => ({
  isOut: (namespace) => isOptedOut(labels.get(namespace), forModel),
  unreadable: forModel ? names.filter((name) => !labels.has(name)) : [],
});

const REASONS = {
  forbidden: say(
    'You may not list VirtualMachines in any project. Ask for the view role in a project.',
  ),
  unavailable: say('The VirtualMachines cannot be read now. Try again in a moment.'),
  not_installed: say(
    'The cluster serves no VirtualMachines: OpenShift Virtualization is not installed.',
  ),
};

const failed = ({ reason }: Failure, vocabulary: Vocabulary, now: number): Inventory => {
  const forbidden = reason === 'forbidden';
  const message = reason === 'not_installed' || forbidden ? REASONS[reason] : REASONS.unavailable;
  return {
    outcome: forbidden ? 'forbidden' : 'unavailable',
    message,
    records: [],
    vocabulary,
    scope: { namespaces: 0, hidden: true },
    unchecked: [unchecked(virtualMachines.plural, { reason, message: '' }, message)],
    kinds: new Map(),
    asOf: formatTime(now),
  };
};

const first = <T>(values: Iterable<T>): T | undefined => [...values][0];

/** Reads what a search needs as the caller: as much as it may see, and what it may not is named. */
export const readInventory = async (
  reader: Reader,
  { now, namespaces: asked, forModel = false, needs = [] }: InventoryOptions,
): Promise<Inventory> => {
  const named = await listNamespaces(reader);
  const labels = new Map((named ?? []).map((entry) => [entry.name, entry.labels] as const));
  const machines = await readVisible(reader, virtualMachines, slimMachine, asked, () =>
    Promise.resolve([...labels.keys()]),
  );
  if (machines.failure !== undefined) return failed(machines.failure, vocabularyOf([]), now);

  const used = namespacesOf(machines.values);
  const unlisted = used.filter((name) => !labels.has(name));
  for (const [name, found] of await readMissingLabels(reader, unlisted)) labels.set(name, found);
  const out = optOut(labels, used, forModel);
  const values = machines.values.filter((vm) => {
    const namespace = namespaceOf(vm) ?? '';
    return isAsked(namespace, asked) && !out.isOut(namespace);
  });

  const [instances, sizes] = await Promise.all([
    readInstances(reader, { ...machines, values }),
    readSizes(reader, values),
  ]);
  const byKey = new Map(instances.values.map((vmi) => [keyOf(vmi), vmi]));
  const records = values.map((vm) => {
    const unread = instances.failed.has(namespaceOf(vm) ?? '');
    return toRecord(vm, { vmi: unread ? 'unread' : byKey.get(keyOf(vm)), sizeOf: sizes.sizeOf });
  });

  const nodes = await reader.list(RESOURCES.nodes, {}, toHost);
  const visible = new Map([...labels].filter(([name]) => !out.isOut(name)));
  const noInstances = first(instances.failed.values());
  const noMachines = first(
    [...machines.failed.values()].filter(({ reason }) => reason !== 'forbidden'),
  );
  const problems = [
    noMachines && unchecked(virtualMachines.plural, noMachines, MISSING.machines),
    noInstances && unchecked(virtualMachineInstances.plural, noInstances, MISSING.instances),
    ...sizes.failed.map((entry) => unchecked(entry.resource, entry.failure, MISSING.sizes)),
    out.unreadable.length > 0
      ? unchecked(namespaceKind.plural, FORBIDDEN, MISSING.labels)
      : undefined,
  ];
  const hosts = new Map(nodes.state === 'ok' ? nodes.value.map((host) => [host.name, host]) : []);
  const zones = [...hosts.values()].flatMap(({ zone }) => zone ?? []);
  const placed = records.map((record) => {
    const host = hosts.get(record.node ?? '');
    return host === undefined ? record : { ...record, joined: { host } };
  });
  const inventory: Inventory = {
    outcome: 'ok',
    records: placed,
    vocabulary: vocabularyOf(placed, visible, [...hosts.keys()], zones),
    scope: {
      namespaces:
        machines.read === 'all' && asked === undefined
          ? 'all'
          : scopeSize(machines, asked, visible),
      hidden: machines.hidden,
    },
    unchecked: problems.filter((problem) => problem !== undefined),
    kinds: new Map([['nodes', failure(nodes)]]),
    asOf: formatTime(now),
  };
  return completeInventory(reader, inventory, needs);
};

const scopeSize = (
  { read }: Visible<KubeObject>,
  asked: readonly string[] | undefined,
  visible: ReadonlyMap<string, Labels>,
): number =>
  read === 'all' ? [...visible.keys()].filter((name) => isAsked(name, asked)).length : read.length;

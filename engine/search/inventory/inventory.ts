import { formatTime, isOptedOut, RESOURCES, type Labels, type Reader } from '../../kubernetes';
import { english, say, type Message } from '../../messages';
import type { ResourceName } from '../fields';
import type { VmRecord } from '../records/record';
import { finishInSlices, UNBROKEN, type Slices } from '../slices';
import type { SearchUnchecked } from '../types';
import { vocabularyOf, withPlaces, type Vocabulary } from '../vocabulary';
import { completeInventory } from './complete';
import { failure, firstOf, NO_FAILURES, openEach, type Failure, type Failures } from './lists';
import { listNamespaces, readMissingLabels } from './namespaces';
import { noMachines } from './no-machines';
import { FORBIDDEN, reachMachines, type Reach } from './reach';
import { rightsOf, type Rights } from './rights';
import { openSizes, type Sizes } from './sizes';
import { sourceOf, type Source } from './source';
import { createStock, type Stock } from './stock';
import { isAsked } from './visible';

/** Everything a search looks at, as one caller may see it. */
export type Inventory = {
  /** Not `ok` when not even the VirtualMachines could be read anywhere. */
  outcome: 'ok' | 'forbidden' | 'unavailable';
  message?: Message;
  records: readonly VmRecord[];
  vocabulary: Vocabulary;
  /** `all`: the whole cluster, nothing of which its administrator left out. */
  scope: { namespaces: 'all' | number; hidden: boolean };
  /** The whole cluster was asked for and may be listed at once. */
  everywhere: boolean;
  unchecked: SearchUnchecked[];
  /** Further kinds that were read, each with what stood in the way somewhere. */
  kinds: ReadonlyMap<ResourceName, Failure | undefined>;
  asOf: string;
  /** What the records come from, and the namespaces they are of: further kinds are told by it. */
  stock: Stock;
  homes: readonly (readonly [namespace: string, rights: Rights])[];
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
  /** `renewMachines` may be asked later: what records are made of is held. */
  lasting?: boolean;
  /** Making records of thousands of machines takes longer than a frame. */
  slices?: Slices;
};

const { virtualMachines, virtualMachineInstances, namespaces: namespaceKind } = RESOURCES;

const unchecked = (resource: string, { reason }: Failure, message: Message): SearchUnchecked => ({
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

/** An inventory for which nothing was read. */
export const unread = (stock: Stock, now: number): Inventory => ({
  outcome: 'ok',
  records: [],
  vocabulary: vocabularyOf([]),
  scope: { namespaces: 0, hidden: false },
  everywhere: false,
  unchecked: [],
  kinds: new Map(),
  asOf: formatTime(now),
  stock,
  homes: [],
});

const failed = (
  { reason }: Failure,
  asked: readonly string[] | undefined,
  empty: Inventory,
): Inventory => {
  const message = noMachines(reason, asked);
  return {
    ...empty,
    outcome: reason === 'forbidden' ? 'forbidden' : 'unavailable',
    message,
    scope: { namespaces: 0, hidden: true },
    unchecked: [unchecked(virtualMachines.plural, { reason, message: '' }, message)],
  };
};

type OptOut = { isOut(namespace: string): boolean; unreadable: string[] };

const optOut = (
  labels: ReadonlyMap<string, Labels>,
  names: readonly string[],
  forModel: boolean,
): OptOut => ({
  isOut: (namespace) => isOptedOut(labels.get(namespace), forModel),
  unreadable: forModel ? names.filter((name) => !labels.has(name)) : [],
});

const openInstances = async (
  source: Source,
  { read }: Reach,
  homes: readonly string[],
): Promise<Failures> => {
  const fact = read === 'all' ? await source.open('virtualMachineInstances') : undefined;
  return fact?.state === 'ok' ? NO_FAILURES : openEach(source, 'virtualMachineInstances', homes);
};

const scopeOf = (
  { read, hidden }: Reach,
  asked: readonly string[] | undefined,
  homes: ReadonlySet<string>,
  visible: ReadonlyMap<string, Labels>,
  isWhole: boolean,
): Inventory['scope'] => {
  if (read === 'all') {
    const named = [...visible.keys()].filter((name) => isAsked(name, asked)).length;
    return { namespaces: asked === undefined && isWhole ? 'all' : named, hidden };
  }
  const isNamed = (name: string): boolean => asked?.includes(name) ?? false;
  return { namespaces: read.filter((name) => homes.has(name) || isNamed(name)).length, hidden };
};

/** Kinds that every inventory is made of; instance types only where machines name them. */
const BASE: readonly ResourceName[] = [
  'namespaces',
  'virtualMachines',
  'virtualMachineInstances',
  'clusterInstancetypes',
  'instancetypes',
  'nodes',
];

type Opened = { reach: Reach; instances: Failures; sizes: Sizes; nodes: Failure | undefined };

const rightsIn = (namespace: string, { instances, sizes, nodes }: Opened, stock: Stock): Rights =>
  rightsOf([
    ['virtualMachineInstances', !instances.has(namespace)],
    ...stock
      .instancetypesIn(namespace)
      .map((kind) => [kind, sizes.mayList(kind, namespace)] as const),
    ['nodes', nodes === undefined],
  ]);

const problemsOf = (
  { reach, instances, sizes }: Opened,
  unreadable: readonly string[],
): SearchUnchecked[] => {
  const noInstances = firstOf(instances.values());
  const noMachines = [...reach.failed.values()].find(({ reason }) => reason !== 'forbidden');
  return [
    noMachines && unchecked(virtualMachines.plural, noMachines, MISSING.machines),
    noInstances && unchecked(virtualMachineInstances.plural, noInstances, MISSING.instances),
    ...sizes.failed.map(({ kind, failure: problem }) =>
      unchecked(RESOURCES[kind].plural, problem, MISSING.sizes),
    ),
    unreadable.length > 0 ? unchecked(namespaceKind.plural, FORBIDDEN, MISSING.labels) : undefined,
  ].filter((problem) => problem !== undefined);
};

/** Reads what a search needs as the caller: as much as it may see, and what it may not is named. */
export const readInventory = async (
  from: Reader | Source,
  options: InventoryOptions,
): Promise<Inventory> => {
  const { now, namespaces: asked, forModel = false, needs = [], slices = UNBROKEN } = options;
  const source = sourceOf(from, createStock(options.lasting === true));
  const { stock, reader, filled } = source;
  const named = await listNamespaces(reader);
  const labels = new Map((named ?? []).map((entry) => [entry.name, entry.labels] as const));
  const reach = await reachMachines(source, asked, named && [...labels.keys()]);
  if (reach.failure !== undefined) return failed(reach.failure, asked, unread(stock, now));

  const reached = reach.read === 'all' ? undefined : new Set(reach.read);
  const used = stock.homes().filter((name) => reached?.has(name) ?? true);
  const unlisted = used.filter((name) => !labels.has(name));
  for (const [name, found] of await readMissingLabels(reader, unlisted)) labels.set(name, found);
  const out = optOut(labels, used, forModel);
  const places = used.filter((name) => isAsked(name, asked) && !out.isOut(name));

  const [instances, sizes, nodes] = await Promise.all([
    openInstances(source, reach, places),
    openSizes(source, places),
    source.open('nodes'),
  ]);
  const opened: Opened = { reach, instances, sizes, nodes: failure(nodes) };
  const homes = places.map((name) => [name, rightsIn(name, opened, stock)] as const);
  const visible = new Map([...labels].filter(([name]) => !out.isOut(name)));
  const { pause, isLong } = slices;
  const { records, vocabulary } = await finishInSlices(stock.view(homes), pause, isLong);
  const inventory: Inventory = {
    outcome: 'ok',
    records,
    vocabulary: withPlaces(vocabulary, visible, nodes.state === 'ok' ? stock.hosts() : []),
    scope: scopeOf(reach, asked, new Set(used), visible, visible.size === labels.size),
    everywhere: reach.read === 'all' && asked === undefined,
    unchecked: problemsOf(opened, out.unreadable),
    kinds: new Map([['nodes', opened.nodes]]),
    asOf: formatTime(Math.min(now, filled?.asOf(BASE) ?? now)),
    stock,
    homes,
  };
  return completeInventory(source, inventory, needs, slices);
};

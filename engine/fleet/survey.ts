import {
  isOptedOut,
  nameOf,
  RESOURCES,
  type KubeObject,
  type Labels,
  type Reader,
  type Resource,
} from '../kubernetes';
import { say, type Message } from '../messages';
import type { Missed } from '../diagnosis/facts';
import { listNamespaces, readMissingLabels } from '../search/inventory/namespaces';
import { listEach, type Failure, type List } from '../search/inventory/lists';
import { noMachines } from '../search/inventory/no-machines';
import { isAsked, mayBeWhole, readVisible, type Visible } from '../search/inventory/visible';
import { byPlace } from './cursor';
import type { Keeps } from './request';
import type { Fleet, FleetRequest } from './types';
import {
  instanceSigns,
  isGoodNode,
  isYoung,
  machineSigns,
  movedBy,
  type InstanceSigns,
  type MachineSigns,
} from './signs';

/** A VM, and its verdict where its own signs and those around it leave no doubt. */
export type Surveyed = {
  readonly namespace: string;
  readonly name: string;
  readonly verdict?: 'healthy' | 'stopped' | 'unknown';
};

/** Every VM the caller may see, in the order of namespace and name. */
export type Survey = {
  readonly machines: readonly Surveyed[];
  readonly scope: Fleet['scope'];
  readonly missed: readonly Missed[];
  /** Projects whose opt-out could not be read are left out. */
  readonly leftOut: boolean;
};

export type SurveyFailure = { readonly reason: Failure['reason']; readonly message: Message };

export const NO_TIME = say(
  'There was no time left to look at a virtual machine. Try again, or ask about fewer projects.',
);

const failureOf = ({ reason }: Failure, asked: readonly string[] | undefined): SurveyFailure => ({
  reason,
  message: reason === 'deadline' ? NO_TIME : noMachines(reason, asked),
});

const { virtualMachines, virtualMachineInstances, migrations, pods, nodes } = RESOURCES;

const missedIn = (resource: Missed['resource'], failed: ReadonlyMap<string, Failure>): Missed[] =>
  [...failed].map(([namespace, { reason, message }]) => ({
    resource,
    reason,
    message,
    ...(namespace === '' ? {} : { namespace }),
  }));

/** What a reader may list of a kind. */
const listOf =
  <T>(
    reader: Reader,
    resource: Resource,
    project: (object: KubeObject) => T | undefined,
    labelSelector?: string,
  ): List<T> =>
  (namespace) =>
    reader.list(
      resource,
      {
        ...(namespace === undefined ? {} : { namespace }),
        ...(labelSelector === undefined ? {} : { labelSelector }),
      },
      project,
    );

/** A kind where the VMs are: in the whole cluster where that may be read, else in each namespace. */
const listBeside = async <T>(
  list: List<T>,
  { isWhole, namespaces }: { isWhole: boolean; namespaces: readonly string[] },
): Promise<{ values: readonly T[]; failed: ReadonlyMap<string, Failure> }> => {
  const fact = isWhole ? await list() : undefined;
  return fact?.state === 'ok'
    ? { values: fact.value, failed: new Map() }
    : listEach(list, namespaces);
};

/** The list of the whole cluster is under way before it is known whether it is of use. */
const begun = <T>(list: List<T>): List<T> => {
  const whole = list();
  return (namespace) => (namespace === undefined ? whole : list(namespace));
};

type Beside = {
  readonly instances: ReadonlyMap<string, InstanceSigns>;
  readonly noInstances: ReadonlyMap<string, Failure>;
  readonly noPods: ReadonlyMap<string, Failure>;
  readonly noMigrations: ReadonlyMap<string, Failure>;
  readonly moving: ReadonlySet<string>;
  /** By name; `undefined` when nodes may not be read. */
  readonly goodNodes?: ReadonlySet<string>;
  readonly missed: readonly Missed[];
};

const keyOf = ({ namespace, name }: { namespace: string; name: string }): string =>
  `${namespace}/${name}`;

const readAround = async (
  reader: Reader,
  listInstances: List<InstanceSigns>,
  machines: readonly MachineSigns[],
  isWhole: boolean,
  now: number,
): Promise<Beside> => {
  const where = { isWhole, namespaces: [...new Set(machines.map(({ namespace }) => namespace))] };
  const [instances, moving, hotplug, hosts] = await Promise.all([
    listBeside(listInstances, where),
    listBeside(listOf(reader, migrations, movedBy), where),
    // Tells whether pods may be read at all, without reading the many.
    listBeside(listOf(reader, pods, nameOf, 'kubevirt.io=hotplug-disk'), where),
    reader.list(nodes, {}, (node) => (isGoodNode(node, now) ? nameOf(node) : undefined)),
  ]);
  return {
    instances: new Map(instances.values.map((one) => [keyOf(one), one])),
    noInstances: instances.failed,
    noPods: hotplug.failed,
    noMigrations: moving.failed,
    moving: new Set(moving.values),
    ...(hosts.state === 'ok' ? { goodNodes: new Set(hosts.value) } : {}),
    missed: [
      ...missedIn(pods, hotplug.failed),
      ...missedIn(virtualMachineInstances, instances.failed),
      ...missedIn(migrations, moving.failed),
      ...(hosts.state === 'unread'
        ? [{ resource: nodes, reason: hosts.reason, message: hosts.message }]
        : []),
    ],
  };
};

/** What needs no diagnosis: the VM says it is well, and all that could say otherwise agrees. */
const verdictOf = (machine: MachineSigns, around: Beside, now: number): Surveyed['verdict'] => {
  const { claims, namespace, nics } = machine;
  const key = keyOf(machine);
  if (claims === undefined || around.moving.has(key) || around.noInstances.has(namespace)) {
    return undefined;
  }
  const instance = around.instances.get(key);
  if (claims === 'stopped') return instance === undefined ? 'stopped' : undefined;
  if (instance?.isPlain !== true || isYoung(instance, now)) return undefined;
  // An instance that lists no interface of its own says nothing about one that is plugged in.
  if (instance.nics !== '' && instance.nics !== nics) return undefined;
  if (around.goodNodes?.has(instance.node) === false) return undefined;
  return around.noPods.has(namespace) ? 'unknown' : 'healthy';
};

const readLabels = async (
  reader: Reader,
  named: ReadonlyMap<string, Labels>,
  used: readonly string[],
): Promise<ReadonlyMap<string, Labels>> => {
  const missing = used.filter((name) => !named.has(name));
  return new Map([...named, ...(await readMissingLabels(reader, missing))]);
};

const scopeOf = (
  { read, hidden }: Visible<unknown>,
  asked: readonly string[] | undefined,
  machines: readonly Surveyed[],
  open: { readonly size: number; readonly isWhole: boolean },
): Fleet['scope'] => {
  if (read !== 'all') return { namespaces: read.length, hidden };
  if (asked === undefined) return { namespaces: open.isWhole ? 'all' : open.size, hidden };
  return { namespaces: new Set(machines.map(({ namespace }) => namespace)).size, hidden };
};

/** All VMs and instances that one caller may list, as much of each as a survey looks at. */
export type Signs = {
  readonly machines: List<MachineSigns>;
  readonly instances: List<InstanceSigns>;
  /** When they were true, milliseconds since the epoch; absent: now. */
  readonly asOf?: number;
};

/** Read as the caller, with the VMs that are asked about. */
export const readSigns = (reader: Reader, keeps: Keeps): Signs => ({
  machines: listOf(reader, virtualMachines, (vm) => (keeps(vm) ? machineSigns(vm) : undefined)),
  instances: listOf(reader, virtualMachineInstances, instanceSigns),
});

/** Looks at all VMs the caller may see, and tells apart those that are plainly well. */
export const survey = async (
  reader: Reader,
  signs: Signs,
  { namespaces: asked }: FleetRequest,
  now: number,
  forModel: boolean,
): Promise<Survey | SurveyFailure> => {
  const listed = listNamespaces(reader).then(
    (found = []) => new Map(found.map(({ name, labels }) => [name, labels] as const)),
  );
  const instances = mayBeWhole(asked) ? begun(signs.instances) : signs.instances;
  const visible = await readVisible(signs.machines, asked, async () => [...(await listed).keys()]);
  if (visible.failure !== undefined) return failureOf(visible.failure, asked);
  const used = [...new Set(visible.values.map(({ namespace }) => namespace))];
  const labels = await readLabels(reader, await listed, used);
  const machines = visible.values.filter(
    ({ namespace }) => isAsked(namespace, asked) && !isOptedOut(labels.get(namespace), forModel),
  );
  const size = [...labels.values()].filter((own) => !isOptedOut(own, forModel)).length;
  const around = await readAround(reader, instances, machines, visible.read === 'all', now);
  const surveyed = machines
    .map((machine): Surveyed => {
      const verdict = verdictOf(machine, around, now);
      const { namespace, name } = machine;
      return { namespace, name, ...(verdict === undefined ? {} : { verdict }) };
    })
    .sort(byPlace);
  return {
    machines: surveyed,
    scope: scopeOf(visible, asked, surveyed, { size, isWhole: size === labels.size }),
    missed: [...missedIn(virtualMachines, visible.failed), ...around.missed],
    leftOut: forModel && used.some((name) => !labels.has(name)),
  };
};

import {
  at,
  conditionOf,
  createdOf,
  eventTimeOf,
  listAt,
  nameOf,
  numberAt,
  parseTime,
  textAt,
  textsAt,
  type KubeObject,
  type Path,
} from '@cnv-ai/engine/kubernetes';
import type { ServedResource } from './resources';

export type Cell = string | number | boolean | null;

/** A printer column: what a `kubectl get` shows of a kind. Priority 1 is shown by `-o wide` only. */
export type Column = {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly priority?: 1;
  /** Where a definition of a custom kind reads it; absent for what is worked out. */
  readonly jsonPath?: string;
  readonly cell: (object: KubeObject, now: number) => Cell;
};

const DAYS_PER_YEAR = 365;

/** An age as kubectl words it: two units while the first is small. */
export const humanDuration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  const both = (big: number, unit: string, rest: number, small: string): string =>
    rest === 0 ? `${big}${unit}` : `${big}${unit}${rest}${small}`;
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return both(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return both(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (days < 8) return both(days, 'd', hours % 24, 'h');
  if (days < 2 * DAYS_PER_YEAR) return `${days}d`;
  return both(Math.floor(days / DAYS_PER_YEAR), 'y', days % DAYS_PER_YEAR, 'd');
};

const since = (time: string | undefined, now: number): string => {
  const then = parseTime(time);
  return then === undefined ? '<unknown>' : humanDuration(now - then);
};

const jsonPathOf = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');

const text = (name: string, ...path: Path): Column => ({
  name,
  type: 'string',
  jsonPath: jsonPathOf(path),
  cell: (object) => textAt(object, ...path) ?? '',
});
const number = (name: string, ...path: Path): Column => ({
  name,
  type: 'integer',
  jsonPath: jsonPathOf(path),
  cell: (object) => numberAt(object, ...path) ?? null,
});
const condition = (name: string, type: string): Column => ({
  name,
  type: 'string',
  jsonPath: `.status.conditions[?(@.type=='${type}')].status`,
  cell: (object) => conditionOf(object, type)?.status ?? '',
});
const wide = (column: Column): Column => ({ ...column, priority: 1 });
const NAME: Column = { name: 'Name', type: 'string', cell: (object) => nameOf(object) };
const AGE: Column = {
  name: 'Age',
  type: 'string',
  cell: (object, now) => since(createdOf(object), now),
};

const containers = (pod: KubeObject) => listAt(pod, 'status', 'containerStatuses');

const podStatus = (pod: KubeObject): string => {
  if (textAt(pod, 'metadata', 'deletionTimestamp') !== undefined) return 'Terminating';
  const [reason] = containers(pod).flatMap((entry) => {
    const found =
      textAt(entry, 'state', 'waiting', 'reason') ?? textAt(entry, 'state', 'terminated', 'reason');
    return found === undefined ? [] : [found];
  });
  return reason ?? textAt(pod, 'status', 'reason') ?? textAt(pod, 'status', 'phase') ?? 'Unknown';
};

const POD: readonly Column[] = [
  NAME,
  {
    name: 'Ready',
    type: 'string',
    cell: (pod) =>
      `${containers(pod).filter((entry) => at(entry, 'ready') === true).length}/${listAt(pod, 'spec', 'containers').length}`,
  },
  { name: 'Status', type: 'string', cell: podStatus },
  {
    name: 'Restarts',
    type: 'string',
    cell: (pod) =>
      String(
        containers(pod).reduce<number>(
          (sum, entry) => sum + (numberAt(entry, 'restartCount') ?? 0),
          0,
        ),
      ),
  },
  AGE,
  wide(text('IP', 'status', 'podIP')),
  wide(text('Node', 'spec', 'nodeName')),
];

const nodeStatus = (node: KubeObject): string => {
  const ready = conditionOf(node, 'Ready')?.status === 'True' ? 'Ready' : 'NotReady';
  return at(node, 'spec', 'unschedulable') === true ? `${ready},SchedulingDisabled` : ready;
};

const ROLE = 'node-role.kubernetes.io/';

const NODE: readonly Column[] = [
  NAME,
  { name: 'Status', type: 'string', cell: nodeStatus },
  {
    name: 'Roles',
    type: 'string',
    cell: (node) =>
      Object.keys(textsAt(node, 'metadata', 'labels'))
        .filter((label) => label.startsWith(ROLE))
        .map((label) => label.slice(ROLE.length))
        .sort()
        .join(',') || '<none>',
  },
  AGE,
  text('Version', 'status', 'nodeInfo', 'kubeletVersion'),
];

const EVENT: readonly Column[] = [
  {
    name: 'Last Seen',
    type: 'string',
    cell: (event, now) => since(eventTimeOf(event), now),
  },
  text('Type', 'type'),
  text('Reason', 'reason'),
  {
    name: 'Object',
    type: 'string',
    cell: (event) =>
      `${(textAt(event, 'involvedObject', 'kind') ?? '').toLowerCase()}/${textAt(event, 'involvedObject', 'name') ?? ''}`,
  },
  text('Message', 'message'),
];

const CLAIM: readonly Column[] = [
  NAME,
  text('Status', 'status', 'phase'),
  text('Volume', 'spec', 'volumeName'),
  text('Capacity', 'status', 'capacity', 'storage'),
  {
    name: 'Access Modes',
    type: 'string',
    cell: (claim) =>
      listAt(claim, 'spec', 'accessModes')
        .map((mode) => String(mode).replace(/[a-z]/g, ''))
        .join(','),
  },
  text('StorageClass', 'spec', 'storageClassName'),
  AGE,
];

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  pods: POD,
  nodes: NODE,
  events: EVENT,
  persistentvolumeclaims: CLAIM,
  namespaces: [NAME, text('Status', 'status', 'phase'), AGE],
  projects: [
    NAME,
    text('Display Name', 'metadata', 'annotations', 'openshift.io/display-name'),
    text('Status', 'status', 'phase'),
  ],
  virtualmachines: [
    NAME,
    AGE,
    text('Status', 'status', 'printableStatus'),
    condition('Ready', 'Ready'),
  ],
  virtualmachineinstances: [
    NAME,
    AGE,
    text('Phase', 'status', 'phase'),
    text('IP', 'status', 'interfaces', 0, 'ipAddress'),
    text('NodeName', 'status', 'nodeName'),
    condition('Ready', 'Ready'),
    wide(condition('Live-Migratable', 'LiveMigratable')),
    wide(condition('Paused', 'Paused')),
  ],
  virtualmachineinstancemigrations: [
    NAME,
    text('Phase', 'status', 'phase'),
    text('VMI', 'spec', 'vmiName'),
  ],
  datavolumes: [
    NAME,
    text('Phase', 'status', 'phase'),
    text('Progress', 'status', 'progress'),
    number('Restarts', 'status', 'restartCount'),
    AGE,
  ],
  storageclasses: [
    NAME,
    text('Provisioner', 'provisioner'),
    text('ReclaimPolicy', 'reclaimPolicy'),
    text('VolumeBindingMode', 'volumeBindingMode'),
    AGE,
  ],
};

export const columnsOf = (resource: ServedResource): readonly Column[] =>
  COLUMNS[resource.plural] ?? [NAME, AGE];

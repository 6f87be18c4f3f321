import {
  isRecord,
  listAt,
  namespaceOf,
  recordAt,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { servedPlural } from '../resources';
import type { Store } from '../store';

const CLAIMS = servedPlural('persistentvolumeclaims');
const NETWORKS = servedPlural('network-attachment-definitions');
const SECRETS = servedPlural('secrets');
const CONFIG_MAPS = servedPlural('configmaps');
const NODES = servedPlural('nodes');
const INSTANCETYPES = servedPlural('virtualmachineclusterinstancetypes');
const PREFERENCES = servedPlural('virtualmachineclusterpreferences');

const templateSpec = (machine: KubeObject): KubeObject =>
  recordAt(machine, 'spec', 'template', 'spec');

/** The claims of a machine by volume name; `undefined` for one that is missing or not bound. */
export const claimsOf = (
  store: Store,
  machine: KubeObject,
): Readonly<Record<string, KubeObject | undefined>> => {
  const namespace = namespaceOf(machine);
  const entries = listAt(templateSpec(machine), 'volumes').flatMap((volume) => {
    const claim =
      textAt(volume, 'persistentVolumeClaim', 'claimName') ?? textAt(volume, 'dataVolume', 'name');
    if (claim === undefined) return [];
    const found = store.get(CLAIMS, namespace, claim);
    const bound = textAt(found, 'status', 'phase') === 'Bound';
    return [[textAt(volume, 'name') ?? '', bound ? found : undefined] as const];
  });
  return Object.fromEntries(entries);
};

const networksExist = (store: Store, machine: KubeObject): boolean =>
  listAt(templateSpec(machine), 'networks').every((network) => {
    const name = textAt(network, 'multus', 'networkName');
    if (name === undefined) return true;
    const [first = '', second] = name.split('/');
    const namespace = second === undefined ? namespaceOf(machine) : first;
    return store.get(NETWORKS, namespace, second ?? first) !== undefined;
  });

const sourcesExist = (store: Store, machine: KubeObject): boolean =>
  listAt(templateSpec(machine), 'volumes').every((volume) => {
    const namespace = namespaceOf(machine);
    const secret =
      textAt(volume, 'secret', 'secretName') ??
      textAt(volume, 'cloudInitNoCloud', 'secretRef', 'name');
    const map = textAt(volume, 'configMap', 'name');
    return (
      (secret === undefined || store.get(SECRETS, namespace, secret) !== undefined) &&
      (map === undefined || store.get(CONFIG_MAPS, namespace, map) !== undefined)
    );
  });

/** Named types exist; a namespaced one is not looked up and counts as there. */
const typesExist = (store: Store, machine: KubeObject): boolean =>
  (
    [
      ['instancetype', INSTANCETYPES],
      ['preference', PREFERENCES],
    ] as const
  ).every(([field, resource]) => {
    const name = textAt(machine, 'spec', field, 'name');
    const kind = (textAt(machine, 'spec', field, 'kind') ?? resource.kind).toLowerCase();
    const isCluster = kind === resource.kind.toLowerCase();
    return name === undefined || !isCluster || store.get(resource, undefined, name) !== undefined;
  });

const isReady = (node: KubeObject): boolean =>
  listAt(node, 'status', 'conditions').some(
    (entry) => isRecord(entry) && entry.type === 'Ready' && entry.status === 'True',
  );

const takesMachines = (node: KubeObject): boolean =>
  isReady(node) &&
  recordAt(node, 'spec').unschedulable !== true &&
  textAt(node, 'metadata', 'labels', 'kubevirt.io/schedulable') === 'true';

/** A node the machine fits on, by its node selector. */
export const nodeFor = (store: Store, machine: KubeObject, except?: string): string | undefined => {
  const wanted = Object.entries(recordAt(templateSpec(machine), 'nodeSelector'));
  const found = store
    .list(NODES)
    .filter(takesMachines)
    .find(
      (node) =>
        textAt(node, 'metadata', 'name') !== except &&
        wanted.every(([label, value]) => textAt(node, 'metadata', 'labels', label) === value),
    );
  return textAt(found, 'metadata', 'name');
};

/** Whether nothing that a machine refers to is missing, so that it would come up. */
export const canStart = (store: Store, machine: KubeObject): boolean =>
  Object.values(claimsOf(store, machine)).every((claim) => claim !== undefined) &&
  networksExist(store, machine) &&
  sourcesExist(store, machine) &&
  typesExist(store, machine) &&
  nodeFor(store, machine) !== undefined;

import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Cluster } from './build';
import {
  fault,
  fieldsOf,
  flag,
  listOf,
  mapOf,
  number,
  oneOf,
  record,
  text,
  type Fields,
  type Reader,
} from './fields';
import type { Ground, Instancetype, Labels, Node } from './ground';
import { machineReader, type Common } from './read-machine';
import { unknownIn } from './references';
import type { MachineSpec } from './spec';
import { SYSTEMS, type System } from './systems';

const BOOT_HOURS = 0.005;

const nodeOf = fieldsOf((of): Node => ({
  zone: of.need('zone', text),
  arch: of.may('arch', text),
  labels: of.may('labels', mapOf(text)),
  cordoned: of.may('cordoned', flag),
  ready: of.may('ready', flag),
  changedHours: of.may('changedHours', number),
}));

const instancetypeOf = fieldsOf((of): Instancetype => ({
  cpu: of.need('cpu', number),
  memory: of.need('memory', text),
  gpu: of.may('gpu', text),
}));

const ownSystem = fieldsOf((of): System => ({
  preference: of.need('preference', text),
  id: of.need('id', text),
  versionId: of.need('versionId', text),
  prettyName: of.need('prettyName', text),
}));

const groundOf = (of: Fields): Ground => ({
  ageHours: of.need('ageHours', number),
  nodes: of.need('nodes', mapOf(nodeOf)),
  namespaces: of.need('namespaces', mapOf(mapOf(text))),
  storageClasses: of.need('storageClasses', mapOf(oneOf(['ReadWriteMany', 'ReadWriteOnce']))),
  instancetypes: of.need('instancetypes', mapOf(instancetypeOf)),
  preferences: of.need('preferences', listOf(text)),
  networks: of.need('networks', mapOf(text)),
});

/** The common systems and the cluster's own, by the name a machine has for it. */
const namedSystem = (own: Readonly<Record<string, System>>): Reader<System> => {
  const systems = new Map<string, System>(Object.entries({ ...SYSTEMS, ...own }));
  return (value, place) => {
    const found = systems.get(text(value, place));
    if (found === undefined) throw fault(place, `there is no system "${String(value)}"`);
    return found;
  };
};

type Raw = { readonly value: KubeObject; readonly place: string };

const labelsIn = ({ labels = {} }: KubeObject, place: string): Labels =>
  mapOf(text)(labels, `${place}.labels`);

// What a machine says replaces what its fleet says; its labels are added to the fleet's.
const fleetOf: Reader<readonly Raw[]> = (value, fleet) => {
  const { machines, ...shared } = record(value, fleet);
  const common = labelsIn(shared, fleet);
  return listOf(record)(machines, `${fleet}.machines`).map((own, index) => {
    const place = `${fleet}.machines[${index}]`;
    return { value: { ...shared, ...own, labels: { ...common, ...labelsIn(own, place) } }, place };
  });
};

// The hardware address of a machine comes from its ordinal; clusters may count from elsewhere.
const machinesOf = (of: Fields, common: Common): MachineSpec[] => {
  const first = of.may('firstOrdinal', number) ?? 0;
  return of
    .need('fleets', listOf(fleetOf))
    .flat()
    .map(({ value, place }, index) => machineReader(common, first + index)(value, place));
};

const clusterOf = fieldsOf((of): Cluster => {
  const ground = groundOf(of);
  const common = {
    systemOf: namedSystem(of.may('systems', mapOf(ownSystem)) ?? {}),
    bootHours: of.may('bootHours', number) ?? BOOT_HOURS,
  };
  return { ...ground, machines: machinesOf(of, common) };
});

const twice = (machines: readonly MachineSpec[]): string | undefined => {
  const seen = new Set<string>();
  for (const { namespace, name } of machines) {
    const key = `${namespace}/${name}`;
    if (seen.has(key)) return `${key} is there twice`;
    seen.add(key);
  }
  return undefined;
};

/** A cluster as a data file describes it; `place` names the file where something is wrong. */
export const readCluster: Reader<Cluster> = (value, place) => {
  const cluster = clusterOf(value, place);
  const wrong = unknownIn(cluster) ?? twice(cluster.machines);
  if (wrong !== undefined) throw fault(place, wrong);
  return cluster;
};

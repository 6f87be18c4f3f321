import type { Cluster } from './build';
import type { MachineSpec, Nic } from './spec';

type Kind = 'namespaces' | 'nodes' | 'instancetypes' | 'storageClasses' | 'networks';
type Reference = readonly [kind: Kind, name: string | undefined];

const networkOf = (namespace: string, { network }: Nic): string | undefined =>
  network === undefined || network.includes('/') ? network : `${namespace}/${network}`;

const instancetypeOf = ({ namespace, size }: MachineSpec): string | undefined => {
  if (!('instancetype' in size)) return undefined;
  return size.namespaced === true ? `${namespace}/${size.instancetype}` : size.instancetype;
};

const referencesOf = (machine: MachineSpec): Reference[] => [
  ['namespaces', machine.namespace],
  ['nodes', machine.node],
  ['nodes', machine.migration?.source],
  ['instancetypes', instancetypeOf(machine)],
  ...machine.disks.map(({ storageClass }): Reference => ['storageClasses', storageClass]),
  ...machine.nics.map((nic): Reference => ['networks', networkOf(machine.namespace, nic)]),
];

/** What a machine names that its cluster does not have. */
export const unknownIn = (cluster: Cluster): string | undefined => {
  for (const machine of cluster.machines) {
    const unknown = referencesOf(machine).find(
      ([kind, name]) => name !== undefined && !Object.hasOwn(cluster[kind], name),
    );
    if (unknown !== undefined) {
      return `${machine.namespace}/${machine.name}: "${unknown[1] ?? ''}" is none of ${unknown[0]}`;
    }
  }
  return undefined;
};

import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { attachedObjects } from './attached';
import { groundObjects, type Ground } from './ground';
import { virtualMachineInstance } from './instance';
import { virtualMachine } from './machine';
import type { MachineSpec } from './spec';

/** A cluster as data: what its machines stand on, and they. */
export type Cluster = Ground & { readonly machines: readonly MachineSpec[] };

/** Every object of a cluster, the same for the same data. */
export const objectsOf = (cluster: Cluster): KubeObject[] => [
  ...groundObjects(cluster),
  ...cluster.machines.flatMap((spec) => [
    virtualMachine(spec),
    ...virtualMachineInstance(spec),
    ...attachedObjects(spec, cluster.storageClasses),
  ]),
];

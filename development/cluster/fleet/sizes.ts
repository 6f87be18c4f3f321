import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { GUEST_SYSTEMS, type GuestOs } from '../machine/guest-os';

export type Size = { readonly name: string; readonly cpus: number; readonly memory: string };

export const SMALL: Size = { name: 'u1.small', cpus: 1, memory: '2Gi' };
export const MEDIUM: Size = { name: 'u1.medium', cpus: 1, memory: '4Gi' };
export const LARGE: Size = { name: 'u1.large', cpus: 2, memory: '8Gi' };
export const XLARGE: Size = { name: 'u1.xlarge', cpus: 4, memory: '16Gi' };
export const MEMORY_LARGE: Size = { name: 'm1.xlarge', cpus: 4, memory: '32Gi' };
export const COMPUTE: Size = { name: 'cx1.2xlarge', cpus: 8, memory: '16Gi' };

export const SIZES: readonly Size[] = [SMALL, MEDIUM, LARGE, XLARGE, MEMORY_LARGE, COMPUTE];

const API = 'instancetype.kubevirt.io/v1beta1';

export const instancetypeOf = ({ name, cpus, memory }: Size): KubeObject => ({
  apiVersion: API,
  kind: 'VirtualMachineClusterInstancetype',
  metadata: {
    name,
    labels: {
      'instancetype.kubevirt.io/cpu': String(cpus),
      'instancetype.kubevirt.io/memory': memory,
      'instancetype.kubevirt.io/vendor': 'redhat.com',
    },
  },
  spec: { cpu: { guest: cpus }, memory: { guest: memory } },
});

const preferenceOf = ({ preference, displayName }: GuestOs): KubeObject => ({
  apiVersion: API,
  kind: 'VirtualMachineClusterPreference',
  metadata: {
    name: preference,
    labels: { 'instancetype.kubevirt.io/vendor': 'redhat.com' },
    annotations: { 'openshift.io/display-name': displayName },
  },
  spec: {
    devices: { preferredDiskBus: 'virtio', preferredInterfaceModel: 'virtio' },
    requirements: { cpu: { guest: 1 }, memory: { guest: '1Gi' } },
  },
});

/** Cluster-wide instance types and preferences that the fleet's machines refer to. */
export const sizeObjects = (): KubeObject[] => [
  ...SIZES.map(instancetypeOf),
  ...GUEST_SYSTEMS.map(preferenceOf),
];

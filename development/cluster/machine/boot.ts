import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { GuestOs } from './guest-os';

/** Everything about one run of a VirtualMachine that its spec does not say. */
export type Boot = {
  /** uid of the VirtualMachineInstance. */
  readonly uid: string;
  readonly podUid: string;
  readonly podName: string;
  readonly node: string;
  readonly ip: string;
  readonly mac: string;
  readonly started: number;
  /** Undefined when no guest agent runs. */
  readonly os?: GuestOs;
  readonly sockets: number;
  readonly memory: string;
  /** The PersistentVolumeClaim of a volume, by the volume's name. */
  readonly claims: Readonly<Record<string, KubeObject>>;
};

export const LAUNCHER_IMAGE =
  'registry.redhat.io/container-native-virtualization/virt-launcher-rhel9:v4.19.3';

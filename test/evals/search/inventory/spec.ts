import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import type { System, SystemName } from './systems';

export type Disk = { readonly size: string; readonly storageClass: string };
export type Nic = {
  readonly binding: 'masquerade' | 'bridge' | 'sriov';
  /** A NetworkAttachmentDefinition as the VM names it; the pod network when absent. */
  readonly network?: string;
};
export type Size =
  | {
      readonly cores: number;
      readonly sockets?: number;
      readonly threads?: number;
      readonly memory: string;
    }
  | { readonly instancetype: string; readonly namespaced?: boolean };

/** One machine, as the table of fleets describes it. Hours count back from the fixed now. */
export type MachineSpec = {
  readonly namespace: string;
  readonly name: string;
  readonly ordinal: number;
  readonly status: string;
  readonly size: Size;
  readonly ageHours: number;
  readonly changedHours: number;
  readonly startedHours: number;
  readonly labels: Readonly<Record<string, string>>;
  /** One of the table of systems by its name there, or another. */
  readonly system?: SystemName | System;
  /** Where the operating system is written; an import has an annotation instead of a preference. */
  readonly systemIn?: 'preference' | 'annotation' | 'nowhere';
  readonly node?: string;
  readonly disks: readonly Disk[];
  readonly containerDisk?: string;
  readonly nics: readonly Nic[];
  readonly ip?: string;
  readonly agent?: boolean;
  readonly runStrategy: string;
  readonly description?: string;
  readonly architecture?: string;
  readonly failure?: { readonly reason: string; readonly message: string };
  readonly restartRequired?: boolean;
  readonly migration?: {
    readonly hours: number;
    readonly failed: boolean;
    readonly source: string;
  };
  readonly snapshots?: readonly { readonly hours: number; readonly failed?: boolean }[];
  readonly backups?: readonly { readonly hours: number; readonly failed?: boolean }[];
  readonly warnings?: readonly string[];
  /** Merged into `.spec.template.spec.domain`, its devices into the devices. */
  readonly domain?: KubeObject;
  readonly devices?: KubeObject;
  /** Merged into `.spec.template.spec`. */
  readonly scheduling?: KubeObject;
};

const PLACED = new Set(['Running', 'Paused', 'Migrating', 'Stopping', 'Unknown', 'Terminating']);
const WAITING = new Set([
  'Starting',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'WaitingForReceiver',
]);

/** True when the guest was started somewhere and has not gone away. */
export const onNode = ({ status }: MachineSpec): boolean => PLACED.has(status);
export const hasInstance = (spec: MachineSpec): boolean => onNode(spec) || WAITING.has(spec.status);

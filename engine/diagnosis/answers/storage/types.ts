import type { ObjectRef } from '../../../kubernetes';
import type { Message } from '../../../messages';
import type { GraphState, RootCause, Unchecked } from '../../types';
import type { Answered } from '../outcome';

export type StorageRequest = {
  namespace: string;
  /** Only the disks of this VM. */
  vmName?: string;
  /** Only claims of this class, and this class. */
  storageClass?: string;
};

/** A disk of the VM, or a claim of the project. */
export type VolumeReport = {
  name: string;
  ref?: ObjectRef;
  /** The field that says where it comes from, as in the VM's spec. */
  type: string;
  storageClass?: string;
  accessModes?: string[];
  /** In bytes. */
  size?: number;
  phase?: string;
  state: GraphState;
  message: string;
  messageMessage: Message;
};

export type StorageClassReport = {
  name: string;
  provisioner: string;
  isDefault: boolean;
  bindingMode: string;
  expandable: boolean;
  /** The class that can snapshot its volumes. */
  snapshotClass?: string;
  state: GraphState;
  message: string;
  messageMessage: Message;
};

export type StorageReport = Answered & {
  volumes: VolumeReport[];
  storageClasses: StorageClassReport[];
  findings: RootCause[];
  unchecked: Unchecked[];
};

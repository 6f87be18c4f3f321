import { conditionOf, flagAt, type Condition, type KubeObject, type Path } from '../kubernetes';

const DOMAIN = ['spec', 'template', 'spec', 'domain'] as const;
const KEEPS_STATE: readonly Path[] = [
  [...DOMAIN, 'devices', 'tpm', 'persistent'],
  [...DOMAIN, 'firmware', 'bootloader', 'efi', 'persistent'],
];

/** Why KubeVirt makes a claim of its own for the VM: the state of its TPM or firmware is kept. */
export const keptStatePath = (vm: KubeObject): Path | undefined =>
  KEEPS_STATE.find((path) => flagAt(vm, ...path) === true);

/** What KubeVirt says about that claim while no launcher pod is made. */
export const stateStorageProblem = (vmi: KubeObject | undefined): Condition | undefined => {
  const synchronized = conditionOf(vmi, 'Synchronized');
  return synchronized?.status === 'False' &&
    /^(?:FailedBackendStorage(?:Create|Probe)|BackendStorageNotReady)$/.test(synchronized.reason)
    ? synchronized
    : undefined;
};

/** Label of the claims that hold the state of a VM. */
export const stateClaimsOf = (name: string) => ({ labelSelector: `persistent-state-for=${name}` });

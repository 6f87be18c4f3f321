import { clusterScoped, condition, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { backendStorageNoSc } from './backend-storage-no-sc';

const tpm = vm({ template: { domain: { devices: { tpm: { persistent: true } } } } });
const efi = vm({
  template: { domain: { firmware: { bootloader: { efi: { persistent: true } } } } },
});
const told = vmi('Pending', {
  conditions: [
    condition(
      'Synchronized',
      'False',
      'FailedBackendStorageCreate',
      'no default storage class found',
    ),
  ],
});
const storageClass = (annotations: object) =>
  clusterScoped('storage.k8s.io/v1', 'StorageClass', 'fast', { metadata: { annotations } });
const chosen = namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
  spec: { configuration: { vmStateStorageClass: 'fast' } },
});

describe('backend-storage-no-sc', () => {
  it.each([
    ['it is said', { vm: vm(), vmi: told }, 'certain', true],
    ['a TPM, before it is said', { vm: tpm, vmi: vmi() }, 'likely', false],
    ['an EFI, before it is said', { vm: efi, vmi: vmi() }, 'likely', false],
  ])('%s', (_, given, confidence, blocking) => {
    expect(run(backendStorageNoSc, given)).toMatchObject([{ confidence, blocking }]);
  });

  it.each([
    [
      'there is a default now',
      { storageClasses: [storageClass({ 'storageclass.kubernetes.io/is-default-class': 'true' })] },
    ],
    ['a class is chosen for it', { kubevirts: [chosen] }],
    ['the VM keeps no state', { vm: vm(), vmi: vmi() }],
    ['the pod was made', { pods: [pod()] }],
    ['nobody asks it to run', { vm: vm({ spec: { runStrategy: 'Halted' } }) }],
  ])('is silent when %s', (_, given) =>
    expect(run(backendStorageNoSc, { vm: tpm, vmi: told, ...given })).toEqual([]),
  );
});

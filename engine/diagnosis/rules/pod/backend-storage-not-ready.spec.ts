import { ago, condition, event, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { backendStorageNotReady } from './backend-storage-not-ready';

const machine = vm({ template: { domain: { devices: { tpm: { persistent: true } } } } });
const instance = (reason: string, message: string, minutes = 20) =>
  vmi(
    'Pending',
    { conditions: [condition('Synchronized', 'False', reason, message)] },
    { creationTimestamp: ago(minutes) },
  );
const claim = (phase: string) =>
  namespaced('v1', 'PersistentVolumeClaim', 'persistent-state-for-web-x7', {
    spec: { storageClassName: 'gold' },
    status: { phase },
  });
const WAITING = instance('BackendStorageNotReady', 'PVC pending');
const REFUSED = event(claim('Pending'), 'ProvisioningFailed', 'pool is full');

describe('backend-storage-not-ready', () => {
  it.each([
    ['its claim is pending', { vmi: WAITING, stateClaims: [claim('Pending')] }, 'certain'],
    ['the claims cannot be read', { vmi: WAITING }, 'likely'],
    [
      'its class does not exist',
      { vmi: instance('FailedBackendStorageProbe', 'storage class gold not found', 0) },
      'likely',
    ],
  ])('%s', (_, given, confidence) => {
    expect(run(backendStorageNotReady, { vm: machine, ...given })).toMatchObject([{ confidence }]);
  });

  it('tells what the provisioner said', () => {
    const [finding] = run(backendStorageNotReady, {
      vm: machine,
      vmi: WAITING,
      stateClaims: [claim('Pending')],
      events: [REFUSED],
    });
    expect(finding?.explanation.params).toMatchObject({ message: 'pool is full' });
  });

  it.each([
    ['it was bound since', { vmi: WAITING, stateClaims: [claim('Bound')] }],
    ['it is being made', { vmi: instance('BackendStorageNotReady', 'PVC pending', 1) }],
    ['no class is the default', { vmi: instance('FailedBackendStorageCreate', 'no default') }],
    ['another thing is wrong', { vmi: instance('FailedCreate', 'PVC pending') }],
    ['a pod exists', { vmi: WAITING, pods: [pod()] }],
  ])('is silent when %s', (_, given) => {
    expect(run(backendStorageNotReady, { vm: machine, ...given })).toEqual([]);
  });
});

import { condition, lookup, missing, namespaced, run, vm, vmi } from '../../testing/factories';
import { volumeReadinessError } from './volume-readiness-error';

const PLACE = ['spec', 'template', 'spec', 'volumes', 0, 'dataVolume', 'name'] as const;
const machine = vm();
const owned = (kind: string) =>
  namespaced('v1', 'PersistentVolumeClaim', 'web-root', {
    metadata: { ownerReferences: [{ kind, name: 'web-root', controller: true }] },
    status: { phase: 'Bound' },
  });
const SAID = vmi('Pending', {
  conditions: [
    condition(
      'Synchronized',
      'False',
      'FailedDataVolumeImport',
      'Error determining if volume is ready: unable to find datavolume ns/web-root',
    ),
  ],
});
const gone = missing(
  { apiVersion: 'cdi.kubevirt.io/v1beta1', kind: 'DataVolume', name: 'web-root' },
  machine,
  ...PLACE,
);
const there = lookup(
  namespaced('cdi.kubevirt.io/v1beta1', 'DataVolume', 'web-root'),
  machine,
  ...PLACE,
);
const claims = (kind = 'DataVolume') => [lookup(owned(kind), machine, ...PLACE)];

describe('volume-readiness-error', () => {
  it.each([
    ['KubeVirt says so', { vmi: SAID, claims: claims(), dataVolumes: [gone] }, 'certain'],
    ['of a claim that the VM names itself', { vmi: SAID, claims: claims() }, 'certain'],
    ['nothing is said yet', { claims: claims(), dataVolumes: [gone] }, 'likely'],
  ])('%s', (_, given, confidence) => {
    expect(run(volumeReadinessError, { vm: machine, ...given })).toMatchObject([{ confidence }]);
  });

  it.each([
    ['the DataVolume is back', { vmi: SAID, claims: claims(), dataVolumes: [there] }],
    ['the claim has another owner', { vmi: SAID, claims: claims('VirtualMachine') }],
    ['the DataVolume is unknown and nothing is said', { claims: claims() }],
    ['the guest runs', { vmi: vmi('Running'), claims: claims(), dataVolumes: [gone] }],
  ])('is silent when %s', (_, given) => {
    expect(run(volumeReadinessError, { vm: machine, ...given })).toEqual([]);
  });
});

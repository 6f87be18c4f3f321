import { condition, namespaced, run, vm, vmi } from '../../testing/factories';
import { featureGateDisabled } from './feature-gate-disabled';

const kubevirt = (...featureGates: string[]) =>
  namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
    spec: { configuration: { developerConfiguration: { featureGates } } },
  });
const failing = (text: string) =>
  vm({ status: { conditions: [condition('Failure', 'True', 'FailedCreate', text)] } });

describe('feature-gate-disabled', () => {
  it.each([
    ['HostDisk feature gate is not enabled', 'HostDisk'],
    ['Host Devices feature gate is not enabled in kubevirt-config', 'Host Devices'],
    ['NUMA feature gate is not enabled in kubevirt-config, invalid entry spec.domain.cpu', 'NUMA'],
    ['sidecar feature gate is not enabled in kubevirt-config', 'sidecar'],
    [
      'downwardMetrics disks are not allowed: DownwardMetrics feature gate is not enabled.',
      'DownwardMetrics',
    ],
    ['persistent reservation is not enabled in kubevirt config', 'persistent reservation'],
    ['snapshot feature gate not enabled', 'snapshot'],
    ['virtiofs is not allowed: virtiofs feature gates are off', 'virtiofs'],
  ])('%s', (text, feature) => {
    const denied = `admission webhook "virtualmachineinstances-create-validator.kubevirt.io" denied the request: ${text}`;
    expect(run(featureGateDisabled, { vm: failing(denied) })).toMatchObject([
      { severity: 'critical', confidence: 'certain', explanation: { params: { feature } } },
    ]);
    expect(run(featureGateDisabled, {}, { error: text })).toMatchObject([{ confidence: 'likely' }]);
  });

  it('is read from the reason of a condition of the instance', () => {
    const instance = vmi('Pending', {
      conditions: [condition('Synchronized', 'False', 'ContainerPathVolumesDisabled')],
    });
    expect(run(featureGateDisabled, { vmi: instance })).toMatchObject([
      { explanation: { params: { feature: 'ContainerPathVolumes' } } },
    ]);
  });

  it.each([
    ['Host Devices feature gate is not enabled in kubevirt-config', kubevirt('HostDevices'), 0],
    ['Host Devices feature gate is not enabled in kubevirt-config', kubevirt('NUMA'), 1],
  ])('recognises that the gate was switched on since: %s', (text, cluster, count) => {
    expect(run(featureGateDisabled, { vm: failing(text), kubevirts: [cluster] })).toHaveLength(
      count,
    );
  });

  it('takes no other refusal for it', () => {
    const error =
      'denied the request: spec.domain.cpu.numa must be configured with hugepages enabled';
    expect(run(featureGateDisabled, {}, { error })).toEqual([]);
  });
});

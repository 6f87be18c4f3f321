import { ago, event, missing, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { configmapMissing } from './configmap-missing';

const VOLUMES = ['spec', 'template', 'spec', 'volumes', 0];

const CONFIG = { apiVersion: 'v1', kind: 'ConfigMap', name: 'answers' };

const waiting = pod({ spec: { nodeName: 'n1' }, status: { phase: 'Pending' } });

describe('configmap-missing', () => {
  const windows = vm({ template: { volumes: [{ sysprep: { configMap: { name: 'answers' } } }] } });
  const given = {
    vm: windows,
    vmi: vmi('Scheduling'),
    configMaps: [missing(CONFIG, windows, ...VOLUMES, 'sysprep', 'configMap', 'name')],
    pods: [waiting],
  };

  it('is blocking when the kubelet says so, and asks for an answer file', () => {
    const events = [
      event(waiting, 'FailedMount', 'for volume "v" : configmap "answers" not found'),
    ];
    const [finding] = run(configmapMissing, { ...given, events });
    expect(finding?.blocking).toBe(true);
    expect(finding?.fixes[0]?.command).toContain('autounattend.xml');
  });

  it.each([
    [10, 1],
    [1, 0],
  ])('is told of the target of a migration that waits for %d minutes', (minutes, count) => {
    const move = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
      metadata: { uid: 'move' },
      status: { phase: 'Scheduling' },
    });
    const labels = { 'kubevirt.io/migrationJobUID': 'move' };
    const metadata = { labels, creationTimestamp: ago(minutes) };
    const target = pod({ metadata, status: { phase: 'Pending' } }, 'target');
    const events = [event(target, 'FailedMount', 'configmap "answers" not found')];
    const migrating = { vmi: vmi('Running'), migrations: [move], pods: [target], events };
    const found = run(configmapMissing, { ...given, ...migrating });
    expect(found.map(({ severity, blocking }) => ({ severity, blocking }))).toEqual(
      Array.from({ length: count }, () => ({ severity: 'warning', blocking: true })),
    );
  });

  it('is silent when nobody asks the VM to run', () => {
    const halted = vm({ spec: { runStrategy: 'Halted' } });
    expect(run(configmapMissing, { ...given, vm: halted, vmi: undefined })).toEqual([]);
  });
});

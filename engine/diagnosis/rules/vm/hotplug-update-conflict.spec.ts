import { condition, namespaced, run, vm, vmi } from '../../testing/factories';
import { hotplugUpdateConflict } from './hotplug-update-conflict';

const failing = (reason: string, minutes = 30) =>
  vm({ status: { conditions: [condition('Failure', 'True', reason, 'in progress', minutes)] } });
const migration = (phase: string) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', { status: { phase } });
const running = vmi('Running');

describe('hotplug-update-conflict', () => {
  it.each([
    'HotPlugCPUError',
    'HotPlugVolumeError',
    'TolerationsChangeError',
    'VolumesUpdateError',
  ])('%s', (reason) => {
    const given = { vm: failing(reason), vmi: running, migrations: [migration('Succeeded')] };
    expect(run(hotplugUpdateConflict, given)).toMatchObject([{ severity: 'warning' }]);
  });
  it.each([
    [
      'a migration is under way',
      { vm: failing('HotPlugCPUError'), migrations: [migration('Running')] },
    ],
    ['it has just begun', { vm: failing('HotPlugCPUError', 1) }],
    ['it is another failure', { vm: failing('FailedCreate') }],
    ['the guest does not run', { vm: failing('HotPlugCPUError'), vmi: undefined }],
  ])('is silent when %s', (_, given) =>
    expect(run(hotplugUpdateConflict, { vmi: running, ...given })).toEqual([]),
  );
});

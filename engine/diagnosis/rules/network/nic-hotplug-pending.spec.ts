import { condition, run, vm, vmi } from '../../testing/factories';
import { nicHotplugPending } from './nic-hotplug-pending';

const devices = (...interfaces: object[]) => ({ domain: { devices: { interfaces } } });
const wanted = (second: object = {}, status: Readonly<Record<string, unknown>> = {}) =>
  vm({ template: devices({ name: 'default' }, { name: 'office', ...second }), status });
const instance = (inSpec: string[], plugged: string[], conditions: object[] = []) => ({
  ...vmi('Running', { interfaces: plugged.map((name) => ({ name })), conditions }),
  spec: devices(...inSpec.map((name) => ({ name }))),
});
const required = (minutes: number) =>
  condition('MigrationRequired', 'True', 'AutoMigrationDueToLiveUpdate', '', minutes);
const BOTH = ['default', 'office'];

describe('nic-hotplug-pending', () => {
  it.each([
    ['a migration is required', instance(BOTH, ['default'], [required(30)]), 'certain'],
    ['the instance does not know it', instance(['default'], ['default']), 'likely'],
  ])('%s', (_, vmi, confidence) => {
    expect(run(nicHotplugPending, { vm: wanted(), vmi })).toMatchObject([
      { severity: 'warning', confidence, explanation: { params: { names: 'office' } } },
    ]);
  });

  it('explains the failed hotplug', () => {
    const conditions = [condition('Failure', 'True', 'HotPlugNetworkInterfaceError', 'no')];
    const given = { vm: wanted({}, { conditions }), vmi: instance(['default'], ['default']) };
    expect(run(nicHotplugPending, given)).toMatchObject([
      { explains: ['hotplug-update-conflict'] },
    ]);
  });

  const restart = { conditions: [condition('RestartRequired', 'True')] };
  it.each([
    ['it is plugged in', wanted(), instance(BOTH, BOTH)],
    ['it was just asked for', wanted(), instance(BOTH, ['default'], [required(1)])],
    ['it is being removed', wanted({ state: 'absent' }), instance(['default'], ['default'])],
    ['a restart is required', wanted({}, restart), instance(['default'], ['default'])],
    ['the guest reports no interfaces', wanted(), instance(BOTH, [])],
    ['nothing is known of the instance', wanted(), vmi('Running')],
    ['it does not run', wanted(), vmi('Scheduled')],
  ])('is silent when %s', (_, machine, vmi) =>
    expect(run(nicHotplugPending, { vm: machine, vmi })).toEqual([]),
  );
});

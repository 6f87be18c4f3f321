import { run } from '../../testing/factories';
import { dataVolume, diskFacts, machine } from '../../testing/disks';
import { wffcWaiting } from './wffc-waiting';

describe('wffc-waiting', () => {
  const halted = machine({ runStrategy: 'Halted' }, { printableStatus: 'Stopped' });

  it.each(['WaitForFirstConsumer', 'PendingPopulation'])(
    '%s of a stopped VM is no fault',
    (phase) => {
      const [finding] = run(wffcWaiting, diskFacts({ of: halted, volume: dataVolume(phase) }));
      expect(finding).toMatchObject({ severity: 'info', verdict: 'stopped' });
    },
  );

  it.each([
    ['the virtual machine should run', { volume: dataVolume('WaitForFirstConsumer') }],
    ['the disk is filled', { of: halted, volume: dataVolume('Succeeded') }],
  ])('is silent when %s', (_, given) => {
    expect(run(wffcWaiting, diskFacts(given))).toEqual([]);
  });
});

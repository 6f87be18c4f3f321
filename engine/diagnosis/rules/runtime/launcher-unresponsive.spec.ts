import { condition, event, run, vm, vmi } from '../../testing/factories';
import { launcherUnresponsive } from './launcher-unresponsive';

const SYNC = 'Synchronizing with the Domain failed.';
const TEXTS = [
  'unable to create virt-launcher client connection: dial unix /pods/x: connect: refused',
  'failed to detect isolation for launcher pod: operation timed out',
];

describe('launcher-unresponsive', () => {
  it.each(TEXTS)('reads an event: %s', (text) => {
    const given = { vm: vm(), vmi: vmi('Failed'), events: [event(vmi(), 'SyncFailed', text)] };
    expect(run(launcherUnresponsive, given)).toMatchObject([{ severity: 'critical' }]);
  });
  it.each(TEXTS)('reads the condition: %s', (text) => {
    const conditions = [condition('Synchronized', 'False', SYNC, text)];
    expect(run(launcherUnresponsive, { vmi: vmi('Scheduled', { conditions }) })).toHaveLength(1);
  });
  it.each([
    [
      'the guest runs',
      { vmi: vmi('Running'), events: [event(vmi(), 'SyncFailed', TEXTS[0] ?? '')] },
    ],
    [
      'the launcher answered, and libvirt refused',
      { vmi: vmi('Failed'), events: [event(vmi(), 'SyncFailed', 'unsupported configuration')] },
    ],
  ])('is silent when %s', (_, given) => expect(run(launcherUnresponsive, given)).toEqual([]));
});

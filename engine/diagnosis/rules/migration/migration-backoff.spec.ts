import { ago, event, namespaced, run, vmi } from '../../testing/factories';
import { migrationBackoff } from './migration-backoff';
import { migrationFailedLibvirt } from './migration-failed-libvirt';

const migration = (name: string, phase: string, minutes: number, isOwn = true) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', name, {
    metadata: {
      creationTimestamp: ago(minutes),
      annotations: isOwn ? { 'kubevirt.io/evacuationMigration': 'w1' } : {},
    },
    status: { phase },
  });
const SAID = event(vmi(), 'MigrationBackoff', 'backoff migrating vmi ns/web', 1);
const waiting = [
  migration('c', 'Pending', 1),
  migration('b', 'Failed', 5),
  migration('a', 'Failed', 9),
];
const running = vmi('Running');

describe('migration-backoff', () => {
  it.each([
    ['the event', [SAID], 'certain'],
    ['the failed ones before it', [], 'likely'],
  ])('is told by %s', (_, events, confidence) =>
    expect(run(migrationBackoff, { vmi: running, migrations: waiting, events })).toMatchObject([
      { confidence, explanation: { params: { name: 'c', count: 2 } } },
    ]),
  );
  it('leaves the reason to what made the last one fail', () => {
    const vmiAfter = vmi('Running', {
      migrationState: {
        migrationUid: 'uid-VirtualMachineInstanceMigration-b',
        failureReason: 'unable to connect to server',
      },
    });
    expect(run(migrationFailedLibvirt, { vmi: vmiAfter, migrations: waiting })).toMatchObject([
      { explanation: { params: { name: 'b', reason: 'unable to connect to server' } } },
    ]);
  });
  it.each([
    [
      'it was asked for by hand',
      [migration('b', 'Pending', 1, false), migration('a', 'Failed', 5)],
    ],
    ['one before it succeeded', [migration('b', 'Pending', 1), migration('a', 'Succeeded', 5)]],
    ['it is under way', [migration('b', 'Running', 1), migration('a', 'Failed', 5)]],
    ['none is open', [migration('a', 'Failed', 5)]],
  ])('is silent when %s', (_, migrations) =>
    expect(run(migrationBackoff, { vmi: running, migrations })).toEqual([]),
  );
});

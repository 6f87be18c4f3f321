import { ago, event, namespaced, run, vmi } from '../../testing/factories';
import { migrationFailedLibvirt } from './migration-failed-libvirt';

const ASKED = { question: 'why did the migration fail' };
const migration = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
  metadata: { creationTimestamp: ago(5) },
  status: { phase: 'Failed' },
});
const after = (failureReason: string) => vmi('Running', { migrationState: { failureReason } });
const source = event(migration, 'FailedMigration', 'source node reported migration failed', 1);
const migrated = (reason: string, minutes = 1) =>
  event(
    vmi(),
    'Migrated',
    `VirtualMachineInstance migration uid u failed. reason:${reason}`,
    minutes,
  );

describe('migration-failed-libvirt', () => {
  it.each([
    [
      'the state',
      { vmi: after('unable to connect to server at x') },
      'unable to connect to server at x',
    ],
    ['an event', { vmi: vmi('Running'), events: [source, migrated('no route')] }, 'no route'],
  ])('takes the reason from %s', (_, given, reason) => {
    expect(run(migrationFailedLibvirt, { migrations: [migration], ...given }, ASKED)).toMatchObject(
      [{ confidence: 'certain', explanation: { params: { reason } } }],
    );
  });

  it('says when nothing gives a reason', () => {
    const given = { vmi: vmi('Running'), migrations: [migration], events: [source] };
    expect(run(migrationFailedLibvirt, given, ASKED)).toMatchObject([{ confidence: 'likely' }]);
  });

  it.each([
    ['it was aborted', { vmi: after('Live migration has been aborted') }],
    ['its target pod ended', { vmi: after('Target pod is down') }],
    [
      'it was cancelled',
      {
        events: [event(migration, 'FailedMigration', 'Migration failed due to being canceled', 1)],
      },
    ],
    ['the event is of an earlier one', { events: [migrated('no route', 30)] }],
    ['nothing is said', {}],
  ])('is silent when %s', (_, given) => {
    const all = { vmi: vmi('Running'), migrations: [migration], ...given };
    expect(run(migrationFailedLibvirt, all, ASKED)).toEqual([]);
  });
});

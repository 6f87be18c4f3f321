import { ago, event, namespaced, pod, run, vmi } from '../../testing/factories';
import { migrationTargetCrashed } from './migration-target-crashed';

const ASKED = { question: 'why did the migration fail' };
const migration = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
  metadata: { creationTimestamp: ago(5) },
  status: { phase: 'Failed' },
});
const said = (message: string) => event(migration, 'FailedMigration', message, 1);
const SHUTDOWN = said('Migration failed because target pod shutdown during migration');
const REMOVED = said('Migration target pod was removed during active migration.');
const target = (job: string) =>
  pod({
    metadata: { labels: { 'kubevirt.io/migrationJobUID': job } },
    status: {
      phase: 'Failed',
      containerStatuses: [{ name: 'compute', state: { terminated: { reason: 'OOMKilled' } } }],
    },
  });
const given = { vmi: vmi('Running'), migrations: [migration] };

describe('migration-target-crashed', () => {
  it.each([
    ['an event', { events: [SHUTDOWN] }],
    [
      'the state',
      { vmi: vmi('Running', { migrationState: { failureReason: 'Target pod is down' } }) },
    ],
    ['the pod is gone', { events: [REMOVED] }],
  ])('is read from %s', (_, more) => {
    expect(run(migrationTargetCrashed, { ...given, ...more }, ASKED)).toHaveLength(1);
  });

  it.each([
    ['its own target', 'uid-VirtualMachineInstanceMigration-m1', 'OOMKilled'],
    ['no other', 'another', undefined],
  ])('shows the end of %s', (_, job, reason) => {
    const [finding] = run(
      migrationTargetCrashed,
      { ...given, events: [SHUTDOWN], pods: [target(job)] },
      ASKED,
    );
    expect(finding?.explanation.params.reason).toBe(reason);
  });

  it.each([
    [
      'no node took it',
      { events: [REMOVED, said('unschedulable pod ns/p timeout period exceeded')] },
    ],
    ['it failed otherwise', { events: [said('source node reported migration failed')] }],
    ['nothing is said', {}],
  ])('is silent when %s', (_, more) =>
    expect(run(migrationTargetCrashed, { ...given, ...more }, ASKED)).toEqual([]),
  );
});

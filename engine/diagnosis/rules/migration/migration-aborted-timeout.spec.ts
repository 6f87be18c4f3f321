import { ago, event, namespaced, run, vmi } from '../../testing/factories';
import { migrationAbortedTimeout } from './migration-aborted-timeout';

const ASKED = { question: 'why did the migration fail' };
const migration = (phase = 'Failed', minutes = 5) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
    metadata: { creationTimestamp: ago(minutes) },
    status: { phase },
  });
const after = (failureReason: string, state: object = {}) =>
  vmi('Running', { migrationState: { failureReason, failed: true, ...state } });

describe('migration-aborted-timeout', () => {
  it.each([
    'Live migration has been aborted',
    'Live migration is not completed after 450 seconds and has been aborted',
    'Live migration stuck for 150 seconds and has been aborted',
  ])('%s', (reason) => {
    const [finding] = run(
      migrationAbortedTimeout,
      { vmi: after(reason), migrations: [migration()] },
      ASKED,
    );
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain' });
    expect(finding?.explanation.id).toMatch(/no progress or took too long/);
  });

  it.each([
    [
      'the state says so',
      { vmi: after('Live migration has been aborted', { abortRequested: true }) },
    ],
    [
      'an event says so',
      {
        events: [
          event(migration(), 'FailedMigration', 'Migration failed due to being canceled', 1),
        ],
      },
    ],
  ])('tells a cancelled one apart: %s', (_, given) => {
    const [finding] = run(
      migrationAbortedTimeout,
      { vmi: vmi('Running'), migrations: [migration()], ...given },
      ASKED,
    );
    expect(finding?.explanation.id).toMatch(/was cancelled/);
  });

  const aborted = after('Live migration has been aborted');
  it.each([
    ['nobody asks', { vmi: aborted, migrations: [migration()] }, {}],
    ['it succeeded', { vmi: vmi('Running'), migrations: [migration('Succeeded')] }, ASKED],
    [
      'a newer one succeeded',
      { vmi: aborted, migrations: [migration('Succeeded', 1), migration()] },
      ASKED,
    ],
    [
      'it was days ago',
      { vmi: aborted, migrations: [migration('Failed', 9000)] },
      { question: 'can it migrate' },
    ],
    [
      'libvirt failed',
      { vmi: after('unable to connect to server'), migrations: [migration()] },
      ASKED,
    ],
    [
      'the state is of another migration',
      {
        vmi: after('Live migration has been aborted', { migrationUid: 'other' }),
        migrations: [migration()],
      },
      ASKED,
    ],
    ['there is none', { vmi: aborted }, ASKED],
  ])('is silent when %s', (_, given, request) =>
    expect(run(migrationAbortedTimeout, given, request)).toEqual([]),
  );
});

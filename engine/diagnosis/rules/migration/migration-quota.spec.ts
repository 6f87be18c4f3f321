import { condition, event, namespaced, run, vm, vmi } from '../../testing/factories';
import { migrationQuota } from './migration-quota';

const migration = (phase: string, conditions: object[] = []) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
    status: { phase, conditions },
  });
const REJECTED = condition('migrationRejectedByResourceQuota', 'True');
const EXCEEDED = event(
  vmi(),
  'FailedCreate',
  'Error creating pod: pods "x" is forbidden: exceeded quota: compute, requested: limits.memory=4Gi, used: limits.memory=14Gi, limited: limits.memory=16Gi',
);
const quota = (used: string) =>
  namespaced('v1', 'ResourceQuota', 'compute', {
    status: { hard: { 'limits.memory': '16Gi' }, used: { 'limits.memory': used } },
  });
const base = { vm: vm(), vmi: vmi('Running') };

describe('migration-quota', () => {
  it.each([
    ['the condition', { migrations: [migration('Pending', [REJECTED])] }, 'certain'],
    ['an event', { migrations: [migration('Pending')], events: [EXCEEDED] }, 'likely'],
  ])('is read from %s', (_, given, confidence) => {
    expect(run(migrationQuota, { ...base, ...given })).toMatchObject([
      { severity: 'warning', confidence },
    ]);
  });

  it('reads the quota again', () => {
    const given = { ...base, migrations: [migration('Pending', [REJECTED])], events: [EXCEEDED] };
    const [finding] = run(migrationQuota, { ...given, quotas: [quota('14Gi')] });
    expect(finding?.evidence.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['14Gi', '16Gi']),
    );
  });

  it.each([
    [
      'there is room again',
      { migrations: [migration('Pending')], events: [EXCEEDED], quotas: [quota('8Gi')] },
    ],
    [
      'the migration is over',
      { migrations: [migration('Failed', [REJECTED])], events: [EXCEEDED] },
    ],
    ['its target pod was made', { migrations: [migration('Running')], events: [EXCEEDED] }],
    ['no migration was asked for', { events: [EXCEEDED] }],
    ['it waits for something else', { migrations: [migration('Pending')] }],
  ])('is silent when %s', (_, given) =>
    expect(run(migrationQuota, { ...base, ...given })).toEqual([]),
  );
});

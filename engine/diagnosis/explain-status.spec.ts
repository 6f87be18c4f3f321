import { objectReader, type KubeObject, type Obstacle } from '../kubernetes';
import { explainStatus } from './explain-status';
import { MEANINGS } from './status-meanings';
import { ago, condition, NOW, vm } from './testing/factories';

/** As `setPrintableStatus` of virt-controller lists them. */
const STATUSES = [
  'Stopped',
  'Provisioning',
  'Starting',
  'Running',
  'Paused',
  'Stopping',
  'Terminating',
  'CrashLoopBackOff',
  'Migrating',
  'Unknown',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
  'WaitingForVolumeBinding',
  'WaitingForReceiver',
];

const explain = (machine: KubeObject, obstacle?: Obstacle) =>
  explainStatus(objectReader([machine], obstacle), { namespace: 'ns', vmName: 'web' }, NOW);

const machine = (printableStatus: string, strategy: string, ...conditions: object[]): KubeObject =>
  vm({ spec: { runStrategy: strategy }, status: { printableStatus, conditions } });

const READY = condition('Ready', 'True');
const unready = (minutes: number) =>
  condition('Ready', 'False', 'GuestNotRunning', 'not running', minutes);

describe('every printable status', () => {
  it('has a meaning', () => expect(Object.keys(MEANINGS).sort()).toEqual([...STATUSES].sort()));

  it.each(STATUSES)('%s is explained in sentences of its own', async (status) => {
    const answer = await explain(machine(status, 'Manual', READY));
    expect(answer).toMatchObject({ outcome: 'ok', status });
    expect(answer.meaning).toMatch(/^[A-Z].*\.$/);
    expect(answer.next).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['Stopped', 'Halted', [], true],
    ['Stopped', 'Manual', [], true],
    ['Stopped', 'Always', [], false],
    ['Stopped', 'Manual', [condition('Failure', 'True', 'FailedCreate')], false],
    ['Provisioning', 'Always', [unready(20)], true],
    ['Starting', 'Always', [unready(1)], true],
    ['Starting', 'Always', [unready(90)], false],
    ['Starting', 'Always', [unready(1), condition('Failure', 'True', 'FailedCreate')], false],
    ['Running', 'Always', [READY], true],
    ['Running', 'Always', [unready(5)], false],
    ['Paused', 'Always', [condition('Paused', 'True', 'PausedByUser')], true],
    ['Paused', 'Always', [condition('Paused', 'True', 'PausedIOError')], false],
    ['Paused', 'Always', [condition('Paused', 'True', 'PausedByMigrationMonitor')], true],
    ['Paused', 'Always', [condition('Paused', 'True', 'SomethingNew')], false],
    ['Stopping', 'Halted', [READY], true],
    ['CrashLoopBackOff', 'Always', [], false],
    ['Migrating', 'Always', [READY], true],
    ['Unknown', 'Always', [], false],
    ['ErrorUnschedulable', 'Always', [], false],
    ['ErrImagePull', 'Always', [], false],
    ['ImagePullBackOff', 'Always', [], false],
    ['ErrorPvcNotFound', 'Always', [], false],
    ['DataVolumeError', 'Always', [], false],
    ['WaitingForVolumeBinding', 'Always', [unready(1)], true],
    ['WaitingForVolumeBinding', 'Always', [unready(60)], false],
    ['WaitingForReceiver', 'WaitAsReceiver', [], true],
    ['FromTheFuture', 'Always', [], false],
  ] as const)('%s with %s and %j: normal is %s', async (status, strategy, conditions, normal) => {
    expect((await explain(machine(status, strategy, ...conditions))).normal).toBe(normal);
  });

  it.each([
    ['within its grace period', 1, true],
    ['long after it', 30, false],
  ])('Terminating %s', async (_, minutes, normal) => {
    const leaving = vm({
      metadata: { deletionTimestamp: ago(minutes) },
      status: { printableStatus: 'Terminating' },
    });
    const answer = await explain(leaving);
    expect([answer.normal, answer.since]).toEqual([normal, ago(minutes)]);
  });

  it.each([
    [1, true],
    [10, false],
  ])('no status, %i minutes after its creation', async (minutes, normal) => {
    const fresh = vm({
      metadata: { creationTimestamp: ago(minutes) },
      status: { printableStatus: undefined },
    });
    expect((await explain(fresh)).normal).toBe(normal);
  });
});

describe('a status that cannot be told', () => {
  it.each(['forbidden', 'unavailable'] as const)('%s', async (reason) => {
    const answer = await explain(vm(), () => ({ reason, message: 'no' }));
    expect(answer).toMatchObject({ outcome: reason, normal: false });
  });
  it('of no VM', async () => {
    const reader = objectReader([]);
    const answer = await explainStatus(reader, { namespace: 'ns', vmName: 'none' }, NOW);
    expect(answer.outcome).toBe('not_found');
  });
});

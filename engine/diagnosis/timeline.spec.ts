import { ago, condition, event, facts, namespaced, pod, vm, vmi } from './testing/factories';
import { timelineOf } from './timeline';

const told = (given: object) =>
  timelineOf(facts(given)).map(({ object, reason }) => `${object.kind} ${reason}`);

describe('the timeline', () => {
  it('has phases, containers that ended, and conditions, in one order', () => {
    const killed = pod({
      status: {
        containerStatuses: [
          {
            name: 'compute',
            state: { terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: ago(4) } },
          },
        ],
      },
    });
    const instance = vmi('Failed', {
      phaseTransitionTimestamps: [
        { phase: 'Running', phaseTransitionTimestamp: ago(10) },
        { phase: 'Failed', phaseTransitionTimestamp: ago(3) },
      ],
      conditions: [condition('Ready', 'False', 'GuestNotRunning', 'off', 2)],
    });
    expect(told({ vm: vm(), vmi: instance, pods: [killed] })).toEqual([
      'VirtualMachine Created',
      'VirtualMachineInstance Created',
      'Pod Created',
      'VirtualMachineInstance Running',
      'Pod OOMKilled',
      'VirtualMachineInstance Failed',
      'VirtualMachineInstance GuestNotRunning',
    ]);
  });

  it('tells when a migration came into each phase', () => {
    const migration = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
      metadata: { creationTimestamp: ago(9) },
      status: {
        phase: 'Failed',
        phaseTransitionTimestamps: [
          { phase: 'Scheduling', phaseTransitionTimestamp: ago(8) },
          { phase: 'Failed', phaseTransitionTimestamp: ago(3) },
        ],
      },
    });
    expect(told({ migrations: [migration] }).slice(1)).toEqual([
      'VirtualMachineInstanceMigration Created',
      'VirtualMachineInstanceMigration Scheduling',
      'VirtualMachineInstanceMigration Failed',
    ]);
  });

  it('counts a series once, at its last time', () => {
    const series = {
      ...event(vmi(), 'FailedScheduling', 'no node', 30),
      lastTimestamp: null,
      series: { count: 12, lastObservedTime: ago(1) },
    };
    expect(timelineOf(facts({ events: [series] })).slice(-1)).toMatchObject([
      { count: 12, reason: 'FailedScheduling', severity: 'warning' },
    ]);
  });

  it('tells the same thing once, and leaves out what has no time', () => {
    const said = event(vmi(), 'SyncFailed', 'x');
    const timeless = {
      ...event(vmi(), 'Odd', 'y'),
      lastTimestamp: 'soon',
      metadata: { name: 'e' },
    };
    const all = told({ events: [said, said, timeless] });
    expect(all.filter((one) => one.endsWith('SyncFailed'))).toHaveLength(1);
    expect(all.join()).not.toContain('Odd');
  });

  it('shows that something is to go', () => {
    expect(told({ vm: vm({ metadata: { deletionTimestamp: ago(2) } }) })).toEqual([
      'VirtualMachine Created',
      'VirtualMachine Deleting',
    ]);
  });
});

import { statusTone } from './status-tone';

describe('statusTone', () => {
  it.each([
    ['Running', 'running'],
    ['Stopped', 'stopped'],
    ['Paused', 'paused'],
    ['Migrating', 'migrating'],
    ['Starting', 'progress'],
    ['Provisioning', 'progress'],
    ['WaitingForVolumeBinding', 'warning'],
    ['ErrorUnschedulable', 'error'],
    ['CrashLoopBackOff', 'error'],
    ['DataVolumeError', 'error'],
    ['Unknown', 'unknown'],
    ['SomethingNew', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('reads %s as %s', (status, tone) => {
    expect(statusTone(status)).toBe(tone);
  });
});

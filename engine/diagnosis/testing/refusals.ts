import type { Rule } from '../rule';
import { condition, event, namespaced, pod, run, vm, vmi } from './factories';

/** What is said when a launcher pod is refused, by the cause that says so. */
export const REFUSALS = {
  'resource-quota-exceeded':
    'failed to create virtual machine pod: pods "virt-launcher-x-abcde" is forbidden: exceeded quota: compute, requested: limits.memory=8584Mi, used: limits.memory=12Gi, limited: limits.memory=16Gi',
  'quota-requires-limits':
    'pods "virt-launcher-x-abcde" is forbidden: failed quota: compute: must specify limits.memory for: compute',
  'pod-security-violation':
    'failed to create pod for vmi ns/web, it needs a privileged namespace to run: pods "x" is forbidden: violates PodSecurity "restricted:latest": seLinuxOptions',
  'host-device-not-permitted':
    'failed to render launch manifest: HostDevice vendor.com/fpga is not permitted in permittedHostDevices configuration',
};
type Refusal = keyof typeof REFUSALS;

/** KubeVirt says so in a condition. */
export const said = (text: string) => ({
  vm: vm(),
  vmi: vmi('Pending', { conditions: [condition('Synchronized', 'False', 'FailedCreate', text)] }),
});

/** The newest event says so. */
const happened = (text: string) => ({
  vm: vm(),
  vmi: vmi(),
  events: [event(vmi(), 'FailedCreate', text)],
});

/** A rule knows its own refusal for as long as there is no pod, and no other. */
export const itReadsRefusal = (rule: Rule, own: Refusal): void => {
  const text = REFUSALS[own];
  const others = Object.entries(REFUSALS).filter(([id]) => id !== own);

  it('is read from the condition, and over once a pod exists', () => {
    expect(run(rule, said(text))).toMatchObject([{ severity: 'critical', blocking: true }]);
    expect(run(rule, { ...said(text), pods: [pod()] })).toEqual([]);
  });

  it.each(others)('is not taken for %s', (_, other) => {
    expect(run(rule, said(other))).toEqual([]);
  });
};

/** The same of a refusal that also comes as an event, which outdates an older condition. */
export const itReadsRefusalFromEvents = (rule: Rule, own: Refusal): void => {
  const text = REFUSALS[own];
  itReadsRefusal(rule, own);

  it('is read from the newest event', () => {
    expect(run(rule, happened(text))).toHaveLength(1);
  });

  it('is outdated by a newer event with another refusal', () => {
    const { events } = happened('pods "x" is forbidden: something else');
    expect(run(rule, { ...said(text), events })).toEqual([]);
  });
};

/** The same of a pod that a migration waits for. */
export const itReadsRefusalOfMove = (rule: Rule, own: Refusal): void => {
  const text = REFUSALS[own];

  it('is read of the target of a migration, without which the guest runs on', () => {
    const move = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
      status: { phase: 'Pending' },
    });
    const given = { ...happened(text), vmi: vmi('Running'), pods: [pod()] };
    expect(run(rule, given)).toEqual([]);
    expect(run(rule, { ...given, migrations: [move] })).toMatchObject([{ severity: 'warning' }]);
  });
};

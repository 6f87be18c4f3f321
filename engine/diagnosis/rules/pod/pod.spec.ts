import type { Rule } from '../../rule';
import { condition, event, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { hostDeviceNotPermitted } from './host-device-not-permitted';
import { podSecurityViolation } from './pod-security-violation';
import { quotaRequiresLimits } from './quota-requires-limits';
import { resourceQuotaExceeded } from './resource-quota-exceeded';

const QUOTA =
  'is forbidden: exceeded quota: compute, requested: limits.memory=8584Mi, used: limits.memory=12Gi, limited: limits.memory=16Gi';
const TEXTS = {
  quota: `failed to create virtual machine pod: pods "virt-launcher-x-abcde" ${QUOTA}`,
  limits:
    'pods "virt-launcher-x-abcde" is forbidden: failed quota: compute: must specify limits.memory for: compute',
  security:
    'failed to create pod for vmi ns/web, it needs a privileged namespace to run: pods "x" is forbidden: violates PodSecurity "restricted:latest": seLinuxOptions',
  device:
    'failed to render launch manifest: HostDevice vendor.com/fpga is not permitted in permittedHostDevices configuration',
};
const quota = (used: string) =>
  namespaced('v1', 'ResourceQuota', 'compute', {
    status: { used: { 'limits.memory': used }, hard: { 'limits.memory': '16Gi' } },
  });

const said = (text: string) => ({
  vm: vm(),
  vmi: vmi('Pending', { conditions: [condition('Synchronized', 'False', 'FailedCreate', text)] }),
});
const happened = (text: string) => ({
  vm: vm(),
  vmi: vmi(),
  events: [event(vmi(), 'FailedCreate', text)],
});

const RULES: [string, Rule, string][] = [
  ['resource-quota-exceeded', resourceQuotaExceeded, TEXTS.quota],
  ['quota-requires-limits', quotaRequiresLimits, TEXTS.limits],
  ['pod-security-violation', podSecurityViolation, TEXTS.security],
  ['host-device-not-permitted', hostDeviceNotPermitted, TEXTS.device],
];

describe('a launcher pod that cannot be made', () => {
  it.each(RULES)('%s is read from the condition', (_, rule, text) => {
    expect(run(rule, said(text))).toMatchObject([{ severity: 'critical', blocking: true }]);
  });

  it.each(RULES.slice(0, 3))('%s is read from the newest event', (_, rule, text) => {
    expect(run(rule, happened(text))).toHaveLength(1);
  });

  it.each(RULES)('%s is over once a pod exists', (_, rule, text) => {
    expect(run(rule, { ...said(text), pods: [pod()] })).toEqual([]);
  });

  it.each(RULES.map(([name, rule]) => [name, rule] as const))(
    '%s takes no other text for its own',
    (name, rule) => {
      const others = RULES.filter(([other]) => other !== name);
      expect(others.flatMap(([, , text]) => run(rule, said(text)))).toEqual([]);
    },
  );
});

describe('a condition that KubeVirt did not write again', () => {
  it.each(RULES.slice(0, 3))('%s is outdated by the newest event', (name, rule, text) => {
    const [, , newer = ''] = RULES.slice(0, 3).find(([other]) => other !== name) ?? [];
    const events = [event(vmi(), 'FailedCreate', newer)];
    expect(run(rule, { ...said(text), events })).toEqual([]);
  });
});

describe('resource-quota-exceeded', () => {
  it('also tells of a quota that counts instances, before there is one', () => {
    const text =
      'Failure while starting VMI: virtualmachineinstances.kubevirt.io "web" is forbidden: exceeded quota: machines, requested: count/virtualmachineinstances.kubevirt.io=1, used: count/virtualmachineinstances.kubevirt.io=5, limited: count/virtualmachineinstances.kubevirt.io=5';
    const machine = vm({
      status: { conditions: [condition('Failure', 'True', 'FailedCreate', text)] },
    });
    expect(run(resourceQuotaExceeded, { vm: machine, vmi: undefined })).toMatchObject([
      { explanation: { params: { quota: 'machines' } }, confidence: 'likely' },
    ]);
  });

  it('is certain when the quota is still short', () => {
    expect(
      run(resourceQuotaExceeded, { ...said(TEXTS.quota), quotas: [quota('12Gi')] }),
    ).toMatchObject([
      { confidence: 'certain', evidence: [{}, { value: '12Gi' }, { value: '16Gi' }] },
    ]);
  });

  it('recognises a stale message: the quota has room again', () => {
    expect(run(resourceQuotaExceeded, { ...said(TEXTS.quota), quotas: [quota('2Gi')] })).toEqual(
      [],
    );
  });
});

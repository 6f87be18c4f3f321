import {
  ago,
  condition,
  lookup,
  missing,
  namespaced,
  clusterScoped,
  pod,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { inProgress } from './in-progress';
import { instancetypeNotFound } from './instancetype-not-found';
import { preferenceNotFound } from './preference-not-found';
import { restartRequired } from './restart-required';
import { startFailureCrashloop } from './start-failure-crashloop';
import { vmStoppedByUser } from './vm-stopped-by-user';
import { vmiCreateRejected } from './vmi-create-rejected';

const sized = vm({
  spec: { instancetype: { name: 'u1.mediun' } },
  status: { printableStatus: 'Stopped' },
});
const typeRef = {
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind: 'VirtualMachineClusterInstancetype',
  name: 'u1.mediun',
};
const gone = missing(typeRef, sized, 'spec', 'instancetype', 'name');

describe('instancetype-not-found', () => {
  it('is proven by the 404, and blocking when KubeVirt says so', () => {
    const failing = vm({
      spec: { instancetype: { name: 'u1.mediun' } },
      status: { conditions: [condition('Failure', 'True', 'FailedFindInstancetype', 'not found')] },
    });
    expect(run(instancetypeNotFound, { vm: failing, instancetype: gone })).toMatchObject([
      {
        confidence: 'certain',
        blocking: true,
        evidence: [{ source: 'absent' }, { value: 'u1.mediun' }, {}],
      },
    ]);
  });

  it('is found without the condition', () => {
    expect(run(instancetypeNotFound, { vm: sized, instancetype: gone })).toMatchObject([
      { blocking: false },
    ]);
  });

  it.each([
    [
      'it exists',
      { instancetype: lookup(clusterScoped(typeRef.apiVersion, typeRef.kind, 'u1.mediun'), sized) },
    ],
    [
      'nobody asks it to run',
      { vm: vm({ spec: { runStrategy: 'Halted', instancetype: { name: 'u1.mediun' } } }) },
    ],
    [
      'a revision is pinned',
      { vm: vm({ spec: { instancetype: { name: 'u1.mediun', revisionName: 'r1' } } }) },
    ],
    ['an instance exists already', { vmi: vmi() }],
  ])('is silent when %s', (_, given) => {
    expect(run(instancetypeNotFound, { vm: sized, instancetype: gone, ...given })).toEqual([]);
  });
});

describe('an instance type that is not where the virtual machine looks', () => {
  it('is named with its kind', () => {
    const other = namespaced(typeRef.apiVersion, 'VirtualMachineInstancetype', 'u1.mediun');
    const [finding] = run(instancetypeNotFound, {
      vm: sized,
      instancetype: gone,
      instancetypes: [other],
    });
    expect(finding?.fixes[0]?.action).toMatchObject({
      patch: { spec: { instancetype: { kind: 'VirtualMachineInstancetype', name: 'u1.mediun' } } },
      undo: { spec: { instancetype: { kind: null, name: 'u1.mediun' } } },
    });
  });

  it('may be of a kind that does not exist', () => {
    const text = 'got unexpected kind in InstancetypeMatcher: Flavor';
    const machine = vm({
      spec: { instancetype: { kind: 'Flavor', name: 'small' } },
      status: { conditions: [condition('Failure', 'True', 'FailedFindInstancetype', text)] },
    });
    expect(run(instancetypeNotFound, { vm: machine })).toMatchObject([
      { confidence: 'certain', evidence: [{}, { value: 'Flavor' }] },
    ]);
  });
});

describe('vmi-create-rejected', () => {
  const denied = (webhook: string, text = 'spec.template.spec.domain is invalid') =>
    `admission webhook "${webhook}.kubevirt.io" denied the request: ${text}`;
  it.each([
    ['virtualmachine-validator', {}, 'critical'],
    [
      'virtualmachine-validator',
      { vm: vm({ status: { conditions: [condition('Ready', 'True')] } }), vmi: vmi('Running') },
      'warning',
    ],
    ['virtualmachineinstances-create-validator', {}, 'critical'],
  ])('%s refused the caller', (webhook, given, severity) => {
    expect(run(vmiCreateRejected, given, { error: denied(webhook) })).toMatchObject([
      {
        severity,
        confidence: 'likely',
        explanation: { params: { reason: 'spec.template.spec.domain is invalid' } },
      },
    ]);
  });
  it.each([
    denied('virtualmachinesnapshot-validator.snapshot'),
    denied('migration-create-validator'),
    denied('virtualmachine-validator', 'Cannot update VM runStrategy until restore "r" completes'),
  ])('is not "%s"', (error) => {
    expect(run(vmiCreateRejected, {}, { error })).toEqual([]);
  });
});

describe('preference-not-found', () => {
  it('is proven by the 404', () => {
    const machine = vm({ spec: { preference: { name: 'rhel.99' } } });
    const preference = missing(
      { ...typeRef, kind: 'VirtualMachineClusterPreference', name: 'rhel.99' },
      machine,
      'spec',
      'preference',
      'name',
    );
    expect(run(preferenceNotFound, { vm: machine, preference })).toHaveLength(1);
  });
});

describe('vm-stopped-by-user', () => {
  const stopped = (spec: object, status: object = {}) =>
    vm({
      spec: { runStrategy: undefined, ...spec },
      status: { printableStatus: 'Stopped', ...status },
    });

  it.each([
    ['Halted', stopped({ runStrategy: 'Halted' })],
    ['the older running: false', stopped({ running: false })],
    ['Manual and not asked', stopped({ runStrategy: 'Manual' })],
  ])('%s', (_, machine) => {
    const [finding] = run(vmStoppedByUser, { vm: machine });
    expect(finding).toMatchObject({ severity: 'info', verdict: 'stopped' });
    expect(finding?.evidence.every(({ value }) => value !== '')).toBe(true);
  });

  it.each([
    ['Always', stopped({ runStrategy: 'Always' })],
    [
      'a start was asked for',
      stopped({ runStrategy: 'Manual' }, { stateChangeRequests: [{ action: 'Start' }] }),
    ],
    [
      'a failure stands',
      stopped({ runStrategy: 'Manual' }, { conditions: [condition('Failure', 'True')] }),
    ],
  ])('is silent: %s', (_, machine) => expect(run(vmStoppedByUser, { vm: machine })).toEqual([]));
});

describe('vm-stopped-by-user, while the ended instance is still there', () => {
  it.each([
    ['Halted', 'Failed', 1],
    ['Halted', 'Running', 0],
    ['Manual', 'Succeeded', 0],
  ])('%s, %s', (runStrategy, phase, count) => {
    const machine = vm({ spec: { runStrategy }, status: { printableStatus: 'Stopped' } });
    expect(run(vmStoppedByUser, { vm: machine, vmi: vmi(phase) })).toHaveLength(count);
  });
});

describe('restart-required', () => {
  const changed = vm({
    status: {
      conditions: [condition('RestartRequired', 'True', '', 'a non-live-updatable field')],
    },
  });
  it('is a warning while the guest runs', () => {
    expect(run(restartRequired, { vm: changed, vmi: vmi('Running') })).toMatchObject([
      { severity: 'warning' },
    ]);
  });
  it('means nothing when it does not', () =>
    expect(run(restartRequired, { vm: changed })).toEqual([]));
});

describe('start-failure-crashloop', () => {
  it('counts the failures', () => {
    const looping = vm({
      status: { printableStatus: 'CrashLoopBackOff', startFailure: { consecutiveFailCount: 4 } },
    });
    expect(run(startFailureCrashloop, { vm: looping })).toMatchObject([
      { explanation: { params: { count: 4 } } },
    ]);
  });
  it('is silent otherwise', () => expect(run(startFailureCrashloop, { vm: vm() })).toEqual([]));
});

describe('in-progress', () => {
  const young = { metadata: { creationTimestamp: ago(1) } };
  const status = (printableStatus: string) => vm({ status: { printableStatus } });
  const deleting = (minutes: number) => ({
    vm: status('Stopping'),
    vmi: vmi('Running', {}, { deletionTimestamp: ago(minutes) }),
  });
  const migrating = (minutes: number, guest = '4Gi') => ({
    vm: status('Migrating'),
    vmi: {
      ...vmi('Running', { migrationState: { startTimestamp: ago(minutes) } }),
      spec: { domain: { memory: { guest } } },
    },
  });
  const starting = (conditions: readonly object[]) => ({
    vm: vm(),
    vmi: vmi('Scheduling'),
    pods: [pod({ status: { phase: 'Pending', conditions } })],
  });
  const filling = (minutes: number, progress: string) => {
    const machine = status('Provisioning');
    const volume = namespaced('cdi.kubevirt.io/v1beta1', 'DataVolume', 'root', {
      metadata: { creationTimestamp: ago(minutes) },
      status: { phase: 'ImportInProgress', progress },
    });
    return { vm: machine, dataVolumes: [lookup(volume, machine)] };
  };
  const booting = (minutes: number) => ({
    vm: status('Running'),
    vmi: vmi('Running', {
      phaseTransitionTimestamps: [{ phase: 'Running', phaseTransitionTimestamp: ago(minutes) }],
    }),
  });
  it.each([
    [
      'a start a minute ago',
      { vm: vm(), vmi: vmi('Scheduling', {}, young.metadata), pods: [pod()] },
    ],
    [
      'a VM without a status yet',
      { vm: vm({ status: { printableStatus: '' }, metadata: { creationTimestamp: ago(0.5) } }) },
    ],
    ['disks being filled', { vm: vm({ ...young, status: { printableStatus: 'Provisioning' } }) }],
    ['a guest within its grace period', deleting(2)],
    ['a migration of minutes', migrating(12)],
    ['a guest that boots', booting(1)],
    ['a start that got on lately', starting([{ status: 'True', lastTransitionTime: ago(2) }])],
    ['a disk that fills at a fair pace', filling(100, '62.50%')],
    ['a disk that has just begun to fill', filling(10, 'N/A')],
    ['a big guest that migrates for an hour', migrating(60, '64Gi')],
  ])('%s', (_, given) => {
    expect(run(inProgress, given)).toMatchObject([{ severity: 'info', verdict: 'in_progress' }]);
  });
  it.each([
    ['a start that takes too long', { vm: vm(), vmi: vmi('Scheduling') }],
    ['a running VM', { vm: vm({ status: { printableStatus: 'Running' } }), vmi: vmi('Running') }],
    ['a guest past its grace period', deleting(9)],
    ['a migration of hours', migrating(120)],
    ['a guest that is long up and not ready', booting(20)],
    ['a step back', starting([{ status: 'False', lastTransitionTime: ago(2) }])],
    ['a disk that fills too slowly', filling(100, '3.00%')],
    ['a disk of which nothing came', filling(100, 'N/A')],
    [
      'a start that failed',
      { vm: vm({ ...young, status: { conditions: [condition('Failure', 'True')] } }) },
    ],
  ])('is silent: %s', (_, given) => expect(run(inProgress, given)).toEqual([]));
});

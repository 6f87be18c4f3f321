import {
  ago,
  clusterScoped,
  condition,
  event,
  lookup,
  namespaced,
  pod,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { refusedPod } from '../../testing/scheduling';
import { inProgress } from './in-progress';

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
  const filling = (minutes: number, progress: string, storage = '30Gi') => {
    const machine = status('Provisioning');
    const volume = namespaced('cdi.kubevirt.io/v1beta1', 'DataVolume', 'root', {
      metadata: { creationTimestamp: ago(minutes) },
      spec: { storage: { resources: { requests: { storage } } } },
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
  const node = (name: string, creationTimestamp: string, ready: string, memory = '64Gi') => {
    const taints =
      ready === 'True' ? [] : [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }];
    return clusterScoped('v1', 'Node', name, {
      metadata: { creationTimestamp },
      spec: { taints },
      status: {
        allocatable: { cpu: '8', memory, pods: '9' },
        conditions: [condition('Ready', ready)],
      },
    });
  };
  const full = node('full', ago(600), 'True');
  const taken = pod(
    { spec: { nodeName: 'full', containers: [{ resources: { requests: { memory: '60Gi' } } }] } },
    'other',
  );

  it('tells of a disk that is filled while the guest runs, and not of one that migrates', () => {
    const ready = (printableStatus: string) =>
      vm({ status: { printableStatus, conditions: [condition('Ready', 'True')] } });
    const filled = { ...filling(20, '12.5%'), vm: ready('Running'), vmi: vmi('Running') };
    const moved = { ...migrating(12), vm: ready('Migrating') };
    const said = [filled, moved].map((given) => run(inProgress, given)[0]?.explanation.id);
    expect(said).toEqual([
      expect.stringContaining('a disk for it is still being filled'),
      expect.stringContaining('It is {{status}}'),
    ]);
  });

  it.each([
    ['joined a minute ago', [node('new', ago(1), 'False')], 1],
    ['is ready', [node('new', ago(1), 'True')], 0],
    ['is not ready for an hour', [node('old', ago(60), 'False')], 0],
    ['would not do either', [node('small', ago(1), 'False', '1Gi')], 0],
  ])('the node that a pod waits for %s', (_, nodes, count) => {
    const refused = refusedPod('1 Insufficient memory, 1 node(s) had untolerated taint {x: }');
    const given = { ...refused, vm: status('ErrorUnschedulable'), nodes: [full, ...nodes] };
    const found = run(inProgress, { ...given, nodePods: [taken] });
    expect(found).toHaveLength(count);
    for (const { explains } of found) expect(explains).toEqual(['scheduling']);
  });

  it.each([
    ['the autoscaler asked for', ['TriggeredScaleUp'], 2, 1],
    ['the autoscaler asked for long ago', ['TriggeredScaleUp'], 20, 0],
    ['the autoscaler cannot make any more', ['NotTriggerScaleUp', 'TriggeredScaleUp'], 2, 0],
    ['nobody spoke of', ['FailedScheduling'], 2, 0],
  ])('a pod waits for a node that %s', (_, reasons, minutes, count) => {
    const refused = refusedPod('3 Insufficient memory');
    const [waiting] = refused.pods;
    const events = reasons.flatMap((reason, newer) =>
      waiting === undefined ? [] : [event(waiting, reason, 'x', minutes + newer)],
    );
    const found = run(inProgress, { ...refused, vm: status('ErrorUnschedulable'), events });
    expect(found).toHaveLength(count);
    for (const { explains } of found) expect(explains).toEqual(['scheduling']);
  });

  it.each([
    [1, 'Pending', 1],
    [9, 'Pending', 0],
    [1, 'Bound', 0],
  ])('lets a volume be made, after %d minutes of a claim that is %s', (minutes, phase, count) => {
    const machine = status('ErrorUnschedulable');
    const claim = namespaced('v1', 'PersistentVolumeClaim', 'data', { status: { phase } });
    const given = {
      vm: machine,
      vmi: vmi('Scheduling', {}, { creationTimestamp: ago(minutes) }),
      claims: [lookup(claim, machine)],
    };
    expect(run(inProgress, given)).toHaveLength(count);
  });

  describe('beside a guest that is up', () => {
    const up = vm({
      status: { printableStatus: 'Running', conditions: [condition('Ready', 'True')] },
    });
    const status = (fields: object) =>
      vmi('Running', { volumeStatus: [{ name: 'more', ...fields }] });
    const brought = status({ phase: 'AttachedToNode', hotplugVolume: { attachPodName: 'hp' } });
    const helper = (minutes: number) =>
      pod({ metadata: { creationTimestamp: ago(minutes) } }, 'hp');
    const claim = (minutes: number) =>
      lookup(
        namespaced('v1', 'PersistentVolumeClaim', 'more', {
          metadata: { creationTimestamp: ago(minutes) },
          status: { phase: 'Pending' },
        }),
        up,
      );
    const move = (minutes: number) =>
      namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm', {
        metadata: { creationTimestamp: ago(minutes) },
        status: { phase: 'Pending' },
      });
    const evacuating = vmi('Running', {
      evacuationNodeName: 'n1',
      migrationState: { startTimestamp: ago(9000) },
    });
    const late = pod({
      metadata: {
        creationTimestamp: ago(6),
        labels: { 'kubevirt.io/migrationJobUID': 'uid-VirtualMachineInstanceMigration-m' },
      },
      status: { phase: 'Pending' },
    });

    it.each([
      ['a helper pod of a minute', { vmi: brought, hotplugPods: [helper(1)] }, 'plugged in'],
      [
        'a claim of a minute',
        { vmi: status({ phase: 'Pending', reason: 'PVCNotReady' }), claims: [claim(1)] },
        'plugged in',
      ],
      ['a move of a drain', { vmi: evacuating, migrations: [move(6)] }, 'its move'],
    ])('is told of %s', (_, given, words) =>
      expect(run(inProgress, { vm: up, ...given })).toMatchObject([
        { verdict: 'in_progress', explanation: { id: expect.stringContaining(words) as string } },
      ]),
    );

    it.each([
      ['the helper pod is old', { vmi: brought, hotplugPods: [helper(9)] }],
      [
        'the disk is there',
        {
          vmi: status({ phase: 'Ready', hotplugVolume: { attachPodName: 'hp' } }),
          hotplugPods: [helper(1)],
        },
      ],
      ['nobody waits for the move', { vmi: vmi('Running'), migrations: [move(6)] }],
      ['the target of the move is late', { vmi: evacuating, migrations: [move(6)], pods: [late] }],
      ['the move was asked for long ago', { vmi: evacuating, migrations: [move(90)] }],
    ])('is silent when %s', (_, given) =>
      expect(run(inProgress, { vm: up, ...given })).toEqual([]),
    );
  });

  it.each([
    [
      'a disk that will be plugged in',
      {
        ...filling(20, '12.5%'),
        vm: vm({
          status: { printableStatus: 'Running', conditions: [condition('Ready', 'True')] },
        }),
        vmi: vmi('Running'),
      },
    ],
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
    ['a large disk that fills for hours', filling(480, '57.31%', '2Ti')],
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
    ['a large disk that fills too slowly', filling(480, '2.00%', '2Ti')],
    ['a disk of which nothing came', filling(100, 'N/A')],
    [
      'a start that failed',
      { vm: vm({ ...young, status: { conditions: [condition('Failure', 'True')] } }) },
    ],
  ])('is silent: %s', (_, given) => expect(run(inProgress, given)).toEqual([]));
});

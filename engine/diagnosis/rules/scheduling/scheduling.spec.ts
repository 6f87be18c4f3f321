import { parseSchedulerMessage } from '../../scheduling';
import { clusterScoped, condition, pod, run, vm, vmi } from '../../testing/factories';
import type { Rule } from '../../rule';
import { cpuModelUnavailable } from './cpu-model-unavailable';
import { insufficientCpuMemory } from './insufficient-cpu-memory';
import { insufficientGpu } from './insufficient-gpu';
import { insufficientKvm } from './insufficient-kvm';
import { nodeSelectorMismatch } from './node-selector-mismatch';
import { nodesCordoned } from './nodes-cordoned';
import { untoleratedTaint } from './untolerated-taint';

const MASTER = '3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }';
const message = (reasons: string): string =>
  `0/6 nodes are available: ${reasons}, ${MASTER}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.`;

const refused = (reasons: string, spec: object = {}, status: object = {}) => ({
  vm: vm(),
  vmi: vmi('Scheduling'),
  pods: [
    pod({
      spec: { containers: [{ resources: { requests: { cpu: '2', memory: '8Gi' } } }], ...spec },
      status: {
        conditions: [condition('PodScheduled', 'False', 'Unschedulable', message(reasons))],
        ...status,
      },
    }),
  ],
});

const node = (name: string, fields: { labels?: object; spec?: object; status?: object } = {}) =>
  clusterScoped('v1', 'Node', name, {
    metadata: { labels: fields.labels ?? {} },
    spec: fields.spec ?? {},
    status: { allocatable: { memory: '64Gi' }, ...fields.status },
  });

describe('parseSchedulerMessage', () => {
  it.each([
    ['one reason', '0/3 nodes are available: 3 Insufficient memory.', [[3, 'Insufficient memory']]],
    [
      'several, with a taint that holds a colon',
      message('2 Insufficient cpu'),
      [
        [2, 'Insufficient cpu'],
        [3, 'node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }'],
      ],
    ],
    ['another sentence', 'no nodes available to schedule pods', []],
    ['nothing', '', []],
  ])('%s', (_, text, groups) => {
    expect(parseSchedulerMessage(text).map(({ count, reason }) => [count, reason])).toEqual(groups);
  });
});

type Case = [name: string, rule: Rule, given: Parameters<typeof run>[1], text: RegExp];

const MODEL = { nodeSelector: { 'cpu-model.node.kubevirt.io/Foo': 'true' } };
const DISK = { nodeSelector: { disktype: 'ssd', 'kubevirt.io/schedulable': 'true' } };
const MISMATCH = "3 node(s) didn't match Pod's node affinity/selector";
const schedulable = node('w0', { labels: { 'kubevirt.io/schedulable': 'true' } });

const found: Case[] = [
  [
    'memory',
    insufficientCpuMemory,
    { ...refused('3 Insufficient memory'), nodes: [node('w0')] },
    /asks for/,
  ],
  [
    'more than a node has',
    insufficientCpuMemory,
    {
      ...refused('3 Insufficient memory'),
      nodes: [node('w0', { status: { allocatable: { memory: '4Gi' } } })],
    },
    /more than any node/,
  ],
  ['pod slots', insufficientCpuMemory, refused('3 Too many pods'), /asks for/],
  [
    'a label no node has',
    nodeSelectorMismatch,
    { ...refused(MISMATCH, DISK), nodes: [schedulable] },
    /label {{key}}/,
  ],
  ['a label, nodes unread', nodeSelectorMismatch, refused(MISMATCH, DISK), /cannot be told/],
  [
    'labels on different nodes',
    nodeSelectorMismatch,
    {
      ...refused(MISMATCH, { nodeSelector: { disktype: 'ssd', rack: 'r1' } }),
      nodes: [node('w0', { labels: { rack: 'r1' } }), node('w1', { labels: { disktype: 'ssd' } })],
    },
    /Each label/,
  ],
  [
    'a CPU model',
    cpuModelUnavailable,
    {
      ...refused(MISMATCH, MODEL),
      nodes: [node('w0', { labels: { 'host-model-cpu.node.kubevirt.io/Foo': 'true' } })],
    },
    /CPU model/,
  ],
  [
    'a taint',
    untoleratedTaint,
    {
      ...refused('3 node(s) had untolerated taint {dedicated: gpu}'),
      nodes: [node('w0', { spec: { taints: [{ key: 'dedicated', value: 'gpu' }] } })],
    },
    /taint/,
  ],
  [
    'the older wording of a taint',
    untoleratedTaint,
    refused("3 node(s) had taint {dedicated: gpu}, that the pod didn't tolerate"),
    /taint/,
  ],
  [
    'cordoned nodes',
    nodesCordoned,
    {
      ...refused('3 node(s) were unschedulable'),
      nodes: [node('w0', { spec: { unschedulable: true } })],
    },
    /no new pods/,
  ],
  [
    'a device that is used up',
    insufficientGpu,
    {
      ...refused('3 Insufficient nvidia.com/T4'),
      nodes: [node('w0', { status: { allocatable: { 'nvidia.com/T4': '1' } } })],
    },
    /used by other/,
  ],
  [
    'a device that nobody offers',
    insufficientGpu,
    refused('3 Insufficient nvidia.com/T4'),
    /No node offers/,
  ],
  [
    'KVM that is lost',
    insufficientKvm,
    {
      ...refused('3 Insufficient devices.kubevirt.io/kvm'),
      nodes: [
        node('w0', { status: { capacity: { 'devices.kubevirt.io/kvm': '1k' }, allocatable: {} } }),
      ],
    },
    /offer none of it now/,
  ],
];

describe('a launcher pod that no node takes', () => {
  it.each(found)('%s', (_, rule, given, text) => {
    const [finding] = run(rule, given);
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.explanation.id).toMatch(text);
    expect(finding?.evidence.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'node-selector-mismatch is silent for a label KubeVirt adds',
      nodeSelectorMismatch,
      { ...refused(MISMATCH, MODEL), nodes: [schedulable] },
    ],
    [
      'cpu-model-unavailable is silent when a node offers the model',
      cpuModelUnavailable,
      {
        ...refused(MISMATCH, MODEL),
        nodes: [node('w0', { labels: { 'cpu-model.node.kubevirt.io/Foo': 'true' } })],
      },
    ],
    [
      'untolerated-taint ignores the control plane beside other reasons',
      untoleratedTaint,
      refused('3 Insufficient memory'),
    ],
    [
      'insufficient-gpu leaves KVM alone',
      insufficientGpu,
      refused('3 Insufficient devices.kubevirt.io/kvm'),
    ],
    [
      'insufficient-cpu-memory is silent once scheduled',
      insufficientCpuMemory,
      refused('3 Insufficient memory', {}, { conditions: [condition('PodScheduled', 'True')] }),
    ],
    [
      'insufficient-cpu-memory is silent for a stopped VM',
      insufficientCpuMemory,
      { ...refused('3 Insufficient memory'), vm: vm({ spec: { runStrategy: 'Halted' } }) },
    ],
    [
      'the VMI condition alone is no scheduling problem',
      insufficientCpuMemory,
      {
        vm: vm(),
        vmi: vmi('Pending', {
          conditions: [
            condition('PodScheduled', 'False', 'Unschedulable', message('3 Insufficient memory')),
          ],
        }),
      },
    ],
  ] as [string, Rule, Parameters<typeof run>[1]][])('%s', (_, rule, given) => {
    expect(run(rule, given)).toEqual([]);
  });
});

import fc from 'fast-check';
import { nameOf, type KubeObject } from '../kubernetes';
import { nodeByNode, placementOf } from './placement';
import { shortfallsOf } from './shortfalls';
import { clusterScoped, lookup, namespaced, pod } from './testing/factories';

type NodeFields = {
  labels?: Record<string, string>;
  allocatable?: Record<string, string>;
  taints?: object[];
  cordoned?: boolean;
};

const ROOM = { cpu: '16', memory: '64Gi', pods: '250' };

const node = (name: string, { labels, allocatable, taints, cordoned }: NodeFields = {}) =>
  clusterScoped('v1', 'Node', name, {
    metadata: { labels: { pool: 'a', ...labels } },
    spec: { taints, ...(cordoned === true ? { unschedulable: true } : {}) },
    status: { allocatable: { ...ROOM, ...allocatable } },
  });

const launcher = (
  requests: Record<string, string> = {},
  spec: Record<string, unknown> = {},
): KubeObject =>
  pod({
    spec: { containers: [{ resources: { requests: { memory: '4Gi', ...requests } } }], ...spec },
  });

const other = (nodeName: string, requests: Record<string, string>, phase = 'Running'): KubeObject =>
  namespaced('v1', 'Pod', `on-${nodeName}`, {
    spec: { nodeName, containers: [{ resources: { requests } }] },
    status: { phase },
  });

const GPU = { 'nvidia.com/A100': '1' };
const MASTER = [{ key: 'node-role.kubernetes.io/master', effect: 'NoSchedule' }];
const DEDICATED = [{ key: 'dedicated', value: 'db', effect: 'NoSchedule' }];

type Case = [
  name: string,
  blames: string[],
  keys: string[],
  pod: KubeObject,
  nodes: KubeObject[],
  others?: KubeObject[],
];

const cases: Case[] = [
  [
    'those with the device are cordoned, the others lack the label',
    ['cordoned'],
    ['node.kubernetes.io/unschedulable'],
    launcher(GPU, { nodeSelector: { zone: 'x' } }),
    [
      node('w1', { allocatable: GPU, cordoned: true, labels: { zone: 'x' } }),
      node('w2', { allocatable: GPU, cordoned: true, labels: { zone: 'x' } }),
      node('w3'),
      node('w4', { labels: { zone: 'y' } }),
    ],
  ],
  [
    'a cordoned node that would not fit does not count',
    ['own'],
    ['zone'],
    launcher({}, { nodeSelector: { zone: 'x' } }),
    [node('w1', { cordoned: true }), node('w2')],
  ],
  [
    'devices only on nodes that are set apart for them',
    ['reserved'],
    ['nvidia.com/gpu'],
    launcher(GPU),
    [
      node('w1'),
      node('w2', { allocatable: GPU, taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }] }),
    ],
  ],
  [
    'too big for the workers; the control plane is not meant for it',
    ['size'],
    ['memory'],
    launcher({ memory: '100Gi' }),
    [node('w1'), node('m1', { taints: MASTER, allocatable: { memory: '256Gi' } })],
  ],
  [
    'no room: what other pods ask for is counted, finished ones are not',
    ['full'],
    ['memory'],
    launcher({ memory: '40Gi' }),
    [node('w1'), node('w2', { cordoned: true, allocatable: { memory: '1Gi' } })],
    [other('w1', { memory: '30Gi' }), other('w1', { memory: '64Gi' }, 'Succeeded')],
  ],
  [
    'what cannot be computed is left to the scheduler',
    ['open'],
    [],
    launcher(),
    [node('w1'), node('m1', { taints: MASTER })],
  ],
  [
    'nodes that are not well',
    ['down'],
    ['node.kubernetes.io/unreachable'],
    launcher(),
    [
      node('w1', { taints: [{ key: 'node.kubernetes.io/unreachable', effect: 'NoSchedule' }] }),
      node('w2', { taints: DEDICATED }),
    ],
  ],
  [
    'only nodes set apart',
    ['reserved'],
    ['dedicated'],
    launcher(),
    [node('w1', { taints: DEDICATED })],
  ],
  [
    'a soft taint and one that is tolerated keep nobody off',
    ['open'],
    [],
    launcher({}, { tolerations: [{ key: 'dedicated', operator: 'Exists' }] }),
    [node('w1', { taints: [...DEDICATED, { key: 'soft', effect: 'PreferNoSchedule' }] })],
  ],
  [
    'a node affinity that none meets',
    ['own'],
    ['zone In [x, y]'],
    launcher(
      {},
      {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'zone', operator: 'In', values: ['x', 'y'] }] },
              ],
            },
          },
        },
      },
    ),
    [node('w1', { labels: { zone: 'z' } }), node('w2')],
  ],
  [
    'the right CPU model on nodes that the user does not select',
    ['capability'],
    ['cpu-model.node.kubevirt.io/Foo'],
    launcher({}, { nodeSelector: { pool: 'b', 'cpu-model.node.kubevirt.io/Foo': 'true' } }),
    [
      node('w1', { labels: { 'cpu-model.node.kubevirt.io/Foo': 'true' } }),
      node('w2', { labels: { pool: 'b' } }),
    ],
  ],
  [
    'virt-handler is silent on the only node that fits',
    ['virt'],
    ['kubevirt.io/schedulable'],
    launcher({}, { nodeSelector: { pool: 'b', 'kubevirt.io/schedulable': 'true' } }),
    [
      node('w1', { labels: { 'kubevirt.io/schedulable': 'true' } }),
      node('w2', { labels: { pool: 'b', 'kubevirt.io/schedulable': 'false' } }),
    ],
  ],
  [
    'init containers that stay and the overhead count',
    ['size'],
    ['memory'],
    launcher(
      { memory: '60Gi' },
      {
        overhead: { memory: '2Gi' },
        initContainers: [
          { restartPolicy: 'Always', resources: { requests: { memory: '3Gi' } } },
          { resources: { requests: { memory: '1Gi' } } },
        ],
      },
    ),
    [node('w1')],
  ],
];

describe('placementOf', () => {
  it.each(cases)('%s', (_, blames, keys, wanted, nodes, others = []) => {
    const placement = placementOf(wanted, nodes, [], others);
    expect([...placement.blames]).toEqual(blames);
    expect(placement.keys).toEqual(keys);
  });

  it('blames the disk when nodes that fit do not reach it', () => {
    const terms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['w1'] }] }];
    const claim = namespaced('v1', 'PersistentVolumeClaim', 'root');
    const volume = clusterScoped('v1', 'PersistentVolume', 'pv', {
      spec: { nodeAffinity: { required: { nodeSelectorTerms: terms } } },
    });
    const nodes = [node('w1', { labels: { pool: 'b' } }), node('w2')];
    const wanted = launcher({}, { nodeSelector: { pool: 'a' } });
    const placement = placementOf(wanted, nodes, [lookup(volume, claim, 'spec', 'volumeName')]);
    expect([...placement.blames]).toEqual(['volume']);
    expect(placement.keys).toEqual(['root']);
  });
});

describe('nodeByNode', () => {
  it('groups nodes by what they lack, those that come nearest first', () => {
    const nodes = [
      node('w1', { cordoned: true }),
      node('w2', { cordoned: true }),
      node('w3', { labels: { pool: 'b' }, allocatable: { memory: '1Gi' } }),
      node('w4', { allocatable: { memory: '1Gi' }, cordoned: true }),
    ];
    expect(nodeByNode(placementOf(launcher({}, { nodeSelector: { pool: 'a' } }), nodes))).toBe(
      'w1, w2: cordoned; w3: label pool≠a; w4: memory 1 GiB < 4 GiB + cordoned',
    );
  });
});

const anyNode = fc
  .record({
    zone: fc.constantFrom('x', 'y'),
    gpu: fc.constantFrom('0', '1', '2'),
    memory: fc.constantFrom('2Gi', '8Gi'),
    cordoned: fc.boolean(),
    taints: fc.constantFrom([], MASTER, DEDICATED),
  })
  .map(({ zone, gpu, memory, cordoned, taints }) => ({
    labels: { zone },
    allocatable: { 'nvidia.com/A100': gpu, memory },
    cordoned,
    taints,
  }));

const anyCluster = fc
  .array(anyNode, { minLength: 1, maxLength: 8 })
  .map((all) => all.map((fields, index) => node(`w${index}`, fields)));

const anyPod = fc
  .record({
    zone: fc.constantFrom(undefined, 'x', 'z'),
    gpu: fc.constantFrom(undefined, '1', '2'),
    tolerant: fc.boolean(),
  })
  .map(({ zone, gpu, tolerant }) =>
    launcher(gpu === undefined ? {} : { 'nvidia.com/A100': gpu }, {
      ...(zone === undefined ? {} : { nodeSelector: { zone } }),
      ...(tolerant ? { tolerations: [{ operator: 'Exists' }] } : {}),
    }),
  );

describe('for any cluster', () => {
  it('something is to blame, and it stands at one of the nearest nodes', () => {
    fc.assert(
      fc.property(anyPod, anyCluster, (wanted, nodes) => {
        const { blames, nearest } = placementOf(wanted, nodes);
        expect(blames.size).toBeGreaterThan(0);
        expect(nearest.length).toBeGreaterThan(0);
        for (const blame of blames) {
          const kinds = nearest.flatMap(({ shortfalls }) => shortfalls.map(({ kind }) => kind));
          if (blame === 'open') {
            expect(nearest.some(({ shortfalls }) => shortfalls.length === 0)).toBe(true);
          } else expect(kinds).toContain(blame);
        }
      }),
    );
  });

  it('a node is open exactly when nothing about it keeps the pod off', () => {
    fc.assert(
      fc.property(anyPod, anyCluster, (wanted, nodes) => {
        const fits = nodes.some((one) => shortfallsOf(wanted, one, [], undefined).length === 0);
        expect(placementOf(wanted, nodes).blames.has('open')).toBe(fits);
      }),
    );
  });

  it('every node that does not fit is told of once, whatever the order', () => {
    fc.assert(
      fc.property(anyPod, anyCluster, (wanted, nodes) => {
        const text = nodeByNode(placementOf(wanted, nodes));
        expect(nodeByNode(placementOf(wanted, [...nodes].reverse())).length).toBe(text.length);
        const told = text.split('; ').length;
        for (const one of nodes) {
          const fits = shortfallsOf(wanted, one, [], undefined).length === 0;
          const count = text.split(new RegExp(`\\b${nameOf(one)}\\b`)).length - 1;
          if (told < 6) expect(count).toBeLessThanOrEqual(1);
          if (fits) expect(count).toBe(0);
        }
      }),
    );
  });

  it('to put right what alone is to blame makes room', () => {
    fc.assert(
      fc.property(anyPod, anyCluster, (wanted, nodes) => {
        const { blames } = placementOf(wanted, nodes);
        fc.pre(blames.size === 1 && blames.has('cordoned'));
        const uncordoned = nodes.map((one) => ({
          ...one,
          spec: { ...Object(one.spec), unschedulable: false },
        }));
        expect(placementOf(wanted, uncordoned).blames.has('open')).toBe(true);
      }),
    );
  });
});

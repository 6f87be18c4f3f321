import {
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
import { nodeNotReady } from './node-not-ready';

const node = (status: string) =>
  clusterScoped('v1', 'Node', 'w1', { status: { conditions: [condition('Ready', status)] } });

const onNode = { vm: vm(), vmi: vmi('Running', { nodeName: 'w1' }) };

describe('node-not-ready', () => {
  it.each(['Unknown', 'False'])('Ready is %s', (status) => {
    expect(run(nodeNotReady, { ...onNode, nodes: [node(status)] })).toHaveLength(1);
  });
  it.each([
    ['the instance', { vmi: vmi('Failed', { nodeName: 'w1', reason: 'NodeUnresponsive' }) }],
    [
      'a Normal event',
      {
        vmi: vmi('Failed', { nodeName: 'w1' }),
        events: [event(vmi(), 'NodeUnresponsive', 'virt-handler on node w1', 1, 'Normal')],
      },
    ],
  ])('was, by the word of %s, when the node cannot be read', (_, given) => {
    expect(run(nodeNotReady, given)).toMatchObject([{ confidence: 'likely' }]);
  });
  it.each([
    ['the node is ready', { ...onNode, nodes: [node('True')] }],
    [
      'another node is not',
      { ...onNode, vmi: vmi('Running', { nodeName: 'w2' }), nodes: [node('False')] },
    ],
  ])('is silent when %s', (_, given) => expect(run(nodeNotReady, given)).toEqual([]));

  const claim = namespaced('v1', 'PersistentVolumeClaim', 'root', {
    spec: { volumeName: 'pv', accessModes: ['ReadWriteOnce'] },
  });
  const volume = clusterScoped('v1', 'PersistentVolume', 'pv', {
    spec: { csi: { driver: 'csi.example.com', volumeHandle: 'h1' } },
  });
  const holding = (status: string) => ({
    ...node(status),
    status: {
      conditions: [condition('Ready', status)],
      volumesAttached: [{ name: 'kubernetes.io/csi/csi.example.com^h1' }],
    },
  });
  const waiting = {
    vm: vm(),
    vmi: vmi('Scheduling'),
    pods: [pod({ spec: { nodeName: 'w2' }, status: { phase: 'Pending' } })],
    claims: [lookup(claim, vm())],
    persistentVolumes: [lookup(volume, claim)],
  };
  it('has a disk that the new pod waits for', () => {
    expect(run(nodeNotReady, { ...waiting, nodes: [holding('Unknown')] })).toMatchObject([
      { confidence: 'certain', explanation: { params: { name: 'w1', disk: 'root', node: 'w2' } } },
    ]);
  });
  it.each([
    ['the node that has the disk is ready', { nodes: [holding('True')] }],
    ['the node that is down has no disk', { nodes: [node('False')] }],
  ])('is silent for a pod that waits when %s', (_, given) =>
    expect(run(nodeNotReady, { ...waiting, ...given })).toEqual([]),
  );
});

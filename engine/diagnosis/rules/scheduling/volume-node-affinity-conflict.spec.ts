import { clusterScoped, lookup, namespaced, run, vm, vmi } from '../../testing/factories';
import { waitingPod } from '../../testing/scheduling';
import { volumeNodeAffinityConflict } from './volume-node-affinity-conflict';

const refused = (reasons: string) => ({
  vm: vm(),
  ...waitingPod('Unschedulable', `0/2 nodes are available: ${reasons}.`, {
    spec: { nodeSelector: { zone: 'b' } },
  }),
});
const CONFLICT = '2 node(s) had volume node affinity conflict';
const node = (name: string, zone: string) =>
  clusterScoped('v1', 'Node', name, { metadata: { labels: { zone } } });
const nodes = [node('n1', 'a'), node('n2', 'b')];
const claim = namespaced('v1', 'PersistentVolumeClaim', 'root');
const bound = (expression: object) =>
  lookup(
    clusterScoped('v1', 'PersistentVolume', 'pv', {
      spec: {
        nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [expression] }] } },
      },
    }),
    claim,
    'spec',
    'volumeName',
  );

describe('volume-node-affinity-conflict', () => {
  it.each([
    [{ key: 'zone', operator: 'In', values: ['a'] }, 'n1'],
    [{ key: 'zone', operator: 'NotIn', values: ['a'] }, 'n2'],
    [{ key: 'zone', operator: 'Exists' }, 'n1, n2'],
    [{ key: 'rack', operator: 'DoesNotExist' }, 'n1, n2'],
  ])('names the nodes that reach a disk with %j', (expression, names) => {
    const given = { ...refused(CONFLICT), nodes, persistentVolumes: [bound(expression)] };
    const [finding] = run(volumeNodeAffinityConflict, given);
    expect(finding?.explanation.params).toMatchObject({ disk: 'root', names });
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
  });

  it('is found without nodes and volumes, from the scheduler alone', () => {
    const [finding] = run(volumeNodeAffinityConflict, refused(CONFLICT));
    expect(finding?.evidence).toHaveLength(2);
    expect(finding?.explanation.params).toEqual({});
  });

  it.each([
    [
      'the disk could not be read, and a node that may have it is cordoned',
      { ...refused(`1 node(s) were unschedulable, ${CONFLICT}`), nodes },
    ],
    ['another reason counts', refused('2 Insufficient memory')],
    ['the virtual machine runs', { ...refused(CONFLICT), vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => {
    expect(run(volumeNodeAffinityConflict, given)).toEqual([]);
  });
});

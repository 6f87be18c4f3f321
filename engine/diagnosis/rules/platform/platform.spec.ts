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
import { kubevirtCrUnhealthy } from './kubevirt-cr-unhealthy';
import { nodeNotReady } from './node-not-ready';
import { webhookUnavailable } from './webhook-unavailable';

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

describe('kubevirt-cr-unhealthy', () => {
  const kubevirt = (type: string, status: string) =>
    namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
      status: { conditions: [condition(type, status, 'DeploymentFailed')] },
    });
  it.each([
    ['Available', 'False'],
    ['Degraded', 'True'],
  ])('%s is %s', (type, status) => {
    expect(run(kubevirtCrUnhealthy, { kubevirts: [kubevirt(type, status)] })).toHaveLength(1);
  });
  it.each([
    ['it is well', { kubevirts: [kubevirt('Available', 'True')] }],
    ['there is none', {}],
    [
      'the VM is ready all the same',
      {
        vm: vm({ status: { conditions: [condition('Ready', 'True')] } }),
        kubevirts: [kubevirt('Available', 'False')],
      },
    ],
    [
      'the VM is asked to be off',
      {
        vm: vm({ spec: { runStrategy: 'Halted' } }),
        kubevirts: [kubevirt('Available', 'False')],
      },
    ],
  ])('is silent when %s', (_, given) => expect(run(kubevirtCrUnhealthy, given)).toEqual([]));
});

describe('webhook-unavailable', () => {
  const CALLING =
    'Internal error occurred: failed calling webhook "virtualmachine-validator.kubevirt.io": failed to call webhook: Post "https://virt-api.ns.svc:443/validate": EOF';
  it.each([
    [
      'a condition',
      {
        vm: vm({ status: { conditions: [condition('Failure', 'True', 'FailedCreate', CALLING)] } }),
      },
      {},
      'certain',
    ],
    ['an event', { events: [event(vm(), 'FailedCreate', CALLING)] }, {}, 'likely'],
    ['the caller', {}, { error: CALLING }, 'likely'],
  ])('is read from %s', (_, given, request, confidence) => {
    expect(run(webhookUnavailable, given, request)).toMatchObject([{ confidence }]);
  });
  it.each([
    ['the VM is ready', vm({ status: { conditions: [condition('Ready', 'True')] } })],
    ['the VM is asked to be off', vm({ spec: { runStrategy: 'Halted' } })],
  ])('is over when %s', (_, machine) => {
    const events = [event(vm(), 'FailedCreate', CALLING)];
    expect(run(webhookUnavailable, { vm: machine, events })).toEqual([]);
  });
  it('is over when the newest event tells of another refusal', () => {
    const outage = event(vm(), 'FailedCreate', CALLING, 20);
    const refusal = event(vm(), 'FailedCreate', 'admission webhook "x" denied the request: no', 2);
    expect(run(webhookUnavailable, { events: [outage] })).toHaveLength(1);
    expect(run(webhookUnavailable, { events: [refusal, outage] })).toEqual([]);
  });
  it.each([
    [
      'virtualmachine-validator.kubevirt.io',
      'oc get pods -n openshift-cnv -l kubevirt.io=virt-api',
    ],
    [
      'datavolume-mutate.cdi.kubevirt.io',
      'oc get pods -n openshift-cnv -l cdi.kubevirt.io=cdi-apiserver',
    ],
    ['sidecar-injector.istio.io', 'oc get endpoints virt-api -n ns'],
  ])('looks behind %s', (webhook, command) => {
    const text = CALLING.replace('virtualmachine-validator.kubevirt.io', webhook);
    const [found] = run(webhookUnavailable, { events: [event(vm(), 'FailedCreate', text)] });
    expect(found?.fixes).toMatchObject([{ command }]);
  });
  it('does not take a refusal for an outage', () => {
    const denied =
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: no';
    expect(run(webhookUnavailable, { events: [event(vm(), 'FailedCreate', denied)] })).toEqual([]);
  });
});

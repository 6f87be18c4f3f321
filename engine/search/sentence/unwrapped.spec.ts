import { objectReader } from '../../kubernetes';
import { readInventory } from '../inventory/inventory';
import { interpret } from '../interpret';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import { unwrapped } from './unwrapped';

const inventory = readInventory(objectReader(CLUSTER), { now: NOW });

const read = async (sentence: string): Promise<string> => {
  const { vocabulary } = await inventory;
  const { outcome, interpretation } = interpret(sentence, vocabulary, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : outcome;
};

describe('what was copied from elsewhere', () => {
  it.each([
    ['kubectl get vmi -n shop -l team=web -o wide', 'Project is shop, Label is team=web'],
    [
      "oc -n shop get vm --selector='team in (web,db)'",
      'Project is shop, Label is team=web or team=db',
    ],
    ['kubectl get vm -A --field-selector spec.nodeName=worker-1', 'Node is worker-1'],
    ['kubevirt_vmi_info{node="worker-1",phase="running"}', 'Node is worker-1, Status is Running'],
    ['{"nodeName": "worker-1", "phase": "Running"}', 'Node is worker-1, Status is Running'],
    ['nodeName: worker-1\nphase: Running\nuid: 9a8b7c6d', 'Node is worker-1, Status is Running'],
    ['"printableStatus": "DataVolumeError"', 'Status is DataVolumeError'],
    [
      'ALERTS{alertname="VMCannotBeEvicted",node="worker-1",severity="warning"}',
      'Node is worker-1',
    ],
    ['[FIRING:1] VMCannotBeEvicted (shop worker-1 warning)', 'Node is worker-1'],
    ['E1120 09:12:44.123456       1 node.go:321] worker-1 is gone', 'Node is worker-1'],
    ['- worker-1\n- worker-2', 'Node is worker-1 or worker-2'],
    ['oc get vm -A | grep -v Running | grep shop', 'Status is not Running, Project is shop'],
    ['oc get vm -A | grep -i "error"', 'Status is Error'],
    ['oc get vm -A | grep --invert-match Running', 'Status is not Running'],
    ['spec:\n  domain:\n  nodeName: worker-1', 'Node is worker-1'],
    ['oc get vm -A | grep web', 'Name contains web'],
    [
      'kubectl get vm -n shop -l team=web,tier',
      'Project is shop, Label is team=web, Label is tier=*',
    ],
    ['team=web || team=db', 'Label is team=web or team=db'],
    ['node=worker-1 && running', 'Node is worker-1, Status is Running'],
    ['metadata:\n  namespace: shop', 'Project is shop'],
    ['selector:\n  kind: VirtualMachine\n  name: worker-1', 'Node is worker-1'],
  ])('%s', async (sentence, readable) => expect(await read(sentence)).toBe(readable));

  it.each([
    'kubectl delete vm graphics',
    'kubectl get vm -A && kubectl delete vm graphics',
    'kubectl get secrets -n shop',
    'virtctl stop graphics',
    'name: nothing-is-called-so',
    '{"color": "blue"}',
  ])('no list for %s', async (sentence) =>
    expect(await read(sentence)).toMatch(/^(?:ambiguous|not_understood|out_of_scope)$/),
  );

  it('keeps every word in its place', async () => {
    const { vocabulary } = await inventory;
    const sentence = 'kubevirt_vmi_info{node="worker-1",phase="running"}';
    const text = unwrapped(sentence, vocabulary);
    expect(text).toHaveLength(sentence.length);
    expect(text.indexOf('worker-1')).toBe(sentence.indexOf('worker-1'));
  });

  it('keeps the reason of an event that names nothing', async () => {
    const { vocabulary } = await inventory;
    const line = 'Warning  FailedScheduling  default-scheduler  0/10 nodes are available';
    expect(unwrapped(line, vocabulary).trim()).toBe('FailedScheduling');
    expect(unwrapped(line, vocabulary)).toHaveLength(line.length);
  });
});

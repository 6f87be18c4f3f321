import { event, lookup, missing, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { serviceaccountMissing } from './serviceaccount-missing';

const machine = vm({
  template: { volumes: [{ name: 't', serviceAccount: { serviceAccountName: 'bot' } }] },
});
const path = ['spec', 'template', 'spec', 'volumes', 0, 'serviceAccount', 'serviceAccountName'];
const gone = missing({ apiVersion: 'v1', kind: 'ServiceAccount', name: 'bot' }, machine, ...path);
const there = lookup(namespaced('v1', 'ServiceAccount', 'bot'), machine, ...path);
const told = event(
  vmi(),
  'FailedCreate',
  'Error creating pod: pods "x" is forbidden: error looking up service account ns/bot: serviceaccount "bot" not found',
);
const base = { vm: machine, vmi: vmi() };

describe('serviceaccount-missing', () => {
  it.each([
    ['proven and said', { serviceAccounts: [gone], events: [told] }, 'certain', true],
    ['proven', { serviceAccounts: [gone] }, 'certain', false],
    ['only said', { events: [told] }, 'likely', true],
  ])('%s', (_, given, confidence, blocking) => {
    const found = run(serviceaccountMissing, { ...base, ...given });
    expect(found).toMatchObject([{ confidence, blocking }]);
    expect(found[0]?.fixes[0]?.command).toBe('oc create serviceaccount bot -n ns');
  });

  it.each([
    ['it exists by now', { serviceAccounts: [there], events: [told] }],
    [
      'nobody asks it to run',
      { vm: vm({ spec: { runStrategy: 'Halted' } }), serviceAccounts: [gone] },
    ],
    ['a pod exists', { events: [told], pods: [pod()] }],
    ['nothing is known', {}],
  ])('is silent when %s', (_, given) =>
    expect(run(serviceaccountMissing, { ...base, ...given })).toEqual([]),
  );
});

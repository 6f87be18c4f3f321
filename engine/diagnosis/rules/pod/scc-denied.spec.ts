import { condition, event, pod, run, vm, vmi } from '../../testing/factories';
import { sccDenied } from './scc-denied';

const TEXT =
  'pods "virt-launcher-x" is forbidden: unable to validate against any security context constraint: [provider "anyuid": Forbidden]';
const said = {
  vm: vm(),
  vmi: vmi('Pending', { conditions: [condition('Synchronized', 'False', 'FailedCreate', TEXT)] }),
};

describe('scc-denied', () => {
  it.each([
    ['the condition', said],
    ['an event', { vm: vm(), vmi: vmi(), events: [event(vmi(), 'FailedCreate', TEXT)] }],
  ])('is read from %s', (_, given) => expect(run(sccDenied, given)).toHaveLength(1));
  it.each([
    ['a pod exists', { ...said, pods: [pod()] }],
    ['it runs', { ...said, vmi: vmi('Running') }],
    ['nothing is said', { vm: vm(), vmi: vmi() }],
  ])('is silent when %s', (_, given) => expect(run(sccDenied, given)).toEqual([]));
});

import {
  clusterScoped,
  condition,
  event,
  lookup,
  missing,
  pod,
  run,
  vm,
  vmi,
} from '../../testing/factories';
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

  const kind = { apiVersion: 'security.openshift.io/v1', kind: 'SecurityContextConstraints' };
  const found = (...users: string[]) =>
    lookup(clusterScoped(kind.apiVersion, kind.kind, 'kubevirt-controller', { users }), vm());
  it.each([
    ['is gone', missing({ ...kind, name: 'kubevirt-controller' }, vm()), /does not exist/],
    ['forgot the controller', found('system:serviceaccount:x:other'), /no longer lists/],
    ['allows less', found('system:serviceaccount:x:kubevirt-controller'), /asks for more/],
  ])('tells that the constraint %s', (_, constraint, text) => {
    const [finding] = run(sccDenied, { ...said, constraints: [constraint] });
    expect(finding?.explanation.id).toMatch(text);
    expect(finding?.evidence).toHaveLength(2);
  });
});

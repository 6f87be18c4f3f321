import { ALL_NAMESPACES_KEY } from '../sdk/context';
import { namespaceIn, scopeOf, withNamespace } from './namespaces';

it.each([
  ['/k8s/ns/prod-web/pods', 'prod-web'],
  ['/k8s/all-namespaces/pods', ALL_NAMESPACES_KEY],
  ['/k8s/cluster/nodes/n1', undefined],
  ['/k8s/namespace/x', undefined],
  ['/dashboards', undefined],
])('the namespace of %s is %s', (path, expected) => {
  expect(namespaceIn(path)).toBe(expected);
});

it.each([
  ['/k8s/ns/a/pods', 'b', '/k8s/ns/b/pods'],
  ['/k8s/ns/a/pods', ALL_NAMESPACES_KEY, '/k8s/all-namespaces/pods'],
  ['/k8s/all-namespaces/pods', 'b', '/k8s/ns/b/pods'],
  [
    '/k8s/ns/a/kubevirt.io~v1~VirtualMachine/vm-1/yaml',
    'b',
    '/k8s/ns/b/kubevirt.io~v1~VirtualMachine',
  ],
  ['/dashboards', 'b', undefined],
])('%s for %s is %s', (path, namespace, expected) => {
  expect(withNamespace(path, namespace)).toBe(expected);
});

it('names a scope as the console does', () => {
  expect(scopeOf('a')).toBe('ns/a');
  expect(scopeOf(ALL_NAMESPACES_KEY)).toBe('all-namespaces');
});

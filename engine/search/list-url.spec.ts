import { listUrl } from './list-url';
import type { Predicate } from './types';

const leaf = (field: string, value: unknown, op = 'is'): Predicate => ({ field, op, value });
const LIST = 'kubevirt.io~v1~VirtualMachine';

describe('a link into the console’s own list', () => {
  it.each<[Predicate, string]>([
    [{ all: [] }, `/k8s/all-namespaces/${LIST}`],
    [leaf('namespace', 'shop'), `/k8s/ns/shop/${LIST}`],
    [
      { all: [leaf('namespace', 'shop'), leaf('status', 'Running')] },
      `/k8s/ns/shop/${LIST}?rowFilter-status=Running`,
    ],
    [leaf('namespace', ['a', 'b'], 'in'), `/k8s/all-namespaces/${LIST}?rowFilter-project=a%2Cb`],
    [leaf('namespace', 'prod-*'), `/k8s/all-namespaces/${LIST}`],
    [leaf('name', 'web', 'contains'), `/k8s/all-namespaces/${LIST}?name=web`],
    [leaf('label', 'team=web'), `/k8s/all-namespaces/${LIST}?labels=team%3Dweb`],
    [leaf('os', 'Windows'), `/k8s/all-namespaces/${LIST}?rowFilter-os=Windows`],
    [leaf('os', 'RHEL 9'), `/k8s/all-namespaces/${LIST}`],
    [{ not: leaf('status', 'Running') }, `/k8s/all-namespaces/${LIST}`],
    [{ any: [leaf('status', 'Running'), leaf('node', 'n')] }, `/k8s/all-namespaces/${LIST}`],
    [leaf('name', 'a&b=\ud800'), `/k8s/all-namespaces/${LIST}?name=a%26b%3D%EF%BF%BD`],
  ])('%j', (where, expected) => {
    expect(listUrl(where)).toBe(expected);
  });
});

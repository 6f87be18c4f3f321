import { listUrl } from './list-url';
import type { Predicate } from './types';

const leaf = (field: string, value: unknown, op = 'is'): Predicate => ({ field, op, value });
const LIST = '/k8s/all-namespaces/kubevirt.io~v1~VirtualMachine?tab=vms';
const SHOP = '/k8s/ns/shop/kubevirt.io~v1~VirtualMachine?tab=vms';

describe('a link into the console’s own list', () => {
  it.each<[Predicate, string]>([
    [{ all: [] }, LIST],
    [leaf('namespace', 'shop'), SHOP],
    [
      { all: [leaf('namespace', 'shop'), leaf('status', 'Running')] },
      `${SHOP}&rowFilter-status=Running`,
    ],
    [leaf('status', ['Running', 'Paused'], 'in'), `${LIST}&rowFilter-status=Running%2CPaused`],
    [leaf('namespace', ['a', 'b'], 'in'), `${LIST}&rowFilter-project=a%2Cb`],
    [leaf('namespace', 'prod-*'), LIST],
    [leaf('name', 'web', 'contains'), `${LIST}&name=web`],
    [leaf('name', ['a', 'b'], 'in'), LIST],
    [leaf('label', 'team=web'), `${LIST}&labels=team%3Dweb`],
    [leaf('os', 'Windows'), `${LIST}&rowFilter-os=Windows`],
    [leaf('os', 'RHEL 9'), LIST],
    [leaf('vcpu', 4, 'gt'), `${LIST}&rowFilter-cpu=GreaterThan%204`],
    [leaf('memory', 8 * 2 ** 30, 'lte'), `${LIST}&rowFilter-memory=LessOrEquals%208%20GiB`],
    [leaf('memory', [1, 2], 'between'), LIST],
    [
      { all: [leaf('vcpu', 2, 'gte'), leaf('vcpu', 4, 'lte')] },
      `${LIST}&rowFilter-cpu=GreaterOrEquals%202`,
    ],
    [
      leaf('created', '2026-11-03T13:30:00Z', 'since'),
      `${LIST}&rowFilter-dateCreatedFrom=2026-11-03`,
    ],
    [
      leaf('created', ['2026-11-03T00:00:00Z', '2026-11-05T00:00:00Z'], 'between'),
      `${LIST}&rowFilter-dateCreatedFrom=2026-11-03&rowFilter-dateCreatedTo=2026-11-05`,
    ],
    [
      leaf('created', '2026-11-05T08:00:00Z', 'before'),
      `${LIST}&rowFilter-dateCreatedTo=2026-11-06`,
    ],
    [leaf('label', ['a=1', 'b=2'], 'in'), LIST],
    [leaf('ip', '10.0.0.7'), `${LIST}&ip=10.0.0.7`],
    [leaf('ip', ['10.0.0.7', '10.0.0.8'], 'in'), LIST],
    [leaf('description', 'till', 'contains'), `${LIST}&rowFilter-description=till`],
    [leaf('gpu', true, 'exists'), `${LIST}&rowFilter-hwDevices=gpu`],
    [leaf('gpu', false, 'exists'), LIST],
    [leaf('storageClass', 'fast'), `${LIST}&rowFilter-storageClass=fast`],
    [leaf('status', 'Error'), `${LIST}&rowFilter-status=Error%2CStarting`],
    [
      { not: leaf('status', ['Running', 'Error'], 'in') },
      `${LIST}&rowFilter-status=Stopped%2CProvisioning%2CStarting%2CPaused%2CStopping%2CTerminating%2CMigrating%2CWaitingForVolumeBinding%2CWaitingForReceiver`,
    ],
    [{ not: leaf('status', true, 'exists') }, LIST],
    [{ not: leaf('node', 'n') }, LIST],
    [{ any: [leaf('status', 'Running'), leaf('node', 'n')] }, LIST],
    [leaf('name', 'a&b=\ud800'), `${LIST}&name=a%26b%3D%EF%BF%BD`],
  ])('%j', (where, expected) => {
    expect(listUrl(where)).toBe(expected);
  });
});

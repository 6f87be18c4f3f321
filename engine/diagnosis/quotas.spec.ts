import { exceededIn, isStorageResource, parseQuotaRefusal } from './quotas';
import { namespaced } from './testing/factories';

describe('parseQuotaRefusal', () => {
  it('reads the quota and every amount', () => {
    expect(
      parseQuotaRefusal(
        'x is forbidden: exceeded quota: q, requested: persistentvolumeclaims=1,requests.storage=50Gi, used: persistentvolumeclaims=4,requests.storage=90Gi, limited: persistentvolumeclaims=4,requests.storage=100Gi',
      ),
    ).toEqual({
      quota: 'q',
      requested: { persistentvolumeclaims: '1', 'requests.storage': '50Gi' },
    });
  });

  it.each(['', 'exceeded quota', 'failed quota: q: must specify limits.memory'])(
    '%j is none',
    (text) => {
      expect(parseQuotaRefusal(text)).toBeUndefined();
    },
  );
});

describe('exceededIn', () => {
  const quota = namespaced('v1', 'ResourceQuota', 'q', {
    status: { hard: { 'requests.storage': '100Gi' }, used: { 'requests.storage': '90Gi' } },
  });

  it.each([
    ['11Gi', ['requests.storage']],
    ['10Gi', []],
    ['many', []],
  ])('asked for %s', (amount, expected) => {
    expect(exceededIn(quota, { 'requests.storage': amount, 'limits.cpu': '64' })).toEqual(expected);
  });
});

it.each([
  ['requests.storage', true],
  ['persistentvolumeclaims', true],
  ['fast.storageclass.storage.k8s.io/requests.storage', true],
  ['requests.memory', false],
])('%s counts as storage: %s', (resource, expected) => {
  expect(isStorageResource(resource)).toBe(expected);
});

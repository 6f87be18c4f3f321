import { say } from '../messages';
import type { Case } from './cases';
import { groupsOf } from './groups';
import type { Factor } from './types';

const factor = (kind: string, name: string, proven = false): Factor => ({ kind, name, proven });

const failing = (count: number, causeId: string, ...factors: Factor[]): Case[] =>
  Array.from({ length: count }, (_, index) => ({
    namespace: 'ns',
    name: `${causeId}-${factors[0]?.name ?? ''}-${index}`,
    causeId,
    title: say('It does not work'),
    severity: 'critical',
    others: [],
    factors,
  }));

const shown = (cases: readonly Case[]) =>
  groupsOf(cases).groups.map(({ rootCauseId, commonFactor, total }) => [
    rootCauseId,
    commonFactor && `${commonFactor.kind} ${commonFactor.name}`,
    total,
  ]);

const home = factor('Namespace', 'shop');

describe('groups of failing VMs', () => {
  it('read 40 VMs as two problems', () => {
    const slow = failing(25, 'pvc-provisioning-failed', factor('StorageClass', 'slow'), home);
    const full = failing(15, 'resource-quota-exceeded', factor('ResourceQuota', 'q', true), home);
    expect(shown([...full, ...slow])).toEqual([
      ['pvc-provisioning-failed', 'StorageClass slow', 25],
      ['resource-quota-exceeded', 'ResourceQuota q', 15],
    ]);
  });

  it('divide one cause by what stands behind it', () => {
    const cause = 'pvc-provisioning-failed';
    expect(
      shown([
        ...failing(5, cause, factor('StorageClass', 'a'), home),
        ...failing(4, cause, factor('StorageClass', 'b'), factor('Namespace', 'bank')),
      ]),
    ).toEqual([
      [cause, 'StorageClass a', 5],
      [cause, 'StorageClass b', 4],
    ]);
  });

  it('tell the most telling of the factors that hold for most', () => {
    const cause = 'multi-attach';
    expect(
      shown([
        ...failing(8, cause, factor('Node', 'w1'), home),
        ...failing(2, cause, factor('Node', 'w2'), home),
      ]),
    ).toEqual([
      [cause, 'Node w1', 8],
      [cause, 'Node w2', 2],
    ]);
  });

  it('name nothing that only one VM has, unless the cause itself names it', () => {
    expect(shown(failing(1, 'a', factor('StorageClass', 'slow')))).toEqual([['a', undefined, 1]]);
    expect(shown(failing(1, 'a', factor('Secret', 'ns/s', true)))).toEqual([
      ['a', 'Secret ns/s', 1],
    ]);
  });

  it('name a factor of one VM only where the cause of that VM names it', () => {
    const [one] = failing(1, 'a', factor('StorageClass', 'slow', true));
    const two = failing(2, 'a', factor('Secret', 'ns/s', true), factor('StorageClass', 'slow'));
    expect(shown([...(one ? [one] : []), ...two])).toEqual([['a', 'StorageClass slow', 3]]);
    expect(shown(failing(2, 'a', factor('Secret', 'ns/s')).slice(0, 1))).toEqual([
      ['a', undefined, 1],
    ]);
  });
});

import { say } from '../messages';
import { groupsOf, type Case } from './groups';
import { mergeFleet } from './merge';
import { noFleet } from './fleet';
import type { Factor } from './factors';

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
  groupsOf(cases).map(({ rootCauseId, commonFactor, total }) => [
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

  it('are the same when two pages are joined', () => {
    const page = (count: number) => ({
      ...noFleet('forbidden', say(''), 0),
      groups: groupsOf(failing(count, 'a', factor('StorageClass', 'slow'))),
      total: count,
    });
    expect(mergeFleet(page(3), page(2))).toMatchObject({
      total: 5,
      groups: [{ rootCauseId: 'a', total: 5, commonFactor: { name: 'slow' } }],
    });
  });
});

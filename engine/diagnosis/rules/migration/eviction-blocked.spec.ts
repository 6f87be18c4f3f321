import { condition, namespaced, run, vm, vmi } from '../../testing/factories';
import { evictionBlocked } from './eviction-blocked';

const DRAIN = { question: 'why does the drain hang' };
const pinned = (status: object = {}, migratable = 'False') =>
  vmi('Running', {
    conditions: [condition('LiveMigratable', migratable, 'DisksNotLiveMigratable', 'no')],
    ...status,
  });
const evict = (evictionStrategy: string) => vm({ template: { evictionStrategy } });
const cluster = namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
  spec: { configuration: { evictionStrategy: 'LiveMigrate' } },
});

describe('eviction-blocked', () => {
  it.each([
    ['the template says LiveMigrate', { vm: evict('LiveMigrate'), vmi: pinned() }, DRAIN],
    ['the cluster does', { vm: vm(), vmi: pinned(), kubevirts: [cluster] }, DRAIN],
    [
      'an eviction was asked for',
      { vm: evict('LiveMigrate'), vmi: pinned({ evacuationNodeName: 'w1' }) },
      {},
    ],
    [
      'it is left to a controller that does not come',
      { vm: evict('External'), vmi: pinned({ evacuationNodeName: 'w1' }, 'True') },
      DRAIN,
    ],
  ])('%s', (_, given, request) => {
    expect(run(evictionBlocked, given, request)).toMatchObject([{ severity: 'warning' }]);
  });

  it('can be undone', () => {
    const [finding] = run(evictionBlocked, { vm: evict('LiveMigrate'), vmi: pinned() }, DRAIN);
    expect(finding?.fixes.map(({ action }) => action).filter(Boolean)).toMatchObject([
      { undo: { spec: { template: { spec: { evictionStrategy: 'LiveMigrate' } } } } },
    ]);
  });

  it('leaves the strategy to whoever relies on another controller', () => {
    const given = { vm: evict('External'), vmi: pinned({ evacuationNodeName: 'w1' }) };
    const [finding] = run(evictionBlocked, given, DRAIN);
    expect(finding?.fixes.map(({ id }) => id)).toEqual(['shut-down-for-drain']);
  });

  it.each([
    ['nobody drains', { vm: evict('LiveMigrate'), vmi: pinned() }, {}],
    ['it may be shut down', { vm: evict('LiveMigrateIfPossible'), vmi: pinned() }, DRAIN],
    [
      'the template outweighs the cluster',
      { vm: evict('None'), vmi: pinned(), kubevirts: [cluster] },
      DRAIN,
    ],
    ['no strategy is set', { vm: vm(), vmi: pinned() }, DRAIN],
    [
      'another controller may be at it',
      { vm: evict('External'), vmi: pinned({ evacuationNodeName: 'w1' }) },
      {},
    ],
    ['no eviction was asked for', { vm: evict('External'), vmi: pinned() }, DRAIN],
    ['it can migrate', { vm: evict('LiveMigrate'), vmi: pinned({}, 'True') }, DRAIN],
  ])('is silent when %s', (_, given, request) =>
    expect(run(evictionBlocked, given, request)).toEqual([]),
  );
});

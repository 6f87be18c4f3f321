import { interpret } from '../interpret';
import { toRecord } from '../records/record';
import { machine, NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const carrying = (labels: Record<string, string>) =>
  toRecord(machine('shop', `web-${Object.values(labels).join('-')}`, { labels }));

const VOCABULARY = vocabularyOf([
  carrying({ owner: 'alice', tier: 'cache' }),
  carrying({ owner: 'bob', tier: 'edge' }),
  carrying({ team: 'payments', tier: 'frontend' }),
]);

const read = (sentence: string): string => {
  const { outcome, interpretation, clarification } = interpret(sentence, VOCABULARY, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : `${outcome}: ${clarification ?? ''}`;
};

describe('values of labels, as people say them', () => {
  it.each([
    ['VMs owned by alice', 'Label is owner=alice'],
    ['VMs owned by Alice', 'Label is owner=alice'],
    ['VMs owned by neither alice nor bob', 'Label is not owner=alice or owner=bob'],
    ['VMs created by alice', 'Label is owner=alice'],
    ['VMs owned by alice or bob', 'Label is owner=alice or owner=bob'],
    ["alice's VMs", 'Label is owner=alice'],
    ['VMs that belong to bob', 'Label is owner=bob'],
    ['VMs owned by team payments', 'Label is team=payments'],
    ['the payments team’s VMs', 'Label is team=payments'],
    ['frontend tier VMs', 'Label is tier=frontend'],
    ['VMs where tier is cache or edge', 'Label is tier=cache or tier=edge'],
    ['VMs not owned by alice', 'Label is not owner=alice'],
  ])('%s', (sentence, readable) => expect(read(sentence)).toBe(readable));

  it('asks about an owner nobody has, and says who is near', () => {
    expect(read('VMs owned by alcie')).toBe(
      'ambiguous: No owner or team label says “alcie”. Did you mean alice?',
    );
  });

  it('leaves other words alone', () => {
    expect(read('VMs owned by')).toMatch(/^not_understood/);
    expect(read('golden tier VMs')).toMatch(/^(not_understood|ambiguous)/);
  });
});

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
  carrying({ team: 'database', tier: 'database' }),
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
    // What machines are, and whose they are.
    ['which databases are stopped', 'Label is tier=database, Status is Stopped'],
    ['database VMs without a backup', 'Label is tier=database, Backup is missing'],
    ['databse VMs without a backup', 'Label is tier=database, Backup is missing'],
    ['VMs of the database team', 'Label is team=database'],
    ['stopped VMs belonging to the database team', 'Status is Stopped, Label is team=database'],
    [
      'boxes that belong to the database team and run windows',
      'Label is team=database, Operating system is Windows',
    ],
    ['the database team asked for the stopped VMs', 'Status is Stopped'],
    ['VMs that belong to bob or to nobody', 'Label is owner=bob or Label lacks owner'],
    ['VMs owned by alice or no one', 'Label is owner=alice or Label lacks owner'],
    ['VMs of alice or bob', 'Label is owner=alice or owner=bob'],
    ['VMs with nobody as owner', 'Label lacks owner'],
    ['stopped VMs, nobody named as the owner', 'Status is Stopped, Label lacks owner'],
    ['VMs with nobody in the owner label', 'Label lacks owner'],
    ['VMs that nobody owns', 'Label lacks owner'],
  ])('%s', (sentence, readable) => expect(read(sentence)).toBe(readable));

  it('asks about an owner nobody has, and says who is near', () => {
    expect(read('VMs owned by alcie')).toBe(
      'ambiguous: No owner or team label says “alcie”. Did you mean alice?',
    );
  });

  it('leaves other words alone', () => {
    expect(read('VMs owned by')).toMatch(/^not_understood/);
    expect(read('golden tier VMs')).toMatch(/^(not_understood|ambiguous)/);
    expect(read('VMs of the storage team')).toMatch(/^not_understood/);
    expect(read('dtbse VMs')).toMatch(/^(not_understood|ambiguous)/);
    expect(read('stopped VMs for the database team')).toMatch(/^not_understood/);
  });
});

import { interpret } from '../interpret';
import { NOW } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const vocabulary = vocabularyOf([], new Map([['prod', {}]]));

const read = (sentence: string): string => {
  const { outcome, interpretation } = interpret(sentence, vocabulary, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : outcome;
};

const all = (order: string): string => `All virtual machines, sorted by ${order}`;

it.each([
  ['the biggest VM', all('Memory descending, the first 1')],
  ['the five oldest VMs', all('Created ascending, the first 5')],
  ['the twenty-five newest VMs', all('Created descending, the first 25')],
  ['9 VMs with the most disks', all('Number of disks descending, the first 9')],
  ['VM with the largest disk', all('Size of a disk descending, the first 1')],
  ['3 VMs with the largest disks in total', all('Total disk size descending, the first 3')],
  ['VM with the fewest snapshots', all('Number of snapshots ascending, the first 1')],
  ['VM with the highest uptime', all('Started ascending, the first 1')],
  ['VMs sorted by age descending', all('Created ascending')],
  ['last 3 VMs created', all('Created descending, the first 3')],
  ['the last VM started', all('Started descending, the first 1')],
  ['the first VM created', all('Created ascending, the first 1')],
  ['the first 3 VMs created', all('Created ascending, the first 3')],
  [
    'what was the first VM started in prod?',
    'Project is prod, sorted by Started ascending, the first 1',
  ],
  ['the VM that was created last', all('Created descending, the first 1')],
  ['VMs that were created first in prod', 'Project is prod, sorted by Created ascending'],
  ['which VM was started last?', all('Started descending, the first 1')],
  // What happened stays a constraint of its own.
  [
    '3 most recently stopped VMs',
    'Status is Stopped, sorted by State changed descending, the first 3',
  ],
  [
    'which VM crashed most recently?',
    'Status is Error, sorted by State changed descending, the first 1',
  ],
  [
    'the 5 VMs that stopped last',
    'Status is Stopped, sorted by State changed descending, the first 5',
  ],
  [
    'the last 3 VMs that failed',
    'Status is Error, sorted by State changed descending, the first 3',
  ],
  [
    '5 most recently migrated VMs',
    'Live migration is Succeeded, sorted by Migrated descending, the first 5',
  ],
  [
    'five VMs with the latest snapshots',
    'Snapshot is known, sorted by Snapshot taken descending, the first 5',
  ],
  [
    'VM with the newest backup',
    'Last backup is known, sorted by Last backup descending, the first 1',
  ],
  ['VMs whose latest snapshot is older than 30 days', 'Last snapshot before 2026-10-21 14:30 UTC'],
  ['last 3 VMs that are stopped', 'not_understood'],
  // A time, which says when.
  [
    'VMs that crashed last night',
    'Status is Error, State changed between 2026-11-19 18:00 UTC and 06:00 UTC',
  ],
  [
    'VMs that stopped last monday',
    'Status is Stopped, State changed between 2026-11-16 UTC and 2026-11-17 UTC',
  ],
  [
    'VMs that failed last quarter',
    'Status is Error, State changed between 2026-07-01 UTC and 2026-10-01 UTC',
  ],
  ['VMs created last week', 'Created between 2026-11-09 UTC and 2026-11-16 UTC'],
  ['VMs created last monday', 'Created between 2026-11-16 UTC and 2026-11-17 UTC'],
  ['first 3 VMs created since monday', 'Created since 2026-11-16 UTC, the first 3'],
  [
    '3 stopped VMs with the least memory',
    'Status is Stopped, sorted by Memory ascending, the first 3',
  ],
  ['longest paused VMs', 'Status is Paused, sorted by State changed ascending'],
  ['most VMs', 'not_understood'],
  ['VM with the oldest snapshot', 'ambiguous'],
])('%s: %s', (sentence, expected) => {
  expect(read(sentence)).toBe(expected);
});

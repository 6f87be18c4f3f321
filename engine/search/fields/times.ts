import { formatTime } from '../../kubernetes';
import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import { timeComparisons } from './comparisons-time';
import { defineField, fromInstance } from './field';

const same = (value: number): number => value;

export const createdField = defineField({
  name: 'created',
  label: say('Created'),
  type: 'time',
  words: { en: 'created|creation|creation time|creation date|age' },
  comparisons: timeComparisons,
  read: ({ created }) => created ?? UNKNOWN,
  evidence: ({ created }) =>
    created === undefined
      ? undefined
      : { in: 'vm', path: '/metadata/creationTimestamp', value: formatTime(created) },
  order: same,
  cell: formatTime,
});

/** The latest transition of Ready, Failure and Paused: how long it has been as it is. */
export const changedField = defineField({
  name: 'changed',
  label: say('State changed'),
  type: 'time',
  words: { en: 'changed|state changed|state change|last change|last state change|status since' },
  comparisons: timeComparisons,
  read: ({ changed }) => changed?.time ?? UNKNOWN,
  evidence: ({ changed }) =>
    changed && { in: 'vm', path: changed.path, value: formatTime(changed.time) },
  order: same,
  cell: formatTime,
});

export const startedField = defineField({
  name: 'started',
  label: say('Started'),
  type: 'time',
  words: { en: 'started|start time|boot time|uptime' },
  comparisons: timeComparisons,
  read: (record) => fromInstance(record, record.started),
  evidence: ({ started, startedPath }) =>
    started === undefined || startedPath === undefined
      ? undefined
      : { in: 'vmi', path: startedPath, value: formatTime(started) },
  order: same,
  cell: formatTime,
});

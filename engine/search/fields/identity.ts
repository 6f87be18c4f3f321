import { pointer } from '../../kubernetes';
import { say } from '../../messages';
import { labelComparisons } from './comparisons-label';
import { textComparisons } from './comparisons-text';
import { defineField } from './field';

const same = (value: string): string => value;

export const nameField = defineField({
  name: 'name',
  label: say('Name'),
  type: 'text',
  example: 'web-*',
  words: { en: 'name|names|vm name|named|called|hostname' },
  comparisons: textComparisons,
  read: ({ name }) => name,
  evidence: ({ name }) => ({ in: 'vm', path: '/metadata/name', value: name }),
  order: same,
  cell: same,
});

export const namespaceField = defineField({
  name: 'namespace',
  label: say('Project'),
  type: 'text',
  example: 'prod-*',
  words: { en: 'namespace|namespaces|project|projects|ns' },
  comparisons: textComparisons,
  read: ({ namespace }) => namespace,
  evidence: ({ namespace }) => ({ in: 'vm', path: '/metadata/namespace', value: namespace }),
  order: same,
  cell: same,
});

const keysOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .filter((item): item is string => typeof item === 'string')
    .map((item) => item.split('=')[0] ?? item);

export const labelField = defineField({
  name: 'label',
  label: say('Label'),
  type: 'label',
  words: { en: 'label|labels|labeled|labelled|tag|tags|tagged' },
  comparisons: labelComparisons,
  read: ({ labels }) => labels,
  evidence: ({ labels }, value) => {
    const key = keysOf(value).find((candidate) => Object.hasOwn(labels, candidate));
    const found = key === undefined ? undefined : labels[key];
    return key === undefined || found === undefined
      ? undefined
      : { in: 'vm', path: pointer('metadata', 'labels', key), value: found };
  },
  multiple: true,
});

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

/** A machine as one writes it where names repeat: "prod-web/web-01". */
export const machineField = defineField<string>({
  name: 'machine',
  label: say('Virtual machine'),
  type: 'text',
  words: { en: 'namespace/name|project/name' },
  example: 'prod-web/web-01',
  comparisons: textComparisons,
  read: ({ namespace, name }) => `${namespace}/${name}`,
  evidence: ({ name }) => ({ in: 'vm', path: '/metadata/name', value: name }),
  order: same,
  cell: same,
});

const FOLDER = 'vm.openshift.io/folder';

/** The folder of the console's tree. */
export const folderField = defineField<string>({
  name: 'folder',
  label: say('Folder'),
  type: 'text',
  words: { en: 'folder|folders|vm folder|vm folders|vm group|vm groups' },
  example: 'finance',
  comparisons: textComparisons,
  read: ({ labels }) => (Object.hasOwn(labels, FOLDER) ? labels[FOLDER] : undefined),
  evidence: ({ labels }) => {
    const value = Object.hasOwn(labels, FOLDER) ? labels[FOLDER] : undefined;
    return value === undefined
      ? undefined
      : { in: 'vm', path: pointer('metadata', 'labels', FOLDER), value };
  },
  listed: (value) => [value],
  order: same,
  cell: same,
  optional: true,
  open: true,
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
  present: (labels) => Object.keys(labels).length > 0,
  evidence: ({ labels }, value) => {
    const key = keysOf(value).find((candidate) => Object.hasOwn(labels, candidate));
    const found = key === undefined ? undefined : labels[key];
    return key === undefined || found === undefined
      ? undefined
      : { in: 'vm', path: pointer('metadata', 'labels', key), value: found };
  },
  multiple: true,
});

import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { OsFact } from '../records/os';
import { enumComparisons, isAmong } from './comparisons-enum';
import { OS_VALUES, osComparisons } from './comparisons-os';
import { textComparisons } from './comparisons-text';
import { defineField } from './field';

const same = (value: string): string => value;

/** "os version: rhel 9" is the system with its version; by versions machines are grouped. */
const VERSION_WORDS =
  'os version|os versions|os release|os releases|operating system version|operating system versions|guest os version';

/** Unknown when neither the agent, the preference nor the template says. */
export const osField = defineField<OsFact>({
  name: 'os',
  label: say('Operating system'),
  type: 'os',
  words: {
    en: `os|operating system|operating systems|guest os|distribution|distro|${VERSION_WORDS}`,
  },
  comparisons: osComparisons,
  read: ({ os }) => os ?? UNKNOWN,
  evidence: ({ os }) => os && { ...os.origin, value: os.text },
  order: ({ name }) => name,
  cell: ({ family }) => family,
  listed: ({ name }) => [name],
  values: OS_VALUES,
});

/** What people call a release: "RHEL 9" of 9.4, but "Ubuntu 22.04". */
const releaseOf = ({ family, version = '' }: OsFact): string =>
  `${family} ${family === 'Ubuntu' ? version : version.replace(/\..*$/, '')}`;

export const osVersionField = defineField<string>({
  name: 'osVersion',
  label: say('Operating system version'),
  type: 'text',
  example: 'Windows 2022',
  words: { en: VERSION_WORDS },
  comparisons: textComparisons,
  read: ({ os }) => (os?.version === undefined ? UNKNOWN : releaseOf(os)),
  evidence: ({ os }) => os && { ...os.origin, value: os.text },
  order: same,
  cell: same,
});

const RUN_STRATEGIES = ['Always', 'RerunOnFailure', 'Manual', 'Halted', 'Once', 'WaitAsReceiver'];

export const runStrategyField = defineField({
  name: 'runStrategy',
  label: say('Run strategy'),
  type: 'enum',
  words: { en: 'run strategy|runstrategy|run strategies' },
  comparisons: enumComparisons(RUN_STRATEGIES, isAmong),
  values: RUN_STRATEGIES,
  read: ({ runStrategy }) => runStrategy,
  evidence: ({ runStrategy }) =>
    runStrategy === undefined
      ? undefined
      : { in: 'vm', path: '/spec/runStrategy', value: runStrategy },
  order: (value) => value,
  cell: (value) => value,
});

export const instancetypeField = defineField({
  name: 'instancetype',
  label: say('Instance type'),
  type: 'text',
  example: 'u1.large',
  words: { en: 'instance type|instancetype|instance types|instancetypes|flavor|flavour' },
  comparisons: textComparisons,
  read: ({ instancetype }) => instancetype,
  evidence: ({ instancetype }) =>
    instancetype === undefined
      ? undefined
      : { in: 'vm', path: '/spec/instancetype/name', value: instancetype },
  order: same,
  cell: same,
  optional: true,
});

export const preferenceField = defineField({
  name: 'preference',
  label: say('Preference'),
  type: 'text',
  example: 'rhel.9',
  words: { en: 'preference|preferences' },
  comparisons: textComparisons,
  read: ({ preference }) => preference,
  evidence: ({ preference }) =>
    preference === undefined
      ? undefined
      : { in: 'vm', path: '/spec/preference/name', value: preference },
  order: same,
  cell: same,
  optional: true,
});

import { pointer } from '../../kubernetes';
import { present } from '../../redaction';
import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import { enumComparisons, isAmong } from './comparisons-enum';
import { textComparisons } from './comparisons-text';
import { defineField } from './field';
import { defineFlag } from './flag';

/** Only said of running machines: of a stopped one nobody can tell. */
export const migratableField = defineFlag({
  name: 'migratable',
  label: say('Live migratable'),
  words: 'live migratable|livemigratable|live migratability',
  yes: 'migratable|live-migratable|can be live migrated|can be migrated|can be live-migrated|can migrate|can live migrate|be migrated|be live migrated|able to migrate|able to live migrate',
  no: "{live migration,migration,vmotion} {is ,}{impossible,not possible,blocked,not allowed,not supported,unsupported}|{vmotion,live migration} {wouldn't,won't,doesn't,does not,would not,can't,cannot} work|blocked from {live ,}{migration,migrating}|{block,blocks,blocking} live migration|stuck to their node|pinned to their node|{,is ,are }not {,live ,live-}migratable|{isn't,aren't} {,live }migratable|{non-,non ,un,non}migratable|{can't,cannot,can not} be {,live ,live-}migrated|{can't,cannot,can not,unable to,not able to,that don't} {,live }migrate",
  read: ({ migratable }) => migratable?.value,
  evidence: ({ migratable }) =>
    migratable && {
      in: migratable.origin.in,
      path: migratable.origin.path,
      value: migratable.reason === '' ? String(migratable.value) : migratable.reason,
    },
  passing: true,
});

/** "because of their disks", "with reason DisksNotLiveMigratable". */
const becauseOf = (reason: string, causes: string): string => {
  const of = [
    ...['because of', 'due to', 'owing to', 'on account of', 'blocked by', 'prevented by'],
    ...['blocked from live migration by', 'blocked from migration by', 'blocked from migrating by'],
  ];
  const told = ['', 'their ', 'its ', 'the ', 'a '];
  return [
    ...['', 'reason ', 'reason is ', 'because of ', 'because '].map((words) => `${words}${reason}`),
    ...causes
      .split('|')
      .flatMap((cause) => of.flatMap((by) => told.map((whose) => `${by} ${whose}${cause}`))),
  ].join('|');
};

/** The reason of LiveMigratable=False; a machine that can be migrated has none. */
export const migrationBlockerField = defineField<string>({
  name: 'migrationBlocker',
  label: say('Not migratable because'),
  type: 'text',
  example: 'DisksNotLiveMigratable',
  explains: { field: 'migratable', stem: 'migrat' },
  words: {
    en: 'migration blocker|migration blockers',
  },
  phrases: {
    en: [
      [
        becauseOf(
          'disksnotlivemigratable',
          'disks|disk|storage|volumes|volume|storage access mode|access mode|rwo disks|rwo volumes',
        ),
        'DisksNotLiveMigratable',
      ],
      [
        becauseOf(
          'interfacenotlivemigratable',
          'sriov|sr-iov|network|networking|network interface|network interfaces|interface|interfaces|nic|nics|network binding',
        ),
        'InterfaceNotLiveMigratable',
      ],
      [
        becauseOf(
          'hostdevicenotlivemigratable',
          'host device|host devices|pci device|pci devices|gpu|gpus|passthrough|passthrough device|passthrough devices',
        ),
        'HostDeviceNotLiveMigratable',
      ],
    ],
  },
  comparisons: textComparisons,
  read: ({ migratable }) => {
    if (migratable === undefined) return UNKNOWN;
    return migratable.value || migratable.reason === '' ? undefined : migratable.reason;
  },
  evidence: ({ migratable }) => migratable && { ...migratable.origin, value: migratable.reason },
  order: (reason) => reason,
  cell: (reason) => reason,
  optional: true,
  open: true,
});

export const restartRequiredField = defineFlag({
  name: 'restartRequired',
  label: say('Restart required'),
  words:
    'restart required|restartrequired|restartrequired condition|restart required condition|restart pending|pending changes',
  yes: '{need,needs,needing,require,requires,requiring,awaiting,pending,due for,waiting for} {,a }{restart,reboot}{, to apply changes, for changes to apply, for changes to take effect}|{need,needs,require,requires} {restarting,rebooting,to be restarted,to be rebooted}|{must,have to,has to,waiting to} be {restarted,rebooted}|{restart,reboot} is {required,needed,pending}|{restart,reboot} needed|reboot {required,pending}',
  read: ({ restartRequired }) => restartRequired,
  passing: true,
});

const PROTECTION = 'kubevirt.io/vm-delete-protection';

export const deletionProtectionField = defineFlag({
  name: 'deletionProtection',
  label: say('Deletion protection'),
  words: 'deletion protection|delete protection|deletionprotection|protection from deletion',
  yes: "protected|{deletion,delete}{ ,-}protected|{deletion,delete} protection {enabled,on}|{can't,cannot} be deleted{, by accident, by mistake, accidentally}",
  no: 'deletion protection disabled|deletion protection off|delete protection disabled|can be deleted',
  read: ({ labels }) => labels[PROTECTION]?.toLowerCase() === 'true',
  evidence: ({ labels }) => {
    const value = labels[PROTECTION];
    return value === undefined
      ? undefined
      : { in: 'vm', path: pointer('metadata', 'labels', PROTECTION), value };
  },
});

const same = (value: string): string => value;

export const descriptionField = defineField<string>({
  name: 'description',
  label: say('Description'),
  type: 'text',
  example: '*billing*',
  words: {
    en: 'description|descriptions|notes|described as|mentions|mentioning|mention|says|saying',
  },
  comparisons: textComparisons,
  read: ({ description }) => (description === '' ? undefined : description),
  evidence: ({ description }) =>
    description === undefined
      ? undefined
      : { in: 'vm', path: '/metadata/annotations/description', value: description },
  // Free text of people: what looks like a credential in it does not leave.
  cell: present,
  optional: true,
  open: true,
  partial: true,
});

export const architectureField = defineField<string>({
  name: 'architecture',
  label: say('Architecture'),
  type: 'enum',
  words: { en: 'architecture|architectures|arch|cpu architecture' },
  phrases: {
    en: [
      ['amd64|x86_64|x86-64|x86|x64', 'amd64'],
      ['arm64|aarch64|arm', 'arm64'],
      ['s390x|ibm z', 's390x'],
      ['ppc64le', 'ppc64le'],
    ],
  },
  values: ['amd64', 'arm64', 's390x', 'ppc64le'],
  comparisons: enumComparisons(['amd64', 'arm64', 's390x', 'ppc64le'], isAmong),
  read: ({ architecture }) => architecture ?? UNKNOWN,
  evidence: ({ architecture }) =>
    architecture === undefined
      ? undefined
      : { in: 'vm', path: '/spec/template/spec/architecture', value: architecture },
  order: same,
  cell: same,
});

const EVICTION = ['LiveMigrate', 'LiveMigrateIfPossible', 'None', 'External'] as const;

/** Without one of its own the cluster's default counts, which the machine does not tell. */
export const evictionStrategyField = defineField<{ own: string | undefined }>({
  name: 'evictionStrategy',
  label: say('Eviction strategy'),
  type: 'enum',
  words: { en: 'eviction strategy|evictionstrategy|eviction strategies' },
  values: EVICTION,
  comparisons: enumComparisons<{ own: string | undefined }>(EVICTION, (wanted) => {
    const among = isAmong(wanted);
    return ({ own }) => (own === undefined ? 'unknown' : among(own));
  }),
  read: ({ evictionStrategy }) => ({ own: evictionStrategy }),
  present: ({ own }) => own !== undefined,
  evidence: ({ evictionStrategy }) =>
    evictionStrategy === undefined
      ? undefined
      : { in: 'vm', path: '/spec/template/spec/evictionStrategy', value: evictionStrategy },
  order: ({ own }) => own ?? '',
  cell: ({ own }) => own ?? '',
  optional: true,
});

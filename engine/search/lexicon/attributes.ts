import { after, fact, status } from './makers';
import type { Lexicon, Sense } from './senses';

type Entry = Lexicon['entries'][number];

const hostState = (field: string, value: boolean): Sense => ({ is: 'hostState', field, value });

/** What the objects beside the machine tell, and a language must have words for. */
const ATTRIBUTES = {
  snapshotFailed: fact('snapshot', 'Failed'),
  snapshotSucceeded: fact('snapshot', 'Succeeded'),
  migrationFailed: fact('migration', 'Failed'),
  migrated: fact('migration', 'Succeeded'),
  migratable: fact('migratable', true),
  notMigratable: fact('migratable', false),
  restartRequired: fact('restartRequired', true),
  deletionProtected: fact('deletionProtection', true),
  deletionUnprotected: fact('deletionProtection', false),
  backupFailed: fact('backup', 'Failed'),
  cordoned: hostState('nodeCordoned', true),
  uncordoned: hostState('nodeCordoned', false),
  ready: hostState('nodeReady', true),
  unready: hostState('nodeReady', false),
  same: { is: 'same' },
  size: { is: 'size' },
  switchedOn: { is: 'switch', on: true },
  switchedOff: { is: 'switch', on: false },
  with: { is: 'with' },
  inAll: { is: 'inAll' },
  there: { is: 'there' },
  gone: { is: 'there', not: true },
  toNetwork: { is: 'place', prefers: 'network' },
  weekend: { is: 'weekend' },
  bridge: fact('binding', 'bridge'),
  podNetwork: fact('network', 'pod'),
  claimMissing: status('ErrorPvcNotFound'),
  importFailed: status('DataVolumeError'),
} as const satisfies Readonly<Record<string, Sense>>;

type Attribute = keyof typeof ATTRIBUTES;

/** These follow a name where the time stands before: "dmz-netに接続された". */
const AFTER_NAME: ReadonlySet<string> = new Set<Attribute>(['same', 'toNetwork']);

/** These may follow the time they are about: "gestern migrierte". */
const LATE: ReadonlySet<string> = new Set<Attribute>([
  'snapshotFailed',
  'snapshotSucceeded',
  'migrationFailed',
  'migrated',
  'backupFailed',
]);

const isAttribute = (name: string): name is Attribute => Object.hasOwn(ATTRIBUTES, name);

/** The attributes in the words of a language; `late` where the time stands before them. */
export const attributes = (words: Readonly<Record<Attribute, string>>, late = false): Entry[] =>
  Object.keys(words)
    .filter(isAttribute)
    .map((name) => {
      const sense = ATTRIBUTES[name];
      if (late && LATE.has(name)) return [words[name], after('time', sense), sense];
      if (late && AFTER_NAME.has(name)) return [words[name], after('name', sense), sense];
      return [words[name], sense];
    });

/** Words for a field whose time stands before it: "30日より古いスナップショット". */
export const lateField = (field: string, words: string): Entry => [
  words,
  after('time', { is: 'field', field }),
];

/** Fields people name in their own language; the others are technical words everywhere. */
type Named =
  | 'name'
  | 'namespace'
  | 'status'
  | 'label'
  | 'node'
  | 'os'
  | 'vcpu'
  | 'memory'
  | 'ip'
  | 'guestAgent'
  | 'runStrategy'
  | 'instancetype'
  | 'preference'
  | 'snapshot'
  | 'snapshotCount'
  | 'lastSnapshot'
  | 'migration'
  | 'migrationFrom'
  | 'disk'
  | 'diskCount'
  | 'diskSize'
  | 'storageClass'
  | 'accessMode'
  | 'nicCount'
  | 'backup'
  | 'lastBackup'
  | 'affinity'
  | 'gpu'
  | 'hostDevice'
  | 'secureBoot'
  | 'dedicatedCpu'
  | 'hugepages'
  | 'cdrom'
  | 'network'
  | 'mac'
  | 'zone'
  | 'warning'
  | 'description'
  | 'architecture'
  | 'deletionProtection'
  | 'template'
  | 'bootSource';

/** A word for every such field, `|` between them, `*` after a plural. */
export type FieldWords = Readonly<Record<Named, string>>;

import { formatBytes, pointer } from '../../kubernetes';
import { say } from '../../messages';
import { present } from '../../redaction';
import { UNKNOWN } from '../query/truth';
import type { Claim } from '../records/joined';
import type { VmRecord } from '../records/record';
import { several, type Several } from '../records/several';
import { enumComparisons, isAmong } from './comparisons-enum';
import { byteComparisons, numberComparisons } from './comparisons-number';
import { anyOf, joinValues, readSeveral, valuesOf } from './comparisons-several';
import { textComparisons } from './comparisons-text';
import { defineField, type Evidence } from './field';

const CLAIMS = ['persistentVolumeClaims'] as const;

/** What the claims tell; of one that is only stated by the machine nothing but its size is known. */
const ofClaims = <T>(
  { joined }: VmRecord,
  read: (claim: Claim) => readonly (T | undefined)[],
): Several<T> | undefined => {
  const { claims } = joined;
  if (claims === undefined) return undefined;
  const complete = claims.complete && !claims.values.some(({ stated }) => stated);
  return several(claims.values.filter(({ stated }) => !stated).flatMap(read), complete);
};

const claimEvidence = (
  { namespace, joined }: VmRecord,
  found: (claim: Claim) => string | undefined,
  path: string,
): Evidence | undefined => {
  const claim = joined.claims?.values.find((item) => !item.stated && found(item) !== undefined);
  const value = claim && found(claim);
  if (claim === undefined || value === undefined) return undefined;
  const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: claim.name };
  return { in: ref, path, value };
};

const wants = (value: unknown, text: string | undefined): boolean =>
  text !== undefined &&
  (Array.isArray(value) ? value : [value]).some(
    (item) => typeof item === 'string' && item.toLowerCase() === text.toLowerCase(),
  );

export const storageClassField = defineField<Several<string>>({
  name: 'storageClass',
  label: say('Storage class'),
  type: 'text',
  example: 'fast',
  words: { en: 'storage class|storage classes|storageclass|storageclasses|storageclassname|sc' },
  needs: CLAIMS,
  comparisons: anyOf(textComparisons),
  read: (record) => readSeveral(ofClaims(record, ({ storageClass }) => [storageClass])),
  evidence: (record, value) =>
    claimEvidence(
      record,
      ({ storageClass }) => (wants(value, storageClass) ? storageClass : undefined),
      '/spec/storageClassName',
    ),
  listed: valuesOf,
  each: valuesOf,
  cell: joinValues,
  multiple: true,
  optional: true,
  open: true,
});

const MODES = ['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany', 'ReadWriteOncePod'] as const;

export const accessModeField = defineField<Several<string>>({
  name: 'accessMode',
  label: say('Access mode'),
  type: 'enum',
  words: { en: 'access mode|access modes|accessmode|accessmodes' },
  phrases: {
    en: [
      [
        'rwo|readwriteonce|read write once|rwo volumes|rwo disks|rwo volume|rwo disk|rwo storage|rwo pvcs|volumes rwo',
        'ReadWriteOnce',
      ],
      [
        'rwx|readwritemany|read write many|rwx volumes|rwx disks|rwx volume|rwx disk|rwx storage|rwx pvcs|shared disks|shared storage|shared volumes',
        'ReadWriteMany',
      ],
      ['rox|readonlymany|read only many', 'ReadOnlyMany'],
      ['rwop|readwriteoncepod|read write once pod', 'ReadWriteOncePod'],
    ],
  },
  needs: CLAIMS,
  values: MODES,
  comparisons: anyOf(enumComparisons(MODES, isAmong)),
  read: (record) => readSeveral(ofClaims(record, ({ accessModes }) => accessModes)),
  evidence: (record, value) =>
    claimEvidence(
      record,
      ({ accessModes }) => accessModes.find((mode) => wants(value, mode)),
      '/spec/accessModes',
    ),
  cell: joinValues,
  multiple: true,
});

/** Sizes of all disks; of a claim that is not there what the machine asks for. */
const sizesOf = ({
  joined,
  disks,
}: VmRecord): { sizes: number[]; complete: boolean } | undefined => {
  const { claims } = joined;
  if (claims === undefined) return undefined;
  const own = disks.volumes.filter(({ claim }) => claim === undefined);
  const sizes = [...claims.values, ...own].map(({ size }) => size);
  const known = sizes.filter((size) => size !== undefined);
  return { sizes: known, complete: claims.complete && known.length === sizes.length };
};

/** The size of any one disk; an image that is a disk takes no storage and has no size here. */
export const diskField = defineField<Several<number>>({
  name: 'disk',
  label: say('Size of a disk'),
  type: 'bytes',
  words: { en: 'disk|disks|volume|volumes|drive|drives|virtual disk|virtual disks|pvc|pvcs' },
  needs: CLAIMS,
  comparisons: anyOf(byteComparisons),
  read: (record) => {
    const found = sizesOf(record);
    const sized = found?.sizes.filter((size) => size > 0);
    return readSeveral(found && several(sized ?? [], found.complete));
  },
  evidence: (record) =>
    claimEvidence(
      record,
      ({ size }) => (size === undefined ? undefined : formatBytes(size)),
      '/spec/resources/requests/storage',
    ),
  multiple: true,
  optional: true,
  order: ({ values }) => Math.max(...values),
  cell: ({ values }) => values.map(formatBytes).join(', '),
  unit: 'bytes',
});

const same = (value: number): number => value;

/** All disks together. */
export const diskSizeField = defineField<number>({
  name: 'diskSize',
  label: say('Total disk size'),
  type: 'bytes',
  words: {
    en: 'disk size|disk sizes|disk space|total disk size|total disk|total disk space|total storage|overall disk size|overall storage|storage|storage size|provisioned storage|storage space|disk capacity|disk storage',
  },
  needs: CLAIMS,
  comparisons: byteComparisons,
  read: (record) => {
    const found = sizesOf(record);
    if (found?.complete !== true) return UNKNOWN;
    return found.sizes.reduce((sum, size) => sum + size, 0);
  },
  order: same,
  cell: same,
  unit: 'bytes',
});

/** Disks that hold data: cloud-init and CD-ROMs are none. */
export const diskCountField = defineField<number>({
  name: 'diskCount',
  label: say('Number of disks'),
  type: 'number',
  words: { en: 'disks|disk|volumes|disk count|number of disks|diskcount|virtual disks|drives' },
  counts: true,
  comparisons: numberComparisons,
  read: ({ disks }) => disks.volumes.length,
  evidence: ({ disks }) => ({
    in: 'vm',
    path: '/spec/template/spec/volumes',
    value: String(disks.volumes.length),
  }),
  order: same,
  cell: same,
});

/** What the disks were made from: a DataSource, an image, another claim. */
export const bootSourceField = defineField<Several<string>>({
  name: 'bootSource',
  label: say('Boot source'),
  type: 'text',
  example: 'rhel9',
  words: {
    en: 'boot source|boot sources|bootsource|data source|datasource|booted from|boots from|booting from|boot from|started from image|based on image|cloned from|boot image|disk image|source image',
  },
  comparisons: anyOf(textComparisons),
  read: ({ disks }) => readSeveral(several(disks.sources)),
  evidence: ({ disks }) =>
    disks.sources[0] === undefined
      ? undefined
      : { in: 'vm', path: '/spec/dataVolumeTemplates', value: disks.sources[0] },
  // An address can carry a user's name and password: it is no name to be suggested.
  listed: ({ values }) => values.filter((source) => !source.includes('://')),
  cell: (sources) => present(joinValues(sources)),
  multiple: true,
  optional: true,
  open: true,
});

const TEMPLATE = 'vm.kubevirt.io/template';

export const templateField = defineField<string>({
  name: 'template',
  label: say('Template'),
  type: 'text',
  example: 'rhel9-server-small',
  words: { en: 'template|templates|vm template' },
  comparisons: textComparisons,
  read: ({ labels }) => (Object.hasOwn(labels, TEMPLATE) ? labels[TEMPLATE] : undefined),
  evidence: ({ labels }) => {
    const value = Object.hasOwn(labels, TEMPLATE) ? labels[TEMPLATE] : undefined;
    return value === undefined
      ? undefined
      : { in: 'vm', path: pointer('metadata', 'labels', TEMPLATE), value };
  },
  listed: (value) => [value],
  order: (value) => value,
  cell: (value) => value,
  optional: true,
  open: true,
});

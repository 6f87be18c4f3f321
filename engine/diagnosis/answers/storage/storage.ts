import {
  formatBytes,
  formatTime,
  isOptedOut,
  nameOf,
  readNamespaceLabels,
  RESOURCES,
  textAt,
  type KubeObject,
  type Reader,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { diagnose, stageOf, type DiagnoseOptions } from '../../diagnose';
import type { Gathered } from '../../facts';
import { readMany, readOne } from '../../gather/read';
import { volumesOf } from '../../gather/references';
import { causeLines, nameRef, uncheckedLines } from '../../text';
import type { RootCause } from '../../types';
import { uncheckedOf } from '../../unchecked';
import { answeredBy, refusalText, unanswered, type Answered } from '../outcome';
import { reportClasses } from './classes';
import type { StorageReport, StorageRequest, VolumeReport } from './types';
import { claimRef, reportClaim, reportInline, reportNoClaim, sourceOf } from './volumes';

/** Most VMs of a project that are diagnosed for what keeps their disks from them. */
const MOST_DIAGNOSED = 10;
const STORAGE = new Set(['storage', 'volumes']);
/** Statuses under which a disk may be what a VM waits for. */
const WAITING = new Set([
  'Provisioning',
  'DataVolumeError',
  'ErrorPvcNotFound',
  'WaitingForVolumeBinding',
  'Starting',
  'ErrorUnschedulable',
  'Paused',
]);

const readAll = async (reader: Reader, { namespace, vmName }: StorageRequest) => {
  const [machines, claims, classes, drivers, snapshotClasses, profiles] = await Promise.all([
    vmName === undefined
      ? readMany(reader, RESOURCES.virtualMachines, { namespace })
      : readOne(reader, RESOURCES.virtualMachines, namespace, vmName).then(
          ({ value, missed }): Gathered<KubeObject[]> =>
            value === undefined
              ? { missed }
              : { value: value.object === undefined ? [] : [value.object], missed },
        ),
    readMany(reader, RESOURCES.persistentVolumeClaims, { namespace }),
    readMany(reader, RESOURCES.storageClasses, {}),
    readMany(reader, RESOURCES.csiDrivers, {}),
    readMany(reader, RESOURCES.volumeSnapshotClasses, {}),
    readMany(reader, RESOURCES.storageProfiles, {}),
  ]);
  return { machines, claims, classes, drivers, snapshotClasses, profiles };
};

type ReadStorage = Awaited<ReturnType<typeof readAll>>;

const bindingModesOf = ({ classes }: ReadStorage): ReadonlyMap<string, string> =>
  new Map(
    (classes.value ?? []).map((one) => [nameOf(one), textAt(one, 'volumeBindingMode') ?? '']),
  );

const volumesOfMachine = (vm: KubeObject, read: ReadStorage, now: number): VolumeReport[] => {
  const bindingModes = bindingModesOf(read);
  return volumesOf(vm).map(({ entry }) => {
    const name = textAt(entry, 'name') ?? '';
    const { type, claim: wanted } = sourceOf(entry);
    if (wanted === undefined) return reportInline(name, type);
    const claim = read.claims.value?.find((one) => nameOf(one) === wanted);
    const namespace = textAt(vm, 'metadata', 'namespace') ?? '';
    return claim === undefined
      ? reportNoClaim(name, type, claimRef(namespace, wanted), read.claims.value !== undefined)
      : reportClaim(claim, { name, type, bindingModes, now });
  });
};

const volumesOfProject = (read: ReadStorage, now: number): VolumeReport[] => {
  const bindingModes = bindingModesOf(read);
  return (read.claims.value ?? []).map((claim) =>
    reportClaim(claim, { name: nameOf(claim), type: 'persistentVolumeClaim', bindingModes, now }),
  );
};

/** Diagnoses the VM, or those of the project whose disks may be what they wait for. */
const diagnoseThese = async (
  reader: Reader,
  { namespace, vmName }: StorageRequest,
  { machines }: ReadStorage,
  now: number,
  options: DiagnoseOptions,
) => {
  const waiting = (machines.value ?? []).filter((vm) =>
    WAITING.has(textAt(vm, 'status', 'printableStatus') ?? ''),
  );
  const names = vmName === undefined ? waiting.slice(0, MOST_DIAGNOSED).map(nameOf) : [vmName];
  return Promise.all(
    names.map((name) => diagnose(reader, { namespace, vmName: name }, now, options)),
  );
};

const findingsOf = (causes: readonly RootCause[]): RootCause[] => {
  const storage = causes.filter(({ id }) => STORAGE.has(stageOf(id) ?? ''));
  const key = ({ id, explanation }: RootCause): string => `${id} ${explanation}`;
  return storage.filter((one, index) => storage.findIndex((it) => key(it) === key(one)) === index);
};

const refusedBy = async (
  reader: Reader,
  { namespace }: StorageRequest,
  { machines, claims }: ReadStorage,
  now: number,
  options: DiagnoseOptions,
): Promise<Answered> => {
  const asOf = formatTime(now);
  const labels = await readNamespaceLabels(reader, namespace);
  if (isOptedOut(labels, options.forModel === true)) {
    const message = say(
      'Project {{namespace}} is left out of AI assistance by its administrator.',
      {
        namespace,
      },
    );
    return unanswered('unavailable', message, asOf);
  }
  if (claims.value !== undefined || machines.value !== undefined) return { outcome: 'ok', asOf };
  return claims.missed.some(({ reason }) => reason === 'forbidden')
    ? unanswered(
        'forbidden',
        say('You may not read storage in project {{namespace}}.', { namespace }),
        asOf,
      )
    : unanswered('unavailable', say('The cluster did not answer about storage. Try again.'), asOf);
};

const withClass = <T extends { storageClass?: string }>(
  volumes: readonly T[],
  storageClass: string | undefined,
): T[] => volumes.filter((one) => storageClass === undefined || one.storageClass === storageClass);

/** The disks of a VM or a project, the storage classes, and what keeps VMs from their disks. */
export const checkStorage = async (
  reader: Reader,
  request: StorageRequest,
  now: number,
  options: DiagnoseOptions = {},
): Promise<StorageReport> => {
  const read = await readAll(reader, request);
  const { vmName, storageClass } = request;
  const diagnoses = await diagnoseThese(reader, request, read, now, options);
  const [only] = diagnoses;
  const answered =
    vmName !== undefined && only !== undefined
      ? answeredBy(only)
      : await refusedBy(reader, request, read, now, options);
  if (answered.outcome !== 'ok') {
    return { ...answered, volumes: [], storageClasses: [], findings: [], unchecked: [] };
  }
  const [machine] = read.machines.value ?? [];
  const volumes =
    vmName === undefined
      ? volumesOfProject(read, now)
      : machine === undefined
        ? []
        : volumesOfMachine(machine, read, now);
  const classes = (read.classes.value ?? []).filter(
    (one) => storageClass === undefined || nameOf(one) === storageClass,
  );
  return {
    ...answered,
    volumes: withClass(volumes, storageClass),
    storageClasses: reportClasses(classes, {
      ...(read.drivers.value === undefined ? {} : { drivers: read.drivers.value }),
      ...(read.profiles.value === undefined ? {} : { profiles: read.profiles.value }),
      ...(read.snapshotClasses.value === undefined
        ? {}
        : { snapshotClasses: read.snapshotClasses.value }),
    }),
    findings: findingsOf(diagnoses.flatMap(({ rootCauses }) => rootCauses)),
    unchecked: uncheckedOf(
      [],
      Object.values(read).flatMap(({ missed }) => missed),
    ),
  };
};

const volumeLine = (volume: VolumeReport): string => {
  const { name, ref, type, storageClass, accessModes = [], size, phase, state, message } = volume;
  const facts = [
    ref === undefined ? undefined : nameRef(ref),
    storageClass === undefined ? undefined : `class ${storageClass}`,
    accessModes.length === 0 ? undefined : accessModes.join(' '),
    size === undefined ? undefined : formatBytes(size),
    phase,
  ].filter((fact) => fact !== undefined);
  return `- [${state}] ${name} (${type}${facts.length === 0 ? '' : `, ${facts.join(', ')}`}): ${message}`;
};

/** What is wrong first. */
export const storageText = (report: StorageReport): string => {
  if (report.outcome !== 'ok') return refusalText(report);
  const { volumes, storageClasses, findings, unchecked, asOf } = report;
  const wellLast = [...volumes].sort((a, b) => Number(a.state === 'ok') - Number(b.state === 'ok'));
  return [
    `${volumes.length} volumes, ${volumes.filter(({ state }) => state !== 'ok').length} not in order; ${findings.length} storage problems found, as of ${asOf}`,
    ...findings.flatMap(causeLines),
    ...uncheckedLines(unchecked),
    ...(storageClasses.length > 0 ? ['Storage classes:'] : []),
    ...storageClasses.map(
      ({ name, provisioner, isDefault, bindingMode, expandable, snapshotClass, state, message }) =>
        `- [${state}] ${name}${isDefault ? ' (default)' : ''}: ${provisioner}, ${bindingMode}, ${expandable ? 'can grow' : 'cannot grow'}, ${snapshotClass === undefined ? 'no snapshot class' : `snapshots by ${snapshotClass}`}. ${message}`,
    ),
    ...(volumes.length > 0 ? ['Volumes:'] : []),
    ...wellLast.map(volumeLine),
  ].join('\n');
};

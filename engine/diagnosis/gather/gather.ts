import {
  conditionOf,
  createdOf,
  isOwnedBy,
  listAt,
  nameOf,
  RESOURCES,
  textAt,
  uidOf,
  type KubeObject,
  type Reader,
} from '../../kubernetes';
import { activePodOf, isEvacuating, isPreparing, isStarting, phaseOf } from '../intent';
import type { Gathered, GatheredFacts, Lookup } from '../facts';
import { topicsOf, type Topic } from '../topics';
import type { DiagnosisRequest } from '../types';
import { newestFirst, readEvents, subject } from './events';
import { known, lookUpAll, readMany, readOne, through, type Reference } from './read';
import * as references from './references';

/** The VM itself could not be read, or everything else was gathered around it. */
export type GatherOutcome =
  | { readonly vm: Gathered<{ object?: KubeObject }>; readonly facts?: undefined }
  | { readonly facts: GatheredFacts };

const value = <T>(gathered: Gathered<T>, otherwise: T): T => gathered.value ?? otherwise;

const single = (lookups: Gathered<readonly Lookup[]>): Gathered<Lookup | undefined> =>
  through(lookups, ([first]) => first);

/** A pod that no node took: only then are all nodes worth a read. */
const waitsForNode = (pod: KubeObject): boolean =>
  listAt(pod, 'status', 'conditions').some(
    (condition) =>
      textAt(condition, 'type') === 'PodScheduled' && textAt(condition, 'status') === 'False',
  );

/** Whether a disk may grow decides the way out. */
const isPausedByStorage = (vmi: KubeObject | undefined): boolean =>
  conditionOf(vmi, 'Paused')?.reason === 'PausedIOError';

/** Label of the pods and claims that CDI makes to fill claims. */
const MADE_BY_CDI = 'app=containerized-data-importer';

/**
 * Reads what a diagnosis of one VM needs, in four waves: the VM and what shares its name; what
 * they name; what those name; the events about all of it. What the VM's state makes irrelevant is
 * not read.
 */
export const gather = async (reader: Reader, request: DiagnosisRequest): Promise<GatherOutcome> => {
  const { namespace, vmName: name } = request;
  const topics = topicsOf(request);
  const asks = (...wanted: Topic[]): boolean => wanted.some((topic) => topics.has(topic));
  const inNamespace = { namespace };
  const when = <T>(condition: boolean, read: () => Promise<Gathered<T>>, otherwise: T) =>
    condition ? read() : Promise.resolve(known(otherwise));
  const lookUp = (wanted: readonly Reference[]) => lookUpAll(reader, wanted);

  // Wave 1
  const [vm, vmiRead, migrationsRead, kubevirts] = await Promise.all([
    readOne(reader, RESOURCES.virtualMachines, namespace, name),
    readOne(reader, RESOURCES.virtualMachineInstances, namespace, name),
    readMany(
      reader,
      RESOURCES.migrations,
      inNamespace,
      (migration) => textAt(migration, 'spec', 'vmiName') === name,
    ),
    readMany(reader, RESOURCES.kubevirts, {}),
  ]);
  const machine = vm.value?.object;
  if (machine === undefined) return { vm };
  const vmi = through(vmiRead, ({ object }) => object);
  const instance = vmi.value;
  const migrations = through(migrationsRead, (list) => newestFirst(list, createdOf));
  const starting = isStarting(machine, instance);
  const preparing = isPreparing(machine, instance);
  const migrating = value(migrations, []).some(
    (migration) => !['Succeeded', 'Failed'].includes(phaseOf(migration) ?? ''),
  );
  const failedUid = textAt(machine, 'status', 'startFailure', 'lastFailedVMIUID') ?? '';
  const nodeName = textAt(instance, 'status', 'nodeName') ?? '';

  // Wave 2
  const [
    pods,
    failedPods,
    claims,
    dataVolumes,
    networkAttachments,
    instancetype,
    preference,
    revisions,
    secrets,
    configMaps,
    serviceAccounts,
    quotas,
    limitRanges,
    storageClasses,
    snapshots,
    restores,
    clones,
    exports,
    dataSources,
    cdis,
    ownNode,
  ] = await Promise.all([
    when(
      instance !== undefined,
      () =>
        readMany(
          reader,
          RESOURCES.pods,
          { namespace, labelSelector: `kubevirt.io/created-by=${uidOf(instance) ?? ''}` },
          (pod) => isOwnedBy(pod, instance),
        ),
      [],
    ),
    when(
      failedUid !== '' && failedUid !== uidOf(instance),
      () =>
        readMany(reader, RESOURCES.pods, {
          namespace,
          labelSelector: `kubevirt.io/created-by=${failedUid}`,
        }),
      [],
    ),
    lookUp(references.claimReferences(machine)),
    lookUp(references.dataVolumeReferences(machine)),
    when(starting, () => lookUp(references.networkReferences(machine)), []),
    when(starting, () => lookUp(references.instancetypeReferences(machine)), []),
    when(starting, () => lookUp(references.preferenceReferences(machine)), []),
    when(starting, () => lookUp(references.revisionReferences(machine)), []),
    when(starting, () => lookUp(references.secretReferences(machine)), []),
    when(starting, () => lookUp(references.configMapReferences(machine)), []),
    when(starting, () => lookUp(references.serviceAccountReferences(machine)), []),
    when(preparing || migrating, () => readMany(reader, RESOURCES.resourceQuotas, inNamespace), []),
    when(starting, () => readMany(reader, RESOURCES.limitRanges, inNamespace), []),
    when(
      preparing || asks('snapshot') || isPausedByStorage(instance),
      () => readMany(reader, RESOURCES.storageClasses, {}),
      [],
    ),
    when(
      asks('snapshot', 'restore') || textAt(machine, 'status', 'snapshotInProgress') !== undefined,
      () =>
        readMany(
          reader,
          RESOURCES.snapshots,
          inNamespace,
          (one) => textAt(one, 'spec', 'source', 'name') === name,
        ),
      [],
    ),
    when(
      asks('restore', 'snapshot') || textAt(machine, 'status', 'restoreInProgress') !== undefined,
      () =>
        readMany(
          reader,
          RESOURCES.restores,
          inNamespace,
          (one) => textAt(one, 'spec', 'target', 'name') === name,
        ),
      [],
    ),
    when(
      asks('clone'),
      () =>
        readMany(
          reader,
          RESOURCES.clones,
          inNamespace,
          (one) => textAt(one, 'spec', 'source', 'name') === name,
        ),
      [],
    ),
    when(
      asks('export'),
      () =>
        readMany(reader, RESOURCES.exports, inNamespace, (one) =>
          references.isExportOf(one, machine),
        ),
      [],
    ),
    when(preparing, () => lookUp(references.dataSourceReferences(machine)), []),
    when(
      starting && listAt(machine, 'spec', 'dataVolumeTemplates').length > 0,
      () => readMany(reader, RESOURCES.cdis, {}),
      [],
    ),
    when<{ object?: KubeObject }>(
      nodeName !== '',
      () => readOne(reader, RESOURCES.nodes, undefined, nodeName),
      {},
    ),
  ]);
  const launchers = value(pods, []);
  const claimLookups = value(claims, []);
  const unfilled = claimLookups.filter(
    ({ object }) => object !== undefined && phaseOf(object) !== 'Bound',
  );
  const importing = value(dataVolumes, []).some(
    ({ object }) => object !== undefined && phaseOf(object) !== 'Succeeded',
  );
  const workNames = references.workClaimNames(importing ? claimLookups : []);
  const wantsNodes = launchers.some(waitsForNode) || asks('migration', 'drain') || migrating;

  // Wave 3
  const [
    persistentVolumes,
    importers,
    workClaims,
    storageProfiles,
    cloneSources,
    hotplugPods,
    allNodes,
  ] = await Promise.all([
    when(
      launchers.some(waitsForNode),
      () => lookUp(references.persistentVolumeReferences(claimLookups)),
      [],
    ),
    when(
      importing,
      () =>
        readMany(
          reader,
          RESOURCES.pods,
          { namespace, labelSelector: MADE_BY_CDI },
          (pod) => phaseOf(pod) !== 'Succeeded' && references.worksFor(pod, claimLookups),
        ),
      [],
    ),
    when(
      workNames.size > 0,
      () =>
        readMany(
          reader,
          RESOURCES.persistentVolumeClaims,
          { namespace, labelSelector: MADE_BY_CDI },
          (claim) => workNames.has(nameOf(claim)),
        ),
      [],
    ),
    when(
      preparing && importing && claimLookups.some(({ object }) => object === undefined),
      () => readMany(reader, RESOURCES.storageProfiles, {}),
      [],
    ),
    when(importing, () => lookUp(references.cloneSourceReferences(value(dataVolumes, []))), []),
    when(
      listAt(instance, 'status', 'volumeStatus').some(
        (status) => textAt(status, 'hotplugVolume', 'attachPodName') !== undefined,
      ),
      () =>
        readMany(
          reader,
          RESOURCES.pods,
          { namespace, labelSelector: 'kubevirt.io=hotplug-disk' },
          (pod) => launchers.some((launcher) => isOwnedBy(pod, launcher)),
        ),
      [],
    ),
    when(wantsNodes, () => readMany(reader, RESOURCES.nodes, {}), []),
  ]);

  // Wave 4
  const instanceSubject = instance ? subject(instance) : { kind: 'VirtualMachineInstance', name };
  const troubled = value(dataVolumes, []).filter(({ object }) => phaseOf(object) !== 'Succeeded');
  const activePod = activePodOf(instance, launchers);
  const events = await readEvents(reader, namespace, [
    subject(machine),
    instanceSubject,
    ...(activePod ? [subject(activePod)] : []),
    ...launchers.filter((pod) => pod !== activePod && phaseOf(pod) === 'Pending').map(subject),
    ...unfilled.flatMap(({ object }) => (object ? [subject(object)] : [])),
    ...troubled.flatMap(({ object, ref: { name } }) =>
      object ? [subject(object), { kind: 'PersistentVolumeClaim', name }] : [],
    ),
    ...value(workClaims, [])
      .filter((claim) => phaseOf(claim) === 'Pending')
      .map(subject),
    // What a worker that runs has to say stands in its container's status.
    ...value(importers, [])
      .filter((pod) => phaseOf(pod) === 'Pending')
      .map(subject),
    ...value(hotplugPods, []).map(subject),
    ...(asks('migration', 'drain') || migrating || isEvacuating(instance)
      ? value(migrations, []).slice(0, 2).map(subject)
      : []),
    ...[restores, clones].flatMap((list) =>
      newestFirst(value(list, []), createdOf).slice(0, 1).map(subject),
    ),
  ]);
  const nodes = wantsNodes
    ? allNodes
    : through(ownNode, ({ object }) => (object === undefined ? [] : [object]));

  return {
    facts: {
      vm: known(machine),
      vmi,
      pods: through(pods, (list) => newestFirst(list, createdOf)),
      failedPods,
      hotplugPods,
      events: events.current,
      earlierEvents: events.earlier,
      migrations,
      dataVolumes,
      claims,
      persistentVolumes,
      storageClasses,
      storageProfiles,
      importers,
      workClaims,
      dataSources,
      cloneSources,
      networkAttachments,
      instancetype: single(instancetype),
      preference: single(preference),
      revisions,
      secrets,
      configMaps,
      serviceAccounts,
      quotas,
      limitRanges,
      nodes,
      snapshots,
      restores,
      clones,
      exports,
      kubevirts,
      cdis,
    },
  };
};

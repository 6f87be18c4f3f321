import {
  conditionOf,
  isOwnedBy,
  listAt,
  nameOf,
  RESOURCES,
  textAt,
  type KubeObject,
  type Resource,
} from '../../kubernetes';
import { phaseOf } from '../intent';
import { isUsedElsewhere, onePodClaims, oneNodeClaims, waitsForVolumes } from '../attachments';
import type { Lookup } from '../facts';
import { combine, lookUpAll, lookUpTogether, readMany, through } from './read';
import * as references from './references';
import { listWhen, when, type Situation } from './situation';
import {
  foreignWorkClaimReferences,
  sourceProjectsOverQuota,
  workClaimNames,
  worksFor,
} from './work-claims';
import { unmadeWorkers } from '../worker-pods';

/** Label of the pods and claims that CDI makes to fill claims. */
const MADE_BY_CDI = { labelSelector: 'app=containerized-data-importer' };
const HOTPLUG = { labelSelector: 'kubevirt.io=hotplug-disk' };

/** What was read about the VM before: its launcher pods, its disks and what sizes it. */
export type Known = {
  readonly instancetype: Lookup | undefined;
  readonly preference: Lookup | undefined;
  readonly launchers: readonly KubeObject[];
  readonly claims: readonly Lookup[];
  readonly dataVolumes: readonly Lookup[];
};

/** A pod that no node took: only then are all nodes and the places of volumes worth a read. */
export const waitsForNode = (pod: KubeObject): boolean =>
  listAt(pod, 'status', 'conditions').some(
    (condition) =>
      textAt(condition, 'type') === 'PodScheduled' && textAt(condition, 'status') === 'False',
  );

/** True when a DataVolume exists that is not filled yet. */
const isImporting = ({ dataVolumes }: Known): boolean =>
  dataVolumes.some(({ object }) => object !== undefined && phaseOf(object) !== 'Succeeded');

/** A pod that may wait for a disk which another node, or another pod, still has. */
const waitsForDisk = ({ claims, launchers }: Known): boolean =>
  (oneNodeClaims(claims).length > 0 && launchers.some(waitsForVolumes)) ||
  (onePodClaims(claims).length > 0 && launchers.some(waitsForNode));

const exceedsVolumes = (pod: KubeObject): boolean =>
  conditionOf(pod, 'PodScheduled')?.message.includes('max volume count') === true;

const readForeignWorkClaims = async ({ reader }: Situation, claims: readonly Lookup[]) =>
  through(
    await lookUpTogether(reader, foreignWorkClaimReferences(claims)),
    (lookups): readonly KubeObject[] =>
      lookups.flatMap(({ object }) => (object === undefined ? [] : [object])),
  );

const readSourceQuotas = async ({ reader }: Situation, { claims, dataVolumes }: Known) =>
  combine(
    await Promise.all(
      sourceProjectsOverQuota(claims, dataVolumes).map((namespace) =>
        readMany(reader, RESOURCES.resourceQuotas, { namespace }),
      ),
    ),
  );

/** What stands behind the disks: volumes, CDI's workers and their claims, clone sources. */
export const readBehindDisks = async (situation: Situation, seen: Known) => {
  const { reader, preparing } = situation;
  const { claims, dataVolumes, launchers } = seen;
  const importing = isImporting(seen);
  const workNames = workClaimNames(importing ? claims : []);
  const lacksClaim = claims.some(({ object }) => object === undefined);
  const lacksPod = unmadeWorkers({ dataVolumes, claims, events: [] }).length > 0;
  const [
    persistentVolumes,
    importers,
    workClaims,
    storageProfiles,
    claimBounds,
    cloneSources,
    sourceQuotas,
  ] = await Promise.all([
    when<readonly Lookup[]>(
      situation.wantsAll || launchers.some(waitsForNode) || waitsForDisk(seen),
      () => lookUpAll(reader, references.persistentVolumeReferences(claims)),
      [],
    ),
    listWhen(
      situation,
      importing,
      RESOURCES.pods,
      (pod) => phaseOf(pod) !== 'Succeeded' && worksFor(pod, claims),
      MADE_BY_CDI,
    ),
    Promise.all([
      listWhen(
        situation,
        workNames.size > 0,
        RESOURCES.persistentVolumeClaims,
        (claim) => workNames.has(nameOf(claim)),
        MADE_BY_CDI,
      ),
      readForeignWorkClaims(situation, importing ? claims : []),
    ]).then((parts) => combine(parts)),
    listWhen(situation, preparing && importing && lacksClaim, RESOURCES.storageProfiles),
    listWhen(
      situation,
      situation.instance === undefined && preparing && importing && (lacksClaim || lacksPod),
      RESOURCES.limitRanges,
    ),
    when<readonly Lookup[]>(
      importing,
      () => lookUpTogether(reader, references.cloneSourceReferences(dataVolumes)),
      [],
    ),
    readSourceQuotas(situation, seen),
  ]);
  return {
    persistentVolumes,
    importers,
    workClaims,
    storageProfiles,
    claimBounds,
    cloneSources,
    sourceQuotas,
  };
};

/** Pods that attach hot-plugged disks or hold disks, and every node when a pod waits for one. */
export const readAround = async (situation: Situation, seen: Known) => {
  const { instance, migrating, starting, asks } = situation;
  const { launchers, claims } = seen;
  const isHotplugged = listAt(instance, 'status', 'volumeStatus').some(
    (status) => textAt(status, 'hotplugVolume', 'attachPodName') !== undefined,
  );
  const wantsDisk = starting && waitsForDisk(seen);
  const wantsNodes =
    launchers.some(waitsForNode) || asks('migration', 'drain') || migrating || wantsDisk;
  const [hotplugPods, diskUsers, csiNodes, allNodes] = await Promise.all([
    listWhen(
      situation,
      isHotplugged,
      RESOURCES.pods,
      (pod) => launchers.some((launcher) => isOwnedBy(pod, launcher)),
      HOTPLUG,
    ),
    listWhen(situation, wantsDisk, RESOURCES.pods, (pod) =>
      launchers.some((launcher) => isUsedElsewhere(pod, launcher, claims)),
    ),
    listWhen(situation, launchers.some(exceedsVolumes), RESOURCES.csiNodes),
    listWhen(situation, wantsNodes, RESOURCES.nodes),
  ]);
  return { hotplugPods, diskUsers, csiNodes, allNodes: wantsNodes ? allNodes : undefined };
};

/** What could be meant instead of a name that does not exist. */
export const readAlternatives = async (
  situation: Situation,
  { instancetype, preference, claims }: Known,
) => {
  const others = async (lookup: Lookup | undefined, ...kinds: readonly Resource[]) => {
    const isMissing = lookup !== undefined && lookup.object === undefined;
    return combine(await Promise.all(kinds.map((kind) => listWhen(situation, isMissing, kind))));
  };
  const lacksClaim = situation.starting && claims.some(({ object }) => object === undefined);
  const [instancetypes, preferences, otherClaims] = await Promise.all([
    others(instancetype, RESOURCES.clusterInstancetypes, RESOURCES.instancetypes),
    others(preference, RESOURCES.clusterPreferences, RESOURCES.preferences),
    listWhen(situation, lacksClaim, RESOURCES.persistentVolumeClaims),
  ]);
  return { instancetypes, preferences, otherClaims };
};

import { conditionOf, isOwnedBy, listAt, nameOf, textAt, type KubeObject } from '../kubernetes';
import { containersOf } from './containers';
import { proof } from './evidence';
import type { Facts, Lookup } from './facts';
import { phaseOf } from './intent';
import type { Evidence } from './types';

const ONE_NODE = new Set(['ReadWriteOnce', 'ReadWriteOncePod']);
/** What the kubelet reports of containers whose pod has no volumes or no sandbox yet. */
const NOT_BEGUN = new Set(['ContainerCreating', 'PodInitializing']);

/**
 * How storages refuse a disk that another node has, each in its own words: those of the attach
 * controller, of clouds and arrays at the attach, and of Ceph on the node.
 */
const ELSEWHERE = [
  /Multi-Attach error for volume "([^"]+)"(?:[^]*used by pod\(s\) (\S+))?/,
  /AttachVolume\.\w+ failed for volume "([^"]+)" : [^]*(?:already (?:being )?(?:attached|used|in use|owned)\b|still (?:attached|in use)|is in use\b|(?:IN_USE_BY_ANOTHER|VolumeInUse)|attached (?:to|on) (?:an? |the )?(?:different|another|other|wrong)\b)/,
  /(?:Map|Mount)Volume\.\w+ failed for volume "([^"]+)" : [^]*rbd image \S+ is still being used/,
];

/** A node that has as many volumes as it can have; these are attached to it, and not the one. */
const NODE_FULL = /ResourceExhausted|max(?:imum)? (?:number|volume)|limit/i;

/** The volume that another node has, and the pod there where that is said. */
export const heldElsewhere = (text: string): { volume: string; pod?: string } | undefined => {
  if (NODE_FULL.test(text)) return undefined;
  const match = ELSEWHERE.reduce<RegExpExecArray | null>(
    (found, pattern) => found ?? pattern.exec(text),
    null,
  );
  const [, volume = '', pod] = match ?? [];
  return match === null ? undefined : { volume, ...(pod === undefined ? {} : { pod }) };
};

export const isHeldElsewhere = (text: string): boolean => heldElsewhere(text) !== undefined;

/** A pod that a node took and whose containers did not begin: its volumes come first. */
export const waitsForVolumes = (pod: KubeObject): boolean =>
  phaseOf(pod) === 'Pending' &&
  textAt(pod, 'spec', 'nodeName') !== undefined &&
  conditionOf(pod, 'PodReadyToStartContainers')?.status !== 'True' &&
  containersOf(pod).every(({ entry }) =>
    NOT_BEGUN.has(textAt(entry, 'state', 'waiting', 'reason') ?? ''),
  );

/** Claims whose volume only one node can have at a time. */
export const oneNodeClaims = (claims: readonly Lookup[]): KubeObject[] =>
  claims.flatMap(({ object }) => {
    const modes = listAt(object, 'spec', 'accessModes');
    const isShared = modes.some((mode) => typeof mode !== 'string' || !ONE_NODE.has(mode));
    return object === undefined || modes.length === 0 || isShared ? [] : [object];
  });

/** Claims that one pod can use at a time, which the scheduler heeds already. */
export const onePodClaims = (claims: readonly Lookup[]): KubeObject[] =>
  oneNodeClaims(claims).filter((claim) =>
    listAt(claim, 'spec', 'accessModes').includes('ReadWriteOncePod'),
  );

export const uses = (pod: KubeObject, claim: KubeObject): boolean =>
  listAt(pod, 'spec', 'volumes').some(
    (volume) => textAt(volume, 'persistentVolumeClaim', 'claimName') === nameOf(claim),
  );

const isOver = (pod: KubeObject): boolean => ['Succeeded', 'Failed'].includes(phaseOf(pod) ?? '');

/** True for a pod on another node than the launcher's that uses a disk for one node. */
export const isUsedElsewhere = (
  pod: KubeObject,
  launcher: KubeObject,
  claims: readonly Lookup[],
): boolean => {
  const node = textAt(pod, 'spec', 'nodeName');
  return (
    !isOver(pod) &&
    node !== undefined &&
    node !== textAt(launcher, 'spec', 'nodeName') &&
    !isOwnedBy(pod, launcher) &&
    oneNodeClaims(claims).some((claim) => uses(pod, claim))
  );
};

/** A node that has a disk which the launcher waits for, and what tells so. */
export type Holder = {
  readonly claim: KubeObject;
  readonly node: string;
  readonly pod?: KubeObject;
  readonly evidence: Evidence;
};

/** `status.volumesAttached` of a node: `kubernetes.io/csi/<driver>^<volumeHandle>`. */
const attachedName = (volume: KubeObject | undefined): string | undefined => {
  const driver = textAt(volume, 'spec', 'csi', 'driver');
  const handle = textAt(volume, 'spec', 'csi', 'volumeHandle');
  return driver === undefined || handle === undefined
    ? undefined
    : `kubernetes.io/csi/${driver}^${handle}`;
};

const holdingNodes = (
  claim: KubeObject,
  { nodes, persistentVolumes }: Pick<Facts, 'nodes' | 'persistentVolumes'>,
): Holder[] => {
  const wanted = textAt(claim, 'spec', 'volumeName');
  const name = attachedName(persistentVolumes.find(({ ref }) => ref.name === wanted)?.object);
  if (name === undefined) return [];
  return nodes.flatMap((node) => {
    const attached = listAt(node, 'status', 'volumesAttached');
    const index = attached.findIndex((one) => textAt(one, 'name') === name);
    if (index < 0) return [];
    const evidence = proof(node, 'status', 'volumesAttached', index, 'name');
    return [{ claim, node: nameOf(node), evidence }];
  });
};

/**
 * Who has a disk that only one node can have, while the launcher waits on another one: pods first,
 * then nodes to which a volume is still attached though no pod is left.
 */
export const holdersOf = (
  launcher: KubeObject,
  facts: Pick<Facts, 'claims' | 'diskUsers' | 'nodes' | 'persistentVolumes'>,
): Holder[] => {
  if (!waitsForVolumes(launcher)) return [];
  return oneNodeClaims(facts.claims).flatMap((claim) => [
    ...facts.diskUsers
      .filter((pod) => uses(pod, claim))
      .map((pod) => ({
        claim,
        node: textAt(pod, 'spec', 'nodeName') ?? '',
        pod,
        evidence: proof(pod, 'spec', 'nodeName'),
      })),
    ...holdingNodes(claim, facts).filter(
      ({ node }) => node !== textAt(launcher, 'spec', 'nodeName'),
    ),
  ]);
};

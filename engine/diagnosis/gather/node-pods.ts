import {
  isOptedOut,
  labelsOf,
  nameOf,
  namespaceOf,
  RESOURCES,
  type KubeObject,
  type Reader,
} from '../../kubernetes';
import { say } from '../../messages';
import type { Gathered, Lookup } from '../facts';
import { activePodOf } from '../intent';
import { projectUsage } from '../pod-requests';
import { refusalOf } from '../scheduling';
import { combine, known, readMany, through } from './read';
import type { Situation } from './situation';

const SHORT = /^Insufficient |^Too many pods/;

/** The nodes that would take the pod if only they had room: their pods are worth counting. */
const roomless = (
  pod: KubeObject,
  nodes: readonly KubeObject[],
  persistentVolumes: readonly Lookup[],
): string[] => {
  const refused = refusalOf(pod, { nodes, persistentVolumes });
  if (refused?.groups.some(({ reason }) => SHORT.test(reason)) !== true) return [];
  if (refused.placement?.blames.has('open') !== true) return [];
  return refused.placement.nearest
    .filter(({ shortfalls }) => shortfalls.length === 0)
    .map(({ node }) => nameOf(node));
};

/** A pod of a project that is left out counts, and has no name. */
const nameless = (pod: KubeObject): KubeObject => ({ ...pod, metadata: {} });

/** Whether pods of a project may be told of. */
const readOpenness = async (
  { namespace: own, forModel }: Situation,
  reader: Reader,
): Promise<(pod: KubeObject) => boolean> => {
  const { value: leftOut } = await readMany(reader, RESOURCES.namespaces, {}, (one) =>
    isOptedOut(labelsOf(one), forModel),
  );
  const names = new Set(leftOut?.map(nameOf));
  return (pod) => {
    const namespace = namespaceOf(pod) ?? '';
    return namespace === own || (leftOut === undefined ? !forModel : !names.has(namespace));
  };
};

/**
 * What other pods ask for on the nodes that may have no room: one read a node, and one of the
 * projects they are in. None when that takes more than `left` reads: the scheduler's own counts
 * stand then.
 */
export const readNodePods = async (
  situation: Situation,
  reader: Reader,
  launchers: readonly KubeObject[],
  nodes: readonly KubeObject[],
  volumes: readonly Lookup[],
  left: number,
): Promise<Gathered<readonly KubeObject[]>> => {
  const pod = situation.starting ? activePodOf(situation.instance, launchers) : undefined;
  const names = pod === undefined ? [] : roomless(pod, nodes, volumes);
  if (names.length === 0) return known([]);
  if (names.length >= left) {
    const because = say(
      'The pods of {{count}} nodes were not counted: that takes more reads than one diagnosis may make.',
      { count: names.length },
    );
    return { missed: [{ resource: RESOURCES.pods, reason: 'deadline', message: '', because }] };
  }
  const [isOpen, ...lists] = await Promise.all([
    readOpenness(situation, reader),
    ...names.map((name) =>
      readMany(
        reader,
        RESOURCES.pods,
        { fieldSelector: `spec.nodeName=${name}` },
        () => true,
        projectUsage,
      ),
    ),
  ]);
  return through(combine(lists), (pods) => pods.map((one) => (isOpen(one) ? one : nameless(one))));
};

import { nameOf, RESOURCES, type KubeObject, type Reader } from '../../kubernetes';
import { say } from '../../messages';
import type { Gathered, Lookup } from '../facts';
import { activePodOf } from '../intent';
import { projectUsage } from '../pod-requests';
import { refusalOf } from '../scheduling';
import { combine, known, readMany } from './read';
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

/**
 * What other pods ask for on the nodes that may have no room, one read a node; none when that takes
 * more than `left` reads. The scheduler's own counts stand then.
 */
export const readNodePods = async (
  { instance, starting }: Situation,
  reader: Reader,
  launchers: readonly KubeObject[],
  nodes: readonly KubeObject[],
  volumes: readonly Lookup[],
  left: number,
): Promise<Gathered<readonly KubeObject[]>> => {
  const pod = starting ? activePodOf(instance, launchers) : undefined;
  const names = pod === undefined ? [] : roomless(pod, nodes, volumes);
  if (names.length > left) {
    const because = say(
      'The pods of {{count}} nodes were not counted: that takes more reads than one diagnosis may make.',
      { count: names.length },
    );
    return { missed: [{ resource: RESOURCES.pods, reason: 'deadline', message: '', because }] };
  }
  const lists = await Promise.all(
    names.map((name) =>
      readMany(
        reader,
        RESOURCES.pods,
        { fieldSelector: `spec.nodeName=${name}` },
        () => true,
        projectUsage,
      ),
    ),
  );
  return names.length === 0 ? known([]) : combine(lists);
};

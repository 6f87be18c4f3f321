import {
  byCodeUnit,
  labelsOf,
  nameOf,
  RESOURCES,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { createShelf, feedOf, type ResourceName } from '@cnv-ai/engine/search';

/**
 * Kinds that every search looks at: held from the start. Others are held from the first question on
 * that needs them. The sidecar's own identity needs `list` and `watch` on all of them at the
 * cluster scope.
 */
export const ALWAYS_HELD: readonly ResourceName[] = [
  'virtualMachines',
  'virtualMachineInstances',
  'namespaces',
  'nodes',
  'clusterInstancetypes',
  'instancetypes',
];

const nameAndLabels = (object: KubeObject): KubeObject => ({
  metadata: { name: nameOf(object), labels: labelsOf(object) },
});

/** Namespaces tell of no machine: of each its name and its labels are held. */
export const namespaceShelf = () => {
  const shelf = createShelf<KubeObject>();
  return {
    feed: feedOf({ resource: RESOURCES.namespaces, shelf, keep: nameAndLabels }),
    list: (): KubeObject[] =>
      [...shelf.of('').values()].sort((a, b) => byCodeUnit(nameOf(a), nameOf(b))),
  };
};

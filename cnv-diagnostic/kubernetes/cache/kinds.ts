import {
  labelsOf,
  nameOf,
  namespaceOf,
  RESOURCES,
  type KubeObject,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import { slimInstance, slimMachine } from '@cnv-ai/engine/search';

/** A kind held in memory, and what is kept of each object: what a search asks for, nothing else. */
export type CachedKind = {
  readonly resource: Resource;
  readonly project: (object: KubeObject) => KubeObject;
};

const nameAndLabels = (object: KubeObject): KubeObject => ({
  metadata: { name: nameOf(object), labels: labelsOf(object) },
});

/** The sidecar's own identity needs `list` and `watch` on these at the cluster scope. */
export const CACHED_KINDS: readonly CachedKind[] = [
  { resource: RESOURCES.virtualMachines, project: slimMachine },
  { resource: RESOURCES.virtualMachineInstances, project: slimInstance },
  { resource: RESOURCES.namespaces, project: nameAndLabels },
];

/** True of the projection the objects were stored with: they are what it answers. */
const areMadeBy = <T>(
  objects: readonly unknown[],
  made: CachedKind['project'],
  project: (object: KubeObject) => T | undefined,
): objects is readonly T[] => objects.length === 0 || made === project;

/**
 * Stored objects as a reader wants them. Asked for as they were stored, they are answered
 * themselves, the same at every call: a search may know them again.
 */
export const projected = <T>(
  { project: made }: CachedKind,
  objects: readonly KubeObject[],
  project: (object: KubeObject) => T | undefined,
): T[] =>
  areMadeBy(objects, made, project)
    ? [...objects]
    : objects.map(project).filter((value) => value !== undefined);

export const kindKey = ({ group, plural }: Resource): string => `${group}/${plural}`;

/** The API server lists in the order of these keys. */
export const objectKey = (object: KubeObject): string =>
  `${namespaceOf(object) ?? ''}/${nameOf(object)}`;

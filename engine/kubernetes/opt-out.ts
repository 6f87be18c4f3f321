import { labelsOf, type KubeObject } from './objects';
import type { Fact, Reader } from './reader';
import { RESOURCES } from './resources';

/** A namespace with this label, whatever its value, is left out everywhere. */
export const OPT_OUT_LABEL = 'cnv-ai.kubevirt.io/disabled';

export type Labels = Readonly<Record<string, string>>;

/** The labels of a namespace as it was read; none when there is no such namespace. */
export const labelsIn = (namespace: Fact<KubeObject>): Labels | undefined => {
  if (namespace.state === 'unread') return undefined;
  return namespace.state === 'ok' ? labelsOf(namespace.value) : {};
};

/**
 * The labels of a namespace, or of the OpenShift project that stands for it where only that may be
 * read; `undefined` when neither could be read. No labels when there is no such namespace.
 */
export const readNamespaceLabels = async (
  reader: Reader,
  name: string,
): Promise<Labels | undefined> => {
  const labels = labelsIn(await reader.get(RESOURCES.namespaces, undefined, name));
  if (labels !== undefined) return labels;
  const project = await reader.get(RESOURCES.projects, undefined, name);
  return project.state === 'ok' ? labelsOf(project.value) : undefined;
};

/** Whether a namespace is left out. For a model, a label that cannot be read counts as set. */
export const isOptedOut = (labels: Labels | undefined, forModel: boolean): boolean =>
  labels === undefined ? forModel : Object.hasOwn(labels, OPT_OUT_LABEL);

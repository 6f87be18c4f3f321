import {
  labelsOf,
  nameOf,
  readNamespaceLabels,
  RESOURCES,
  type KubeObject,
  type Labels,
  type Reader,
} from '../../kubernetes';
import { inBatches } from './lists';

export type Named = { name: string; labels: Labels };

const named = (object: KubeObject): Named => ({ name: nameOf(object), labels: labelsOf(object) });

/**
 * The namespaces the caller may list: on OpenShift the projects, which the API cuts to the caller,
 * when the namespaces themselves are forbidden. `undefined` when neither can be listed.
 */
export const listNamespaces = async (reader: Reader): Promise<Named[] | undefined> => {
  for (const resource of [RESOURCES.namespaces, RESOURCES.projects]) {
    const fact = await reader.list(resource, {}, named);
    if (fact.state === 'ok') return fact.value;
  }
  return undefined;
};

/** Labels of namespaces that no list gave. */
export const readMissingLabels = async (
  reader: Reader,
  names: readonly string[],
): Promise<Map<string, Labels>> => {
  const found = await inBatches(names, (name) => readNamespaceLabels(reader, name));
  const known = new Map<string, Labels>();
  found.forEach((labels, index) => {
    const name = names[index];
    if (labels !== undefined && name !== undefined) known.set(name, labels);
  });
  return known;
};

import { labelsOf, nameOf, RESOURCES, type KubeObject, type Reader } from '../../kubernetes';
import { inBatches } from './lists';

/** Namespaces with this label are left out everywhere, whatever its value. */
export const OPT_OUT_LABEL = 'cnv-ai.kubevirt.io/disabled';

export type Labels = Readonly<Record<string, string>>;
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

/** The labels of one namespace; `undefined` when the caller may not read them. */
const readLabels = async (reader: Reader, name: string): Promise<Labels | undefined> => {
  for (const resource of [RESOURCES.namespaces, RESOURCES.projects]) {
    const fact = await reader.get(resource, undefined, name);
    if (fact.state === 'ok') return labelsOf(fact.value);
  }
  return undefined;
};

/** Labels of namespaces that no list gave. */
export const readMissingLabels = async (
  reader: Reader,
  names: readonly string[],
): Promise<Map<string, Labels>> => {
  const found = await inBatches(names, (name) => readLabels(reader, name));
  const known = new Map<string, Labels>();
  found.forEach((labels, index) => {
    const name = names[index];
    if (labels !== undefined && name !== undefined) known.set(name, labels);
  });
  return known;
};

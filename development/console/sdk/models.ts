import { flagAt, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetchJSON } from './console-fetch';

/** What names a kind: its parts, or the console's `group~version~kind`. */
export type KindReference = string | K8sGroupVersionKind;

type WithGroup = { group?: string; version: string; kind: string };

/** The parts of a reference; the core group is left out. */
export const groupVersionKindOf = (reference: KindReference): WithGroup => {
  if (typeof reference !== 'string') return reference;
  const [group = '', version = '', kind = ''] = reference.split('~');
  return { ...(group !== 'core' && group !== '' && { group }), version, kind };
};

/** The key the console uses for a kind, with `core` for the core group. */
export const referenceOf = (reference: KindReference): string => {
  const { group, version, kind } = groupVersionKindOf(reference);
  return [group === undefined || group === '' ? 'core' : group, version, kind].join('~');
};

export const getGroupVersionKindForModel = (model: K8sModel): K8sGroupVersionKind => ({
  ...(model.apiGroup && { group: model.apiGroup }),
  version: model.apiVersion,
  kind: model.kind,
});

export const getAPIVersionForModel = (model: K8sModel): string =>
  model.apiGroup ? `${model.apiGroup}/${model.apiVersion}` : model.apiVersion;

export const getGroupVersionKindForResource = (resource: {
  apiVersion?: string;
  kind?: string;
}): K8sGroupVersionKind | undefined => {
  const { apiVersion, kind } = resource;
  if (!apiVersion || !kind) return undefined;
  const [first = '', second, ...rest] = apiVersion.split('/');
  if (rest.length > 0)
    throw new Error(`"${apiVersion}" is not an apiVersion: expected group/version.`);
  return second === undefined ? { version: first, kind } : { group: first, version: second, kind };
};

const abbreviation = (kind: string): string =>
  (kind.match(/[A-Z]/g) ?? [kind.charAt(0).toUpperCase()]).join('').slice(0, 4);

const modelOf = (groupVersion: string, entry: unknown): K8sModel[] => {
  const [first = '', second] = groupVersion.split('/');
  const kind = textAt(entry, 'kind');
  const plural = textAt(entry, 'name');
  if (kind === undefined || plural === undefined || plural.includes('/')) return [];
  return [
    {
      abbr: abbreviation(kind),
      kind,
      label: kind,
      labelPlural: `${kind}s`,
      plural,
      apiVersion: second ?? first,
      ...(second !== undefined && { apiGroup: first, crd: first.includes('.') }),
      namespaced: flagAt(entry, 'namespaced') ?? false,
    },
  ];
};

const resourcesOf = async (path: string): Promise<K8sModel[]> => {
  try {
    const list = await consoleFetchJSON(`/api/kubernetes${path}`);
    const groupVersion = textAt(list, 'groupVersion') ?? '';
    return listAt(list, 'resources').flatMap((entry) => modelOf(groupVersion, entry));
  } catch {
    // A group whose server is down is left out; the others stand.
    return [];
  }
};

/** Every kind the API server serves, in its preferred version, by `group~version~kind`. */
export const discoverModels = async (): Promise<Record<string, K8sModel>> => {
  const groups = await consoleFetchJSON('/api/kubernetes/apis');
  const paths = listAt(groups, 'groups').flatMap((group) => {
    const groupVersion = textAt(group, 'preferredVersion', 'groupVersion');
    return groupVersion === undefined ? [] : [`/apis/${groupVersion}`];
  });
  const models = await Promise.all(['/api/v1', ...paths].map(resourcesOf));
  return Object.fromEntries(
    models.flat().map((model) => [referenceOf(getGroupVersionKindForModel(model)), model]),
  );
};

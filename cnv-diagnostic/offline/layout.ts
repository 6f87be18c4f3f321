import { RESOURCES, type Resource } from '@cnv-ai/engine/kubernetes';

/** What the path of a file of `oc adm must-gather` or `oc adm inspect` says it holds. */
export type Place =
  /** All objects of a kind, of one namespace where the kind has namespaces. */
  | { readonly holds: 'list'; readonly resource: Resource; readonly namespace?: string }
  /** One object of a kind this product reads, or a file outside the layout that may hold some. */
  | { readonly holds: 'objects' }
  /** A kind this product does not read. */
  | { readonly holds: 'nothing' };

const READABLE = /\.(?:ya?ml|json)(?:\.gz)?$/;
const NAMESPACED = /(?:^|\/)namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/;
const NAMESPACED_ONE = /(?:^|\/)namespaces\/[^/]+\/([^/]+)\/([^/]+)\/[^/]+$/;
const CLUSTER = /(?:^|\/)cluster-scoped-resources\/([^/]+)\/([^/]+)$/;
const CLUSTER_ONE = /(?:^|\/)cluster-scoped-resources\/([^/]+)\/([^/]+)\/[^/]+$/;

const resourceAt = (group: string, plural: string): Resource | undefined =>
  Object.values(RESOURCES).find(
    (one) => one.group === (group === 'core' ? '' : group) && one.plural === plural,
  );

const stemOf = (file: string): string => file.replace(READABLE, '');

const single = (group: string, plural: string): Place => ({
  holds: resourceAt(group, plural) === undefined ? 'nothing' : 'objects',
});

/** `undefined` for a file that holds no objects at all. */
export const placeOf = (path: string): Place | undefined => {
  if (!READABLE.test(path)) return undefined;
  const [, namespace = '', group = '', file = ''] = NAMESPACED.exec(path) ?? [];
  if (file !== '') {
    // A namespace of the same name beside its folders is the namespace's own object.
    const resource = resourceAt(group, stemOf(file));
    return resource?.namespaced === true
      ? { holds: 'list', resource, namespace }
      : { holds: 'nothing' };
  }
  const [, ownGroup = '', ownPlural = ''] = NAMESPACED_ONE.exec(path) ?? [];
  if (ownGroup === 'pods') return { holds: 'objects' };
  if (ownPlural !== '') return single(ownGroup, ownPlural);
  const [, clusterGroup = '', clusterFile = ''] = CLUSTER.exec(path) ?? [];
  if (clusterFile !== '') {
    const resource = resourceAt(clusterGroup, stemOf(clusterFile));
    return resource === undefined ? { holds: 'nothing' } : { holds: 'list', resource };
  }
  const [, oneGroup = '', onePlural = ''] = CLUSTER_ONE.exec(path) ?? [];
  if (onePlural !== '') return single(oneGroup, onePlural);
  return { holds: 'objects' };
};

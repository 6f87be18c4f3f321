import {
  at,
  isRecord,
  listAt,
  nameOf,
  recordAt,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import type { Identity } from './identity';
import type { RequestInfo } from './request';
import { servedPlural } from './resources';
import { ApiError, forbidden } from './status';
import type { Store } from './store';

/** What somebody wants to do, as an access review words it. */
export type Access =
  | {
      readonly verb: string;
      readonly group: string;
      readonly plural: string;
      readonly subresource: string;
      readonly namespace?: string;
      readonly name: string;
    }
  | { readonly verb: string; readonly path: string };

/** A rule that reaches an identity, and the sentence that says through what. */
export type EffectiveRule = { readonly rule: KubeObject; readonly reason: string };

const BINDINGS = servedPlural('rolebindings');
const CLUSTER_BINDINGS = servedPlural('clusterrolebindings');
const ROLES = servedPlural('roles');
const CLUSTER_ROLES = servedPlural('clusterroles');

const includes = (rule: KubeObject, field: string, ...wanted: readonly string[]): boolean =>
  listAt(rule, field).some((entry) => typeof entry === 'string' && wanted.includes(entry));

const resourceFits = (rule: KubeObject, plural: string, subresource: string): boolean =>
  subresource === ''
    ? includes(rule, 'resources', '*', plural)
    : includes(rule, 'resources', '*', `${plural}/${subresource}`, `*/${subresource}`);

const pathFits = (rule: KubeObject, path: string): boolean =>
  listAt(rule, 'nonResourceURLs').some(
    (entry) =>
      typeof entry === 'string' &&
      (entry === '*' ||
        entry === path ||
        (entry.endsWith('*') && path.startsWith(entry.slice(0, -1)))),
  );

const ruleAllows = (rule: KubeObject, access: Access): boolean => {
  if (!includes(rule, 'verbs', '*', access.verb)) return false;
  if ('path' in access) return pathFits(rule, access.path);
  const named = listAt(rule, 'resourceNames');
  return (
    includes(rule, 'apiGroups', '*', access.group) &&
    resourceFits(rule, access.plural, access.subresource) &&
    (named.length === 0 || named.includes(access.name))
  );
};

const subjectFits = (subject: unknown, identity: Identity): boolean => {
  const name = textAt(subject, 'name') ?? '';
  switch (textAt(subject, 'kind')) {
    case 'User':
      return name === identity.username;
    case 'Group':
      return identity.groups.includes(name);
    case 'ServiceAccount':
      return (
        `system:serviceaccount:${textAt(subject, 'namespace') ?? ''}:${name}` === identity.username
      );
    default:
      return false;
  }
};

const subjectText = (subject: unknown): string => {
  const namespace = textAt(subject, 'namespace');
  const name = textAt(subject, 'name') ?? '';
  const full = namespace === undefined ? name : `${name}/${namespace}`;
  return `${textAt(subject, 'kind') ?? ''} "${full}"`;
};

const bindingRules = (
  store: Store,
  binding: KubeObject,
  identity: Identity,
  namespace?: string,
): EffectiveRule[] => {
  const subject = listAt(binding, 'subjects').find((entry) => subjectFits(entry, identity));
  if (subject === undefined) return [];
  const kind = textAt(binding, 'roleRef', 'kind') ?? '';
  const name = textAt(binding, 'roleRef', 'name') ?? '';
  const role =
    kind === 'Role' ? store.get(ROLES, namespace, name) : store.get(CLUSTER_ROLES, undefined, name);
  const own =
    namespace === undefined
      ? `ClusterRoleBinding "${nameOf(binding)}"`
      : `RoleBinding "${nameOf(binding)}/${namespace}"`;
  const reason = `RBAC: allowed by ${own} of ${kind} "${name}" to ${subjectText(subject)}`;
  return listAt(role, 'rules')
    .filter(isRecord)
    .map((rule) => ({ rule, reason }));
};

/** Every rule that reaches an identity in a namespace, or at the cluster scope without one. */
export const rulesFor = (store: Store, identity: Identity, namespace?: string): EffectiveRule[] => [
  ...store.list(CLUSTER_BINDINGS).flatMap((binding) => bindingRules(store, binding, identity)),
  ...(namespace === undefined || namespace === ''
    ? []
    : store
        .list(BINDINGS, namespace)
        .flatMap((binding) => bindingRules(store, binding, identity, namespace))),
];

/** The sentence that says why access is granted, or `undefined`. */
export const grantOf = (store: Store, identity: Identity, access: Access): string | undefined => {
  if (identity.groups.includes('system:masters')) return '';
  const namespace = 'path' in access ? undefined : access.namespace;
  return rulesFor(store, identity, namespace).find(({ rule }) => ruleAllows(rule, access))?.reason;
};

export const accessOf = (info: RequestInfo): Access =>
  info.isResource
    ? {
        verb: info.verb,
        group: info.group,
        plural: info.plural,
        subresource: info.subresource,
        namespace: info.namespace,
        name: info.name,
      }
    : { verb: info.verb, path: info.path };

const denial = (identity: Identity, access: Access): ApiError => {
  if ('path' in access) {
    const why = `User "${identity.username}" cannot ${access.verb} path "${access.path}"`;
    return new ApiError(403, 'Forbidden', `forbidden: ${why}`, {});
  }
  const { verb, group, plural, subresource, namespace, name } = access;
  const resource = subresource === '' ? plural : `${plural}/${subresource}`;
  const scope =
    namespace === undefined || namespace === ''
      ? 'at the cluster scope'
      : `in the namespace "${namespace}"`;
  const why = `User "${identity.username}" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`;
  return forbidden({ group, plural }, name, why);
};

/** Throws the API server's 403 unless a role grants the access. */
export const authorize = (store: Store, identity: Identity, access: Access): void => {
  if (grantOf(store, identity, access) === undefined) throw denial(identity, access);
};

/** A rule as SelfSubjectRulesReview lists it. */
export const reviewRule = (rule: KubeObject): KubeObject =>
  Object.fromEntries(
    ['verbs', 'apiGroups', 'resources', 'resourceNames', 'nonResourceURLs']
      .map((field) => [field, at(rule, field)] as const)
      .filter(([, value]) => value !== undefined),
  );

export const isPathRule = (rule: KubeObject): boolean =>
  Object.keys(recordAt(rule)).includes('nonResourceURLs');

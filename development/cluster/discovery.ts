import { apiVersionOf, byCodeUnit, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { answer, type Answer } from './context';
import { acceptedOf } from './negotiation';
import { openApi } from './openapi';
import { SERVED, type ServedResource } from './resources';
import type { ApiRequest } from './request';

/** One line of discovery: a kind, or a subresource of one. */
type Entry = {
  readonly name: string;
  readonly kind: string;
  readonly singularName: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly group?: string;
  readonly version?: string;
};

const ALL_VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

const subresource = (
  parent: ServedResource,
  name: string,
  kind: string,
  verbs: string[],
): Entry => ({
  name: `${parent.plural}/${name}`,
  kind,
  singularName: '',
  namespaced: parent.namespaced,
  verbs,
});

const entriesOf = (resource: ServedResource): Entry[] => [
  {
    name: resource.plural,
    kind: resource.kind,
    singularName: resource.singular,
    namespaced: resource.namespaced,
    verbs: resource.plural === 'projects' ? ['get', 'list', 'watch'] : ALL_VERBS,
    ...(resource.shortNames.length === 0 ? {} : { shortNames: resource.shortNames }),
    ...(resource.categories.length === 0 ? {} : { categories: resource.categories }),
  },
  ...(resource.hasStatus
    ? [subresource(resource, 'status', resource.kind, ['get', 'patch', 'update'])]
    : []),
  ...(resource.plural === 'pods' ? [subresource(resource, 'log', 'Pod', ['get'])] : []),
];

const create = (name: string, kind: string, namespaced = false): Entry => ({
  name,
  kind,
  singularName: kind.toLowerCase(),
  namespaced,
  verbs: ['create'],
});

const operation = (name: string, kind: string): Entry => ({
  name,
  kind,
  singularName: '',
  namespaced: true,
  verbs: ['update'],
});

/** Groups that answer requests but store nothing. */
const VIRTUAL: Readonly<Record<string, readonly Entry[]>> = {
  'authentication.k8s.io/v1': [
    create('tokenreviews', 'TokenReview'),
    create('selfsubjectreviews', 'SelfSubjectReview'),
  ],
  'authorization.k8s.io/v1': [
    create('localsubjectaccessreviews', 'LocalSubjectAccessReview', true),
    create('selfsubjectaccessreviews', 'SelfSubjectAccessReview'),
    create('selfsubjectrulesreviews', 'SelfSubjectRulesReview'),
    create('subjectaccessreviews', 'SubjectAccessReview'),
  ],
  'subresources.kubevirt.io/v1': [
    operation('virtualmachines/start', 'VirtualMachine'),
    operation('virtualmachines/stop', 'VirtualMachine'),
    operation('virtualmachines/restart', 'VirtualMachine'),
    operation('virtualmachines/migrate', 'VirtualMachine'),
    operation('virtualmachineinstances/pause', 'VirtualMachineInstance'),
    operation('virtualmachineinstances/unpause', 'VirtualMachineInstance'),
  ],
};

const groupVersions = (): Map<string, readonly Entry[]> => {
  const found = new Map<string, readonly Entry[]>(Object.entries(VIRTUAL));
  for (const resource of SERVED) {
    const key = apiVersionOf(resource);
    found.set(key, [...(found.get(key) ?? []), ...entriesOf(resource)]);
  }
  return found;
};

const BY_VERSION = groupVersions();

const GROUPS = [...BY_VERSION.keys()]
  .filter((key) => key.includes('/'))
  .sort(byCodeUnit)
  .map((groupVersion) => {
    const [name = '', version = ''] = groupVersion.split('/');
    return { name, version, groupVersion };
  });

const groupOf = ({ name, version, groupVersion }: (typeof GROUPS)[number]): KubeObject => ({
  name,
  versions: [{ groupVersion, version }],
  preferredVersion: { groupVersion, version },
});

const resourceList = (groupVersion: string): KubeObject | undefined => {
  const resources = BY_VERSION.get(groupVersion);
  return resources && { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
};

const kindOf = (groupVersion: string, kind: string): KubeObject => {
  const [group = '', version] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  return { group, version, kind };
};

const aggregatedVersion = (groupVersion: string, version: string): KubeObject => {
  const entries = BY_VERSION.get(groupVersion) ?? [];
  const own = entries.filter(({ name }) => !name.includes('/'));
  const parents = [...new Set(entries.map(({ name }) => name.split('/')[0] ?? ''))];
  return {
    version,
    freshness: 'Current',
    resources: parents.map((plural) => {
      const entry = own.find(({ name }) => name === plural);
      const below = entries.filter(({ name }) => name.startsWith(`${plural}/`));
      return {
        resource: plural,
        ...(entry === undefined
          ? { scope: 'Namespaced' }
          : {
              responseKind: kindOf(groupVersion, entry.kind),
              scope: entry.namespaced ? 'Namespaced' : 'Cluster',
              singularResource: entry.singularName,
              verbs: entry.verbs,
              shortNames: entry.shortNames,
              categories: entry.categories,
            }),
        ...(below.length === 0
          ? {}
          : {
              subresources: below.map(({ name, kind, verbs }) => ({
                subresource: name.slice(plural.length + 1),
                responseKind: kindOf(groupVersion, kind),
                verbs,
              })),
            }),
      };
    }),
  };
};

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

const aggregated = (path: string): Answer => ({
  code: 200,
  contentType: AGGREGATED,
  body: {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items:
      path === '/api'
        ? [{ metadata: { name: '' }, versions: [aggregatedVersion('v1', 'v1')] }]
        : GROUPS.map(({ name, version, groupVersion }) => ({
            metadata: { name },
            versions: [aggregatedVersion(groupVersion, version)],
          })),
  },
});

const wantsAggregated = (request: ApiRequest): boolean =>
  acceptedOf(request.headers.accept).some(
    ({ params }) => params.as === 'APIGroupDiscoveryList' && params.v === 'v2',
  );

const VERSION = {
  major: '1',
  minor: '33',
  gitVersion: 'v1.33.5',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2025-09-09T14:28:55Z',
  goVersion: 'go1.24.6',
  compiler: 'gc',
  platform: 'linux/amd64',
};

const plain = (path: string): KubeObject | undefined => {
  if (path === '/version') return VERSION;
  if (path === '/api')
    return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  if (path === '/apis')
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: GROUPS.map(groupOf) };
  const [root, group = '', version] = path.split('/').filter(Boolean);
  if (root === 'api') return resourceList(group);
  if (root !== 'apis') return undefined;
  if (version !== undefined) return resourceList(`${group}/${version}`);
  const found = GROUPS.find(({ name }) => name === group);
  return found && { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(found) };
};

/** The answer to a path that names no object: health, version and discovery. */
export const discover = (request: ApiRequest): Answer => {
  const path = request.info.path.replace(/(.)\/$/, '$1');
  if (/^\/(healthz|livez|readyz)(\/|$)/.test(path)) return answer('ok');
  if ((path === '/api' || path === '/apis') && wantsAggregated(request)) return aggregated(path);
  const body = openApi(path) ?? plain(path);
  return body === undefined ? answer('404 page not found\n', 404) : answer(body);
};

export const isServedVersion = (group: string, version: string): boolean =>
  BY_VERSION.has(group === '' ? version : `${group}/${version}`);

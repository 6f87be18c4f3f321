import type { IncomingHttpHeaders } from 'node:http';

/** What a request is about, as the API server's own RequestInfo sees it. */
export type RequestInfo = {
  readonly path: string;
  readonly verb: string;
  readonly isResource: boolean;
  readonly group: string;
  readonly version: string;
  readonly namespace?: string;
  readonly plural: string;
  readonly name: string;
  readonly subresource: string;
};

/** One HTTP request with its body read. */
export type ApiRequest = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly info: RequestInfo;
};

const METHOD_VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

export const wantsWatch = (query: URLSearchParams): boolean =>
  ['1', 'true'].includes(query.get('watch') ?? '');

const verbOf = (method: string, name: string, query: URLSearchParams): string => {
  if (method === 'DELETE') return name === '' ? 'deletecollection' : 'delete';
  if (method !== 'GET' && method !== 'HEAD') return METHOD_VERBS[method] ?? method.toLowerCase();
  if (name !== '') return 'get';
  return wantsWatch(query) ? 'watch' : 'list';
};

/** A list by one name is authorized as that name, so that `resourceNames` rules fit. */
const selectedName = (verb: string, query: URLSearchParams): string =>
  ['list', 'watch', 'deletecollection'].includes(verb)
    ? (/(?:^|,)metadata\.name==?([^,]+)/.exec(query.get('fieldSelector') ?? '')?.[1] ?? '')
    : '';

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

type Target = Pick<RequestInfo, 'namespace' | 'plural' | 'name' | 'subresource'>;

/** Segments after the version. `namespaces/x` is the namespace itself, authorized within it. */
const targetOf = (group: string, [first = '', second, ...rest]: readonly string[]): Target => {
  const isNamespace = rest.length === 0 || ['status', 'finalize'].includes(rest[0] ?? '');
  if (first === 'namespaces' && second !== undefined && !(isNamespace && group === '')) {
    const [plural = '', name = '', ...sub] = rest;
    return { namespace: second, plural, name, subresource: sub.join('/') };
  }
  const own = first === 'namespaces' || (first === 'projects' && group === 'project.openshift.io');
  return {
    ...(own && second !== undefined ? { namespace: second } : {}),
    plural: first,
    name: second ?? '',
    subresource: rest.join('/'),
  };
};

export const requestInfo = (method: string, path: string, query: URLSearchParams): RequestInfo => {
  const [root, ...segments] = path.split('/').filter(Boolean).map(decoded);
  const core = root === 'api';
  const [group = '', version = '', ...rest] = core ? ['', ...segments] : segments;
  if (!(core || root === 'apis') || rest.length === 0) {
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    return { path, verb, isResource: false, group, version, plural: '', name: '', subresource: '' };
  }
  const target = targetOf(group, rest);
  const verb = verbOf(method, target.name, query);
  const name = target.name === '' ? selectedName(verb, query) : target.name;
  return { path, verb, isResource: true, group, version, ...target, name };
};

import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import {
  absent,
  apiVersionOf,
  isRecord,
  listAt,
  ok,
  pathOf,
  textAt,
  unread,
  type Fact,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import { cut } from '@cnv-ai/engine/redaction';
import { httpFailure } from './http-failure';

export type BrowserReaderOptions = {
  /** Reads that are not answered when it aborts become `deadline`. */
  readonly signal: AbortSignal;
  /** The API server's root as the console proxies it. */
  readonly root?: string;
};

const HERE = '/api/kubernetes';

/** The API server of an ACM cluster, as the console of the hub proxies it with the user's session. */
export const rootOf = (cluster: string | undefined): string =>
  cluster === undefined
    ? HERE
    : `/api/proxy/plugin/mce/console/multicloud/managedclusterproxy/${encodeURIComponent(cluster)}`;

const PAGE = 250;
const LONGEST_MESSAGE = 200;

const acceptOf = (resource: Resource, list: boolean): string =>
  resource.metadataOnly
    ? `application/json;as=PartialObjectMetadata${list ? 'List' : ''};g=meta.k8s.io;v=v1`
    : 'application/json';

/** Items of a list come without apiVersion and kind, metadata under another kind. */
const identified = (object: KubeObject, resource: Resource): KubeObject => ({
  ...object,
  apiVersion: apiVersionOf(resource),
  kind: resource.kind,
});

/**
 * What a failed read means. A 404 that names the object says that it does not exist; one that names
 * nothing (or is plain text) says that the API server does not serve the kind.
 */
const factOf = (error: unknown, signal: AbortSignal): Fact<never> => {
  const { code, body, message } = httpFailure(error);
  const told = cut(message, LONGEST_MESSAGE);
  if (code === undefined && signal.aborted) {
    return unread('deadline', 'The API server did not answer in time.');
  }
  if (code === 403 || code === 401) return unread('forbidden', told);
  if (code === 404) {
    return (textAt(body, 'details', 'name') ?? '') === ''
      ? unread('not_installed', 'The API server does not serve this kind.')
      : absent;
  }
  return unread('unavailable', told);
};

const isExpired = (error: unknown): boolean => httpFailure(error).code === 410;

const search = (query: ListQuery, next: string): string => {
  const parameters = new URLSearchParams({ limit: String(PAGE) });
  if (query.labelSelector !== undefined) parameters.set('labelSelector', query.labelSelector);
  if (query.fieldSelector !== undefined) parameters.set('fieldSelector', query.fieldSelector);
  if (next !== '') parameters.set('continue', next);
  return parameters.toString();
};

/** Reads with the user's own console session, impersonation included. It never throws. */
export const browserReader = ({ signal, root = HERE }: BrowserReaderOptions): Reader => {
  const fetchJson = async (path: string, accept: string): Promise<unknown> => {
    signal.throwIfAborted();
    const response = await consoleFetch(`${root}${path}`, { headers: { Accept: accept }, signal });
    return response.json();
  };
  const attempt = async <T>(read: () => Promise<Fact<T>>): Promise<Fact<T>> => {
    try {
      return await read();
    } catch (error) {
      return factOf(error, signal);
    }
  };

  const readPages = async <T>(
    resource: Resource,
    query: ListQuery,
    project: (object: KubeObject) => T | undefined,
  ): Promise<T[]> => {
    const found: T[] = [];
    let next = '';
    do {
      const path = `${pathOf(resource, query.namespace)}?${search(query, next)}`;
      const page = await fetchJson(path, acceptOf(resource, true));
      for (const item of listAt(page, 'items')) {
        const projected = isRecord(item) ? project(identified(item, resource)) : undefined;
        if (projected !== undefined) found.push(projected);
      }
      next = textAt(page, 'metadata', 'continue') ?? '';
    } while (next !== '');
    return found;
  };

  return {
    get: (resource, namespace, name) =>
      attempt(async () => {
        const object = await fetchJson(
          pathOf(resource, namespace, name),
          acceptOf(resource, false),
        );
        return isRecord(object)
          ? ok(identified(object, resource))
          : unread('unavailable', 'The API server answered something that is not an object.');
      }),
    // A continue token lives five minutes; after 410 the list is read once more from its start.
    list: (resource, query, project) =>
      attempt(async () => {
        try {
          return ok(await readPages(resource, query, project));
        } catch (error) {
          if (!isExpired(error)) throw error;
          return ok(await readPages(resource, query, project));
        }
      }),
  };
};

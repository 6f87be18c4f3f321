import { nameOf, namespaceOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { answer, type Answer, type ResourceCall } from './context';
import { decodeContinue, encodeContinue } from './continue-token';
import { negotiate } from './negotiation';
import { getProject, NAMESPACE_RESOURCE, projectOf } from './projects';
import { includeObjectOf, representList, representOne } from './representation';
import { selectionOf, tooLarge, versionOf } from './selection';
import { badRequest, notFound } from './status';
import { expired } from './store';

/** The stored object of a call, or its 404. */
export const storedOf = ({ server, request, resource }: ResourceCall): KubeObject => {
  const { name, namespace } = request.info;
  const found =
    resource.plural === 'projects'
      ? getProject(server.store, name)
      : server.store.get(resource, resource.namespaced ? namespace : undefined, name);
  if (found === undefined) throw notFound(resource, name);
  return found;
};

export const tableOptions = ({ server, request }: ResourceCall) => ({
  includeObject: includeObjectOf(request.query),
  now: server.now(),
  headers: true,
});

export const getOne = (call: ResourceCall): Answer => {
  const shape = negotiate(call.request.headers.accept, false);
  return answer(representOne(call.resource, storedOf(call), shape, tableOptions(call)));
};

/** The state of a kind at a resourceVersion, in list order; `undefined` when compacted. */
const stateAt = (call: ResourceCall, version: number): readonly KubeObject[] | undefined => {
  const { store } = call.server;
  const isProject = call.resource.plural === 'projects';
  const resource = isProject ? NAMESPACE_RESOURCE : call.resource;
  const namespace = isProject ? undefined : call.request.info.namespace;
  const found =
    version === store.version()
      ? store.list(resource, namespace)
      : store.listAt(resource, namespace, version);
  return isProject ? found?.map(projectOf) : found;
};

const positionOf = (object: KubeObject): string => `${namespaceOf(object) ?? ''}/${nameOf(object)}`;

const CONTINUE_EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

type Page = {
  readonly version: number;
  readonly start: string;
  readonly state: readonly KubeObject[];
};

const firstPage = (call: ResourceCall): Page => {
  const { query } = call.request;
  const current = call.server.store.version();
  const asked = versionOf(query);
  if (asked !== undefined && asked > current) throw tooLarge(asked, current);
  const exact = query.get('resourceVersionMatch') === 'Exact' && asked !== undefined;
  const version = exact ? asked : current;
  const state = stateAt(call, version);
  if (state === undefined) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
  return { version, start: '', state };
};

const nextPage = (call: ResourceCall, token: string): Page => {
  if (versionOf(call.request.query) !== undefined) {
    throw badRequest('specifying resource version is not allowed when using continue');
  }
  const { version: asked, start } = decodeContinue(token);
  const version = asked === -1 ? call.server.store.version() : asked;
  const state = stateAt(call, version);
  if (state === undefined) {
    throw expired(CONTINUE_EXPIRED, encodeContinue({ version: -1, start }));
  }
  return { version, start, state };
};

const limitOf = (query: URLSearchParams): number => {
  const text = query.get('limit') ?? '0';
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value: "${text}": limit is not a number`);
  // A list at resourceVersion 0 is served from the watch cache, which does not page.
  return query.get('resourceVersion') === '0' ? 0 : Number(text);
};

export const listMany = (call: ResourceCall): Answer => {
  const { query, headers } = call.request;
  const shape = negotiate(headers.accept, true);
  const selection = selectionOf(call);
  const limit = limitOf(query);
  const token = query.get('continue') ?? '';
  const { version, start, state } = token === '' ? firstPage(call) : nextPage(call, token);
  const rest = state.filter((object) => positionOf(object) > start && selection.matches(object));
  const page = limit === 0 ? rest : rest.slice(0, limit);
  const last = page.at(-1);
  const remaining = rest.length - page.length;
  const metadata = {
    resourceVersion: String(version),
    ...(remaining > 0 && last !== undefined
      ? {
          continue: encodeContinue({ version, start: positionOf(last) }),
          // With selectors the server does not know how many are left.
          ...(selection.isFiltered ? {} : { remainingItemCount: remaining }),
        }
      : {}),
  };
  return answer(representList(call.resource, metadata, page, shape, tableOptions(call)));
};

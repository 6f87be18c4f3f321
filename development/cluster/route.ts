import { answer, type Answer, type ResourceCall, type ServerContext } from './context';
import { deleteCollection, deleteOne } from './delete';
import { discover, isServedVersion } from './discovery';
import type { Identity } from './identity';
import { patchOne } from './patch';
import { podLog } from './pod-log';
import { getOne, listMany } from './read';
import type { ApiRequest } from './request';
import { servedAt } from './resources';
import { reviewAnswer } from './reviews';
import { notServed } from './status';
import { operate } from './operations';
import { createOne, methodNotAllowed, updateOne } from './write';

const VERBS: Readonly<Record<string, (call: ResourceCall) => Answer>> = {
  get: getOne,
  list: listMany,
  create: createOne,
  update: updateOne,
  patch: patchOne,
  delete: deleteOne,
  deletecollection: deleteCollection,
};

/** What a server of custom resources says of a path it does not serve; others answer a Status. */
const unknownPath = (group: string, version: string): Answer => {
  if (isServedVersion(group, version) && !group.endsWith('kubevirt.io')) throw notServed();
  return answer('404 page not found\n', 404);
};

/** The call a request makes on a served kind, or `undefined` when its path leads to none. */
export const resourceCall = (
  server: ServerContext,
  identity: Identity,
  request: ApiRequest,
): ResourceCall | undefined => {
  const { group, version, plural, name, namespace, verb } = request.info;
  const resource = servedAt(group, version, plural);
  if (resource === undefined) return undefined;
  const scoped = namespace !== undefined;
  const own = plural === 'namespaces' || plural === 'projects';
  const collection = ['list', 'watch', 'deletecollection'].includes(verb);
  const named = name !== '' && !collection;
  const misplaced = resource.namespaced
    ? !scoped && (named || verb === 'create' || verb === 'deletecollection')
    : scoped && !own;
  return misplaced ? undefined : { server, identity, request, resource };
};

const subresourceAnswer = (call: ResourceCall): Answer => {
  const { subresource, verb } = call.request.info;
  if (subresource === 'log' && call.resource.plural === 'pods') {
    if (verb !== 'get') throw methodNotAllowed();
    return podLog(call);
  }
  if (subresource !== 'status' || !call.resource.hasStatus) throw notServed();
  if (verb === 'create' || verb === 'delete') throw methodNotAllowed();
  return VERBS[verb]?.(call) ?? unknownPath(call.resource.group, call.resource.version);
};

/** Answers an authorized request. Watches are not among them: they have no one answer. */
export const route = (server: ServerContext, identity: Identity, request: ApiRequest): Answer => {
  const { info } = request;
  if (!info.isResource) return discover(request);
  const virtual = reviewAnswer(server, identity, request) ?? operate(server, request);
  if (virtual !== undefined) return virtual;
  const call = resourceCall(server, identity, request);
  if (call === undefined) return unknownPath(info.group, info.version);
  if (info.subresource !== '') return subresourceAnswer(call);
  const handle = VERBS[info.verb];
  if (handle === undefined) throw methodNotAllowed();
  return handle(call);
};

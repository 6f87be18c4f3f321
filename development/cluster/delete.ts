import {
  nameOf,
  namespaceOf,
  recordAt,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { answer, type Answer, type ResourceCall } from './context';
import { listMany, storedOf } from './read';
import { representList } from './representation';
import { selectionOf } from './selection';
import type { Preconditions } from './store';
import { bodyOf, isDryRun, methodNotAllowed, respond } from './write';

const optionsOf = ({ request }: ResourceCall): KubeObject =>
  request.body.trim() === '' ? {} : bodyOf(request);

const preconditionsOf = (options: KubeObject): Preconditions => {
  const given = recordAt(options, 'preconditions');
  return { uid: textAt(given, 'uid'), resourceVersion: textAt(given, 'resourceVersion') };
};

const success = ({ resource }: ResourceCall, object: KubeObject): Answer =>
  answer({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: nameOf(object),
      ...(resource.group === '' ? {} : { group: resource.group }),
      kind: resource.plural,
      uid: uidOf(object),
    },
  });

export const deleteOne = (call: ResourceCall): Answer => {
  const { request, resource, server } = call;
  if (resource.plural === 'projects') throw methodNotAllowed();
  const options = optionsOf(call);
  const stored = storedOf(call);
  const removed = server.store.remove(resource, namespaceOf(stored), nameOf(stored), {
    dryRun: isDryRun(request, options),
    preconditions: preconditionsOf(options),
  });
  // A pod, and what a finalizer still holds, is answered as the object it is.
  const held = textAt(removed, 'metadata', 'deletionTimestamp') !== undefined;
  return held || resource.plural === 'pods' ? respond(call, removed) : success(call, removed);
};

/** Deletes what a list with the same selectors shows, and answers that list. */
export const deleteCollection = (call: ResourceCall): Answer => {
  const { request, resource, server } = call;
  const dryRun = isDryRun(request, optionsOf(call));
  const { matches } = selectionOf(call);
  const before = listMany(call);
  const objects = server.store.list(resource, request.info.namespace).filter(matches);
  for (const object of objects) {
    server.store.remove(resource, namespaceOf(object), nameOf(object), { dryRun });
  }
  return typeof before.body === 'string'
    ? before
    : answer(
        representList(resource, recordAt(before.body, 'metadata'), objects, 'object', {
          includeObject: 'Metadata',
          now: server.now(),
          headers: true,
        }),
      );
};

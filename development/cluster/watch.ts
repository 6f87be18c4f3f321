import { apiVersionOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Change } from './change-log';
import type { ResourceCall } from './context';
import { negotiate } from './negotiation';
import { NAMESPACE_RESOURCE, projectOf } from './projects';
import { includeObjectOf, representOne } from './representation';
import { selectionOf, tooLarge, versionOf } from './selection';
import { ApiError, statusOf } from './status';

export type WatchEvent = {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubeObject;
};

/** Where the events of a watch go: lines of an HTTP answer, or frames of a WebSocket. */
export type Sink = {
  readonly send: (event: WatchEvent) => void;
  readonly end: () => void;
};

/** Without timeoutSeconds a real server ends a watch after half an hour to an hour. */
const DEFAULT_TIMEOUT_SECONDS = 45 * 60;

type Seen = { readonly type: WatchEvent['type']; readonly object: KubeObject } | undefined;

/** A change as a watcher with selectors sees it: leaving the selection is a deletion. */
const seenAs = (change: Change, matches: (object: KubeObject) => boolean): Seen => {
  const before = change.previous !== undefined && matches(change.previous);
  const after = change.type !== 'DELETED' && matches(change.object);
  if (!before && !after) return undefined;
  if (!after) return { type: 'DELETED', object: change.object };
  return { type: before ? 'MODIFIED' : 'ADDED', object: change.object };
};

const bookmark = (call: ResourceCall, initialEnd: boolean): WatchEvent => ({
  type: 'BOOKMARK',
  object: {
    kind: call.resource.kind,
    apiVersion: apiVersionOf(call.resource),
    metadata: {
      resourceVersion: String(call.server.store.version()),
      creationTimestamp: null,
      ...(initialEnd ? { annotations: { 'k8s.io/initial-events-end': 'true' } } : {}),
    },
  },
});

const tooOld = (asked: number, current: number): WatchEvent => ({
  type: 'ERROR',
  object: statusOf(new ApiError(410, 'Expired', `too old resource version: ${asked} (${current})`)),
});

/** Turns changes of the store into events in the shape the client asked for. */
const presenter = (call: ResourceCall, sink: Sink) => {
  const shape = negotiate(call.request.headers.accept, true);
  const { matches } = selectionOf(call);
  const project = call.resource.plural === 'projects' ? projectOf : (object: KubeObject) => object;
  const includeObject = includeObjectOf(call.request.query);
  let headers = true;
  const send = (type: WatchEvent['type'], object: KubeObject): void => {
    const options = { includeObject, now: call.server.now(), headers };
    sink.send({ type, object: representOne(call.resource, object, shape, options) });
    headers = false;
  };
  return {
    added: (object: KubeObject): void => {
      if (matches(project(object))) send('ADDED', project(object));
    },
    change: (change: Change): void => {
      const seen = seenAs(change, (object) => matches(project(object)));
      if (seen !== undefined) send(seen.type, project(seen.object));
    },
  };
};

/**
 * Runs a watch until its time is over or `stop` (the answer) is called. Throws what must be said
 * before the stream starts: a bad selector, an unacceptable shape.
 */
export const runWatch = (call: ResourceCall, sink: Sink): (() => void) => {
  const { server, request } = call;
  const { store } = server;
  const resource = call.resource.plural === 'projects' ? NAMESPACE_RESOURCE : call.resource;
  const namespace = resource === call.resource ? request.info.namespace : undefined;
  const present = presenter(call, sink);
  const from = versionOf(request.query);
  if (from !== undefined && from > store.version()) throw tooLarge(from, store.version());
  const wantsBookmarks = request.query.get('allowWatchBookmarks') === 'true';
  const wantsInitial = request.query.get('sendInitialEvents') === 'true';
  const missed = from === undefined || wantsInitial ? [] : store.since(from);
  if (missed === undefined) {
    sink.send(tooOld(from ?? 0, store.version()));
    sink.end();
    return () => undefined;
  }
  if (from === undefined || wantsInitial) store.list(resource, namespace).forEach(present.added);
  if (wantsInitial && wantsBookmarks) sink.send(bookmark(call, true));
  const relevant = (change: Change): void => {
    if (change.resource === resource) present.change(change);
  };
  missed.forEach(relevant);
  const unsubscribe = store.subscribe(relevant);
  const ticks = wantsBookmarks
    ? setInterval(() => sink.send(bookmark(call, false)), server.bookmarkMs)
    : undefined;
  const seconds = Number(request.query.get('timeoutSeconds') ?? 0) || DEFAULT_TIMEOUT_SECONDS;
  const stop = (): void => {
    unsubscribe();
    clearInterval(ticks);
    clearTimeout(timer);
  };
  const timer = setTimeout(() => {
    stop();
    if (wantsBookmarks) sink.send(bookmark(call, false));
    sink.end();
  }, seconds * 1000);
  return stop;
};

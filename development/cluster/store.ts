import { randomUUID } from 'node:crypto';
import {
  at,
  byCodeUnit,
  formatTime,
  isRecord,
  listAt,
  nameOf,
  namespaceOf,
  recordAt,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { changeLog, type Change, type Listener } from './change-log';
import { randomSuffix } from './names';
import { servedKind, type ServedResource } from './resources';
import { ApiError, alreadyExists, conflict, notFound } from './status';
import { asWritten } from './written';

export type Preconditions = { readonly uid?: string; readonly resourceVersion?: string };

/** The cluster's objects. They are immutable: a write replaces an object, never changes it. */
export type Store = {
  /** The resourceVersion of the latest write. */
  version(): number;
  get(
    resource: ServedResource,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  /** Ordered by namespace and name, as the API server lists. */
  list(resource: ServedResource, namespace?: string): readonly KubeObject[];
  /** The list as it was at a resourceVersion; `undefined` when that is compacted. */
  listAt(
    resource: ServedResource,
    namespace: string | undefined,
    version: number,
  ): readonly KubeObject[] | undefined;
  create(object: KubeObject, dryRun?: boolean): KubeObject;
  /** Replaces an object. With a resourceVersion in `object`, only if it is still the stored one. */
  update(object: KubeObject, options?: { dryRun?: boolean; newGeneration?: boolean }): KubeObject;
  /** Answers the object: gone, or with a deletionTimestamp while finalizers hold it. */
  remove(
    resource: ServedResource,
    namespace: string | undefined,
    name: string,
    options?: { dryRun?: boolean; preconditions?: Preconditions },
  ): KubeObject;
  /** What changed after a resourceVersion; `undefined` when that is compacted. */
  since(version: number): readonly Change[] | undefined;
  subscribe(listener: Listener): () => void;
  /** Forgets the history: older resourceVersions answer 410 from here on. */
  compact(): void;
};

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

export const withMetadata = (
  object: KubeObject,
  metadata: Readonly<Record<string, unknown>>,
): KubeObject => {
  const merged = { ...recordAt(object, 'metadata'), ...metadata };
  return {
    ...object,
    metadata: Object.fromEntries(Object.entries(merged).filter((entry) => entry[1] !== undefined)),
  };
};

/** The resource that stores an object. A kind nobody serves is a mistake of the caller. */
export const resourceFor = (object: KubeObject): ServedResource => {
  const apiVersion = textAt(object, 'apiVersion') ?? '';
  const kind = textAt(object, 'kind') ?? '';
  const resource = servedKind(apiVersion, kind);
  if (resource === undefined) {
    throw new Error(`The cluster serves no kind "${kind}" of "${apiVersion}" (${nameOf(object)}).`);
  }
  return resource;
};

const checkPreconditions = (
  resource: ServedResource,
  stored: KubeObject,
  { uid, resourceVersion }: Preconditions,
): void => {
  const name = nameOf(stored);
  const storedUid = uidOf(stored) ?? '';
  if (uid !== undefined && uid !== storedUid) {
    const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${storedUid}`;
    throw conflict(resource, name, why);
  }
  const storedVersion = textAt(stored, 'metadata', 'resourceVersion');
  if (resourceVersion !== undefined && resourceVersion !== storedVersion) {
    throw conflict(
      resource,
      name,
      'the object has been modified; please apply your changes to the latest version and try again',
    );
  }
};

export type StoreOptions = { readonly now: () => number; readonly history?: number };

export const createStore = ({ now, history = 5000 }: StoreOptions): Store => {
  const kinds = new Map<string, Map<string, KubeObject>>();
  // Later runs start higher, so that a client of an earlier run is told 410 and lists again.
  let version = Math.floor(now() / 10);
  const log = changeLog(version, history);
  const bucket = (resource: ServedResource): Map<string, KubeObject> => {
    const key = `${resource.group}/${resource.plural}`;
    const found = kinds.get(key) ?? new Map<string, KubeObject>();
    kinds.set(key, found);
    return found;
  };
  const record = (
    type: Change['type'],
    resource: ServedResource,
    object: KubeObject,
    previous?: KubeObject,
  ): KubeObject => {
    version += 1;
    const stamped = asWritten(resource, withMetadata(object, { resourceVersion: String(version) }));
    const key = keyOf(namespaceOf(stamped), nameOf(stamped));
    if (type === 'DELETED') bucket(resource).delete(key);
    else bucket(resource).set(key, stamped);
    log.add({ type, resource, object: stamped, previous, version });
    return stamped;
  };
  const stored = (resource: ServedResource, namespace: string | undefined, name: string) => {
    const found = bucket(resource).get(keyOf(namespace, name));
    if (found === undefined) throw notFound(resource, name);
    return found;
  };
  const inOrder = (objects: Iterable<readonly [string, KubeObject]>, namespace?: string) =>
    [...objects]
      .filter(([, object]) => namespace === undefined || namespaceOf(object) === namespace)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([, object]) => object);

  return {
    version: () => version,
    get: (resource, namespace, name) => bucket(resource).get(keyOf(namespace, name)),
    list: (resource, namespace) => inOrder(bucket(resource), namespace),
    listAt: (resource, namespace, when) => {
      const changes = log.since(when);
      if (changes === undefined) return undefined;
      const then = new Map(bucket(resource));
      for (const change of changes.toReversed()) {
        if (change.resource !== resource) continue;
        const key = keyOf(namespaceOf(change.object), nameOf(change.object));
        if (change.previous === undefined) then.delete(key);
        else then.set(key, change.previous);
      }
      return inOrder(then, namespace);
    },
    create: (object, dryRun = false) => {
      const resource = resourceFor(object);
      const generateName = textAt(object, 'metadata', 'generateName');
      const name =
        nameOf(object) === '' && generateName !== undefined
          ? `${generateName}${randomSuffix()}`
          : nameOf(object);
      const complete = withMetadata(object, {
        name,
        uid: uidOf(object) ?? randomUUID(),
        creationTimestamp: textAt(object, 'metadata', 'creationTimestamp') ?? formatTime(now()),
        generation: at(object, 'metadata', 'generation') ?? (resource.hasStatus ? 1 : undefined),
      });
      if (bucket(resource).has(keyOf(namespaceOf(complete), name))) {
        throw alreadyExists(resource, name);
      }
      return dryRun ? complete : record('ADDED', resource, complete);
    },
    update: (object, { dryRun = false, newGeneration = false } = {}) => {
      const resource = resourceFor(object);
      const previous = stored(resource, namespaceOf(object), nameOf(object));
      checkPreconditions(resource, previous, {
        uid: uidOf(object),
        resourceVersion: textAt(object, 'metadata', 'resourceVersion'),
      });
      const generation = at(previous, 'metadata', 'generation');
      const next = withMetadata(object, {
        uid: uidOf(previous),
        creationTimestamp: at(previous, 'metadata', 'creationTimestamp'),
        deletionTimestamp: at(previous, 'metadata', 'deletionTimestamp'),
        deletionGracePeriodSeconds: at(previous, 'metadata', 'deletionGracePeriodSeconds'),
        generation: typeof generation === 'number' && newGeneration ? generation + 1 : generation,
      });
      const released =
        isRecord(next.metadata) &&
        next.metadata.deletionTimestamp !== undefined &&
        listAt(next, 'metadata', 'finalizers').length === 0;
      if (dryRun) return next;
      return record(released ? 'DELETED' : 'MODIFIED', resource, next, previous);
    },
    remove: (resource, namespace, name, { dryRun = false, preconditions = {} } = {}) => {
      const previous = stored(resource, namespace, name);
      checkPreconditions(resource, previous, preconditions);
      if (listAt(previous, 'metadata', 'finalizers').length === 0) {
        return dryRun ? previous : record('DELETED', resource, previous, previous);
      }
      if (textAt(previous, 'metadata', 'deletionTimestamp') !== undefined) return previous;
      const marked = withMetadata(previous, {
        deletionTimestamp: formatTime(now()),
        deletionGracePeriodSeconds: 0,
      });
      return dryRun ? marked : record('MODIFIED', resource, marked, previous);
    },
    since: log.since,
    subscribe: log.subscribe,
    compact: () => log.compact(version),
  };
};

export const expired = (message: string, continueToken?: string): ApiError =>
  new ApiError(410, 'Expired', message, undefined, continueToken);

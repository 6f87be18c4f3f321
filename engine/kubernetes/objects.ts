import { listAt, numberAt, textAt, textsAt, type Path } from './json';

/** An object as the API server gave it. Read it with the accessors of `json.ts`. */
export type KubeObject = Readonly<Record<string, unknown>>;

export type ObjectRef = {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  uid?: string;
};

export const nameOf = (object: unknown): string => textAt(object, 'metadata', 'name') ?? '';
export const namespaceOf = (object: unknown): string | undefined =>
  textAt(object, 'metadata', 'namespace');
export const uidOf = (object: unknown): string | undefined => textAt(object, 'metadata', 'uid');
export const labelsOf = (object: unknown): Readonly<Record<string, string>> =>
  textsAt(object, 'metadata', 'labels');
export const annotationsOf = (object: unknown): Readonly<Record<string, string>> =>
  textsAt(object, 'metadata', 'annotations');
export const createdOf = (object: unknown): string | undefined =>
  textAt(object, 'metadata', 'creationTimestamp');
export const isDeleting = (object: unknown): boolean =>
  textAt(object, 'metadata', 'deletionTimestamp') !== undefined;

export const refOf = (object: KubeObject): ObjectRef => {
  const namespace = namespaceOf(object);
  const uid = uidOf(object);
  return {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    ...(namespace === undefined ? {} : { namespace }),
    name: nameOf(object),
    ...(uid === undefined ? {} : { uid }),
  };
};

/** As much of an object as says which one it is. */
export const stubOf = (namespace: string, name: string): KubeObject => ({
  metadata: { namespace, name },
});

/** True when `object` names `owner` in its ownerReferences, by uid: names and prefixes collide. */
export const isOwnedBy = (object: unknown, owner: unknown): boolean => {
  const uid = uidOf(owner);
  return (
    uid !== undefined &&
    listAt(object, 'metadata', 'ownerReferences').some((entry) => textAt(entry, 'uid') === uid)
  );
};

/** A status condition and where it stands in its object. */
export type Condition = {
  type: string;
  status: string;
  reason: string;
  message: string;
  lastTransitionTime?: string;
  path: Path;
};

const toCondition = (entry: unknown, index: number): Condition | undefined => {
  const type = textAt(entry, 'type');
  if (type === undefined) return undefined;
  const lastTransitionTime = textAt(entry, 'lastTransitionTime');
  return {
    type,
    status: textAt(entry, 'status') ?? 'Unknown',
    reason: textAt(entry, 'reason') ?? '',
    message: textAt(entry, 'message') ?? '',
    ...(lastTransitionTime === undefined ? {} : { lastTransitionTime }),
    path: ['status', 'conditions', index],
  };
};

/** The conditions under `/status/conditions`, in their order. */
export const conditionsOf = (object: unknown): Condition[] =>
  listAt(object, 'status', 'conditions').flatMap((entry, index) => toCondition(entry, index) ?? []);

/** The first condition of a type, whatever its status. */
export const conditionOf = (object: unknown, type: string): Condition | undefined => {
  const conditions = listAt(object, 'status', 'conditions');
  const index = conditions.findIndex((entry) => textAt(entry, 'type') === type);
  return index < 0 ? undefined : toCondition(conditions[index], index);
};

/**
 * When an event last happened. The scheduler's events have `eventTime` or `series` and a null
 * `lastTimestamp`, so every place is looked at.
 */
export const eventTimeOf = (event: unknown): string | undefined =>
  textAt(event, 'series', 'lastObservedTime') ??
  textAt(event, 'lastTimestamp') ??
  textAt(event, 'eventTime') ??
  textAt(event, 'firstTimestamp') ??
  createdOf(event);

export const eventCountOf = (event: unknown): number =>
  numberAt(event, 'series', 'count') ?? numberAt(event, 'count') ?? 1;

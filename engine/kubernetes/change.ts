import { isRecord } from './json';
import type { ObjectRef } from './objects';
import { pathOf, resourceOf, RESOURCES } from './resources';

/** KubeVirt's operations on a machine, as subresources of `subresources.kubevirt.io/v1`. */
export type Operation = 'start' | 'stop' | 'restart' | 'pause' | 'unpause' | 'migrate';

/** The object as it was looked at; a change of anything else is refused with 409. */
export type Precondition = { uid: string; resourceVersion: string };

/** One write to one object. */
export type Change =
  | {
      verb: 'patch';
      target: ObjectRef;
      patchType: 'merge' | 'json';
      patch: unknown;
      undo?: unknown;
      precondition?: Precondition;
      /** A changed template reaches the machine when its instance is made again. */
      then?: 'restart';
    }
  | { verb: 'subresource'; target: ObjectRef; subresource: Operation; body?: unknown };

/** Who is asked for: the attributes of a SelfSubjectAccessReview. */
export type ResourceAttributes = {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name: string;
};

export type ChangeRequest = {
  readonly method: 'PATCH' | 'PUT';
  /** Path and query under the API server's root. */
  readonly path: string;
  readonly contentType: string;
  readonly body: unknown;
};

/** What the writes are recorded under in `metadata.managedFields`. */
export const FIELD_MANAGER = 'cnv-ai-plugin';

const CONTENT_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
} as const;

const SUBRESOURCES = { group: 'subresources.kubevirt.io', version: 'v1' } as const;

/** virt-api serves pausing at the instance and everything else at the machine. */
const machineOf = (operation: Operation) =>
  operation === 'pause' || operation === 'unpause'
    ? RESOURCES.virtualMachineInstances
    : RESOURCES.virtualMachines;

/**
 * A patch that only fits the object it was made for: the API server answers 409 when the patched
 * object carries another uid or resourceVersion than the stored one.
 */
const bound = (
  patchType: 'merge' | 'json',
  patch: unknown,
  precondition?: Precondition,
): unknown => {
  if (precondition === undefined) return patch;
  if (patchType === 'json') {
    const binding = Object.entries(precondition).map(([field, value]) => ({
      op: 'replace',
      path: `/metadata/${field}`,
      value,
    }));
    return [...binding, ...(Array.isArray(patch) ? (patch as unknown[]) : [])];
  }
  const given = isRecord(patch) ? patch : {};
  const metadata = isRecord(given.metadata) ? given.metadata : {};
  return { ...given, metadata: { ...metadata, ...precondition } };
};

/** The request a change is made by; `undefined` for a kind this product does not know. */
export const changeRequest = (change: Change, dryRun = false): ChangeRequest | undefined => {
  const { target } = change;
  if (change.verb === 'subresource') {
    const resource = { ...machineOf(change.subresource), ...SUBRESOURCES };
    const options = isRecord(change.body) ? change.body : {};
    return {
      method: 'PUT',
      path: `${pathOf(resource, target.namespace, target.name)}/${change.subresource}`,
      contentType: 'application/json',
      body: dryRun ? { ...options, dryRun: ['All'] } : options,
    };
  }
  const resource = resourceOf(target.apiVersion, target.kind);
  if (resource === undefined) return undefined;
  // The version the patch was written for, not the one this product reads.
  const version = target.apiVersion.split('/').at(-1) ?? resource.version;
  return {
    method: 'PATCH',
    path: `${pathOf({ ...resource, version }, target.namespace, target.name)}?fieldManager=${FIELD_MANAGER}${dryRun ? '&dryRun=All' : ''}`,
    contentType: CONTENT_TYPES[change.patchType],
    body: bound(change.patchType, change.patch, change.precondition),
  };
};

/** The right a change needs; `undefined` for a kind this product does not know. */
export const rightFor = ({ target, ...change }: Change): ResourceAttributes | undefined => {
  const { namespace, name } = target;
  const scope = { ...(namespace === undefined ? {} : { namespace }), name };
  if (change.verb === 'subresource') {
    return {
      verb: 'update',
      group: SUBRESOURCES.group,
      resource: machineOf(change.subresource).plural,
      subresource: change.subresource,
      ...scope,
    };
  }
  const resource = resourceOf(target.apiVersion, target.kind);
  return resource && { verb: 'patch', group: resource.group, resource: resource.plural, ...scope };
};

/** What has to follow a change before it takes effect. */
export const followUpOf = (change: Change): Change | undefined =>
  change.verb === 'patch' && change.then !== undefined
    ? { verb: 'subresource', target: change.target, subresource: change.then }
    : undefined;

/** The patch that takes a change back; `undefined` where there is none. */
export const undoOf = (change: Change): Change | undefined =>
  change.verb === 'patch' && change.undo !== undefined
    ? {
        verb: 'patch',
        target: change.target,
        patchType: change.patchType,
        patch: change.undo,
        ...(change.then === undefined ? {} : { then: change.then }),
      }
    : undefined;

import {
  isOwnedBy,
  listAt,
  nameOf,
  namespaceOf,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { SERVED, type ServedResource } from '../resources';
import { withMetadata, type Store } from '../store';

/** Finalizers whose controllers this cluster stands in for; others hold their object for ever. */
const KNOWN = new Set([
  'kubevirt.io/virtualMachineControllerFinalize',
  'foregroundDeleteVirtualMachine',
  'kubevirt.io/foregroundDeleteVirtualMachine',
  'kubevirt.io/migrationJobFinalize',
  'kubernetes.io/pvc-protection',
  'kubernetes.io/pv-protection',
]);

const dependents = (store: Store, owner: KubeObject): [ServedResource, KubeObject][] =>
  SERVED.flatMap((resource) =>
    store
      .list(resource)
      .filter(
        (object) =>
          isOwnedBy(object, owner) ||
          (owner.kind === 'Namespace' && namespaceOf(object) === nameOf(owner)),
      )
      .map((object): [ServedResource, KubeObject] => [resource, object]),
  );

/** Deletes what a deleted object owned, or held as a namespace. */
export const collectGarbage = (store: Store, owner: KubeObject): boolean => {
  for (const [resource, object] of dependents(store, owner)) {
    const current = store.get(resource, namespaceOf(object), nameOf(object));
    if (current !== undefined) store.remove(resource, namespaceOf(object), nameOf(object));
  }
  return false;
};

/** Takes away the finalizers of controllers that have nothing left to do. */
export const releaseFinalizers = (
  store: Store,
  resource: ServedResource,
  object: KubeObject,
): boolean => {
  const current = store.get(resource, namespaceOf(object), nameOf(object));
  if (textAt(current, 'metadata', 'deletionTimestamp') === undefined || current === undefined) {
    return false;
  }
  const finalizers = listAt(current, 'metadata', 'finalizers');
  const left = finalizers.filter((entry) => !KNOWN.has(String(entry)));
  if (left.length < finalizers.length) store.update(withMetadata(current, { finalizers: left }));
  return false;
};

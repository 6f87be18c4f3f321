import { at, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { grantOf } from './authorization';
import type { Identity } from './identity';
import { servedPlural } from './resources';
import type { Store } from './store';

const NAMESPACES = servedPlural('namespaces');

/** A namespace as OpenShift's projected view of it. */
export const projectOf = (namespace: KubeObject): KubeObject => ({
  kind: 'Project',
  apiVersion: 'project.openshift.io/v1',
  metadata: recordAt(namespace, 'metadata'),
  spec: { finalizers: at(namespace, 'spec', 'finalizers') ?? ['kubernetes'] },
  status: { phase: textAt(namespace, 'status', 'phase') ?? 'Active' },
});

/** Whether an identity may see a project: it may get the namespace. Asked once per namespace. */
export const projectsFor = (store: Store, identity: Identity): ((name: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (name) => {
    const found =
      known.get(name) ??
      grantOf(store, identity, {
        verb: 'get',
        group: '',
        plural: 'namespaces',
        subresource: '',
        namespace: name,
        name,
      }) !== undefined;
    known.set(name, found);
    return found;
  };
};

export const getProject = (store: Store, name: string): KubeObject | undefined => {
  const namespace = store.get(NAMESPACES, undefined, name);
  return namespace && projectOf(namespace);
};

export const NAMESPACE_RESOURCE = NAMESPACES;

import {
  isRecord,
  formatTime,
  listAt,
  nameOf,
  namespaceOf,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { definitions } from './definitions';
import { uidFrom } from './names';
import { rbacObjects } from './rbac';
import { withMetadata, type Store } from './store';

const keyOf = (object: KubeObject): string => {
  const group = (textAt(object, 'apiVersion') ?? '').split('/').slice(0, -1).join('');
  const kind = textAt(object, 'kind') ?? '';
  return `${group}/${kind}/${namespaceOf(object) ?? ''}/${nameOf(object)}`;
};

const seedUid = (object: KubeObject): string => uidOf(object) ?? uidFrom(keyOf(object));

/** An owner named without a uid is the object of that kind and name in the same namespace. */
const withOwners = (object: KubeObject, uids: ReadonlyMap<string, string>): KubeObject => {
  const owners = listAt(object, 'metadata', 'ownerReferences');
  if (owners.length === 0) return object;
  const complete = owners.filter(isRecord).map((owner) => {
    const { apiVersion, kind, name, uid } = owner;
    if (typeof uid === 'string') return owner;
    const metadata = { name, namespace: namespaceOf(object) };
    const clusterScoped = { name };
    const found =
      uids.get(keyOf({ apiVersion, kind, metadata })) ??
      uids.get(keyOf({ apiVersion, kind, metadata: clusterScoped }));
    return { ...owner, uid: found ?? uidFrom(keyOf({ apiVersion, kind, metadata })) };
  });
  return withMetadata(object, { ownerReferences: complete });
};

const namespaceObject = (name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  spec: { finalizers: ['kubernetes'] },
  status: { phase: 'Active' },
});

/** Namespaces that objects live in and nobody gave. */
const missingNamespaces = (objects: readonly KubeObject[]): KubeObject[] => {
  const given = new Set(objects.filter(({ kind }) => kind === 'Namespace').map(nameOf));
  const used = [
    'default',
    'kube-node-lease',
    'kube-public',
    'kube-system',
    ...objects.flatMap((object) => namespaceOf(object) ?? []),
  ];
  return [...new Set(used)].filter((name) => !given.has(name)).map(namespaceObject);
};

/**
 * Stores what a cluster starts with: the caller's objects, the namespaces they live in, roles of
 * the users and the definitions of the custom kinds. Uids are stable from run to run.
 */
export const seed = (store: Store, objects: readonly KubeObject[], now: number): void => {
  const created = formatTime(now - 90 * 24 * 60 * 60 * 1000);
  const given = new Set(objects.map(keyOf));
  const own = [...rbacObjects(), ...definitions(created)].filter((each) => !given.has(keyOf(each)));
  const all = [...missingNamespaces(objects), ...own, ...objects];
  const uids = new Map(all.map((object) => [keyOf(object), seedUid(object)]));
  for (const object of all) {
    const creationTimestamp = textAt(object, 'metadata', 'creationTimestamp') ?? created;
    const complete = withMetadata(object, { uid: seedUid(object), creationTimestamp });
    store.create(withOwners(complete, uids));
  }
  store.compact();
};

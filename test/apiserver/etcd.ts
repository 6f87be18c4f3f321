import {
  nameOf,
  namespaceOf,
  numberAt,
  recordAt,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { servedKind, type ServedResource } from '../../development/cluster/resources';

/** Kinds that kube-apiserver keeps under another name than their own. */
const FOLDERS: Readonly<Record<string, string>> = { nodes: 'minions', services: 'services/specs' };

/** Built-in kinds lie under their plural, custom ones under their group, and two groups of its own. */
const GROUPED = ['apiregistration.k8s.io', 'apiextensions.k8s.io'];

const folderOf = ({ group, plural, builtIn }: ServedResource): string =>
  builtIn && !GROUPED.includes(group) ? (FOLDERS[plural] ?? plural) : `${group}/${plural}`;

const keyOf = (object: KubeObject): string => {
  const resource = servedKind(textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? '');
  if (resource === undefined) throw new Error(`No kind is known of ${nameOf(object)}.`);
  const namespace = namespaceOf(object);
  const place = namespace === undefined ? '' : `${namespace}/`;
  return `/registry/${folderOf(resource)}/${place}${nameOf(object)}`;
};

/** As it is kept: its version is that of the write. */
const storedForm = (object: KubeObject): string => {
  const metadata = Object.fromEntries(
    Object.entries(recordAt(object, 'metadata')).filter(([field]) => field !== 'resourceVersion'),
  );
  return JSON.stringify({ ...object, metadata });
};

const AT_ONCE = 64;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** etcd's JSON gateway (`/v3/kv`), whose keys and values are base64. */
export const etcdClient = (url: string) => {
  const call = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/v3/kv/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`etcd: ${await response.text()}`);
    return response.json();
  };
  const put = (object: KubeObject): Promise<unknown> =>
    call('put', { key: base64(keyOf(object)), value: base64(storedForm(object)) });
  return {
    store: async (objects: readonly KubeObject[]): Promise<void> => {
      const rest = [...objects];
      while (rest.length > 0) await Promise.all(rest.splice(0, AT_ONCE).map(put));
    },
    forget: async (): Promise<void> => {
      const { header } = recordAt(await call('range', { key: base64('/') }));
      const revision = textAt(header, 'revision') ?? numberAt(header, 'revision') ?? 0;
      await call('compaction', { revision, physical: true });
    },
  };
};

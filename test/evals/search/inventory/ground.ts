import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { hoursAgo, uidFor } from './cluster';

export type Labels = Readonly<Record<string, string>>;
export type Node = {
  readonly zone: string;
  readonly arch?: string;
  /** Beside those that every node has, or instead of them. */
  readonly labels?: Labels;
  readonly cordoned?: boolean;
  readonly ready?: boolean;
  /** Since when it is ready, or is not. */
  readonly changedHours?: number;
};
export type Instancetype = {
  readonly cpu: number;
  readonly memory: string;
  readonly gpu?: string;
};

/** What the machines of a cluster stand on. Hours count back from the fixed now. */
export type Ground = {
  readonly ageHours: number;
  readonly nodes: Readonly<Record<string, Node>>;
  readonly namespaces: Readonly<Record<string, Labels>>;
  /** The access mode that each class gives. */
  readonly storageClasses: Readonly<Record<string, string>>;
  /** By name; one that belongs to a namespace as `namespace/name`. */
  readonly instancetypes: Readonly<Record<string, Instancetype>>;
  readonly preferences: readonly string[];
  /** The CNI plugin of each network, by `namespace/name`. */
  readonly networks: Readonly<Record<string, string>>;
};

type Named = { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
type Maker = (apiVersion: string, kind: string, named: Named, rest: KubeObject) => KubeObject;

const makerFor =
  (ageHours: number): Maker =>
  (apiVersion, kind, { name, namespace, labels = {} }, rest) => ({
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      uid: uidFor(kind, namespace ?? 'cluster', name),
      creationTimestamp: hoursAgo(ageHours),
      labels,
    },
    ...rest,
  });

/** The namespace of `namespace/name`, and the name; a name alone belongs to the cluster. */
const placeOf = (path: string): { readonly name: string; readonly namespace?: string } => {
  const [first = '', name] = path.split('/');
  return name === undefined ? { name: first } : { namespace: first, name };
};

const READY_HOURS = 5.2;

const nodeStatus = ({ ready = true, changedHours = READY_HOURS }: Node): KubeObject => ({
  conditions: [
    {
      type: 'Ready',
      status: ready ? 'True' : 'Unknown',
      reason: ready ? 'KubeletReady' : 'NodeStatusUnknown',
      lastTransitionTime: hoursAgo(changedHours),
    },
  ],
});

const nodes = (ground: Ground, make: Maker): KubeObject[] =>
  Object.entries(ground.nodes).map(([name, node]) => {
    const labels = {
      'kubernetes.io/hostname': name,
      'kubernetes.io/arch': node.arch ?? 'amd64',
      'topology.kubernetes.io/zone': node.zone,
      'kubevirt.io/schedulable': 'true',
      ...node.labels,
    };
    const spec = node.cordoned === true ? { unschedulable: true } : {};
    return make('v1', 'Node', { name, labels }, { spec, status: nodeStatus(node) });
  });

const namespaces = (ground: Ground, make: Maker): KubeObject[] =>
  Object.entries(ground.namespaces).map(([name, own]) => {
    const labels = { 'kubernetes.io/metadata.name': name, ...own };
    return make('v1', 'Namespace', { name, labels }, { status: { phase: 'Active' } });
  });

const storageClasses = (ground: Ground, make: Maker): KubeObject[] =>
  Object.keys(ground.storageClasses).map((name) => {
    const provisioner = `${name}.csi.example.com`;
    return make('storage.k8s.io/v1', 'StorageClass', { name }, { provisioner });
  });

const INSTANCETYPE_API = 'instancetype.kubevirt.io/v1beta1';

const instancetypes = (ground: Ground, make: Maker): KubeObject[] =>
  Object.entries(ground.instancetypes).map(([path, { cpu, memory, gpu }]) => {
    const place = placeOf(path);
    const scope = place.namespace === undefined ? 'Cluster' : '';
    return make(INSTANCETYPE_API, `VirtualMachine${scope}Instancetype`, place, {
      spec: {
        cpu: { guest: cpu },
        memory: { guest: memory },
        ...(gpu === undefined ? {} : { gpus: [{ name: 'gpus', deviceName: gpu }] }),
      },
    });
  });

const preferences = (ground: Ground, make: Maker): KubeObject[] =>
  ground.preferences.map((name) =>
    make(INSTANCETYPE_API, 'VirtualMachineClusterPreference', { name }, { spec: {} }),
  );

const networks = (ground: Ground, make: Maker): KubeObject[] =>
  Object.entries(ground.networks).map(([path, type]) => {
    const place = placeOf(path);
    const config = JSON.stringify({ cniVersion: '0.3.1', name: place.name, type });
    return make('k8s.cni.cncf.io/v1', 'NetworkAttachmentDefinition', place, { spec: { config } });
  });

/** The objects that a cluster has beside its machines. */
export const groundObjects = (ground: Ground): KubeObject[] => {
  const make = makerFor(ground.ageHours);
  return [nodes, namespaces, storageClasses, instancetypes, preferences, networks].flatMap((part) =>
    part(ground, make),
  );
};

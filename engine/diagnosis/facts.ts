import type { KubeObject, ObjectRef, Path, Resource, UnreadReason } from '../kubernetes';
import type { Statement } from './statements';
import type { Message } from '../messages';

/** An object that another one names. `object` is absent when the API server answered 404. */
export type Lookup = {
  readonly ref: ObjectRef;
  readonly object?: KubeObject;
  /** The object that names it and where. */
  readonly namedBy: KubeObject;
  readonly path: Path;
};

/** Everything a rule may ask for. A rule gets only what it declares in `needs`. */
export type Facts = {
  /** What the caller was told. The only fact there is when the VM does not exist. */
  reported: readonly Statement[];
  vm: KubeObject;
  vmi: KubeObject | undefined;
  /** Launcher pods the current VMI owns, newest first; migration targets among them. */
  pods: readonly KubeObject[];
  /** Launcher pods of the instance that failed last, when the VM counts start failures. */
  failedPods: readonly KubeObject[];
  /** Pods that attach hot-plugged volumes, owned by a launcher pod. */
  hotplugPods: readonly KubeObject[];
  /** Pods on other nodes that use a disk which only one node can have, while the launcher waits. */
  diskUsers: readonly KubeObject[];
  /** Events about the VM, its VMI, pods, volumes and migrations, newest first, current uids only. */
  events: readonly KubeObject[];
  /** The same about instances and pods that bore these names before, newest first. */
  earlierEvents: readonly KubeObject[];
  /** Migrations of this VMI, newest first. */
  migrations: readonly KubeObject[];
  dataVolumes: readonly Lookup[];
  claims: readonly Lookup[];
  /** All claims of the project, read when one that the VM names does not exist. */
  otherClaims: readonly KubeObject[];
  /** Volumes that the claims are bound to. */
  persistentVolumes: readonly Lookup[];
  storageClasses: readonly KubeObject[];
  storageProfiles: readonly KubeObject[];
  /** CDI's worker pods for the claims: importer, uploader, cloner; not the finished ones. */
  importers: readonly KubeObject[];
  /** Claims CDI made for population, for scratch space or half way of a clone, also in other projects. */
  workClaims: readonly KubeObject[];
  /** Claims KubeVirt made for the state of the VM's TPM or firmware. */
  stateClaims: readonly KubeObject[];
  dataSources: readonly Lookup[];
  /** Claims and volume snapshots that unfilled DataVolumes are cloned from. */
  cloneSources: readonly Lookup[];
  networkAttachments: readonly Lookup[];
  instancetype: Lookup | undefined;
  preference: Lookup | undefined;
  /** Those that exist, read when the one the VM names does not. */
  instancetypes: readonly KubeObject[];
  preferences: readonly KubeObject[];
  revisions: readonly Lookup[];
  secrets: readonly Lookup[];
  configMaps: readonly Lookup[];
  serviceAccounts: readonly Lookup[];
  /** The one that the VM names. */
  priorityClasses: readonly Lookup[];
  /** The one by which KubeVirt makes launcher pods on OpenShift, read when one is said to be refused. */
  constraints: readonly Lookup[];
  quotas: readonly KubeObject[];
  /** Those of the projects that disks are cloned from, read when CDI tells of a quota. */
  sourceQuotas: readonly KubeObject[];
  limitRanges: readonly KubeObject[];
  /**
   * What other pods ask for, on the nodes that would else take a pod that waits: as projected by
   * `projectUsage`, and without the names of those in a project that is left out.
   */
  nodePods: readonly KubeObject[];
  /** All nodes when a pod waits for one or for a disk, else the node the VM runs on. */
  nodes: readonly KubeObject[];
  /** What storage drivers can attach to each node, read when that is said to be exceeded. */
  csiNodes: readonly KubeObject[];
  snapshots: readonly KubeObject[];
  restores: readonly KubeObject[];
  clones: readonly KubeObject[];
  /** Exports of the VM and of the claims it names. */
  exports: readonly KubeObject[];
  kubevirts: readonly KubeObject[];
  /** The pods of virt-controller, read while a start that was asked for is not taken up. */
  controllers: readonly KubeObject[];
  cdis: readonly KubeObject[];
};

export type NeedName = keyof Facts;

/** A read that gave nothing, and why. */
export type Missed = {
  readonly resource: Resource;
  readonly reason: UnreadReason;
  readonly message: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Why it was not tried, when it was not. */
  readonly because?: Message;
};

/** A need as it was gathered. `value` is missing when nothing of it could be read. */
export type Gathered<T> = { readonly value?: T; readonly missed: readonly Missed[] };

export type GatheredFacts = { readonly [N in NeedName]: Gathered<Facts[N]> };

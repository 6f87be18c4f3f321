import { at, listAt, nameOf, recordAt, textAt, textsAt } from '@cnv-ai/engine/kubernetes';

export type Manifest = Readonly<Record<string, unknown>>;

const kindOf = (manifest: Manifest): string => textAt(manifest, 'kind') ?? '';

const titleOf = (manifest: Manifest): string => `${kindOf(manifest)} ${nameOf(manifest)}`;

const templateOf = (manifest: Manifest): unknown => at(manifest, 'spec', 'template');

const containersOf = (manifest: Manifest): readonly unknown[] => [
  ...listAt(templateOf(manifest), 'spec', 'containers'),
  ...listAt(templateOf(manifest), 'spec', 'initContainers'),
];

/** What a manifest does wrong, each in a few words. */
type Policy = (manifest: Manifest, all: readonly Manifest[]) => string[];

const said = (isWrong: boolean, what: string): string[] => (isWrong ? [what] : []);

/** The restricted profile of the Pod Security Standards, and a root file system nobody writes to. */
const restricted: Policy = (manifest) => {
  const pod = at(templateOf(manifest), 'spec');
  if (pod === undefined) return [];
  return [
    ...said(at(pod, 'securityContext', 'runAsNonRoot') !== true, 'may run as root'),
    ...said(
      textAt(pod, 'securityContext', 'seccompProfile', 'type') !== 'RuntimeDefault',
      'has no seccomp profile',
    ),
    ...['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field) =>
      said(at(pod, field) === true, `uses ${field}`),
    ),
    ...said(
      listAt(pod, 'volumes').some((volume) => at(volume, 'hostPath') !== undefined),
      'mounts a path of the node',
    ),
    ...containersOf(manifest).flatMap((container) => {
      const context = at(container, 'securityContext');
      return [
        ...said(at(context, 'privileged') === true, 'is privileged'),
        ...said(at(context, 'runAsUser') !== undefined, 'fixes a user id'),
        ...said(at(context, 'allowPrivilegeEscalation') !== false, 'may gain privileges'),
        ...said(at(context, 'readOnlyRootFilesystem') !== true, 'writes to its root file system'),
        ...said(!listAt(context, 'capabilities', 'drop').includes('ALL'), 'keeps capabilities'),
      ];
    }),
  ];
};

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];

const probed: Policy = (manifest) =>
  kindOf(manifest) === 'Deployment'
    ? containersOf(manifest).flatMap((container) =>
        PROBES.flatMap((probe) => said(at(container, probe) === undefined, `has no ${probe}`)),
      )
    : [];

const bounded: Policy = (manifest) =>
  containersOf(manifest).flatMap((container) => {
    const { requests, limits } = recordAt(container, 'resources');
    return [
      ...said(at(requests, 'cpu') === undefined, 'requests no CPU'),
      ...said(at(requests, 'memory') === undefined, 'requests no memory'),
      ...said(at(limits, 'memory') === undefined, 'has no memory limit'),
      ...said(at(limits, 'cpu') !== undefined, 'has a CPU limit'),
    ];
  });

const podLabels = (all: readonly Manifest[]): Readonly<Record<string, string>>[] =>
  all
    .filter((manifest) => templateOf(manifest) !== undefined)
    .map((manifest) => textsAt(templateOf(manifest), 'metadata', 'labels'));

/** Where each kind keeps the labels of the pods it means. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  Service: ['spec', 'selector'],
  Deployment: ['spec', 'selector', 'matchLabels'],
  PodDisruptionBudget: ['spec', 'selector', 'matchLabels'],
  NetworkPolicy: ['spec', 'podSelector', 'matchLabels'],
  ServiceMonitor: ['spec', 'selector', 'matchLabels'],
};

const selecting: Policy = (manifest, all) => {
  const path = SELECTORS[kindOf(manifest)];
  if (path === undefined) return [];
  const wanted = Object.entries(textsAt(manifest, ...path));
  const matches = podLabels(all).some((labels) =>
    wanted.every(([key, value]) => labels[key] === value),
  );
  return said(wanted.length === 0 || !matches, 'selects no pod of this chart');
};

const modest: Policy = (manifest) =>
  listAt(manifest, 'rules').flatMap((rule) =>
    ['apiGroups', 'resources', 'verbs'].flatMap((field) =>
      said(listAt(rule, field).includes('*'), `has a wildcard in ${field}`),
    ),
  );

/** ConfigMaps that the cluster puts into every namespace. */
const OF_EVERY_NAMESPACE = ['kube-root-ca.crt', 'openshift-service-ca.crt'];

/** What a pod mounts or runs as, and the kind that must be rendered for it. */
const referencesOf = (manifest: Manifest): [kind: string, name: string][] => {
  const pod = at(templateOf(manifest), 'spec');
  const account = textAt(pod, 'serviceAccountName');
  const maps = listAt(pod, 'volumes').flatMap(
    (volume) => textAt(volume, 'configMap', 'name') ?? [],
  );
  return [
    ...(account === undefined ? [] : [['ServiceAccount', account] as [string, string]]),
    ...maps
      .filter((name) => !OF_EVERY_NAMESPACE.includes(name))
      .map((name): [string, string] => ['ConfigMap', name]),
  ];
};

const certificates = (all: readonly Manifest[]): unknown[] =>
  all.map((manifest) =>
    at(manifest, 'metadata', 'annotations', 'service.beta.openshift.io/serving-cert-secret-name'),
  );

/** Volumes of Secrets that administrators make themselves. */
const OF_ADMINISTRATORS = ['alias-key'];

const complete: Policy = (manifest, all) => {
  const secrets = listAt(templateOf(manifest), 'spec', 'volumes')
    .filter((volume) => !OF_ADMINISTRATORS.includes(textAt(volume, 'name') ?? ''))
    .flatMap((volume) => textAt(volume, 'secret', 'secretName') ?? []);
  return [
    ...referencesOf(manifest)
      .filter(
        ([kind, name]) => !all.some((other) => kindOf(other) === kind && nameOf(other) === name),
      )
      .map(([kind, name]) => `needs ${kind} ${name}, which is not rendered`),
    ...secrets
      .filter((name) => !certificates(all).includes(name))
      .map((name) => `needs Secret ${name}, which no Service asks for`),
  ];
};

/** Workloads that no policy names may be called by everybody. */
const fenced: Policy = (manifest, all) => {
  const policies = all.filter((other) => kindOf(other) === 'NetworkPolicy');
  if (policies.length === 0 || templateOf(manifest) === undefined) return [];
  const labels = textsAt(templateOf(manifest), 'metadata', 'labels');
  const isFenced = policies.some((policy) =>
    Object.entries(textsAt(policy, 'spec', 'podSelector', 'matchLabels')).every(
      ([key, value]) => labels[key] === value,
    ),
  );
  return said(!isFenced, 'has no NetworkPolicy');
};

const POLICIES: readonly Policy[] = [
  restricted,
  probed,
  bounded,
  selecting,
  modest,
  complete,
  fenced,
];

/** What rendered manifests do wrong, one sentence each; none: they may go to a cluster. */
export const violations = (all: readonly Manifest[]): string[] =>
  all.flatMap((manifest) =>
    POLICIES.flatMap((policy) => policy(manifest, all)).map(
      (what) => `${titleOf(manifest)} ${what}.`,
    ),
  );

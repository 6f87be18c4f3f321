import {
  at,
  flagAt,
  formatBytes,
  labelsOf,
  listAt,
  nameOf,
  parseQuantity,
  textAt,
  textsAt,
  type KubeObject,
} from '../kubernetes';
import type { Lookup } from './facts';
import { meetsTerms, POD_TERMS, termsText, VOLUME_TERMS } from './node-affinity';
import { requestsOf, type Resources } from './pod-requests';

/**
 * Why a node does not take a pod. What the node is comes first, in the order in which it is worth
 * looking at: what the user selects (`own`), what KubeVirt selects for the guest (`capability`),
 * devices and hugepages, virt-handler, KVM, size, reach of the disks. Then what passes: `cordoned`,
 * `down` (taints of the node's own state), `reserved` (taints somebody set) and `full`.
 */
export const STATIC = ['own', 'capability', 'device', 'virt', 'kvm', 'size', 'volume'] as const;
export type StaticKind = (typeof STATIC)[number];
export type ShortfallKind = StaticKind | 'cordoned' | 'down' | 'reserved' | 'full';

/** `key`: the label, resource, taint or claim. `text`: what is short, in the words of the API. */
export type Shortfall = {
  readonly kind: ShortfallKind;
  readonly key: string;
  readonly text: string;
};

/** Labels that KubeVirt adds to the selector for what a guest needs of its node. */
const INJECTED =
  /^(?:cpu-model|cpu-model-migration|cpu-feature|cpu-vendor|cpu-timer|hyperv|machine-type|host-model-cpu|host-model-required-features|scheduling)\.node\.kubevirt\.io\/|^kubevirt\.io\/(?:sev|sev-es|sev-snp|tdx|realtime|s390-pv|cpumanager)$|^cpumanager$/;

export const SCHEDULABLE = 'kubevirt.io/schedulable';
const CORDON_TAINT = 'node.kubernetes.io/unschedulable';

export const isCapability = (key: string): boolean => INJECTED.test(key);

const labelKind = (key: string): StaticKind => {
  if (key === SCHEDULABLE) return 'virt';
  return isCapability(key) ? 'capability' : 'own';
};

const labelShortfalls = (pod: KubeObject, node: KubeObject): Shortfall[] =>
  Object.entries(textsAt(pod, 'spec', 'nodeSelector')).flatMap(([key, value]) =>
    labelsOf(node)[key] === value
      ? []
      : [{ kind: labelKind(key), key, text: `label ${key}≠${value}` }],
  );

const affinityShortfalls = (pod: KubeObject, node: KubeObject): Shortfall[] => {
  const terms = listAt(pod, 'spec', ...POD_TERMS);
  if (meetsTerms(node, terms)) return [];
  const text = termsText(terms);
  return [{ kind: 'own', key: text, text: `affinity ${text}` }];
};

const amountText = (resource: string, amount: number): string =>
  /^(?:memory|ephemeral-storage|hugepages-)/.test(resource)
    ? formatBytes(amount)
    : String(Number(amount.toFixed(3)));

const resourceKind = (resource: string, offered: number): StaticKind => {
  if (resource.startsWith('devices.kubevirt.io/')) return 'kvm';
  return offered === 0 && /\/|^hugepages-/.test(resource) ? 'device' : 'size';
};

const resourceShortfalls = (
  wanted: Resources,
  node: KubeObject,
  used: Resources | undefined,
): Shortfall[] =>
  [...wanted].flatMap(([resource, amount]) => {
    // A node that tells nothing about a basic resource tells nothing about its size.
    const told = at(node, 'status', 'allocatable', resource);
    const isBasic = /^(?:cpu|memory|pods|ephemeral-storage)$/.test(resource);
    const offered = parseQuantity(told) ?? (isBasic ? Infinity : 0);
    const free = offered - (used?.get(resource) ?? 0);
    if (amount <= free || amount === 0) return [];
    const isFull = amount <= offered;
    const left = amountText(resource, Math.max(0, isFull ? free : offered));
    return [
      {
        kind: isFull ? 'full' : resourceKind(resource, offered),
        key: resource,
        text: `${resource} ${left} < ${amountText(resource, amount)}`,
      },
    ];
  });

const tolerates = (pod: KubeObject, taint: unknown): boolean =>
  listAt(pod, 'spec', 'tolerations').some((toleration) => {
    const [key, effect] = [textAt(toleration, 'key') ?? '', textAt(toleration, 'effect') ?? ''];
    const value = textAt(toleration, 'value') ?? '';
    return (
      (key === '' || key === textAt(taint, 'key')) &&
      (effect === '' || effect === textAt(taint, 'effect')) &&
      (textAt(toleration, 'operator') === 'Exists' || value === (textAt(taint, 'value') ?? ''))
    );
  });

const taintText = (taint: unknown): string => {
  const [key, value] = [textAt(taint, 'key') ?? '', textAt(taint, 'value') ?? ''];
  return value === '' ? key : `${key}=${value}`;
};

const taintShortfalls = (pod: KubeObject, node: KubeObject): Shortfall[] => {
  const isCordoned = flagAt(node, 'spec', 'unschedulable') === true;
  const cordon = { key: CORDON_TAINT, effect: 'NoSchedule' };
  const cordoned: Shortfall[] =
    isCordoned && !tolerates(pod, cordon)
      ? [{ kind: 'cordoned', key: CORDON_TAINT, text: 'cordoned' }]
      : [];
  const tainted = listAt(node, 'spec', 'taints').flatMap((taint): Shortfall[] => {
    const key = textAt(taint, 'key') ?? '';
    const isSoft = textAt(taint, 'effect') === 'PreferNoSchedule';
    if (isSoft || (key === CORDON_TAINT && isCordoned) || tolerates(pod, taint)) return [];
    const kind = key.startsWith('node.kubernetes.io/') ? 'down' : 'reserved';
    return [{ kind, key, text: `taint ${taintText(taint)}` }];
  });
  return [...cordoned, ...tainted];
};

const volumeShortfalls = (volumes: readonly Lookup[], node: KubeObject): Shortfall[] =>
  volumes.flatMap(({ object, namedBy }): Shortfall[] =>
    meetsTerms(node, listAt(object, ...VOLUME_TERMS))
      ? []
      : [{ kind: 'volume', key: nameOf(namedBy), text: `volume ${nameOf(namedBy)}` }],
  );

/** Everything about this node that keeps the pod off it. `used`: what other pods hold there. */
export const shortfallsOf = (
  pod: KubeObject,
  node: KubeObject,
  volumes: readonly Lookup[],
  used: Resources | undefined,
): Shortfall[] => [
  ...labelShortfalls(pod, node),
  ...affinityShortfalls(pod, node),
  ...resourceShortfalls(new Map([...requestsOf(pod), ['pods', 1]]), node, used),
  ...volumeShortfalls(volumes, node),
  ...taintShortfalls(pod, node),
];
